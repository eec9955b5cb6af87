"""The points of a round may be worked out part by part, straight from the factors, while it is solved."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from mentorgen.analysis.assignment.growth import Search
from mentorgen.analysis.assignment.solver import solve
from mentorgen.analysis.assignment.stages import stages_of
from mentorgen.analysis.matching.board import board_of, tiles_of
from mentorgen.analysis.matching.rounds import round_of
from mentorgen.model.ids import CohortId
from mentorgen.model.program import Program
from mentorgen.model.words import Objective
from tests.analysis.matching.small_programs import programs
from tests.builders import COHORT, TODAY

STAGES = stages_of(Objective.MOST_PEOPLE, bands=(40, 60))


@given(
    programs(),
    st.builds(slice, st.integers(0, 4), st.none() | st.integers(0, 6), st.integers(1, 3)),
)
def test_some_rows_are_those_of_the_whole(program: Program, rows: slice) -> None:
    board = board_of(round_of(program, CohortId(COHORT), today=TODAY))

    tiles = tiles_of(board.matching, board.mentees, board.mentors)

    assert tiles.shape == board.points.shape
    assert tiles[rows].tolist() == board.points[rows].tolist()


@given(programs(), st.integers(1, 20))
def test_a_round_is_solved_from_its_factors_as_from_its_points(program: Program, tile: int) -> None:
    board = board_of(round_of(program, CohortId(COHORT), today=TODAY))
    tiles = tiles_of(board.matching, board.mentees, board.mentors)

    found = solve(replace(board.seats, points=tiles), STAGES, search=Search(tile=tile))

    ready = solve(board.seats, STAGES)
    assert (found.rows.tolist(), found.columns.tolist()) == (
        ready.rows.tolist(),
        ready.columns.tolist(),
    )
    assert found.mentor_prices.tolist() == ready.mentor_prices.tolist()
