"""What earlier limbs leave open: all solutions that are best so far, and no others.

Prices that prove a limb's optimum settle it for good (complementary slackness, which every best
solution obeys): a pair that gains nothing beyond its prices may be chosen or not, a pair that loses
stays out, one that gains stays in, and so for slots and for the places of mentors.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from mentorgen.analysis.assignment.limbs import Limb
from mentorgen.analysis.assignment.pairs import Pairs, among
from mentorgen.analysis.assignment.problem import Problem
from mentorgen.analysis.assignment.seats import Whole

Claims = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Priced:
    """A limb with the price of each mentee and of each mentor in it, packed."""

    limb: Limb
    mentees: Whole
    mentors: Whole


@dataclass(frozen=True, slots=True)
class Face:
    """Pairs in the network; the keys of those that stay; slots left open or filled for good.

    `low` and `high` bound the load of each mentor; `settled` are the limbs that led here.
    """

    pairs: Pairs
    fixed: Whole
    open: Claims
    filled: Claims
    low: Whole
    high: Whole
    settled: tuple[Priced, ...] = ()


def whole_face(problem: Problem, pairs: Pairs) -> Face:
    """Start with nothing settled."""
    slots = problem.slot_row.size
    none = np.zeros(0, dtype=np.int64)
    opened, filled = np.ones(slots, dtype=np.bool_), np.zeros(slots, dtype=np.bool_)
    return Face(pairs, none, opened, filled, problem.low, problem.high)


@dataclass(frozen=True, slots=True)
class Network:
    """The pairs of a face with what each adds to a limb, and what each open slot adds.

    `fixed` tells which pairs stay.
    """

    problem: Problem
    face: Face
    rows: Whole
    columns: Whole
    worth: Whole
    fixed: Claims
    slot_row: Whole
    slot_worth: Whole

    @property
    def keys(self) -> Whole:
        """Keys of the pairs, which rise."""
        return self.face.pairs.keys

    def gains(self, priced: Priced) -> Whole:
        """What each pair adds beyond the prices of its two people."""
        return self.worth - priced.mentees[self.rows] - priced.mentors[self.columns]


def network_of(problem: Problem, face: Face, worth: Whole, slots: Whole) -> Network:
    """Lay out a face with what each of its pairs, and each slot of all, adds."""
    rows, columns = problem.split(face.pairs.keys)
    fixed = among(face.pairs.keys, face.fixed)
    own = problem.slot_row[face.open], slots[face.open]
    return Network(problem, face, rows, columns, worth, fixed, *own)


def narrowed(network: Network, chosen: Claims, priced: Priced, slots: Whole) -> Face:
    """Settle a limb: keep only what every solution that is best in it too has in common."""
    face, gains = network.face, network.gains(priced)
    stays = chosen & (network.fixed | (gains > 0))
    gained = slots + priced.mentees[network.problem.slot_row]
    wide = face.low < face.high
    return Face(
        pairs=face.pairs.only(chosen | ((gains == 0) & ~network.fixed)),
        fixed=face.pairs.keys[stays],
        open=face.open & (gained == 0),
        filled=face.filled | (face.open & (gained > 0)),
        low=np.where(wide & (priced.mentors > 0), face.high, face.low),
        high=np.where(wide & (priced.mentors < 0), face.low, face.high),
        settled=(*face.settled, priced),
    )
