"""The people of a round as seats: who could have whom, with how many points, and what is left to settle."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from mentorgen.analysis.assignment.seats import RULED_OUT, Seats, Whole
from mentorgen.analysis.assignment.solution import Solution
from mentorgen.analysis.matching.rounds import Candidate, Round
from mentorgen.model.ids import PairId, Slug

Couple = tuple[int, int]
"""The positions of a mentee and a mentor."""


@dataclass(frozen=True, kw_only=True)
class Board:
    """Mentees are rows and mentors are columns, both sorted by slug.

    `points` has RULED_OUT where a rule forbids a pair, and nowhere else. `seats` is what there is to
    solve: locked pairs are taken out of it, with their places, and so is what a run rules out.
    `waited` counts for each mentee the rounds in which they were left over. `standing` has the pairs
    that stood before this run and may move in it.
    """

    matching: Round
    mentees: tuple[Candidate, ...]
    mentors: tuple[Candidate, ...]
    points: NDArray[np.int16]
    seats: Seats
    waited: Whole
    locked: tuple[Couple, ...] = ()
    standing: Mapping[Couple, PairId]

    @cached_property
    def row_of(self) -> Mapping[Slug, int]:
        """Where each mentee stands."""
        return {one.slug: row for row, one in enumerate(self.mentees)}

    @cached_property
    def column_of(self) -> Mapping[Slug, int]:
        """Where each mentor stands."""
        return {one.slug: column for column, one in enumerate(self.mentors)}

    @cached_property
    def possible(self) -> int:
        """How many pairs no rule forbids."""
        return int((self.points > RULED_OUT).sum())

    def couples(self, solution: Solution) -> tuple[Couple, ...]:
        """List all pairs that a run chose, the locked ones too, by mentee and mentor."""
        chosen = zip(solution.rows.tolist(), solution.columns.tolist(), strict=True)
        return tuple(sorted((*chosen, *self.locked)))
