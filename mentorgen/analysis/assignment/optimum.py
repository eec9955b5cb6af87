"""The best choice for all stages together, with prices that prove it and what it is worth."""

from dataclasses import dataclass

import numpy as np

from mentorgen.analysis.assignment.candidates import first_candidates
from mentorgen.analysis.assignment.face import Face, narrowed, network_of, whole_face
from mentorgen.analysis.assignment.growth import Search, Settled, settle, with_ties
from mentorgen.analysis.assignment.limbs import planned
from mentorgen.analysis.assignment.pairs import Pairs, among, no_pairs
from mentorgen.analysis.assignment.potentials import prices
from mentorgen.analysis.assignment.problem import Problem
from mentorgen.analysis.assignment.seats import RULED_OUT, Whole
from mentorgen.analysis.assignment.stages import Count, Stage


@dataclass(frozen=True, slots=True)
class Optimum:
    """Chosen pairs with a column of prices for each stage and for `other` if unique."""

    pairs: Pairs
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
    pairs, columns = no_pairs(), []
    while queue:
        limb = queue.pop(0)
        last = settle(problem, face, limb, search)
        own = limb.digits(last.priced.mentees), limb.digits(last.priced.mentors)
        parts = limb.parts(limb.reach(problem, *own))
        if len(parts) > 1:
            queue[:0] = parts
            continue
        columns.append(_Columns(limb.stages, *own))
        pairs = last.network.face.pairs.only(last.chosen)
        face = _narrowed(problem, last)
    other = _other(problem, face, pairs)
    every = (*stages, Stage(Count.OTHER)) if other else stages
    own = _joined(problem, every, (*columns, other) if other else tuple(columns))
    own = _with_the_shut(problem, every, pairs, own)
    return Optimum(pairs, values(problem, stages, pairs), own[0], own[1], other is not None)


def values(problem: Problem, stages: tuple[Stage, ...], pairs: Pairs) -> tuple[int, ...]:
    """What these pairs reach in each stage."""
    degree = np.bincount(problem.split(pairs.keys)[0], minlength=problem.mentees)
    full = problem.slot_turn < degree[problem.slot_row]
    return tuple(
        int(problem.of_pairs(stage, pairs).sum() + problem.of_slots(stage)[full].sum())
        for stage in stages
    )


def _narrowed(problem: Problem, last: Settled) -> Face:
    return narrowed(last.network, last.chosen, last.priced, last.priced.limb.of_slots(problem))


def _other(problem: Problem, face: Face, pairs: Pairs) -> _Columns | None:
    """Prove that no other choice is as good: with 1 for each pair outside, nothing can be had.

    A change that is as good in all stages would be a cycle that gains, so that no prices exist.
    """
    face = with_ties(problem, face)
    chosen = among(face.pairs.keys, pairs.keys)
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
    problem: Problem, stages: tuple[Stage, ...], chosen: Pairs, own: tuple[Whole, Whole]
) -> tuple[Whole, Whole]:
    """Price mentors without places, as what a first place would bring, and mentees who seek nobody.

    Their prices count nothing in the proof and make sure that no pair of theirs gains.
    """
    mentees, mentors = own[0].copy(), own[1].copy()
    shut = np.flatnonzero(~problem.possible).tolist()
    mentors[shut] = 0
    for start, block in problem.blocks() if shut else ():
        alive = problem.demand[start : start + block.shape[0]] > 0
        for column in shut:
            rows = np.flatnonzero((block[:, column] > RULED_OUT) & alive)
            keys = (rows + start) * problem.mentors + column
            offers = Pairs(keys, block[rows, column]), mentees[rows + start]
            dearest = _dearest(problem, stages, chosen, offers)
            mentors[column] = max(tuple(mentors[column].tolist()), dearest)
    for row in np.flatnonzero(problem.demand < 1).tolist():
        points = problem.seats.points[row : row + 1][0]
        columns = np.flatnonzero(points > RULED_OUT)
        offers = Pairs(row * problem.mentors + columns, points[columns]), mentors[columns]
        mentees[row] = _dearest(problem, stages, chosen, offers)
    return mentees, mentors


def _dearest(
    problem: Problem, stages: tuple[Stage, ...], chosen: Pairs, offers: tuple[Pairs, Whole]
) -> tuple[int, ...]:
    """Find the highest of what pairs add beyond the other person's price; zeros if there is no pair."""
    pairs, prices_ = offers
    found = []
    for at, stage in enumerate(stages):
        if not pairs.size:
            return (0,) * len(stages)
        is_other = stage.count is Count.OTHER
        worth = ~among(pairs.keys, chosen.keys) if is_other else problem.of_pairs(stage, pairs)
        gains = worth - prices_[:, at]
        found.append(int(gains.max()))
        best = gains == found[-1]
        pairs, prices_ = pairs.only(best), prices_[best]
    return tuple(found)
