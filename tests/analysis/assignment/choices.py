"""Small rounds, and every choice of pairs in them: the oracle that needs no method."""

from collections.abc import Iterator, Sequence
from itertools import combinations

import numpy as np
from hypothesis import strategies as st

from mentorgen.analysis.assignment.seats import RULED_OUT, Seats, Whole
from mentorgen.analysis.assignment.solution import Solution
from mentorgen.analysis.assignment.stages import TIE_BITS, Count, Stage, stages_of
from mentorgen.analysis.assignment.tie_break import digests, ties
from mentorgen.model.words import Objective

Choice = frozenset[tuple[int, int]]
"""Pairs of a row and a column."""

any_stages = st.builds(
    stages_of,
    st.sampled_from(Objective),
    bands=st.sampled_from([(), (3,), (3, 6), (40, 60)]),
    kept_first=st.booleans(),
)


def some_seats(
    points: Sequence[Sequence[int]],
    demand: Sequence[int] | None = None,
    capacity: Sequence[int] | None = None,
    least: Sequence[int] | None = None,
) -> Seats:
    """Seats with as many people as the matrix has rows and columns, one each."""
    matrix = np.array(points, dtype=np.int16)
    rows, columns = matrix.shape
    return Seats(
        points=matrix,
        mentees=tuple(f"mentee-{row:03}" for row in range(rows)),
        mentors=tuple(f"mentor-{column:03}" for column in range(columns)),
        demand=np.array([1] * rows if demand is None else demand, dtype=np.int64),
        capacity=np.array([1] * columns if capacity is None else capacity, dtype=np.int64),
        least=None if least is None else np.array(least, dtype=np.int64),
    )


@st.composite
def any_seats(draw: st.DrawFn, *, most: int = 4) -> Seats:
    """Few people, many ties, odd demands and capacities, some who waited or have a mentor, some pairs that stand."""
    rows, columns = draw(st.integers(1, most)), draw(st.integers(1, most))
    cell = st.integers(RULED_OUT, draw(st.sampled_from([0, 2, 8, 99])))

    def numbers(size: int, highest: int) -> Whole:
        found = draw(st.lists(st.integers(0, highest), min_size=size, max_size=size))
        return np.array(found, dtype=np.int64)

    matrix = draw(
        st.lists(st.lists(cell, min_size=columns, max_size=columns), min_size=rows, max_size=rows)
    )
    places = st.tuples(st.integers(0, rows - 1), st.integers(0, columns - 1))
    standing = draw(st.lists(places, max_size=2, unique=True))
    return Seats(
        points=np.array(matrix, dtype=np.int16),
        mentees=tuple(f"mentee-{row}" for row in range(rows)),
        mentors=tuple(f"mentor-{column}" for column in range(columns)),
        demand=numbers(rows, 2),
        capacity=numbers(columns, 3),
        waited=numbers(rows, 3),
        served=numbers(rows, 1),
        standing=np.array(standing, dtype=np.int64).reshape(-1, 2),
    )


def all_choices(seats: Seats) -> Iterator[Choice]:
    """Every set of pairs that keeps to the rules, the demands and the capacities."""
    yield from _choices(seats, 0, tuple(seats.capacity.tolist()))


def _choices(seats: Seats, row: int, room: tuple[int, ...]) -> Iterator[Choice]:
    if row == len(seats.mentees):
        yield frozenset()
        return
    open_ = [at for at in range(len(room)) if room[at] and seats.table[row, at] > RULED_OUT]
    for number in range(int(seats.demand[row]) + 1):
        for columns in combinations(open_, number):
            left = tuple(places - (at in columns) for at, places in enumerate(room))
            mine = frozenset((row, at) for at in columns)
            yield from (mine | rest for rest in _choices(seats, row + 1, left))


def worth_of(seats: Seats, stages: Sequence[Stage], choice: Choice) -> tuple[int, ...]:
    """What a choice reaches, stage by stage, counted one by one."""
    rows = {row for row, _ in choice if not _served(seats, row)}
    points = [int(seats.table[pair]) for pair in choice]
    mentees, mentors = digests(seats.mentees), digests(seats.mentors)
    drawn = [ties(mentees[[row]], mentors[[column]], TIE_BITS) for row, column in choice]
    standing = _pairs(seats.standing)
    counted = {
        Count.PEOPLE: len(rows),
        Count.WAITED: 0 if seats.waited is None else sum(int(seats.waited[row]) for row in rows),
        Count.FURTHER: len(choice) - len(rows),
        Count.KEPT: len(choice & standing),
        Count.TOTAL: sum(points),
        Count.OTHER: 0,
        Count.TIE: sum(int(one[0]) for one in drawn),
    }
    return tuple(
        -sum(stage.low <= worth < stage.high for worth in points)
        if stage.count is Count.BAND
        else counted[stage.count]
        for stage in stages
    )


def _pairs(standing: Whole | None) -> Choice:
    found = [] if standing is None else standing.tolist()
    return frozenset((row, column) for row, column in found)


def counts_by_load(seats: Seats, stages: Sequence[Stage]) -> tuple[tuple[int, ...], int]:
    """The best worth, and in how many ways it can be had, by trying every choice."""
    found = [worth_of(seats, stages, choice) for choice in all_choices(seats)]
    return max(found), found.count(max(found))


def dual_value(seats: Seats, solution: Solution) -> tuple[int, ...]:
    """The bound that the prices set, over all possible pairs, in tuples of Python."""
    chosen = set(zip(solution.rows.tolist(), solution.columns.tolist(), strict=True))
    mentees, mentors = (
        [tuple(one) for one in prices.tolist()]
        for prices in (solution.mentee_prices, solution.mentor_prices)
    )
    zero = (0,) * len(solution.stages)
    gains = []
    for column, price in enumerate(mentors):
        closed, opened = column in solution.closed, column in solution.opened
        low = int(seats.least[column]) if opened and seats.least is not None else 0
        places = (0 if closed else int(seats.capacity[column])) if price >= zero else low
        gains.append(tuple(places * one for one in price))
    for row, asked in enumerate(mentees):
        for turn in range(int(seats.demand[row])):
            slot = _slot(seats, solution.stages, row, turn)
            gains.append(max(zero, tuple(map(sum, zip(slot, asked, strict=True)))))
        for column in np.flatnonzero(seats.table[row] > RULED_OUT).tolist():
            other = (row, column) not in chosen
            worth = _pair(seats, solution.stages, (row, column), other=other)
            both = zip(worth, asked, mentors[column], strict=True)
            gains.append(max(zero, tuple(own - left - right for own, left, right in both)))
    return tuple(map(sum, zip(zero, *gains, strict=True)))


def _served(seats: Seats, row: int) -> int:
    return 0 if seats.served is None else int(seats.served[row])


def _slot(seats: Seats, stages: Sequence[Stage], row: int, turn: int) -> tuple[int, ...]:
    waited = 0 if seats.waited is None else int(seats.waited[row])
    first = turn + _served(seats, row) == 0
    adds = {
        Count.PEOPLE: int(first),
        Count.WAITED: waited * first,
        Count.FURTHER: int(not first),
    }
    return tuple(adds.get(stage.count, 0) for stage in stages)


def _pair(
    seats: Seats, stages: Sequence[Stage], pair: tuple[int, int], *, other: bool
) -> tuple[int, ...]:
    counted = worth_of(seats, stages, frozenset([pair]))
    return tuple(
        int(other)
        if stage.count is Count.OTHER
        else 0
        if stage.count in {Count.PEOPLE, Count.WAITED, Count.FURTHER}
        else worth
        for stage, worth in zip(stages, counted, strict=True)
    )
