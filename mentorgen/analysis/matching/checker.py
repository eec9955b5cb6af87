"""Is a set of pairs the best there is? Checked by sums and comparisons alone, with nothing of the solver.

A proof is a price for every person, with one number for each stage. Whatever pairs are chosen, they
cannot reach more than this: every mentor's places at the mentor's price, and what each place of a
mentee, and each pair, is worth above the prices of its people. So pairs that reach just that are the
best in every stage at once. Vectors compare as words in a dictionary: the first difference decides.
Any prices that add up are a proof, wherever they come from.

Nothing is taken from the solver, not even what a stage counts: it is all written down here again.
"""

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import NamedTuple

import numpy as np

from mentorgen.analysis.assignment.seats import RULED_OUT, Seats, Whole
from mentorgen.model.policies import MatchingPolicy
from mentorgen.model.words import Changes, Objective

Vector = tuple[int, ...]
Couple = tuple[int, int]
"""The positions of a mentee and a mentor."""

MOST_PRICE = 1 << 40
"""Prices stay below this, far above any that occur: differences stay exact in 64 bits."""

MOST_TIE_BITS = 31
"""Width of the draw between equals, where there is room for it."""

_OF_HUNDRED = 100
_WORD = (1 << 64) - 1


@dataclass(frozen=True, slots=True)
class Stage:
    """What is counted at one point of the order; a band counts pairs from `low` to below `high` points."""

    name: str
    low: int = 0
    high: int = 0


_ANY_OTHER = Stage("other")


@dataclass(frozen=True)
class Claim:
    """Different possible pairs that are said to be the best for these seats, in the order of the stages."""

    seats: Seats
    stages: tuple[Stage, ...]
    couples: tuple[Couple, ...]

    @cached_property
    def values(self) -> Vector:
        """What the pairs reach, stage by stage."""
        times = Counter(row for row, _ in self.couples)
        places = (self.place(row, at) for row, most in times.items() for at in range(most))
        pairs = (self.pair(row, column) for row, column in self.couples)
        return _total(len(self.stages), (*places, *pairs))

    @property
    def is_the_only(self) -> bool:
        """Whether the pairs are said to be the only best ones too."""
        return self.stages[-1:] == (_ANY_OTHER,)

    def place(self, row: int, at: int) -> Vector:
        """What it is worth that a mentee has a first (0) or a further mentor, whoever it is."""
        waited = 0 if self.seats.waited is None else int(self.seats.waited[row])
        served = 0 if self.seats.served is None else int(self.seats.served[row])
        first = {"people": 1, "waited": waited} if at + served == 0 else {"further": 1}
        return tuple(first.get(stage.name, 0) for stage in self.stages)

    def pair(self, row: int, column: int) -> Vector:
        """What a pair is worth beyond that."""
        return tuple(int(self.worths(stage, row, np.array([column]))[0]) for stage in self.stages)

    def worths(self, stage: Stage, row: int, columns: Whole) -> Whole:
        """What a mentee's pairs with some mentors are worth in one stage."""
        points: Whole = self.seats.points[row : row + 1][0, columns].astype(np.int64)
        match stage.name:
            case "total":
                return points
            case "kept":
                return _inside(self._standing, row, columns)
            case "other":
                return 1 - _inside(self._chosen, row, columns)
            case "tie":
                mentee = self.seats.mentees[row]
                ties = [tie(mentee, self.seats.mentors[column]) for column in columns.tolist()]
                return np.array(ties, dtype=np.int64)
            case _:
                within: Whole = ((points >= stage.low) & (points < stage.high)).astype(np.int64)
                return -within

    @cached_property
    def _chosen(self) -> frozenset[Couple]:
        return frozenset(self.couples)

    @cached_property
    def _standing(self) -> frozenset[Couple]:
        found = () if self.seats.standing is None else self.seats.standing.tolist()
        return frozenset((row, column) for row, column in found)


@dataclass(frozen=True, slots=True)
class Prices:
    """What is put forward as a proof: a vector for every mentee and one for every mentor."""

    mentees: tuple[Vector, ...]
    mentors: tuple[Vector, ...]


class _Places(NamedTuple):
    """The fewest and the most mentees of each mentor."""

    fewest: tuple[int, ...]
    most: tuple[int, ...]


