"""Meetings by month over the last year, each month beside the same month a year before."""

from collections import Counter, defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from mentorgen.analysis.figures import Figure, figure
from mentorgen.analysis.relationships import Relationship
from mentorgen.model.ids import Slug

MONTHS_SHOWN = 12


@dataclass(frozen=True, slots=True)
class Month:
    """A calendar month, named by its first day, with its meetings and those of a year before."""

    first: date
    meetings: Figure
    year_before: Figure


def months(pairs: Collection[Relationship], *, today: date) -> tuple[Month, ...]:
    """Count the meetings of the last twelve months, the oldest first; the last one may not be over."""
    newest = _month(today)
    oldest = newest - 2 * MONTHS_SHOWN + 1
    held = Counter[int]()
    people = defaultdict[int, set[Slug]](set)
    for one in pairs:
        met = Counter(_month(meeting.on) for meeting in one.life.meetings)
        held.update(met)
        for month in {*met, *_months_together(one, oldest, newest)}:
            people[month].update(one.pair.everyone)
    return tuple(
        Month(
            first=_first_day(month),
            meetings=figure(held[month], over=people[month]),
            year_before=figure(held[month - MONTHS_SHOWN], over=people[month - MONTHS_SHOWN]),
        )
        for month in range(newest - MONTHS_SHOWN + 1, newest + 1)
    )


def _months_together(one: Relationship, oldest: int, newest: int) -> range:
    """List the months from a pair's first day to its last, within bounds."""
    began = one.life.began
    if began is None:
        return range(0)
    ended = None if one.goes_on else one.standing.since
    last = newest if ended is None else min(newest, _month(ended))
    return range(max(oldest, _month(began)), last + 1)


def _month(day: date) -> int:
    """Count months since the year 0, so that they can be subtracted."""
    return 12 * day.year + day.month - 1


def _first_day(month: int) -> date:
    return date(month // 12, month % 12 + 1, 1)
