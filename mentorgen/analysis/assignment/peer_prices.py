"""Prices that prove pairs of peers the best: one for each person and one for each odd set of people.

Weights count double here, so that all prices are whole. What two people's prices and those of all odd
sets with both of them add up to is at least the weight of their pair. In an odd set there is room for
half of its people, rounded down, to be the first of a pair. So no pairs weigh more than all prices of
people and each set's price times that room; the best pairs weigh just that (Edmonds 1965).

Everybody begins alone at the same price, high enough for all pairs. Prices fall for who is near in a
forest and rise for who is far, until a pair has no slack left or a set no price, and the forest goes on
there; it ends where everybody has a peer or those who are alone cost nothing.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from mentorgen.analysis.assignment.forest import FAR_OFF, NEAR, UNREACHED, Forest
from mentorgen.analysis.assignment.rings import Rings
from mentorgen.analysis.assignment.seats import Whole
from mentorgen.analysis.assignment.weights import Weights, lowest, number_of

_EACH = 12


@dataclass(frozen=True, slots=True)
class OddSet:
    """People by their position, an odd number of them, and the price of their set."""

    people: tuple[int, ...]
    price: int


@dataclass(frozen=True, slots=True)
class PeerPrices:
    """Each person's price, the sets that have one, and the pairs that they prove the best."""

    people: tuple[int, ...]
    sets: tuple[OddSet, ...]
    pairs: frozenset[tuple[int, int]]


def peer_prices(
    people: int, pairs: Whole, weights: Sequence[int], *, each: int = _EACH
) -> PeerPrices:
    """Find the best of these pairs (rows of two positions, the lower first) with prices that prove it.

    Weights are positive, of any size. Only the best pairs of everybody, `each` of them, are searched at
    first; those that weigh more than the prices found so far allow join them, until there are none.
    """
    worth = Weights(pairs.reshape(-1, 2).T, weights)
    inside = worth.best(people, each)
    while True:
        search = _Search(Rings.of(people), worth.only(inside))
        while search.rings.alone and search.step():
            pass
        found = _found(search)
        missed = _missed(worth, found)
        if not missed.size:
            return found
        inside = np.union1d(inside, missed)


def _found(search: "_Search") -> PeerPrices:
    sets = (
        OddSet(tuple(sorted(ring.members)), ring.price)
        for ring in search.rings.rings.values()
        if ring.price
    )
    mates = enumerate(search.rings.mate)
    return PeerPrices(
        people=tuple(search.prices),
        sets=tuple(sorted(sets, key=lambda one: (len(one.people), one.people))),
        pairs=frozenset((one, other) for one, other in mates if one < other),
    )


def _missed(worth: Weights, found: PeerPrices) -> Whole:
    """Find pairs that weigh more than prices allow."""
    slack = worth.slack(found.people)
    sets = [(frozenset(one.people), one.price) for one in found.sets]
    missed = []
    for at in np.flatnonzero(slack[:, 0] < 0).tolist():
        pair = worth.ends[:, at].tolist()
        shared = sum(price for people, price in sets if people.issuperset(pair))
        if number_of(slack[at]) + shared < 0:
            missed.append(at)
    return np.array(missed, dtype=np.int64)


class _Search:
    """The search for the best pairs, from one pair more to the next."""

    def __init__(self, rings: Rings, worth: Weights) -> None:
        self.rings = rings
        self.prices = [worth.most] * len(rings.mate)
        self._worth = worth

    def step(self) -> bool:
        """Find a peer for two more; False where whoever is alone stays so."""
        forest = Forest.of(self.rings)
        while not self._grown(forest):
            if not self._repriced(forest):
                return False
        return True

    def _grown(self, forest: Forest) -> bool:
        """Follow all pairs without slack; True as soon as two more have found a peer."""
        slack = self._worth.slack(self.prices)
        tight = np.flatnonzero(~slack.any(axis=1) & self._between)
        pairs = self._worth.ends[:, tight].T.tolist()
        moving = True
        while moving:
            moving = False
            for one, other in pairs:
                followed = forest.follow(one, other)
                if followed:
                    return True
                moving |= followed is not None
        return False

    def _repriced(self, forest: Forest) -> bool:
        """Change prices by as much as can be; False where those who are alone cost nothing then."""
        free = self.prices[self.rings.alone[0]]
        change = min([free, *self._room(forest)])
        self._change(forest, change)
        if change == free:
            return False
        for number in self.rings.outermost:
            ring = self.rings.rings[number]
            if not ring.price and forest.side[ring.base] == FAR_OFF:
                forest.open(number)
        return True

    def _room(self, forest: Forest) -> list[int]:
        """Give by how much prices can change before pairs or sets stand against it."""
        one, other = forest.side[self._worth.ends]
        slack, between = self._worth.slack(self.prices), self._between
        found = []
        for sides, parts in ((NEAR + UNREACHED, 1), (NEAR + NEAR, 2)):
            those = between & (one + other == sides) & ((one == NEAR) | (other == NEAR))
            if those.any():
                found.append(lowest(slack[those]) // parts)
        rings = (self.rings.rings[number] for number in self.rings.outermost)
        return found + [ring.price // 2 for ring in rings if forest.side[ring.base] == FAR_OFF]

    def _change(self, forest: Forest, change: int) -> None:
        sides = forest.side.tolist()
        self.prices = [
            price - side * change for price, side in zip(self.prices, sides, strict=True)
        ]
        for number in self.rings.outermost:
            ring = self.rings.rings[number]
            ring.price += 2 * sides[ring.base] * change

    @property
    def _between(self) -> NDArray[np.bool_]:
        """Which pairs are not of one ring."""
        one, other = self.rings.outer[self._worth.ends]
        return np.asarray(one != other)
