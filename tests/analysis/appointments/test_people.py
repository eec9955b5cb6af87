"""The dates of one person: of all their pairs, rounds and flash mentoring; and the program's own."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from mentorgen.analysis.appointments import (
    Appointment,
    Certainty,
    person_appointments,
    program_appointments,
)
from mentorgen.model.cohorts import Event, Slot
from mentorgen.model.facts import Fact, FactKind
from mentorgen.model.ids import Slug
from mentorgen.model.program import Program
from tests.builders import (
    COHORT,
    TODAY,
    a_cohort,
    a_fact,
    a_meeting,
    a_mentor,
    a_pair,
    a_participant,
    a_program,
    an_application,
    some_settings,
)

PAIR = f"{COHORT}/ana-ben"
OTHER = "2026-autumn"


def an_event(name: str, on: date, cohort: str = COHORT, **over: object) -> Event:
    return Event.model_validate(
        {
            "schema": 1,
            "cohort": cohort,
            "id": name,
            "name": name.title(),
            "kind": "other",
            "on": on,
            **over,
        },
        strict=False,
    )


def a_slot(slug: str = "ana", **time: object) -> Slot:
    return Slot.model_validate(
        {
            "schema": 1,
            "slug": slug,
            "on": date(2026, 4, 20),
            "times": ({"at": 540, **time},),
            "about": "Bring one page.",
        }
    )


def rounds(*facts: Fact, applied: Iterable[str] = (), **over: object) -> Program:
    """Two rounds with one event each; Ana and Ben are a pair of the first."""
    return a_program(
        participants=(a_mentor(joined=date(2026, 2, 1)), a_participant(), a_participant("cleo")),
        cohorts=(a_cohort(opens=date(2026, 1, 12)), a_cohort(OTHER, starts=None, ends=None)),
        events=(
            an_event("showcase", date(2026, 8, 20), at=17 * 60, about="One thing each."),
            an_event("kick-off", date(2026, 9, 7), OTHER),
        ),
        pairs=(a_pair(),),
        pair_facts={PAIR: [a_fact(FactKind.CONFIRMED, by=slug) for slug in ("ana", "ben")]},
        person_facts={"ben": facts},
        meetings=(a_meeting(date(2026, 3, 18), next={"on": date(2026, 4, 8)}),),
        applications=[
            *(an_application(slug) for slug in applied),
            an_application("ana", OTHER),
        ],
        **over,  # type: ignore[arg-type]
    )


def keys(program: Program, slug: str, today: date = TODAY) -> list[str]:
    return [one.key for one in person_appointments(program, Slug(slug), today=today)]


def shown(appointments: Iterable[Appointment]) -> list[tuple[str, str, str]]:
    return [(f"{one.on:%d %b}", one.title, one.certainty.value) for one in appointments]


def test_the_program_has_the_events_of_all_rounds_and_nobodys_own_dates() -> None:
    first, second = program_appointments(rounds(slots=(a_slot(),)))

    assert (first.key, first.at, first.text) == (
        f"event/{COHORT}/showcase",
        17 * 60,
        "One thing each.",
    )
    assert (first.revised, second.revised) == (date(2026, 1, 12), date(2026, 9, 7))
    assert second.at is None


def test_a_person_has_the_dates_of_their_pairs_and_of_the_rounds_they_are_in() -> None:
    program = rounds(applied=["ana", "cleo"])

    assert keys(program, "ben") == [
        f"meeting/{PAIR}/2026-03-18/1",
        f"event/{COHORT}/showcase",
        f"end/{PAIR}",
    ]
    assert keys(program, "ana") == [*keys(program, "ben"), f"event/{OTHER}/kick-off"]
    assert keys(program, "cleo") == [f"event/{COHORT}/showcase"]


def test_where_nobody_applied_everybody_is_in_a_round_that_was_not_over_when_they_joined() -> None:
    program = rounds()
    late = a_program(
        participants=(a_participant("dan", joined=date(2026, 9, 1)),),
        events=(an_event("showcase", date(2026, 8, 20)),),
    )

    assert keys(program, "cleo") == [f"event/{COHORT}/showcase"]
    assert keys(late, "dan") == []


def test_coordinators_have_all_rounds() -> None:
    program = rounds(applied=["ana"], settings=some_settings(coordinators=("cleo",)))

    assert keys(program, "cleo") == [f"event/{COHORT}/showcase", f"event/{OTHER}/kick-off"]


def test_a_request_that_was_taken_back_is_none_until_it_is_made_again() -> None:
    def found(*facts: Fact) -> list[str]:
        program = a_program(
            events=(an_event("showcase", date(2026, 8, 20)),),
            applications=(an_application("ben"),),
            person_facts={"ben": facts},
        )
        return keys(program, "ben")

    withdrawn = a_fact(FactKind.WITHDRAWN, date(2026, 2, 10), cohort=COHORT)
    elsewhere = a_fact(FactKind.WITHDRAWN, date(2026, 2, 10), cohort=OTHER)
    again = a_fact(FactKind.APPLIED, date(2026, 2, 20), cohort=COHORT)

    same_day = a_fact(FactKind.WITHDRAWN, date(2026, 2, 1), cohort=COHORT)

    assert found(withdrawn) == found(same_day) == []
    assert found(a_fact(FactKind.DECLINED, date(2026, 2, 10))) == []
    assert found(elsewhere) == found(withdrawn, again) == found() == [f"event/{COHORT}/showcase"]


def test_who_leaves_the_program_has_everything_taken_back() -> None:
    left = a_fact(FactKind.LEFT, date(2026, 3, 30))

    assert shown(person_appointments(rounds(left), Slug("ben"), today=TODAY)) == [
        ("08 Apr", "Meeting (Ana and Ben)", "cancelled"),
        ("20 Aug", "Showcase", "cancelled"),
        ("30 Aug", "Last planned day (Ana and Ben)", "cancelled"),
    ]


def test_flash_mentoring_stands_in_the_calendars_of_both_as_one_entry() -> None:
    people = (a_mentor(joined=date(2026, 2, 1)), a_participant(), a_participant("cleo"))
    booked = a_program(participants=people, slots=(a_slot(booked_by="ben"),))
    free = a_program(participants=people, slots=(a_slot(),))

    def flash(program: Program, slug: str) -> list[Appointment]:
        return [*person_appointments(program, Slug(slug), today=TODAY)]

    (mine,) = flash(booked, "ana")
    (offer,) = flash(free, "ana")
    assert flash(booked, "ben") == [mine]
    assert flash(booked, "cleo") == flash(free, "ben") == []
    assert (mine.title, mine.certainty.value) == ("Flash mentoring: Ana with Ben", "confirmed")
    assert (offer.title, offer.certainty.value) == ("Flash mentoring: Ana (free)", "tentative")
    assert (offer.key, offer.revised) == (mine.key, date(2026, 2, 1))
    assert offer.revision < mine.revision


def test_who_booked_and_does_not_consent_is_not_named() -> None:
    program = a_program(participants=(a_mentor(),), slots=(a_slot(booked_by="ben"),))

    (flash,) = person_appointments(program, Slug("ana"), today=TODAY)

    assert flash.title == "Flash mentoring: Ana (booked)"


def test_an_event_that_moves_or_is_called_off_is_newer_than_before() -> None:
    moved, again = date(2026, 3, 20), date(2026, 4, 2)
    life: tuple[dict[str, Any], ...] = (
        {},
        {"changed": (moved,)},
        {"changed": (moved,), "cancelled": again},
        {"changed": (moved, again)},
    )

    found = [
        program_appointments(a_program(events=(an_event("showcase", date(2026, 8, 20), **over),)))[
            0
        ]
        for over in life
    ]

    assert [(one.revision, one.revised, one.certainty) for one in found] == [
        (0, date(2026, 3, 2), Certainty.CONFIRMED),
        (2, moved, Certainty.CONFIRMED),
        (3, again, Certainty.CANCELLED),
        (4, again, Certainty.CONFIRMED),
    ]
    assert len({one.key for one in found}) == 1
