"""An instance as the stages see it: what each pair and each place of a mentee adds to a stage."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from mentorgen.analysis.assignment.pairs import Pairs, among
from mentorgen.analysis.assignment.seats import RULED_OUT, Seats, Whole
from mentorgen.analysis.assignment.stages import TIE_BITS, Count, Stage
from mentorgen.analysis.assignment.tie_break import digests, ties

PAIRS_AT_ONCE = 2**21
"""So many points fill a few megabytes: they stay near the processor."""


@dataclass(frozen=True)
class Problem:
    """Seats in order, how many mentees each mentor must and may take, and how many pairs are one tile.

    A pair's key is its row times the number of columns plus its column. A mentee who takes d mentors
    has d slots, numbered from 0 in `slot_turn`; `slot_row` tells whose they are.
    """

    seats: Seats
    low: Whole
    high: Whole
    tile: int = PAIRS_AT_ONCE

    @property
    def mentees(self) -> int:
        """How many rows there are."""
        return int(self.seats.points.shape[0])

    @property
    def mentors(self) -> int:
        """How many columns there are."""
        return int(self.seats.points.shape[1])

    @cached_property
    def demand(self) -> Whole:
        """How many mentors each mentee takes."""
        return np.maximum(self.seats.demand, 0)

    @cached_property
    def slot_row(self) -> Whole:
        """Whose each slot is."""
        return np.repeat(np.arange(self.mentees), self.demand)

    @cached_property
    def slot_turn(self) -> Whole:
        """Number of each slot among those of its mentee."""
        return np.arange(self.slot_row.size) - (np.cumsum(self.demand) - self.demand)[self.slot_row]

    @cached_property
    def slot_first(self) -> NDArray[np.bool_]:
        """Tells which slots would bring their mentee a first mentor."""
        first: NDArray[np.bool_] = self.slot_turn == 0
        served = self.seats.served
        return first if served is None else first & (served == 0)[self.slot_row]

    @cached_property
    def most_points(self) -> int:
        """Points of the best pair; 0 if there is none."""
        return max((int(block.max(initial=0)) for _, block in self.blocks()), default=0)

    @cached_property
    def possible(self) -> NDArray[np.bool_]:
        """Tells which mentors take anybody."""
        return self.high > 0

    @cached_property
    def standing(self) -> Pairs:
        """The pairs that stand and may be chosen."""
        rows, columns = self.split(self._stood)
        stood = Pairs(self._stood, self._points(rows, columns))
        alive = (stood.points > RULED_OUT) & self.possible[columns]
        return stood.only(alive & (self.demand[rows] > 0))

    @cached_property
    def _stood(self) -> Whole:
        if self.seats.standing is None:
            return np.zeros(0, dtype=np.int64)
        rows, columns = self.seats.standing.reshape(-1, 2).T
        return np.unique(rows * self.mentors + columns)

    @cached_property
    def _digests(self) -> tuple[NDArray[np.uint64], NDArray[np.uint64]]:
        return digests(self.seats.mentees), digests(self.seats.mentors)

    def blocks(self, step: int = 1) -> Iterator[tuple[int, NDArray[np.int16]]]:
        """Give all points tile by tile, each with its first row; of every `step`-th row only."""
        size = self.rows_at_once * step
        for start in range(0, self.mentees, size):
            yield start, self.seats.points[start : start + size : step]

    @property
    def rows_at_once(self) -> int:
        """How many rows a tile has."""
        return max(1, self.tile // max(1, self.mentors))

    def _points(self, rows: Whole, columns: Whole) -> NDArray[np.int16]:
        """Look up the points of some pairs, whose rows must rise, in the tiles that have any."""
        found = np.empty(rows.size, dtype=np.int16)
        tiles = rows // self.rows_at_once
        for tile in np.unique(tiles).tolist():
            start = tile * self.rows_at_once
            at = slice(*np.searchsorted(tiles, (tile, tile + 1)))
            block = self.seats.points[start : start + self.rows_at_once]
            found[at] = block[rows[at] - start, columns[at]]
        return found

    def split(self, keys: Whole) -> tuple[Whole, Whole]:
        """Rows and columns of pairs."""
        rows = keys // self.mentors
        return rows, keys - rows * self.mentors

    def ties(self, rows: Whole, columns: Whole) -> Whole:
        """Tie-break of pairs."""
        mentees, mentors = self._digests
        return ties(mentees[rows], mentors[columns], TIE_BITS)

    def table(self, stage: Stage) -> Whole:
        """What a pair adds to a stage by its points alone: one entry for each number of points."""
        points = np.arange(self.most_points + 1, dtype=np.int64)
        if stage.count is Count.TOTAL:
            return points
        if stage.count is Count.BAND:
            return -((points >= stage.low) & (points < stage.high)).astype(np.int64)
        return np.zeros_like(points)

    def of_pairs(self, stage: Stage, pairs: Pairs) -> Whole:
        """What these pairs add to a stage."""
        if stage.count is Count.TIE:
            return self.ties(*self.split(pairs.keys))
        if stage.count is Count.KEPT:
            return among(pairs.keys, self._stood).astype(np.int64)
        return np.asarray(self.table(stage)[pairs.points])

    def of_slots(self, stage: Stage) -> Whole:
        """What each slot adds to a stage when it is filled."""
        first = self.slot_first
        if stage.count is Count.PEOPLE:
            return first.astype(np.int64)
        if stage.count is Count.FURTHER:
            return (~first).astype(np.int64)
        if stage.count is Count.WAITED and self.seats.waited is not None:
            return np.asarray(self.seats.waited[self.slot_row] * first)
        return np.zeros(first.size, dtype=np.int64)

    def most(self, stage: Stage) -> int:
        """Most that one pair or slot can add to a stage, or take from it."""
        if stage.count is Count.TOTAL:
            return self.most_points
        if stage.count is Count.TIE:
            return (1 << TIE_BITS) - 1
        if stage.count is Count.WAITED:
            return int(self.of_slots(stage).max(initial=0))
        return 1

    def is_idle(self, stage: Stage) -> bool:
        """Tell whether a stage is zero whoever is matched."""
        match stage.count:
            case Count.FURTHER:
                return bool(self.slot_first.all())
            case Count.KEPT:
                return not self.standing.size
            case Count.BAND:
                return stage.low >= stage.high or stage.low > self.most_points
            case _:
                return not self.most(stage)
