"""Where not all mentors can have their fewest mentees, prices bound every choice below all that there are."""

from dataclasses import replace

import numpy as np
from hypothesis import assume, event, given
from hypothesis import strategies as st

from mentorgen.analysis.assignment.growth import Search, Unfillable
from mentorgen.analysis.assignment.optimum import optimum
from mentorgen.analysis.assignment.problem import Problem
from mentorgen.analysis.assignment.seats import Seats
from mentorgen.analysis.assignment.solution import PriceTable, Solution
from mentorgen.analysis.assignment.stages import Stage, stages_of
from mentorgen.analysis.assignment.unfillable import prices_of_unfillable
from mentorgen.model.words import Objective
from tests.analysis.assignment.choices import (
    all_choices,
    any_seats,
    any_stages,
    dual_value,
    some_seats,
    worth_of,
)


def problem_of(seats: Seats) -> Problem:
    """Every mentor has to have the fewest mentees."""
    assert seats.least is not None
    return Problem(seats, seats.least, np.maximum(seats.capacity, seats.least), Search().tile)


def bound_of(seats: Seats, stages: tuple[Stage, ...], prices: PriceTable) -> tuple[int, ...]:
    nobody = np.zeros(0, dtype=np.int64)
    everybody = np.arange(len(seats.mentors))
    solution = Solution(
        rows=nobody,
        columns=nobody,
        stages=stages,
        values=(),
        mentee_prices=prices.mentees,
        mentor_prices=prices.mentors,
        unique=False,
        opened=everybody,
    )
    return dual_value(seats, solution)


@given(any_seats(), any_stages, st.lists(st.integers(0, 3), min_size=4, max_size=4))
def test_who_cannot_all_be_filled_is_bounded_below_everything(
    seats: Seats, stages: tuple[Stage, ...], least: list[int]
) -> None:
    seats = replace(seats, least=np.array(least[: seats.capacity.size], dtype=np.int64))
    problem = problem_of(seats)
    try:
        optimum(problem, stages, Search())
        assume(False)  # noqa: FBT003
    except Unfillable:
        pass

    prices = prices_of_unfillable(problem, stages)

    event(f"mentees asked: {bool(prices.mentees.any())}")
    bound = bound_of(seats, stages, prices)
    assert all(bound < worth_of(seats, stages, choice) for choice in all_choices(seats))


def test_mentees_whom_two_need_are_asked_once() -> None:
    """Two who could both join two circles of two: four places and two people."""
    seats = some_seats([[5, 5], [5, 5]], capacity=[2, 2], least=[2, 2])
    stages = stages_of(Objective.MOST_PEOPLE)

    prices = prices_of_unfillable(problem_of(seats), stages)

    assert (prices.mentees[:, 0] > 0).all()
    assert bound_of(seats, stages, prices) < (0,)
