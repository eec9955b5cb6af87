"""Some pairs with their points: what is kept of blocks that are looked at and let go."""

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from mentorgen.analysis.assignment.seats import Whole


@dataclass(frozen=True, slots=True)
class Pairs:
    """Keys of pairs and the points of each; in lists of pairs the keys rise."""

    keys: Whole
    points: NDArray[np.int16]

    @property
    def size(self) -> int:
        """How many pairs there are."""
        return self.keys.size

    def only(self, which: NDArray[np.bool_] | NDArray[np.intp]) -> "Pairs":
        """Keep some of the pairs, by claim or by position."""
        return Pairs(self.keys[which], self.points[which])

    def but(self, others: "Pairs") -> "Pairs":
        """Leave out the pairs that are in another list."""
        return self.only(~among(self.keys, others.keys)) if others.size else self


def no_pairs() -> Pairs:
    """Give the list of nothing."""
    return Pairs(np.zeros(0, dtype=np.int64), np.zeros(0, dtype=np.int16))


def listed(parts: Iterable[Pairs]) -> Pairs:
    """Put parts whose keys are all different into one list."""
    found = (no_pairs(), *parts)
    keys = np.concatenate([one.keys for one in found])
    points = np.concatenate([one.points for one in found])
    order = np.argsort(keys, kind="stable")
    return Pairs(keys[order], points[order])


def merged(pairs: Pairs, others: Pairs) -> Pairs:
    """Put two lists of pairs together, each pair once."""
    new = others.but(pairs)
    if not new.size:
        return pairs
    at = np.searchsorted(pairs.keys, new.keys)
    return Pairs(np.insert(pairs.keys, at, new.keys), np.insert(pairs.points, at, new.points))


def among(keys: Whole, others: Whole) -> NDArray[np.bool_]:
    """Tell which keys are in a list of rising ones."""
    after = np.searchsorted(others, keys, side="right")
    return np.asarray(after > np.searchsorted(others, keys))
