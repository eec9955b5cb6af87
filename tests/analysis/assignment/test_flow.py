"""Flows are cheapest, and prices exist for nothing else."""

import numpy as np
import pytest

from mentorgen.analysis.assignment.flow import Arcs, cheapest_flow, prices, reduced_costs


def whole(*numbers: int) -> "np.ndarray[tuple[int], np.dtype[np.int64]]":
    return np.array(numbers, dtype=np.int64)


DETOUR = Arcs(
    tail=whole(0, 0, 1), head=whole(2, 1, 2), capacity=whole(1, 1, 1), cost=whole(5, 1, 1)
)
"""From 0 to 2: straight for 5, or over 1 for 2."""


def test_the_cheapest_way_is_taken_first() -> None:
    assert cheapest_flow(DETOUR, whole(1, 0, -1)).tolist() == [0, 1, 1]
    assert cheapest_flow(DETOUR, whole(2, 0, -2)).tolist() == [1, 1, 1]


def test_a_supply_that_nothing_can_carry_is_an_error() -> None:
    with pytest.raises(ArithmeticError, match="INFEASIBLE"):
        cheapest_flow(DETOUR, whole(3, 0, -3))


def test_prices_leave_no_arc_that_could_gain() -> None:
    flow = whole(0, 1, 1)

    price = prices(DETOUR, flow, 3)

    reduced = reduced_costs(DETOUR, price)
    assert (reduced[flow < DETOUR.capacity] >= 0).all()
    assert (reduced[flow > 0] <= 0).all()


def test_a_flow_that_is_not_cheapest_has_no_prices() -> None:
    with pytest.raises(ArithmeticError, match="not the cheapest"):
        prices(DETOUR, whole(1, 0, 0), 3)


def test_without_arcs_every_price_is_zero() -> None:
    none = Arcs(whole(), whole(), whole(), whole())

    assert prices(none, whole(), 2).tolist() == [0, 0]
