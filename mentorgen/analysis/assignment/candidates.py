"""The pairs that enter the network at first: about the best few of everybody.

Any choice is right, because pricing finds what is missing; a good one saves rounds. So mentors whom
everybody wants are made dearer, by guess, until each is among the best of as many as they can take.
Where many pairs are equal, some are left out as if by lot.
"""

import numpy as np
from numpy.typing import NDArray

from mentorgen.analysis.assignment.pricing import NEVER, ROWS_AT_ONCE
from mentorgen.analysis.assignment.problem import Problem
from mentorgen.analysis.assignment.seats import RULED_OUT, Whole

_STRIDE = 8
_SMALL = 120_000
_SAMPLE = 400
_GUESSES = 12
_SHALLOW = 24
_NOBODY = np.int16(2**14)


def first_candidates(problem: Problem, each: int) -> Whole:
    """List about `each` of the best pairs of every mentee and mentor, and all that must be there, sorted.

    Those are the pairs that stand, and the pairs of mentors who must take somebody: without them a
    network could be too small to fill what has to be filled.
    """
    dear = _dearness(problem, each)
    of_rows = _best_at(problem, dear, each)
    of_columns = _sampled_best(problem.seats.points.T, problem.mentees, each)
    of_rows[problem.demand < 1] = _NOBODY
    of_columns[problem.low > 0] = 0
    closed = np.where(problem.possible, 0, NEVER).astype(np.int16)
    found = [problem.standing]
    for start in range(0, problem.mentees, ROWS_AT_ONCE):
        rows = slice(start, start + ROWS_AT_ONCE)
        block, own = problem.seats.points[rows], of_rows[rows, None]
        asked = np.maximum(np.minimum(own + dear[None, :], of_columns[None, :]), closed[None, :])
        keys = np.flatnonzero((block >= asked) & (own < _NOBODY))
        found.append(_thinned(problem, keys, block.shape[0], each) + start * problem.mentors)
    return np.unique(np.concatenate(found))


def _dearness(problem: Problem, each: int) -> NDArray[np.int16]:
    """Guess, from some mentees, how many points more each mentor must have to be asked no more than others.

    Where a mentor is among the best of twice as many as their places allow, they become dearer, and
    cheaper where of half as many; never below nothing.
    """
    stride = max(1, problem.mentees // _SAMPLE)
    sample = problem.seats.points[::stride][problem.demand[::stride] > 0]
    dear = np.zeros(problem.mentors, dtype=np.float32)
    share = problem.high / max(1, problem.high.sum())
    at = problem.mentors - max(each, problem.mentors // _SHALLOW)
    if at <= 0 or not sample.shape[0]:
        return dear.astype(np.int16)
    possible = sample[sample > RULED_OUT]
    step = max(1.0, float(possible.std()) / 2) if possible.size else 1.0
    for turn in range(_GUESSES):
        net = np.where(sample > RULED_OUT, sample - dear.astype(np.int16), -NEVER)
        asked = net >= np.partition(net, at, axis=1)[:, at, None]
        expected = share * asked.sum()
        pull = np.log2((asked.sum(axis=0) + 1) / (expected + 1))
        dear = np.maximum(0, dear + step * pull / (1 + turn / 4))
    return dear.astype(np.int16)


def _best_at(problem: Problem, dear: NDArray[np.int16], each: int) -> NDArray[np.int16]:
    """Find what the `each`-th best pair of every mentee has beyond the mentor's dearness."""
    at = problem.mentors - each
    found = np.zeros(problem.mentees, dtype=np.int16)
    if at <= 0:
        return found - NEVER // 2
    for start in range(0, found.size, ROWS_AT_ONCE):
        rows = slice(start, start + ROWS_AT_ONCE)
        block = problem.seats.points[rows]
        net = np.where(block > RULED_OUT, block - dear, -_NOBODY)
        found[rows] = np.partition(net, at, axis=1)[:, at]
    return found


def _sampled_best(points: NDArray[np.int16], width: int, each: int) -> NDArray[np.int16]:
    """Guess the points of the `each`-th best pair of every row from a part of the columns."""
    stride = 1 if points.size <= _SMALL else max(1, min(_STRIDE, width // each // 2))
    sample = np.ascontiguousarray(points[:, ::stride])
    at = sample.shape[1] - max(1, round(each / stride))
    if at < 0:
        return np.zeros(points.shape[0], dtype=np.int16)
    found = np.empty(points.shape[0], dtype=np.int16)
    for start in range(0, found.size, ROWS_AT_ONCE):
        rows = slice(start, start + ROWS_AT_ONCE)
        found[rows] = np.partition(sample[rows], at, axis=1)[:, at]
    return np.maximum(found, RULED_OUT + 1)


def _thinned(problem: Problem, keys: Whole, rows: int, each: int) -> Whole:
    """Leave out pairs by lot where far too many are equal, but none of a mentor who must take somebody."""
    most = 8 * each * rows
    if keys.size <= most:
        return keys
    lot = (keys.astype(np.uint64) * np.uint64(0x9E3779B97F4A7C15)) >> np.uint64(32)
    drawn = lot < np.uint64(2**32 * most // keys.size)
    return keys[drawn | (problem.low > 0)[keys % problem.mentors]]
