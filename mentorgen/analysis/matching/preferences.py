"""What became of people's ranked wishes: which were granted, and who would rather have each other."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from mentorgen.analysis.assignment.seats import RULED_OUT
from mentorgen.analysis.assignment.solution import Solution
from mentorgen.analysis.matching.board import Board, Couple
from mentorgen.analysis.matching.rounds import Round
from mentorgen.analysis.matching.seatings import free_places
from mentorgen.analysis.matching.values import Match
from mentorgen.model.ids import Slug


@dataclass(frozen=True, slots=True)
class _Side:
    """Whom somebody named, best first, whom they got, and whether they have room for more."""

    named: tuple[Slug, ...]
    got: tuple[Slug, ...]
    room: bool

    def would_rather(self, other: Slug) -> bool:
        """Tell whether they would take the other, if need be in the place of one whom they got."""
        if self.room or other not in self.named:
            return self.room
        better = self.named[: self.named.index(other)]
        return any(one not in better for one in self.got)


def wishes_granted(matching: Round, matches: Iterable[Match]) -> tuple[int, ...]:
    """Count the wishes of all sides that came true: first wishes, second wishes and so on."""
    ranks: Counter[int] = Counter()
    for match in matches:
        for one, other in ((match.mentor, match.mentee), (match.mentee, match.mentor)):
            named = matching.candidates[one].named
            if other in named:
                ranks[named.index(other)] += 1
    return tuple(ranks[rank] for rank in range(max(ranks, default=-1) + 1))


def blocking_couples(board: Board, solution: Solution) -> tuple[Couple, ...]:
    """List couples, one of whom named the other, who are not together and would both rather be.

    Only what people said counts: somebody without room would rather have another only where they named
    them before one whom they got; somebody with room would have anybody whom the rules allow.
    """
    couples = set(board.couples(solution))
    mentees, mentors = _mentee_sides(board, solution), _mentor_sides(board, solution)
    return tuple(
        (row, column)
        for row, column in sorted(_named_couples(board) - couples)
        if board.points[row, column] > RULED_OUT
        and mentees[row].would_rather(board.mentors[column].slug)
        and mentors[column].would_rather(board.mentees[row].slug)
    )


def _named_couples(board: Board) -> set[Couple]:
    by_mentees = {
        (row, board.column_of[slug])
        for row, one in enumerate(board.mentees)
        for slug in one.named
        if slug in board.column_of
    }
    by_mentors = {
        (board.row_of[slug], column)
        for column, one in enumerate(board.mentors)
        for slug in one.named
        if slug in board.row_of
    }
    return by_mentees | by_mentors


def _mentee_sides(board: Board, solution: Solution) -> tuple[_Side, ...]:
    taken = np.bincount(solution.rows, minlength=len(board.mentees))
    got: dict[int, list[Slug]] = defaultdict(list)
    for row, column in board.couples(solution):
        got[row].append(board.mentors[column].slug)
    room = (board.seats.demand > taken).tolist()
    return tuple(
        _Side(one.named, tuple(got[row]), room[row]) for row, one in enumerate(board.mentees)
    )


def _mentor_sides(board: Board, solution: Solution) -> tuple[_Side, ...]:
    got: dict[int, list[Slug]] = defaultdict(list)
    for row, column in board.couples(solution):
        got[column].append(board.mentees[row].slug)
    room = (free_places(board, solution) > 0).tolist()
    return tuple(
        _Side(one.named, tuple(got[column]), room[column])
        for column, one in enumerate(board.mentors)
    )
