"""The chosen pairs are the optimum that an independent count finds, and their prices prove it."""

from dataclasses import replace
from random import Random

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from ortools.graph.python.min_cost_flow import SimpleMinCostFlow
from scipy.optimize import Bounds, LinearConstraint, linear_sum_assignment, milp

from mentorgen.analysis.assignment.growth import Search
from mentorgen.analysis.assignment.seats import RULED_OUT, Seats, Whole
from mentorgen.analysis.assignment.solution import Solution
from mentorgen.analysis.assignment.solver import solve
from mentorgen.analysis.assignment.stages import Count, Stage, stages_of
from mentorgen.model.words import Objective
from tests.analysis.assignment.choices import (
    all_choices,
    any_seats,
    any_stages,
    counts_by_load,
    dual_value,
    some_seats,
    worth_of,
)

any_search = st.builds(
    Search,
    each=st.sampled_from([1, 2, 5]),
    more=st.sampled_from([1, 3, 8]),
    width=st.sampled_from([None, 1, 2, 3, 6]),
    most_cost=st.sampled_from([None, 1, 8, 2**18]),
    prunings=st.integers(0, 2),
    columns=st.sampled_from([1, 5]),
)
COUNTS = (Stage(Count.PEOPLE), Stage(Count.FURTHER), Stage(Count.TOTAL))
ALL = stages_of(Objective.MOST_PEOPLE, bands=(40, 60))


@st.composite
def shuffled_stages(draw: st.DrawFn) -> tuple[Stage, ...]:
    """Stages in odd orders; only that people come before further mentors, and the tie-break last."""
    people = [Stage(Count.PEOPLE), Stage(Count.FURTHER)]
    rest = [Stage(Count.BAND, 0, 2), Stage(Count.BAND, 2, 8), Stage(Count.TOTAL)]
    rest += [Stage(Count.KEPT), Stage(Count.WAITED)]
    order = draw(st.permutations([0, 0, 1, 1, 1, 1, 1]))
    rest = list(draw(st.permutations(rest)))
    found = [people.pop(0) if not one else rest.pop() for one in order]
    return (*found, *([Stage(Count.TIE)] if draw(st.booleans()) else []))


def pairs_of(solution: Solution) -> list[tuple[int, int]]:
    return list(zip(solution.rows.tolist(), solution.columns.tolist(), strict=True))


def moved(seats: Seats, rows: list[int], columns: list[int]) -> Seats:
    """The same people in another order."""
    at_rows, at_columns = np.argsort(rows), np.argsort(columns)
    standing = seats.standing
    return replace(
        seats,
        points=seats.table[np.ix_(rows, columns)],
        mentees=tuple(seats.mentees[row] for row in rows),
        mentors=tuple(seats.mentors[column] for column in columns),
        demand=seats.demand[rows],
        capacity=seats.capacity[columns],
        least=None if seats.least is None else seats.least[columns],
        waited=None if seats.waited is None else seats.waited[rows],
        served=None if seats.served is None else seats.served[rows],
        standing=None
        if standing is None
        else np.stack([at_rows[standing[:, 0]], at_columns[standing[:, 1]]], axis=1),
    )


@given(any_seats(), any_stages | shuffled_stages(), any_search)
def test_the_choice_is_the_best_of_all_and_unique_only_if_it_is(
    seats: Seats, stages: tuple[Stage, ...], search: Search
) -> None:
    solution = solve(seats, stages, search=search)

    worth, ways = counts_by_load(seats, stages)
    assert solution.values[: len(stages)] == worth
    assert solution.unique == (ways == 1)
    assert worth_of(seats, stages, frozenset(pairs_of(solution))) == worth
    assert frozenset(pairs_of(solution)) in set(all_choices(seats))


@given(any_seats(), any_stages | shuffled_stages(), any_search)
def test_the_prices_prove_it_for_every_possible_pair(
    seats: Seats, stages: tuple[Stage, ...], search: Search
) -> None:
    solution = solve(seats, stages, search=search)

    assert dual_value(seats, solution) == solution.values
    assert solution.stages[-1].count is Count.OTHER or not solution.unique


