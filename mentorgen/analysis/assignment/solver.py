"""Who is matched with whom: the exact optimum, stage after stage, over every possible pair.

Mentee i pays y_i and mentor j costs v_j, vectors of whole numbers with one entry a stage, compared as
words are in a dictionary. A pair adds the vector w_ij, the t-th slot of a mentee p_t. For any y and v

    D(y, v) = sum_j (high_j if v_j >= 0 else low_j) v_j + sum_i sum_t max(0, p_t + y_i)
              + sum of max(0, w_ij - y_i - v_j) over all possible pairs

is at least the value of every choice x. Proof: vectors add and compare like numbers (an ordered group),
and value(x) = sum x_ij (w_ij - y_i - v_j) + sum_j load_j v_j + sum over filled slots (p_t + y_i) is at
most D(y, v) term by term. So a choice whose value is D(y, v) is the best in every stage at once.

A first slot must be worth as much as a further one (`people` before `further`): only then do cheapest
flows fill first slots first.
"""

from collections.abc import Iterator
from dataclasses import replace

import numpy as np

from mentorgen.analysis.assignment.circles import Tree, with_circles
from mentorgen.analysis.assignment.growth import Search
from mentorgen.analysis.assignment.optimum import optimum
from mentorgen.analysis.assignment.problem import Problem
from mentorgen.analysis.assignment.seats import Points, Seats, Tiles, Whole
from mentorgen.analysis.assignment.solution import PriceTable, Solution
from mentorgen.analysis.assignment.stages import Count, Stage

_DEFAULT = Search()


def solve(seats: Seats, stages: tuple[Stage, ...], *, search: Search = _DEFAULT) -> Solution:
    """Choose the best set of pairs; the same one in whatever order people come.

    Raises:
        ValueError: if further mentors are counted before people are, or stages follow the tie-break.
        TypeError: if points are worked out in tiles, for people who do not come in the order of their ids.
    """
    _check(stages)
    rows, columns = _order(seats.mentees), _order(seats.mentors)
    ordered = _ordered(seats, rows, columns)
    high = np.maximum(ordered.capacity, 0)
    none = np.zeros_like(high)
    tree = None
    if ordered.least is not None and (ordered.least > 1).any():
        tree = with_circles(ordered, ordered.least, stages, search)
        best = tree.best
    else:
        best = optimum(Problem(ordered, none, high, search.tile), stages, search)
    at_rows, at_columns = np.divmod(best.pairs.keys, max(1, high.size))
    back_rows, back_columns = np.argsort(rows), np.argsort(columns)
    unique = best.unique if tree is None else tree.unique
    counted = len(stages) + unique
    return Solution(
        rows=rows[at_rows],
        columns=columns[at_columns],
        stages=(*stages, Stage(Count.OTHER)) if unique else stages,
        values=(*best.values, 0) if unique else best.values,
        mentee_prices=best.mentees[back_rows, :counted],
        mentor_prices=best.mentors[back_columns, :counted],
        unique=unique,
        opened=columns[tree.opened] if tree else none[:0],
        closed=columns[tree.closed] if tree else none[:0],
        gap=tree.gap if tree else None,
        ways=tuple(_ways(tree, columns, (back_rows, back_columns))) if tree else (),
    )


def _ways(tree: Tree, columns: Whole, back: tuple[Whole, Whole]) -> Iterator[int | PriceTable]:
    """Tell the ways to open and close mentors, with people in the order that they came in."""
    for step in tree.ways:
        if isinstance(step, PriceTable):
            yield PriceTable(step.mentees[back[0]], step.mentors[back[1]])
        else:
            yield int(columns[step])


def _check(stages: tuple[Stage, ...]) -> None:
    counts = [stage.count for stage in stages]
    if Count.TIE in counts[:-1]:
        raise ValueError("the tie-break has to be the last stage")
    if Count.FURTHER in counts and Count.PEOPLE not in counts[: counts.index(Count.FURTHER)]:
        raise ValueError("further mentors can only be counted after people")


def _order(ids: tuple[str, ...]) -> Whole:
    return np.array(sorted(range(len(ids)), key=ids.__getitem__), dtype=np.int64)


def _moved(points: Points, rows: Whole, columns: Whole) -> Points:
    if isinstance(points, Tiles):
        raise TypeError("points that are worked out in tiles need people in the order of their ids")
    return points[:][np.ix_(rows, columns)]


def _ordered(seats: Seats, rows: Whole, columns: Whole) -> Seats:
    """Put people into the order of their ids, without a copy if they are."""
    if (np.diff(rows) > 0).all() and (np.diff(columns) > 0).all():
        return seats
    back_rows, back_columns = np.argsort(rows), np.argsort(columns)
    standing = seats.standing
    if standing is not None:
        old = standing.reshape(-1, 2)
        standing = np.stack([back_rows[old[:, 0]], back_columns[old[:, 1]]], axis=1)
    return replace(
        seats,
        points=_moved(seats.points, rows, columns),
        mentees=tuple(seats.mentees[row] for row in rows),
        mentors=tuple(seats.mentors[column] for column in columns),
        demand=seats.demand[rows],
        capacity=seats.capacity[columns],
        least=None if seats.least is None else seats.least[columns],
        waited=None if seats.waited is None else seats.waited[rows],
        served=None if seats.served is None else seats.served[rows],
        standing=standing,
    )
