"""Who is whose peer: the exact optimum where anybody may meet anybody, and not one side the other.

Such a graph has odd rings, which cheapest flows cannot see; its method is the one of Edmonds. The
stages are packed into one whole number for each pair, each stage with so much room that all the later
ones together never outweigh it.
"""

import math
from dataclasses import dataclass, replace

import numpy as np
import rustworkx
from numpy.typing import NDArray

from mentorgen.analysis.assignment.peer_prices import peer_prices
from mentorgen.analysis.assignment.seats import RULED_OUT, Whole
from mentorgen.analysis.assignment.stages import TIE_BITS, Count, Stage
from mentorgen.analysis.assignment.tie_break import digests, ties
from mentorgen.errors import MentorgenError

MOST_BITS = 110
"""Weights stay below 2**110: the library counts in 128 bits and breaks down not far above."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Peers:
    """People who may be each other's peers, each with an id that settles ties and nothing else.

    `points` is symmetric, with RULED_OUT where a pair is not possible. `waited` counts the rounds in
    which somebody was left over. `standing` lists pairs that stand already, as rows of two positions.
    """

    points: NDArray[np.int16]
    ids: tuple[str, ...]
    waited: Whole | None = None
    standing: Whole | None = None


@dataclass(frozen=True, slots=True)
class PeerPairs:
    """The best pairs by their ids, sorted, lower id first; `values` has what each stage reaches."""

    pairs: tuple[tuple[str, str], ...]
    stages: tuple[Stage, ...]
    values: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class PeerProof:
    """What proves pairs the best: a price for each person, and for sets of an odd number of people.

    Prices are of the doubled weights that pairs have if the stages, and after them `other` where they are
    the `only` best ones, are packed into one number. People are named by their ids.
    """

    prices: tuple[tuple[str, int], ...]
    sets: tuple[tuple[tuple[str, ...], int], ...]
    only: bool


@dataclass(frozen=True, slots=True)
class _Edges:
    """Every possible pair, as positions of two people in `peers`, the lower id first; sorted by ids."""

    peers: Peers
    one: Whole
    other: Whole

    @property
    def most_pairs(self) -> int:
        """How many pairs there can be at the same time, at most."""
        return min(len(self.peers.ids) // 2, self.one.size)


def best_peers(peers: Peers, stages: tuple[Stage, ...]) -> PeerPairs:
    """Choose the best set of pairs; the same one in whatever order people come.

    Raises:
        MentorgenError: if people and bands are too many to be weighed in one number.
    """
    edges = _edges_of(peers)
    gains = _gains(edges, stages, _tie_bits(edges, stages))
    chosen = _heaviest(edges, _packed(edges, gains))
    return PeerPairs(
        pairs=tuple((peers.ids[edges.one[at]], peers.ids[edges.other[at]]) for at in chosen),
        stages=stages,
        values=tuple(gains[:, chosen].sum(axis=1).tolist()),
    )


def with_pair(peers: Peers, one: int, other: int) -> Peers:
    """Leave two people, by their positions, to each other only; since people count first, they get each other."""
    points = peers.points.copy()
    own = points[one, other]
    points[[one, other]] = points[:, [one, other]] = RULED_OUT
    points[one, other] = points[other, one] = own
    return replace(peers, points=points)


def proof_of(peers: Peers, found: PeerPairs) -> PeerProof:
    """Prove the best pairs, and that there are no others as good where there are none."""
    edges = _edges_of(peers)
    gains = _gains(edges, found.stages, _tie_bits(edges, found.stages))
    ids, ends = peers.ids, np.stack([edges.one, edges.other], axis=1)
    chosen = {*found.pairs}
    pairs = [(ids[one], ids[other]) for one, other in ends.tolist()]
    apart = np.array([pair not in chosen for pair in pairs], dtype=np.int64)
    proof = peer_prices(len(ids), ends, _packed(edges, np.vstack([gains, apart])))
    proven = {tuple(sorted((ids[one], ids[other]))) for one, other in proof.pairs}
    only = proven == chosen
    if not only:
        proof = peer_prices(len(ids), ends, _packed(edges, gains))
    return PeerProof(
        prices=tuple(sorted(zip(ids, proof.people, strict=True))),
        sets=tuple((tuple(sorted(ids[at] for at in one.people)), one.price) for one in proof.sets),
        only=only,
    )


def _edges_of(peers: Peers) -> _Edges:
    order = np.array(sorted(range(len(peers.ids)), key=peers.ids.__getitem__), dtype=np.int64)
    possible = np.triu(peers.points[np.ix_(order, order)] > RULED_OUT, 1)
    one, other = np.nonzero(possible)
    return _Edges(peers, order[one], order[other])


def _gains(edges: _Edges, stages: tuple[Stage, ...], tie_bits: int) -> NDArray[np.int64]:
    """Give what each pair adds to each stage, one row a stage."""
    found = [_gain(edges, stage, tie_bits) for stage in stages]
    return np.array(found, dtype=np.int64).reshape(len(stages), edges.one.size)


def _gain(edges: _Edges, stage: Stage, tie_bits: int) -> Whole:
    peers, both = edges.peers, (edges.one, edges.other)
    points = peers.points[both].astype(np.int64)
    found = np.zeros_like(points)
    match stage.count:
        case Count.PEOPLE:
            found += 2
        case Count.WAITED if peers.waited is not None:
            found += peers.waited[edges.one] + peers.waited[edges.other]
        case Count.KEPT if peers.standing is not None:
            found += _stood(edges, peers.standing)
        case Count.BAND:
            found -= (points >= stage.low) & (points < stage.high)
        case Count.TOTAL:
            found += points
        case Count.TIE:
            hashed = digests(peers.ids)
            found += ties(hashed[edges.one], hashed[edges.other], tie_bits)
        case _:
            pass
    return found


def _stood(edges: _Edges, standing: Whole) -> NDArray[np.bool_]:
    base = np.array([len(edges.peers.ids), 1])
    pairs = np.sort(np.stack([edges.one, edges.other], axis=1), axis=1)
    return np.isin(pairs @ base, np.sort(standing, axis=1) @ base)


def _tie_bits(edges: _Edges, stages: tuple[Stage, ...]) -> int:
    """Give the tie-break what room the other stages leave."""
    gains = _gains(edges, tuple(one for one in stages if one.count is not Count.TIE), 0)
    taken = math.prod(_radix(edges, gain) for gain in gains).bit_length()
    left = MOST_BITS - taken - edges.most_pairs.bit_length()
    if left < 1:
        people = len(edges.peers.ids)
        text = (
            f"{people} peers with this many bands are more than can be weighed against each other."
        )
        raise MentorgenError(f"{text} Name fewer bands, or match them in several rounds.")
    return min(left, TIE_BITS)


def _packed(edges: _Edges, gains: NDArray[np.int64]) -> list[int]:
    """Make one number of all stages; it compares sets of pairs as the stages do one after the other."""
    weight = np.zeros(edges.one.size, dtype=object)
    for gain in gains:
        weight = weight * _radix(edges, gain) + gain.astype(object)
    return list(weight)


def _radix(edges: _Edges, gain: Whole) -> int:
    """Count the values that a stage can reach: two sets of pairs differ by less than this."""
    span = int(gain.max(initial=0)) - int(gain.min(initial=0))
    return edges.most_pairs * span + 1


def _heaviest(edges: _Edges, weights: list[int]) -> list[int]:
    """Find the set of pairs that weighs most, each as its place among the edges; in their order."""
    keys = list(zip(edges.one.tolist(), edges.other.tolist(), strict=True))
    graph = rustworkx.PyGraph[None, int](multigraph=False)
    graph.add_nodes_from([None] * len(edges.peers.ids))
    graph.add_edges_from([(*key, weight) for key, weight in zip(keys, weights, strict=True)])
    found = rustworkx.max_weight_matching(graph, weight_fn=int)
    place = {frozenset(key): at for at, key in enumerate(keys)}
    return sorted(place[frozenset(pair)] for pair in found)
