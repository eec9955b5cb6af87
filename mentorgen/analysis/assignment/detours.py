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


def all_ways(moves: Moves) -> Whole | None:
    """Find the cost of the cheapest ways between all nodes, or None if they cannot be packed.

    Costs are packed into one number each. The room for a stage is small, so it is checked afterwards
    that no sum in the result outgrew it: then comparing the packed numbers was comparing the stages.
    """
    nodes = moves.outside + 1
    steps = np.array([moves.steps(node).cost for node in range(nodes)])
    there = reached(steps)
    highest = np.abs(steps[there]).max(axis=0, initial=0)
    worth = _worths(highest, nodes)
    if worth is None:
        return None
    ways = np.where(there, steps @ worth, _UNREACHED)
    np.fill_diagonal(ways, 0)
    for node in range(nodes):
        np.minimum(ways, ways[:, node, None] + ways[None, node], out=ways)
    found = _unpacked(ways, worth)
    bounds = 2 * np.abs(found[ways < _UNREACHED]).max(axis=0, initial=0) + highest
    found[ways >= _UNREACHED] = 0
    found[ways >= _UNREACHED, 0] = FAR
    return found if _is_faithful(worth, bounds) else None


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
