"""Measure the exact assignment beside its yardsticks in one run: CPU time, ratios and peak memory.

    python bench/assignment.py [MENTEES ...]

Each line is a process of its own, one thread, imports aside. Ours settles all stages with four bands,
tie-break and proof that no other choice is as good. The yardsticks know points alone: scipy's
`linear_sum_assignment` on a ready matrix with a column for every place; mentor-match, a package for
mentoring programs, which gives each mentor one more mentee in every round of Munkres' method; the same
rounds with scipy's solver, the least time that they could take; and greedy, the best pair first, which
is also what Gale and Shapley's method comes to where both sides see the same points. The ratio is the
time divided by that of `linear_sum_assignment`. Nothing is asserted about seconds.

Points have many ties, and some pairs are ruled out. In one round people differ in what they seek; in
the other all seek the same mentors, which is harder.
"""

import os
import resource
import subprocess
import sys
import time
from collections.abc import Callable

os.environ.update(OMP_NUM_THREADS="1", OPENBLAS_NUM_THREADS="1")

import numpy as np
from matching.match import Match
from matching.mentee import Mentee
from matching.mentor import Mentor
from matching.process import process_data
from matching.rules.rule import Disqualify, Rule
from numpy.typing import NDArray
from scipy.optimize import linear_sum_assignment

from mentorgen.analysis.assignment.seats import RULED_OUT, Seats
from mentorgen.analysis.assignment.solver import solve
from mentorgen.analysis.assignment.stages import stages_of
from mentorgen.model.words import Objective

SIZES = (100, 500, 1_000, 10_000)
MENTORS_PER_MENTEE = 0.3841
IMPOSSIBLE = 0.3
BANDS = (30, 45, 55, 65)
_FORBIDDEN = -1e6


def main(sizes: tuple[int, ...]) -> None:
    """Print one table for all sizes."""
    print(f"{'mentees':>8}  {'what':<28} {'matched':>8} {'CPU s':>9} {'ratio':>7} {'peak MB':>8}")
    for size in sizes:
        for kind in KINDS:
            found = {name: _apart(name, kind, size) for name in METHODS if size <= UP_TO[name]}
            for name, (matched, seconds, memory) in found.items():
                ratio = f"{seconds / found['scipy'][1]:.2f}" if "scipy" in found else "-"
                print(
                    f"{size:>8}  {name + ', ' + kind:<28} {matched:>8.0f} {seconds:>9.3f} {ratio:>7}"
                    f" {memory:>8.0f}",
                    flush=True,
                )


def _apart(name: str, kind: str, size: int) -> tuple[float, float, float]:
    """Measure in a fresh process, so that nobody's memory counts for another."""
    command = [sys.executable, __file__, name, kind, str(size)]
    ended = subprocess.run(command, check=True, capture_output=True, text=True)
    matched, seconds, memory = map(float, ended.stdout.split())
    return matched, seconds, memory


def _measure(name: str, kind: str, size: int) -> None:
    work = METHODS[name](_seats(kind, size))
    start = time.process_time()
    matched = work()
    seconds = time.process_time() - start
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(matched, seconds, memory)


def _seats(kind: str, size: int) -> Seats:
    random = np.random.default_rng(size)
    mentors = round(size * MENTORS_PER_MENTEE)
    points = np.empty((size, mentors), dtype=np.int16)
    offers = KINDS[kind](random, mentors)
    for start in range(0, size, 512):
        rows = points[start : start + 512]
        common = KINDS[kind](random, rows.shape[0]).T @ offers
        rows[:] = ((common * 40).astype(np.int16) + 30) // 2 * 2
        rows += random.integers(0, 10, rows.shape, dtype=np.int16)
        rows[random.random(rows.shape, dtype=np.float32) < IMPOSSIBLE] = RULED_OUT
    return Seats(
        points=np.maximum(points, RULED_OUT, out=points),
        mentees=tuple(f"mentee-{number:06}" for number in range(size)),
        mentors=tuple(f"mentor-{number:06}" for number in range(mentors)),
        demand=np.ones(size, dtype=np.int64),
        capacity=random.integers(1, 5, mentors),
        waited=random.choice([0, 0, 0, 0, 0, 0, 0, 1, 2, 3], size),
    )


