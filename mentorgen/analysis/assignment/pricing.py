"""The judgement of prices over all possible pairs, in the network or not.

A pair can only gain if its points reach what the prices of its two people ask. The fewest points that
could do are looked up once for each person, so that nearly all pairs fall to one comparison of small
numbers, and only the rest is computed.
"""

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from mentorgen.analysis.assignment.face import Priced
from mentorgen.analysis.assignment.pairs import Pairs, among, listed
from mentorgen.analysis.assignment.problem import Problem
from mentorgen.analysis.assignment.seats import Whole

NEVER = np.iinfo(np.int16).max
"""More points than any pair has."""
_GROUPS = 32


def gaining_pairs(problem: Problem, settled: tuple[Priced, ...], most: int, but: Whole) -> Pairs:
    """List pairs that gain in the last limb and neither lose nor gain in those before.

    At most `most` for each mentee, those that gain most; none of the rising keys in `but`.
    """
    found = []
    for reaching in _reaching(problem, settled, gaining=True):
        even = _even(problem, settled[:-1], reaching)
        gains = _gains(problem, settled[-1], even)
        new = (gains > 0) & ~among(even.keys, but)
        pairs, order = even.only(new), (_scrambled(even.keys[new]), -gains[new])
        found.append(_foremost(problem, pairs, order, most))
    return listed(found)


def tied_pairs(problem: Problem, settled: tuple[Priced, ...], most: int | None = None) -> Pairs:
    """List pairs that neither lose nor gain in any limb; of each mentee's only those that a tie-break prefers."""
    found = []
    for reaching in _reaching(problem, settled, gaining=False):
        even = _even(problem, settled, reaching)
        if most is not None:
            order = (-problem.ties(*problem.split(even.keys)),)
            even = _foremost(problem, even, order, most)
        found.append(even)
    return listed(found)


def _even(problem: Problem, settled: tuple[Priced, ...], pairs: Pairs) -> Pairs:
    """Keep the pairs that are worth exactly their prices in each of these limbs."""
    for priced in settled:
        pairs = pairs.only(_gains(problem, priced, pairs) == 0)
    return pairs


def _gains(problem: Problem, priced: Priced, pairs: Pairs) -> Whole:
    """Tell what pairs add to a limb beyond their prices; standing or not is left out."""
    rows, columns = problem.split(pairs.keys)
    if priced.limb.is_tie_break:
        worth = problem.ties(rows, columns)
    else:
        worth = priced.limb.table(problem)[pairs.points]
    return worth - priced.mentees[rows] - priced.mentors[columns]


def _reaching(problem: Problem, settled: tuple[Priced, ...], *, gaining: bool) -> Iterator[Pairs]:
    """Walk over all pairs tile by tile, and give those whose points could be enough."""
    group, asked = _least_points(problem, settled, gaining=gaining)
    size = min(problem.rows_at_once, problem.mentees), problem.mentors
    asks, reached = np.empty(size, dtype=np.int16), np.empty(size, dtype=np.bool_)
    for start, block in problem.blocks():
        ask, reach = asks[: block.shape[0]], reached[: block.shape[0]]
        np.take(asked[start : start + block.shape[0]], group, axis=1, out=ask, mode="clip")
        at = np.flatnonzero(np.greater_equal(block, ask, out=reach))
        if at.size:
            yield Pairs(at + start * problem.mentors, block.reshape(-1)[at])


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


def _foremost(problem: Problem, pairs: Pairs, order: tuple[Whole, ...], most: int) -> Pairs:
    """Keep so many of each row, first those with the lowest last entry of `order`."""
    if not pairs.size:
        return pairs
    rows, _ = problem.split(pairs.keys)
    at = np.lexsort((*order, rows))
    sorted_rows = rows[at]
    turn = np.arange(at.size) - np.searchsorted(sorted_rows, sorted_rows)
    return pairs.only(at[turn < most])


def _scrambled(keys: Whole) -> Whole:
    """Order that is as good as drawn by lot, and the same every time."""
    return ((keys.astype(np.uint64) * np.uint64(0x9E3779B97F4A7C15)) >> np.uint64(33)).astype(
        np.int64
    )
