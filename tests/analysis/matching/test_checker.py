"""Only the best pairs pass the check, whoever found them and whatever prices prove it."""

from dataclasses import replace
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import event, given
from hypothesis import strategies as st

from mentorgen.analysis.assignment.growth import Search
from mentorgen.analysis.assignment.seats import Seats
from mentorgen.analysis.assignment.solution import PriceTable, Solution
from mentorgen.analysis.assignment.solver import solve
from mentorgen.analysis.assignment.stages import stages_of
from mentorgen.analysis.assignment.tie_break import digests, ties
from mentorgen.analysis.matching.checker import (
    Claim,
    Prices,
    above,
    bound_of_ways,
    is_proven,
    required_stages,
    tie,
)
from mentorgen.model.policies import MatchingPolicy
from mentorgen.model.words import Changes, Objective
from tests.analysis.assignment.choices import all_choices, any_seats, some_seats, worth_of

policies = st.builds(
    MatchingPolicy,
    objective=st.sampled_from(Objective),
    bands=st.sampled_from([(), (3, 6), (40, 60)]),
    changes=st.sampled_from(Changes),
)


def solved(seats: Seats, policy: MatchingPolicy) -> Solution:
    kept_first = policy.changes is Changes.FIRST
    return solve(seats, stages_of(policy.objective, bands=policy.bands, kept_first=kept_first))


def claimed(seats: Seats, policy: MatchingPolicy, solution: Solution) -> Claim:
    couples = zip(solution.rows.tolist(), solution.columns.tolist(), strict=True)
    return Claim(seats, required_stages(policy), tuple(couples))


def prices_of(solution: Solution) -> Prices:
    mentees, mentors = solution.mentee_prices.tolist(), solution.mentor_prices.tolist()
    return Prices(tuple(map(tuple, mentees)), tuple(map(tuple, mentors)))


@given(any_seats(), policies)
def test_the_solver_s_pairs_pass_and_reach_what_it_says(
    seats: Seats, policy: MatchingPolicy
) -> None:
    solution = solved(seats, policy)
    claim = claimed(seats, policy, solution)

    assert [stage.name for stage in claim.stages] == [stage.name for stage in solution.stages]
    assert claim.values == solution.values
    assert is_proven(claim, prices_of(solution))


@given(any_seats(most=3), policies)
def test_no_other_pairs_pass_with_the_same_prices(seats: Seats, policy: MatchingPolicy) -> None:
    solution = solved(seats, policy)
    best = claimed(seats, policy, solution)

    for choice in all_choices(seats):
        claim = Claim(seats, best.stages, tuple(sorted(choice)))
        assert is_proven(claim, prices_of(solution)) == (choice == frozenset(best.couples))
        assert claim.values[:-1] == worth_of(seats, solution.stages[:-1], choice)


@given(any_seats(most=3), policies, st.data())
def test_whatever_prices_pass_only_with_the_best_pairs(
    seats: Seats, policy: MatchingPolicy, data: st.DataObject
) -> None:
    """Changed prices may still be a proof, but never of pairs that are not the best."""
    solution = solved(seats, policy)
    best = claimed(seats, policy, solution)
    mentees, mentors = solution.mentee_prices.copy(), solution.mentor_prices.copy()
    prices = data.draw(st.sampled_from([mentees, mentors]))
    place = tuple(data.draw(st.integers(0, size - 1)) for size in prices.shape)
    prices[place] += data.draw(st.integers(-3, 3))
    changed = Prices(tuple(map(tuple, mentees.tolist())), tuple(map(tuple, mentors.tolist())))

    for choice in all_choices(seats):
        if choice != frozenset(best.couples):
            assert not is_proven(Claim(seats, best.stages, tuple(sorted(choice))), changed)


def test_a_price_below_nothing_makes_no_room() -> None:
    seats = some_seats([[50, -1]])
    stages = required_stages(MatchingPolicy(bands=()))
    nothing = (0,) * len(stages)
    below = (-2, *nothing[1:])

    assert not is_proven(Claim(seats, stages, ()), Prices((nothing,), (nothing, below)))


def test_a_circle_is_proven_best_among_choices_with_the_same_circles() -> None:
    seats = some_seats([[50], [50], [50]], capacity=[3], least=[2])
    policy = MatchingPolicy(bands=())
    stages = required_stages(policy)[:-1]
    opened = Claim(seats, stages, ((0, 0), (1, 0), (2, 0)))
    shut = Claim(seats, stages, ())
    nothing = (0,) * len(stages)
    high = tuple(5 * (stage.name == "people") for stage in stages)
    free = Prices((nothing,) * 3, (high,))

    assert not is_proven(shut, free)
    assert is_proven(shut, Prices(((-1, *nothing[1:]),) * 3, (high,)), circles_stay=True)
    asked = Prices(
        tuple(tuple(-one for one in _value(seats, stages, row)) for row in range(3)), (nothing,)
    )
    assert not is_proven(shut, asked)
    assert is_proven(opened, asked)
    assert is_proven(opened, asked, circles_stay=True)


