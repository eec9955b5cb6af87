"""When people have time: weekly hours on a grid of quarter-hours, true across zones and clock changes.

A grid has 672 entries, Monday 00:00 first. A quarter, not an hour, because India is 5:30 and Nepal
5:45 ahead of UTC. Hours are said in local time, so the same hours are another grid in UTC after a
clock change: all questions are answered for every week of a round that differs from the others.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import cached_property, lru_cache
from zoneinfo import ZoneInfo

import numpy as np
from numpy.typing import NDArray

from mentorgen.model.people import Participant
from mentorgen.model.words import PartOfDay, Weekday

QUARTER = 15
"""Minutes."""
QUARTERS_A_DAY = 96
QUARTERS_A_WEEK = 7 * QUARTERS_A_DAY
MINUTES_A_WEEK = QUARTERS_A_WEEK * QUARTER
PARTS = {"morning": (8, 12), "midday": (12, 14), "afternoon": (14, 18), "evening": (18, 22)}
"""The hours of the clock that a coarse part of the day stands for."""
UNKNOWN = -1
"""Stands for minutes in common where somebody's hours are not known."""

_PATTERNS_AT_ONCE = 512

Grid = NDArray[np.bool_]

_DAYS = tuple(Weekday)
_WEEKEND = (5, 6)


@dataclass(frozen=True, slots=True)
class SharedWeek:
    """The hours of one week, as matrices of patterns by stretches of the week that go together.

    `mine` has 0 or 1, `theirs` 0 or the stretch's minutes. `moved` tells of each side which patterns
    have other hours than in the week before.
    """

    mine: NDArray[np.float32]
    theirs: NDArray[np.float32]
    moved: tuple[NDArray[np.bool_], NDArray[np.bool_]]


@dataclass(frozen=True)
class SharedHours:
    """The hours of many people and of many others; people with the same hours share a pattern.

    `mine` and `theirs` number everybody's pattern, `known` tells which patterns are hours at all. The
    minutes of up to `most_kept` pairs of patterns, in two bytes each, are worked out once and kept.
    """

    mine: NDArray[np.intp]
    theirs: NDArray[np.intp]
    known: tuple[NDArray[np.bool_], NDArray[np.bool_]]
    weeks: tuple[SharedWeek, ...]
    most_kept: int = 2**24

    def minutes_by_pattern(self, rows: slice) -> NDArray[np.int16]:
        """Compute `hours_in_common` of some people with each pattern of the others.

        UNKNOWN stands where it is None. A week has 10,080 minutes, which float32 holds exactly.
        """
        mine = self.mine[rows]
        if self.known[0].size * self.known[1].size <= self.most_kept:
            return self._every_pattern[mine]
        patterns, places = np.unique(mine, return_inverse=True)
        return self._minutes(patterns)[places]

    def minutes_of(self, rows: slice) -> NDArray[np.int16]:
        """Compute `hours_in_common` of some people with all others."""
        return self.minutes_by_pattern(rows).take(self.theirs, axis=1)

    @cached_property
    def _every_pattern(self) -> NDArray[np.int16]:
        every = np.arange(self.known[0].size)
        found = np.empty((every.size, self.known[1].size), dtype=np.int16)
        for start in range(0, every.size, _PATTERNS_AT_ONCE):
            some = slice(start, start + _PATTERNS_AT_ONCE)
            found[some] = self._minutes(every[some])
        return found

    def _minutes(self, patterns: NDArray[np.intp]) -> NDArray[np.int16]:
        """Compute the minutes of some patterns; after the first week, of those that a clock change moves."""
        least = np.full((patterns.size, self.known[1].size), MINUTES_A_WEEK, dtype=np.float32)
        for week in self.weeks:
            mine, moved = week.mine[patterns], week.moved[0][patterns]
            least[moved] = np.minimum(least[moved], mine[moved] @ week.theirs.T)
            rest = np.ix_(~moved, week.moved[1])
            least[rest] = np.minimum(least[rest], mine[~moved] @ week.theirs[week.moved[1]].T)
        least[~self.known[0][patterns]] = UNKNOWN
        least[:, ~self.known[1]] = UNKNOWN
        return least.astype(np.int16)


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
    return local_coarse_hours(person)[_local_quarters(person.timezone, monday)]


