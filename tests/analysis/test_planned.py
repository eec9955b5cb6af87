"""When a pair meets next, by its meetings and by what it said since."""

from datetime import date

import pytest

from mentorgen.analysis.appointments import pair_appointments
from mentorgen.analysis.appointments.appointment import Certainty
from mentorgen.analysis.health import health_of
from mentorgen.analysis.meeting_times import common_times
from mentorgen.analysis.planned import occurrence_of, on_clock_of
from mentorgen.analysis.progress import progress_of
from mentorgen.model.facts import Fact, FactKind
from mentorgen.model.ids import Slug
from mentorgen.model.meetings import Meeting, NextMeeting
from mentorgen.model.program import Program
from mentorgen.model.words import PartOfDay, Weekday
from tests.builders import a_fact, a_meeting, a_mentor, a_pair, a_participant, a_program

PAIR = a_pair()
YES = (
    a_fact(FactKind.CONFIRMED, date(2026, 3, 2), by="ana"),
    a_fact(FactKind.CONFIRMED, date(2026, 3, 2), by="ben"),
)


def planned(said: int, day: int, at: int | None = None) -> Fact:
    return a_fact(FactKind.PLANNED, date(2026, 4, said), day=date(2026, 4, day), at=at)


def cancelled(said: int) -> Fact:
    return a_fact(FactKind.CANCELLED, date(2026, 4, said))


def met(on: int, following: int | None = None) -> Meeting:
    agreed = {"on": date(2026, 4, following)} if following else None
    return a_meeting(date(2026, 4, on), next=agreed)


def a_program_with(*said: Fact | Meeting) -> Program:
    return a_program(
        pairs=[PAIR],
        meetings=[one for one in said if isinstance(one, Meeting)],
        pair_facts={PAIR.id: [*YES, *(one for one in said if not isinstance(one, Meeting))]},
    )


@pytest.mark.parametrize(
    ("said", "day"),
    [
        ((), None),
        ((planned(1, 9),), 9),
        ((planned(1, 9), planned(2, 12)), 12),
        ((planned(1, 9), planned(1, 12)), 12),
        ((planned(1, 9), cancelled(2)), None),
        ((planned(1, 9), cancelled(1)), None),
        ((planned(1, 9), cancelled(2), planned(3, 14)), 14),
        ((met(1, 9), planned(1, 12)), 12),
        ((met(1, 9), cancelled(3)), None),
        ((planned(1, 12), met(3, 9)), 9),
        ((planned(1, 12), met(3)), 12),
        ((planned(1, 5), met(5)), None),
        ((met(1, 9), met(3)), None),
        ((planned(1, 3),), None),
    ],
)
def test_the_last_word_says_when_they_meet_next(
    said: tuple[Fact | Meeting, ...], day: int | None
) -> None:
    program = a_program_with(*said)

    following = progress_of(program, PAIR, today=date(2026, 4, 5)).next_meeting

    assert following == (NextMeeting(on=date(2026, 4, day)) if day else None)


def test_the_time_is_kept() -> None:
    program = a_program_with(planned(1, 9, at=1020))

    assert progress_of(program, PAIR, today=date(2026, 4, 5)).next_meeting == NextMeeting(
        on=date(2026, 4, 9), at=1020
    )


def test_nobody_is_asked_how_it_goes_before_the_planned_day_is_over_for_a_while() -> None:
    silent = a_program_with(met(1))
    planning = a_program_with(met(1), planned(2, 28))
    today = date(2026, 5, 1)

    quiet, waiting = (health_of(one, PAIR, today=today) for one in (silent, planning))

    assert quiet is not None
    assert waiting is not None
    assert (quiet.rule, waiting.rule) == ("overdue", "in-rhythm")


def test_calendars_take_back_what_was_moved_or_cancelled() -> None:
    program = a_program_with(
        met(1, 9), planned(3, 12, at=1020), planned(12, 14), cancelled(14), planned(15, 20)
    )

    dates = pair_appointments(program, PAIR, today=date(2026, 4, 16))

    meetings = [
        (one.on.day, one.at, one.certainty) for one in dates if one.title == "Meeting (Ana and Ben)"
    ]
    assert meetings == [
        (9, None, Certainty.CANCELLED),
        (12, 1020, Certainty.CANCELLED),
        (14, None, Certainty.CANCELLED),
        (20, None, Certainty.CONFIRMED),
    ]


def test_a_meeting_on_the_planned_day_takes_nothing_back() -> None:
    program = a_program_with(planned(3, 12), met(12, 26))

    dates = pair_appointments(program, PAIR, today=date(2026, 4, 16))

    meetings = [(one.on.day, one.certainty) for one in dates if one.title.startswith("Meeting")]
    assert meetings == [(12, Certainty.CONFIRMED), (26, Certainty.CONFIRMED)]
    assert len({one.key for one in dates}) == len(dates)


@pytest.mark.parametrize(
    ("zone", "day", "at"),
    [
        ("Europe/Lisbon", 9, 960),
        ("Pacific/Auckland", 9, 300),
        ("America/Lima", 9, 1320),
        (None, 9, 1020),
    ],
)
def test_a_time_is_told_by_the_clock_of_whoever_says_it(
    zone: str | None, day: int, at: int
) -> None:
    program = a_program(participants=[a_mentor(), a_participant(timezone=zone)])

    told = on_clock_of(program, Slug("ben"), date(2026, 4, 9), 17 * 60)

    assert told == NextMeeting(on=date(2026, 4, day), at=at)


def test_a_weekly_time_comes_next_behind_a_day_whatever_clocks_change() -> None:
    people = [
        a_mentor(timezone="Europe/Lisbon", parts_of_day=(PartOfDay.WEEKDAY_EVENING,)),
        a_participant(timezone="Europe/Lisbon", parts_of_day=(PartOfDay.WEEKDAY_EVENING,)),
    ]
    program = a_program(participants=people)
    first, *_ = common_times(people, [date(2026, 3, 23), date(2026, 3, 30)])
    weekday = first.clocks[Slug("ana")][0].day

    found = [occurrence_of(program, first, after=date(2026, 3, day)) for day in range(22, 31)]

    assert weekday is Weekday.MON
    assert [(one.on.isoformat(), one.at) for one in found] == [
        ("2026-03-23", 1080),
        *[("2026-03-30", 1020)] * 7,
        ("2026-04-06", 1020),
    ]
