"""When a pair meets next: the last word of its meetings and its log."""

from datetime import UTC, date, datetime, timedelta
from datetime import time as clock_time
from zoneinfo import ZoneInfo

from mentorgen.analysis.life import Life
from mentorgen.analysis.meeting_times import CommonTime
from mentorgen.model.facts import Cancelled, Planned
from mentorgen.model.ids import Slug
from mentorgen.model.meetings import NextMeeting
from mentorgen.model.program import Program
from mentorgen.model.words import Weekday

_DAYS = tuple(Weekday)


def agreed_meeting(life: Life) -> NextMeeting | None:
    """Read what the pair agreed on last, even where its day has passed.

    The newest meeting may name the next one; a fact of the log that was written on its day or later
    outweighs it, and an older one stands as long as its day lies behind that meeting.
    """
    last = life.meetings[-1] if life.meetings else None
    known = last.on if last else date.min
    facts = [
        fact
        for fact in life.facts
        if isinstance(fact, Cancelled) or (isinstance(fact, Planned) and fact.day > known)
    ]
    newest = max(reversed(facts), key=lambda fact: fact.on, default=None)
    if last is not None and last.next is not None and (newest is None or newest.on < last.on):
        return last.next
    return NextMeeting(on=newest.day, at=newest.at) if isinstance(newest, Planned) else None


def next_meeting(life: Life, *, today: date) -> NextMeeting | None:
    """Read when the pair meets next; nothing once the day that was agreed on has passed."""
    agreed = agreed_meeting(life)
    return agreed if agreed is not None and agreed.on >= today else None


def occurrence_of(program: Program, time: CommonTime, *, after: date) -> NextMeeting:
    """Find when a weekly time comes next behind a day, told in UTC."""
    slug, (shown, *_) = next(iter(time.clocks.items()))
    days_ahead = (_DAYS.index(shown.day) - after.weekday() - 1) % len(_DAYS) + 1
    hours, minutes = divmod(shown.at, 60)
    local = datetime.combine(
        after + timedelta(days=days_ahead),
        clock_time(hours, minutes),
        ZoneInfo(program.participants[slug].timezone or "UTC"),
    )
    return _in_utc(local)


def on_clock_of(program: Program, slug: Slug, on: date, at: int) -> NextMeeting:
    """Tell in UTC what somebody says by their own clock, or by the program's where theirs is not known."""
    person = program.participants.get(slug)
    return on_clock((person and person.timezone) or program.settings.timezone, on, at)


def on_clock(zone: str, on: date, at: int) -> NextMeeting:
    """Tell in UTC what is said by the clock of a time zone; of an hour shown twice the first is meant."""
    return _in_utc(_said(zone, on, at))


def is_on_clock(zone: str, on: date, at: int) -> bool:
    """Tell whether the clock of a time zone shows a time on a day: one that is put forward leaves some out."""
    said = _said(zone, on, at)
    shown = said.astimezone(UTC).astimezone(ZoneInfo(zone))
    return shown.replace(tzinfo=None) == said.replace(tzinfo=None)


def _said(zone: str, on: date, at: int) -> datetime:
    shown = datetime.combine(on, clock_time()) + timedelta(minutes=at)
    return shown.replace(tzinfo=ZoneInfo(zone))


def _in_utc(local: datetime) -> NextMeeting:
    moment = local.astimezone(UTC)
    return NextMeeting(on=moment.date(), at=moment.hour * 60 + moment.minute)
