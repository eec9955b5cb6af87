"""Prices that prove a choice of pairs best, or the finding that there are none.

The prices are lengths of longest paths in the residual network: a pair that is not chosen must not
gain beyond the prices of its two people, a chosen one must not lose, and so for slots and for places
of mentors. `hub` stands for everything outside: an empty slot, a place that is left. Such prices
exist exactly if no cycle of changes gains, so that they do not trust the solver.
"""

from dataclasses import dataclass

import numpy as np

from mentorgen.analysis.assignment.face import Claims, Network
from mentorgen.analysis.assignment.seats import Whole

_NEVER = np.int64(-(2**62))


@dataclass(frozen=True, slots=True)
class _Ways:
    """The residual network: which way a change can go, and what it adds.

    `begin` has the first of each mentee's `targets`, the pairs that could be chosen.
    """

    begin: Whole
    targets: Whole
    adds: Whole
    chosen_rows: Whole
    chosen_columns: Whole
    chosen_adds: Whole
    full_rows: Whole
    full_adds: Whole
    empty_rows: Whole
    empty_adds: Whole
    can_lose: Claims
    can_take: Claims


def prices(
    network: Network, chosen: Claims, start: Whole, *, rounds: int | None = None
) -> tuple[Whole, Whole] | None:
    """Price each mentee and each mentor; None if a better choice exists, or after too many rounds.

    From a `start` of zeros they are the lowest prices of mentors: what one more place is worth.
    """
    ways = _ways(network, chosen)
    mentors, hub = start.copy(), np.int64(0)
    mentees = np.full(network.problem.mentees, _NEVER)
    for _ in range(rounds or 4 * (mentees.size + mentors.size) + 50):
        before = hub
        mentors[ways.can_lose & (mentors < hub)] = hub
        nearer = _reached_mentees(ways, mentees, mentors, hub)
        moved = np.flatnonzero(nearer > mentees)
        mentees = nearer
        changed = _reach_mentors(ways, mentees, mentors, moved)
        hub = _reached_hub(ways, mentees, mentors, hub)
        if not changed and hub == before:
            return hub - _with_the_unbound(network, chosen, mentees, mentors), mentors - hub
    return None


def _ways(network: Network, chosen: Claims) -> _Ways:
    problem, face = network.problem, network.face
    load = np.bincount(network.columns[chosen], minlength=problem.mentors)
    degree = np.bincount(network.rows[chosen], minlength=problem.mentees)
    full = (problem.slot_turn < degree[problem.slot_row])[face.open]
    could, does = ~chosen, chosen & ~network.fixed
    rows = network.rows[could]
    lends = (problem.low == 0) & (face.low == 0) & ((face.high > 0) | (not face.settled))
    return _Ways(
        begin=np.searchsorted(rows, np.arange(problem.mentees + 1)),
        targets=network.columns[could],
        adds=network.worth[could],
        chosen_rows=network.rows[does],
        chosen_columns=network.columns[does],
        chosen_adds=network.worth[does],
        full_rows=network.slot_row[full],
        full_adds=network.slot_worth[full],
        empty_rows=network.slot_row[~full],
        empty_adds=network.slot_worth[~full],
        can_lose=((load > face.low) & (face.high > face.low)) | lends,
        can_take=load < face.high,
    )


def _reached_mentees(ways: _Ways, mentees: Whole, mentors: Whole, hub: np.int64) -> Whole:
    found = mentees.copy()
    np.maximum.at(found, ways.chosen_rows, mentors[ways.chosen_columns] - ways.chosen_adds)
    np.maximum.at(found, ways.empty_rows, hub + ways.empty_adds)
    return found


def _reach_mentors(ways: _Ways, mentees: Whole, mentors: Whole, moved: Whole) -> bool:
    """Raise the mentors whom a mentee that moved could take; tell whether any was raised."""
    begin = ways.begin[moved]
    count = ways.begin[moved + 1] - begin
    ahead = np.cumsum(count) - count
    at = np.repeat(begin - ahead, count) + np.arange(count.sum())
    target, value = ways.targets[at], np.repeat(mentees[moved], count) + ways.adds[at]
    higher = value > mentors[target]
    np.maximum.at(mentors, target[higher], value[higher])
    return bool(higher.any())


def _reached_hub(ways: _Ways, mentees: Whole, mentors: Whole, hub: np.int64) -> np.int64:
    leave = (mentees[ways.full_rows] - ways.full_adds).max(initial=hub)
    return np.int64(mentors[ways.can_take].max(initial=leave))


def _with_the_unbound(network: Network, chosen: Claims, mentees: Whole, mentors: Whole) -> Whole:
    """Give a price to mentees whom nothing settles: the least that keeps each of their pairs from gaining."""
    alone = mentees == _NEVER
    if not alone.any():
        return mentees
    found = np.where(alone, 0, mentees)
    theirs = alone[network.rows] & ~chosen
    rows, columns = network.rows[theirs], network.columns[theirs]
    np.minimum.at(found, rows, mentors[columns] - network.worth[theirs])
    return found
