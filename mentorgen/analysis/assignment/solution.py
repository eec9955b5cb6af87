"""A best set of pairs with the prices that prove it best."""

from dataclasses import dataclass, field

import numpy as np

from mentorgen.analysis.assignment.seats import Whole
from mentorgen.analysis.assignment.stages import Stage


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
    where every way to open and close was gone, None where nobody has a minimum.
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
