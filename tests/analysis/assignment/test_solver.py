"""The chosen pairs are the optimum that independent solvers find, whatever the order of people."""

from collections.abc import Sequence
from random import Random

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray
from scipy.optimize import Bounds, LinearConstraint, linear_sum_assignment, milp

from mentorgen.analysis.assignment.solver import Chosen, assign
from mentorgen.analysis.assignment.former import RULED_OUT, Seats
from mentorgen.model.words import Objective


def some_seats(
    points: Sequence[Sequence[int]] | NDArray[np.int64],
    demand: Sequence[int] | None = None,
    capacity: Sequence[int] | NDArray[np.int64] | None = None,
) -> Seats:
    """Seats for as many people as the matrix has rows and columns, one each."""
    matrix = np.array(points, dtype=np.int16)
    rows, columns = matrix.shape
    return Seats(
        points=matrix,
        demand=np.array([1] * rows if demand is None else demand, dtype=np.int64),
        capacity=np.array([1] * columns if capacity is None else capacity, dtype=np.int64),
        mentees=tuple(f"mentee-{row:03}" for row in range(rows)),
        mentors=tuple(f"mentor-{column:03}" for column in range(columns)),
    )


def value_of(table: Seats, chosen: Chosen, objective: Objective) -> tuple[int, ...]:
    """People with a mentor, further mentors and total points, in the objective's order."""
    people = np.unique(chosen.mentees).size
    total = int(table.points[chosen.mentees, chosen.mentors].sum())
    if objective is Objective.BEST_FIT:
        return total, people
    return people, chosen.mentees.size - people, total


def pairs_of(chosen: Chosen) -> list[tuple[int, int]]:
    return list(zip(chosen.mentees.tolist(), chosen.mentors.tolist(), strict=True))


class Oracle:
    """The same stages by integer programming: each solved alone, then held fixed for the next."""

    def __init__(self, table: Seats) -> None:
        self.rows, self.columns = np.nonzero(table.points >= 0)
        self.pairs = self.rows.size
        mentees, mentors = table.points.shape
        size = self.pairs + mentees
        limits = np.zeros((mentees + mentors + mentees, size))
        limits[self.rows, np.arange(self.pairs)] = 1
        limits[mentees + self.columns, np.arange(self.pairs)] = 1
        served = np.arange(mentees)
        limits[mentees + mentors + self.rows, np.arange(self.pairs)] = -1
        limits[mentees + mentors + served, self.pairs + served] = 1
        most = np.concatenate([table.demand, table.capacity, np.zeros(mentees)])
        self.held = [LinearConstraint(limits, ub=most)]
        count = np.concatenate([np.ones(self.pairs), np.zeros(mentees)])
        people = np.concatenate([np.zeros(self.pairs), np.ones(mentees)])
        total = np.concatenate([table.points[self.rows, self.columns], np.zeros(mentees)])
        self.stages = {
            Objective.MOST_PEOPLE: (people, count - people, total),
            Objective.BEST_FIT: (total, people),
        }

    def best(self, objective: Objective) -> tuple[int, ...]:
        found = []
        for worth in self.stages[objective]:
            solved = milp(
                -worth, constraints=self.held, integrality=np.ones(worth.size), bounds=Bounds(0, 1)
            )
            assert solved.success
            found.append(round(-solved.fun))
            self.held.append(LinearConstraint(worth[None, :], lb=found[-1]))
        return tuple(found)


@st.composite
def any_seats(draw: st.DrawFn) -> Seats:
    rows, columns = draw(st.integers(1, 7)), draw(st.integers(1, 6))
    highest = draw(st.sampled_from([0, 2, 5, 100]))
    cell = st.one_of(st.just(RULED_OUT), st.integers(RULED_OUT, highest))
    points = draw(
        st.lists(st.lists(cell, min_size=columns, max_size=columns), min_size=rows, max_size=rows)
    )
    demand = draw(st.lists(st.integers(0, 3), min_size=rows, max_size=rows))
    capacity = draw(st.lists(st.integers(0, 3), min_size=columns, max_size=columns))
    return some_seats(points, demand, capacity)


objectives = st.sampled_from(Objective)
few = st.integers(1, 12)


