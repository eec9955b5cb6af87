"""How two proposals for the same people differ: who gets somebody else, and what it costs."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import zip_longest

from mentorgen.analysis.matching.bands import weak_bands
from mentorgen.analysis.matching.values import Loss, Move, Proposal
from mentorgen.model.ids import Slug
from mentorgen.model.words import Form


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """What changes from one proposal to another: the moves by slug, who gains or loses a place, the cost.

    Of two peers both move. Who gains had nobody before, who loses has nobody after.
    """

    moves: tuple[Move, ...]
    gains: tuple[Slug, ...]
    loses: tuple[Slug, ...]
    loss: Loss


def difference(before: Proposal, after: Proposal) -> Difference:
    """Compare two proposals, the cost counted in the points of each."""
    had, has = partners(before), partners(after)
    return Difference(
        moves=tuple(_moves(had, has)),
        gains=tuple(sorted(has.keys() - had.keys())),
        loses=tuple(sorted(had.keys() - has.keys())),
        loss=loss_between(before, after),
    )


def partners(proposal: Proposal) -> Mapping[Slug, frozenset[Slug]]:
    """Give for everybody who found somebody whom they found: mentees their mentors, peers each other."""
    found: dict[Slug, set[Slug]] = defaultdict(set)
    for suggestion in proposal.suggestions:
        for match in suggestion.matches:
            found[match.mentee].add(match.mentor)
            if suggestion.form is Form.PEER:
                found[match.mentor].add(match.mentee)
    return {slug: frozenset(others) for slug, others in found.items()}


def loss_between(before: Proposal, after: Proposal) -> Loss:
    """Count what the second proposal has less of than the first, in the order of importance."""
    return Loss(
        people=len(partners(before)) - len(partners(after)),
        waited=_waited(after) - _waited(before),
        further=_further(before) - _further(after),
        weak=_weak(before, after),
        points=_points(before) - _points(after),
        kept=_kept(before) - _kept(after),
    )


def _moves(
    had: Mapping[Slug, frozenset[Slug]], has: Mapping[Slug, frozenset[Slug]]
) -> Iterator[Move]:
    nobody: frozenset[Slug] = frozenset()
    for slug in sorted(had.keys() | has.keys()):
        old, new = had.get(slug, nobody), has.get(slug, nobody)
        for before, after in zip_longest(sorted(old - new), sorted(new - old)):
            yield Move(mentee=slug, before=before, after=after)


def _waited(proposal: Proposal) -> int:
    """Count the rounds that those who wait again have waited."""
    return sum(one.waited for one in proposal.waiting)


def _further(proposal: Proposal) -> int:
    """Count second and third mentors."""
    mentees = Counter(
        match.mentee
        for suggestion in proposal.suggestions
        if suggestion.form is not Form.PEER
        for match in suggestion.matches
    )
    return mentees.total() - len(mentees)


def _weak(before: Proposal, after: Proposal) -> tuple[int, ...]:
    """Count how many more pairs fall into each band but the best, as the first proposal has them."""
    bands = weak_bands(before.policy)
    return tuple(_inside(after, band) - _inside(before, band) for band in bands)


def _inside(proposal: Proposal, band: range) -> int:
    matches = (match for one in proposal.suggestions for match in one.matches)
    return sum(match.fit.points in band for match in matches)


def _points(proposal: Proposal) -> int:
    return sum(suggestion.points for suggestion in proposal.suggestions)


def _kept(proposal: Proposal) -> int:
    return sum(suggestion.standing is not None for suggestion in proposal.suggestions)
