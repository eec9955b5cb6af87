"""What a pair agrees on, which version that is, and whose signature holds."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

import pytest

from mentorgen.analysis.agreements import TEXT_VERSION, Agreement, agreement_of
from mentorgen.model.facts import Fact, FactKind
from mentorgen.model.pairs import Pair, Plan
from mentorgen.model.program import Program
from mentorgen.model.words import Form, Outcome
from tests.builders import (
    TODAY,
    a_fact,
    a_goal,
    a_mentor,
    a_pair,
    a_participant,
    a_program,
)

PAIR = a_pair()
SIX = ("b1", "b2", "b3", "b4", "b5", "b6")
GROUP = a_pair(form=Form.GROUP, mentees=SIX)
PEERS = a_pair(form=Form.PEER, mentors=(), mentees=(), members=("ana", "ben"))


def a_plan(weeks: int) -> Plan:
    return Plan.model_validate(
        {"schema": 1, "id": "plan", "name": "Plan", "stages": ({"name": "All", "weeks": weeks},)}
    )


def signed(*people: str, version: int, on: date = date(2026, 3, 3)) -> list[Fact]:
    return [a_fact(FactKind.AGREED, on, by=slug, version=version) for slug in people]


def program_of(pair: Pair, facts: Iterable[Fact] = (), plan: Plan | None = None) -> Program:
    people = (a_mentor(), a_participant(), *(a_participant(slug) for slug in SIX))
    yes = [a_fact(FactKind.CONFIRMED, date(2026, 2, 27), by=slug) for slug in pair.everyone]
    return a_program(
        participants=people,
        pairs=(pair,),
        plans=(plan,) if plan else (),
        pair_facts={pair.id: (*yes, *facts)},
    )


def agreed(pair: Pair, facts: Iterable[Fact] = (), plan: Plan | None = None) -> Agreement:
    return agreement_of(program_of(pair, facts, plan), pair, today=TODAY)


@pytest.mark.parametrize("pair", [PAIR, GROUP, PEERS], ids=["two", "group", "peers"])
def test_an_agreement_holds_when_everybody_signed_its_version(pair: Pair) -> None:
    version = agreed(pair).version
    *most, last = pair.everyone
    first = signed(*most, version=version)

    assert agreed(pair).missing == pair.everyone
    assert agreed(pair, first).missing == (last,)
    assert agreed(pair, first).agreed_on is None
    whole = agreed(pair, [*first, *signed(last, version=version, on=date(2026, 3, 5))])
    assert (whole.missing, whole.agreed_on) == ((), date(2026, 3, 5))


@pytest.mark.parametrize(
    "changed",
    [
        a_pair(rhythm_days=7),
        a_pair(mentees=("b1",)),
        a_pair(mentees=("ben", "b1"), form=Form.GROUP),
        a_pair(plan="plan"),
    ],
    ids=["rhythm", "other person", "one more", "plan"],
)
def test_a_term_that_changes_asks_for_new_signatures(changed: Pair) -> None:
    facts = signed("ana", "ben", version=agreed(PAIR).version)
    now = agreed(changed, facts, a_plan(12))

    assert not any(one.holds for one in now.signatures)
    assert now.missing == changed.everyone


def test_a_plan_that_grows_longer_changes_what_was_agreed_on() -> None:
    pair = a_pair(plan="plan")

    assert agreed(pair, plan=a_plan(12)).version != agreed(pair, plan=a_plan(13)).version


def test_goals_and_aims_change_nothing_that_was_signed() -> None:
    program = replace(program_of(a_pair(aim="Another")), goals={PAIR.id: (a_goal(),)})

    assert agreement_of(program, a_pair(aim="Another"), today=TODAY).version == agreed(PAIR).version


def test_who_leaves_a_group_changes_it_for_the_others() -> None:
    facts = signed(*GROUP.everyone, version=agreed(GROUP).version)
    left = agreed(GROUP, [*facts, a_fact(FactKind.LEFT, date(2026, 3, 20), by="b6")])

    assert agreed(GROUP, facts).missing == ()
    assert left.members.mentees == SIX[:-1]
    assert left.missing == ("ana", *SIX[:-1])


@pytest.mark.parametrize("pair", [PAIR, GROUP], ids=["two", "seven"])
def test_a_signature_that_says_nothing_of_the_terms_is_asked_for_again(pair: Pair) -> None:
    bare = agreed(pair, signed(*pair.everyone, version=TEXT_VERSION))
    again = agreed(
        pair,
        [
            *signed(*pair.everyone, version=TEXT_VERSION),
            *signed(*pair.everyone, version=bare.version, on=date(2026, 3, 9)),
        ],
    )

    assert (bare.missing, bare.agreed_on, bare.changed_since) == (pair.everyone, None, True)
    assert (again.missing, again.agreed_on, again.changed_since) == ((), date(2026, 3, 9), False)


def test_only_the_last_signature_of_a_person_counts() -> None:
    old, new = agreed(PAIR).version, agreed(a_pair(rhythm_days=7)).version
    facts = [
        *signed("ana", version=old),
        *signed("ana", version=new, on=date(2026, 3, 9)),
        *signed("ben", version=old, on=date(2026, 3, 9)),
    ]
    now = agreed(PAIR, facts)

    assert [(one.slug, one.version, one.holds) for one in now.signatures] == [
        ("ana", new, False),
        ("ben", old, True),
    ]


def test_a_version_is_a_whole_number_that_begins_with_that_of_the_text() -> None:
    version = agreed(PAIR).version

    assert version // 1_000_000 == TEXT_VERSION
    assert version == agreed(a_pair()).version


def test_a_pair_that_ended_keeps_what_its_people_signed() -> None:
    facts = signed("ana", "ben", version=agreed(PAIR).version)
    ended = a_fact(FactKind.ENDED, date(2026, 3, 30), outcome=Outcome.COMPLETED)

    assert agreed(PAIR, [*facts, ended]).agreed_on == date(2026, 3, 3)


def test_goals_of_later_days_are_not_in_it_yet() -> None:
    goals = (a_goal("now"), a_goal("later", set_on=date(2026, 5, 1)))
    program = replace(program_of(PAIR), goals={PAIR.id: goals})

    assert [goal.id for goal in agreement_of(program, PAIR, today=TODAY).goals] == ["now"]
