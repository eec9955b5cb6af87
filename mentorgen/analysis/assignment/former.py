"""What an assignment counts, one stage after the other, and how much each possible pair gains in a stage."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from mentorgen.analysis.assignment.flow import Whole
from mentorgen.analysis.assignment.tie_break import digests, ties
from mentorgen.model.words import Objective

RULED_OUT = -1
"""Stands in the matrix of points where a pair is not possible."""

_MOST_TIE_BITS = 31
_SOLVER_BITS = 60


@dataclass(frozen=True, slots=True)
class Seats:
    """What is to be filled: points of each mentee (row) with each mentor (column), and how many each takes."""

    points: NDArray[np.int16]
    demand: Whole
    capacity: Whole
    mentees: tuple[str, ...]
    mentors: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Stage:
    """What one stage gives for a pair (its points, or a tie-break) and for first and further mentors."""

    points: bool = False
    tie_bits: int = 0
    first: int = 0
    further: int = 0


@dataclass(frozen=True, slots=True)
class Problem:
    """Seats in the order of ids. A pair's key is its row times the number of columns plus its column."""

    seats: Seats
    mentee_digests: NDArray[np.uint64]
    mentor_digests: NDArray[np.uint64]

    @property
    def columns(self) -> int:
        """How many mentors there are."""
        return self.seats.capacity.size

    def gains(self, stage: Stage, keys: Whole) -> Whole:
        """Gain of each of these pairs."""
        row, column = np.divmod(keys, self.columns)
        if stage.tie_bits:
            return ties(self.mentee_digests[row], self.mentor_digests[column], stage.tie_bits)
        return self.seats.points[row, column] * np.int64(stage.points)

    def block(self, stage: Stage, rows: slice, columns: slice) -> Whole:
        """Gains of a rectangle of pairs, possible or not."""
        if stage.tie_bits:
            mentees, mentors = self.mentee_digests[rows, None], self.mentor_digests[None, columns]
            return ties(mentees, mentors, stage.tie_bits)
        return self.seats.points[rows, columns] * np.int64(stage.points)


def problem_of(seats: Seats, rows: Whole, columns: Whole) -> Problem:
    """Put people into the given order and rule out whom nobody can have."""
    demand = np.maximum(seats.demand[rows], 0)
    capacity = np.maximum(seats.capacity[columns], 0)
    points = seats.points[np.ix_(rows, columns)]
    points[:, capacity < 1] = RULED_OUT
    points[demand < 1] = RULED_OUT
    mentees = tuple(seats.mentees[row] for row in rows)
    mentors = tuple(seats.mentors[column] for column in columns)
    ordered = Seats(points, demand, capacity, mentees, mentors)
    return Problem(ordered, digests(mentees), digests(mentors))


def stages_of(objective: Objective, people: int) -> tuple[Stage, ...]:
    """List the stages of an objective, first things first.

    In the counting stage a first mentor is worth two further ones: sets of seats that can be filled
    together form a matroid (a gammoid), so one set has both the most first mentors and the most
    mentors altogether, and any such weights find it.
    """
    tie = Stage(tie_bits=tie_bits(people))
    if objective is Objective.BEST_FIT:
        return Stage(points=True), Stage(first=1), tie
    return Stage(first=2, further=1), Stage(points=True), tie


def tie_bits(people: int) -> int:
    """Width of the tie-break that the flow solver can carry.

    Its prices can reach 4 * nodes**2 times the largest cost on a chain of changes through everybody;
    with 60 bits for that product they stay within the 64 it has.
    """
    return max(1, min(_MOST_TIE_BITS, _SOLVER_BITS - 2 * (people + 3).bit_length()))
