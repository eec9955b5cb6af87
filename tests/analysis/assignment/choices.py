"""Small rounds, and every choice of pairs in them: the oracle that needs no method."""

from collections.abc import Iterator, Sequence
from itertools import combinations

import numpy as np
from hypothesis import strategies as st

from mentorgen.analysis.assignment.seats import RULED_OUT, Seats, Whole
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
    """Few people, many ties, odd demands and capacities, some who waited, some pairs that stand."""
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
        standing=np.array(standing, dtype=np.int64).reshape(-1, 2),
    )


def all_choices(seats: Seats) -> Iterator[Choice]:
    """Every set of pairs that keeps to the rules, the demands and the capacities."""
    yield from _choices(seats, 0, tuple(seats.capacity.tolist()))


def _choices(seats: Seats, row: int, room: tuple[int, ...]) -> Iterator[Choice]:
    if row == len(seats.mentees):
        yield frozenset()
        return
    open_ = [at for at in range(len(room)) if room[at] and seats.points[row, at] > RULED_OUT]
    for number in range(int(seats.demand[row]) + 1):
        for columns in combinations(open_, number):
            left = tuple(places - (at in columns) for at, places in enumerate(room))
            mine = frozenset((row, at) for at in columns)
            yield from (mine | rest for rest in _choices(seats, row + 1, left))


def worth_of(seats: Seats, stages: Sequence[Stage], choice: Choice) -> tuple[int, ...]:
    """What a choice reaches, stage by stage, counted one by one."""
    rows = {row for row, _ in choice}
    points = [int(seats.points[pair]) for pair in choice]
    mentees, mentors = digests(seats.mentees), digests(seats.mentors)
    drawn = [ties(mentees[[row]], mentors[[column]], TIE_BITS) for row, column in choice]
    standing = _pairs(seats.standing)
    counted = {
        Count.PEOPLE: len(rows),
        Count.WAITED: 0 if seats.waited is None else sum(int(seats.waited[row]) for row in rows),
        Count.FURTHER: len(choice) - len(rows),
        Count.KEPT: len(choice & standing),
        Count.TOTAL: sum(points),
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
