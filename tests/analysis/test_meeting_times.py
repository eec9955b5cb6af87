"""Weekly times that suit a whole relationship, true on every clock in every week."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentorgen.analysis.meeting_times import (
    WEEKS_AHEAD,
    CommonTime,
    LocalTime,
    common_times,
    meeting_times,
    times_of_most,
)
from mentorgen.model.facts import FactKind
from mentorgen.model.ids import Slug
from mentorgen.model.people import Hours, Participant
from mentorgen.model.words import Form, Weekday
from tests.builders import COHORT, a_cohort, a_fact, a_pair, a_participant, a_program

WINTER, SUMMER = date(2026, 1, 12), date(2026, 7, 6)
AUTUMN = date(2026, 10, 5)
DAYS = tuple(Weekday)
QUARTER = timedelta(minutes=15)


def at(day: Weekday, start: str, end: str) -> Hours:
    return Hours.model_validate({"day": day, "from": start, "to": end})


def somebody(slug: str, zone: str | None, *hours: Hours) -> Participant:
    return a_participant(slug, timezone=zone, hours=hours)


def mondays(first: date, count: int = WEEKS_AHEAD) -> list[date]:
    return [first + timedelta(weeks=week) for week in range(count)]


def on_clock(time: CommonTime, slug: str) -> list[tuple[date, Weekday, int]]:
    return [(one.since, one.day, one.at) for one in time.clocks[Slug(slug)]]


def test_the_longest_time_comes_first_and_is_told_on_both_clocks() -> None:
    lisbon = somebody(
        "ana",
        "Europe/Lisbon",
        at(Weekday.MON, "18:00", "19:00"),
        at(Weekday.WED, "9:00", "12:00"),
        at(Weekday.FRI, "9:00", "9:15"),
    )
    kathmandu = somebody(
        "ben",
        "Asia/Kathmandu",
        at(Weekday.MON, "20:00", "1:00"),
        at(Weekday.WED, "14:00", "18:00"),
        at(Weekday.FRI, "6:00", "23:00"),
    )

    longest, other = common_times((lisbon, kathmandu), (WINTER, SUMMER))

    assert (longest.minutes, other.minutes) == (165, 60)
    assert on_clock(longest, "ana") == [(WINTER, Weekday.WED, 555)]
    assert on_clock(longest, "ben") == [
        (WINTER, Weekday.WED, 15 * 60),
        (SUMMER, Weekday.WED, 14 * 60),
    ]
    assert on_clock(other, "ben") == [
        (WINTER, Weekday.MON, 23 * 60 + 45),
        (SUMMER, Weekday.MON, 22 * 60 + 45),
    ]


def test_there_are_at_most_three_times_and_none_under_half_an_hour() -> None:
    hours = [at(day, "9:00", "10:00") for day in DAYS[:5]]
    ana, ben = somebody("ana", "UTC", *hours), somebody("ben", "UTC", *hours)
    short = somebody("cleo", "UTC", at(Weekday.MON, "9:00", "9:15"))

    assert [time.clocks[Slug("ana")][0].day for time in common_times((ana, ben), (WINTER,))] == [
        Weekday.MON,
        Weekday.TUE,
        Weekday.WED,
    ]
    assert common_times((ana, short), (WINTER,)) == ()


def test_a_time_through_midnight_is_told_as_two() -> None:
    night = at(Weekday.TUE, "23:00", "2:00")

    times = common_times((somebody("ana", "UTC", night), somebody("ben", "UTC", night)), (WINTER,))

    assert [(time.minutes, *on_clock(time, "ben")) for time in times] == [
        (120, (WINTER, Weekday.WED, 0)),
        (60, (WINTER, Weekday.TUE, 1380)),
    ]


@pytest.mark.parametrize("stranger", [somebody("ben", None), somebody("ben", "UTC")])
def test_who_did_not_say_when_they_are_free_has_no_time_in_common(stranger: Participant) -> None:
    known = somebody("ana", "UTC", at(Weekday.MON, "9:00", "10:00"))

    assert common_times((known, stranger), (WINTER,)) == ()
    assert common_times((stranger, known), (WINTER,)) == ()
    assert common_times((known,), (WINTER,)) == ()


def test_an_hour_that_a_clock_leaves_out_is_no_time_to_meet() -> None:
    night = at(Weekday.SUN, "0:00", "3:00")
    people = somebody("ana", "Europe/Lisbon", night), somebody("ben", "Europe/Lisbon", night)

    (normal,) = common_times(people, (WINTER,))
    changed = common_times(people, (WINTER, date(2026, 3, 23)))

    assert normal.minutes == 180
    assert [(time.minutes, time.clocks[Slug("ana")][0].at) for time in changed] == [
        (60, 0),
        (60, 120),
    ]


def test_an_hour_that_a_clock_shows_twice_is_no_time_to_meet() -> None:
    night = at(Weekday.SUN, "0:15", "3:00")
    people = somebody("ana", "Europe/Lisbon", night), somebody("ben", "Europe/Lisbon", night)

    changed = common_times(people, (WINTER, date(2026, 10, 19)))

    assert [(time.minutes, time.clocks[Slug("ana")][0].at) for time in changed] == [
        (60, 120),
        (45, 15),
    ]


def test_a_sunday_evening_in_america_is_not_lost_where_its_week_is_cut_in_utc() -> None:
    evening = at(Weekday.SUN, "15:00", "20:00")
    people = [somebody(slug, "America/Los_Angeles", evening) for slug in ("ana", "ben")]

    (time,) = common_times(people, mondays(AUTUMN))

    assert time.minutes == 300


def test_a_group_gets_times_for_all_who_are_in_it_and_learns_whose_hours_are_missing() -> None:
    noon = at(Weekday.THU, "12:00", "14:00")
    late = at(Weekday.THU, "13:00", "15:00")
    people = (
        somebody("ana", "Europe/Lisbon", noon),
        somebody("ben", "Europe/Lisbon", late),
        somebody("cleo", "Europe/Lisbon", noon),
        somebody("dan", "Europe/Lisbon", at(Weekday.FRI, "9:00", "10:00")),
        somebody("eve", None),
    )
    pair = a_pair("loom", form=Form.GROUP, mentees=("ben", "cleo", "dan", "eve"))
    left = a_fact(FactKind.LEFT, date(2026, 3, 20), by="dan")
    yes = [a_fact(FactKind.CONFIRMED, by=one.slug) for one in people]
    program = a_program(
        participants=people, pairs=(pair,), pair_facts={f"{COHORT}/loom": (*yes, left)}
    )

    found = meeting_times(program, pair, today=date(2026, 4, 1))

    assert found.unknown == ("eve",)
    assert [(time.minutes, on_clock(time, "ben")) for time in found.times] == [
        (60, [(date(2026, 3, 30), Weekday.THU, 13 * 60)])
    ]


def most(
    people: Sequence[Participant], form: Form = Form.GROUP
) -> list[tuple[int, tuple[str, ...]]]:
    """Propose times to a relationship of which the first is the mentor, if anybody is."""
    slugs = tuple(one.slug for one in people)
    sides: dict[str, tuple[str, ...]] = {"mentors": slugs[:1], "mentees": slugs[1:]}
    if form is Form.PEER:
        sides = {"mentors": (), "mentees": (), "members": slugs}
    pair = a_pair(form=form, **sides)  # type: ignore[arg-type] # names of fields
    yes = [a_fact(FactKind.CONFIRMED, by=slug) for slug in slugs]
    program = a_program(participants=people, pairs=(pair,), pair_facts={pair.id: yes})
    times = meeting_times(program, pair, today=date(2026, 4, 1)).times
    return [(time.minutes, time.without) for time in times]


def test_where_no_time_suits_a_group_the_most_of_it_meets_and_never_without_its_mentor() -> None:
    noon, late = at(Weekday.THU, "12:00", "14:00"), at(Weekday.THU, "18:00", "21:00")
    mentor = somebody("ana", "Europe/Lisbon", noon, late)
    early = [somebody(f"b{number}", "Europe/Lisbon", noon) for number in range(4)]
    two = [somebody(f"c{number}", "Europe/Lisbon", late) for number in range(2)]
    elsewhere = somebody("ana", "Europe/Lisbon", at(Weekday.MON, "9:00", "10:00"))

    assert most([mentor, *early, *two]) == [(120, ("c0", "c1"))]
    assert most([mentor, *early]) == [(120, ())]
    assert most([elsewhere, *early, *two]) == []
    assert most([elsewhere, *early, *two], Form.PEER) == [(120, ("ana", "c0", "c1"))]


def test_half_of_a_group_is_not_most_of_it_and_two_people_have_no_most() -> None:
    noon, late = at(Weekday.THU, "12:00", "14:00"), at(Weekday.THU, "18:00", "21:00")
    free = somebody("ana", "UTC", noon, late)
    early, evening = somebody("ben", "UTC", noon), somebody("cy", "UTC", late)

    assert most([somebody("ana", "UTC", noon), early, evening], Form.PEER) == [(120, ("cy",))]
    assert most([free, early, evening], Form.PEER) == [(180, ("ben",)), (120, ("cy",))]
    assert (
        most([free, early, evening, somebody("dee", "UTC", at(Weekday.MON, "1:00", "2:00"))]) == []
    )
    assert most([early, evening], Form.ONE_TO_ONE) == []


def test_an_hour_that_a_clock_leaves_out_suits_nobody_of_a_group() -> None:
    night, noon = at(Weekday.SUN, "0:00", "3:00"), at(Weekday.MON, "12:00", "13:00")
    people = [somebody(slug, "Europe/Lisbon", night) for slug in ("ana", "ben")]
    weeks = (WINTER, date(2026, 3, 23))

    found = times_of_most([*people, somebody("cy", "UTC", noon)], weeks, lambda _: True)

    assert [(one.minutes, on_clock(one, "ben")[0][2], one.without) for one in found] == [
        (60, 0, ("cy",)),
        (60, 120, ("cy",)),
    ]


def test_two_mentors_never_meet_alone() -> None:
    noon, late = at(Weekday.THU, "12:00", "14:00"), at(Weekday.THU, "18:00", "21:00")
    people = [somebody("ana", "UTC", noon), somebody("al", "UTC", noon), somebody("b", "UTC", late)]
    pair = a_pair(form=Form.GROUP, mentors=("ana", "al"), mentees=("b",))
    yes = [a_fact(FactKind.CONFIRMED, by=slug) for slug in pair.everyone]
    program = a_program(participants=people, pairs=(pair,), pair_facts={pair.id: yes})

    assert meeting_times(program, pair, today=date(2026, 4, 1)).times == ()


def test_times_hold_until_the_planned_end_and_not_beyond() -> None:
    morning = at(Weekday.MON, "9:00", "10:00")
    people = somebody("ana", "Europe/Lisbon", morning), somebody("ben", "UTC", morning)
    pair = a_pair(starts=date(2026, 1, 12))
    yes = [a_fact(FactKind.CONFIRMED, date(2026, 1, 12), by=slug) for slug in ("ana", "ben")]

    def minutes(ends: date | None) -> list[int]:
        cohort = a_cohort(starts=date(2026, 1, 12), ends=ends, rolling=ends is None)
        program = a_program(
            participants=people, cohorts=(cohort,), pairs=(pair,), pair_facts={pair.id: yes}
        )
        times = meeting_times(program, pair, today=date(2026, 1, 14)).times
        return [time.minutes for time in times]

    assert minutes(date(2026, 3, 27)) == [60]
    assert minutes(date(2026, 4, 10)) == []
    assert minutes(None) == []


ZONES = (
    "America/New_York",
    "Asia/Kathmandu",
    "Asia/Kolkata",
    "Australia/Lord_Howe",
    "Europe/Lisbon",
    "Pacific/Auckland",
    "Pacific/Chatham",
    "UTC",
)
spans = st.builds(
    lambda day, start, length: Hours.model_validate(
        {"day": day, "from": start * 15, "to": (start * 15 + length * 60) % 1440}
    ),
    st.sampled_from(Weekday),
    st.integers(0, 95),
    st.integers(4, 20),
)
crowds = st.lists(
    st.tuples(st.sampled_from(ZONES), st.lists(spans, min_size=1, max_size=4)),
    min_size=2,
    max_size=5,
).map(lambda rows: [somebody(f"p{n}", zone, *hours) for n, (zone, hours) in enumerate(rows)])
alike = st.tuples(st.lists(spans, min_size=1, max_size=4), st.lists(st.sampled_from(ZONES))).map(
    lambda one: [somebody(f"p{n}", zone, *one[0]) for n, zone in enumerate(("UTC", *one[1][:4]))]
)
"""People with the same hours on their own clocks find times more often."""
weeks_of_a_year = st.integers(0, 51).map(lambda week: date(2026, 1, 5) + timedelta(weeks=week))


def is_free(person: Participant, instant: datetime) -> bool:
    """Look at one person's clock and their list of hours, and at nothing else."""
    assert person.timezone is not None
    local = instant.astimezone(ZoneInfo(person.timezone))
    minute = (local.weekday() * 24 + local.hour) * 60 + local.minute
    return any(
        (minute - DAYS.index(span.day) * 1440 - span.from_) % (7 * 1440)
        < (span.to - span.from_) % 1440
        for span in person.hours
    )


