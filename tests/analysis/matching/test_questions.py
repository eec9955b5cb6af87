"""A question about two people is understood in any order and for peers, and its answer says each name once."""

import pytest

from mentorgen.analysis.matching.terms import Terms
from mentorgen.analysis.matching.what_if import Outcome, WhatIf, WhyNot, what_if, why_not
from mentorgen.errors import WrongUsageError
from mentorgen.model.facts import FactKind
from mentorgen.model.ids import Slug
from mentorgen.model.program import Program
from mentorgen.model.words import Form, Role
from tests.analysis.matching.proposals_made import ROUND
from tests.builders import (
    TODAY,
    a_cohort,
    a_fact,
    a_mentor,
    a_pair,
    a_participant,
    a_program,
    an_application,
    some_skills,
)


def couple(one: str, other: str) -> tuple[Slug, Slug]:
    return Slug(one), Slug(other)


def four_peers(**more: object) -> Program:
    """Ana and Ben learn the same, and so do Cy and Di; everybody offers what they learn."""
    skills = {"ana": "weaving", "ben": "weaving", "cy": "dyeing", "di": "dyeing"}
    people = [
        a_participant(
            slug, role=Role.BOTH, wants=some_skills(skill), offers=some_skills(skill)
        )
        for slug, skill in skills.items()
    ]  # fmt: skip
    return a_program(cohorts=[a_cohort(forms=(Form.PEER,))], participants=people, **more)  # type: ignore[arg-type]


def asked(program: Program, one: str, other: str, terms: Terms | None = None) -> WhyNot:
    return why_not(program, ROUND, couple(one, other), today=TODAY, terms=terms or Terms())


def forced(program: Program, *couples: tuple[Slug, Slug]) -> Outcome:
    return what_if(program, ROUND, WhatIf(forced=couples), today=TODAY)


def test_a_mentee_may_be_named_first() -> None:
    program = a_program(
        participants=[a_mentor("ana"), a_mentor("bo"), a_participant("cy")],
        cohorts=[a_cohort()],
    )
    first = asked(program, "ana", "cy")

    assert asked(program, "cy", "ana") == first
    assert asked(program, "cy", "bo") == asked(program, "bo", "cy")
    for one, other in (("ana", "cy"), ("bo", "cy")):
        assert forced(program, couple(other, one)) == forced(program, couple(one, other))
        apart = [
            what_if(program, ROUND, WhatIf(forbidden=(two,)), today=TODAY).text
            for two in (couple(one, other), couple(other, one))
        ]
        assert apart[0] == apart[1]


def test_peers_are_suggested_to_each_other_or_could_be() -> None:
    program = four_peers()

    together, apart = asked(program, "ben", "ana"), asked(program, "ana", "cy")

    assert (together.matched, together.text) == (True, "Ben and Ana are suggested to each other.")
    assert apart.text.startswith(
        "For Ana and Cy to be peers, Ben would move to Di and Di would move to Ben: "
    )
    assert apart.outcome is not None
    assert {one.members for one in apart.outcome.after.suggestions} == {
        ("ana", "cy"), ("ben", "di"),
    }  # fmt: skip
    assert apart.text == forced(program, couple("ana", "cy")).text


def test_what_stands_between_peers_is_said_without_a_word_about_mentors() -> None:
    vetoed = four_peers(person_facts={"ana": [a_fact(FactKind.VETOED, who="cy")]})
    away = four_peers(person_facts={"ana": [a_fact(FactKind.LEFT)]})
    busy = four_peers(
        pairs=[a_pair("ana-ben", form=Form.PEER, mentors=(), mentees=(), members=("ana", "ben"))],
        pair_facts={
            "2026-spring/ana-ben": [a_fact(FactKind.CONFIRMED, by=who) for who in ("ana", "ben")]
        },
    )

    assert asked(vetoed, "ana", "cy").text == (
        "Ana and Cy cannot be matched: one of the two does not want to be matched with the other."
    )
    assert asked(away, "cy", "ana").text == "Cy and Ana cannot be matched: Ana pauses or has left."
    assert asked(busy, "ana", "cy").text == (
        "Ana and Cy cannot be matched: Ana is in a pair of this round already."
    )
    with pytest.raises(WrongUsageError, match=r"^Ana and Cy cannot be forced together: one of the"):
        forced(vetoed, couple("ana", "cy"))


def test_nobody_is_matched_with_themselves() -> None:
    program = a_program(participants=[a_mentor("ana"), a_participant("cy")])

    assert asked(program, "cy", "cy").text == "Cy cannot be matched with themselves."
    assert asked(four_peers(), "cy", "cy").text == "Cy cannot be matched with themselves."


def test_each_name_is_said_once_before_all_that_is_said_of_a_person() -> None:
    program = a_program(
        cohorts=[a_cohort()],
        participants=[
            a_mentor("ana", team="Loom", capacity=0),
            a_participant("cy", team="Loom"),
            a_participant("di"),
        ],
        applications=[an_application("di")],
    )

    assert asked(program, "ana", "cy").text == (
        "Ana and Cy cannot be matched: Ana has not asked to join 2026 Spring and has no place open, "
        "out of 0 places; Cy has not asked to join 2026 Spring; they are in the same team."
    )
