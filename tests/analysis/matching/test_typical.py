"""What is not known counts as much as it brings the typical pair of the round, by every criterion."""

from collections.abc import Iterator

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentorgen.analysis.matching.criteria import fit
from mentorgen.analysis.matching.fits import Criterion, Reason
from mentorgen.analysis.matching.rounds import MOST_ASKED, Round, round_of
from mentorgen.analysis.matching.scores import block_of, tables_of
from mentorgen.model.ids import CohortId, Slug
from mentorgen.model.people import Participant, WorkingStyle
from mentorgen.model.program import Program
from mentorgen.model.words import Contact, Feedback, Form, Role
from tests.analysis.matching.test_scores import SLUGS, any_participant
from tests.builders import (
    COHORT,
    TODAY,
    a_cohort,
    a_mentor,
    a_participant,
    a_program,
    an_application,
    some_skills,
)

LEARNED = ("skills", "goals", "hours", "experience", "languages")
"""Criteria of which a pair knows all or nothing; style is known question by question."""
EMPTY = Slug("zoe")


def a_round(*people: Participant) -> Round:
    return round_of(a_program(participants=people), CohortId(COHORT), today=TODAY)


def reason(matching: Round, criterion: Criterion, mentor: str, mentee: str) -> Reason:
    people = (matching.candidate(Slug(slug)) for slug in (mentor, mentee))
    return next(one for one in fit(matching, *people).reasons if one.criterion is criterion)


def reasons(matching: Round) -> Iterator[tuple[Slug, Slug, Reason]]:
    mentees, mentors = matching.sides
    for mentee in mentees:
        for mentor in mentors:
            if mentee.slug != mentor.slug:
                found = fit(matching, mentor, mentee).reasons
                yield from ((mentor.slug, mentee.slug, one) for one in found)


@st.composite
def a_program_with_an_empty_profile(draw: st.DrawFn) -> Program:
    roles = st.sampled_from(Role)
    people = [
        draw(any_participant(slug)).model_copy(update={"role": draw(roles)})
        for slug in SLUGS[: draw(st.integers(1, 5))]
    ]
    return a_program(participants=[*people, a_participant(EMPTY, role=Role.BOTH)])


@given(a_program_with_an_empty_profile())
def test_what_is_not_known_brings_the_rounded_mean_of_what_is(program: Program) -> None:
    found = list(reasons(round_of(program, CohortId(COHORT), today=TODAY)))

    for criterion in LEARNED:
        here = [one for _, _, one in found if one.criterion == criterion]
        known = [one.points for one in here if one.known]
        mean = (2 * sum(known) + len(known)) // (2 * len(known)) if known else None
        half = (here[0].most + 1) // 2 if here else 0
        assert {one.points for one in here if not one.known} <= {half if mean is None else mean}


@given(a_program_with_an_empty_profile())
def test_nobody_who_fits_better_than_the_typical_stands_below_who_said_nothing(
    program: Program,
) -> None:
    matching = round_of(program, CohortId(COHORT), today=TODAY)
    mentees, mentors = matching.sides
    for mentor in mentors:
        if mentor.slug == EMPTY:
            continue
        empty = fit(matching, mentor, matching.candidate(EMPTY))
        for mentee in mentees:
            pairs = zip(fit(matching, mentor, mentee).reasons, empty.reasons, strict=True)
            above = [own.points - other.points for own, other in pairs if own.known]
            if min(above, default=0) >= 0:
                assert fit(matching, mentor, mentee).points >= empty.points


@given(st.sets(st.integers(0, 40), min_size=1, max_size=6), st.integers(0, 40))
def test_to_say_something_that_fits_typically_never_costs_points(
    others: set[int], years: int
) -> None:
    known = [a_participant(f"b{one}", experience_years=one) for one in others]
    ana = a_mentor(experience_years=20)
    silent = a_round(ana, *known, a_participant("ben"))
    spoken = a_round(ana, *known, a_participant("ben", experience_years=years))

    before, after = (
        reason(one, Criterion.EXPERIENCE, "ana", "ben").points for one in (silent, spoken)
    )

    mean = silent.typical["experience"]
    assert before == mean
    assert (after >= before) is (after >= mean)


def test_whoever_says_little_does_not_win_where_most_skills_do_not_meet() -> None:
    wants = [a_participant(f"b{number}", wants=some_skills(f"s{number}")) for number in range(8)]
    matching = a_round(a_mentor(offers=some_skills("s0")), *wants, a_participant("zoe"))

    points = [
        reason(matching, Criterion.SKILLS, "ana", slug).points for slug in ("b0", "b1", "zoe")
    ]

    assert points == [35, 0, 4]
    text = reason(matching, Criterion.SKILLS, "ana", "zoe").text
    assert text == "Zoe has not said yet what to learn"


def test_an_open_question_of_style_counts_as_it_does_for_others() -> None:
    direct, gentle = (WorkingStyle(feedback=one) for one in Feedback)
    matching = a_round(
        a_mentor(style=direct),
        *(a_participant(f"b{number}", style=gentle) for number in range(3)),
        a_participant("zoe", style=WorkingStyle(contact=Contact.CALLS)),
    )

    points = [reason(matching, Criterion.STYLE, "ana", slug).points for slug in ("b0", "zoe")]

    assert points == [6, 6]
    asked = [matching.typical[f"style {question}"] for question in range(4)]
    assert asked == [0, 500, 500, 500]


def test_peers_are_judged_by_pairs_of_peers_and_nobody_by_a_pair_with_themselves() -> None:
    wants = [
        a_participant(f"b{number}", about=text) for number, text in enumerate(("Roses", "Bees"))
    ]
    program = a_program(
        participants=(*wants, a_participant("zoe")),
        cohorts=(a_cohort(forms=(Form.PEER,)),),
        applications=[an_application(slug, forms=(Form.PEER,)) for slug in ("b0", "b1", "zoe")],
    )
    matching = round_of(program, CohortId(COHORT), today=TODAY)

    assert reason(matching, Criterion.GOALS, "b0", "zoe").points == 0


def test_who_did_not_ask_to_join_does_not_count() -> None:
    people = (
        a_mentor(languages=("en",)),
        a_participant("ben", languages=("en",)),
        *(a_participant("kai", languages=("es",)), a_participant("zoe")),
    )
    program = a_program(
        participants=people,
        applications=[an_application(slug) for slug in ("ana", "ben", "zoe")],
    )
    matching = round_of(program, CohortId(COHORT), today=TODAY)

    assert reason(matching, Criterion.LANGUAGES, "ana", "zoe").points == 5


@pytest.mark.parametrize("more", [0, 1])
def test_in_a_large_round_the_first_people_by_slug_stand_for_all(more: int) -> None:
    many = [a_participant(f"b{one:03}", languages=("en",)) for one in range(MOST_ASKED - 1 + more)]
    last = a_participant("y", languages=("es",))
    matching = a_round(
        a_mentor(languages=("en",)), *many, last, *[a_participant("zoe", languages=())]
    )
    mentees, mentors = matching.sides

    points = block_of(tables_of(matching, mentees, mentors), slice(None)).points

    assert reason(matching, Criterion.LANGUAGES, "ana", "zoe").points == 5
    assert np.unique(points).size == 1 + 1