@given(any_seats(), any_stages, any_search, st.randoms(use_true_random=False))
def test_the_order_of_people_changes_nothing(
    seats: Seats, stages: tuple[Stage, ...], search: Search, random: Random
) -> None:
    rows, columns = (list(range(size)) for size in seats.table.shape)
    random.shuffle(rows)
    random.shuffle(columns)

    again = solve(moved(seats, rows, columns), stages, search=search)

    there = [(rows[row], columns[column]) for row, column in pairs_of(again)]
    assert there == pairs_of(solve(seats, stages))


@given(any_seats(), any_stages, st.lists(st.integers(0, 4), min_size=4, max_size=4))
def test_a_circle_has_its_minimum_or_nobody(
    seats: Seats, stages: tuple[Stage, ...], least: list[int]
) -> None:
    seats = replace(seats, least=np.array(least[: seats.capacity.size], dtype=np.int64))

    solution = solve(seats, stages)

    def is_allowed(choice: frozenset[tuple[int, int]]) -> bool:
        loads = [sum(column == at for _, column in choice) for at in range(seats.capacity.size)]
        return all(not load or load >= few for load, few in zip(loads, least, strict=False))

    best = max(worth_of(seats, stages, one) for one in all_choices(seats) if is_allowed(one))
    assert is_allowed(frozenset(pairs_of(solution)))
    assert solution.values[: len(stages)] == best
    assert not any(solution.gap or ())
    assert dual_value(seats, solution) == solution.values


def a_round(seed: int, mentees: int, mentors: int) -> Seats:
    """A round of some size with many ties, a second mentor for some, and some who waited."""
    random = np.random.default_rng(seed)
    points = random.integers(0, 6, (mentees, 3)) @ random.integers(0, 6, (3, mentors))
    points[random.random(points.shape) < 0.4] = RULED_OUT
    base = some_seats(points.tolist())
    return replace(
        base,
        demand=random.choice([0, 1, 1, 1, 2, 3], mentees),
        capacity=random.integers(0, 5, mentors),
        waited=random.choice([0, 0, 0, 1, 3], mentees),
        standing=np.stack([np.arange(5), np.arange(5)], axis=1),
    )


@pytest.mark.parametrize("seed", range(4))
def test_integer_programming_finds_the_same_values(seed: int) -> None:
    seats = a_round(seed, 25, 9)
    stages = tuple(one for one in ALL if one.count is not Count.TIE)

    solution = solve(seats, stages, search=Search(each=2))

    assert solution.values[: len(stages)] == _by_integer_programming(seats, stages)


def _by_integer_programming(seats: Seats, stages: tuple[Stage, ...]) -> tuple[int, ...]:
    """Each stage alone, then held for the next; a variable for each pair and each mentee served."""
    rows, columns = np.nonzero(seats.table > RULED_OUT)
    mentees, mentors = seats.table.shape
    pairs, served = np.arange(rows.size), rows.size + np.arange(mentees)
    limits = np.zeros((2 * mentees + mentors, rows.size + mentees))
    limits[rows, pairs] = limits[mentees + columns, pairs] = 1
    limits[mentees + mentors + rows, pairs] = -1
    limits[mentees + mentors + np.arange(mentees), served] = 1
    most = np.concatenate([seats.demand, seats.capacity, np.zeros(mentees)])
    held, found = [LinearConstraint(limits, ub=most)], []
    for stage in stages:
        worth = np.concatenate(_worth(seats, stage, (rows, columns)))
        solved = milp(
            -worth, constraints=held, integrality=np.ones(worth.size), bounds=Bounds(0, 1)
        )
        found.append(round(-solved.fun))
        held.append(LinearConstraint(worth[None, :], lb=found[-1]))
    return tuple(found)


