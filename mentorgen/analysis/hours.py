"""When people have time: weekly hours on a grid of quarter-hours, true across zones and clock changes.

A grid has 672 entries, Monday 00:00 first. A quarter, not an hour, because India is 5:30 and Nepal
5:45 ahead of UTC. Hours are said in local time, so the same hours are another grid in UTC after a
clock change: all questions are answered for every week of a round that differs from the others.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from itertools import pairwise
from zoneinfo import ZoneInfo

import numpy as np
from numpy.typing import NDArray

from mentorgen.model.people import Participant
from mentorgen.model.words import PartOfDay, Weekday

QUARTER = 15
"""Minutes."""
QUARTERS_A_DAY = 96
QUARTERS_A_WEEK = 7 * QUARTERS_A_DAY
PARTS = {"morning": (8, 12), "midday": (12, 14), "afternoon": (14, 18), "evening": (18, 22)}
"""The hours of the clock that a coarse part of the day stands for."""
UNKNOWN = -1
"""Stands for minutes in common where somebody's hours are not known."""

Grid = NDArray[np.bool_]

_DAYS = tuple(Weekday)
_WEEKEND = (5, 6)
_SHORTEST = 30
_MOST_TIMES = 3


@dataclass(frozen=True, slots=True)
class CommonTime:
    """A weekly time that suits two people: how long it lasts, and when it starts for each of them.

    Starts are minutes since midnight in local time, as the clocks stand in the first of the weeks.
    """

    minutes: int
    day: Weekday
    at: int
    other_day: Weekday
    other_at: int


@dataclass(frozen=True, slots=True)
class WeeklyHours:
    """Many people's hours: who is known, and one matrix per week (people x quarter-hours, 0 or 1)."""

    known: NDArray[np.bool_]
    weeks: tuple[NDArray[np.float32], ...]


def knows_hours(person: Participant) -> bool:
    """Tell whether somebody said enough to place their hours: a time zone, and when in the week."""
    return person.timezone is not None and bool(person.hours or person.parts_of_day)


def offset_states(zones: Iterable[str], first_day: date, last_day: date) -> tuple[date, ...]:
    """List the Mondays of weeks that differ in some zone's offset from all weeks before, first to last.

    The week in which a clock changes counts as a week of its own.
    """
    return _offset_states(tuple(sorted(set(zones))), first_day, last_day)


def weekly_grid(person: Participant, monday: date) -> Grid | None:
    """Lay out somebody's hours in UTC for the week of a Monday; None if they are not known."""
    return next(iter(_grids(person, (monday,))), None)


def coarse_grid(person: Participant, monday: date) -> Grid | None:
    """Lay out the parts of the day alone, which the public may see; None if they are not known."""
    if person.timezone is None or not person.parts_of_day:
        return None
    local = _local_grid(_coarse(person.parts_of_day))
    return local[_local_quarters(person.timezone, monday)]


def hours_in_common(person: Participant, other: Participant, weeks: Sequence[date]) -> int | None:
    """Count the minutes a week that both have, in the worst of the weeks; None if hours are not known."""
    if not (knows_hours(person) and knows_hours(other)):
        return None
    return min(int(grid.sum()) for grid in _both(person, other, weeks)) * QUARTER


def best_times(
    person: Participant, other: Participant, weeks: Sequence[date]
) -> tuple[CommonTime, ...]:
    """Find up to three times that suit both in every one of the weeks, the longest first.

    The first person's clock sets the time: it stays where it is when the other's clock changes.
    """
    if person.timezone is None or other.timezone is None:
        return ()
    if not (knows_hours(person) and knows_hours(other)):
        return ()
    shared = np.ones(QUARTERS_A_WEEK, dtype=np.bool_)
    for monday, grid in zip(weeks, _both(person, other, weeks), strict=True):
        local = np.zeros(QUARTERS_A_WEEK, dtype=np.bool_)
        local[_local_quarters(person.timezone, monday)[grid]] = True
        shared &= local
    own = _local_quarters(person.timezone, weeks[0])
    others = dict(
        zip(own.tolist(), _local_quarters(other.timezone, weeks[0]).tolist(), strict=True)
    )
    stretches = sorted(_stretches(shared), key=lambda stretch: (-stretch[1], stretch[0]))
    return tuple(
        CommonTime(length * QUARTER, *_clock(start), *_clock(others[start]))
        for start, length in stretches[:_MOST_TIMES]
        if length * QUARTER >= _SHORTEST
    )


def weekly_hours(people: Iterable[Participant], weeks: Sequence[date]) -> WeeklyHours:
    """Lay out the hours of many people for `least_minutes`; who is not known has empty rows."""
    everyone = tuple(people)
    known = np.array([knows_hours(person) for person in everyone], dtype=np.bool_)
    matrices = tuple(np.zeros((len(everyone), QUARTERS_A_WEEK), dtype=np.float32) for _ in weeks)
    for row, person in enumerate(everyone):
        for matrix, grid in zip(matrices, _grids(person, weeks), strict=False):
            matrix[row] = grid
    return WeeklyHours(known, matrices)


