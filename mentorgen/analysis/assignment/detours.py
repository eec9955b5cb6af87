"""The cheapest ways through a network of moves: from one node, or between all nodes at once."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from mentorgen.analysis.assignment.moves import FAR, NOBODY, Moves
from mentorgen.analysis.assignment.seats import Whole
from mentorgen.analysis.assignment.vectors import is_less, least

_BITS = 60
_MOST_SPARE_BITS = 10
_UNREACHED = 1 << _BITS
_NODES, _ROWS = 64, 32
"""How many nodes and rows are worked on at a time, so that they fit into a processor's cache."""


@dataclass(frozen=True, slots=True)
class Ways:
    """The cheapest way to each node: its cost by stage, the node before it, and who moves there from it."""

    cost: Whole
    before: Whole
    mover: Whole


def reached(cost: Whole) -> NDArray[np.bool_]:
    """Tell which costs are those of something that can be done."""
    return cost[..., 0] < FAR // 2


def ways_from(moves: Moves, start: int) -> Ways:
    """Find the cheapest ways from a node (Dijkstra's method, on vectors)."""
    nodes = moves.outside + 1
    cost = np.zeros((nodes, moves.stages), dtype=np.int64)
    cost[:, 0] = FAR
    cost[start, 0] = 0
    ways = Ways(cost, np.full(nodes, NOBODY), np.full(nodes, NOBODY))
    left = np.ones(nodes, dtype=np.bool_)
    while (open_ := np.flatnonzero(left & reached(cost))).size:
        node = open_[least(cost[open_])]
        left[node] = False
        steps = moves.steps(int(node))
        through = cost[node] + steps.cost
        nearer = is_less(through, cost)
        cost[nearer], ways.before[nearer] = through[nearer], node
        ways.mover[nearer] = steps.mover[nearer]
    return ways


@dataclass(frozen=True, slots=True)
class AllWays:
    """The cost of the cheapest ways between all nodes, packed into one number each."""

    packed: Whole
    worth: Whole

    def between(self, node: int, others: Whole) -> Whole:
        """Give the cost of the ways from a node to others, stage by stage; FAR where there is none."""
        row = self.packed[node, others]
        found = _unpacked(row, self.worth)
        found[row >= _UNREACHED] = 0
        found[row >= _UNREACHED, 0] = FAR
        return found


def all_ways(moves: Moves) -> AllWays | None:
    """Find the cheapest ways between all nodes, or None if their costs cannot be packed.

    Costs are packed into one number each. The room for a stage is small, so it is checked afterwards
    that no sum in the result outgrew it: then comparing the packed numbers was comparing the stages.
    """
    nodes = moves.outside + 1
    highest = np.zeros(moves.stages, dtype=np.int64)
    for node in range(nodes):
        cost = moves.steps(node).cost
        highest = np.maximum(highest, np.abs(cost[reached(cost)]).max(axis=0, initial=0))
    worth = _worths(highest, nodes)
    if worth is None:
        return None
    ways = np.empty((nodes, nodes), dtype=np.int64)
    for node in range(nodes):
        cost = moves.steps(node).cost
        ways[node] = np.where(reached(cost), cost @ worth, _UNREACHED)
    np.fill_diagonal(ways, 0)
    _shorten(ways)
    longest = np.zeros(moves.stages, dtype=np.int64)
    for row in ways:
        found = _unpacked(row[row < _UNREACHED], worth)
        longest = np.maximum(longest, np.abs(found).max(axis=0, initial=0))
    return AllWays(ways, worth) if _is_faithful(worth, 2 * longest + highest) else None


def _shorten(ways: Whole) -> None:
    """Let all ways go over each node where that is shorter (Floyd and Warshall's method).

    Some nodes are taken at once, first among themselves; then the other rows, a few at a time, stay in
    the cache while they go over all of these.
    """
    nodes = len(ways)
    room = np.empty((_ROWS, nodes), dtype=np.int64)
    for first in range(0, nodes, _NODES):
        some = range(first, min(nodes, first + _NODES))
        inside = slice(some.start, some.stop)
        for node in some:
            np.minimum(ways[inside], ways[inside, node, None] + ways[None, node], out=ways[inside])
        for start in range(0, nodes, _ROWS):
            rows = ways[start : start + _ROWS]
            through = room[: len(rows)]
            for node in some:
                np.add(rows[:, node, None], ways[node], out=through)
                np.minimum(rows, through, out=rows)


def _worths(highest: Whole, nodes: int) -> Whole | None:
    """Choose what one of each stage weighs in a packed number, with the spare room shared out."""
    bits = [int(most).bit_length() + 3 for most in highest]
    room = _BITS - nodes.bit_length() - 1 - sum(bits)
    if room < 0:
        return None
    spare = min(room // len(bits), _MOST_SPARE_BITS)
    shifts = [sum(one + spare for one in bits[at + 1 :]) for at in range(len(bits))]
    return np.array([1 << shift for shift in shifts], dtype=np.int64)


def _unpacked(packed: Whole, worth: Whole) -> Whole:
    """Take packed numbers apart into their stages, the nearest way."""
    found = np.empty((*packed.shape, worth.size), dtype=np.int64)
    rest = packed.copy()
    for at, weight in enumerate(worth.tolist()):
        found[..., at] = (rest + weight // 2) // weight
        rest -= found[..., at] * weight
    return found


def _is_faithful(worth: Whole, bounds: Whole) -> bool:
    """Tell whether one more in a stage always outweighs all that later stages can differ by."""
    weights, limits = worth.tolist(), bounds.tolist()
    later = [weight * limit for weight, limit in zip(weights, limits, strict=True)]
    return all(weight > sum(later[at + 1 :]) for at, weight in enumerate(weights))
