"""What is to be filled: who may sit where, how well, and how many each takes."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Whole = NDArray[np.int64]

RULED_OUT = -1
"""Stands in the matrix of points where a pair is not possible."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Seats:
    """Mentees are rows and mentors are columns; each has an id that settles ties and nothing else.

    `points` has RULED_OUT where a pair is not possible. `demand` is how many mentors each mentee
    takes, `capacity` how many mentees each mentor takes. A mentor with `least` above 0 takes at least
    so many or nobody. `waited` counts the rounds in which a mentee was left over, `served` the mentors
    whom they have beside these seats: one more is a further one to them. `standing` lists
    pairs that stand already, as rows of (row, column).
    """

    points: NDArray[np.int16]
    mentees: tuple[str, ...]
    mentors: tuple[str, ...]
    demand: Whole
    capacity: Whole
    least: Whole | None = None
    waited: Whole | None = None
    served: Whole | None = None
    standing: Whole | None = None