@given(any_seats(), objectives, few)
def test_no_limit_is_ever_broken(table: Seats, objective: Objective, good_pairs: int) -> None:
    chosen = assign(table, objective=objective, good_pairs=good_pairs)

    rows, columns = table.points.shape
    assert len(set(pairs_of(chosen))) == chosen.mentees.size
    assert (table.points[chosen.mentees, chosen.mentors] >= 0).all()
    assert (np.bincount(chosen.mentees, minlength=rows) <= table.demand).all()
    assert (np.bincount(chosen.mentors, minlength=columns) <= table.capacity).all()


@given(any_seats(), objectives, few)
def test_the_value_is_that_of_integer_programming(
    table: Seats, objective: Objective, good_pairs: int
) -> None:
    chosen = assign(table, objective=objective, good_pairs=good_pairs)

    expected = Oracle(table).best(objective) if (table.points >= 0).any() else None

    assert value_of(table, chosen, objective) == (
        expected or (0, 0, 0)[: 2 if objective is Objective.BEST_FIT else 3]
    )


@given(any_seats(), objectives, few, st.randoms(use_true_random=False))
def test_the_order_of_people_changes_nothing(
    table: Seats, objective: Objective, good_pairs: int, random: Random
) -> None:
    chosen = assign(table, objective=objective)
    rows, columns = (list(range(size)) for size in table.points.shape)
    random.shuffle(rows)
    random.shuffle(columns)
    shuffled = Seats(
        points=table.points[np.ix_(rows, columns)],
        demand=table.demand[rows],
        capacity=table.capacity[columns],
        mentees=tuple(table.mentees[row] for row in rows),
        mentors=tuple(table.mentors[column] for column in columns),
    )

    again = assign(shuffled, objective=objective, good_pairs=good_pairs)

    assert [
        (shuffled.mentees[row], shuffled.mentors[column]) for row, column in pairs_of(again)
    ] == [(table.mentees[row], table.mentors[column]) for row, column in pairs_of(chosen)]


@pytest.mark.parametrize("seed", range(5))
def test_larger_rounds_reach_the_total_of_the_hungarian_method(seed: int) -> None:
    random = np.random.default_rng(seed)
    table = some_seats(random.integers(0, 101, (90, 40)), capacity=random.integers(0, 5, 40))
    places = np.repeat(np.arange(40), table.capacity)

    chosen = assign(table, objective=Objective.MOST_PEOPLE, good_pairs=3)

    rows, columns = linear_sum_assignment(table.points[:, places], maximize=True)
    total = int(table.points[rows, places[columns]].sum())
    assert value_of(table, chosen, Objective.MOST_PEOPLE) == (rows.size, 0, total)


def test_a_first_mentor_for_somebody_comes_before_a_second_for_somebody_else() -> None:
    table = some_seats([[100, 100], [1, RULED_OUT]], demand=[2, 1])

    assert pairs_of(assign(table, objective=Objective.MOST_PEOPLE)) == [(0, 1), (1, 0)]


def test_best_fit_would_rather_leave_somebody_out_than_lose_points() -> None:
    table = some_seats([[100, 10], [80, RULED_OUT]])

    assert pairs_of(assign(table, objective=Objective.BEST_FIT)) == [(0, 0)]
    assert pairs_of(assign(table, objective=Objective.MOST_PEOPLE)) == [(0, 1), (1, 0)]


def test_nobody_is_matched_where_nobody_can_be() -> None:
    assert pairs_of(assign(some_seats([[RULED_OUT]]), objective=Objective.BEST_FIT)) == []
    assert pairs_of(assign(some_seats([[5]], capacity=[0]), objective=Objective.BEST_FIT)) == []
    assert (
        pairs_of(assign(some_seats(np.zeros((3, 0), dtype=np.int64)), objective=Objective.BEST_FIT))
        == []
    )


def test_equals_are_told_apart_by_their_ids_and_not_by_their_place() -> None:
    flat = some_seats(np.full((40, 40), 7))

    chosen = assign(flat, objective=Objective.MOST_PEOPLE)

    assert chosen.mentees.tolist() == list(range(40))
    assert chosen.mentors.tolist() != list(range(40))


def test_a_long_chain_of_changes_is_followed_to_its_end() -> None:
    size = 300
    points = np.full((size, size), RULED_OUT)
    points[np.arange(size), np.arange(size)] = 1
    points[np.arange(size - 1), np.arange(1, size)] = 100
    capacity = [1] * size

    chosen = assign(some_seats(points, capacity=capacity), objective=Objective.MOST_PEOPLE)

    assert chosen.mentors.tolist() == list(range(size))
