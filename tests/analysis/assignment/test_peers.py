"""Peers are matched as no other set of pairs could, whatever the order of people."""

from collections.abc import Iterator
from itertools import combinations
from random import Random

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray
from scipy.optimize import LinearConstraint, milp

from mentorgen.analysis.assignment.peers import PeerPairs, Peers, best_peers, proof_of
from mentorgen.analysis.assignment.seats import RULED_OUT
from mentorgen.analysis.assignment.stages import Count, Stage, stages_of
from mentorgen.errors import MentorgenError
from mentorgen.model.words import Objective

PLAIN = stages_of(Objective.MOST_PEOPLE)
BANDS = (3, 6)
orders = st.sampled_from(
    [
        stages_of(objective, bands=bands, kept_first=kept_first)
        for objective in Objective
        for bands in ((), BANDS)
        for kept_first in (False, True)
    ]
)


def some_peers(points: NDArray[np.int16], **more: NDArray[np.int64]) -> Peers:
    ids = tuple(f"person-{at:03}" for at in range(len(points)))
    return Peers(points=points, ids=ids, **more)


def symmetric(size: int, entries: dict[tuple[int, int], int]) -> NDArray[np.int16]:
    points = np.full((size, size), RULED_OUT, dtype=np.int16)
    for (one, other), worth in entries.items():
        points[one, other] = points[other, one] = worth
    return points


@st.composite
def any_peers(draw: st.DrawFn) -> Peers:
    size = draw(st.integers(0, 7))
    places = [(one, other) for one in range(size) for other in range(one + 1, size)]
    worth = st.integers(RULED_OUT, draw(st.sampled_from([0, 3, 9, 100])))
    points = symmetric(size, {place: draw(worth) for place in places})
    waited = np.array(draw(st.lists(st.integers(0, 3), min_size=size, max_size=size)), np.int64)
    stood = draw(st.lists(st.sampled_from(places), max_size=3)) if places else []
    standing = np.array([draw(st.permutations(pair)) for pair in stood], dtype=np.int64)
    ids = draw(st.permutations([f"person-{at}" for at in range(size)]))
    return Peers(points=points, ids=tuple(ids), waited=waited, standing=standing.reshape(-1, 2))


def all_sets(peers: Peers, start: int = 0, taken: int = 0) -> Iterator[tuple[tuple[int, int], ...]]:
    """Every set of pairs that could be: the first person alone, or with each who is free."""
    size = len(peers.ids)
    free = [at for at in range(start, size) if not taken >> at & 1]
    if not free:
        yield ()
        return
    one = free[0]
    yield from all_sets(peers, one + 1, taken)
    for other in free[1:]:
        if peers.points[one, other] > RULED_OUT:
            rest = all_sets(peers, one + 1, taken | 1 << other)
            yield from (((one, other), *more) for more in rest)


def worth_of(peers: Peers, stage: Stage, pairs: tuple[tuple[int, int], ...]) -> int:
    """What a set of pairs reaches in a stage, counted one by one."""
    waited = [0] * len(peers.ids) if peers.waited is None else peers.waited.tolist()
    standing = [] if peers.standing is None else [set(pair) for pair in peers.standing.tolist()]
    points = [int(peers.points[pair]) for pair in pairs]
    counted = {
        Count.PEOPLE: 2 * len(pairs),
        Count.WAITED: sum(waited[one] for pair in pairs for one in pair),
        Count.KEPT: sum(set(pair) in standing for pair in pairs),
        Count.BAND: -sum(stage.low <= worth < stage.high for worth in points),
        Count.TOTAL: sum(points),
    }
    return counted.get(stage.count, 0)


def values_of(peers: Peers, found: PeerPairs) -> tuple[int, ...]:
    place = {one: at for at, one in enumerate(peers.ids)}
    pairs = tuple((place[one], place[other]) for one, other in found.pairs)
    return tuple(worth_of(peers, stage, pairs) for stage in found.stages[:-1])


