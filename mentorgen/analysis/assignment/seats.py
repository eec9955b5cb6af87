"""What is to be filled: who may sit where, how well, and how many each takes."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

Whole = NDArray[np.int64]

RULED_OUT = -1
"""Stands among the points where a pair is not possible."""


class Points(Protocol):
    """The points of all pairs, given for a slice of rows at a time; a ready array is the plainest kind."""

    @property
    def shape(self) -> tuple[int, ...]:
        """How many rows and columns there are."""
        ...

    def __getitem__(self, rows: slice, /) -> NDArray[np.int16]:
        """Give the points of some rows with all columns."""
        ...


@dataclass(frozen=True, slots=True)
class Tiles:
    """Points that are worked out whenever they are asked for, and kept nowhere: the same ones each time."""

    shape: tuple[int, int]
    work_out: Callable[[slice], NDArray[np.int16]]

    def __getitem__(self, rows: slice, /) -> NDArray[np.int16]:
        """Work out the points of some rows with all columns."""
        return self.work_out(rows)


@dataclass(frozen=True, slots=True, kw_only=True)
class Seats:
    """Mentees are rows and mentors are columns; each has an id that settles ties and nothing else.

    `points` has RULED_OUT where a pair is not possible. `demand` is how many mentors each mentee
    takes, `capacity` how many mentees each mentor takes. A mentor with `least` above 0 takes at least
    so many or nobody. `waited` counts the rounds in which a mentee was left over, `served` the mentors
    whom they have beside these seats: one more is a further one to them. `standing` lists
    pairs that stand already, as rows of (row, column).
    """

    points: Points
    mentees: tuple[str, ...]
    mentors: tuple[str, ...]
    demand: Whole
    capacity: Whole
    least: Whole | None = None
    waited: Whole | None = None
    served: Whole | None = None
    standing: Whole | None = None

    @property
    def table(self) -> NDArray[np.int16]:
        """All points in one array: no question for a round of very many people."""
        return self.points[:]
