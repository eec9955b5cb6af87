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
_GROUPS = 32


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
    group, asked = _least_points(problem, settled, gaining=gaining)
    size = min(ROWS_AT_ONCE, problem.mentees), problem.mentors
    asks, reached = np.empty(size, dtype=np.int16), np.empty(size, dtype=np.bool_)
    for start in range(0, problem.mentees, ROWS_AT_ONCE):
        block = problem.seats.points[start : start + ROWS_AT_ONCE]
        ask, reach = asks[: block.shape[0]], reached[: block.shape[0]]
        np.take(asked[start : start + ROWS_AT_ONCE], group, axis=1, out=ask, mode="clip")
        at = np.flatnonzero(np.greater_equal(block, ask, out=reach))
        if at.size:
            rows, columns = problem.split(at)
            yield rows + start, columns


def _least_points(
    problem: Problem, settled: tuple[Priced, ...], *, gaining: bool
) -> tuple[Whole, NDArray[np.int16]]:
    """Group mentors by price, and look up the fewest points that matter for each mentee and group.

    Few mentors have prices far from all others, such as those with places to spare, so that what is
    true of all says little. Worth need not rise with points (a band alone), but its highest value up
    to there does.
    """
    known = [priced for priced in settled if not priced.limb.is_tie_break]
    able = np.flatnonzero(problem.possible)
    order = able[np.lexsort([able, *(priced.mentors[able] for priced in reversed(known))])]
    first = np.unique(np.arange(_GROUPS) * order.size // _GROUPS)[: order.size]
    asked = np.zeros((problem.mentees, first.size + 1), dtype=np.int16)
    for priced in known if order.size else ():
        table = np.maximum.accumulate(priced.limb.table(problem))
        least = np.minimum.reduceat(priced.mentors[order], first)
        above = gaining and priced is settled[-1]
        least_points = np.searchsorted(table, priced.mentees[:, None] + (least + above))
        np.maximum(asked[:, :-1], least_points.clip(max=NEVER), out=asked[:, :-1])
    asked[problem.demand < 1] = asked[:, -1] = NEVER
    group = np.full(problem.mentors, first.size)
    group[order] = np.searchsorted(first, np.arange(order.size), side="right") - 1
    return group, asked


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
    after = np.searchsorted(others, keys, side="right")
    return np.asarray(after > np.searchsorted(others, keys))


def _scrambled(keys: Whole) -> Whole:
    """Order that is as good as drawn by lot, and the same every time."""
    return ((keys.astype(np.uint64) * np.uint64(0x9E3779B97F4A7C15)) >> np.uint64(33)).astype(
        np.int64
    )
