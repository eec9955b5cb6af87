"""The matches of a round: who is suggested to whom, how well they fit, and who waits."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

import numpy as np
from numpy.typing import NDArray

from mentorgen.analysis.assignment.solver import Chosen, assign
from mentorgen.analysis.assignment.former import RULED_OUT, Seats
from mentorgen.analysis.matching.constraints import allowed
from mentorgen.analysis.matching.criteria import fit
from mentorgen.analysis.matching.fits import Criterion, Fit, Reason
from mentorgen.analysis.matching.rounds import Candidate, Round, round_of
from mentorgen.analysis.matching.scores import block_of, tables_of
from mentorgen.analysis.matching.taking_part import (
    mentees_of,
    mentors_of,
    mentors_sought,
    open_places,
)
from mentorgen.model.ids import CohortId, Slug
from mentorgen.model.policies import MatchingPolicy
from mentorgen.model.program import Program
from mentorgen.model.words import Form

__all__ = [
    "Criterion",
    "Fit",
    "OpenPlaces",
    "Proposal",
    "Reason",
    "RunnerUp",
    "Suggestion",
    "Waiting",
    "fit_of",
    "propose",
]

RUNNERS_UP = 3
"""How many next best mentors a suggestion names."""

_ROWS_AT_ONCE = 512
_OTHER_WAYS = {Form.PEER, Form.FLASH}


@dataclass(frozen=True, slots=True)
class RunnerUp:
    """A next best mentor for a mentee, with the points the two would have."""

    slug: Slug
    points: int


@dataclass(frozen=True, slots=True)
class Suggestion:
    """One suggested pair. Ranks count from 1, best first, among all whom the rules allow; equals share one."""

    mentor: Slug
    mentee: Slug
    fit: Fit
    runners_up_for_mentee: tuple[RunnerUp, ...]
    rank_for_mentee: int
    rank_for_mentor: int


@dataclass(frozen=True, slots=True)
class Waiting:
    """Somebody who seeks a mentor and gets none this time; the text is for organisers."""

    slug: Slug
    text: str


@dataclass(frozen=True, slots=True)
class OpenPlaces:
    """A mentor with places left after the proposal."""

    slug: Slug
    places: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """The set of pairs that is best for a round on a day.

    Suggestions are sorted by mentee and mentor, everything else by slug. `total` sums up the points;
    `note` says in a sentence why there is nothing to suggest.
    """

    cohort: CohortId
    policy: MatchingPolicy
    suggestions: tuple[Suggestion, ...] = ()
    waiting: tuple[Waiting, ...] = ()
    mentors_with_places: tuple[OpenPlaces, ...] = ()
    considered_mentors: int = 0
    considered_mentees: int = 0
    possible_pairs: int = 0
    total: int = 0
    note: str | None = None


@dataclass(frozen=True, slots=True)
class _Board:
    """The people of a round and the points of all their pairs; RULED_OUT where a rule forbids one."""

    matching: Round
    mentees: tuple[Candidate, ...]
    mentors: tuple[Candidate, ...]
    points: NDArray[np.int16]
    places: NDArray[np.int64]


def propose(program: Program, cohort_id: CohortId, *, today: date) -> Proposal:
    """Suggest the best set of pairs of one mentor and one mentee for a round."""
    matching = round_of(program, cohort_id, today=today)
    if set(matching.cohort.forms) <= _OTHER_WAYS:
        note = f"In {matching.cohort.name} people find each other without a mentor being suggested."
        return Proposal(cohort=cohort_id, policy=matching.policy, note=note)
    board = _board_of(matching, mentees_of(matching), mentors_of(matching))
    sought = [mentors_sought(matching, mentee) for mentee in board.mentees]
    seats = Seats(
        points=board.points,
        demand=np.array(sought, dtype=np.int64),
        capacity=board.places,
        mentees=tuple(one.slug for one in board.mentees),
        mentors=tuple(one.slug for one in board.mentors),
    )
    return _proposal(board, assign(seats, objective=matching.policy.objective))


def fit_of(
    program: Program, mentor: Slug, mentee: Slug, cohort_id: CohortId, *, today: date
) -> Fit:
    """Judge any two people as a pair of a round, whether or not they may be matched.

    For many pairs of one cohort make the round once with `round_of` and ask `fit`.
    """
    matching = round_of(program, cohort_id, today=today)
    return fit(matching, matching.candidate(mentor), matching.candidate(mentee))


def _board_of(
    matching: Round, mentees: tuple[Candidate, ...], mentors: tuple[Candidate, ...]
) -> _Board:
    tables = tables_of(matching, mentees, mentors)
    points = np.full((len(mentees), len(mentors)), RULED_OUT, dtype=np.int16)
    for start in range(0, len(mentees), _ROWS_AT_ONCE):
        rows = slice(start, start + _ROWS_AT_ONCE)
        block = block_of(tables, rows)
        points[rows] = np.where(allowed(tables, block, rows), block.points, RULED_OUT)
    places = np.array([open_places(matching, mentor) for mentor in mentors], dtype=np.int64)
    return _Board(matching, mentees, mentors, points, places)


def _proposal(board: _Board, chosen: Chosen) -> Proposal:
    taken = np.bincount(chosen.mentors, minlength=len(board.mentors))
    left = zip(board.mentors, (board.places - taken).tolist(), strict=True)
    return Proposal(
        cohort=board.matching.cohort.id,
        policy=board.matching.policy,
        suggestions=tuple(_suggestions(board, chosen)),
        waiting=tuple(_waiting(board, set(chosen.mentees.tolist()))),
        mentors_with_places=tuple(
            OpenPlaces(mentor.slug, places) for mentor, places in left if places
        ),
        considered_mentors=len(board.mentors),
        considered_mentees=len(board.mentees),
        possible_pairs=int((board.points > RULED_OUT).sum()),
        total=int(board.points[chosen.mentees, chosen.mentors].sum(dtype=np.int64)),
        note=_note(board),
    )


def _note(board: _Board) -> str | None:
    name, cohort = board.matching.cohort.name, board.matching.cohort.id
    where = "who applied to" if board.matching.program.applications[cohort] else "in"
    if not board.mentees:
        return f"Nobody {where} {name} seeks a mentor at the moment."
    if not board.mentors:
        return f"No mentor {where} {name} has a place open at the moment."
    if (board.points == RULED_OUT).all():
        return f"No mentor and mentee of {name} may be matched under the round's rules."
    return None


def _suggestions(board: _Board, chosen: Chosen) -> Iterator[Suggestion]:
    for row, column in zip(chosen.mentees.tolist(), chosen.mentors.tolist(), strict=True):
        mentee, mentor = board.mentees[row], board.mentors[column]
        points = board.points[row, column]
        own = set(chosen.mentors[chosen.mentees == row].tolist())
        yield Suggestion(
            mentor=mentor.slug,
            mentee=mentee.slug,
            fit=fit(board.matching, mentor, mentee),
            runners_up_for_mentee=_runners_up(board, row, own),
            rank_for_mentee=1 + int((board.points[row] > points).sum()),
            rank_for_mentor=1 + int((board.points[:, column] > points).sum()),
        )


def _runners_up(board: _Board, row: int, own: set[int]) -> tuple[RunnerUp, ...]:
    """Find the next best mentors whom the rules allow; equals by slug, as the mentors are sorted."""
    points = board.points[row].astype(np.int32)
    best = np.argsort(-points, kind="stable")[: RUNNERS_UP + len(own)].tolist()
    others = [column for column in best if column not in own and points[column] > RULED_OUT]
    return tuple(
        RunnerUp(board.mentors[column].slug, int(points[column])) for column in others[:RUNNERS_UP]
    )


def _waiting(board: _Board, found: set[int]) -> Iterator[Waiting]:
    for row, mentee in enumerate(board.mentees):
        if row in found or board.matching.mentors_found.get(mentee.slug):
            continue
        possible = int((board.points[row] > RULED_OUT).sum())
        if not board.mentors:
            text = f"No mentor has a place open for {mentee.name} at the moment"
        elif not possible:
            text = f"The round's rules leave no mentor for {mentee.name}"
        else:
            text = f"The mentors whom the rules allow for {mentee.name} have their places filled"
        yield Waiting(mentee.slug, text)
