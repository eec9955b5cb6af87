"""Limbs: consecutive stages in one whole number of 64 bits, and the check that nothing got mixed up.

A stage that comes before others counts as much as a radix for each of them. A radix that is safe
beforehand would need more bits than there are, so that small ones are tried, and the prices that come
out tell whether they were large enough: if every digit of every pair's gain stays below what one step
of an earlier stage counts, then the sign of the packed number is the sign of the vector.
"""

from dataclasses import dataclass
from itertools import accumulate

import numpy as np

from mentorgen.analysis.assignment.pairs import Pairs
from mentorgen.analysis.assignment.problem import Problem
from mentorgen.analysis.assignment.seats import Whole
from mentorgen.analysis.assignment.stages import TIE_BITS, Count, Stage

_BITS = 61
_WIDTHS = (6, 5, 4)
_ROOM = 4


@dataclass(frozen=True, slots=True)
class Limb:
    """Stages with the width of each in bits, first things first."""

    stages: tuple[Stage, ...]
    widths: tuple[int, ...]

    @property
    def factors(self) -> tuple[int, ...]:
        """What one step of each stage counts."""
        below = accumulate(reversed(self.widths), initial=0)
        return tuple(1 << bits for bits in tuple(below)[-2::-1])

    @property
    def is_tie_break(self) -> bool:
        """Only the tie-break depends on more of a pair than its points, besides standing or not."""
        return self.stages[0].count is Count.TIE

    def table(self, problem: Problem) -> Whole:
        """What a pair adds to the limb, for each number of points."""
        parts = (
            factor * problem.table(stage)
            for factor, stage in zip(self.factors, self.stages, strict=True)
        )
        return np.asarray(np.sum(tuple(parts), axis=0, dtype=np.int64))

    def of_pairs(self, problem: Problem, pairs: Pairs) -> Whole:
        """What these pairs add to the limb."""
        if self.is_tie_break:
            return problem.of_pairs(self.stages[0], pairs)
        worth = self.table(problem)[pairs.points]
        for factor, stage in zip(self.factors, self.stages, strict=True):
            if stage.count is Count.KEPT:
                worth = worth + factor * problem.of_pairs(stage, pairs)
        return worth

    def of_slots(self, problem: Problem) -> Whole:
        """What each slot adds to the limb when it is filled."""
        parts = (
            factor * problem.of_slots(stage)
            for factor, stage in zip(self.factors, self.stages, strict=True)
        )
        return np.asarray(np.sum(tuple(parts), axis=0, dtype=np.int64))

    def digits(self, packed: Whole) -> Whole:
        """Take packed prices apart: one column a stage, each but the first at most half a radix."""
        found = np.empty((packed.size, len(self.stages)), dtype=np.int64)
        rest = packed.copy()
        for at in range(len(self.stages) - 1, 0, -1):
            half = 1 << self.widths[at] >> 1
            found[:, at] = ((rest + half) & (2 * half - 1)) - half
            rest = (rest - found[:, at]) >> self.widths[at]
        found[:, 0] = rest
        return found

    def reach(self, problem: Problem, mentees: Whole, mentors: Whole) -> tuple[int, ...]:
        """How far the gain of any pair, slot or mentor can be from 0 in each stage."""
        prices = _largest(mentees) + _largest(mentors)
        most = (problem.most(stage) for stage in self.stages)
        return tuple(int(a) + b for a, b in zip(prices, most, strict=True))

    def parts(self, reach: tuple[int, ...]) -> tuple["Limb", ...]:
        """Give this limb back if it is faithful, else two that take its stages apart."""
        below = accumulate(
            (factor * far for factor, far in zip(self.factors[:0:-1], reach[:0:-1], strict=True)),
            initial=0,
        )
        if all(
            factor > rest for factor, rest in zip(self.factors, reversed(tuple(below)), strict=True)
        ):
            return (self,)
        wide = (at for at in range(1, len(reach)) if 2 * reach[at] >= 1 << self.widths[at])
        cut = next(wide, len(reach) // 2)
        first = Limb(self.stages[:cut], self.widths[:cut])
        return first, Limb(self.stages[cut:], self.widths[cut:])


def planned(problem: Problem, stages: tuple[Stage, ...], width: int | None = None) -> list[Limb]:
    """Pack stages into as few limbs as the numbers allow; `width` is that of a count, in bits."""
    plans = [_packed(problem, stages, bits) for bits in ((width,) if width else _WIDTHS)]
    return min(plans, key=len)


def _packed(problem: Problem, stages: tuple[Stage, ...], width: int) -> list[Limb]:
    room = _BITS - (problem.mentees + problem.mentors + 2).bit_length()
    found: list[Limb] = []
    for stage, after in zip(stages, (*stages[1:], None), strict=True):
        bits = _width(problem, stage, width)
        alone = stage.count is Count.TIE or (
            # Keeping pairs after all else moves prices far: what is kept then decides among equals.
            stage.count is Count.KEPT and (after is None or after.count is Count.TIE)
        )
        if found and not alone and sum(found[-1].widths) + bits <= room:
            found[-1] = Limb((*found[-1].stages, stage), (*found[-1].widths, bits))
        else:
            found.append(Limb((stage,), (bits,)))
    return found


def _width(problem: Problem, stage: Stage, width: int) -> int:
    if stage.count is Count.TIE:
        return TIE_BITS
    if stage.count is Count.TOTAL:
        return problem.most_points.bit_length() + _ROOM
    return width + problem.most(stage).bit_length() - 1


def _largest(prices: Whole) -> Whole:
    return np.asarray(np.abs(prices).max(axis=0, initial=0))
