"""Cheapest flows in a network, and the prices that prove them cheapest."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from ortools.graph.python.min_cost_flow import SimpleMinCostFlow

Whole = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Arcs:
    """The arcs of a network, one entry of each array per arc; nodes count from 0."""

    tail: Whole
    head: Whole
    capacity: Whole
    cost: Whole


def cheapest_flow(arcs: Arcs, supply: Whole) -> Whole:
    """Flow on each arc that carries all of `supply` (negative where it is taken) at least cost.

    Raises:
        ArithmeticError: if no flow carries the supply or a cost is too large for the solver.
    """
    solver = SimpleMinCostFlow()
    added = solver.add_arcs_with_capacity_and_unit_cost(
        arcs.tail, arcs.head, arcs.capacity, arcs.cost
    )
    solver.set_nodes_supplies(np.arange(supply.size), supply)
    status = solver.solve()
    if status != solver.OPTIMAL:
        raise ArithmeticError(f"the flow solver stopped with {status}")
    return np.asarray(solver.flows(added), dtype=np.int64)


def prices(arcs: Arcs, flow: Whole, nodes: int) -> Whole:
    """Price of each node, such that no arc with room left costs less than it gains in price.

    These are shortest distances in the residual network (Bellman and Ford, all arcs at once), from
    a start that reaches every node at no cost. They exist exactly if `flow` is cheapest: that is
    the proof, and it does not trust the solver.

    Raises:
        ArithmeticError: if a cheaper flow exists.
    """
    room, used = flow < arcs.capacity, flow > 0
    tail = np.concatenate([arcs.tail[room], arcs.head[used]])
    head = np.concatenate([arcs.head[room], arcs.tail[used]])
    cost = np.concatenate([arcs.cost[room], -arcs.cost[used]])
    order = np.argsort(head, kind="stable")
    tail, cost = tail[order], cost[order]
    reached, starts = np.unique(head[order], return_index=True)
    price = np.zeros(nodes, dtype=np.int64)
    if not reached.size:
        return price
    for _ in range(nodes + 1):
        nearer = np.minimum(np.minimum.reduceat(price[tail] + cost, starts), price[reached])
        if np.array_equal(nearer, price[reached]):
            return price
        price[reached] = nearer
    raise ArithmeticError("the flow is not the cheapest one")


def reduced_costs(arcs: Arcs, price: Whole) -> Whole:
    """Give what one more unit on each arc costs at these prices: positive loses, negative gains."""
    return arcs.cost + price[arcs.tail] - price[arcs.head]
