"""What would be if a pair were forced or forbidden, a mentor came, or weights were others; for organisers.

Since the best set of pairs is the only one that is best, solving again shows exactly what a change
brings: what differs is the story, and nothing in it happened by chance.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from mentorgen.analysis.matching.differences import Difference, difference, partners
from mentorgen.analysis.matching.newcomers import with_newcomers
from mentorgen.analysis.matching.proposals import propose
from mentorgen.analysis.matching.questions import (
    are_peers,
    barriers_between,
    in_order,
    nobody_else_for,
    refusal,
)
from mentorgen.analysis.matching.rescoring import rescored
from mentorgen.analysis.matching.rounds import round_of
from mentorgen.analysis.matching.rules import Barrier
from mentorgen.analysis.matching.speech import label_of
from mentorgen.analysis.matching.stories import story
from mentorgen.analysis.matching.terms import AS_IT_IS, Pairing, Terms
from mentorgen.analysis.matching.values import Proposal
from mentorgen.analysis.wording import listed
from mentorgen.errors import WrongUsageError
from mentorgen.model.ids import CohortId, SkillId, Slug
from mentorgen.model.policies import MatchingPolicy, Weights
from mentorgen.model.program import Program


@dataclass(frozen=True, slots=True, kw_only=True)
class WhatIf:
    """What is to be different: pairs (mentor, mentee) together or apart, a mentor more for each skill.

    Two of `forced` may be named in any order, and may be `peers`.
    """

    forced: tuple[Pairing, ...] = ()
    peers: tuple[Pairing, ...] = ()
    forbidden: tuple[Pairing, ...] = ()
    new_mentors: tuple[SkillId, ...] = ()
    weights: Weights | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What would be: both proposals, what differs, and the story in a sentence.

    The cost is counted by the measure of the first, even where other weights found the second. `program` is the one of the second proposal, which has the new mentors in it.
    """

    program: Program
    before: Proposal
    after: Proposal
    difference: Difference
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class WhyNot:
    """Why two people are not suggested to each other: rules that forbid it, or what it would cost.

    Where rules forbid it there is no `outcome`; where they are matched there is none either.
    """

    text: str
    barriers: tuple[Barrier, ...] = ()
    matched: bool = False
    outcome: Outcome | None = None


def what_if(
    program: Program,
    cohort_id: CohortId,
    question: WhatIf,
    *,
    today: date,
    terms: Terms = AS_IT_IS,
) -> Outcome:
    """Solve a round as the terms have it and as it would be, and compare.

    Raises:
        WrongUsageError: a forced pair is forbidden by a rule or by the question itself.
    """
    usual = replace(terms, explained=False)
    question = _understood(program, cohort_id, question, today=today, terms=usual)
    other, changed = _changed(program, cohort_id, question, today=today, terms=usual)
    before = propose(program, cohort_id, today=today, terms=usual)
    after = propose(other, cohort_id, today=today, terms=changed)
    matching = round_of(other, cohort_id, today=today, terms=usual)
    found = difference(before, after if question.weights is None else rescored(matching, after))
    return Outcome(
        program=other,
        before=before,
        after=after,
        difference=found,
        text=_story(other, question, found),
    )


def why_not(
    program: Program,
    cohort_id: CohortId,
    pairing: Pairing,
    *,
    today: date,
    terms: Terms = AS_IT_IS,
) -> WhyNot:
    """Tell why a mentor and a mentee are not suggested to each other, and what it would cost if they were."""
    matching = round_of(program, cohort_id, today=today, terms=terms)
    mentor, mentee = in_order(matching, pairing)
    barriers = barriers_between(matching, (mentor, mentee))
    if barriers:
        text = refusal(matching, (mentor, mentee), barriers, how="matched")
        return WhyNot(text=text, barriers=barriers)
    question = WhatIf(forced=((mentor, mentee),))
    outcome = what_if(program, cohort_id, question, today=today, terms=terms)
    if mentor in partners(outcome.before).get(mentee, ()):
        names = listed(program.participants[slug].name for slug in (mentor, mentee))
        return WhyNot(text=f"{names} are suggested to each other.", matched=True)
    return WhyNot(text=outcome.text, outcome=outcome)


def terms_with(
    program: Program, cohort_id: CohortId, question: WhatIf, *, today: date, terms: Terms = AS_IT_IS
) -> Terms:
    """Give the terms under which what is asked for comes about.

    Raises:
        WrongUsageError: a rule stands between two who are to be peers.
    """
    asked = _understood(program, cohort_id, question, today=today, terms=terms)
    return _changed(program, cohort_id, asked, today=today, terms=terms)[1]


def _understood(
    program: Program, cohort_id: CohortId, question: WhatIf, *, today: date, terms: Terms
) -> WhatIf:
    """Put mentors first, and tell two who are to be peers from a mentor with a mentee.

    Raises:
        WrongUsageError: a rule stands between two who are to be peers.
    """
    matching = round_of(program, cohort_id, today=today, terms=terms)
    forced = [in_order(matching, pairing) for pairing in question.forced]
    peers = [pairing for pairing in forced if are_peers(matching, pairing)]
    for pairing in peers:
        if barriers := barriers_between(matching, pairing):
            raise WrongUsageError(refusal(matching, pairing, barriers, how="forced together"))
    return replace(
        question,
        forced=tuple(pairing for pairing in forced if pairing not in peers),
        peers=tuple(peers),
        forbidden=tuple(in_order(matching, pairing) for pairing in question.forbidden),
    )


def _changed(
    program: Program, cohort_id: CohortId, question: WhatIf, *, today: date, terms: Terms
) -> tuple[Program, Terms]:
    """Give the program and the terms as they would be."""
    matching = round_of(program, cohort_id, today=today)
    policy = terms.policy
    if question.weights is not None:
        usual = dict(policy or matching.policy)
        policy = MatchingPolicy.model_validate(usual | {"weights": question.weights})
    changed = replace(
        terms,
        policy=policy,
        forced=(*terms.forced, *question.forced),
        forbidden=(
            *terms.forbidden,
            *question.forbidden,
            *(apart for two in question.peers for apart in nobody_else_for(matching, two)),
        ),
    )
    return with_newcomers(matching, question.new_mentors).matching.program, changed


def _story(program: Program, question: WhatIf, found: Difference) -> str:
    def naming(slug: Slug) -> str:
        return program.participants[slug].name

    opening = listed(_clauses(program, question)) if question != WhatIf() else "as it is"
    return story(
        opening[0].upper() + opening[1:],
        found,
        naming,
        subjects=frozenset(
            (*question.forced, *question.peers, *((two, one) for one, two in question.peers))
        ),
    )


def _clauses(program: Program, question: WhatIf) -> Iterator[str]:
    people = program.participants
    for mentor, mentee in question.forced:
        yield f"for {people[mentee].name} to have {people[mentor].name}"
    for one, other in question.peers:
        yield f"for {people[one].name} and {people[other].name} to be peers"
    for mentor, mentee in question.forbidden:
        yield f"without {people[mentor].name} for {people[mentee].name}"
    for skill in question.new_mentors:
        yield f"with one more mentor for {label_of(program.skills, skill)}"
    if question.weights is not None:
        yield "with these weights"
