"""Locked pairs stay; where they contradict, the fewest of them are named that do."""

import pytest

from mentorgen.analysis.matching.proposals import propose
from mentorgen.analysis.matching.terms import Pairing, Terms
from mentorgen.analysis.matching.values import Proposal
from mentorgen.errors import ContradictionError, WrongUsageError
from mentorgen.model.facts import Fact, FactKind
from mentorgen.model.ids import CohortId, Slug
from mentorgen.model.policies import LockedPair, MatchingPolicy
from mentorgen.model.program import Program
from mentorgen.model.settings import Settings
from mentorgen.model.words import Form
from tests.builders import (
    COHORT,
    TODAY,
    a_cohort,
    a_fact,
    a_mentor,
    a_pair,
    a_participant,
    a_program,
    an_application,
    some_settings,
    some_skills,
)

ANA, BEN, CLEO, DORA, EVE = map(Slug, ("ana", "ben", "cleo", "dora", "eve"))


def a_round(*locked: tuple[str, str], vetoes: dict[str, list[Fact]] | None = None) -> Program:
    """Ana fits Ben best and has two places; Cleo fits nobody."""
    return a_program(
        settings=locking(*locked),
        participants=[
            a_mentor("ana", offers=some_skills("s1"), capacity=2),
            a_mentor("cleo", offers=some_skills("s2"), capacity=3),
            *(a_participant(slug, wants=some_skills("s1")) for slug in ("ben", "dora", "eve")),
        ],
        person_facts=vetoes or {},
    )


def locking(*locked: tuple[str, str]) -> Settings:
    pairs = tuple(LockedPair(mentor=Slug(one), mentee=Slug(other)) for one, other in locked)
    return some_settings(matching=MatchingPolicy(locked=pairs))


def proposal_of(
    program: Program, forced: tuple[Pairing, ...] = (), forbidden: tuple[Pairing, ...] = ()
) -> Proposal:
    terms = Terms(forced=forced, forbidden=forbidden)
    return propose(program, CohortId(COHORT), today=TODAY, terms=terms)


def pairs_of(proposal: Proposal) -> set[Pairing]:
    return {(match.mentor, match.mentee) for one in proposal.suggestions for match in one.matches}


def test_locked_and_forced_pairs_come_about_and_are_told_as_locked() -> None:
    everybody = {BEN, DORA, EVE}
    for proposal in (
        proposal_of(a_round(("cleo", "ben"), ("cleo", "dora"))),
        proposal_of(a_round(), forced=((CLEO, BEN), (CLEO, DORA))),
        proposal_of(a_round(("cleo", "ben")), forced=((CLEO, BEN), (CLEO, DORA))),
    ):
        assert pairs_of(proposal) == {(CLEO, BEN), (CLEO, DORA), (ANA, EVE)}
        assert [one.mentees[0] for one in proposal.suggestions if one.locked] == [BEN, DORA]
        assert {mentee for _, mentee in pairs_of(proposal)} == everybody


def test_a_forbidden_pair_does_not_come_about() -> None:
    proposal = proposal_of(a_round(), forbidden=((ANA, BEN), (ANA, DORA)))

    assert pairs_of(proposal) == {(ANA, EVE), (CLEO, BEN), (CLEO, DORA)}


def test_three_locks_for_two_places_are_named_and_no_others() -> None:
    locked = (("cleo", "ben"), ("ana", "ben"), ("ana", "dora"), ("ana", "eve"))
    wants_two = a_round(*locked[1:])

    with pytest.raises(ContradictionError) as found:
        proposal_of(wants_two)

    assert str(found.value) == (
        "Ana has 2 open places and is locked together with 3: Ben, Dora and Eve. "
        "Take one of them out of 'locked'."
    )
    assert found.value.exit_code == 1
    with pytest.raises(ContradictionError, match="Ben seeks 1 mentor and is locked"):
        proposal_of(a_round(*locked[:2]))


def test_forced_pairs_that_contradict_are_wrong_usage() -> None:
    with pytest.raises(WrongUsageError) as found:
        proposal_of(a_round(("cleo", "ben")), forced=((ANA, BEN),))

    assert str(found.value) == (
        "Ben seeks 1 mentor and is locked together with 2: Ana and Cleo. Force fewer of them."
    )
    assert found.value.exit_code == 2


def test_a_lock_against_a_rule_is_told_with_the_rules_sentence() -> None:
    veto = {"ben": [a_fact(FactKind.VETOED, who="ana")]}

    with pytest.raises(ContradictionError) as locked:
        proposal_of(a_round(("ana", "ben"), ("ana", "dora"), vetoes=veto))
    with pytest.raises(WrongUsageError) as forced:
        proposal_of(a_round(vetoes=veto), forced=((ANA, BEN),))

    assert str(locked.value) == (
        "Ana and Ben are locked together and must not be: one of the two does not want to be matched "
        "with the other. Take the pair out of 'locked', or change what stands against it."
    )
    assert str(forced.value) == (
        "Ana and Ben cannot be forced together: "
        "one of the two does not want to be matched with the other."
    )


@pytest.mark.parametrize(
    ("locked", "forced", "how"),
    [((("ana", "ben"),), (), "locked by the round's policy"), ((), ((ANA, BEN),), "forced")],
)
def test_nobody_is_both_locked_and_forbidden(
    locked: tuple[tuple[str, str], ...], forced: tuple[Pairing, ...], how: str
) -> None:
    with pytest.raises(WrongUsageError) as found:
        proposal_of(a_round(*locked), forced=forced, forbidden=((ANA, BEN),))

    assert str(found.value) == f"Ana and Ben are {how} and forbidden at the same time; choose one."


@pytest.mark.parametrize("answer", [FactKind.CONFIRMED, FactKind.DECLINED])
def test_a_lock_is_settled_once_the_pair_is_in_the_round(answer: FactKind) -> None:
    program = a_program(
        settings=locking(("ana", "ben")),
        pairs=[a_pair()],
        pair_facts={f"{COHORT}/ana-ben": [a_fact(answer, by=by) for by in ("ana", "ben")]},
    )

    assert proposal_of(program).suggestions == ()


def test_a_locked_pair_counts_towards_its_circle() -> None:
    people = [a_mentor(capacity=5), *(a_participant(slug) for slug in ("ben", "cleo", "dora"))]
    program = a_program(
        cohorts=[a_cohort(forms=(Form.GROUP, Form.ONE_TO_ONE))],
        participants=people,
        applications=[
            an_application(one.slug, forms=(Form.GROUP,) if one.slug == "ana" else ())
            for one in people
        ],
    )

    whole = proposal_of(program, forced=((ANA, BEN),))
    alone = proposal_of(program, forced=((ANA, BEN),), forbidden=((ANA, CLEO),))

    assert [(one.form, one.mentees, one.locked) for one in whole.suggestions] == [
        (Form.GROUP, ("ben", "cleo", "dora"), True)
    ]
    assert [(one.form, one.mentees, one.locked) for one in alone.suggestions] == [
        (Form.ONE_TO_ONE, ("ben",), True)
    ]
