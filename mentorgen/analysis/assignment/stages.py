"""What an assignment counts, first things first."""

from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from mentorgen.model.words import Objective

TIE_BITS = 31
"""Width of the tie-break of a pair."""


class Count(StrEnum):
    """What a stage adds up; all are made as large as possible.

    PEOPLE are mentees with at least one mentor, WAITED the rounds that those of them were left over,
    FURTHER second and third mentors, KEPT pairs that stand already, BAND minus one for every pair
    within a range of points, TOTAL points, TIE a number hashed from the two ids. OTHER counts the
    pairs outside the solution: that none can be had proves that the solution is the only one.
    """

    PEOPLE = "people"
    WAITED = "waited"
    FURTHER = "further"
    KEPT = "kept"
    BAND = "band"
    TOTAL = "total"
    TIE = "tie"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Stage:
    """One thing to count; `low` and `high` are the points that a band starts at and ends below."""

    count: Count
    low: int = 0
    high: int = 0

    @property
    def name(self) -> str:
        """Tells the stages of one solution apart: `people`, `band 0-40`."""
        return f"band {self.low}-{self.high}" if self.count is Count.BAND else str(self.count)


def stages_of(
    objective: Objective, *, bands: tuple[int, ...] = (), kept_first: bool = False
) -> tuple[Stage, ...]:
    """List the stages of an objective; `bands` are the edges in points, lowest first.

    The number of people comes first whatever the objective is. Each edge ends a band; no stage counts
    pairs at or above the last edge. Pairs that stand are kept before quality is looked at or after it.
    """
    weak = tuple(Stage(Count.BAND, low, high) for low, high in pairwise((0, *bands)))
    total, kept = (Stage(Count.TOTAL),), (Stage(Count.KEPT),)
    fit = (*total, *weak) if objective is Objective.BEST_FIT else (*weak, *total)
    served = tuple(Stage(count) for count in (Count.PEOPLE, Count.WAITED, Count.FURTHER))
    changes = (*kept, *fit) if kept_first else (*fit, *kept)
    return (*served, *changes, Stage(Count.TIE))
