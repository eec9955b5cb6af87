"""The best choice for all stages together, with prices that prove it and what it is worth."""

from dataclasses import dataclass

import numpy as np

from mentorgen.analysis.assignment.candidates import first_candidates
from mentorgen.analysis.assignment.face import Face, narrowed, network_of, whole_face
from mentorgen.analysis.assignment.growth import Search, Settled, settle, with_ties
from mentorgen.analysis.assignment.limbs import planned
from mentorgen.analysis.assignment.potentials import prices
from mentorgen.analysis.assignment.problem import Problem
from mentorgen.analysis.assignment.seats import RULED_OUT, Whole
from mentorgen.analysis.assignment.stages import Count, Stage


@dataclass(frozen=True, slots=True)
class Optimum:
    """Chosen pairs by key, sorted, with a column of prices for each stage and for `other` if unique."""

    keys: Whole
    values: tuple[int, ...]
    mentees: Whole
    mentors: Whole
    unique: bool


@dataclass(frozen=True, slots=True)
class _Columns:
    """Prices of mentees and of mentors in some stages."""

    stages: tuple[Stage, ...]
    mentees: Whole
    mentors: Whole


def optimum(problem: Problem, stages: tuple[Stage, ...], search: Search) -> Optimum:
    """Settle limb after limb, and take a limb apart where its stages got mixed up.

    Raises:
        Unfillable: if no choice gives every mentor as many as must be.
    """
    active = tuple(stage for stage in stages if not problem.is_idle(stage))
    queue = planned(problem, active, search.width)
    face = whole_face(problem, first_candidates(problem, search.each))
    keys, columns = face.keys[:0], []
    while queue:
        limb = queue.pop(0)
        last = settle(problem, face, limb, search)
        own = limb.digits(last.priced.mentees), limb.digits(last.priced.mentors)
        parts = limb.parts(limb.reach(problem, *own))
        if len(parts) > 1:
            queue[:0] = parts
            continue
        columns.append(_Columns(limb.stages, *own))
        keys = last.network.keys[last.chosen]
        face = _narrowed(problem, last)
    other = _other(problem, face, keys)
    every = (*stages, Stage(Count.OTHER)) if other else stages
    own = _joined(problem, every, (*columns, other) if other else tuple(columns))
    own = _with_the_shut(problem, every, keys, own)
    return Optimum(keys, values(problem, stages, keys), own[0], own[1], other is not None)


def values(problem: Problem, stages: tuple[Stage, ...], keys: Whole) -> tuple[int, ...]:
    """What these pairs reach in each stage."""
    degree = np.bincount(problem.split(keys)[0], minlength=problem.mentees)
    full = problem.slot_turn < degree[problem.slot_row]
    return tuple(
        int(problem.of_pairs(stage, keys).sum() + problem.of_slots(stage)[full].sum())
        for stage in stages
    )


def _narrowed(problem: Problem, last: Settled) -> Face:
    return narrowed(last.network, last.chosen, last.priced, last.priced.limb.of_slots(problem))


def _other(problem: Problem, face: Face, keys: Whole) -> _Columns | None:
    """Prove that no other choice is as good: with 1 for each pair outside, nothing can be had.

    A change that is as good in all stages would be a cycle that gains, so that no prices exist.
    """
    face = with_ties(problem, face)
    chosen = np.isin(face.keys, keys)
    slots = np.zeros(problem.slot_row.size, dtype=np.int64)
    network = network_of(problem, face, (~chosen).astype(np.int64), slots)
    start = np.zeros(problem.mentors, dtype=np.int64)
    rounds = problem.mentees + problem.mentors + 5
    own = prices(network, chosen, start, rounds=rounds)
    if own is None:
        return None
    return _Columns((Stage(Count.OTHER),), own[0][:, None], own[1][:, None])


def _joined(
    problem: Problem, stages: tuple[Stage, ...], columns: tuple[_Columns, ...]
) -> tuple[Whole, Whole]:
    """Put the columns side by side, one a stage; zeros where a stage counts nothing."""
    mentees = np.zeros((problem.mentees, len(stages)), dtype=np.int64)
    mentors = np.zeros((problem.mentors, len(stages)), dtype=np.int64)
    for part in columns:
        at = [stages.index(stage) for stage in part.stages]
        mentees[:, at], mentors[:, at] = part.mentees, part.mentors
    return mentees, mentors


def _with_the_shut(
    problem: Problem, stages: tuple[Stage, ...], keys: Whole, own: tuple[Whole, Whole]
) -> tuple[Whole, Whole]:
    """Price mentors without places, as what a first place would bring, and mentees who seek nobody.

    Their prices count nothing in the proof and make sure that no pair of theirs gains.
    """
    mentees, mentors = own[0].copy(), own[1].copy()
    alive, zero = problem.demand > 0, (0,) * len(stages)
    for column in np.flatnonzero(~problem.possible):
        rows = np.flatnonzero((problem.seats.points[:, column] > RULED_OUT) & alive)
        pairs = rows * problem.mentors + column
        mentors[column] = max(zero, _dearest(problem, stages, keys, (pairs, mentees[rows])))
    for row in np.flatnonzero(~alive):
        columns = np.flatnonzero(problem.seats.points[row] > RULED_OUT)
        pairs = row * problem.mentors + columns
        mentees[row] = _dearest(problem, stages, keys, (pairs, mentors[columns]))
    return mentees, mentors


def _dearest(
    problem: Problem, stages: tuple[Stage, ...], chosen: Whole, offers: tuple[Whole, Whole]
) -> tuple[int, ...]:
    """Find the highest of what pairs add beyond the other person's price; zeros if there is no pair."""
    keys, prices_ = offers
    found = []
    for at, stage in enumerate(stages):
        if not keys.size:
            return (0,) * len(stages)
        is_other = stage.count is Count.OTHER
        worth = ~np.isin(keys, chosen) if is_other else problem.of_pairs(stage, keys)
        gains = worth - prices_[:, at]
        found.append(int(gains.max()))
        keys, prices_ = keys[gains == found[-1]], prices_[gains == found[-1]]
    return tuple(found)
