"""Hours in common hold in every week, across zones, quarter-hour offsets and clock changes."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentorgen.analysis.hours import (
    QUARTERS_A_WEEK,
    UNKNOWN,
    coarse_grid,
    hours_in_common,
    knows_hours,
    offset_states,
    shared_hours,
    weekly_grid,
)
from mentorgen.model.people import Hours, Participant
from mentorgen.model.words import PartOfDay, Weekday
from tests.builders import a_participant

WINTER = date(2026, 1, 12)
SUMMER = date(2026, 7, 13)
ZONES = (
    "Asia/Kathmandu",
    "Asia/Kolkata",
    "Europe/Lisbon",
    "America/New_York",
    "America/St_Johns",
    "Pacific/Chatham",
    "Australia/Sydney",
    "America/Sao_Paulo",
    "UTC",
)


def at(day: Weekday, start: str, end: str) -> Hours:
    return Hours.model_validate({"day": day, "from": start, "to": end})


def somebody(zone: str | None, *hours: Hours, parts: tuple[PartOfDay, ...] = ()) -> Participant:
    return a_participant("ana", timezone=zone, hours=hours, parts_of_day=parts)


def test_offset_states_are_the_weeks_in_which_some_clock_stands_differently() -> None:
    weeks = offset_states(("Europe/Lisbon", "America/New_York"), date(2026, 3, 4), date(2026, 4, 9))

    # America changes on 8 March, Europe on 29 March; the weeks that hold a change stand alone.
    assert weeks == (
        date(2026, 3, 2),
        date(2026, 3, 9),
        date(2026, 3, 23),
        date(2026, 3, 30),
    )


def test_without_zones_one_week_stands_for_all() -> None:
    assert offset_states((), date(2026, 3, 4), date(2027, 3, 4)) == (date(2026, 3, 2),)


@pytest.mark.parametrize(
    ("zone", "first_quarter"), [("Asia/Kathmandu", 9 * 4 - 23), ("Asia/Kolkata", 9 * 4 - 22)]
)
def test_quarter_hour_zones_keep_their_quarters(zone: str, first_quarter: int) -> None:
    grid = weekly_grid(somebody(zone, at(Weekday.MON, "9:00", "10:00")), WINTER)

    assert grid is not None
    assert np.flatnonzero(grid).tolist() == list(range(first_quarter, first_quarter + 4))


def test_hours_past_sunday_midnight_in_utc_come_back_on_monday() -> None:
    grid = weekly_grid(somebody("America/New_York", at(Weekday.SUN, "20:00", "21:00")), WINTER)

    assert grid is not None
    assert np.flatnonzero(grid).tolist() == [4, 5, 6, 7]


def test_the_clock_changes_in_the_middle_of_the_week_in_which_it_changes() -> None:
    evenings = (at(Weekday.SAT, "20:00", "20:15"), at(Weekday.SUN, "20:00", "20:15"))

    grid = weekly_grid(somebody("Europe/Lisbon", *evenings), date(2026, 3, 23))

    assert grid is not None
    saturday, sunday = np.flatnonzero(grid).tolist()
    assert (saturday, sunday) == (5 * 96 + 20 * 4, 6 * 96 + 19 * 4)


def test_hours_through_midnight_reach_into_the_next_day() -> None:
    grid = weekly_grid(somebody("UTC", at(Weekday.SUN, "23:30", "0:30")), WINTER)

    assert grid is not None
    assert np.flatnonzero(grid).tolist() == [0, 1, QUARTERS_A_WEEK - 2, QUARTERS_A_WEEK - 1]


def test_only_whole_quarters_count_and_an_empty_stretch_not_at_all() -> None:
    odd = somebody("UTC", at(Weekday.MON, "0:05", "0:40"), at(Weekday.TUE, "9:00", "9:00"))

    grid = weekly_grid(odd, WINTER)

    assert grid is not None
    assert np.flatnonzero(grid).tolist() == [1]


def test_coarse_parts_of_the_day_stand_for_clock_hours_and_exact_hours_go_before_them() -> None:
    parts = (PartOfDay.WEEKDAY_MIDDAY, PartOfDay.WEEKEND_EVENING)
    coarse = weekly_grid(somebody("UTC", parts=parts), WINTER)
    exact = weekly_grid(somebody("UTC", at(Weekday.MON, "9:00", "10:00"), parts=parts), WINTER)

    assert coarse is not None
    assert exact is not None
    assert int(coarse.sum()) == (5 * 2 + 2 * 4) * 4
    assert int(exact.sum()) == 4


@pytest.mark.parametrize(
    "person",
    [somebody(None, at(Weekday.MON, "9:00", "10:00")), somebody("UTC"), a_participant()],
)
def test_hours_without_a_zone_or_a_zone_without_hours_are_unknown(person: Participant) -> None:
    known = somebody("UTC", at(Weekday.MON, "9:00", "10:00"))

    assert not knows_hours(person)
    assert weekly_grid(person, WINTER) is None
    assert hours_in_common(person, known, (WINTER,)) is None


def test_hours_in_common_are_those_of_the_worst_week() -> None:
    lisbon = somebody("Europe/Lisbon", at(Weekday.MON, "18:00", "20:00"))
    kolkata = somebody("Asia/Kolkata", at(Weekday.MON, "23:30", "1:00"))

    assert hours_in_common(lisbon, kolkata, (WINTER,)) == 90
    assert hours_in_common(lisbon, kolkata, (SUMMER,)) == 60
    assert hours_in_common(lisbon, kolkata, (WINTER, SUMMER)) == 60


def test_hours_lost_in_one_week_of_clock_changes_are_lost() -> None:
    lisbon = somebody("Europe/Lisbon", at(Weekday.MON, "18:00", "19:00"))
    new_york = somebody("America/New_York", at(Weekday.MON, "13:00", "14:00"))

    assert hours_in_common(lisbon, new_york, (WINTER, SUMMER)) == 60
    assert hours_in_common(lisbon, new_york, offset_states(ZONES, WINTER, SUMMER)) == 0


quarters = st.integers(0, 95).map(lambda quarter: quarter * 15)
hours = st.builds(
    lambda day, start, end: Hours.model_validate({"day": day, "from": start, "to": end}),
    st.sampled_from(Weekday),
    quarters,
    quarters,
)
people = st.builds(
    lambda zone, spans, parts: a_participant(
        "ana", timezone=zone, hours=tuple(spans), parts_of_day=tuple(parts)
    ),
    st.none() | st.sampled_from(ZONES),
    st.lists(hours, max_size=3),
    st.lists(st.sampled_from(PartOfDay), max_size=2),
)
weeks_of_a_year = st.integers(0, 51).map(lambda week: date(2026, 1, 5) + timedelta(weeks=week))


@given(st.sampled_from(ZONES), hours, weeks_of_a_year, st.integers(0, QUARTERS_A_WEEK - 1))
def test_each_quarter_is_free_exactly_if_the_local_clock_says_so(
    zone: str, span: Hours, monday: date, quarter: int
) -> None:
    instant = datetime(monday.year, monday.month, monday.day, tzinfo=UTC)
    local = (instant + timedelta(minutes=15 * quarter)).astimezone(ZoneInfo(zone))
    minute = (local.weekday() * 24 + local.hour) * 60 + local.minute
    start = tuple(Weekday).index(span.day) * 1440 + span.from_
    length = (span.to - span.from_) % 1440

    grid = weekly_grid(somebody(zone, span), monday)

    assert grid is not None
    assert bool(grid[quarter]) is ((minute - start) % (7 * 1440) < length)


@given(
    st.lists(people, max_size=5),
    st.lists(people, max_size=5),
    st.lists(weeks_of_a_year, min_size=1, max_size=3),
    st.sampled_from([0, 2**24]),
)
def test_many_people_at_once_give_the_same_minutes_as_each_pair(
    rows: list[Participant], columns: list[Participant], weeks: list[date], most_kept: int
) -> None:
    shared = replace(shared_hours(rows, columns, weeks), most_kept=most_kept)
    least = shared.minutes_of(slice(1, None))

    for row, mentee in enumerate(rows[1:]):
        for column, mentor in enumerate(columns):
            minutes = hours_in_common(mentor, mentee, weeks)
            assert int(least[row, column]) == (UNKNOWN if minutes is None else minutes)


def test_the_public_may_see_the_parts_of_the_day_but_never_exact_hours() -> None:
    parts = (PartOfDay.WEEKDAY_MIDDAY,)
    exact = somebody("UTC", at(Weekday.MON, "9:00", "10:00"), parts=parts)

    grid = coarse_grid(exact, WINTER)

    assert grid is not None
    assert np.flatnonzero(grid).tolist()[:2] == [12 * 4, 12 * 4 + 1]
    assert coarse_grid(somebody("UTC", at(Weekday.MON, "9:00", "10:00")), WINTER) is None
    assert coarse_grid(somebody(None, parts=parts), WINTER) is None
