"""Small types that many records share: texts of a bounded length, days, times of day, links."""

import re
from datetime import date
from functools import lru_cache
from typing import Annotated, LiteralString

from pydantic import (
    Field,
    ValidationError,
    ValidationInfo,
)
from pydantic_core import PydanticCustomError

from mentorgen.model.texts import ReadAs, Written

EARLIEST_DAY = date(1990, 1, 1)
LATEST_DAY = date(2100, 1, 1)
MINUTES_A_DAY = 24 * 60

_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_CLOCK = re.compile(r"([0-9]{1,2}):([0-5][0-9])")


def _day(value: object, _: ValidationInfo) -> date:
    """Read YYYY-MM-DD and nothing else: pydantic would also take seconds since 1970 written as text."""
    if type(value) is date:
        return _day_in_range(value)
    if not isinstance(value, str):
        raise _wrong("day")
    return _day_of(value)


@lru_cache(4096)
def _day_of(text: str) -> date:
    """Read a day; a program's files name the same ones again and again."""
    if not _DAY.fullmatch(text):
        raise _wrong("day")
    try:
        day = date.fromisoformat(text)
    except ValueError:
        raise _wrong("day") from None
    return _day_in_range(day)


def _day_in_range(day: date) -> date:
    if not EARLIEST_DAY <= day < LATEST_DAY:
        raise _wrong("day_range")
    return day


def _minutes_of_day(value: object, info: ValidationInfo) -> int:
    """Read HH:MM; minutes since midnight are for Python only, since in a file 9 means nine o'clock."""
    if info.mode == "python" and type(value) is int and 0 <= value <= MINUTES_A_DAY:
        return value
    found = _CLOCK.fullmatch(value) if isinstance(value, str) else None
    minutes = int(found[1]) * 60 + int(found[2]) if found else MINUTES_A_DAY + 1
    if minutes > MINUTES_A_DAY:
        raise _wrong("time_of_day")
    return minutes


def _wrong(kind: LiteralString) -> PydanticCustomError:
    """Make the error that the loader turns into a sentence; its text is never shown."""
    return PydanticCustomError(kind, kind)


def clock_text(minutes: int) -> str:
    """Write minutes since midnight as HH:MM."""
    return f"{minutes // 60:02}:{minutes % 60:02}"


Day = Annotated[
    date,
    ReadAs(
        reader=_day,
        format="date",
        pattern="^(199|20[0-9])[0-9]-[0-9]{2}-[0-9]{2}$",
        example="2026-03-01",
    ),
]
TimeOfDay = Annotated[
    int,
    ReadAs(
        reader=_minutes_of_day,
        pattern="^(([01]?[0-9]|2[0-3]):[0-5][0-9]|24:00)$",
        example="17:30",
        writer=clock_text,
    ),
]
"""Minutes since midnight, 0 to 1440; written HH:MM."""

VISIBLE_PATTERN = (
    "[^\\s\xad\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u2800\u3164\uffa0]"
)
"""Something that can be seen: a name of blanks would be a hole on the site."""

Name = Annotated[str, Written(min_length=1, max_length=200, pattern=VISIBLE_PATTERN)]
Line = Annotated[str, Written(min_length=1, max_length=300, pattern=VISIBLE_PATTERN)]
Prose = Annotated[str, Written(max_length=10_000)]
Link = Annotated[
    str,
    Written(
        pattern=r"""^https://[A-Za-z0-9-]+([.][A-Za-z0-9-]+)+(:[0-9]{1,5})?([/?#][^\s<>"']*)?$""",
        max_length=500,
        examples=("https://example.org/page",),
    ),
]
"""An address with a plain host name and nobody's password; what looks like another letter is none."""


def is_link(text: str) -> bool:
    """Tell whether a record could hold a text as a link."""
    from pydantic import TypeAdapter  # noqa: PLC0415 # a check does without

    try:
        TypeAdapter[str](Link).validate_python(text, strict=True)
    except ValidationError:
        return False
    return True


LanguageTag = Annotated[
    str,
    Written(
        pattern="^[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?$", examples=("en", "pt-BR", "zh-Hans")
    ),
]
TimeZone = Annotated[str, Written(min_length=1, max_length=60, examples=("Europe/Lisbon",))]
"""An IANA name such as Europe/Lisbon; the loader checks that it exists."""
Login = Annotated[
    str, Written(pattern="^[A-Za-z0-9](-?[A-Za-z0-9])*(_[A-Za-z0-9]+)?$", max_length=39)
]
Days = Annotated[int, Field(ge=1, le=1000)]
Minutes = Annotated[int, Field(ge=1, le=MINUTES_A_DAY)]
