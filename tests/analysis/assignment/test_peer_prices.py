"""Prices prove pairs of peers the best: each pair pays for itself, and all together cost just what is reached."""

from collections.abc import Iterator
from itertools import combinations

import numpy as np
import pytest
from hypothesis import event, given
from hypothesis import strategies as st
from scipy.optimize import LinearConstraint, milp

from mentorgen.analysis.assignment.peer_prices import PeerPrices, peer_prices

Couple = tuple[int, int]
Weights = dict[Couple, int]


@st.composite
def any_weights(draw: st.DrawFn) -> tuple[int, Weights]:
    people = draw(st.integers(0, 9))
    most = draw(st.sampled_from([1, 3, 40, 1 << 115]))
    least = draw(st.sampled_from([1, most]))
    places = [*combinations(range(people), 2)]
    chosen = draw(st.lists(st.sampled_from(places), unique=True)) if places else []
    return people, {place: draw(st.integers(least, least + most)) for place in sorted(chosen)}


def priced(people: int, weights: Weights, each: int = 12) -> PeerPrices:
    ends = np.array([*weights], dtype=np.int64).reshape(-1, 2)
    return peer_prices(people, ends, [*weights.values()], each=each)


def prove(weights: Weights, found: PeerPrices) -> None:
    """Add everything up, as a proof demands."""
    assert all(price >= 0 for price in found.people)
    for one in found.sets:
        assert one.price > 0
        assert len(one.people) % 2 == 1
    for couple, weight in weights.items():
        shared = (one.price for one in found.sets if {*couple} <= {*one.people})
        assert found.people[couple[0]] + found.people[couple[1]] + sum(shared) >= 2 * weight
    sets = sum(one.price * (len(one.people) // 2) for one in found.sets)
    assert sum(found.people) + sets == 2 * sum(weights[couple] for couple in found.pairs)


def all_sets(weights: Weights, free: frozenset[int]) -> Iterator[int]:
    """What every set of pairs weighs."""
    if not free:
        yield 0
        return
    one, rest = min(free), free - {min(free)}
    yield from all_sets(weights, rest)
    for other in rest:
        if (one, other) in weights:
            yield from (weights[one, other] + more for more in all_sets(weights, rest - {other}))


@given(any_weights(), st.sampled_from([1, 2, 12]))
def test_prices_add_up_to_the_heaviest_pairs_that_there_are(
    drawn: tuple[int, Weights], each: int
) -> None:
    people, weights = drawn

    found = priced(people, weights, each)

    prove(weights, found)
    everyone = [one for couple in found.pairs for one in couple]
    assert len(everyone) == len({*everyone})
    best = max(all_sets(weights, frozenset(range(people))))
    assert sum(weights[couple] for couple in found.pairs) == best
    event(f"sets: {len(found.sets)}")


def test_three_who_could_all_meet_need_a_price_as_a_set() -> None:
    found = priced(3, {(0, 1): 10, (0, 2): 10, (1, 2): 10})

    assert [(one.people, one.price) for one in found.sets] == [((0, 1, 2), 20)]
    assert found.people == (0, 0, 0)


def test_sets_lie_within_sets() -> None:
    """Five of whom three are closest: nobody of them can be had without the others."""
    close = dict.fromkeys(combinations(range(3), 2), 30)
    found = priced(5, {**close, **dict.fromkeys(((0, 3), (1, 4), (3, 4)), 20)})

    prove({**close, **dict.fromkeys(((0, 3), (1, 4), (3, 4)), 20)}, found)
    assert [one.people for one in found.sets][:1] == [(0, 1, 2)]


@pytest.mark.parametrize("seed", range(6))
def test_many_peers_weigh_what_integer_programming_finds(seed: int) -> None:
    """A few people in clusters of odd size, so that sets have prices, with some pairs between."""
    random = np.random.default_rng(seed)
    people, weights = 45, {}
    for couple in combinations(range(people), 2):
        near = couple[0] // 5 == couple[1] // 5
        if random.random() < (0.9 if near else 0.06):
            weights[couple] = int(random.integers(50, 99) if near else random.integers(1, 60))

    found = priced(people, weights, each=2)

    prove(weights, found)
    assert found.sets
    limits = np.zeros((people, len(weights)))
    for at, couple in enumerate(weights):
        limits[couple, at] = 1
    solved = milp(
        -np.array([*weights.values()]),
        constraints=LinearConstraint(limits, ub=1),
        integrality=np.ones(len(weights)),
        bounds=(0, 1),
    )
    assert sum(weights[couple] for couple in found.pairs) == round(-solved.fun)


def test_three_hundred_are_priced_with_weights_of_more_than_a_hundred_bits() -> None:
    random = np.random.default_rng(5)
    couples = [couple for couple in combinations(range(300), 2) if random.random() < 0.3]
    drawn = random.integers(0, 90, len(couples)).tolist()
    ties = random.integers(0, 1 << 31, len(couples)).tolist()
    weights = {
        couple: (2 << 100) + (points << 40) + tie
        for couple, points, tie in zip(couples, drawn, ties, strict=True)
    }

    prove(weights, priced(300, weights))
