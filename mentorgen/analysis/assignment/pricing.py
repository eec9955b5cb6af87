"""The judgement of prices over all possible pairs, in the network or not.

A pair can only gain if its points reach what the prices of its two people ask. The fewest points that
could do are looked up once for each person, so that nearly all pairs fall to one comparison of small
numbers, and only the rest is computed.
"""

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from mentorgen.analysis.assignment.face import Priced
from mentorgen.analysis.assignment.problem import Problem
from mentorgen.analysis.assignment.seats import Whole

ROWS_AT_ONCE = 512
NEVER = np.iinfo(np.int16).max
"""More points than any pair has."""


def gaining_pairs(problem: Problem, settled: tuple[Priced, ...], most: int, but: Whole) -> Whole:
    """List pairs that gain in the last limb and neither lose nor gain in those before.

    At most `most` for each mentee, those that gain most; none of the sorted keys in `but`.
    """
    found = []
    for rows, columns in _reaching(problem, settled, gaining=True):
        even = _even(problem, settled[:-1], rows, columns)
        gains = _gains(problem, settled[-1], rows[even], columns[even])
        left, gains = even[gains > 0], gains[gains > 0]
        keys = rows[left] * problem.mentors + columns[left]
        new = ~_among(keys, but)
        keys, order = keys[new], (_scrambled(keys[new]), -gains[new])
        found.append(_foremost(keys, rows[left][new], order, most))
    return np.sort(np.concatenate([but[:0], *found]))


def tied_pairs(problem: Problem, settled: tuple[Priced, ...], most: int | None = None) -> Whole:
    """List pairs that neither lose nor gain in any limb; of each mentee's only those that a tie-break prefers."""
    found = []
    for rows, columns in _reaching(problem, settled, gaining=False):
        even = _even(problem, settled, rows, columns)
        keys = rows[even] * problem.mentors + columns[even]
        if most is not None:
            order = (-problem.ties(rows[even], columns[even]),)
            keys = _foremost(keys, rows[even], order, most)
        found.append(keys)
    return np.sort(np.concatenate([np.zeros(0, dtype=np.int64), *found]))


def merged(keys: Whole, others: Whole) -> Whole:
    """Put two sorted lists of keys together, each key once."""
    both = np.sort(np.concatenate([keys, others]), kind="stable")
    return both[np.append(True, both[1:] != both[:-1])] if both.size else both


def _even(problem: Problem, settled: tuple[Priced, ...], rows: Whole, columns: Whole) -> Whole:
    """Find the positions of pairs that are worth exactly their prices in each of these limbs."""
    left = np.arange(rows.size)
    for priced in settled:
        left = left[_gains(problem, priced, rows[left], columns[left]) == 0]
    return left


def _gains(problem: Problem, priced: Priced, rows: Whole, columns: Whole) -> Whole:
    """Tell what pairs add to a limb beyond their prices; standing or not is left out."""
    if priced.limb.is_tie_break:
        worth = problem.ties(rows, columns)
    else:
        worth = priced.limb.table(problem)[problem.seats.points[rows, columns]]
    return worth - priced.mentees[rows] - priced.mentors[columns]


def _reaching(
    problem: Problem, settled: tuple[Priced, ...], *, gaining: bool
) -> Iterator[tuple[Whole, Whole]]:
    """Walk over all pairs in blocks of rows, and give those whose points could be enough."""
    of_rows, of_columns = _least_points(problem, settled, gaining=gaining)
    size = min(ROWS_AT_ONCE, problem.mentees), problem.mentors
    asked, reached = np.empty(size, dtype=np.int16), np.empty(size, dtype=np.bool_)
    for start in range(0, problem.mentees, ROWS_AT_ONCE):
        block = problem.seats.points[start : start + ROWS_AT_ONCE]
        ask, reach = asked[: block.shape[0]], reached[: block.shape[0]]
        np.maximum(of_rows[start : start + ROWS_AT_ONCE, None], of_columns[None, :], out=ask)
        np.greater_equal(block, ask, out=reach)
        at = np.flatnonzero(reach)
        if at.size:
            rows, columns = problem.split(at)
            yield rows + start, columns


def _least_points(
    problem: Problem, settled: tuple[Priced, ...], *, gaining: bool
) -> tuple[NDArray[np.int16], NDArray[np.int16]]:
    """Look up the fewest points with which any pair of each mentee, and of each mentor, can matter.

    Worth need not rise with points (a band alone), but its highest value up to there does.
    """
    of_rows = np.zeros(problem.mentees, dtype=np.int64)
    of_columns = np.zeros(problem.mentors, dtype=np.int64)
    alive, able = problem.demand > 0, problem.possible
    for priced in settled if alive.any() and able.any() else ():
        if priced.limb.is_tie_break:
            continue
        table = np.maximum.accumulate(priced.limb.table(problem))
        above = gaining and priced is settled[-1]
        ask_rows = priced.mentees + priced.mentors[able].min() + above
        ask_columns = priced.mentors + priced.mentees[alive].min() + above
        np.maximum(of_rows, np.searchsorted(table, ask_rows), out=of_rows)
        np.maximum(of_columns, np.searchsorted(table, ask_columns), out=of_columns)
    of_rows[~alive] = of_columns[~able] = NEVER
    return of_rows.clip(max=NEVER).astype(np.int16), of_columns.clip(max=NEVER).astype(np.int16)


def _foremost(keys: Whole, rows: Whole, order: tuple[Whole, ...], most: int) -> Whole:
    """Keep so many of each row, first those with the lowest last entry of `order`."""
    if not keys.size:
        return keys
    at = np.lexsort((*order, rows))
    sorted_rows = rows[at]
    turn = np.arange(at.size) - np.searchsorted(sorted_rows, sorted_rows)
    return keys[at[turn < most]]


def _among(keys: Whole, others: Whole) -> NDArray[np.bool_]:
    """Tell which keys are in a sorted list."""
    if not others.size:
        return np.zeros(keys.size, dtype=np.bool_)
    at = np.searchsorted(others, keys).clip(max=others.size - 1)
    return np.asarray(others[at] == keys)


def _scrambled(keys: Whole) -> Whole:
    """Order that is as good as drawn by lot, and the same every time."""
    return ((keys.astype(np.uint64) * np.uint64(0x9E3779B97F4A7C15)) >> np.uint64(33)).astype(
        np.int64
    )
