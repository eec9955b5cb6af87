"""Points that are worked out tile by tile give the same solution, to the byte, as those of one array."""

from dataclasses import fields, replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from mentorgen.analysis.assignment.growth import Search
from mentorgen.analysis.assignment.seats import RULED_OUT, Seats, Tiles
from mentorgen.analysis.assignment.solution import Solution
from mentorgen.analysis.assignment.solver import solve
from mentorgen.analysis.assignment.stages import Stage, stages_of
from mentorgen.model.words import Objective
from tests.analysis.assignment.choices import any_seats, any_stages, dual_value, some_seats

ALL = stages_of(Objective.MOST_PEOPLE, bands=(40, 60))
MENTEES, MENTORS = 260, 110


def in_tiles(seats: Seats, asked: list[int]) -> Seats:
    """The same seats without an array to look at; notes how many rows are asked for at once."""
    table = seats.table

    def work_out(rows: slice) -> NDArray[np.int16]:
        asked.append(table[rows].shape[0])
        return table[rows].copy()

    return replace(seats, points=Tiles((table.shape[0], table.shape[1]), work_out))


def as_bytes(solution: Solution) -> dict[str, object]:
    """All that a solution says, arrays as their bytes."""
    found = {field.name: getattr(solution, field.name) for field in fields(solution)}
    return {
        name: (value.shape, value.tobytes()) if isinstance(value, np.ndarray) else value
        for name, value in found.items()
    }


def a_large_round(spread: int) -> Seats:
    """Some hundred people with points from a range, a third of the pairs ruled out, some that stand."""
    random = np.random.default_rng(spread)
    points = random.integers(40, 40 + spread, (MENTEES, MENTORS), dtype=np.int16)
    points[random.random(points.shape) < 1 / 3] = RULED_OUT
    standing = {(int(row), int(row) % MENTORS) for row in random.integers(0, MENTEES, 40)}
    return replace(
        some_seats(points.tolist(), capacity=random.integers(0, 4, MENTORS).tolist()),
        demand=random.integers(0, 3, MENTEES),
        standing=np.array(sorted(standing), dtype=np.int64),
    )


@given(any_seats(), any_stages, st.integers(1, 20))
def test_tiles_of_any_size_give_the_same_bytes(
    seats: Seats, stages: tuple[Stage, ...], tile: int
) -> None:
    ready = solve(seats, stages)

    tiled = solve(in_tiles(seats, []), stages, search=Search(tile=tile))

    assert as_bytes(tiled) == as_bytes(ready)
    assert dual_value(seats, tiled) == tiled.values


@pytest.mark.parametrize("spread", [1, 3, 50])
@pytest.mark.parametrize("tile", [1, 7 * MENTORS, 2**21])
def test_a_large_round_with_few_candidates_does_not_depend_on_tiles(spread: int, tile: int) -> None:
    seats, search = a_large_round(spread), Search(each=2, more=1)
    asked: list[int] = []

    tiled = solve(in_tiles(seats, asked), ALL, search=replace(search, tile=tile))

    assert as_bytes(tiled) == as_bytes(solve(seats, ALL, search=search))
    assert max(asked) <= max(tile // MENTORS, 1)
    assert tiled.values == solve(seats, ALL).values


def test_people_in_tiles_have_to_come_in_the_order_of_their_ids() -> None:
    seats = some_seats([[1, 2], [2, 1]])
    turned = replace(in_tiles(seats, []), mentees=seats.mentees[::-1])

    with pytest.raises(TypeError, match="order of their ids"):
        solve(turned, ALL)
