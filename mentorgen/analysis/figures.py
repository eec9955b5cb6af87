"""Figures about people that hide themselves where a small group would give somebody away."""

from collections.abc import Iterable
from dataclasses import dataclass

from mentorgen.model.ids import Slug

SMALLEST_GROUP = 5
"""No figure is shown over fewer people than this (the rule of the program's privacy page)."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A whole number, or None with the reason why it is not shown."""

    value: int | None
    reason: str | None = None


def figure(value: int, *, over: Iterable[Slug]) -> Figure:
    """Show a number unless it is over one to four people; over nobody there is nothing to hide."""
    if 0 < len(set(over)) < SMALLEST_GROUP:
        return Figure(None, f"Shown from {SMALLEST_GROUP} people up.")
    return Figure(value)


def share(part: int, whole: int, *, over: Iterable[Slug]) -> Figure:
    """Show a share in whole percent, rounded half up; a share of nothing is not shown."""
    if not whole:
        return Figure(None, "There is nothing to count yet.")
    return figure((200 * part + whole) // (2 * whole), over=over)
