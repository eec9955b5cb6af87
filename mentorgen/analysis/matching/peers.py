"""Peers: people who learn from each other, two by two, among those who asked for it and have nobody yet."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from mentorgen.analysis.assignment.peers import PeerPairs, Peers, best_peers, with_pair
from mentorgen.analysis.assignment.seats import RULED_OUT
from mentorgen.analysis.assignment.stages import Stage
from mentorgen.analysis.matching.constraints import all_of, masks
from mentorgen.analysis.matching.criteria import fit
from mentorgen.analysis.matching.left_over import rounds_waited
from mentorgen.analysis.matching.rounds import Candidate, Round
from mentorgen.analysis.matching.rules import Rule
from mentorgen.analysis.matching.scores import ROWS_AT_ONCE, block_of, tables_of
from mentorgen.analysis.matching.suggestions import ALTERNATIVES, as_it_stands, loss_of
from mentorgen.analysis.matching.taking_part import barriers_to_part
from mentorgen.analysis.matching.terms import Pairing
from mentorgen.analysis.matching.values import Alternative, Loss, Match, Suggestion
from mentorgen.model.ids import Slug
from mentorgen.model.words import Audience, Form

MOST_PRICED = 100
"""Up to so many peers it is told what other choices would cost."""


@dataclass(frozen=True)
class PeerRound:
    """Who seeks a peer, sorted by slug, and what the best pairs of them are.

    A pair counts by the better of its two ways round: one of the two learns most from the other.
    """

    matching: Round
    people: tuple[Candidate, ...]
    one_way: NDArray[np.int16]
    peers: Peers
    stages: tuple[Stage, ...]

    @cached_property
    def found(self) -> PeerPairs:
        """The best pairs.

        Raises:
            MentorgenError: there are too many people to be weighed against each other.
        """
        return best_peers(self.peers, self.stages)

    @property
    def points(self) -> NDArray[np.int16]:
        """How well each two fit; RULED_OUT by the rules."""
        return self.peers.points

    def suggestions(self, *, explained: bool = True) -> Iterator[Suggestion]:
        """Give a suggestion for each pair; if `explained`, with what other choices would cost."""
        costs = _Costs(self) if explained and len(self.people) <= MOST_PRICED else None
        place = {str(one.slug): at for at, one in enumerate(self.people)}
        for one, other in self.found.pairs:
            couple = place[one], place[other]
            suggestion = Suggestion(
                form=Form.PEER,
                members=tuple(self.people[at].slug for at in couple),
                matches=(self._match(*couple, costs),),
            )
            yield as_it_stands(self.matching, suggestion)

    def _match(self, one: int, other: int, costs: "_Costs | None") -> Match:
        """Tell the reasons of the better way round; the alternatives are those of the second."""
        teacher, learner = one, other
        if self.one_way[one, other] > self.one_way[other, one]:
            teacher, learner = other, one
        points = self.points[one, other]
        return Match(
            mentor=self.people[one].slug,
            mentee=self.people[other].slug,
            fit=fit(self.matching, self.people[teacher], self.people[learner]),
            rank_for_mentor=1 + int((self.points[one] > points).sum()),
            rank_for_mentee=1 + int((self.points[other] > points).sum()),
            alternatives=tuple(self._alternatives(one, other, costs)),
        )

    def _alternatives(self, one: int, other: int, costs: "_Costs | None") -> Iterator[Alternative]:
        points = self.points[other].astype(np.int32)
        others = np.argsort(-points, kind="stable").tolist()
        allowed = [at for at in others if at != one and points[at] > RULED_OUT]
        for at in allowed[:ALTERNATIVES]:
            loss = None if costs is None else costs.of(other, at)
            yield Alternative(slug=self.people[at].slug, points=int(points[at]), loss=loss)


@dataclass(frozen=True)
class _Costs:
    """What it costs to put two peers together who are not: found by solving again, once for each two."""

    peers: PeerRound
    _found: dict[frozenset[int], Loss] = field(default_factory=dict)

    def of(self, one: int, other: int) -> Loss:
        """Tell by how much less each stage reaches then."""
        both = frozenset((one, other))
        if both not in self._found:
            best = self.peers.found
            forced = best_peers(with_pair(self.peers.peers, one, other), self.peers.stages)
            values = zip(best.values[:-1], forced.values[:-1], strict=True)
            lost = [most - less for most, less in values]
            self._found[both] = loss_of(self.peers.stages, lost)
        return self._found[both]


def peer_round(
    matching: Round,
    stages: tuple[Stage, ...],
    *,
    busy: Collection[Slug],
    forbidden: Iterable[Pairing],
) -> PeerRound:
    """Find the best pairs of peers among those who are not busy in another form."""
    people = tuple(_seekers(matching, busy))
    one_way = _one_way(matching, people)
    place = {one.slug: at for at, one in enumerate(people)}
    for one, other in forbidden:
        if one in place and other in place:
            one_way[place[one], place[other]] = one_way[place[other], place[one]] = RULED_OUT
    standing = [
        [place[one] for one in pair.members]
        for pair in matching.movable
        if pair.members and all(one in place for one in pair.members)
    ]
    peers = Peers(
        points=np.maximum(one_way, one_way.T),
        ids=tuple(one.slug for one in people),
        waited=np.array(rounds_waited(matching, people), dtype=np.int64),
        standing=np.array(standing, dtype=np.int64).reshape(-1, 2),
    )
    return PeerRound(matching, people, one_way, peers, stages)


def _seekers(matching: Round, busy: Collection[Slug]) -> Iterator[Candidate]:
    for one in sorted(matching.candidates.values(), key=lambda one: one.slug):
        if Form.PEER not in one.forms or one.slug in busy or one.slug in matching.placed:
            continue
        part = Audience.MENTEE if one.role.learns else Audience.MENTOR
        if next(barriers_to_part(matching, one, part), None) is None:
            yield one


def _one_way(matching: Round, people: tuple[Candidate, ...]) -> NDArray[np.int16]:
    """Compute the points of each person as learner (row) with each as teacher; RULED_OUT by the rules."""
    tables = tables_of(matching, people, people)
    points = np.full((len(people),) * 2, RULED_OUT, dtype=np.int16)
    for start in range(0, len(people), ROWS_AT_ONCE):
        rows = slice(start, start + ROWS_AT_ONCE)
        block = block_of(tables, rows)
        found = masks(tables, block, rows)
        asked = (mask for rule, mask in found if rule is not Rule.OTHER_FORM)
        free = all_of(asked, block.points.shape)
        points[rows] = np.where(free, block.points, RULED_OUT)
    return points
