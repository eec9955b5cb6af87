"""Scenarios stand side by side: what changes, for whom, and at what cost by both measures."""

from hypothesis import given, settings
from hypothesis import strategies as st

from mentorgen.analysis.matching.differences import difference, partners
from mentorgen.analysis.matching.proposals import propose
from mentorgen.analysis.matching.rescoring import rescored
from mentorgen.analysis.matching.rounds import round_of
from mentorgen.analysis.matching.scenarios import Comparison, NamedPolicy, Share, compare
from mentorgen.analysis.matching.terms import Terms
from mentorgen.analysis.matching.values import Loss
from mentorgen.model.ids import Slug
from mentorgen.model.policies import MatchingPolicy, Weights
from mentorgen.model.program import Program
from mentorgen.model.words import Form
from tests.analysis.matching.proposals_made import ROUND
from tests.analysis.matching.small_programs import programs
from tests.builders import (
    TODAY,
    a_cohort,
    a_mentor,
    a_participant,
    a_program,
    an_application,
    some_skills,
)

ONLY_WISHES = MatchingPolicy(
    weights=Weights(
        skills=0, goals=0, hours=0, style=0, experience=0, languages=0, background=0, wishes=100
    )
)
ONLY_SKILLS = MatchingPolicy(
    weights=Weights(
        skills=100, goals=0, hours=0, style=0, experience=0, languages=0, background=0, wishes=0
    )
)


def compared(program: Program, *policies: NamedPolicy) -> Comparison:
    return compare(program, ROUND, policies, today=TODAY)


def crossed() -> Program:
    """Ana and Ben fit one mentor each by skills, and ask for the other one."""
    return a_program(
        participants=[
            a_mentor("m1", offers=some_skills("docs")),
            a_mentor("m2", offers=some_skills("testing")),
            a_participant("ana", wants=some_skills("docs")),
            a_participant("ben", wants=some_skills("testing")),
        ],
        applications=[
            an_application("m1"),
            an_application("m2"),
            an_application("ana", wishes=("m2",)),
            an_application("ben", wishes=("m1",)),
        ],
    )


def test_each_person_for_whom_something_changes_is_told_in_every_scenario() -> None:
    found = compared(crossed(), ("skills", ONLY_SKILLS), ("wishes", ONLY_WISHES))

    ana, ben = found.people
    assert (ana.slug, ben.slug) == ("ana", "ben")
    assert ana.shares == (
        Share(partners=(Slug("m1"),), points=100, first_points=100),
        Share(partners=(Slug("m2"),), points=75, first_points=0),
    )


def test_the_cost_is_told_by_the_measure_of_the_first_and_by_the_scenarios_own() -> None:
    first, other = compared(crossed(), ("skills", ONLY_SKILLS), ("wishes", ONLY_WISHES)).scenarios

    assert (first.name, other.name) == ("skills", "wishes")
    assert first.difference.moves == ()
    assert first.difference.loss == first.own_loss == Loss(weak=(0, 0))
    assert [move.mentee for move in other.difference.moves] == ["ana", "ben"]
    assert (other.difference.loss.points, other.difference.loss.weak) == (200, (2, 0))
    assert (other.own_loss.points, other.own_loss.weak) == (-100, (-2, 0))
    assert (first.proposal.total, other.proposal.total) == (200, 150)


def test_what_the_round_says_itself_is_a_scenario_too() -> None:
    program = crossed()

    (usual,) = compared(program, ("usual", None)).scenarios

    assert usual.proposal == propose(program, ROUND, today=TODAY)
    assert compared(program, ("usual", None), ("same", MatchingPolicy())).people == ()


def test_peers_are_judged_by_the_better_way_round() -> None:
    program = a_program(
        participants=[
            a_participant("a", offers=some_skills("docs"), wants=some_skills("testing")),
            a_participant("b", offers=some_skills("docs"), wants=some_skills("docs")),
        ],
        cohorts=[a_cohort(forms=(Form.PEER,))],
    )

    usual, other = compared(program, ("usual", None), ("skills", ONLY_SKILLS)).scenarios

    assert other.proposal.total == 100
    assert other.difference.loss == Loss(weak=(0, 0))
    assert other.own_loss == Loss(weak=(0, 0))
    assert partners(usual.proposal) == {"a": {"b"}, "b": {"a"}}


policies = st.sampled_from((None, ONLY_SKILLS, ONLY_WISHES, MatchingPolicy(bands=(50,), floor=20)))


@settings(max_examples=25)
@given(program=programs(), policy=policies, other=policies)
def test_figures_values_and_points_are_those_of_a_run_by_itself(
    program: Program, policy: MatchingPolicy | None, other: MatchingPolicy | None
) -> None:
    first, second = compared(program, ("one", policy), ("two", other)).scenarios
    own = propose(program, ROUND, today=TODAY, terms=Terms(policy=other))
    matching = round_of(program, ROUND, today=TODAY, terms=Terms(policy=policy))

    assert second.proposal == own
    assert rescored(matching, first.proposal) == first.proposal
    by_first = rescored(matching, second.proposal)
    assert second.difference == difference(first.proposal, by_first)
    assert second.difference.loss.points == first.proposal.total - by_first.total