def _worth(seats: Seats, stage: Stage, at: tuple[Whole, Whole]) -> tuple[Whole, Whole]:
    points = seats.table[at].astype(np.int64)
    standing = {tuple(one) for one in np.asarray(seats.standing).tolist()}
    kept = np.array([one in standing for one in zip(*(part.tolist() for part in at), strict=True)])
    one = np.ones(seats.demand.size, dtype=np.int64)
    return {
        Count.PEOPLE: (0 * points, one),
        Count.WAITED: (0 * points, np.asarray(seats.waited)),
        Count.FURTHER: (0 * points + 1, -one),
        Count.KEPT: (kept.astype(np.int64), 0 * one),
        Count.BAND: (-((points >= stage.low) & (points < stage.high)).astype(np.int64), 0 * one),
        Count.TOTAL: (points, 0 * one),
    }[stage.count]


@pytest.mark.parametrize("seed", range(3))
def test_larger_rounds_reach_the_total_of_the_hungarian_method(seed: int) -> None:
    random = np.random.default_rng(seed)
    seats = replace(
        some_seats(random.integers(0, 101, (90, 40)).tolist()),
        capacity=random.integers(0, 5, 40),
    )
    places = np.repeat(np.arange(40), seats.capacity)

    solution = solve(seats, COUNTS, search=Search(each=3))

    rows, columns = linear_sum_assignment(seats.table[:, places], maximize=True)
    total = int(seats.table[rows, places[columns]].sum())
    assert solution.values[:3] == (rows.size, 0, total)


def test_twenty_orders_of_the_same_people_give_the_same_pairs() -> None:
    seats, random = a_round(7, 60, 25), Random(7)
    expected = pairs_of(solve(seats, ALL))
    for _ in range(20):
        rows, columns = random.sample(range(60), 60), random.sample(range(25), 25)

        again = solve(moved(seats, rows, columns), ALL, search=Search(each=4, more=2))

        assert [(rows[row], columns[column]) for row, column in pairs_of(again)] == expected


def test_a_round_too_large_for_one_block_is_solved_with_the_same_care() -> None:
    seats = a_round(3, 700, 260)

    solution = solve(seats, ALL)

    assert solution.unique
    assert pairs_of(solution) == pairs_of(solve(seats, ALL, search=Search(each=40, width=3)))


def test_flat_points_leave_the_choice_to_the_ids() -> None:
    seats = some_seats(np.full((600, 220), 7).tolist())

    solution = solve(seats, ALL)

    assert solution.values[0] == 220
    assert solution.unique


def test_a_first_mentor_for_somebody_comes_before_a_second_for_somebody_else() -> None:
    table = some_seats([[100, 100], [1, RULED_OUT]], demand=[2, 1])

    assert pairs_of(solve(table, ALL)) == [(0, 1), (1, 0)]


def test_who_waited_goes_first_where_not_all_can() -> None:
    table = replace(some_seats([[90], [10]]), waited=np.array([0, 1]))

    assert pairs_of(solve(table, ALL)) == [(1, 0)]


def test_a_long_chain_of_changes_is_followed_and_its_digits_kept_apart() -> None:
    size = 300
    points = np.full((size, size), RULED_OUT)
    points[np.arange(size), np.arange(size)] = 1
    points[np.arange(size - 1), np.arange(1, size)] = 100

    solution = solve(some_seats(points.tolist()), ALL)

    assert solution.columns.tolist() == list(range(size))


def test_nobody_is_matched_where_nobody_can_be() -> None:
    assert pairs_of(solve(some_seats([[RULED_OUT]]), ALL)) == []
    assert pairs_of(solve(some_seats([[5]], capacity=[0]), ALL)) == []
    assert pairs_of(solve(replace(some_seats([[]]), mentors=()), ALL)) == []


def test_the_first_place_of_a_mentor_without_one_has_a_price() -> None:
    solution = solve(some_seats([[5]], capacity=[0]), (Stage(Count.PEOPLE), Stage(Count.TOTAL)))

    assert solution.mentor_prices[0].tolist()[:2] == [1, 5]


