"""Are pairs of peers the best there are? Checked by sums and comparisons alone, with nothing of the solver.

Where anybody may meet anybody, prices of people prove too little: three who could all meet each other
have one pair at most, and not one and a half. So a proof has prices for sets of an odd number of people
too. What a pair weighs is at most the prices of its two people and of every set with both in it. Of a set
not more than half its people, rounded down, can be the first of a pair in it; only where the number is
odd does that say more than the prices of people do. So no pairs together weigh
more than all prices of people and, for each set, its price times that half.

All stages are one number here, each with so much room that all later ones never outweigh it. It is
counted double, so that prices are whole.
"""

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from mentorgen.analysis.assignment.seats import RULED_OUT
from mentorgen.analysis.matching.checker import MOST_TIE_BITS, Stage, Vector, tie

_MOST_BITS = 110
"""Room for all stages but `other`; the draw between equals gets what the others leave."""

Couple = tuple[int, int]
"""The positions of two people, the lower first."""


@dataclass(frozen=True)
class PeerClaim:
    """Possible pairs, nobody in two of them, that are said to be the best; people are sorted by id.

    `points` has RULED_OUT where a pair is not possible; `waited` counts the rounds in which somebody was
    left over.
    """

    ids: tuple[str, ...]
    points: NDArray[np.int16]
    waited: tuple[int, ...]
    standing: frozenset[Couple]
    stages: tuple[Stage, ...]
    couples: frozenset[Couple]

    @cached_property
    def values(self) -> Vector:
        """What the pairs reach, stage by stage."""
        return tuple(
            sum(self._worth(stage, couple) for couple in self.couples) for stage in self.stages
        )

    @cached_property
    def weights(self) -> Mapping[Couple, int]:
        """What each possible pair weighs, all stages in one number."""
        found = [0] * len(self._possible)
        for stage in self.stages:
            worths = [self._worth(stage, couple) for couple in self._possible]
            room = self._room(worths)
            found = [weight * room + more for weight, more in zip(found, worths, strict=True)]
        return dict(zip(self._possible, found, strict=True))

    @cached_property
    def _possible(self) -> tuple[Couple, ...]:
        everybody = combinations(range(len(self.ids)), 2)
        return tuple(couple for couple in everybody if self.points[couple] > RULED_OUT)

    def _worth(self, stage: Stage, couple: Couple) -> int:
        one, other = couple
        points, found = int(self.points[couple]), 0
        match stage.name:
            case "people":
                found = 2
            case "waited":
                found = self.waited[one] + self.waited[other]
            case "kept":
                found = int(couple in self.standing)
            case "total":
                found = points
            case "tie":
                found = tie(self.ids[one], self.ids[other], self._tie_bits)
            case "other":
                found = int(couple not in self.couples)
            case _:
                found = -int(stage.low <= points < stage.high)
        return found

    @cached_property
    def _tie_bits(self) -> int:
        """Count the bits that are left for the draw between equals."""
        before = (stage for stage in self.stages if stage.name not in ("tie", "other"))
        rooms = (
            self._room([self._worth(stage, couple) for couple in self._possible])
            for stage in before
        )
        left = _MOST_BITS - math.prod(rooms).bit_length() - self._most_pairs.bit_length()
        return max(0, min(left, MOST_TIE_BITS))

    def _room(self, worths: Iterable[int]) -> int:
        """Count the values that a stage can reach: two sets of pairs differ by less than this."""
        found = [0, *worths]
        return self._most_pairs * (max(found) - min(found)) + 1

    @property
    def _most_pairs(self) -> int:
        return min(len(self.ids) // 2, len(self._possible))


@dataclass(frozen=True, slots=True)
class PeerPricing:
    """What is put forward as a proof: a price for every person, and some sets with theirs."""

    people: tuple[int, ...]
    sets: tuple[tuple[frozenset[int], int], ...]


def is_proven_of_peers(claim: PeerClaim, pricing: PeerPricing) -> bool:
    """Tell whether prices prove pairs the best."""
    if any(price < 0 for price in (*pricing.people, *(price for _, price in pricing.sets))):
        return False
    if any(_exceeds(2 * weight, couple, pricing) for couple, weight in claim.weights.items()):
        return False
    bound = sum(pricing.people) + sum(price * (len(some) // 2) for some, price in pricing.sets)
    return bound == 2 * sum(claim.weights[couple] for couple in claim.couples)


def _exceeds(weight: int, couple: Couple, pricing: PeerPricing) -> bool:
    """Tell whether a pair weighs more than the prices of its people and of the sets that have both."""
    above = weight - pricing.people[couple[0]] - pricing.people[couple[1]]
    return above > 0 and above > sum(
        price for people, price in pricing.sets if people.issuperset(couple)
    )
