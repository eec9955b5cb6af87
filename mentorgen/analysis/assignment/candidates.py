"""The pairs that enter the network at first: about the best few of everybody.

Any choice is right, because pricing finds what is missing; a good one saves rounds. So mentors whom
everybody wants are made dearer, by guess, until each is among the best of as many as they can take.
Where many pairs are equal, some are left out as if by lot.
"""

import numpy as np
from numpy.typing import NDArray

from mentorgen.analysis.assignment.pairs import Pairs, listed, merged
from mentorgen.analysis.assignment.pricing import NEVER
from mentorgen.analysis.assignment.problem import Problem
from mentorgen.analysis.assignment.seats import RULED_OUT

_STRIDE = 8
_SMALL = 120_000
_SAMPLE = 400
_GUESSES = 12
_SHALLOW = 24
_NOBODY = np.int16(2**14)


def first_candidates(problem: Problem, each: int) -> Pairs:
    """List about `each` of the best pairs of every mentee and mentor, and all that must be there.

    Those are the pairs that stand, and the pairs of mentors who must take somebody: without them a
    network could be too small to fill what has to be filled.
    """
    dear = _dearness(problem, each)
    of_columns = _best_of_columns(problem, each)
    of_columns[problem.low > 0] = 0
    closed = np.where(problem.possible, 0, NEVER).astype(np.int16)
    found = []
    for start, block in problem.blocks():
        of_rows = _best_of_rows(block, dear, each)
        of_rows[problem.demand[start : start + block.shape[0]] < 1] = _NOBODY
        own = of_rows[:, None]
        asked = np.maximum(np.minimum(own + dear[None, :], of_columns[None, :]), closed[None, :])
        at = np.flatnonzero((block >= asked) & (own < _NOBODY))
        pairs = Pairs(at + start * problem.mentors, block.reshape(-1)[at])
        found.append(_thinned(problem, pairs, each))
    return merged(listed(found), problem.standing)


def _dearness(problem: Problem, each: int) -> NDArray[np.int16]:
    """Guess, from some mentees, how many points more each mentor must have to be asked no more than others.

    Where a mentor is among the best of twice as many as their places allow, they become dearer, and
    cheaper where of half as many; never below nothing.
    """
    stride = max(1, problem.mentees // _SAMPLE)
    blocks = [np.empty((0, problem.mentors), np.int16), *(one for _, one in problem.blocks(stride))]
    sample = np.concatenate(blocks)[problem.demand[::stride] > 0]
    dear = np.zeros(problem.mentors, dtype=np.float32)
    share = problem.high / max(1, problem.high.sum())
    at = problem.mentors - max(each, problem.mentors // _SHALLOW)
    if at <= 0 or not sample.shape[0]:
        return dear.astype(np.int16)
    possible = sample[sample > RULED_OUT]
    step = max(1.0, float(possible.std()) / 2) if possible.size else 1.0
    sample = np.where(sample > RULED_OUT, sample, -_NOBODY)
    for turn in range(_GUESSES):
        net = sample - dear.astype(np.int16)
        asked = net >= np.partition(net, at, axis=1)[:, at, None]
        times = np.add.reduce(asked, axis=0, dtype=np.int16)
        pull = np.log2((times + 1) / (share * times.sum() + 1))
        dear = np.maximum(0, dear + step * pull / (1 + turn / 4))
    return dear.astype(np.int16)


def _best_of_rows(
    block: NDArray[np.int16], dear: NDArray[np.int16], each: int
) -> NDArray[np.int16]:
    """Find what the `each`-th best pair of every mentee has beyond the mentor's dearness."""
    at = block.shape[1] - each
    if at <= 0:
        return np.full(block.shape[0], -NEVER // 2, dtype=np.int16)
    net = np.where(block > RULED_OUT, block - dear, -_NOBODY)
    return np.partition(net, at, axis=1)[:, at]


def _best_of_columns(problem: Problem, each: int) -> NDArray[np.int16]:
    """Guess the points of the `each`-th best pair of every mentor from a part of the mentees."""
    mentees, mentors = problem.mentees, problem.mentors
    small = mentees * mentors <= _SMALL
    stride = 1 if small else max(1, min(_STRIDE, mentees // each // 2))
    best = np.empty((mentors, 0), dtype=np.int16)
    count = max(1, round(each / stride))
    for _, block in problem.blocks(stride):
        best = np.concatenate([best, block.T], axis=1)
        if best.shape[1] > count:
            best = np.partition(best, best.shape[1] - count, axis=1)[:, -count:]
    if best.shape[1] < count:
        return np.zeros(mentors, dtype=np.int16)
    return np.asarray(np.maximum(best.min(axis=1), RULED_OUT + 1))


def _thinned(problem: Problem, pairs: Pairs, each: int) -> Pairs:
    """Leave out pairs by lot where far too many of a mentee's are equal, but none of who must take somebody."""
    most = 8 * each
    if pairs.size <= most:
        return pairs
    rows, columns = problem.split(pairs.keys)
    rows -= rows[0]
    lot = (pairs.keys.astype(np.uint64) * np.uint64(0x9E3779B97F4A7C15)) >> np.uint64(32)
    drawn = lot * np.bincount(rows).astype(np.uint64)[rows] < np.uint64(2**32 * most)
    return pairs.only(drawn | (problem.low > 0)[columns])