def test_a_circle_closes_where_it_cannot_be_filled_and_the_cap_reports_what_is_open() -> None:
    table = some_seats([[9, 1], [9, 1]], capacity=[1, 2], least=[2, 2])

    assert pairs_of(solve(table, ALL)) == [(0, 1), (1, 1)]
    assert solve(table, ALL).closed.tolist() == [0]

    random = np.random.default_rng(1)
    many = some_seats(random.integers(0, 100, (12, 6)).tolist(), capacity=[4] * 6, least=[3] * 6)
    capped = solve(many, ALL, search=Search(nodes=1))
    proven = solve(many, ALL)
    assert not any(proven.gap or ())
    assert capped.gap is not None
    bound = tuple(a + b for a, b in zip(capped.values, capped.gap, strict=False))
    assert bound >= proven.values[: len(ALL)] >= capped.values[: len(ALL)]


def test_an_order_of_stages_that_no_flow_can_follow_is_refused() -> None:
    table = some_seats([[1]])
    with pytest.raises(ValueError, match="after people"):
        solve(table, (Stage(Count.FURTHER), Stage(Count.PEOPLE)))
    with pytest.raises(ValueError, match="last stage"):
        solve(table, (Stage(Count.TIE), Stage(Count.PEOPLE)))


def test_where_only_the_draw_counts_it_is_drawn_to_the_end() -> None:
    table = some_seats([[1, 2], [3, 4]])

    solution = solve(table, (Stage(Count.TIE),))

    assert (solution.values[0],) == counts_by_load(table, (Stage(Count.TIE),))[0]
    assert dual_value(table, solution) == solution.values


def test_costs_clipped_too_much_lead_astray_and_are_put_right() -> None:
    seats = a_round(1, 6, 4)
    clipped = Search(each=1, more=1, most_cost=1)

    assert pairs_of(solve(seats, ALL, search=clipped)) == pairs_of(solve(seats, ALL))


def test_an_answer_of_the_flow_solver_that_is_not_the_best_is_not_believed(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(SimpleMinCostFlow, "flows", lambda _, arcs: np.zeros(arcs.size))

    with pytest.raises(ArithmeticError, match="not the best"):
        solve(some_seats([[5]]), ALL)


def test_people_in_another_order_need_no_pairs_that_stand() -> None:
    table = some_seats([[1, 9], [9, 1]])
    turned = replace(table, mentees=table.mentees[::-1])

    assert pairs_of(solve(turned, ALL)) == [(1, 0), (0, 1)]


def test_an_equal_that_only_a_minimum_rules_out_is_none() -> None:
    stages = (Stage(Count.PEOPLE), Stage(Count.TOTAL))
    table = some_seats([[1, RULED_OUT], [1, 1], [RULED_OUT, 1]], capacity=[2, 2], least=[1, 2])

    solution = solve(table, stages)

    assert solution.values[:2] == (3, 3)
    assert pairs_of(solution) == [(0, 0), (1, 1), (2, 1)]
    assert solution.unique


def test_a_choice_is_not_called_the_only_one_where_not_every_way_was_gone() -> None:
    table = some_seats([[1, 1, 2], [2, 0, 1]], capacity=[2, 1, 2], least=[2, 2, 1])

    assert not solve(table, COUNTS).unique
    assert not solve(table, COUNTS, search=Search(nodes=1)).unique


@pytest.mark.parametrize("seed", range(8))
def test_few_trials_claim_nothing_that_all_trials_do_not(seed: int) -> None:
    random = np.random.default_rng(seed)
    table = some_seats(
        random.integers(0, 3, (6, 4)).tolist(),
        capacity=[3] * 4,
        least=random.integers(0, 4, 4).tolist(),
    )
    proven = solve(table, COUNTS)

    for nodes in range(1, 9):
        capped = solve(table, COUNTS, search=Search(nodes=nodes))
        assert proven.unique or not capped.unique
        assert any(capped.gap or ()) or capped.values[:3] == proven.values[:3]


def test_a_stage_is_told_by_its_name() -> None:
    assert [stage.name for stage in ALL[3:6]] == ["band 0-40", "band 40-60", "total"]
