"""The fingerprint changes with everything that matching looks at, and with nothing else."""

from datetime import date, timedelta
from typing import Unpack

import pytest

from mentorgen.analysis.matching.fingerprints import fingerprint
from mentorgen.analysis.matching.rounds import round_of
from mentorgen.model.facts import FactKind
from mentorgen.model.ids import CohortId
from mentorgen.model.people import Participant
from mentorgen.model.policies import MatchingPolicy
from mentorgen.model.program import Program
from tests.builders import (
    COHORT,
    TODAY,
    Contents,
    a_cohort,
    a_fact,
    a_mentor,
    a_pair,
    a_participant,
    a_program,
    a_skill,
    a_slot,
    an_application,
    some_settings,
)

PEOPLE = (a_mentor("ana"), a_participant("ben"), a_participant("cleo"))


def a_round(people: tuple[Participant, ...] = PEOPLE, **more: Unpack[Contents]) -> Program:
    contents: Contents = {"participants": people, "cohorts": [a_cohort()]}
    contents.update(more)
    return a_program(**contents)


def hashed(program: Program, *, today: date = TODAY) -> str:
    return fingerprint(round_of(program, CohortId(COHORT), today=today))


def test_the_same_files_have_the_same_fingerprint_whatever_their_order() -> None:
    assert hashed(a_round()) == hashed(a_round(PEOPLE[::-1]))
    assert len(hashed(a_round())) == 64


@pytest.mark.parametrize(
    "other",
    [
        a_round((*PEOPLE, a_participant("dan"))),
        a_round((*PEOPLE[:2], a_participant("cleo", experience_years=3))),
        a_round((*PEOPLE[:2], a_participant("cleo", reports_to="ana"))),
        a_round(settings=some_settings(matching=MatchingPolicy(floor=1))),
        a_round(settings=some_settings(consent_version=2)),
        a_round(cohorts=[a_cohort(ends=date(2026, 9, 1))]),
        a_round(skills=[a_skill("css")]),
        a_round(applications=[an_application("ben")]),
        a_round(applications=[an_application("ben", wishes=("ana",))]),
        a_round(pairs=[a_pair()]),
        a_round(slots=[a_slot()]),
        a_round(person_facts={"ben": [a_fact(FactKind.VETOED, who="ana")]}),
        a_round(pairs=[a_pair()], pair_facts={a_pair().id: [a_fact(FactKind.CONFIRMED, by="ana")]}),
    ],
)
def test_whatever_matching_looks_at_changes_it(other: Program) -> None:
    assert hashed(other) != hashed(a_round())


def test_it_is_of_one_day() -> None:
    assert hashed(a_round(), today=TODAY + timedelta(days=1)) != hashed(a_round())


@pytest.mark.parametrize(
    "other",
    [
        a_round(settings=some_settings(name="Three Looms")),
        a_round(
            person_facts={"ben": [a_fact(FactKind.VETOED, TODAY + timedelta(days=1), who="ana")]}
        ),
    ],
)
def test_words_for_readers_and_what_comes_later_leave_it_as_it_is(other: Program) -> None:
    assert hashed(other) == hashed(a_round())
