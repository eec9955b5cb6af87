"""People sorted into kinds, so that a criterion judges each two kinds once and not each two people."""

from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

Points = NDArray[np.int16]
Kind = TypeVar("Kind", bound=Hashable)


@dataclass(frozen=True, slots=True)
class Kinds:
    """The number of each person's kind, mentees and mentors, and the points of each two kinds."""

    mentees: NDArray[np.intp]
    mentors: NDArray[np.intp]
    points: Points

    def points_of(self, rows: slice) -> Points:
        """Give the points of some mentees with all mentors."""
        return self.points[self.mentees[rows]].take(self.mentors, axis=1)


def kinds_of(
    mentees: Iterable[Kind], mentors: Iterable[Kind], judge: Callable[[Kind, Kind], int]
) -> Kinds:
    """Sort people by their kind and judge each kind of mentee with each kind of mentor."""
    rows, columns = tuple(mentees), tuple(mentors)
    row_kinds, column_kinds = tuple(dict.fromkeys(rows)), tuple(dict.fromkeys(columns))
    table = [[judge(mentee, mentor) for mentor in column_kinds] for mentee in row_kinds]
    return Kinds(
        _numbers(rows, row_kinds),
        _numbers(columns, column_kinds),
        np.array(table, dtype=np.int16).reshape(len(row_kinds), len(column_kinds)),
    )


def _numbers(people: Iterable[Kind], kinds: Iterable[Kind]) -> NDArray[np.intp]:
    number = {kind: at for at, kind in enumerate(kinds)}
    return np.array([number[kind] for kind in people], dtype=np.intp)
