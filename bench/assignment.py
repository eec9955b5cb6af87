"""Measure the exact assignment beside its yardsticks in one run: CPU time, ratios and peak memory.

    python bench/assignment.py [MENTEES ...]

Each line is a process of its own, one thread, imports aside. The points are drawn in steps, with many
ties and some pairs ruled out. Ours settles all stages with four bands, tie-break and proof that no other
choice is as good. The yardsticks know points alone: scipy's `linear_sum_assignment` on a ready matrix
with a column for every place; greedy takes the best pair first; rounds of it (Munkres) match one mentee
per mentor at a time, as programs do whose mentors have several places. The ratio is the time divided
by that of `linear_sum_assignment`. Nothing is asserted about seconds.
"""

import os
import resource
import subprocess
import sys
import time
from collections.abc import Callable

os.environ.update(OMP_NUM_THREADS="1", OPENBLAS_NUM_THREADS="1")

import numpy as np
from scipy.optimize import linear_sum_assignment

from mentorgen.analysis.assignment.seats import RULED_OUT, Seats
from mentorgen.analysis.assignment.solver import solve
from mentorgen.analysis.assignment.stages import stages_of
from mentorgen.model.words import Objective

SIZES = (100, 500, 1_000)
MENTORS_PER_MENTEE = 0.3841
IMPOSSIBLE = 0.3
BANDS = (30, 45, 55, 65)
_FORBIDDEN = -1e6


def main(sizes: tuple[int, ...]) -> None:
    """Print one table for all sizes."""
    print(f"{'mentees':>8}  {'what':<22} {'matched':>8} {'CPU s':>9} {'ratio':>7} {'peak MB':>8}")
    for size in sizes:
        found = {name: _apart(name, size) for name in METHODS}
        yardstick = found["scipy"][1]
        for name, (matched, seconds, memory) in found.items():
            ratio = seconds / yardstick
            print(
                f"{size:>8}  {name:<22} {matched:>8.0f} {seconds:>9.3f} {ratio:>7.2f} {memory:>8.0f}",
                flush=True,
            )


def _apart(name: str, size: int) -> tuple[float, float, float]:
    """Measure in a fresh process, so that nobody's memory counts for another."""
    command = [sys.executable, __file__, name, str(size)]
    ended = subprocess.run(command, check=True, capture_output=True, text=True)
    matched, seconds, memory = map(float, ended.stdout.split())
    return matched, seconds, memory


def _measure(name: str, size: int) -> None:
    seats = _seats(size)
    work = METHODS[name](seats)
    start = time.process_time()
    matched = work()
    seconds = time.process_time() - start
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(matched, seconds, memory)


def _seats(size: int) -> Seats:
    random = np.random.default_rng(size)
    mentors = round(size * MENTORS_PER_MENTEE)
    points = np.empty((size, mentors), dtype=np.int16)
    offers = random.random((6, mentors), dtype=np.float32)
    for start in range(0, size, 512):
        rows = points[start : start + 512]
        wants = random.random((rows.shape[0], 6), dtype=np.float32)
        rows[:] = (wants @ offers * 12).astype(np.int16) * 2
        rows += random.integers(0, 10, rows.shape, dtype=np.int16)
        rows[random.random(rows.shape, dtype=np.float32) < IMPOSSIBLE] = RULED_OUT
    return Seats(
        points=points,
        mentees=tuple(f"mentee-{number:06}" for number in range(size)),
        mentors=tuple(f"mentor-{number:06}" for number in range(mentors)),
        demand=np.ones(size, dtype=np.int64),
        capacity=random.integers(1, 5, mentors),
        waited=random.choice([0, 0, 0, 0, 0, 0, 0, 1, 2, 3], size),
    )


def _ours(seats: Seats) -> Callable[[], int]:
    stages = stages_of(Objective.MOST_PEOPLE, bands=BANDS)
    solve(_seats(20), stages)
    return lambda: solve(seats, stages).rows.size


def _scipy(seats: Seats) -> Callable[[], int]:
    places = np.repeat(np.arange(seats.capacity.size), seats.capacity)
    ready = np.where(seats.points < 0, _FORBIDDEN, seats.points)[:, places]

    def work() -> int:
        rows, columns = linear_sum_assignment(ready, maximize=True)
        return int((ready[rows, columns] >= 0).sum())

    return work


def _greedy(seats: Seats) -> Callable[[], int]:
    def work() -> int:
        room, free = seats.capacity.tolist(), [True] * seats.demand.size
        order = np.argsort(-seats.points, axis=None, kind="stable")
        rows, columns = np.divmod(order[: (seats.points > RULED_OUT).sum()], seats.capacity.size)
        for row, column in zip(rows.tolist(), columns.tolist(), strict=True):
            if free[row] and room[column]:
                free[row] = False
                room[column] -= 1
        return free.count(False)

    return work


def _rounds(seats: Seats) -> Callable[[], int]:
    def work() -> int:
        left, room, matched = np.arange(seats.demand.size), seats.capacity.copy(), 0
        while left.size and (room > 0).any():
            mentors = np.flatnonzero(room > 0)
            points = seats.points[np.ix_(left, mentors)].astype(np.float64)
            points[points < 0] = _FORBIDDEN
            rows, columns = linear_sum_assignment(points, maximize=True)
            took = points[rows, columns] >= 0
            if not took.any():
                break
            room[mentors[columns[took]]] -= 1
            left, matched = np.delete(left, rows[took]), matched + int(took.sum())
        return matched

    return work


METHODS: dict[str, Callable[[Seats], Callable[[], int]]] = {
    "ours": _ours,
    "scipy": _scipy,
    "greedy": _greedy,
    "munkres-rounds": _rounds,
}

if __name__ == "__main__":
    if sys.argv[1:2] and sys.argv[1] in METHODS:
        _measure(sys.argv[1], int(sys.argv[2]))
    else:
        main(tuple(int(size) for size in sys.argv[1:]) or SIZES)
