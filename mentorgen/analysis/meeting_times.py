"""Times of the week that suit a whole relationship, told on everybody's clock.

One clock sets the time: the first person's. It never moves there, while other clocks may: a time is
found only if it suits everybody in each of the weeks, whichever clocks change in them.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from itertools import groupby
from zoneinfo import ZoneInfo

from mentorgen.analysis.hours import (
    QUARTER,
    QUARTERS_A_DAY,
    Grid,
    knows_hours,
    local_coarse_hours,
    local_hours,
)
from mentorgen.analysis.life import Life, life_of
from mentorgen.model.ids import Slug
from mentorgen.model.pairs import Pair
from mentorgen.model.people import Participant
from mentorgen.model.program import Program
from mentorgen.model.words import Weekday

MOST_TIMES = 3
SHORTEST_MINUTES = 30
WEEKS_AHEAD = 26
"""How far a time must hold for a relationship that goes on for longer or has no end in sight."""
_FEWEST_OF_A_GROUP = 3
_DAYS = tuple(Weekday)


@dataclass(frozen=True, slots=True)
class LocalTime:
    """When a weekly time begins on one clock, from the week of the Monday `since` on.

    `at` counts minutes since midnight.
    """

    since: date
    day: Weekday
    at: int


@dataclass(frozen=True, slots=True)
class CommonTime:
    """A weekly time that suits several people, all but those in `without`, and how long it lasts.

    Each person's clock has one entry, and a further one whenever the time moves on it; the first clock
    sets the time.
    """

    minutes: int
    clocks: Mapping[Slug, tuple[LocalTime, ...]]
    without: tuple[Slug, ...] = ()


@dataclass(frozen=True, slots=True)
class MeetingTimes:
    """Times for those of a relationship who said when they are free; `unknown` did not say so.

    Where no time suits all of a group, they are times that suit the most of it.
    """

    times: tuple[CommonTime, ...]
    unknown: tuple[Slug, ...]


@dataclass(frozen=True, slots=True)
class _Clock:
    """Somebody's zone, and their free hours as their own clock shows them."""

    zone: ZoneInfo
    hours: Grid


def meeting_times(program: Program, pair: Pair, *, today: date) -> MeetingTimes:
    """Find times for all who are in a relationship on the day, until its planned end, or for the most of them.

    Exact hours count where they are known, so the answer is for those who may read them. Nobody meets
    without a mentor, nor mentors alone.
    """
    life = life_of(program, pair, today=today)
    people = [program.participants[slug] for slug in life.members.everyone]
    known = [person for person in people if knows_hours(person)]
    weeks = weeks_ahead(life)

    def is_a_meeting(without: Sequence[Slug]) -> bool:
        left = life.members.without(without)
        return left.mentors == life.members.mentors and left.suffice

    return MeetingTimes(
        times=common_times(known, weeks) or times_of_most(known, weeks, is_a_meeting),
        unknown=tuple(person.slug for person in people if not knows_hours(person)),
    )


def weeks_ahead(life: Life) -> tuple[date, ...]:
    """List the Mondays until the planned end of a relationship, this week's first."""
    monday = life.today - timedelta(days=life.today.weekday())
    planned = (life.term - monday).days // 7 if life.term else WEEKS_AHEAD
    weeks = range(max(1, min(planned + 1, WEEKS_AHEAD)))
    return tuple(monday + timedelta(weeks=week) for week in weeks)


def common_times(
    people: Sequence[Participant], weeks: Sequence[date], *, coarse: bool = False
) -> tuple[CommonTime, ...]:
    """Find up to three times that suit everybody in each week of these Mondays, the longest first.

    There are none where somebody's hours are not known, nor for one person alone. Where they are for
    everybody to see, `coarse` looks at the parts of the day alone.
    """
    clocks = _clocks(people, coarse=coarse)
    if len(clocks) < max(2, len(people)):
        return ()
    first, *_ = clocks.values()
    telling = _telling_weeks(tuple(weeks), tuple(clock.zone for clock in clocks.values()))
    shared = (
        quarter
        for quarter in first.hours.nonzero()[0].tolist()
        if all(_suits(quarter, monday, first.zone, clocks.values()) for monday in telling)
    )
    return tuple(
        CommonTime(length * QUARTER, dict(_told(start, weeks, clocks)))
        for start, length in _longest(_stretches(shared))
    )


def times_of_most(
    people: Sequence[Participant],
    weeks: Sequence[date],
    is_a_meeting: Callable[[Sequence[Slug]], bool],
) -> tuple[CommonTime, ...]:
    """Find up to three times that suit as many as possible, more than half, of people whose hours are known.

    `is_a_meeting` tells who may be missing. The longest time comes first.
    """
    clocks = _clocks(people)
    if len(clocks) < _FEWEST_OF_A_GROUP:
        return ()
    telling = _telling_weeks(tuple(weeks), tuple(clock.zone for clock in clocks.values()))
    busy = [_busy(quarter, telling, clocks) for quarter in range(7 * QUARTERS_A_DAY)]
    found: dict[tuple[int, int], tuple[Slug, ...]] = {}
    for absent in _fewest_absent(clocks, busy, is_a_meeting):
        shared = [quarter for quarter, missing in enumerate(busy) if missing.issubset(absent)]
        found |= dict.fromkeys(_stretches(shared), absent)
    return tuple(
        CommonTime(length * QUARTER, dict(_told(start, weeks, clocks)), found[start, length])
        for start, length in _longest(found)
    )


