"""A chain of moves places somebody exactly where more people can be placed at all."""

from dataclasses import replace

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray
from scipy.sparse import csr_array
from scipy.sparse.csgraph import maximum_flow

from mentorgen.analysis.matching.chains import Seating, filled, with_one_more, with_way_to_place


def a_seating(
    possible: list[str], places: list[int], chosen: list[tuple[int, int]] | None = None
) -> Seating:
    """A row of `x` and `.` for each mentee."""
    rows, columns = np.array(chosen or [], dtype=np.int64).reshape(-1, 2).T
    matrix = np.array([[mark == "x" for mark in row] for row in possible], dtype=np.bool_)
    free = np.array(places) - np.bincount(columns, minlength=len(places))
    return Seating(
        possible=matrix.reshape(len(possible), len(places)), rows=rows, columns=columns, free=free
    )


def pairs_of(seating: Seating | None) -> set[tuple[int, int]]:
    assert seating is not None
    return set(zip(seating.rows.tolist(), seating.columns.tolist(), strict=True))


def test_who_can_have_a_free_place_takes_it() -> None:
    after = with_one_more(a_seating(["x"], [2]), np.array([0]))

    assert pairs_of(after) == {(0, 0)}
    assert after is not None
    assert after.free.tolist() == [1]


def test_others_move_along_a_chain_and_keep_a_place() -> None:
    seating = a_seating(["xx.", ".xx", "x.."], [1, 1, 1], [(0, 0), (1, 1)])

    assert pairs_of(with_one_more(seating, np.array([2]))) == {(0, 1), (1, 2), (2, 0)}


def test_a_second_mentor_is_given_up_for_somebody_who_has_none() -> None:
    seating = a_seating(["xx", ".x"], [1, 1], [(0, 0), (0, 1)])

    after = with_one_more(seating, np.array([1]))

    assert pairs_of(after) == {(0, 0), (1, 1)}
    assert after is not None
    assert after.free.tolist() == [0, 0]


def test_nobody_moves_to_a_mentor_whom_they_have() -> None:
    seating = a_seating(["xx", "x.", ".x"], [1, 2], [(0, 0), (0, 1), (2, 1)])

    assert pairs_of(with_one_more(seating, np.array([1]))) == {(0, 1), (1, 0), (2, 1)}


def test_nobody_loses_their_place_for_another() -> None:
    full = a_seating(["x", "x"], [1], [(0, 0)])

    assert with_one_more(full, np.array([1])) is None
    assert with_way_to_place(full).tolist() == [False]
    assert with_way_to_place(a_seating(["x."], [1, 0])).tolist() == [True, False]
    assert with_way_to_place(a_seating(["x."], [1, 1], [(0, 0)])).tolist() == [False, True]
    assert with_way_to_place(a_seating(["xx"], [1, 1], [(0, 0)])).tolist() == [True, True]


@given(
    matrix=st.lists(st.lists(st.booleans(), min_size=4, max_size=4), min_size=1, max_size=7),
    places=st.lists(st.integers(0, 3), min_size=4, max_size=4),
)
def test_chains_place_as_many_people_as_the_largest_flow(
    matrix: list[list[bool]], places: list[int]
) -> None:
    possible = np.array(matrix)
    nobody = np.zeros(0, dtype=np.int64)
    seating = Seating(possible=possible, rows=nobody, columns=nobody, free=np.array(places))
    one = with_one_more(seating, np.arange(len(matrix)))

    after, placed = filled(seating, np.arange(len(matrix)))

    assert (one is None) is (placed == 0)
    assert placed == largest_flow(possible, places) == after.rows.size
    assert possible[after.rows, after.columns].all()
    assert (after.free + np.bincount(after.columns, minlength=4) == places).all()
    assert (after.free >= 0).all()


@given(
    matrix=st.lists(st.lists(st.booleans(), min_size=5, max_size=5), min_size=1, max_size=7),
    places=st.lists(st.integers(0, 2), min_size=5, max_size=5),
    seconds=st.lists(st.tuples(st.integers(0, 6), st.integers(0, 4)), max_size=3, unique=True),
)
def test_one_more_finds_a_place_just_at_mentors_with_a_way_to_one(
    matrix: list[list[bool]], places: list[int], seconds: list[tuple[int, int]]
) -> None:
    """Somebody new who could have one mentor only is placed by a chain just if that mentor has a way."""
    nobody = np.zeros(0, dtype=np.int64)
    empty = Seating(possible=np.array(matrix), rows=nobody, columns=nobody, free=np.array(places))
    seating, _ = filled(empty, np.arange(len(matrix)))
    for row, column in seconds:
        seating = with_second(seating, row, column)

    way = with_way_to_place(seating)

    for column, has_way in enumerate(way.tolist()):
        options = np.arange(way.size) == column
        wider = replace(seating, possible=np.vstack([seating.possible, options]))
        found = with_one_more(wider, np.array([len(matrix)]))
        assert (found is not None) == has_way


def with_second(seating: Seating, row: int, column: int) -> Seating:
    """Give somebody who has a mentor another one, where that can be."""
    pairs = pairs_of(seating)
    has_one = any(one == row for one, _ in pairs)
    if not has_one or (row, column) in pairs or not seating.free[column]:
        return seating
    if not seating.possible[row, column]:
        return seating
    rows, columns = np.array(sorted((*pairs, (row, column))), dtype=np.int64).T
    free = seating.free - (np.arange(seating.free.size) == column)
    return replace(seating, rows=rows, columns=columns, free=free)


def largest_flow(possible: NDArray[np.bool_], places: list[int]) -> int:
    mentees, mentors = possible.shape
    size = mentees + mentors + 2
    network = np.zeros((size, size), dtype=np.int32)
    network[-2, :mentees] = 1
    network[:mentees, mentees:-2] = possible
    network[mentees:-2, -1] = places
    return int(maximum_flow(csr_array(network), size - 2, size - 1).flow_value)
