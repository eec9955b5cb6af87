"""Who is matched with whom: the exact optimum over every possible pair.

The stages, for the objective `most-people`: most people with a mentor, then most second and third
mentors for those who want them; highest total of points; highest total of a tie-break hashed from
the ids. For `best-fit`: highest total of points, most people with a mentor, tie-break.

Each stage is a cheapest flow, and the prices that prove it cheapest settle what the next stages may
change: what would cost something stays out, what would gain stays in (complementary slackness), so
that no stage can spoil an earlier one. Only good pairs are in the network at first. The prices then
judge all the other pairs, and those that could improve the solution enter, until none can. So the
result is proven over all pairs while the network stays small. Numbers are small and whole: nothing
is rounded and no stage needs to outweigh another.
"""

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from mentorgen.analysis.assignment.flow import Arcs, Whole, cheapest_flow, prices, reduced_costs
from mentorgen.analysis.assignment.former import Problem, Seats, Stage, problem_of, stages_of
from mentorgen.model.words import Objective

GOOD_PAIRS = 12
"""How many pairs of each person enter the network at the start."""

_MORE_PAIRS = 8
_ROWS_AT_ONCE = 512


@dataclass(frozen=True, slots=True)
class Chosen:
    """The chosen pairs as positions of mentee and mentor, sorted by their ids; same length."""

    mentees: Whole
    mentors: Whole


@dataclass(frozen=True, slots=True)
class _Solved:
    """A stage and the price of each node in it: mentees, mentors, two sources, the sink."""

    stage: Stage
    price: Whole


