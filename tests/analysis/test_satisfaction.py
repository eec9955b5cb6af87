"""How far goals were reached, weighed by how much they mattered: one voice a person, five people or none."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentorgen.analysis.satisfaction import (
    SideSatisfaction,
    satisfaction_in,
    satisfaction_of,
    weighed,
)
from mentorgen.model.facts import Fact, FactKind, GoalMark
from mentorgen.model.pairs import Pair
from mentorgen.model.program import Program
from mentorgen.model.words import Form
from tests.builders import STARTS, a_fact, a_mentor, a_pair, a_participant, a_program

SIX = ("b0", "b1", "b2", "b3", "b4", "b5")
MANY = tuple(f"b{number}" for number in range(40))
GROUP = a_pair("six", form=Form.GROUP, mentees=SIX)
CIRCLE = a_pair("circle", form=Form.PEER, mentors=(), mentees=(), members=SIX)
INFORMAL = a_pair("informal", mentors=("ana",), mentees=("b0",), informal=True)
TODAY = STARTS + timedelta(days=100)
Marks = Sequence[tuple[int, int]]


def answered(pair: Pair, *marks: tuple[int, int], on: date = STARTS) -> Fact:
    goals = tuple(
        {"goal": f"goal-{number}", "reached": reached, "mattered": mattered}
        for number, (reached, mattered) in enumerate(marks)
    )
    return a_fact(FactKind.ANSWERED, on, survey="closing", pair=pair.id, answers=(), goals=goals)


def a_round(facts: Mapping[str, Sequence[Fact]], *pairs: Pair) -> Program:
    people = [a_mentor(), *(a_participant(slug) for slug in MANY)]
    return a_program(participants=people, pairs=pairs, person_facts=facts)


def told(program: Program) -> dict[str, tuple[int | None, int | None]]:
    found = satisfaction_of(program, program.pairs.values(), today=TODAY)
    return {one.side: (one.answers.value, one.tenths.value) for one in found}


@pytest.mark.parametrize(
    ("marks", "mark"),
    [
        ([(4, 1)], Fraction(4)),
        ([(5, 5), (1, 1)], Fraction(26, 6)),
        ([(5, 1), (1, 5)], Fraction(10, 6)),
        ([(5, 3), (1, 3)], Fraction(3)),
    ],
)
def test_a_goal_counts_as_much_as_it_mattered(marks: Marks, mark: Fraction) -> None:
    (goals,) = (fact.goals for fact in [answered(GROUP, *marks)] if hasattr(fact, "goals"))

    assert weighed(goals) == mark


@pytest.mark.parametrize(
    ("pair", "side"), [(GROUP, "mentee"), (CIRCLE, "peer")], ids=["group", "peers"]
)
def test_five_people_are_told_and_four_are_not(pair: Pair, side: str) -> None:
    def of(many: int) -> dict[str, tuple[int | None, int | None]]:
        return told(a_round({slug: [answered(pair, (4, 2))] for slug in SIX[:many]}, pair))

    assert of(5) == {side: (5, 40)}
    assert of(4) == {side: (None, None)}
    assert of(0) == {}


def test_a_side_of_one_is_hidden_beside_one_of_six() -> None:
    facts = {slug: [answered(GROUP, (5, 2))] for slug in ("ana", *SIX)}

    assert told(a_round(facts, GROUP)) == {"mentee": (6, 50), "mentor": (None, None)}


def test_who_answers_again_is_heard_once_and_last() -> None:
    early, late = (
        answered(GROUP, (mark, 3), on=STARTS + timedelta(days=10 * mark)) for mark in (1, 5)
    )
    facts = {slug: [late, early] for slug in SIX}
    program = a_round(facts, GROUP)

    assert told(program) == {"mentee": (6, 50)}
    assert [one.mark for one in satisfaction_in(program, GROUP, today=TODAY)] == [1] * 6 + [5] * 6
    assert satisfaction_in(program, GROUP, today=STARTS) == ()


def test_who_is_in_two_pairs_has_one_voice() -> None:
    facts = {slug: [answered(GROUP, (4, 1))] for slug in SIX}
    facts["b0"] = [answered(GROUP, (5, 1)), answered(INFORMAL, (1, 1))]

    assert told(a_round(facts, GROUP, INFORMAL)) == {"mentee": (6, 38)}


def test_an_answer_without_goals_says_nothing_of_them() -> None:
    assert told(a_round({slug: [answered(GROUP)] for slug in SIX}, GROUP)) == {}


def test_the_mean_comes_with_how_far_off_it_may_be() -> None:
    marks = dict(zip(SIX, (2, 3, 3, 4, 4, 5), strict=True))
    program = a_round({slug: [answered(GROUP, (mark, 1))] for slug, mark in marks.items()}, GROUP)

    (side,) = satisfaction_of(program, [GROUP], today=TODAY)

    assert (side.tenths.value, side.lowest.value, side.highest.value) == (35, 24, 46)


@given(st.lists(st.tuples(st.integers(1, 5), st.integers(1, 5)), min_size=1, max_size=40))
def test_a_mean_lies_among_the_marks_and_in_its_interval(marks: Marks) -> None:
    pair = a_pair("many", form=Form.GROUP, mentees=MANY[:30])
    other = a_pair("more", form=Form.GROUP, mentees=MANY[30:])
    pairs = {slug: pair if slug in pair.mentees else other for slug in MANY}
    facts = {slug: [answered(pairs[slug], mark)] for slug, mark in zip(MANY, marks, strict=False)}

    (side,) = satisfaction_of(a_round(facts, pair, other), [pair, other], today=TODAY)

    assert isinstance(side, SideSatisfaction)
    shown = (side.lowest.value, side.tenths.value, side.highest.value)
    if len(marks) < 5:
        assert shown == (None, None, None)
    else:
        lowest, tenths, highest = (value or 0 for value in shown)
        assert 10 <= lowest <= tenths <= highest <= 50
        assert min(mark for mark, _ in marks) * 10 <= tenths <= max(mark for mark, _ in marks) * 10


def test_a_mark_is_from_one_to_five() -> None:
    with pytest.raises(ValueError, match="less than or equal to 5"):
        GoalMark.model_validate({"goal": "one", "reached": 6, "mattered": 1})
