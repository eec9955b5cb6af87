"""Where somebody who asked to join stands, and how long the others waited."""

from dataclasses import replace
from datetime import date

import pytest

from mentorgen.analysis.applicants import Queue, Stage, queue, queues_by_skill, stage_of
from mentorgen.analysis.availability import places_among
from mentorgen.analysis.figures import Figure
from mentorgen.analysis.relationships import relationships
from mentorgen.model.facts import FactKind
from mentorgen.model.ids import Slug
from mentorgen.model.program import Program
from tests.builders import (
    TODAY,
    a_cohort,
    a_fact,
    a_mentor,
    a_pair,
    a_participant,
    a_program,
    a_skill,
    an_application,
    some_settings,
    some_skills,
)

BEN = Slug("ben")


def program(*facts: tuple[str, str], paired: tuple[str, ...] | None = None) -> Program:
    """Ben applied in March; `facts` are kinds and days of his log, `paired` who said yes to a pair."""
    said = () if paired is None else paired
    return a_program(
        cohorts=[a_cohort()],
        participants=[a_mentor(), a_participant()],
        applications=[an_application(slug="ben", applied=date(2026, 3, 1))],
        pairs=[] if paired is None else [a_pair(starts=date(2026, 3, 30))],
        pair_facts={
            "2026-spring/ana-ben": [
                a_fact(FactKind.CONFIRMED, on=date(2026, 3, 29), by=who) for who in said
            ]
        },
        person_facts={
            "ben": [
                a_fact(FactKind(kind), on=date.fromisoformat(day), **cohort(kind))
                for kind, day in facts
            ]
        },
    )


def cohort(kind: str) -> dict[str, str]:
    return {} if kind == "left" else {"cohort": "2026-spring"}


@pytest.mark.parametrize(
    ("found", "stage"),
    [
        (program(), Stage.WAITING),
        (program(("withdrawn", "2026-03-10")), Stage.WITHDRAWN),
        (program(("declined", "2026-03-10")), Stage.CLOSED),
        (program(("declined", "2026-03-10"), ("applied", "2026-03-12")), Stage.WAITING),
        (program(("left", "2026-03-10")), Stage.LEFT),
        (program(paired=()), Stage.SUGGESTED),
        (program(paired=("ana", "ben")), Stage.MATCHED),
    ],
)
def test_each_stage_has_its_facts(found: Program, stage: Stage) -> None:
    assert stage_of(found, BEN, today=TODAY) is stage


def test_where_applications_are_looked_at_one_waits_for_that_first() -> None:
    settings = some_settings(reviews_applications=True)
    asked, taken = (
        replace(found, settings=settings)
        for found in (program(), program(("accepted", "2026-03-10")))
    )

    assert stage_of(asked, BEN, today=TODAY) is Stage.APPLIED
    assert stage_of(taken, BEN, today=TODAY) is Stage.WAITING


def test_a_mentor_is_accepted_and_waits_for_nobody() -> None:
    assert stage_of(program(), Slug("ana"), today=TODAY) is Stage.ACCEPTED


def test_of_few_people_nothing_is_counted() -> None:
    hidden = Figure(None, "Shown from 5 people up.")

    assert queue(program(), today=TODAY) == Queue(hidden, Figure(0))
    assert queue(program(paired=("ana", "ben")), today=TODAY) == Queue(Figure(0), hidden)


def some_waits() -> Program:
    """Six people who applied on days after each other and began together, and two who do not count."""
    names = [f"m{number}" for number in range(6)]
    return a_program(
        skills=(a_skill("testing"), a_skill("talk")),
        cohorts=[a_cohort()],
        participants=[
            *(a_mentor(f"of-{name}") for name in names),
            *(
                a_participant(name, wants=some_skills("testing"))
                for name in [*names, "late", "grew"]
            ),
            *(a_participant(f"waits-{number}", wants=some_skills("talk")) for number in range(5)),
        ],
        applications=[
            an_application(slug=name, applied=date(2026, 3, 1 + number))
            for number, name in enumerate([*names, "late", "grew"])
        ],
        pairs=[
            a_pair(
                name,
                mentors=(f"of-{name}",),
                mentees=(name,),
                starts=date(2026, 3, 20),
                skills=("talk",) if name == "m0" else (),
            )
            for name in names
        ]
        + [
            a_pair("grew", mentors=("of-m0",), mentees=("grew",), informal=True),
            a_pair("early", mentors=("of-m1",), mentees=("late",), starts=date(2026, 3, 1)),
        ],
        pair_facts={
            f"2026-spring/{pair}": [
                a_fact(FactKind.CONFIRMED, on=date(2026, 2, 20), by=who) for who in people
            ]
            for pair, people in [
                *((name, (f"of-{name}", name)) for name in names),
                ("early", ("of-m1", "late")),
            ]
        },
    )


def test_the_usual_wait_is_the_one_in_the_middle() -> None:
    assert queue(some_waits(), today=TODAY) == Queue(Figure(5), Figure(16))


def test_of_each_skill_it_is_told_how_long_it_took_and_who_waits_for_it() -> None:
    found = some_waits()
    known = relationships(found, today=TODAY)
    places = places_among(found, known, today=TODAY)

    assert queues_by_skill(found, known, places) == {
        "talk": Queue(Figure(5), Figure(None, "Shown from 5 people up.")),
        "testing": Queue(Figure(0), Figure(16)),
    }
