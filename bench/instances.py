"""Rounds to measure on, and how a measurement is taken: one thread, CPU time, peak memory.

Points have many ties, and some pairs are ruled out. In one kind of round people differ in what they
seek; in the other all seek the same mentors, which is harder. Points are drawn for each pair from what
its two people have, so that any part of them can be worked out again at any time.
"""

import os
import resource
import time
from collections.abc import Callable
from functools import lru_cache

os.environ |= {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1", "MKL_NUM_THREADS": "1"}

import numpy as np
from numpy.typing import NDArray

from mentorgen.analysis.assignment.seats import RULED_OUT, Points, Seats, Tiles

MENTORS_PER_MENTEE = 0.3841
MOST_READY = 10_000
"""Up to so many mentees all points are laid out in one array; beyond, they are worked out tile by tile."""
_IMPOSSIBLE_OF_256 = 77
_ROWS_AT_ONCE = 512
_FEW_ROWS = 32

Work = Callable[[], int]
"""Something to measure; it says how many mentees it matched."""


def measure(prepare: Callable[[Seats], Work], kind: str, size: int) -> None:
    """Print how many were matched, in how many seconds, and with how many megabytes at most."""
    work = prepare(seats(kind, size))
    start = time.process_time()
    matched = work()
    seconds = time.process_time() - start
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(matched, seconds, memory)


def seats(kind: str, size: int) -> Seats:
    """Draw a round of so many mentees; always the same one."""
    random = np.random.default_rng(size)
    mentors = round(size * MENTORS_PER_MENTEE)
    tiles = _tiles(kind, size, mentors, random)
    points: Points = _ready(tiles) if size <= MOST_READY else tiles
    return Seats(
        points=points,
        mentees=tuple(f"mentee-{number:06}" for number in range(size)),
        mentors=tuple(f"mentor-{number:06}" for number in range(mentors)),
        demand=np.ones(size, dtype=np.int64),
        capacity=random.integers(1, 5, mentors),
        waited=random.choice([0, 0, 0, 0, 0, 0, 0, 1, 2, 3], size),
    )


def row_by_row(points: Points) -> Points:
    """Give the same points to somebody who asks for one row after the other, often for the same one."""

    @lru_cache(maxsize=1)
    def block(start: int) -> NDArray[np.int16]:
        return points[start : start + _FEW_ROWS]

    def work_out(rows: slice) -> NDArray[np.int16]:
        start = rows.start // _FEW_ROWS * _FEW_ROWS
        return block(start)[rows.start - start : rows.stop - start]

    mentees, mentors = points.shape
    return Tiles((mentees, mentors), work_out)


def _ready(tiles: Tiles) -> NDArray[np.int16]:
    points = np.empty(tiles.shape, dtype=np.int16)
    for start in range(0, len(points), _ROWS_AT_ONCE):
        points[start : start + _ROWS_AT_ONCE] = tiles[start : start + _ROWS_AT_ONCE]
    return points


def _tiles(kind: str, mentees: int, mentors: int, random: np.random.Generator) -> Tiles:
    seek, offer = KINDS[kind](random, mentees).T.copy(), KINDS[kind](random, mentors)
    marks, others = (
        random.integers(0, 2**32, people, dtype=np.uint32) for people in (mentees, mentors)
    )

    def work_out(rows: slice) -> NDArray[np.int16]:
        common = seek[rows] @ offer
        common *= 20
        common += 15
        points = common.astype(np.int16)
        points *= 2
        mixed = marks[rows, None] ^ others
        mixed *= np.uint32(0x9E3779B1)
        points += (mixed >> np.uint32(29)).astype(np.int16)
        np.maximum(points, RULED_OUT, out=points)
        mixed >>= np.uint32(13)
        points[mixed.astype(np.uint8) < _IMPOSSIBLE_OF_256] = RULED_OUT
        return points

    return Tiles((mentees, mentors), work_out)


def _tastes(random: np.random.Generator, people: int) -> NDArray[np.float32]:
    """Directions in ten dimensions that lean to one side: some are good for most, nobody for all."""
    drawn = random.standard_normal((10, people), dtype=np.float32)
    drawn[0] += 2
    return np.asarray(drawn / np.linalg.norm(drawn, axis=0))


def _renown(random: np.random.Generator, people: int) -> NDArray[np.float32]:
    """Six amounts, never below nothing: who has much is best for all."""
    return np.asarray(random.random((6, people), dtype=np.float32) * np.float32(0.55))


KINDS = {"tastes": _tastes, "renown": _renown}
