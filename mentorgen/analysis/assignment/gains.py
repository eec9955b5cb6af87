"""What each pair, and each place that a mentee fills, adds to each stage."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from mentorgen.analysis.assignment.seats import Seats, Whole
from mentorgen.analysis.assignment.stages import TIE_BITS, Count, Stage
from mentorgen.analysis.assignment.tie_break import digests, ties


@dataclass(frozen=True)
class Gains:
    """Gains as vectors: their last axis has one number a stage."""

    seats: Seats
    stages: tuple[Stage, ...]

    def of_pairs(self, rows: Whole, columns: Whole) -> Whole:
        """Gains of all pairs of these mentees with these mentors, possible or not."""
        points = self.seats.points[np.ix_(rows, columns)].astype(np.int64)
        found = np.zeros((*points.shape, len(self.stages)), dtype=np.int64)
        for at, stage in enumerate(self.stages):
            match stage.count:
                case Count.KEPT:
                    found[..., at] = self._standing[np.ix_(rows, columns)]
                case Count.BAND:
                    found[..., at] = -((points >= stage.low) & (points < stage.high)).astype(int)
                case Count.TOTAL:
                    found[..., at] = points
                case Count.TIE:
                    hashed = self._mentees[rows, None], self._mentors[None, columns]
                    found[..., at] = ties(*hashed, TIE_BITS)
                case _:
                    pass
        return found

    def of_places(self, rows: Whole, place: Whole) -> Whole:
        """Gains of these mentees' first (0), second or third mentor, beside those of the pair."""
        waited = np.zeros_like(rows) if self.seats.waited is None else self.seats.waited[rows]
        found = np.zeros((rows.size, len(self.stages)), dtype=np.int64)
        for at, stage in enumerate(self.stages):
            match stage.count:
                case Count.PEOPLE:
                    found[:, at] = place == 0
                case Count.WAITED:
                    found[:, at] = waited * (place == 0)
                case Count.FURTHER:
                    found[:, at] = place > 0
                case _:
                    pass
        return found

    @cached_property
    def _standing(self) -> NDArray[np.bool_]:
        found = np.zeros(self.seats.points.shape, dtype=np.bool_)
        if self.seats.standing is not None:
            found[*self.seats.standing.T] = True
        return found

    @cached_property
    def _mentees(self) -> NDArray[np.uint64]:
        return digests(self.seats.mentees)

    @cached_property
    def _mentors(self) -> NDArray[np.uint64]:
        return digests(self.seats.mentors)
