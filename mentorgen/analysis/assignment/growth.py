"""The optimum of one limb: the network grows until no pair outside it could gain.

Only good pairs are in the network at first. The prices that prove its optimum then judge all other
pairs; those that gain enter, more of them in every round, until none is left. Every pair that enters
gains, so that this ends, and the result is proven over all pairs while the network stays small.
"""

from dataclasses import dataclass, replace

import numpy as np

from mentorgen.analysis.assignment.face import Claims, Face, Network, Priced, network_of
from mentorgen.analysis.assignment.flow import best_pairs
from mentorgen.analysis.assignment.limbs import Limb
from mentorgen.analysis.assignment.pairs import among, merged
from mentorgen.analysis.assignment.potentials import prices
from mentorgen.analysis.assignment.pricing import gaining_pairs, tied_pairs
from mentorgen.analysis.assignment.problem import PAIRS_AT_ONCE, Problem
from mentorgen.analysis.assignment.seats import Whole


class Unfillable(ArithmeticError):  # noqa: N818
    """Not every mentor who must take some mentees can."""


@dataclass(frozen=True, slots=True)
class Search:
    """How the search goes about it; the result is the same whatever is set here, the time is not.

    `each` pairs of everybody at first, then `more` of each mentee, twice as many in every round;
    `width` bits for a count; costs clipped at `most_cost` in later rounds; `prunings` times
    only the best `columns` pairs for each mentee stay; at most `nodes` open-or-closed trials;
    `tile` pairs are looked at together.
    """

    each: int = 24
    more: int = 8
    width: int | None = None
    most_cost: int | None = 2**30
    prunings: int = 3
    columns: int = 5
    nodes: int = 200
    tile: int = PAIRS_AT_ONCE


@dataclass(frozen=True, slots=True)
class Settled:
    """The optimum of a limb: the network it was found in, the chosen pairs in it, and the proof."""

    network: Network
    chosen: Claims
    priced: Priced


_MOST_DOUBLINGS = 9
_FEW = 4
"""So many new pairs for each mentee show that prices are nearly right, and far pairs can go."""
_PATIENCE = 150


def settle(problem: Problem, face: Face, limb: Limb, search: Search) -> Settled:
    """Find the optimum of a limb on a face.

    Raises:
        Unfillable: if no choice gives every mentor as many as must be.
    """
    slots, start = limb.of_slots(problem), np.zeros(problem.mentors, dtype=np.int64)
    if limb.is_tie_break:
        face = with_ties(problem, face, 3 * search.more)
    guide: Priced | None = None
    turn = pruned = 0
    while True:
        network = network_of(problem, face, limb.of_pairs(problem, face.pairs), slots)
        guided = guide if turn > 1 and search.most_cost is not None else None
        chosen, own = _proven(network, guided, start, search)
        guide, start = Priced(limb, *own), own[1]
        inside = merged(face.pairs, problem.standing).keys
        most = search.more << min(turn, _MOST_DOUBLINGS)
        new = gaining_pairs(problem, (*face.settled, guide), most, inside)
        if not new.size:
            return Settled(network, chosen, guide)
        turn += 1
        pairs = face.pairs
        if new.size < problem.mentees * _FEW and pruned < search.prunings:
            pruned += 1
            pairs = pairs.only(_worth_keeping(network, chosen, guide, search.columns))
        face = replace(face, pairs=merged(pairs, new))


def with_ties(problem: Problem, face: Face, most: int | None = None) -> Face:
    """Add pairs that no limb so far tells from those in the network."""
    if not face.settled:
        return face
    tied = tied_pairs(problem, face.settled, most).but(problem.standing)
    return replace(face, pairs=merged(face.pairs, tied))


def _proven(
    network: Network, guide: Priced | None, start: Whole, search: Search
) -> tuple[Claims, tuple[Whole, Whole]]:
    """Choose the best pairs with their prices; where clipped costs led astray, once more in full."""
    if guide is not None:
        chosen = _chosen(network, guide, search.most_cost)
        own = prices(network, chosen, start, rounds=_PATIENCE)
        if own is not None:
            return chosen, own
    chosen = _chosen(network, None, None)
    own = prices(network, chosen, start)
    if own is None:
        raise ArithmeticError("the flow solver's answer is not the best one")
    return chosen, own


def _chosen(network: Network, guide: Priced | None, most: int | None) -> Claims:
    chosen = best_pairs(network, guide, most)
    if chosen is None:
        raise Unfillable("not every mentor who must take some mentees can")
    return chosen


def _worth_keeping(network: Network, chosen: Claims, priced: Priced, columns: int) -> Claims:
    """Drop pairs far from being chosen; the last pricing judges every pair all the same."""
    gains = network.gains(priced)
    least = gains.size - columns * network.problem.mentees
    if least <= 0:
        return np.ones(gains.size, dtype=np.bool_)
    near = gains >= np.partition(gains, least)[least]
    must = network.problem.low[network.columns] > 0
    kept = chosen | must | among(network.keys, network.problem.standing.keys)
    return np.asarray(near | kept)