def local_hours(person: Participant) -> Grid:
    """Lay out somebody's hours on their own clock: the exact ones, or else the parts of the day."""
    return _local_grid(_exact(person) if person.hours else _coarse(person.parts_of_day))


def local_coarse_hours(person: Participant) -> Grid:
    """Lay out the parts of the day alone, which the public may see, on the person's own clock."""
    return _local_grid(_coarse(person.parts_of_day))


def hours_in_common(person: Participant, other: Participant, weeks: Sequence[date]) -> int | None:
    """Count the minutes a week that both have, in the worst of the weeks; None if hours are not known."""
    if not (knows_hours(person) and knows_hours(other)):
        return None
    return min(int(grid.sum()) for grid in _both(person, other, weeks)) * QUARTER


def shared_hours(
    people: Sequence[Participant], others: Sequence[Participant], weeks: Sequence[date]
) -> SharedHours:
    """Lay out the hours of many people with many others, for all questions about them at once."""
    mine, one_of_each = _patterns(people)
    theirs, other_of_each = _patterns(others)
    return SharedHours(
        mine,
        theirs,
        (
            np.array([knows_hours(person) for person in one_of_each], dtype=np.bool_),
            np.array([knows_hours(person) for person in other_of_each], dtype=np.bool_),
        ),
        tuple(_shared_weeks(one_of_each, other_of_each, weeks)),
    )


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
    local = local_hours(person)
    return tuple(local[_local_quarters(person.timezone, monday)] for monday in weeks)


def _patterns(people: Iterable[Participant]) -> tuple[NDArray[np.intp], Sequence[Participant]]:
    """Number people by what they say of their hours, and give one person for each number."""
    numbers: dict[tuple[object, ...], int] = {}
    found, one_of_each = [], []
    for person in people:
        said = (person.timezone, person.hours, person.parts_of_day)
        if said not in numbers:
            numbers[said] = len(numbers)
            one_of_each.append(person)
        found.append(numbers[said])
    return np.array(found, dtype=np.intp), one_of_each


def _weekly_grids(people: Sequence[Participant], weeks: Sequence[date]) -> Iterator[Grid]:
    """Lay out people's hours in each week; who is not known has an empty row."""
    local = np.zeros((len(people), QUARTERS_A_WEEK), dtype=np.bool_)
    rows_in: dict[str, list[int]] = defaultdict(list)
    for row, person in enumerate(people):
        if person.timezone is not None and knows_hours(person):
            local[row] = local_hours(person)
            rows_in[person.timezone].append(row)
    for monday in weeks:
        grids = np.zeros_like(local)
        for zone, rows in rows_in.items():
            grids[rows] = local[rows][:, _local_quarters(zone, monday)]
        yield grids


def _shared_weeks(
    people: Sequence[Participant], others: Sequence[Participant], weeks: Sequence[date]
) -> Iterator[SharedWeek]:
    before = None
    for grids in zip(_weekly_grids(people, weeks), _weekly_grids(others, weeks), strict=True):
        yield SharedWeek(*_stretches_of(*grids), _moved(grids, before))
        before = grids


def _moved(
    grids: tuple[Grid, Grid], before: tuple[Grid, Grid] | None
) -> tuple[NDArray[np.bool_], NDArray[np.bool_]]:
    """Tell which rows are not what they were; all, if there is nothing before."""
    if before is None:
        return np.ones(len(grids[0]), dtype=np.bool_), np.ones(len(grids[1]), dtype=np.bool_)
    return (grids[0] != before[0]).any(axis=1), (grids[1] != before[1]).any(axis=1)


def _stretches_of(mine: Grid, theirs: Grid) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    """Join the quarter-hours that everybody has or lacks alike, and leave out those that cannot be shared."""
    columns = np.packbits(np.vstack((mine, theirs)), axis=0).T
    quarters: dict[bytes, list[int]] = defaultdict(list)
    for quarter in np.flatnonzero(mine.any(axis=0) & theirs.any(axis=0)).tolist():
        quarters[columns[quarter].tobytes()].append(quarter)
    first = [together[0] for together in quarters.values()]
    minutes = np.array([len(together) * QUARTER for together in quarters.values()])
    return mine[:, first].astype(np.float32), (theirs[:, first] * minutes).astype(np.float32)


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