def _busy(quarter: int, weeks: Sequence[date], clocks: Mapping[Slug, _Clock]) -> frozenset[Slug]:
    """Name who has no time in some week while the first clock shows a quarter; all where it is no moment."""
    first, *_ = clocks.values()
    moments = [_instants(quarter, monday, first.zone) for monday in weeks]
    if any(len(one) != 1 for one in moments):
        return frozenset(clocks)
    return frozenset(
        slug
        for slug, clock in clocks.items()
        if not all(clock.hours[_shown(moment, clock.zone)] for (moment,) in moments)
    )


def _fewest_absent(
    clocks: Mapping[Slug, _Clock],
    busy: Sequence[frozenset[Slug]],
    is_a_meeting: Callable[[Sequence[Slug]], bool],
) -> Iterator[tuple[Slug, ...]]:
    """Name those, in each way that is possible, without whom the most can meet for half an hour."""
    halves = {
        busy[start] | busy[start + 1]
        for start in range(len(busy) - 1)
        if (start + 1) % QUARTERS_A_DAY
    }
    ways = sorted(tuple(slug for slug in clocks if slug in half) for half in halves)
    possible = [way for way in ways if 2 * len(way) < len(clocks) and is_a_meeting(way)]
    fewest = min(map(len, possible), default=0)
    yield from (way for way in possible if len(way) == fewest)


def _clocks(people: Iterable[Participant], *, coarse: bool = False) -> Mapping[Slug, _Clock]:
    return {
        person.slug: _Clock(
            ZoneInfo(person.timezone),
            local_coarse_hours(person) if coarse else local_hours(person),
        )
        for person in people
        if person.timezone and (person.parts_of_day if coarse else knows_hours(person))
    }


def _longest(stretches: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Choose the longest stretches, of equal ones the earlier in the week; none under half an hour."""
    ordered = sorted(stretches, key=lambda stretch: (-stretch[1], stretch[0]))
    return [one for one in ordered[:MOST_TIMES] if one[1] * QUARTER >= SHORTEST_MINUTES]


@lru_cache(maxsize=4096)
def _telling_weeks(weeks: tuple[date, ...], zones: tuple[ZoneInfo, ...]) -> tuple[date, ...]:
    """Choose the weeks that differ from all before in some clock's distance from UTC, a day around too."""
    found: dict[tuple[timedelta | None, ...], date] = {}
    for monday in weeks:
        midnights = (
            datetime.combine(monday + timedelta(days=day), time(), UTC) for day in range(-1, 9)
        )
        state = (day.astimezone(zone).utcoffset() for day in midnights for zone in zones)
        found.setdefault(tuple(state), monday)
    return tuple(found.values())


def _suits(quarter: int, monday: date, zone: ZoneInfo, clocks: Iterable[_Clock]) -> bool:
    """Tell whether everybody is free while a clock shows a quarter of an hour of a week.

    A clock that is put back shows an hour twice, and who meets in it does not know which is meant; one
    that is put forward leaves an hour out. So no time lasts over a change of the first clock.
    """
    instants = _instants(quarter, monday, zone)
    return len(instants) == 1 and all(
        clock.hours[_shown(instants[0], clock.zone)] for clock in clocks
    )


@lru_cache(maxsize=2**17)
def _instants(quarter: int, monday: date, zone: ZoneInfo) -> tuple[datetime, ...]:
    """List the moments at which a clock shows a quarter of the week of a Monday."""
    shown = datetime.combine(monday, time()) + timedelta(minutes=quarter * QUARTER)
    both = (shown.replace(tzinfo=zone, fold=fold).astimezone(UTC) for fold in (0, 1))
    there = (one for one in both if one.astimezone(zone).replace(tzinfo=None) == shown)
    return tuple(dict.fromkeys(there))


@lru_cache(maxsize=2**17)
def _shown(instant: datetime, zone: ZoneInfo) -> int:
    """Read the quarter of the week that a clock shows."""
    local = instant.astimezone(zone)
    return local.weekday() * QUARTERS_A_DAY + (local.hour * 60 + local.minute) // QUARTER


def _stretches(quarters: Iterable[int]) -> Iterator[tuple[int, int]]:
    """Join quarters that follow each other on one day to a start and a length."""
    ordered = enumerate(quarters)
    for _, run in groupby(ordered, key=lambda one: (one[1] - one[0], one[1] // QUARTERS_A_DAY)):
        start, *more = (quarter for _, quarter in run)
        yield start, 1 + len(more)


def _told(
    start: int, weeks: Sequence[date], clocks: Mapping[Slug, _Clock]
) -> Iterator[tuple[Slug, tuple[LocalTime, ...]]]:
    """Read a weekly time on everybody's clock, week after week."""
    first, *_ = clocks.values()
    instants = [(monday, _instants(start, monday, first.zone)[0]) for monday in weeks]
    for slug, clock in clocks.items():
        shown = ((monday, _shown(instant, clock.zone)) for monday, instant in instants)
        runs = groupby(shown, key=lambda one: one[1])
        yield slug, tuple(_local(next(run)[0], quarter) for quarter, run in runs)


def _local(since: date, quarter: int) -> LocalTime:
    day, rest = divmod(quarter, QUARTERS_A_DAY)
    return LocalTime(since, _DAYS[day], rest * QUARTER)
