"""What any other choice would cost, exactly, and what one more place would bring.

To choose a pair is to put one mentee too many at the mentor. Somebody there moves on, and so forth,
until a mentor is reached whom the chosen mentee leaves, or a place that is open. The cheapest such
chain is what changes in the best solution that has the pair; so no solution has to be sought again.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

import numpy as np

from mentorgen.analysis.assignment.detours import AllWays, Ways, all_ways, reached, ways_from
from mentorgen.analysis.assignment.moves import FAR, NOBODY, Ends, Moves
from mentorgen.analysis.assignment.seats import Seats, Whole
from mentorgen.analysis.assignment.solution import Solution
from mentorgen.analysis.assignment.stages import Count
from mentorgen.analysis.assignment.vectors import is_less, least

MOST_MENTORS = 2_000
"""Up to so many mentors the cheapest ways between all of them are found at once."""


@dataclass(frozen=True, slots=True)
class Step:
    """A mentee who moves from a mentor to a mentor, by their positions; None is nobody."""

    mentee: int
    before: int | None
    after: int | None


@dataclass(frozen=True)
class Losses:
    """What it costs to choose other pairs than the solution does.

    A cost has one number for each stage before the tie-break: by how much less that stage reaches.
    Circles with a least size stay open or closed, as they are in the solution.
    """

    seats: Seats
    solution: Solution
    _found: dict[int, Whole] = field(default_factory=dict)

    def of(self, row: int, column: int) -> tuple[int, ...] | None:
        """Tell what it costs that a mentee has a mentor, or None if that cannot be."""
        if (row, column) in self._chosen:
            return (0,) * self._counted.stages
        first, last = np.searchsorted(self._ends.row, [row, row + 1]).tolist()
        ways = self._between(column, self._ends.node[first:last]) + self._ends.cost[first:last]
        if first == last:
            return None
        pair = self._counted.pairs(np.array([row]), np.array([column]))[0, 0]
        cost = ways[int(least(ways))] + pair
        return tuple(cost.tolist()) if reached(cost) else None

    def of_mentor(self, column: int) -> Whole:
        """Tell for every mentee what it costs that they have a mentor; FAR where it cannot be."""
        moves, ends = self._counted, self._counted.ends
        costs = self._ways_from(column)[ends.node] + ends.cost
        order = np.lexsort((*costs.T[::-1], ends.row))
        rows, first = np.unique(ends.row[order], return_index=True)
        found = np.zeros((len(self.seats.mentees), moves.stages), dtype=np.int64)
        found[:, 0] = FAR
        found[rows] = costs[order[first]]
        found += moves.pairs(np.arange(len(found)), np.array([column]))[:, 0]
        found[self.solution.rows[self.solution.columns == column]] = 0
        found[~reached(found), 0] = FAR
        return found

    def story(self, row: int, column: int) -> tuple[Step, ...]:
        """Tell who would move if a mentee had a mentor: the mentee first, then one after the other.

        Nothing is told where the pair is in the solution already or cannot be.
        """
        moves = Moves(self.seats, self.solution, self._stages_before(Count.OTHER))
        if (row, column) in self._chosen or self.of(row, column) is None:
            return ()
        ways = ways_from(moves, column)
        own = np.flatnonzero(moves.ends.row == row)
        end = moves.ends.node[own[least(ways.cost[moves.ends.node[own]] + moves.ends.cost[own])]]
        chain = tuple(_chain(ways, int(end), moves.outside))
        return (Step(row, None if end == moves.outside else int(end), column), *reversed(chain))

    @cached_property
    def _counted(self) -> Moves:
        return Moves(self.seats, self.solution, self._stages_before(Count.TIE))

    @cached_property
    def _chosen(self) -> frozenset[tuple[int, int]]:
        pairs = zip(self.solution.rows.tolist(), self.solution.columns.tolist(), strict=True)
        return frozenset(pairs)

    @cached_property
    def _ends(self) -> Ends:
        """All ways in which mentees make room for another mentor, by mentee."""
        ends = self._counted.ends
        order = np.argsort(ends.row, kind="stable")
        return Ends(ends.row[order], ends.node[order], ends.cost[order])

    def _between(self, column: int, nodes: Whole) -> Whole:
        """Give the cost of the ways from a mentor to some nodes."""
        if self._ways is not None:
            return self._ways.between(column, nodes)
        if column not in self._found:
            self._found[column] = ways_from(self._counted, column).cost
        return self._found[column][nodes]

    @cached_property
    def _ways(self) -> AllWays | None:
        few = len(self.seats.mentors) <= MOST_MENTORS
        return all_ways(self._counted) if few else None

    def _ways_from(self, column: int) -> Whole:
        return self._between(column, np.arange(self._counted.outside + 1))

    def _stages_before(self, count: Count) -> int:
        counts = [stage.count for stage in self.solution.stages]
        return counts.index(count) if count in counts else len(counts)


def losses_of(seats: Seats, solution: Solution) -> Losses:
    """Prepare to tell what other choices than a solution's would cost."""
    return Losses(seats, solution)


def seat_gains(seats: Seats, solution: Solution) -> Whole:
    """Tell for each mentor what one more place would bring, one number a stage before the tie-break."""
    counts = [stage.count for stage in solution.stages]
    moves = Moves(seats, solution, counts.index(Count.TIE))
    found = moves.mentor_prices - ways_from(moves, moves.outside).cost[:-1]
    gainless = (moves.load < moves.capacity) | is_less(found, np.zeros_like(found))
    found[gainless | (moves.capacity < seats.capacity)] = 0
    return found


def _chain(ways: Ways, node: int, outside: int) -> Iterator[Step]:
    """Follow a way back from its end; where nobody moves there is nothing to tell."""
    while (before := int(ways.before[node])) != NOBODY:
        mover = int(ways.mover[node])
        if mover != NOBODY:
            here, there = (None if one == outside else one for one in (before, node))
            yield Step(mover, here, there)
        node = before