def required_stages(policy: MatchingPolicy) -> tuple[Stage, ...]:
    """List what a policy counts, first things first, and last whether there is any other best set."""
    most = sum(dict(policy.weights).values())
    edges = [0, *(-(-edge * most // _OF_HUNDRED) for edge in policy.bands)]
    weak = [Stage(f"band {low}-{high}", low, high) for low, high in pairwise(edges)]
    total, kept = [Stage("total")], [Stage("kept")]
    fit = total + weak if policy.objective is Objective.BEST_FIT else weak + total
    quality = kept + fit if policy.changes is Changes.FIRST else fit + kept
    counts = [Stage(name) for name in ("people", "waited", "further")]
    return (*counts, *quality, Stage("tie"), _ANY_OTHER)


def is_proven(claim: Claim, prices: Prices, *, circles_stay: bool = False) -> bool:
    """Tell whether prices prove pairs the best; with `circles_stay`, among those that open no other circle."""
    places = _places(claim, circles_stay=circles_stay)
    return all(bound <= claim.values for bound in _bounds(claim, prices, places))


def bound_of_ways(claim: Claim, steps: Iterable[int | Prices]) -> Vector | None:
    """Tell what no pairs can exceed whichever mentors open; None where steps do not lead through all ways.

    A step that names a mentor parts the way: first comes all where the mentor has at least the fewest
    that they open with, then all where nobody comes to them. Prices end a way.
    """
    least, capacity = claim.seats.least, claim.seats.capacity
    most = capacity if least is None else np.where(least > capacity, 0, capacity)
    ways = [_Places((0,) * capacity.size, tuple(most.tolist()))]
    highest: Vector | None = None
    for step in steps:
        if not ways:
            return None
        places = ways.pop()
        if isinstance(step, Prices):
            *_, bound = _bounds(claim, step, places)
            highest = bound if highest is None else max(highest, bound)
        else:
            ways += [_closed(places, step), _opened(places, step, least)]
    return None if ways else highest


def above(bound: Vector, values: Vector) -> Vector:
    """Tell how far a bound exceeds what is reached, stage by stage; nothing where it does not."""
    if bound <= values:
        return (0,) * len(values)
    return tuple(one - other for one, other in zip(bound, values, strict=True))


def _closed(places: _Places, mentor: int) -> _Places:
    fewest, most = list(places.fewest), list(places.most)
    fewest[mentor] = most[mentor] = 0
    return _Places(tuple(fewest), tuple(most))


def _opened(places: _Places, mentor: int, least: Whole | None) -> _Places:
    fewest = list(places.fewest)
    fewest[mentor] = 0 if least is None else int(least[mentor])
    return _Places(tuple(fewest), places.most)


def tie(mentee: str, mentor: str, bits: int = MOST_TIE_BITS) -> int:
    """Draw the number that decides between equals: bits mixed from both ids (SplitMix64's finaliser)."""
    mixed = (_digest(mentee) * 0x9E3779B97F4A7C15 + _digest(mentor)) & _WORD
    mixed = (mixed ^ mixed >> 30) * 0xBF58476D1CE4E5B9 & _WORD
    mixed = (mixed ^ mixed >> 27) * 0x94D049BB133111EB & _WORD
    return (mixed ^ mixed >> 31) >> 64 - bits


def _bounds(claim: Claim, prices: Prices, places: _Places) -> Iterator[Vector]:
    """Add up what no pairs can exceed; tell how far it has come after each mentee, for it only grows."""
    zero = (0,) * len(claim.stages)
    mentors = np.array(prices.mentors, dtype=np.int64).reshape(-1, len(claim.stages))
    bound = _total(
        len(zero),
        (
            tuple(number * (most if price > zero else fewest) for number in price)
            for price, fewest, most in zip(prices.mentors, *places, strict=True)
        ),
    )
    yield bound
    open_ = np.array(places.most) > 0
    for row, price in enumerate(prices.mentees):
        demand = int(claim.seats.demand[row])
        above = [_total(len(zero), (claim.place(row, at), price)) for at in range(demand)]
        columns = np.flatnonzero(
            (claim.seats.points[row : row + 1][0] > RULED_OUT) & open_ & (demand > 0)
        )
        pairs = _surplus(claim, row, columns, (price, mentors))
        bound = _total(len(zero), (bound, pairs, *(one for one in above if one > zero)))
        yield bound


def _places(claim: Claim, *, circles_stay: bool) -> _Places:
    """Tell how many mentees each mentor can have; a circle may be closed, unless they stay as they are."""
    most = tuple(claim.seats.capacity.tolist())
    if claim.seats.least is None or not circles_stay:
        return _Places((0,) * len(most), most)
    load = Counter(column for _, column in claim.couples)
    least = [size if size > 1 else 0 for size in claim.seats.least.tolist()]
    fewest = tuple(size if load[column] else 0 for column, size in enumerate(least))
    closed = [size > 0 and not load[column] for column, size in enumerate(least)]
    return _Places(
        fewest, tuple(0 if shut else one for shut, one in zip(closed, most, strict=True))
    )


def _surplus(claim: Claim, row: int, columns: Whole, prices: tuple[Vector, Whole]) -> Vector:
    """Add up what a mentee's pairs are worth above the prices of the two, those above nothing."""
    left, gaining = columns, []
    for at, stage in enumerate(claim.stages):
        surplus = claim.worths(stage, row, left) - prices[0][at] - prices[1][left, at]
        gaining.append(left[surplus > 0])
        left = left[surplus == 0]
    those = np.concatenate(gaining)
    return tuple(
        int((claim.worths(stage, row, those) - prices[0][at] - prices[1][those, at]).sum())
        for at, stage in enumerate(claim.stages)
    )


def _total(length: int, vectors: Iterable[Vector]) -> Vector:
    """Add vectors up, number by number."""
    found = [0] * length
    for vector in vectors:
        found = [one + other for one, other in zip(found, vector, strict=True)]
    return tuple(found)


def _inside(couples: frozenset[Couple], row: int, columns: Whole) -> Whole:
    return np.array([(row, column) in couples for column in columns.tolist()], dtype=np.int64)


def _digest(one: str) -> int:
    return int.from_bytes(hashlib.sha256(one.encode()).digest()[:8], "big")
