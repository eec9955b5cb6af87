"""Mentors who take a certain number of mentees or nobody: an exact search, within limits.

Without its minimum no mentor can do worse, so that such an optimum is a bound. Where it gives a mentor
some mentees but too few, there are two ways on: the mentor closes, or takes the minimum at least. Each
has a bound of its own, a vector, and a way whose bound is below the best choice found is not gone. The
ways can be too many (the question is NP-hard): trials are capped, and what is left open is the gap.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

import numpy as np

from mentorgen.analysis.assignment.growth import Search, Unfillable
from mentorgen.analysis.assignment.optimum import Optimum, optimum
from mentorgen.analysis.assignment.problem import Problem
from mentorgen.analysis.assignment.seats import Seats, Whole
from mentorgen.analysis.assignment.solution import PriceTable
from mentorgen.analysis.assignment.stages import Stage
from mentorgen.analysis.assignment.unfillable import prices_of_unfillable


@dataclass(frozen=True, slots=True)
class Tree:
    """The best choice found, the mentors held open and closed for it, and what may be missing.

    The gap is what a better choice could gain at most, stage by stage and compared as a vector; all 0
    where the choice is proven best. `ways` has what `Solution.ways` has.
    """

    best: Optimum
    unique: bool
    opened: Whole
    closed: Whole
    gap: tuple[int, ...]
    ways: tuple[int | PriceTable, ...]


@dataclass(slots=True)
class _Way:
    """Mentors who take their minimum, mentors who take nobody, and what was found with these.

    `bound` is the value of the way that it parts from. Ways part on at a mentor, who opens or closes.
    """

    opened: frozenset[int]
    closed: frozenset[int]
    before: Optimum | None = None
    found: Optimum | None = None
    unfillable: PriceTable | None = None
    parting: int | None = None
    ways: "tuple[_Way, ...]" = field(default=())

    @property
    def bound(self) -> tuple[int, ...]:
        """What no choice on this way exceeds, as far as is known before it is gone."""
        return () if self.before is None else self.before.values

    def part(self, mentor: int) -> None:
        """Go on with a mentor opened, and closed."""
        self.parting = mentor
        self.ways = (
            _Way(self.opened | {mentor}, self.closed, self.found),
            _Way(self.opened, self.closed | {mentor}, self.found),
        )


@dataclass(frozen=True, slots=True)
class _Best:
    """The best choice so far, the way to it, and whether another one is as good."""

    choice: Optimum
    way: _Way
    rivalled: bool = False


def with_circles(seats: Seats, least: Whole, stages: tuple[Stage, ...], search: Search) -> Tree:
    """Go the ways to close and to open mentors; closing first, because that always ends in a choice.

    A choice may have equals that only minimums rule out. So ways part on, mentor by mentor, until it
    is the only one, or all are decided and equals are allowed ones.
    """
    never = np.flatnonzero(least > np.maximum(seats.capacity, 0)).tolist()
    root = _Way(frozenset(), frozenset(never))
    ways, trials = [root], 0
    best: _Best | None = None
    while ways and (best is None or trials < search.nodes):
        way = ways.pop()
        if best and _is_hopeless(way, best):
            continue
        trials += 1
        tried = _tried(seats, least, stages, way, search)
        if tried is None or (best and tried.values < best.choice.values):
            continue
        parting = _short(least, tried)
        if parting is None:
            best = _better(best, tried, way)
            parting = None if tried.unique else _undecided(least, way)
        if parting is not None:
            way.part(parting)
            ways += way.ways
    assert best is not None, "closing mentors always ends in a choice"
    return _tree(best, ways, root)


def _is_hopeless(way: _Way, best: _Best) -> bool:
    """Tell whether nothing on a way is better than the best choice, or shows that it has an equal."""
    value = best.choice.values
    return way.before is not None and (way.bound < value or (best.rivalled and way.bound == value))


def _tried(
    seats: Seats, least: Whole, stages: tuple[Stage, ...], way: _Way, search: Search
) -> Optimum | None:
    low, high = np.zeros_like(seats.capacity), np.maximum(seats.capacity, 0)
    opened, closed = list(way.opened), list(way.closed)
    low[opened], high[closed] = least[opened], 0
    problem = Problem(seats, low, high, search.tile)
    try:
        way.found = optimum(problem, stages, search)
    except Unfillable:
        way.unfillable = prices_of_unfillable(problem, stages)
    return way.found


def _short(least: Whole, tried: Optimum) -> int | None:
    """Find the mentor with some mentees who is nearest to the minimum without reaching it."""
    load = np.bincount(tried.pairs.keys % least.size, minlength=least.size)
    short = np.flatnonzero((load > 0) & (load < least))
    return int(short[(least - load)[short].argmin()]) if short.size else None


def _undecided(least: Whole, way: _Way) -> int | None:
    """Find a mentor with a minimum that a way says nothing of."""
    circles = np.flatnonzero(least > 1).tolist()
    return next((at for at in circles if at not in way.opened | way.closed), None)


def _better(best: _Best | None, tried: Optimum, way: _Way) -> _Best:
    """Take what was tried, which is no worse; the same choice further on its way is proven better."""
    if best is None or tried.values > best.choice.values:
        return _Best(tried, way)
    if np.array_equal(tried.pairs.keys, best.choice.pairs.keys):
        return _Best(tried, way, best.rivalled)
    return _Best(best.choice, best.way, rivalled=True)


def _tree(best: _Best, left: list[_Way], root: _Way) -> Tree:
    value, way = best.choice.values, best.way
    highest = max([value, *(one.bound for one in left)])
    is_open = any(one.bound >= value for one in left)
    unique = best.choice.unique and not best.rivalled and not is_open
    return Tree(
        best=best.choice,
        unique=unique,
        opened=np.array(sorted(way.opened), dtype=np.int64),
        closed=np.array(sorted(way.closed), dtype=np.int64),
        gap=tuple(bound - own for bound, own in zip(highest, value, strict=True)),
        ways=tuple(_ways(best, root, unique=unique)),
    )


def _ways(best: _Best, root: _Way, *, unique: bool) -> Iterator[int | PriceTable]:
    """Tell where ways part, and where each ends by what prices; no further than the proof needs."""
    stages = len(best.choice.values)
    ways = [root]
    while ways:
        way = ways.pop()
        found = way.found or way.before
        assert found is not None, (
            "the first way is gone, and with all mentors free it ends in a choice"
        )
        value = found.values
        suffices = value < best.choice.values or (value == best.choice.values and not unique)
        if way.parting is not None and not suffices:
            yield way.parting
            ways += way.ways[::-1]
        elif way.unfillable is not None:
            yield _padded(way.unfillable, stages, unique=unique)
        elif way is best.way and unique:
            yield PriceTable(found.mentees, found.mentors)
        else:
            yield _padded(PriceTable(found.mentees, found.mentors), stages, unique=unique)


def _padded(prices: PriceTable, stages: int, *, unique: bool) -> PriceTable:
    """Price nothing in the stage that shows a choice to be the only one; less is reached before it."""
    more = ((0, 0), (0, int(unique)))
    return PriceTable(
        np.pad(prices.mentees[:, :stages], more), np.pad(prices.mentors[:, :stages], more)
    )
