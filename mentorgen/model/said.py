"""Texts that are English for the command line and remember what they say, for the site's other languages.

A `Said` is a `str`: whoever prints, compares or stores it sees plain English. A page asks it `how`
it was made and says the same in its own language. A text that is glued together of parts forgets it:
parts belong into the values of one sentence.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import lru_cache
from typing import TYPE_CHECKING, Self, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterable

Value: TypeAlias = "str | int | float | date"
"""What a sentence can hold: a `Said` is translated, a number and a day are written in the locale's way, other text stays."""

_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_FEW_LETTERS = 3


class DayShape(StrEnum):
    """How much of a day is written: the parts of the English text, in its order."""

    DAY = "%d %B"
    FULL = "%d %B %Y"
    SHORT = "%d %b"
    LONG = "%A %d %B"
    MONTH = "%B"
    SHORT_MONTH = "%b"
    MONTH_YEAR = "%B %Y"
    WEEKDAY = "%A"
    SHORT_WEEKDAY = "%a"


class Joint(StrEnum):
    """What stands between the parts of a row."""

    AND = "and"
    COMMA = ", "
    SEMICOLON = "; "
    SPACE = " "


@dataclass(frozen=True, slots=True)
class Message:
    """A sentence of the catalogue with its values; one with a `plural` has the number `num` among them."""

    text: str
    plural: str | None
    values: tuple[tuple[str, Value], ...]
    num: int = 0


@dataclass(frozen=True, slots=True)
class Series:
    """Several texts in a row."""

    parts: tuple[str, ...]
    joint: Joint


@dataclass(frozen=True, slots=True)
class Moment:
    """A day, or a part of one."""

    day: date
    shape: DayShape


@dataclass(frozen=True, slots=True)
class Amount:
    """A number, with a mark between its thousands."""

    number: float


@dataclass(frozen=True, slots=True)
class Opening:
    """A text that begins with a capital, where the language has any."""

    text: str


@dataclass(frozen=True, slots=True)
class Tongue:
    """The name of a language."""

    tag: str


How: TypeAlias = Message | Series | Moment | Amount | Opening | Tongue


class Said(str):
    """A text in English that can be said in another language."""

    __slots__ = ("how",)
    how: How

    def __new__(cls, english: str, how: How) -> Self:
        """Keep beside the English how it was made."""
        text = super().__new__(cls, english)
        text.how = how
        return text

    def __getnewargs__(self) -> tuple[str, How]:  # type: ignore[override]
        """Tell pickle and copy what to make the same text of."""
        return str(self), self.how


def said(message: str, /, **values: Value) -> Said:
    """Say a sentence of the catalogue: `said("They last met on %(day)s.", day=day)`."""
    return Said(_filled(message, values), Message(message, None, tuple(values.items())))


def said_n(singular: str, plural: str, num: int, /, **values: Value) -> Said:
    """Say a sentence that depends on a number, which stands in it as `%(num)s`."""
    values = {"num": num, **values}
    how = Message(singular, plural, tuple(values.items()), num)
    return Said(_filled(singular if num == 1 else plural, values), how)


def joined(parts: Iterable[str], joint: Joint = Joint.AND) -> Said:
    """Put texts in a row, by default as one says them: `Ana, Ben and Cleo`."""
    parts = tuple(parts)
    if joint is not Joint.AND:
        return Said(joint.join(parts), Series(parts, joint))
    *most, last = parts or ("",)
    return Said(f"{', '.join(most)} and {last}" if most else last, Series(parts, joint))


@lru_cache(maxsize=8192)
def dated(day: date, shape: DayShape) -> Said:
    """Write a day; a program of many people names the same days again and again."""
    return Said(_written(day, shape), Moment(day, shape))


def amount(number: float) -> Said:
    """Write a number: `1,234`."""
    return Said(f"{number:,}", Amount(number))


def plain(value: Value) -> str:
    """Write a value as English has it."""
    return _written(value, DayShape.FULL) if isinstance(value, date) else str(value)


def opening(text: str) -> Said:
    """Let a text begin with a capital."""
    return Said(text[:1].upper() + text[1:], Opening(text))


def _filled(message: str, values: dict[str, Value]) -> str:
    """Put values into a message; one without values may hold a plain `%`, as in the catalogue's own use."""
    return message % {name: plain(value) for name, value in values.items()} if values else message


def _written(day: date, shape: DayShape) -> str:
    parts = {
        "%d": str(day.day),
        "%B": _MONTHS[day.month - 1],
        "%b": _MONTHS[day.month - 1][:_FEW_LETTERS],
        "%Y": str(day.year),
        "%A": _WEEKDAYS[day.weekday()],
        "%a": _WEEKDAYS[day.weekday()][:_FEW_LETTERS],
    }
    return " ".join(parts[part] for part in shape.split())