def start_of(local: LocalTime, monday: date, zone: str) -> datetime:
    """Put a weekly time into one week."""
    shown = datetime.combine(monday, datetime.min.time()) + timedelta(
        days=DAYS.index(local.day), minutes=local.at
    )
    return shown.replace(tzinfo=ZoneInfo(zone)).astimezone(UTC)


@given(crowds | alike, weeks_of_a_year, st.integers(1, 40))
def test_clock_changes_move_no_time_on_the_first_clock_and_nobody_is_called_when_busy(
    people: Sequence[Participant], first: date, count: int
) -> None:
    weeks = mondays(first, count)

    for time in common_times(people, weeks):
        (anchor,) = time.clocks[people[0].slug]
        for monday in weeks:
            start = start_of(anchor, monday, str(people[0].timezone))
            for person in people:
                (told,) = [one for one in time.clocks[person.slug] if one.since <= monday][-1:]
                local = start.astimezone(ZoneInfo(str(person.timezone)))
                assert (told.day, told.at) == (
                    DAYS[local.weekday()],
                    local.hour * 60 + local.minute,
                )
                quarters = range(time.minutes // 15)
                assert all(is_free(person, start + step * QUARTER) for step in quarters)


@given(crowds | alike, weeks_of_a_year, st.integers(1, 8))
def test_a_time_for_most_suits_all_others_in_every_week_and_nobody_more(
    people: Sequence[Participant], first: date, count: int
) -> None:
    weeks = mondays(first, count)

    for time in times_of_most(people, weeks, lambda _: True):
        assert 2 * len(time.without) < len(people)
        (anchor,) = time.clocks[people[0].slug]
        starts = [start_of(anchor, monday, str(people[0].timezone)) for monday in weeks]
        instants = [
            start + step * QUARTER for start in starts for step in range(time.minutes // 15)
        ]
        for person in people:
            assert all(is_free(person, one) for one in instants) is (
                person.slug not in time.without
            )


@given(crowds | alike, weeks_of_a_year)
def test_one_more_person_never_makes_the_longest_time_longer(
    people: Sequence[Participant], first: date
) -> None:
    def longest(some: Sequence[Participant]) -> int:
        return max((time.minutes for time in common_times(some, mondays(first, 4))), default=0)

    assert longest(people) <= longest(people[:2])
