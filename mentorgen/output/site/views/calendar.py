"""What the page of all dates shows, month by month."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, ClassVar

from mentorgen.output.site.views.common import LinkView, PageView, PublicView

if TYPE_CHECKING:
    from datetime import date


class DateKind(StrEnum):
    """What a date is, what weighs most first: a day with several is drawn as the first of them."""

    EVENT = "event"
    DEADLINE = "deadline"
    STAGE = "stage"


@dataclass(frozen=True, slots=True, kw_only=True)
class DateView(PublicView):
    """Something that is on a day; `starts` is its moment in UTC, empty for a whole day.

    `times` says the hour in the program's zone, `note` what became of it since it was announced.
    """

    on: date
    kind: DateKind
    title: str
    part_of: str
    text: str
    starts: str = ""
    times: str = ""
    note: str = ""
    target: str | None = None
    is_off: bool = False
    is_next: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class DayView(PublicView):
    """A day in the picture of a month; `number` 0 fills the weeks up."""

    number: int
    kind: str = ""
    is_today: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class MonthView(PublicView):
    """A month with its dates; `days` are whole weeks from Monday on."""

    first: date
    days: tuple[DayView, ...]
    dates: tuple[DateView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarView(PageView):
    """Everything that is on; `subscribe` and its `address` are for people's own calendars."""

    template: ClassVar[str] = "calendar.html"
    lead: str
    weekdays: tuple[date, ...]
    months: tuple[MonthView, ...]
    past: tuple[DateView, ...]
    subscribe: LinkView | None = None
    address: str = ""
