from dataclasses import replace
from datetime import date
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from mentorgen.analysis.lifecycle import State, state_of
from mentorgen.model.program import Program
from tests.analysis.histories import HISTORIES, days, programs


@HISTORIES
@given(programs(), days, st.randoms(use_true_random=False))
def test_the_order_of_facts_does_not_matter(program: Program, today: date, chance: Random) -> None:
    shuffled = replace(
        program,
        pair_facts={
            pair: tuple(chance.sample(facts, len(facts)))
            for pair, facts in program.pair_facts.items()
        },
        person_facts={
            slug: tuple(chance.sample(facts, len(facts)))
            for slug, facts in program.person_facts.items()
        },
    )

    for pair in program.pairs.values():
        assert state_of(shuffled, pair, today=today) == state_of(program, pair, today=today)


@HISTORIES
@given(programs(), days)
def test_what_is_dated_after_the_day_does_not_matter(program: Program, today: date) -> None:
    known = replace(
        program,
        pair_facts={
            pair: tuple(fact for fact in facts if fact.on <= today)
            for pair, facts in program.pair_facts.items()
        },
        person_facts={
            slug: tuple(fact for fact in facts if fact.on <= today)
            for slug, facts in program.person_facts.items()
        },
        meetings={
            pair: tuple(one for one in meetings if one.on <= today)
            for pair, meetings in program.meetings.items()
        },
    )

    for pair in program.pairs.values():
        assert state_of(known, pair, today=today) == state_of(program, pair, today=today)


@HISTORIES
@given(programs(), days)
def test_a_state_has_come_by_the_day_it_names(program: Program, today: date) -> None:
    for pair in program.pairs.values():
        standing = state_of(program, pair, today=today)
        assert standing.since is None or standing.since <= today
        assert standing.outcome is None or standing.state is State.ENDED
        assert standing.evidence
