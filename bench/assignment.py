"""Measure the exact assignment beside its yardsticks in one run: CPU time, ratios and peak memory.

    python bench/assignment.py [MENTEES ...]

Each line is a process of its own, one thread, imports aside. Ours settles all stages with four bands,
tie-break and proof that no other choice is as good; with check the proof is gone through again, pair by
pair, by the code that `mentorgen match --verify` uses and that shares nothing with the solver; with scoring it first works out the points of as
many people by every criterion, and with records it also makes the factors of these from what people
said. Beyond 10,000 mentees points are worked out tile by tile, whenever they are looked at.

The yardsticks know points alone: scipy's `linear_sum_assignment` on a ready matrix with a column for
every place; mentor-match, a package for mentoring programs; the rounds that it goes with scipy's
solver, the least time that they could take; matching, a package with the method of Gale and Shapley;
and greedy, the best pair first, which is also what that method comes to where both sides see the same
points. The ratio is the time divided by that of `linear_sum_assignment`. Nothing is asserted about
seconds.
"""

import os
import subprocess
import sys
import tempfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np
from instances import KINDS, Work, measure, row_by_row, seats
from scipy.optimize import linear_sum_assignment
from scoring import laid_out, people_of, score

from mentorgen.analysis.assignment.seats import RULED_OUT, Seats
from mentorgen.analysis.assignment.solver import solve
from mentorgen.analysis.assignment.stages import stages_of
from mentorgen.analysis.matching.checker import Claim, Prices, is_proven, required_stages
from mentorgen.model.policies import MatchingPolicy
from mentorgen.model.words import Objective

SIZES = (100, 500, 1_000, 10_000)
BANDS = (30, 45, 55, 65)
_HERE = Path(__file__).parent
_RIVAL = _HERE.parent / "requirements" / "rival.txt"
_FORBIDDEN = -1e6


def main(sizes: tuple[int, ...]) -> None:
    """Print one table for all sizes."""
    print(f"{'mentees':>8}  {'what':<28} {'matched':>8} {'CPU s':>9} {'ratio':>7} {'peak MB':>8}")
    with tempfile.TemporaryDirectory() as rival:
        _install(rival)
        for size in sizes:
            for kind in KINDS:
                _compare(kind, size, rival)


def _install(folder: str) -> None:
    """Put the package matching where only its own measurement looks."""
    pip = [sys.executable, "-m", "pip", "--disable-pip-version-check", "-qq", "install"]
    where = ["--no-deps", "--target", folder]
    subprocess.run([*pip, *where, "--require-hashes", "-r", str(_RIVAL)], check=True)


def _compare(kind: str, size: int, rival: str) -> None:
    found: dict[str, float] = {}
    for name in (name for name, most in UP_TO.items() if size <= most):
        measured = _apart(name, kind, size, rival)
        line = f"{size:>8}  {name + ', ' + kind:<28}"
        if isinstance(measured, str):
            print(f"{line} {measured}", flush=True)
            continue
        matched, found[name], memory = measured
        ratio = f"{found[name] / found['scipy']:.2f}" if "scipy" in found else "-"
        print(f"{line} {matched:>8.0f} {found[name]:>9.3f} {ratio:>7} {memory:>8.0f}", flush=True)


def _apart(name: str, kind: str, size: int, rival: str) -> tuple[float, float, float] | str:
    """Measure in a fresh process, so that nobody's memory counts for another; or tell how it failed."""
    script = SCRIPTS.get(name)
    own = [str(_HERE / script)] if script else [__file__, name]
    environment = {**os.environ, "PYTHONPATH": rival} if name == "matching" else None
    command = [sys.executable, *own, kind, str(size)]
    ended = subprocess.run(command, check=False, capture_output=True, text=True, env=environment)
    if ended.returncode:
        return f"fails: {ended.stderr.strip().splitlines()[-1]}"
    matched, seconds, memory = map(float, ended.stdout.split())
    return matched, seconds, memory


