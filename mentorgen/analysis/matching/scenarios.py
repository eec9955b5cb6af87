"""The same people matched in two or more ways, side by side: what changes, for whom, at what cost.

The points of two policies cannot be compared with each other. So every cost is told twice: by the
measure of the first scenario, and by that of the other. For organisers only.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from mentorgen.analysis.matching.differences import (
    Difference,
    difference,
    loss_between,
    partners,
)
from mentorgen.analysis.matching.proposals import propose
from mentorgen.analysis.matching.rescoring import rescored
from mentorgen.analysis.matching.rounds import round_of
from mentorgen.analysis.matching.terms import AS_IT_IS, Terms
from mentorgen.analysis.matching.values import Loss, Proposal
from mentorgen.model.ids import CohortId, Slug
from mentorgen.model.policies import MatchingPolicy
from mentorgen.model.program import Program
from mentorgen.model.words import Form

NamedPolicy = tuple[str, MatchingPolicy | None]
"""A scenario's name and its policy; None is what the round itself says."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Scenario:
    """What one way of matching leads to, with its own figures and values in `proposal`.

    `difference` is what changes against the first scenario, its cost by the first one's points and
    bands. `own_loss` is that cost by this scenario's own: below 0 is what it gains.
    """

    name: str
    proposal: Proposal
    difference: Difference
    own_loss: Loss


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """Whom somebody gets in one scenario, with the points in it and by the first one's measure."""

    partners: tuple[Slug, ...]
    points: int
    first_points: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonAcross:
    """What each scenario means for somebody, in the order of the scenarios."""

    slug: Slug
    shares: tuple[Share, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """Scenarios side by side, the first as the measure; `people` has everybody for whom anything changes."""

    scenarios: tuple[Scenario, ...]
    people: tuple[PersonAcross, ...]


def compare(
    program: Program,
    cohort_id: CohortId,
    policies: Sequence[NamedPolicy],
    *,
    today: date,
    terms: Terms = AS_IT_IS,
) -> Comparison:
    """Match a round under each of these policies, one or more, and hold all against the first."""
    own_terms = [replace(terms, policy=policy) for _, policy in policies]
    rounds = [round_of(program, cohort_id, today=today, terms=one) for one in own_terms]
    proposals = [propose(program, cohort_id, today=today, terms=one) for one in own_terms]
    measured = [rescored(rounds[0], proposal) for proposal in proposals]
    return Comparison(
        scenarios=tuple(
            Scenario(
                name=name,
                proposal=proposal,
                difference=difference(proposals[0], by_first),
                own_loss=loss_between(rescored(matching, proposals[0]), proposal),
            )
            for (name, _), matching, proposal, by_first in zip(
                policies, rounds, proposals, measured, strict=True
            )
        ),
        people=tuple(_people(proposals, measured)),
    )


def _people(proposals: Sequence[Proposal], measured: Sequence[Proposal]) -> Iterator[PersonAcross]:
    found = [
        (partners(own), _points(own), _points(first))
        for own, first in zip(proposals, measured, strict=True)
    ]
    for slug in sorted({slug for has, *_ in found for slug in has}):
        shares = tuple(
            Share(
                partners=tuple(sorted(has.get(slug, ()))),
                points=own[slug],
                first_points=first[slug],
            )
            for has, own, first in found
        )
        if len({share.partners for share in shares}) > 1:
            yield PersonAcross(slug=slug, shares=shares)


def _points(proposal: Proposal) -> Counter[Slug]:
    """Add up for each person the points of the matches in which they learn or are a peer."""
    found: Counter[Slug] = Counter()
    for suggestion in proposal.suggestions:
        for match in suggestion.matches:
            found[match.mentee] += match.fit.points
            if suggestion.form is Form.PEER:
                found[match.mentor] += match.fit.points
    return found
