"""What another choice costs is what the best solution with that choice has less, and no other."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings

from mentorgen.analysis.assignment import losses
from mentorgen.analysis.assignment.losses import Step, losses_of, seat_gains
from mentorgen.analysis.assignment.moves import FAR
from mentorgen.analysis.assignment.seats import RULED_OUT, Seats
from mentorgen.analysis.assignment.solution import Solution
from mentorgen.analysis.assignment.solver import solve
from mentorgen.analysis.assignment.stages import Count, Stage, stages_of
from mentorgen.model.words import Objective
from tests.analysis.assignment.choices import (
    Choice,
    all_choices,
    any_seats,
    any_stages,
    some_seats,
    worth_of,
)

MOST_PEOPLE = stages_of(Objective.MOST_PEOPLE)


def chosen(solution: Solution) -> Choice:
    return frozenset(zip(solution.rows.tolist(), solution.columns.tolist(), strict=True))


def after(solution: Solution, story: tuple[Step, ...]) -> Choice:
    """The choice once everybody in the story has moved."""
    left = {(one.mentee, one.before) for one in story if one.before is not None}
    come = {(one.mentee, one.after) for one in story if one.after is not None}
    assert left <= chosen(solution)
    return frozenset((chosen(solution) - left) | come)


def minus(one: tuple[int, ...], other: tuple[int, ...]) -> tuple[int, ...]:
    """The difference, without the tie-break that stands last."""
    return tuple(a - b for a, b in zip(one, other, strict=True))[:-1]


@given(any_seats(), any_stages)
def test_a_loss_and_its_story_are_those_of_the_best_choice_with_the_pair(
    seats: Seats, stages: tuple[Stage, ...]
) -> None:
    solution = solve(seats, stages)
    found = losses_of(seats, solution)
    choices = {choice: worth_of(seats, stages, choice) for choice in all_choices(seats)}
    best = choices[chosen(solution)]

    for pair in np.ndindex(seats.table.shape):
        having = {choice: worth for choice, worth in choices.items() if pair in choice}
        if not having:
            assert found.of(*pair) is None
            assert found.of_mentor(pair[1])[pair[0], 0] == FAR
            assert found.story(*pair) == ()
            continue
        choice = max(having, key=having.__getitem__)
        assert found.of(*pair) == minus(best, having[choice])
        assert after(solution, found.story(*pair)) == choice


@given(any_seats(), any_stages)
def test_one_more_place_brings_what_the_best_choice_has_more_then(
    seats: Seats, stages: tuple[Stage, ...]
) -> None:
    solution = solve(seats, stages)

    gains = seat_gains(seats, solution)

    best = worth_of(seats, stages, chosen(solution))
    for column in range(len(seats.mentors)):
        capacity = seats.capacity.copy()
        capacity[column] += 1
        larger = replace(seats, capacity=capacity)
        more = max(worth_of(seats, stages, choice) for choice in all_choices(larger))
        assert tuple(gains[column].tolist()) == minus(more, best)


@given(any_seats(), any_stages)
@settings(max_examples=30)
def test_ways_found_one_by_one_cost_what_ways_found_at_once_do(
    seats: Seats, stages: tuple[Stage, ...]
) -> None:
    solution = solve(seats, stages)
    at_once = losses_of(seats, solution)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(losses, "MOST_MENTORS", 0)
        one_by_one = losses_of(seats, solution)
        costs = [one_by_one.of(*pair) for pair in np.ndindex(seats.table.shape)]

    assert costs == [at_once.of(*pair) for pair in np.ndindex(seats.table.shape)]


def test_larger_rounds_lose_what_solving_again_loses() -> None:
    random = np.random.default_rng(7)
    points = np.where(random.random((60, 25)) < 0.5, random.integers(0, 101, (60, 25)), RULED_OUT)
    seats = some_seats(points.tolist(), capacity=random.integers(1, 4, 25).tolist())
    stages = stages_of(Objective.MOST_PEOPLE, bands=(40, 60))
    solution = solve(seats, stages)
    found = losses_of(seats, solution)

    for row, column in np.argwhere(points > RULED_OUT)[::37].tolist():
        demand, capacity = seats.demand.copy(), seats.capacity.copy()
        demand[row] -= 1
        capacity[column] -= 1
        rest = solve(replace(seats, demand=demand, capacity=capacity), stages)
        again = worth_of(seats, stages, chosen(rest) | {(row, column)})
        assert found.of(row, column) == minus(worth_of(seats, stages, chosen(solution)), again)


def test_a_story_goes_from_one_to_the_next() -> None:
    seats = some_seats([[90, 80], [85, 70]])
    solution = solve(seats, MOST_PEOPLE)
    assert chosen(solution) == {(0, 1), (1, 0)}

    found = losses_of(seats, solution)

    assert found.story(0, 0) == (Step(0, 1, 0), Step(1, 0, 1))
    assert found.of(0, 0) == tuple(5 * (stage.count is Count.TOTAL) for stage in MOST_PEOPLE[:-1])
    assert found.story(0, 1) == ()


def test_a_longer_story_is_told_in_order() -> None:
    seats = some_seats([[50, 60, -1], [-1, 50, 60], [-1, -1, 50]], capacity=[1, 1, 1])
    solution = solve(seats, MOST_PEOPLE)
    assert chosen(solution) == {(0, 0), (1, 1), (2, 2)}

    assert losses_of(seats, solution).story(0, 1) == (
        Step(0, 0, 1),
        Step(1, 1, 2),
        Step(2, 2, None),
    )


def test_a_place_with_a_mentor_who_has_none_is_for_whom_it_helps_most() -> None:
    """Row 1 would go there for 90 points and leave a place to row 0, who would find only 20 there.

    Whatever a mentor without places costs, the solution is proven; it need not be a sensible price.
    """
    seats = some_seats([[10, 20], [15, 90]], capacity=[1, 0])
    solution = solve(seats, MOST_PEOPLE)
    assert chosen(solution) == {(1, 0)}
    prices = solution.mentor_prices.copy()
    prices[1] = 0

    gains = seat_gains(seats, replace(solution, mentor_prices=prices))

    more = worth_of(seats, MOST_PEOPLE, frozenset({(0, 0), (1, 1)}))
    assert tuple(gains[1].tolist()) == minus(more, worth_of(seats, MOST_PEOPLE, chosen(solution)))


def test_nobody_leaves_a_circle_that_would_be_too_small_then() -> None:
    seats = some_seats([[50, 60], [50, RULED_OUT]], capacity=[3, 1], least=[2, 0])
    solution = solve(seats, MOST_PEOPLE)
    assert chosen(solution) == {(0, 0), (1, 0)}

    assert losses_of(seats, solution).of(0, 1) is None


def test_a_circle_stays_open_or_closed() -> None:
    seats = some_seats([[50, 60], [50, RULED_OUT], [50, RULED_OUT]], capacity=[3, 1], least=[2, 2])
    solution = solve(seats, MOST_PEOPLE)
    assert chosen(solution) == {(0, 0), (1, 0), (2, 0)}

    found = losses_of(seats, solution)

    assert found.of(0, 1) is None
    assert not seat_gains(seats, solution).any()
