"""Who else could be placed by a chain of moves in which nobody loses their place.

The chain is an augmenting path, and by Berge's theorem more people can be placed if and only if there
is one: so an answer by a chain is as exact as solving again, and takes one search. A circle that was
not opened stays closed, and one at its smallest size stays there.
"""

from dataclasses import dataclass, field, replace

import numpy as np
from numpy.typing import NDArray

from mentorgen.analysis.assignment.seats import Whole

_START = -1
_UNSEEN = -1


@dataclass(frozen=True, slots=True, kw_only=True)
class Seating:
    """Who may sit where (mentees are rows, mentors columns), who sits where, and each mentor's free places."""

    possible: NDArray[np.bool_]
    rows: Whole
    columns: Whole
    free: Whole


@dataclass(slots=True)
class _Search:
    """How far a search has come, filled in as it goes: for each mentor who would come, for each mentee whom they would leave."""

    comes: Whole
    leaves: dict[int, int] = field(default_factory=dict)


def with_way_to_place(seating: Seating) -> NDArray[np.bool_]:
    """Find the mentors at whom one more would find a place in the end, with nobody losing theirs.

    Somebody is placed by a change just if it opens one of these mentors to them: all chains are followed
    back from their ends at once, whoever they begin with. (Mentors of somebody who has several are among
    the ends, so it does no harm that nobody can move to a mentor whom they have.)
    """
    found = _gives(seating)
    while True:
        can_move: NDArray[np.bool_] = np.asarray(seating.possible[:, found].any(axis=1))
        more = np.unique(seating.columns[can_move[seating.rows]])
        if found[more].all():
            return found
        found[more] = True


def filled(seating: Seating, waiting: Whole) -> tuple[Seating, int]:
    """Place as many of those who wait as can be placed, and count them."""
    placed = 0
    while (more := with_one_more(seating, np.setdiff1d(waiting, seating.rows))) is not None:
        seating, placed = more, placed + 1
    return seating, placed


def with_one_more(seating: Seating, waiting: Whole) -> Seating | None:
    """Place one more of those who wait; None if nobody can be placed without another losing their place."""
    search = _Search(np.full(seating.free.size, _UNSEEN, dtype=np.int64))
    search.leaves.update(dict.fromkeys(waiting.tolist(), _START))
    frontier, gives = np.unique(waiting), _gives(seating)
    while frontier.size:
        reached = _reached(seating, search, frontier)
        ends = reached[gives[reached]]
        if ends.size:
            return _moved(seating, search, int(ends[0]))
        frontier = _asked_to_move(seating, search, reached)
    return None


def _gives(seating: Seating) -> NDArray[np.bool_]:
    """Find mentors with a free place, or with a mentee who has another mentor too."""
    found = seating.free > 0
    found[seating.columns[_has_several(seating)]] = True
    return found


def _has_several(seating: Seating) -> NDArray[np.bool_]:
    taken = np.bincount(seating.rows, minlength=seating.possible.shape[0])
    several: NDArray[np.bool_] = taken[seating.rows] > 1
    return several


def _reached(seating: Seating, search: _Search, frontier: Whole) -> Whole:
    """Find mentors not seen before to whom somebody of the frontier could go, and note who."""
    fresh = seating.possible[frontier]
    inside = np.isin(seating.rows, frontier)
    place = np.searchsorted(frontier, seating.rows[inside])
    fresh[place, seating.columns[inside]] = False
    fresh[:, search.comes != _UNSEEN] = False
    reached = np.flatnonzero(fresh.any(axis=0))
    search.comes[reached] = frontier[fresh[:, reached].argmax(axis=0)]
    return reached


def _asked_to_move(seating: Seating, search: _Search, reached: Whole) -> Whole:
    """Find mentees not seen before who would have to leave one of these mentors, and note whom."""
    inside = np.isin(seating.columns, reached)
    pairs = zip(seating.rows[inside].tolist(), seating.columns[inside].tolist(), strict=True)
    found = {row: column for row, column in pairs if row not in search.leaves}
    search.leaves.update(found)
    return np.array(sorted(found), dtype=np.int64)


def _moved(seating: Seating, search: _Search, end: int) -> Seating:
    """Let everybody on the chain move, from its end back to the one who waited."""
    pairs = set(zip(seating.rows.tolist(), seating.columns.tolist(), strict=True))
    free = seating.free.copy()
    if free[end] > 0:
        free[end] -= 1
    else:
        spare = np.flatnonzero((seating.columns == end) & _has_several(seating))[0]
        pairs.remove((int(seating.rows[spare]), end))
    column = end
    while column != _START:
        row = int(search.comes[column])
        pairs.add((row, column))
        column = search.leaves[row]
        pairs.discard((row, column))
    rows, columns = np.array(sorted(pairs), dtype=np.int64).T
    return replace(seating, rows=rows, columns=columns, free=free)
