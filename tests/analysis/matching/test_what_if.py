"""What would be is found by solving again, and told as a story that is true."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mentorgen.analysis.matching import constraints
from mentorgen.analysis.matching.differences import loss_between, partners
from mentorgen.analysis.matching.proposals import propose
from mentorgen.analysis.matching.rounds import round_of
from mentorgen.analysis.matching.terms import Terms
from mentorgen.analysis.matching.values import Proposal
from mentorgen.analysis.matching.what_if import Outcome, WhatIf, what_if, why_not
from mentorgen.errors import WrongUsageError
from mentorgen.model.facts import FactKind
from mentorgen.model.ids import SkillId, Slug
from mentorgen.model.policies import MatchingPolicy, Weights
from mentorgen.model.program import Program
from tests.analysis.matching.proposals_made import ROUND
from tests.analysis.matching.small_programs import MENTEES, MENTORS, programs
from tests.builders import (
    TODAY,
    a_fact,
    a_mentor,
    a_pair,
    a_participant,
    a_program,
    a_skill,
    some_skills,
)

BO_ANA = (Slug("bo"), Slug("ana"))


def a_triangle(**more: object) -> Program:
    """Bo and Di are mentors; Cy fits Bo best, and so does Ana a little less."""
    return a_program(
        participants=[
            a_mentor("bo", offers=some_skills("docs", "testing")),
            a_mentor("di", offers=some_skills("docs")),
            a_participant("ana", wants=some_skills("docs")),
            a_participant("cy", wants=some_skills("docs", "testing")),
        ],
        skills=[a_skill("docs", label="Docs")],
        **more,  # type: ignore[arg-type]
    )


def asked(program: Program, question: WhatIf, terms: Terms | None = None) -> Outcome:
    return what_if(program, ROUND, question, today=TODAY, terms=terms or Terms())


def lost(outcome: Outcome) -> int:
    """The points, which are more than none here."""
    points = outcome.difference.loss.points
    assert points > 0
    return points


def test_forcing_a_pair_tells_who_moves_and_what_it_costs() -> None:
    outcome = asked(a_triangle(), WhatIf(forced=(BO_ANA,)))

    assert outcome.text == (
        f"For Ana to have Bo, Cy would move to Di: {lost(outcome)} points less, "
        "nobody loses a place."
    )
    assert partners(outcome.after) == {"ana": {"bo"}, "cy": {"di"}}


def test_forbidding_a_pair_tells_the_same_story_from_the_other_side() -> None:
    outcome = asked(a_triangle(), WhatIf(forbidden=((Slug("bo"), Slug("cy")),)))

    assert outcome.text.startswith(
        "Without Bo for Cy, Ana would move to Bo and Cy would move to Di: "
    )


def test_a_new_mentor_takes_somebody_and_nobody_has_to_be_added_to_the_program() -> None:
    program = a_triangle()
    crowded = replace(
        program,
        participants={**program.participants, Slug("eve"): a_participant("eve")},
        person_facts={**program.person_facts, Slug("eve"): ()},
    )

    outcome = asked(crowded, WhatIf(new_mentors=(SkillId("docs"),)))

    assert outcome.text.startswith(
        "With one more mentor for Docs, Eve would have a new mentor for Docs: "
    )
    assert outcome.text.endswith("1 person more with a place.")
    assert "new-mentor-1" in outcome.program.participants
    assert "new-mentor-1" not in crowded.participants


def test_other_weights_are_judged_by_the_usual_ones() -> None:
    other = Weights(skills=0, goals=0, hours=0, style=0, experience=0, languages=0, background=0)

    outcome = asked(a_triangle(), WhatIf(weights=other))

    assert outcome.after.policy.weights == other
    assert outcome.text.startswith("With these weights, ")
    assert lost(outcome) == lost(asked(a_triangle(), WhatIf(forced=(BO_ANA,))))


def test_a_question_without_a_change_changes_nothing() -> None:
    outcome = asked(a_triangle(), WhatIf())

    assert outcome.text == "As it is, nothing would change."


def test_changes_can_be_asked_together_and_under_a_policy() -> None:
    policy = MatchingPolicy(floor=1)
    question = WhatIf(forced=(BO_ANA,), new_mentors=(SkillId("docs"),), weights=Weights(skills=50))

    outcome = asked(a_triangle(), question, Terms(policy=policy))

    assert outcome.text.startswith(
        "For Ana to have Bo, with one more mentor for Docs and with these weights, "
    )
    assert (outcome.before.policy, outcome.after.policy.floor) == (policy, 1)
    assert outcome.after.policy.weights.skills == 50


def test_a_suggestion_that_stands_moves_only_if_it_may() -> None:
    standing = a_pair("di-ana", mentors=("di",), mentees=("ana",), starts=TODAY)
    program = a_triangle(pairs=[standing])

    with pytest.raises(WrongUsageError, match="cannot be forced together"):
        asked(program, WhatIf(forced=(BO_ANA,)))
    outcome = asked(program, WhatIf(forced=(BO_ANA,)), Terms(rematch=True))

    assert outcome.difference.loss.kept == 1
    assert "1 kept pair less" in outcome.text


def test_why_not_names_the_rules_or_the_cost_or_says_that_they_are_matched() -> None:
    program = a_triangle()
    vetoed = a_triangle(person_facts={"ana": [a_fact(FactKind.VETOED, who="bo")]})

    priced = why_not(program, ROUND, BO_ANA, today=TODAY)
    matched = why_not(program, ROUND, (Slug("bo"), Slug("cy")), today=TODAY)
    barred = why_not(vetoed, ROUND, BO_ANA, today=TODAY)

    assert priced.text.startswith("For Ana to have Bo, Cy would move to Di: ")
    assert (matched.text, matched.matched) == ("Bo and Cy are suggested to each other.", True)
    assert barred.text == (
        "Bo and Ana cannot be matched: one of the two does not want to be matched with the other."
    )
    assert (barred.outcome, matched.outcome) == (None, None)
    assert priced.outcome is not None


@settings(max_examples=25)
@given(
    program=programs(),
    mentor=st.sampled_from(MENTORS).map(Slug),
    mentee=st.sampled_from(MENTEES).map(Slug),
)
def test_the_cost_is_the_difference_of_two_solutions_and_the_story_leads_from_one_to_the_other(
    program: Program, mentor: Slug, mentee: Slug
) -> None:
    found = why_not(program, ROUND, (mentor, mentee), today=TODAY)
    matching = round_of(program, ROUND, today=TODAY)
    usual = propose(program, ROUND, today=TODAY)
    assert found.barriers == constraints.why_not(matching, mentor, mentee)
    assert found.matched is (mentor in partners(usual).get(mentee, ()))
    if found.outcome is None:
        assert found.barriers or found.matched
        return

    forced = propose(program, ROUND, today=TODAY, terms=Terms(forced=((mentor, mentee),)))
    here = links(usual)
    for move in found.outcome.difference.moves:
        here -= {(move.mentee, move.before)}
        here |= {(move.mentee, move.after)} if move.after is not None else set()
    assert here == links(forced)
    assert (mentee, mentor) in here
    loss = found.outcome.difference.loss
    assert loss == loss_between(usual, forced)
    assert (loss.people, loss.waited, loss.further, loss.weak, loss.points) >= (0, 0, 0, (0, 0), 0)
    assert priced_beside(usual, mentor, mentee) in {None, loss}


def links(proposal: Proposal) -> set[tuple[Slug, Slug | None]]:
    return {(one, other) for one, others in partners(proposal).items() for other in others}


def priced_beside(proposal: Proposal, mentor: Slug, mentee: Slug) -> object:
    """What the proposal itself says that this choice would cost, if it names it."""
    return next(
        (
            other.loss
            for one in proposal.suggestions
            for match in one.matches
            if match.mentee == mentee and one.mentors
            for other in match.alternatives
            if other.slug == mentor
        ),
        None,
    )
