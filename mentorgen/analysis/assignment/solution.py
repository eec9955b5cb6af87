"""A best set of pairs with the prices that prove it best."""

from dataclasses import dataclass

from mentorgen.analysis.assignment.seats import Whole
from mentorgen.analysis.assignment.stages import Stage


@dataclass(frozen=True, slots=True, kw_only=True)
class Solution:
    """The chosen pairs as positions of mentee and mentor, sorted by their ids; same length.

    `values` has what each stage reaches. `mentee_prices` and `mentor_prices` have one row per person
    and one column per stage: whole numbers that, compared stage after stage, prove the pairs best over
    all possible ones. `unique` tells whether the last column proves that no other set is as good.
    """

    rows: Whole
    columns: Whole
    stages: tuple[Stage, ...]
    values: tuple[int, ...]
    mentee_prices: Whole
    mentor_prices: Whole
    unique: bool