def _ours(round_: Seats) -> Work:
    stages = stages_of(Objective.MOST_PEOPLE, bands=BANDS)
    solve(seats("tastes", 20), stages)
    return lambda: solve(round_, stages).rows.size


def _with_check(round_: Seats) -> Work:
    stages = stages_of(Objective.MOST_PEOPLE, bands=BANDS)

    def checked() -> int:
        found = solve(round_, stages)
        sides = (found.mentee_prices, found.mentor_prices)
        prices = Prices(*(tuple(tuple(row) for row in side.tolist()) for side in sides))
        couples = tuple(zip(found.rows.tolist(), found.columns.tolist(), strict=True))
        seats = replace(round_, points=row_by_row(round_.points))
        claim = Claim(seats, required_stages(MatchingPolicy(bands=BANDS)), couples)
        if claim.values != found.values or not is_proven(claim, prices):
            raise SystemExit("the proof does not hold")
        return len(couples)

    return checked


def _with_scoring(round_: Seats) -> Work:
    tables, work = laid_out(*people_of(*round_.points.shape)), _ours(round_)

    def scored() -> int:
        score(tables)
        return int(work())

    return scored


def _with_records(round_: Seats) -> Work:
    people, work = people_of(*round_.points.shape), _ours(round_)

    def scored() -> int:
        score(laid_out(*people))
        return int(work())

    return scored


def _scipy(round_: Seats) -> Work:
    places = np.repeat(np.arange(round_.capacity.size), round_.capacity)
    ready = np.where(round_.table < 0, _FORBIDDEN, round_.table)[:, places]

    def work() -> int:
        rows, columns = linear_sum_assignment(ready, maximize=True)
        return int(np.count_nonzero(ready[rows, columns] >= 0))

    return work


def _rounds(round_: Seats) -> Work:
    def work() -> int:
        left, room, matched = np.arange(round_.demand.size), round_.capacity.copy(), 0
        while left.size and (room > 0).any():
            mentors = np.flatnonzero(room > 0)
            points = round_.table[np.ix_(left, mentors)].astype(np.float64)
            points[points < 0] = _FORBIDDEN
            rows, columns = linear_sum_assignment(points, maximize=True)
            took = points[rows, columns] >= 0
            if not took.any():
                break
            room[mentors[columns[took]]] -= 1
            left, matched = np.delete(left, rows[took]), matched + int(took.sum())
        return matched

    return work


def _greedy(round_: Seats) -> Work:
    def work() -> int:
        room, free = round_.capacity.tolist(), [True] * round_.demand.size
        order = np.argsort(-round_.table, axis=None, kind="stable")
        possible = (round_.table > RULED_OUT).sum()
        rows, columns = np.divmod(order[:possible], round_.capacity.size)
        for row, column in zip(rows.tolist(), columns.tolist(), strict=True):
            if free[row] and room[column]:
                free[row] = False
                room[column] -= 1
        return free.count(False)

    return work


METHODS: dict[str, Callable[[Seats], Work]] = {
    "scipy": _scipy,
    "ours": _ours,
    "ours with check": _with_check,
    "ours with scoring": _with_scoring,
    "ours with records": _with_records,
    "rounds": _rounds,
    "greedy": _greedy,
}
SCRIPTS = {"mentor-match": "mentor_match.py", "matching": "gale_shapley.py"}
UP_TO = {
    "scipy": 10_000,
    "ours": 10**9,
    "ours with check": 30_000,
    "ours with scoring": 10_000,
    "ours with records": 10_000,
    "mentor-match": 500,
    "rounds": 1_000,
    "matching": 1_000,
    "greedy": 1_000,
}

if __name__ == "__main__":
    if sys.argv[1:2] and sys.argv[1] in METHODS:
        measure(METHODS[sys.argv[1]], sys.argv[2], int(sys.argv[3]))
    else:
        main(tuple(int(size) for size in sys.argv[1:]) or SIZES)
