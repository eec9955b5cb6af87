"""How near somebody's words come to what all who teach say: some speak of what everybody speaks of.

Who writes much in common words comes near to every mentor, and who writes little to none. What tells
something is how much nearer one mentor comes than others do.
"""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from mentorgen.analysis.matching.texts import Texts, Vector, nearness
from mentorgen.model.ids import Slug


@dataclass(frozen=True, slots=True)
class Usual:
    """What those who teach say, one by one and added up, and how near the average learner comes to them."""

    teaching: Mapping[Slug, Vector]
    together: NDArray[np.int64]
    average: int

    def lift(self, slug: Slug, learning: Vector) -> int:
        """Tell how much farther than the average learner somebody is from all; below 0 is nearer."""
        return self.average - self.nearness(slug, learning)

    def nearness(self, slug: Slug, learning: Vector) -> int:
        """Give the mean nearness of somebody's words to those of all who teach but themselves."""
        columns, amounts = learning
        total, others = int(amounts @ self.together[columns]), len(self.teaching)
        if slug in self.teaching:
            total, others = total - nearness(learning, self.teaching[slug]), others - 1
        return total // max(others, 1)


def usual_of(
    texts: Texts, learning: Mapping[Slug, Vector], teaching: Mapping[Slug, Vector]
) -> Usual:
    """Add up what those who teach say, and hold against it what those who learn say."""
    together = np.zeros(texts.width, dtype=np.int64)
    for columns, amounts in teaching.values():
        together[columns] += amounts
    alone = Usual(teaching, together, 0)
    near = [alone.nearness(slug, vector) for slug, vector in learning.items()]
    return Usual(teaching, together, sum(near) // max(len(near), 1))