@given(any_peers(), orders)
def test_no_other_set_of_pairs_is_better(peers: Peers, stages: tuple[Stage, ...]) -> None:
    found = best_peers(peers, stages)

    best = max(
        tuple(worth_of(peers, stage, pairs) for stage in stages[:-1]) for pairs in all_sets(peers)
    )
    assert found.values[:-1] == values_of(peers, found) == best


@given(any_peers())
def test_nobody_is_in_two_pairs_and_no_rule_is_broken(peers: Peers) -> None:
    found = best_peers(peers, PLAIN)

    everyone = [one for pair in found.pairs for one in pair]
    place = {one: at for at, one in enumerate(peers.ids)}
    assert len(everyone) == len(set(everyone))
    assert all(peers.points[place[one], place[other]] >= 0 for one, other in found.pairs)
    assert list(found.pairs) == sorted(tuple(sorted(pair)) for pair in found.pairs)


@given(any_peers(), st.randoms(use_true_random=False))
def test_the_order_of_people_changes_nothing(peers: Peers, random: Random) -> None:
    order = list(range(len(peers.ids)))
    random.shuffle(order)
    assert peers.waited is not None
    shuffled = Peers(
        points=peers.points[np.ix_(order, order)],
        ids=tuple(peers.ids[at] for at in order),
        waited=peers.waited[order],
    )
    in_order = Peers(points=peers.points, ids=peers.ids, waited=peers.waited)

    assert best_peers(shuffled, PLAIN) == best_peers(in_order, PLAIN)


def test_equals_are_told_apart_by_their_ids() -> None:
    flat = some_peers(np.full((40, 40), 7, dtype=np.int16))

    pairs = best_peers(flat, PLAIN).pairs

    assert len(pairs) == 20
    assert pairs != tuple((flat.ids[at], flat.ids[at + 1]) for at in range(0, 40, 2))


@pytest.mark.parametrize("seed", range(3))
def test_odd_rings_are_matched_as_by_integer_programming(seed: int) -> None:
    random = np.random.default_rng(seed)
    size = 33
    above = np.triu(
        np.where(random.random((size, size)) < 0.2, random.integers(0, 99), RULED_OUT), 1
    )
    points = (above + above.T).astype(np.int16)
    np.fill_diagonal(points, RULED_OUT)
    one, other = np.nonzero(np.triu(points > RULED_OUT, 1))

    found = best_peers(some_peers(points), PLAIN)

    limits = np.zeros((size, one.size))
    limits[one, np.arange(one.size)] = limits[other, np.arange(one.size)] = 1
    worth = points[one, other] + 1000.0
    solved = milp(
        -worth,
        constraints=LinearConstraint(limits, ub=1),
        integrality=np.ones(one.size),
        bounds=(0, 1),
    )
    total = dict(zip((stage.count for stage in PLAIN), found.values, strict=True))[Count.TOTAL]
    assert 1000 * len(found.pairs) + total == round(-solved.fun)


def test_people_are_refused_that_are_too_many_for_so_many_bands() -> None:
    bands = stages_of(Objective.MOST_PEOPLE, bands=tuple(range(1, 40)))
    size = 60
    points = np.arange(size * size, dtype=np.int16).reshape(size, size) % 41
    with pytest.raises(MentorgenError, match="60 peers with this many bands are more than can be"):
        best_peers(some_peers(np.triu(points, 1) + np.triu(points, 1).T), bands)


def test_the_tie_break_gets_what_room_is_left() -> None:
    size = 60
    bands = stages_of(Objective.MOST_PEOPLE, bands=tuple(range(1, 30)))
    points = (np.add.outer(np.arange(size), np.arange(size)) % 16).astype(np.int16)

    found = best_peers(some_peers(points), bands)

    assert len(found.pairs) == 30
    assert found.values[-1] < 30 << 20


def test_pairs_that_have_equals_are_not_proven_to_be_the_only_ones() -> None:
    """Without the draw between equals any two pairs of these four are as good."""
    flat = some_peers(symmetric(4, dict.fromkeys(combinations(range(4), 2), 7)))

    assert not proof_of(flat, best_peers(flat, PLAIN[:-1])).only
    assert proof_of(flat, best_peers(flat, PLAIN)).only
