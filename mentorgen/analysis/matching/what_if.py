"""What would be if a pair were forced or forbidden, a mentor came, or weights were others; for organisers.

Since the best set of pairs is the only one that is best, solving again shows exactly what a change
brings: what differs is the story, and nothing in it happened by chance.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from mentorgen.analysis.matching.constraints import why_not as barriers_between
from mentorgen.analysis.matching.differences import Difference, difference, partners
from mentorgen.analysis.matching.newcomers import with_newcomers
from mentorgen.analysis.matching.proposals import propose
from mentorgen.analysis.matching.rescoring import rescored
from mentorgen.analysis.matching.rounds import round_of
from mentorgen.analysis.matching.rules import Barrier
from mentorgen.analysis.matching.speech import label_of
from mentorgen.analysis.matching.stories import story
from mentorgen.analysis.matching.terms import AS_IT_IS, Pairing, Terms
from mentorgen.analysis.matching.values import Proposal
from mentorgen.analysis.wording import listed
from mentorgen.model.ids import CohortId, SkillId, Slug
from mentorgen.model.policies import MatchingPolicy, Weights
from mentorgen.model.program import Program


@dataclass(frozen=True, slots=True, kw_only=True)
class WhatIf:
    """What is to be different: pairs (mentor, mentee) together or apart, a mentor more for each skill."""

    forced: tuple[Pairing, ...] = ()
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
    mentor, mentee = pairing
    matching = round_of(program, cohort_id, today=today, terms=terms)
    barriers = barriers_between(matching, mentor, mentee)
    names = listed(program.participants[slug].name for slug in pairing)
    if barriers:
        sentences = "; ".join(barrier.text for barrier in barriers)
        return WhyNot(text=f"{names} cannot be matched: {sentences}.", barriers=barriers)
    outcome = what_if(program, cohort_id, WhatIf(forced=(pairing,)), today=today, terms=terms)
    if mentor in partners(outcome.before).get(mentee, ()):
        return WhyNot(text=f"{names} are suggested to each other.", matched=True)
    return WhyNot(text=outcome.text, outcome=outcome)


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
        forbidden=(*terms.forbidden, *question.forbidden),
    )
    return with_newcomers(matching, question.new_mentors).matching.program, changed


def _story(program: Program, question: WhatIf, found: Difference) -> str:
    def naming(slug: Slug) -> str:
        return program.participants[slug].name

    opening = listed(_clauses(program, question)) if question != WhatIf() else "as it is"
    return story(
        opening[0].upper() + opening[1:], found, naming, subjects=frozenset(question.forced)
    )


def _clauses(program: Program, question: WhatIf) -> Iterator[str]:
    people = program.participants
    for mentor, mentee in question.forced:
        yield f"for {people[mentee].name} to have {people[mentor].name}"
    for mentor, mentee in question.forbidden:
        yield f"without {people[mentor].name} for {people[mentee].name}"
    for skill in question.new_mentors:
        yield f"with one more mentor for {label_of(program.skills, skill)}"
    if question.weights is not None:
        yield "with these weights"
