"""The network of moves around a best set of pairs: what it costs that one mentee more is at a mentor.

Its nodes are the mentors, in their order, and after them a last one for all that is outside: people
left over and places left open. Where one mentee too many is at a node, somebody there moves on. What
a move costs follows from the prices of the solution, stage by stage; since they prove the solution
best, no cost is below zero, and the cheapest way through the network is exactly what a wish costs.
"""

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from mentorgen.analysis.assignment.pairs import Pairs
from mentorgen.analysis.assignment.problem import Problem
from mentorgen.analysis.assignment.seats import RULED_OUT, Seats, Whole
from mentorgen.analysis.assignment.solution import Solution
from mentorgen.analysis.assignment.stages import Stage
from mentorgen.analysis.assignment.vectors import least

FAR = 1 << 50
"""Stands in the first stage of what cannot be: far above every cost, far below an overflow."""
NOBODY = -1
"""Stands for the mover where no one moves and only a place opens or closes."""

_ROWS_AT_ONCE = 64


@dataclass(frozen=True, slots=True)
class Steps:
    """The cheapest step from one node to each node: its cost by stage, and which mentee takes it."""

    cost: Whole
    mover: Whole


@dataclass(frozen=True, slots=True)
class Ends:
    """How a mentee makes room for another mentor: by leaving one, or by a place that is still empty.

    One entry each: the mentee, the node where somebody is missing then, and the cost by stage.
    """

    row: Whole
    node: Whole
    cost: Whole


@dataclass(frozen=True)
class Moves:
    """The moves that can be made in a solution, priced in its first `stages` stages.

    Circles with a least size stay open or closed, as they are in the solution.
    """

    seats: Seats
    solution: Solution
    stages: int

    @property
    def outside(self) -> int:
        """The node of those who have no mentor and of places that nobody takes."""
        return len(self.seats.mentors)

    @cached_property
    def found(self) -> Whole:
        """How many mentors each mentee has."""
        return np.bincount(self.solution.rows, minlength=len(self.seats.mentees))

    @cached_property
    def load(self) -> Whole:
        """How many mentees each mentor has."""
        return np.bincount(self.solution.columns, minlength=len(self.seats.mentors))

    @cached_property
    def least_load(self) -> Whole:
        """How many mentees each mentor has to keep."""
        if self.seats.least is None:
            return np.zeros_like(self.load)
        return np.where(self.load > 0, self.seats.least, 0)

    @cached_property
    def capacity(self) -> Whole:
        """How many mentees each mentor takes: none where a circle stays closed."""
        if self.seats.least is None:
            return self.seats.capacity
        closed = (self.load == 0) & (self.seats.least > 1)
        return np.where(closed, 0, self.seats.capacity)

    @property
    def mentor_prices(self) -> Whole:
        """What a mentor's place is worth; any number where there is none, for no way leads on from there."""
        return self.solution.mentor_prices[:, : self.stages].astype(np.int64)

    @property
    def mentee_prices(self) -> Whole:
        """What others would gain by a mentee's place; below zero where the mentee gains by it."""
        return self.solution.mentee_prices[:, : self.stages].astype(np.int64)

    @cached_property
    def ends(self) -> Ends:
        """All ways in which mentees make room for another mentor."""
        rows, columns = self.solution.rows, self.solution.columns
        leaving = np.array(
            [-self.pairs(rows[at : at + 1], columns[at : at + 1])[0, 0] for at in range(rows.size)],
            dtype=np.int64,
        ).reshape(rows.size, self.stages)
        free = np.flatnonzero(self.found < self.seats.demand)
        return Ends(
            row=np.concatenate([rows, free]),
            node=np.concatenate([columns, np.full_like(free, self.outside)]),
            cost=np.concatenate([leaving, -self._places(free, self.found[free])]),
        )

    def pairs(self, rows: Whole, columns: Whole) -> Whole:
        """Cost of each pair of these mentees with these mentors; FAR where it is not possible."""
        prices = self.mentee_prices[rows][:, None] + self.mentor_prices[columns][None, :]
        cost = prices - self._gains(rows, columns)
        cost[~self._possible[np.ix_(rows, columns)]] = self._far
        return cost

    def steps(self, node: int) -> Steps:
        """Find the cheapest step from a node to each node."""
        steps = self._by_itself(node)
        mine = self.solution.rows[self.solution.columns == node]
        rows = np.flatnonzero(self.found < self.seats.demand) if node == self.outside else mine
        for start in range(0, rows.size, _ROWS_AT_ONCE):
            some = rows[start : start + _ROWS_AT_ONCE]
            steps = _cheapest(steps, self._ways(node, some), some)
        return steps

    def _by_itself(self, node: int) -> Steps:
        """Let a place open or close: nobody moves, and an excess comes from outside or ends there."""
        nodes = self.outside + 1
        cost = np.tile(self._far, (nodes, 1))
        if node == self.outside:
            spare = np.flatnonzero(self.load > self.least_load)
            cost[spare] = self.mentor_prices[spare]
        elif self.load[node] < self.capacity[node]:
            cost[-1] = -self.mentor_prices[node]
        return Steps(cost, np.full(nodes, NOBODY))

    def _ways(self, node: int, rows: Whole) -> Whole:
        """Cost of each of these mentees moving from a node to each node."""
        entering = self.pairs(rows, np.arange(self.outside))
        if node == self.outside:
            leaving = -self._places(rows, self.found[rows])
            out = np.tile(self._far, (rows.size, 1))
        else:
            leaving = -entering[:, node]
            out = self._places(rows, self.found[rows] - 1) + leaving
        entering[self._chosen[rows]] = self._far
        return np.concatenate([entering + leaving[:, None], out[:, None]], axis=1)

    def _places(self, rows: Whole, place: Whole) -> Whole:
        """What these mentees' first (0), second or third place is worth to them, above others."""
        slots = (np.cumsum(self._problem.demand) - self._problem.demand)[rows] + place
        gains = [self._problem.of_slots(stage)[slots] for stage in self._counted]
        return np.stack(gains, axis=-1) + self.mentee_prices[rows]

    def _gains(self, rows: Whole, columns: Whole) -> Whole:
        """What all pairs of these mentees with these mentors add to the stages, possible or not."""
        keys = rows[:, None] * self.outside + columns[None, :]
        pairs = Pairs(keys, self.seats.table[np.ix_(rows, columns)])
        return np.stack([self._problem.of_pairs(stage, pairs) for stage in self._counted], axis=-1)

    @property
    def _counted(self) -> tuple[Stage, ...]:
        return self.solution.stages[: self.stages]

    @cached_property
    def _problem(self) -> Problem:
        return Problem(self.seats, self.least_load, self.capacity)

    @cached_property
    def _possible(self) -> NDArray[np.bool_]:
        return (self.seats.table > RULED_OUT) & (self.seats.demand > 0)[:, None]

    @cached_property
    def _chosen(self) -> NDArray[np.bool_]:
        chosen = np.zeros(self.seats.points.shape, dtype=np.bool_)
        chosen[self.solution.rows, self.solution.columns] = True
        return chosen

    @cached_property
    def _far(self) -> Whole:
        return np.array([FAR, *[0] * (self.stages - 1)], dtype=np.int64)


def _cheapest(steps: Steps, ways: Whole, rows: Whole) -> Steps:
    ways = np.concatenate([steps.cost[None], ways])
    movers = np.concatenate([steps.mover[None], np.repeat(rows[:, None], ways.shape[1], axis=1)])
    at, nodes = least(ways), np.arange(ways.shape[1])
    return Steps(ways[at, nodes], movers[at, nodes])
