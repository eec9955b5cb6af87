"""What a run reached, in figures; for organisers only, since private wishes are counted among others."""

from collections import Counter
from collections.abc import Iterator, Sequence

import numpy as np

from mentorgen.analysis.assignment.solution import Solution
from mentorgen.analysis.assignment.solver import solve
from mentorgen.analysis.assignment.stages import Count
from mentorgen.analysis.matching.board import Board, Couple
from mentorgen.analysis.matching.chains import filled
from mentorgen.analysis.matching.parity import parity
from mentorgen.analysis.matching.preferences import blocking_couples, wishes_granted
from mentorgen.analysis.matching.seatings import loosened
from mentorgen.analysis.matching.values import Figures, Match, Suggestion, Waiting

_COUNTED_FIRST = (Count.PEOPLE, Count.WAITED, Count.FURTHER, Count.TOTAL)


def figures(
    board: Board, solution: Solution, suggestions: Sequence[Suggestion], waiting: Sequence[Waiting]
) -> Figures:
    """Count what a run reached, in all forms; people who seek only a further mentor count as well."""
    couples = board.couples(solution)
    matches = [match for one in suggestions for match in one.matches]
    found = frozenset(slug for one in suggestions for slug in (*one.mentees, *one.members))
    seeking = found.union(board.row_of, (one.slug for one in waiting))
    people = (board.matching.candidates[slug].person for slug in sorted(seeking))
    return Figures(
        seeking=len(seeking),
        reachable=len(found) + _more_reachable(board, solution),
        matched=len(found),
        weakest=min((match.fit.points for match in matches), default=None),
        bands=tuple(_bands(board, solution, matches)),
        fairness=_fairness(board, solution),
        blocking=len(blocking_couples(board, solution)),
        wishes=wishes_granted(board.matching, matches),
        load=_load(board, couples),
        kept=len(board.standing.keys() & set(couples)),
        stood=len(board.standing),
        parity=parity(people, found),
    )


def _more_reachable(board: Board, solution: Solution) -> int:
    """Count who could be placed besides if locked pairs could move and circles could have any size."""
    seating = loosened(board, solution)
    _, more = filled(seating, np.flatnonzero(board.seats.demand > 0))
    return more


def _bands(
    board: Board, solution: Solution, matches: Sequence[Match]
) -> Iterator[tuple[int, int, int]]:
    """Count the pairs in each band that the stages name, and in the best one above them."""
    weak = sorted((one.low, one.high) for one in solution.stages if one.count is Count.BAND)
    most = sum(weight for _, weight in board.matching.policy.weights)
    edges = (*weak, (weak[-1][1], most + 1)) if weak else ()
    for low, high in edges:
        yield low, high - 1, sum(low <= match.fit.points < high for match in matches)


def _fairness(board: Board, solution: Solution) -> int:
    """Compare the points with the highest total that as many people could have."""
    stages = tuple(one for one in solution.stages if one.count in _COUNTED_FIRST)
    if not solution.rows.size or Count.BAND not in {one.count for one in solution.stages}:
        return 0
    best = solve(board.seats, stages)
    reached = {one.count: value for one, value in zip(best.stages, best.values, strict=True)}
    total = board.seats.table[solution.rows, solution.columns].sum(dtype=np.int64)
    return reached[Count.TOTAL] - int(total)


def _load(board: Board, couples: Sequence[Couple]) -> tuple[tuple[int, int], ...]:
    """Count mentors by how many mentees they get, those without any too."""
    taken = Counter(column for _, column in couples)
    loads = Counter(taken[column] for column in range(len(board.mentors)))
    return tuple(sorted(loads.items()))