def _tastes(random: np.random.Generator, people: int) -> NDArray[np.float32]:
    """Directions in ten dimensions that lean to one side: some are good for most, nobody for all."""
    drawn = random.standard_normal((10, people), dtype=np.float32)
    drawn[0] += 2
    return np.asarray(drawn / np.linalg.norm(drawn, axis=0))


def _renown(random: np.random.Generator, people: int) -> NDArray[np.float32]:
    """Six amounts, never below nothing: who has much is best for all."""
    return np.asarray(random.random((6, people), dtype=np.float32) * np.float32(0.55))


def _ours(seats: Seats) -> Callable[[], int]:
    stages = stages_of(Objective.MOST_PEOPLE, bands=BANDS)
    solve(_seats("tastes", 20), stages)
    return lambda: solve(seats, stages).rows.size


def _scipy(seats: Seats) -> Callable[[], int]:
    places = np.repeat(np.arange(seats.capacity.size), seats.capacity)
    ready = np.where(seats.table < 0, _FORBIDDEN, seats.table)[:, places]

    def work() -> int:
        rows, columns = linear_sum_assignment(ready, maximize=True)
        return int((ready[rows, columns] >= 0).sum())

    return work


class _Points(Rule):  # type: ignore[misc]
    """Gives a pair its points; people carry their position as their grade."""

    def __init__(self, points: NDArray[np.int16]) -> None:
        self.points = points

    def apply(self, match_object: Match) -> int:
        return 1 + int(self.points[match_object.mentee.grade, match_object.mentor.grade])


def _mentor_match(seats: Seats) -> Callable[[], int]:
    mentees = [Mentee(grade=row, email=one) for row, one in enumerate(seats.mentees)]
    mentors = [Mentor(grade=column, email=one) for column, one in enumerate(seats.mentors)]

    def is_out(match: Match) -> bool:
        mentee, mentor = match.mentee, match.mentor
        full = len(mentor.mentees) >= seats.capacity[mentor.grade] or mentee.mentors
        return bool(full or seats.table[mentee.grade, mentor.grade] == RULED_OUT)

    def work() -> int:
        # Each match takes its rules from the end of the list.
        rules = [[_Points(seats.table), Disqualify(is_out)] for _ in range(seats.capacity.max())]
        process_data(mentors, mentees, rules)
        return sum(bool(mentee.mentors) for mentee in mentees)

    return work


def _rounds(seats: Seats) -> Callable[[], int]:
    def work() -> int:
        left, room, matched = np.arange(seats.demand.size), seats.capacity.copy(), 0
        while left.size and (room > 0).any():
            mentors = np.flatnonzero(room > 0)
            points = seats.table[np.ix_(left, mentors)].astype(np.float64)
            points[points < 0] = _FORBIDDEN
            rows, columns = linear_sum_assignment(points, maximize=True)
            took = points[rows, columns] >= 0
            if not took.any():
                break
            room[mentors[columns[took]]] -= 1
            left, matched = np.delete(left, rows[took]), matched + int(took.sum())
        return matched

    return work


def _greedy(seats: Seats) -> Callable[[], int]:
    def work() -> int:
        room, free = seats.capacity.tolist(), [True] * seats.demand.size
        order = np.argsort(-seats.table, axis=None, kind="stable")
        rows, columns = np.divmod(order[: (seats.table > RULED_OUT).sum()], seats.capacity.size)
        for row, column in zip(rows.tolist(), columns.tolist(), strict=True):
            if free[row] and room[column]:
                free[row] = False
                room[column] -= 1
        return free.count(False)

    return work


KINDS = {"tastes": _tastes, "renown": _renown}
METHODS: dict[str, Callable[[Seats], Callable[[], int]]] = {
    "ours": _ours,
    "scipy": _scipy,
    "mentor-match": _mentor_match,
    "rounds": _rounds,
    "greedy": _greedy,
}
UP_TO = {"ours": 10**9, "scipy": 10_000, "mentor-match": 500, "rounds": 1_000, "greedy": 1_000}

if __name__ == "__main__":
    if sys.argv[1:2] and sys.argv[1] in METHODS:
        _measure(sys.argv[1], sys.argv[2], int(sys.argv[3]))
    else:
        main(tuple(int(size) for size in sys.argv[1:]) or SIZES)
