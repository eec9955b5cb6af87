"""Who sits where after a run, as chains of moves look at it."""

import numpy as np

from mentorgen.analysis.assignment.seats import RULED_OUT, Whole
from mentorgen.analysis.assignment.solution import Solution
from mentorgen.analysis.matching.board import Board
from mentorgen.analysis.matching.chains import Seating


def settled(board: Board, solution: Solution) -> Seating:
    """Show the places that a run gave: locked pairs keep theirs, circles stay open or closed."""
    return Seating(
        possible=board.seats.table > RULED_OUT,
        rows=solution.rows,
        columns=solution.columns,
        free=free_places(board, solution),
    )


def loosened(board: Board, solution: Solution) -> Seating:
    """Show the same places as if locked pairs could move and a circle could have any size."""
    rows, columns = np.array(board.couples(solution), dtype=np.int64).reshape(-1, 2).T
    return Seating(
        possible=board.points > RULED_OUT,
        rows=rows,
        columns=columns,
        free=board.seats.capacity - _loads(board, solution),
    )


def free_places(board: Board, solution: Solution) -> Whole:
    """Count each mentor's places that are left; none in a circle that was not opened."""
    loads = _loads(board, solution)
    least = 0 if board.seats.least is None else board.seats.least
    return np.where((loads == 0) & (least > 1), 0, board.seats.capacity - loads)


def _loads(board: Board, solution: Solution) -> Whole:
    return np.bincount(solution.columns, minlength=len(board.mentors))
