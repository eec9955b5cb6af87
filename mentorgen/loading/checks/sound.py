"""Whether a record has nothing wrong with its names and days: a quick look, which most pass.

What does not pass is searched again by the checks of names and of days, which find places and sentences.
"""

from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

from mentorgen.loading.references import Known
from mentorgen.loading.shapes import shapes_of, shapes_with_days, shapes_with_names
from mentorgen.model.ids import Kind
from mentorgen.model.record import Part


def is_sound(part: Part, known: Known, last_day: date) -> bool:
    """Tell whether public files may name all that a part names, and whether no day lies after the last."""
    look, held = _look_at(type(part)), vars(part)
    for name, kind in look.names:
        if held[name] and not known.all_public(kind, held[name]):
            return False
    for name in look.days:
        day = held[name]
        if day and (max(day) if isinstance(day, tuple) else day) > last_day:
            return False
    for name in look.parts:
        for one in _all(held[name] or ()):
            if not is_sound(one, known, last_day):
                return False
    return True


@dataclass(frozen=True, slots=True)
class _Look:
    """The fields of a model that hold names, days, and parts with either."""

    names: tuple[tuple[str, Kind], ...]
    days: tuple[str, ...]
    parts: tuple[str, ...]


@cache
def _look_at(model: type[Part]) -> _Look:
    return _Look(
        tuple((shape.name, kind) for shape, kind in shapes_with_names(model)),
        tuple(shape.name for shape in shapes_with_days(model)),
        tuple(shape.name for shape in shapes_of(model) if any(map(_is_worth_a_look, shape.parts))),
    )


def _is_worth_a_look(model: type[Part]) -> bool:
    look = _look_at(model)
    return bool(look.names or look.days or look.parts)


def _all(held: object) -> tuple[Any, ...]:
    """Give what a field holds, one or several."""
    return held if isinstance(held, tuple) else (held,)
