"""Which pairs of a network are best: a cheapest flow from mentees over mentors to one sink."""

import numpy as np
from ortools.graph.python.min_cost_flow import SimpleMinCostFlow

from mentorgen.analysis.assignment.face import Claims, Network, Priced
from mentorgen.analysis.assignment.seats import Whole


def best_pairs(
    network: Network, guide: Priced | None = None, most: int | None = None
) -> Claims | None:
    """Choose the pairs that add most; None if no choice fills what must be filled.

    With prices to guide it, the solver gets what a pair falls short of them, and nothing beyond `most`:
    small costs are solved much faster. The answer may then be wrong, and nobody trusts it unproven.
    """
    problem, face = network.problem, network.face
    taken = np.bincount(network.columns[network.fixed], minlength=problem.mentors)
    supply = _supply(network)
    able = np.flatnonzero(~network.fixed & (supply[network.rows] > 0))
    low = np.maximum(face.low - taken, 0)
    wide = np.flatnonzero(face.high - taken > low)
    sink = problem.mentees + problem.mentors
    solver = SimpleMinCostFlow()
    arcs = solver.add_arcs_with_capacity_and_unit_cost(
        _joined(network.rows[able], network.slot_row, problem.mentees + wide).astype(np.int32),
        _joined(
            problem.mentees + network.columns[able],
            np.full(network.slot_row.size + wide.size, sink),
        ).astype(np.int32),
        _joined(np.ones(able.size + network.slot_row.size), (face.high - taken - low)[wide]),
        _costs(network, able, wide, guide, most),
    )
    nodes = np.arange(sink + 1, dtype=np.int32)
    solver.set_nodes_supplies(nodes, _joined(supply, -low, [low.sum() - supply.sum()]))
    if solver.solve() != solver.OPTIMAL:
        return None
    chosen = network.fixed.copy()
    chosen[able] = solver.flows(arcs[: able.size]) > 0
    return chosen


def _supply(network: Network) -> Whole:
    """How many pairs each mentee has to choose or to leave empty."""
    problem, face = network.problem, network.face
    size = problem.mentees
    alive = problem.slot_row[face.open | face.filled]
    held = network.rows[network.fixed]
    return np.bincount(alive, minlength=size) - np.bincount(held, minlength=size)


def _costs(
    network: Network, able: Whole, wide: Whole, guide: Priced | None, most: int | None
) -> Whole:
    if guide is None:
        return _joined(-network.worth[able], network.slot_worth, np.zeros(wide.size))
    short = _joined(
        -network.gains(guide)[able],
        network.slot_worth + guide.mentees[network.slot_row],
        -guide.mentors[wide],
    )
    return short if most is None else np.clip(short, -most, most)


def _joined(*parts: object) -> Whole:
    return np.concatenate([np.asarray(part, dtype=np.int64) for part in parts])