def _value(seats: Seats, stages: object, row: int) -> tuple[int, ...]:
    claim = Claim(seats, stages, ((row, 0),))  # type: ignore[arg-type]
    return tuple(-one for one in claim.pair(row, 0))


def steps_of(solution: Solution) -> list[int | Prices]:
    return [
        Prices(*(tuple(map(tuple, side.tolist())) for side in (step.mentees, step.mentors)))
        if isinstance(step, PriceTable)
        else step
        for step in solution.ways
    ]


@given(any_seats(), policies, st.lists(st.integers(0, 4), min_size=4, max_size=4))
def test_circles_are_proven_best_over_all_ways_to_open_them(
    seats: Seats, policy: MatchingPolicy, least: list[int]
) -> None:
    seats = replace(seats, least=np.array(least[: seats.capacity.size], dtype=np.int64))
    solution = solved(seats, policy)
    steps = steps_of(solution) or [prices_of(solution)]
    event(f"ways: {len(steps)}")
    best = claimed(seats, policy, solution)
    best = replace(best, stages=best.stages[: len(solution.stages)])

    assert bound_of_ways(best, steps) == best.values
    for choice in all_choices(seats):
        loads = [sum(column == at for _, column in choice) for at in range(seats.capacity.size)]
        if all(not load or load >= few for load, few in zip(loads, least, strict=False)):
            claim = replace(best, couples=tuple(sorted(choice)))
            bound = bound_of_ways(claim, steps)
            assert bound is not None
            assert bound >= claim.values
            assert (bound > claim.values) == (claim.values < best.values or not same(claim, best))


def same(one: Claim, other: Claim) -> bool:
    """Tell whether two claims cannot be told apart: the same pairs, or equals where the best ones have some."""
    return {*one.couples} == {*other.couples} or not other.is_the_only


@given(any_seats(), st.lists(st.integers(2, 4), min_size=4, max_size=4), st.integers(1, 4))
def test_a_search_that_stops_early_leaves_a_gap_and_never_a_bound_too_low(
    seats: Seats, least: list[int], trials: int
) -> None:
    seats = replace(seats, least=np.array(least[: seats.capacity.size], dtype=np.int64))
    stages = stages_of(Objective.MOST_PEOPLE, bands=(3, 6))
    best = solve(seats, stages)
    hasty = solve(seats, stages, search=Search(nodes=trials))
    couples = tuple(zip(hasty.rows.tolist(), hasty.columns.tolist(), strict=True))
    required = required_stages(MatchingPolicy(bands=(3, 6)))[: len(hasty.stages)]

    bound = bound_of_ways(Claim(seats, required, couples), steps_of(hasty))

    assert bound is not None
    gap = above(bound, hasty.values)
    assert gap <= (hasty.gap or ()) + (0,)
    assert bound[: len(stages)] >= best.values[: len(stages)] >= hasty.values[: len(stages)]
    event(f"gap: {any(gap)}")


def test_steps_that_do_not_lead_through_all_ways_prove_nothing() -> None:
    seats = some_seats([[50], [50], [50]], capacity=[3], least=[2])
    claim = Claim(seats, required_stages(MatchingPolicy()), ())
    nothing = (0,) * len(claim.stages)
    free = Prices((nothing,) * 3, (nothing,))

    short: list[list[int | Prices]] = [[], [0], [0, free]]
    long: list[list[int | Prices]] = [[free, free], [0, free, free, free], [free, 0]]
    for steps in (*short, *long):
        assert bound_of_ways(claim, steps) is None
    assert bound_of_ways(claim, [free]) is not None
    assert bound_of_ways(claim, [0, free, 0, free, free]) is not None


def test_the_draw_between_equals_is_the_solver_s() -> None:
    names = ("ana", "Ben", "élodie", "2026-spring/ana-ben-2", "")

    drawn = ties(digests(names)[:, None], digests(names)[None, :], 31)

    assert [[tie(one, other) for other in names] for one in names] == drawn.tolist()


@pytest.mark.parametrize("objective", Objective)
@pytest.mark.parametrize("changes", Changes)
def test_a_policy_s_stages_are_those_that_the_solver_counts(
    objective: Objective, changes: Changes
) -> None:
    policy = MatchingPolicy(objective=objective, changes=changes, bands=(20, 50, 70))

    names = [stage.name for stage in required_stages(policy)]

    kept_first = changes is Changes.FIRST
    stages = stages_of(objective, bands=(20, 50, 70), kept_first=kept_first)
    assert names == [*(stage.name for stage in stages), "other"]


def test_large_rounds_are_checked_in_no_time() -> None:
    random = np.random.default_rng(3)
    points = np.where(random.random((300, 90)) < 0.5, random.integers(20, 95, (300, 90)), -1)
    seats = some_seats(points.tolist(), capacity=random.integers(1, 5, 90).tolist())
    solution = solved(seats, MatchingPolicy())
    claim = claimed(seats, MatchingPolicy(), solution)

    assert is_proven(claim, prices_of(solution))
    for one, other in pairwise(range(0, 60, 10)):
        fewer = claim.couples[:one] + claim.couples[other:]
        assert not is_proven(Claim(seats, claim.stages, fewer), prices_of(solution))