def assign(seats: Seats, *, objective: Objective, good_pairs: int = GOOD_PAIRS) -> Chosen:
    """Choose the best set of pairs; the same one in whatever order people come."""
    rows, columns = np.argsort(seats.mentees), np.argsort(seats.mentors)
    problem = problem_of(seats, rows, columns)
    stages = stages_of(objective, sum(seats.points.shape))
    keys = chosen = _good_keys(problem, good_pairs, stages[-1].tie_bits)
    solved: tuple[_Solved, ...] = ()
    for stage in stages if keys.size else ():
        keys, chosen, last = _optimum(problem, solved, stage, keys)
        solved = (*solved, last)
    return Chosen(rows[chosen // problem.columns], columns[chosen % problem.columns])


def _optimum(
    problem: Problem, solved: tuple[_Solved, ...], stage: Stage, keys: Whole
) -> tuple[Whole, Whole, _Solved]:
    """Grow the network until its cheapest flow is the optimum; return its pairs and the chosen ones."""
    most = _MORE_PAIRS
    while True:
        arcs = _arcs(problem, keys)
        sign = _settled(problem, solved, keys, arcs)
        flow, price = _solution(problem, replace(arcs, cost=_costs(problem, stage, keys)), sign)
        chosen = keys[flow[: keys.size] > 0]
        last = _Solved(stage, price)
        missing = _missing_keys(problem, (*solved, last), chosen, most)
        if not missing.size:
            return keys[sign[: keys.size] <= 0], chosen, last
        keys = np.union1d(keys, missing)
        most *= 2


def _arcs(problem: Problem, keys: Whole) -> Arcs:
    """Build, without costs: pairs; two sources (first mentors, further ones); one sink; ways round."""
    demand, columns = problem.seats.demand, problem.columns
    mentors = demand.size + np.arange(columns)
    first, further, sink = demand.size + columns + np.arange(3)
    parts = (
        (keys // columns, demand.size + keys % columns, np.ones_like(keys)),
        (first, np.arange(demand.size), np.minimum(demand, 1)),
        (further, np.arange(demand.size), np.maximum(demand - 1, 0)),
        (mentors, sink, problem.seats.capacity),
        (np.array([first, further]), sink, demand.sum()),
    )
    spread = [np.broadcast_arrays(*part) for part in parts]
    tail, head, capacity = (np.concatenate([part[field] for part in spread]) for field in range(3))
    return Arcs(tail, head, capacity, np.zeros_like(tail))


def _costs(problem: Problem, stage: Stage, keys: Whole) -> Whole:
    """Give the arcs of `_arcs` their costs in a stage."""
    mentees = problem.seats.demand.size
    slots = np.repeat(np.array([stage.first, stage.further], dtype=np.int64), mentees)
    free = np.zeros(problem.columns + 2, dtype=np.int64)
    return -np.concatenate([problem.gains(stage, keys), slots, free])


def _settled(
    problem: Problem, solved: tuple[_Solved, ...], keys: Whole, arcs: Arcs
) -> NDArray[np.int8]:
    """Tell for each arc what earlier stages say: 1 stays empty, -1 stays full, 0 is free."""
    sign = np.zeros(arcs.tail.size, dtype=np.int8)
    for earlier in solved:
        priced = replace(arcs, cost=_costs(problem, earlier.stage, keys))
        sign[sign == 0] = np.sign(reduced_costs(priced, earlier.price))[sign == 0]
    return sign


def _solution(problem: Problem, arcs: Arcs, sign: NDArray[np.int8]) -> tuple[Whole, Whole]:
    """Return the cheapest flow that leaves settled arcs as they are, and its prices."""
    demand = problem.seats.demand
    flow = np.where(sign < 0, arcs.capacity, 0)
    supply = np.zeros(demand.size + problem.columns + 3, dtype=np.int64)
    supply[-3:] = (demand > 0).sum(), np.maximum(demand - 1, 0).sum(), -demand.sum()
    np.subtract.at(supply, arcs.tail, flow)
    np.add.at(supply, arcs.head, flow)
    open_ = sign == 0
    rest = Arcs(arcs.tail[open_], arcs.head[open_], arcs.capacity[open_], arcs.cost[open_])
    flow[open_] = cheapest_flow(rest, supply)
    return flow, prices(rest, flow[open_], supply.size)


def _good_keys(problem: Problem, good_pairs: int, tie_bits: int) -> Whole:
    """List the best few possible pairs of every mentee and of every mentor; equals by their tie-break."""
    rows, columns = problem.seats.points.shape
    everything = slice(None)
    found = []
    for start in range(0, rows, _ROWS_AT_ONCE):
        block = slice(start, start + _ROWS_AT_ONCE)
        row, column = _best_of_rows(_ranked(problem, tie_bits, block, everything), good_pairs)
        found.append((row + start) * columns + column)
    for start in range(0, columns, _ROWS_AT_ONCE):
        block = slice(start, start + _ROWS_AT_ONCE)
        column, row = _best_of_rows(_ranked(problem, tie_bits, everything, block).T, good_pairs)
        found.append(row * columns + column + start)
    return np.unique(np.concatenate([np.zeros(0, dtype=np.int64), *found]))


def _ranked(problem: Problem, tie_bits: int, rows: slice, columns: slice) -> Whole:
    """Order a rectangle of pairs by points and then tie-break; 0 where a pair is not possible."""
    points = problem.seats.points[rows, columns].astype(np.int64) + 1
    tie = problem.block(Stage(tie_bits=tie_bits), rows, columns)
    return np.where(points > 0, (points << tie_bits) + tie, 0)


def _best_of_rows(block: Whole, most: int) -> tuple[Whole, Whole]:
    """Find the `most` highest entries above 0 in each row."""
    if most >= block.shape[1]:
        row, column = np.nonzero(block > 0)
        return row, column
    best = np.argpartition(block, -most, axis=1)[:, -most:]
    rows = np.repeat(np.arange(block.shape[0]), most)
    above = block[rows, best.ravel()] > 0
    return rows[above], best.ravel()[above]


def _missing_keys(problem: Problem, solved: tuple[_Solved, ...], chosen: Whole, most: int) -> Whole:
    """List pairs outside the network that could improve the last stage, at most `most` for each mentor.

    A chosen pair may gain more than its prices ask; every other pair of the network does not. A pair
    may enter only where it costs nothing in the earlier stages. Where a stage counts people and not
    pairs, the pairs with most points go first.
    """
    stage = solved[-1].stage
    columns = problem.columns
    found = []
    for start in range(0, columns, _ROWS_AT_ONCE):
        block = slice(start, start + _ROWS_AT_ONCE)
        *earlier, excess = (_excess(problem, one, block) for one in solved)
        excess[problem.seats.points[:, block] < 0] = 0
        inside = chosen[(chosen % columns >= start) & (chosen % columns < start + _ROWS_AT_ONCE)]
        excess[inside // columns, inside % columns - start] = 0
        for before in earlier:
            excess[before != 0] = 0
        if not (stage.points or stage.tie_bits):
            excess[excess > 0] = problem.seats.points[:, block][excess > 0] + 1
        column, row = _best_of_rows(np.ascontiguousarray(excess.T), most)
        found.append(row * columns + column + start)
    return np.concatenate(found)


def _excess(problem: Problem, solved: _Solved, columns: slice) -> Whole:
    """Tell how much more each pair of these mentors gains than the prices of its two people ask."""
    mentees = problem.seats.demand.size
    asked = solved.price[:mentees, None] - solved.price[mentees:-3][None, columns]
    return problem.block(solved.stage, slice(None), columns) - asked
