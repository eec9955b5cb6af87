"""Why some mentors cannot all have their fewest mentees, as prices: with them, no choice can be worth anything.

Some of these mentors together need more mentees than could come to them all (Hall's theorem; the smallest
cut finds them). At a price far below nothing for each of their places, and as much asked of every mentee who
could be in more of their pairs than they have room for, the sum that bounds all choices falls below any value.
"""

import numpy as np
from ortools.graph.python.max_flow import SimpleMaxFlow

from mentorgen.analysis.assignment.problem import Problem
from mentorgen.analysis.assignment.seats import RULED_OUT, Whole
from mentorgen.analysis.assignment.solution import PriceTable
from mentorgen.analysis.assignment.stages import Stage


def prices_of_unfillable(problem: Problem, stages: tuple[Stage, ...]) -> PriceTable:
    """Give prices that bound every choice below all values; there must be no choice that fills all mentors."""
    must = np.flatnonzero(problem.low > 0)
    possible = problem.seats.table[:, must] > RULED_OUT
    rows, columns = np.nonzero(possible)
    short = _short(problem.demand, problem.low[must], (rows, columns))
    could = possible[:, short].sum(axis=1)
    most = problem.most(stages[0])
    far = 2 * most * (int(problem.demand.sum()) + problem.seats.table.size) + 1
    mentees = np.zeros((problem.mentees, len(stages)), dtype=np.int64)
    mentors = np.zeros((problem.mentors, len(stages)), dtype=np.int64)
    mentees[could > problem.demand, 0] = far
    mentors[must[short], 0] = -far
    return PriceTable(mentees, mentors)


def _short(demand: Whole, low: Whole, pairs: tuple[Whole, Whole]) -> Whole:
    """Find mentors, by their places in `low`, who need more mentees than could come to them."""
    rows, columns = pairs
    start, first = 0, 1 + demand.size
    end = first + low.size
    flow = SimpleMaxFlow()
    tails = np.concatenate([np.full(low.size, start), first + columns, 1 + np.arange(demand.size)])
    heads = np.concatenate([first + np.arange(low.size), 1 + rows, np.full(demand.size, end)])
    room = np.concatenate([low, np.ones(rows.size, dtype=np.int64), demand])
    flow.add_arcs_with_capacity(tails.astype(np.int32), heads.astype(np.int32), room)
    flow.solve(start, end)
    inside = np.array(flow.get_source_side_min_cut(), dtype=np.int64)
    return inside[(inside >= first) & (inside < end)] - first
