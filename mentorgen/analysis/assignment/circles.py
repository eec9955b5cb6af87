"""Mentors who take a certain number of mentees or nobody: an exact search, within limits.

Without its minimum no mentor can do worse, so that such an optimum is a bound. Where it gives a mentor
some mentees but too few, there are two ways on: the mentor closes, or takes the minimum at least. Each
has a bound of its own, a vector, and a way whose bound is below the best choice found is not gone. The
ways can be too many (the question is NP-hard): trials are capped, and what is left open is the gap.
"""

from dataclasses import dataclass

import numpy as np

from mentorgen.analysis.assignment.growth import Search, Unfillable
from mentorgen.analysis.assignment.optimum import Optimum, optimum
from mentorgen.analysis.assignment.problem import Problem
from mentorgen.analysis.assignment.seats import Seats, Whole
from mentorgen.analysis.assignment.stages import Stage


@dataclass(frozen=True, slots=True)
class Tree:
    """The best choice found, the mentors held open and closed for it, and what may be missing.

    The gap is what a better choice could gain at most, stage by stage and compared as a vector; all 0
    where the choice is proven best.
    """

    best: Optimum
    unique: bool
    opened: Whole
    closed: Whole
    gap: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class _Way:
    """Mentors who take their minimum, mentors who take nobody, and the value that bounds both."""

    opened: frozenset[int]
    closed: frozenset[int]
    bound: tuple[int, ...] | None


def with_circles(seats: Seats, stages: tuple[Stage, ...], search: Search) -> Tree:
    """Go the ways to close and to open mentors; closing first, because that always ends in a choice."""
    least = np.zeros_like(seats.capacity) if seats.least is None else seats.least
    never = np.flatnonzero(least > np.maximum(seats.capacity, 0)).tolist()
    ways = [_Way(frozenset(), frozenset(never), None)]
    best: tuple[Optimum, _Way] | None = None
    unique, trials = True, 0
    while ways and (best is None or trials < search.nodes):
        way = ways.pop()
        if best and way.bound is not None and way.bound < best[0].values:
            continue
        trials += 1
        tried = _tried(seats, stages, way, search)
        if tried is None or (best and tried.values < best[0].values):
            continue
        short = _short(seats, least, tried)
        if short is None:
            unique = best is None or tried.values > best[0].values
            best = tried, way
        else:
            ways += (
                _Way(way.opened | {short}, way.closed, tried.values),
                _Way(way.opened, way.closed | {short}, tried.values),
            )
    if best is None:
        raise ArithmeticError("closing mentors did not end in a choice")
    found, way = best
    return Tree(
        best=found,
        unique=unique and found.unique,
        opened=np.array(sorted(way.opened), dtype=np.int64),
        closed=np.array(sorted(way.closed), dtype=np.int64),
        gap=_gap(found.values, ways),
    )


def _tried(seats: Seats, stages: tuple[Stage, ...], way: _Way, search: Search) -> Optimum | None:
    low, high = np.zeros_like(seats.capacity), np.maximum(seats.capacity, 0)
    opened, closed = list(way.opened), list(way.closed)
    if seats.least is not None:
        low[opened] = seats.least[opened]
    high[closed] = 0
    try:
        return optimum(Problem(seats, low, high), stages, search)
    except Unfillable:
        return None


def _short(seats: Seats, least: Whole, tried: Optimum) -> int | None:
    """Find the mentor with some mentees who is nearest to the minimum without reaching it."""
    load = np.bincount(tried.keys % seats.capacity.size, minlength=seats.capacity.size)
    short = np.flatnonzero((load > 0) & (load < least))
    return int(short[(least - load)[short].argmin()]) if short.size else None


def _gap(value: tuple[int, ...], ways: list[_Way]) -> tuple[int, ...]:
    bounds = [way.bound for way in ways if way.bound is not None]
    highest = max([value, *bounds])
    return tuple(bound - own for bound, own in zip(highest, value, strict=True))