def least_minutes(rows: WeeklyHours, columns: WeeklyHours, part: slice) -> NDArray[np.int32]:
    """Compute `hours_in_common` of some rows with all columns at once; UNKNOWN where it is None.

    The products count at most 672 quarter-hours, which float32 holds exactly.
    """
    known = rows.known[part, None] & columns.known[None, :]
    least = np.full(known.shape, QUARTERS_A_WEEK, dtype=np.float32)
    for mine, theirs in zip(rows.weeks, columns.weeks, strict=True):
        np.minimum(least, mine[part] @ theirs.T, out=least)
    return np.where(known, least.astype(np.int32) * QUARTER, UNKNOWN)


@lru_cache(maxsize=64)
def _offset_states(names: tuple[str, ...], first_day: date, last_day: date) -> tuple[date, ...]:
    monday = first_day - timedelta(days=first_day.weekday())
    found: dict[tuple[int, ...], date] = {}
    while monday <= last_day:
        edges = (_instant(monday), _instant(monday + timedelta(days=7)))
        state = tuple(_offset(name, edge) for name in names for edge in edges)
        found.setdefault(state, monday)
        monday += timedelta(days=7)
    return tuple(found.values())


def _both(person: Participant, other: Participant, weeks: Sequence[date]) -> tuple[Grid, ...]:
    """Lay out the hours that two people whose hours are known both have."""
    grids = zip(_grids(person, weeks), _grids(other, weeks), strict=True)
    return tuple(mine & theirs for mine, theirs in grids)


def _grids(person: Participant, weeks: Sequence[date]) -> tuple[Grid, ...]:
    """Lay out somebody's hours in UTC for each week; empty if they are not known."""
    if person.timezone is None or not knows_hours(person):
        return ()
    local = _local_grid(_exact(person) if person.hours else _coarse(person.parts_of_day))
    return tuple(local[_local_quarters(person.timezone, monday)] for monday in weeks)


def _local_grid(spans: Iterable[tuple[int, int, int]]) -> Grid:
    """Lay out stretches (day, first minute, last minute) on the person's own clock."""
    grid = np.zeros(QUARTERS_A_WEEK, dtype=np.bool_)
    for day, start, end in spans:
        first = day * QUARTERS_A_DAY - (-start // QUARTER)
        last = day * QUARTERS_A_DAY + end // QUARTER
        grid[np.arange(first, last) % QUARTERS_A_WEEK] = True
    return grid


def _exact(person: Participant) -> Iterable[tuple[int, int, int]]:
    for span in person.hours:
        if span.to != span.from_:
            end = span.to if span.to > span.from_ else span.to + 1440
            yield _DAYS.index(span.day), span.from_, end


def _coarse(parts: Iterable[PartOfDay]) -> Iterable[tuple[int, int, int]]:
    for part in parts:
        kind, _, name = part.partition("-")
        first, last = PARTS[name]
        for day in _WEEKEND if kind == "weekend" else range(_WEEKEND[0]):
            yield day, first * 60, last * 60


@lru_cache(maxsize=4096)
def _local_quarters(zone: str, monday: date) -> NDArray[np.int64]:
    """Say for each quarter-hour of the UTC week which one it is on the local clock."""
    start = _instant(monday)
    offsets = [_offset(zone, start + timedelta(hours=hour)) for hour in range(7 * 24)]
    hourly = np.array(offsets, dtype=np.int64)
    quarters = np.arange(QUARTERS_A_WEEK) + np.repeat(hourly, 4)
    quarters %= QUARTERS_A_WEEK
    quarters.flags.writeable = False
    return quarters


def _offset(zone: str, instant: datetime) -> int:
    """Give a zone's distance from UTC in quarter-hours."""
    return (instant.astimezone(ZoneInfo(zone)).utcoffset() or timedelta()) // timedelta(
        minutes=QUARTER
    )


def _instant(monday: date) -> datetime:
    return datetime.combine(monday, time(), UTC)


def _stretches(grid: Grid) -> Iterable[tuple[int, int]]:
    """Find runs of free quarter-hours as start and length; a run ends with its day."""
    edges = np.flatnonzero(np.diff(grid.astype(np.int8), prepend=0, append=0))
    days = np.arange(QUARTERS_A_DAY, QUARTERS_A_WEEK, QUARTERS_A_DAY)
    cuts = np.union1d(edges, days).tolist()
    return [(start, end - start) for start, end in pairwise(cuts) if grid[start]]


def _clock(quarter: int) -> tuple[Weekday, int]:
    day, rest = divmod(quarter, QUARTERS_A_DAY)
    return _DAYS[day], rest * QUARTER
