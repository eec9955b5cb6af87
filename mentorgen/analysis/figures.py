"""Figures about people that hide themselves where a small group would give somebody away."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import TypeVar

from mentorgen.model.ids import Slug

K = TypeVar("K")
SMALLEST_GROUP = 5
"""No figure is shown over fewer people than this (the rule of the program's privacy page)."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A whole number, or None with the reason why it is not shown; `people` are those it is over."""

    value: int | None
    reason: str | None = None
    people: frozenset[Slug] = field(default=frozenset(), compare=False, repr=False)


def figure(value: int, *, over: Iterable[Slug]) -> Figure:
    """Show a number unless it is over one to four people; over nobody there is nothing to hide."""
    people = frozenset(over)
    if 0 < len(people) < SMALLEST_GROUP:
        return Figure(None, f"Shown from {SMALLEST_GROUP} people up.", people)
    return Figure(value, people=people)


def share(part: int, whole: int, *, over: Iterable[Slug]) -> Figure:
    """Show a share in whole percent, rounded half up; a share of nothing is not shown."""
    if not whole:
        return Figure(None, "There is nothing to count yet.")
    return figure((200 * part + whole) // (2 * whole), over=over)


def beside_a_total(parts: Mapping[K, Figure]) -> Mapping[K, Figure]:
    """Hide one more part where the total beside them less the parts shown would give a small group away."""
    hidden = frozenset[Slug]().union(
        *(one.people for one in parts.values() if one.value is None and one.people)
    )
    shown = [
        (len(one.people), str(key), key)
        for key, one in parts.items()
        if one.value is not None and one.people
    ]
    if not 0 < len(hidden) < SMALLEST_GROUP or not shown:
        return parts
    *_, smallest = min(shown)
    reason = "A small group could be told from it and the total."
    return {**parts, smallest: Figure(None, reason, parts[smallest].people)}
