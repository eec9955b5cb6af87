"""Ways through a network of moves are told only where the numbers that they rest on can be trusted."""

import numpy as np

from mentorgen.analysis.assignment.detours import all_ways, ways_from
from mentorgen.analysis.assignment.moves import Moves
from mentorgen.analysis.assignment.seats import Seats
from mentorgen.analysis.assignment.solver import solve
from mentorgen.analysis.assignment.stages import Stage, stages_of
from mentorgen.model.words import Objective
from tests.analysis.assignment.choices import some_seats

MANY_BANDS = stages_of(Objective.MOST_PEOPLE, bands=tuple(range(3_000, 30_000, 3_000)))


def moves_in(seats: Seats, stages: tuple[Stage, ...]) -> Moves:
    return Moves(seats, solve(seats, stages), len(stages) - 1)


def test_numbers_too_large_for_one_are_not_packed() -> None:
    moves = moves_in(some_seats([[900, 30_000], [20, 32_000]]), MANY_BANDS)

    assert all_ways(moves) is None
    assert ways_from(moves, 0).cost.shape == (3, len(MANY_BANDS) - 1)


def test_a_chain_that_outgrows_its_room_is_noticed() -> None:
    """Each step of the chain drops a pair by a band; with so many steps the sum of a band overflows."""
    size = 400
    points = np.full((size, size), -1)
    points[np.arange(size), np.arange(size)] = 99
    points[np.arange(size - 1), np.arange(1, size)] = 1
    moves = moves_in(some_seats(points.tolist()), stages_of(Objective.MOST_PEOPLE, bands=(40, 60)))

    found = all_ways(moves)
    alone = ways_from(moves, 0).cost
    assert found is None or (found.between(0, np.arange(len(alone))) == alone).all()
    assert alone[size - 1].tolist()[3] == size - 1


def test_ways_between_all_nodes_are_those_from_each_node() -> None:
    """More mentors than are worked on at a time, with three mentees for two places."""
    random = np.random.default_rng(6)
    points = np.where(random.random((210, 140)) < 0.08, random.integers(5, 91, (210, 140)), -1)
    moves = moves_in(some_seats(points.tolist()), stages_of(Objective.MOST_PEOPLE, bands=(40, 60)))

    found = all_ways(moves)

    assert found is not None
    nodes = np.arange(moves.outside + 1)
    for start in (0, 63, 64, 100, 139, 140):
        assert (found.between(start, nodes) == ways_from(moves, start).cost).all()
