"""Which mentors somebody could have, rule by rule: as they are, or as they would be with one thing changed."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from mentorgen.analysis.matching.constraints import Mask, masks
from mentorgen.analysis.matching.rounds import Candidate, Round
from mentorgen.analysis.matching.rules import Rule
from mentorgen.analysis.matching.scores import block_of, tables_of

_ROWS_AT_ONCE = 512
_OF_HUNDRED = 100


@dataclass(frozen=True)
class Options:
    """Mentees, as they are or would be, against mentors; both are taken as people who take part."""

    matching: Round
    mentees: tuple[Candidate, ...]
    mentors: tuple[Candidate, ...]

    @property
    def allowed(self) -> Mask:
        """Which pairs no rule on pairs forbids."""
        return self.passing(frozenset(Rule))

    @property
    def points(self) -> NDArray[np.int16]:
        """How well everybody would fit."""
        return self._found[1]

    def passing(self, rules: Collection[Rule]) -> Mask:
        """Tell which pairs these rules let pass."""
        passed = np.ones((len(self.mentees), len(self.mentors)), dtype=np.bool_)
        for rule, mask in self._found[0].items():
            if rule in rules:
                passed &= mask
        return passed

    def reaching(self, floor: int) -> Mask:
        """Tell which pairs would reach a floor, out of 100."""
        least = floor * self.matching.most_points
        reached: Mask = self.points.astype(np.int64) * _OF_HUNDRED >= least
        return reached

    @cached_property
    def _found(self) -> tuple[Mapping[Rule, Mask], NDArray[np.int16]]:
        """Look at everybody, some rows at once; a rule that lets a whole block pass is not named for it."""
        shape = len(self.mentees), len(self.mentors)
        found: dict[Rule, Mask] = {}
        points = np.zeros(shape, dtype=np.int16)
        tables = tables_of(self.matching, self.mentees, self.mentors)
        for start in range(0, shape[0], _ROWS_AT_ONCE):
            rows = slice(start, start + _ROWS_AT_ONCE)
            block = block_of(tables, rows)
            points[rows] = block.points
            for rule, mask in masks(tables, block, rows):
                found.setdefault(rule, np.ones(shape, dtype=np.bool_))[rows] = mask
        return found, points
