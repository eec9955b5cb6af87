"""The page of all dates: what takes place, what is due, and where the rounds' stages begin."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from itertools import groupby
from zoneinfo import ZoneInfo

from mentorgen.analysis.wording import day_text
from mentorgen.model.cohorts import Cohort, Event
from mentorgen.model.said import said
from mentorgen.output.calendars import FILE_NAME
from mentorgen.output.site.pages.calendars import program_calendar_link
from mentorgen.output.site.pages.events import all_events
from mentorgen.output.site.pages.frame import Frame, place_of
from mentorgen.output.site.pages.round import round_days, round_stages
from mentorgen.output.site.pages.rounds import is_open, round_path
from mentorgen.output.site.views import CalendarView, DateKind, DateView, DayView, MonthView

MOST_PAST = 40
_A_WEEK = 7


def calendar_view(frame: Frame) -> CalendarView:
    """Show what comes by month, and what was behind it."""
    dates = sorted(_dates(frame), key=lambda one: (one.on, one.starts, one.title))
    past = [one for one in dates if one.on < frame.today]
    ahead = _with_next(one for one in dates if one.on >= frame.today)
    months = groupby(ahead, key=lambda one: one.on.replace(day=1))
    monday = frame.today - timedelta(days=frame.today.weekday())
    has_file = program_calendar_link(frame) is not None
    return CalendarView(
        title=said("Calendar"),
        description=said(
            "What takes place in %(program)s, and what is due.",
            program=frame.program.settings.name,
        ),
        lead=said("What takes place, until when one can join, and where a new stage begins."),
        weekdays=tuple(monday + timedelta(days=day) for day in range(_A_WEEK)),
        months=tuple(_month(frame, first, tuple(found)) for first, found in months),
        past=tuple(reversed(past))[:MOST_PAST],
        subscribe=program_calendar_link(frame),
        address=f"{frame.site_url.rstrip('/')}/{FILE_NAME}" if has_file and frame.site_url else "",
    )


def _with_next(dates: Iterable[DateView]) -> Iterator[DateView]:
    """Mark the first that is not called off."""
    is_found = False
    for one in dates:
        is_next = not (is_found or one.is_off)
        is_found = is_found or is_next
        yield replace(one, is_next=is_next)


def _dates(frame: Frame) -> Iterator[DateView]:
    for event in all_events(frame):
        yield _event(frame, event)
    for cohort in frame.program.cohorts.values():
        yield from _of_round(frame, cohort)


def _event(frame: Frame, event: Event) -> DateView:
    return DateView(
        on=event.on,
        kind=DateKind.EVENT,
        title=event.name,
        part_of=frame.program.cohorts[event.cohort].name,
        text=event.about or "",
        starts=f"{_moment(event):%Y-%m-%dT%H:%MZ}" if event.at is not None else "",
        times=_times(frame, event),
        note=_note(frame, event),
        target=event.link,
        is_off=event.cancelled is not None,
    )


def _moment(event: Event) -> datetime:
    return datetime.combine(event.on, time(), UTC) + timedelta(minutes=event.at or 0)


def _times(frame: Frame, event: Event) -> str:
    """Say the hour in UTC, and in the zone by which the program lives where that is another."""
    if event.at is None:
        return ""
    zone = frame.program.settings.timezone
    there = _moment(event).astimezone(ZoneInfo(zone))
    utc = said("%(time)s UTC", time=f"{_moment(event):%H:%M}")
    if not there.utcoffset():
        return utc
    clock = said("%(time)s in %(place)s", time=f"{there:%H:%M}", place=place_of(zone, event.on))
    return said("%(utc)s. %(there)s", utc=utc, there=clock)


def _note(frame: Frame, event: Event) -> str:
    if event.cancelled:
        day = day_text(event.cancelled, today=frame.today)
        return said("This was called off on %(day)s.", day=day)
    changed = [day for day in event.changed if day <= frame.today]
    if not changed:
        return ""
    return said("This was changed on %(day)s.", day=day_text(max(changed), today=frame.today))


def _of_round(frame: Frame, cohort: Cohort) -> Iterator[DateView]:
    """List the days of a round, and of one that goes on where its stages begin."""
    for moment in round_days(cohort, frame.today):
        yield _plain(cohort, DateKind.DEADLINE, moment.on, moment.title)
    plan = frame.program.plans[cohort.plan] if cohort.plan else None
    if plan is None or not is_open(cohort, frame.today):
        return
    for stage, shown in zip(plan.stages, round_stages(plan, cohort, frame.today), strict=True):
        if shown.starts is not None:
            title = said("A new stage: %(stage)s", stage=stage.name)
            yield _plain(cohort, DateKind.STAGE, shown.starts, title, stage.aim or "")


def _plain(cohort: Cohort, kind: DateKind, on: date, title: str, text: str = "") -> DateView:
    return DateView(
        on=on, kind=kind, title=title, part_of=cohort.name, text=text, target=round_path(cohort.id)
    )


def _month(frame: Frame, first: date, dates: tuple[DateView, ...]) -> MonthView:
    return MonthView(first=first, days=tuple(_days(frame, first, dates)), dates=dates)


def _days(frame: Frame, first: date, dates: Iterable[DateView]) -> Iterator[DayView]:
    """Draw whole weeks; a day is what weighs most of what is on."""
    order = tuple(DateKind)
    kinds: dict[int, DateKind] = {}
    for one in dates:
        if not one.is_off:
            kinds[one.on.day] = min(one.kind, kinds.get(one.on.day, one.kind), key=order.index)
    following = (first + timedelta(days=31)).replace(day=1)
    last = (following - timedelta(days=1)).day
    for _ in range(first.weekday()):
        yield DayView(number=0)
    for number in range(1, last + 1):
        is_today = first.replace(day=number) == frame.today
        yield DayView(number=number, kind=kinds.get(number, ""), is_today=is_today)
    for _ in range(-(first.weekday() + last) % _A_WEEK):
        yield DayView(number=0)
