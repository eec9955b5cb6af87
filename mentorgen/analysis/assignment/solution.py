"""A best set of pairs with the prices that prove it best."""

from dataclasses import dataclass, field

import numpy as np

from mentorgen.analysis.assignment.seats import Whole
from mentorgen.analysis.assignment.stages import Stage


@dataclass(frozen=True, slots=True)
class PriceTable:
    """A row of prices for each mentee and each mentor, a number a stage."""

    mentees: Whole
    mentors: Whole


def _nobody() -> Whole:
    return np.zeros(0, dtype=np.int64)


@dataclass(frozen=True, slots=True, kw_only=True)
class Solution:
    """The chosen pairs as positions of mentee and mentor, sorted by their ids; same length.

    `values` has what each stage reaches. `mentee_prices` and `mentor_prices` have one row per person
    and one column per stage: whole numbers that, compared stage after stage, prove the pairs best over
    all possible ones. `unique` tells whether the last column proves that no other set is as good.

    Where mentors take a minimum or nobody, `opened` are held to it and `closed` take nobody; the prices
    prove the pairs best with these. `gap` is what another set could gain at most, as a vector: all 0
    where every way to open and close was gone, None where nobody has a minimum. `ways` covers all of
    them: a mentor parts the ways in one where they open and one where they are closed, each told to its
    end, and at an end stand prices that bound every choice with those opened and closed on the way.
    """

    rows: Whole
    columns: Whole
    stages: tuple[Stage, ...]
    values: tuple[int, ...]
    mentee_prices: Whole
    mentor_prices: Whole
    unique: bool
    opened: Whole = field(default_factory=_nobody)
    closed: Whole = field(default_factory=_nobody)
    gap: tuple[int, ...] | None = None
    ways: tuple[int | PriceTable, ...] = ()
