"""What pairs of people weigh: numbers too long for a machine's word, compared and added up all at once.

Each is cut into limbs, the highest first, which an array holds side by side. Weights count double, as
they do in the proofs that they are for.
"""

from collections.abc import Sequence

import numpy as np

from mentorgen.analysis.assignment.seats import Whole
from mentorgen.analysis.assignment.vectors import least

_LIMB = 48
_MASK = (1 << _LIMB) - 1


class Weights:
    """Pairs with their weights, which are too long for a machine's word and cut into limbs."""

    def __init__(self, ends: Whole, weights: Sequence[int]) -> None:
        self.ends = ends
        self.weights = weights
        self.most = max(weights, default=0)
        self.limbs = max(1, -(-(self.most.bit_length() + 4) // _LIMB))
        self._doubled = _in_limbs([2 * weight for weight in weights], self.limbs)

    def only(self, some: Whole) -> "Weights":
        """Leave out all pairs but some."""
        return Weights(self.ends[:, some], [self.weights[at] for at in some.tolist()])

    def best(self, people: int, each: int) -> Whole:
        """Find the best pairs of everybody, by their places: so many of each person."""
        seen = [0] * people
        found = []
        for at in sorted(range(len(self.weights)), key=self.weights.__getitem__, reverse=True):
            one, other = self.ends[:, at].tolist()
            if seen[one] < each or seen[other] < each:
                found.append(at)
                seen[one], seen[other] = seen[one] + 1, seen[other] + 1
        return np.array(sorted(found), dtype=np.int64)

    def slack(self, prices: Sequence[int]) -> Whole:
        """By how much people's prices exceed the weight of each pair, in limbs; sets left aside."""
        cut = _in_limbs(prices, self.limbs)
        one, other = self.ends
        slack: Whole = cut[one] + cut[other] - self._doubled
        for at in range(self.limbs - 1, 0, -1):
            slack[:, at - 1] += slack[:, at] >> _LIMB
            slack[:, at] &= _MASK
        return slack


def _in_limbs(numbers: Sequence[int], limbs: int) -> Whole:
    """Cut numbers into parts that fit a machine's word, the highest first."""
    shifts = range(_LIMB * (limbs - 1), -1, -_LIMB)
    cut = [[number >> shift & _MASK for shift in shifts] for number in numbers]
    return np.array(cut, dtype=np.int64).reshape(-1, limbs)


def lowest(slack: Whole) -> int:
    """Find the least of some numbers in limbs."""
    return number_of(slack[int(least(slack))])


def number_of(limbs: Whole) -> int:
    """Put a number together again; the highest limb has its sign."""
    found = 0
    for limb in limbs.tolist():
        found = (found << _LIMB) + limb
    return found
