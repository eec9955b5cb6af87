"""The people of a round as seats: who could have whom, with how many points, and what is left to settle."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import product

import numpy as np
from numpy.typing import NDArray

from mentorgen.analysis.assignment.seats import RULED_OUT, Seats, Tiles, Whole
from mentorgen.analysis.assignment.solution import Solution
from mentorgen.analysis.matching.constraints import allowed
from mentorgen.analysis.matching.forms import holds_circle
from mentorgen.analysis.matching.left_over import rounds_waited
from mentorgen.analysis.matching.rounds import Candidate, Round
from mentorgen.analysis.matching.scores import ROWS_AT_ONCE, block_of, tables_of
from mentorgen.analysis.matching.taking_part import (
    mentees_of,
    mentors_of,
    mentors_sought,
    open_places,
)
from mentorgen.analysis.matching.terms import Pairing
from mentorgen.model.ids import PairId, Slug

Couple = tuple[int, int]
"""The positions of a mentee and a mentor."""


@dataclass(frozen=True, kw_only=True)
class Board:
    """Mentees are rows and mentors are columns, both sorted by slug.

    `points` has RULED_OUT where a rule forbids a pair, and nowhere else. `waited` counts for each mentee
    the rounds in which they were left over, `served` their mentors in this round so far. `locked` pairs come about and `forbidden` ones do not,
    whatever is best. `standing` has the pairs that stood before this run and may move in it.
    """

    matching: Round
    mentees: tuple[Candidate, ...]
    mentors: tuple[Candidate, ...]
    points: NDArray[np.int16]
    waited: Whole
    served: Whole
    locked: tuple[Couple, ...] = ()
    forbidden: tuple[Couple, ...] = ()
    standing: Mapping[Couple, PairId]

    @cached_property
    def seats(self) -> Seats:
        """What there is to solve: locked pairs are taken out of it, with their places."""
        settled = {*self.locked, *self.forbidden}
        rows, columns = [row for row, _ in self.locked], [column for _, column in self.locked]
        standing = sorted(self.standing.keys() - settled)
        return Seats(
            points=_without(self.points, settled),
            mentees=tuple(one.slug for one in self.mentees),
            mentors=tuple(one.slug for one in self.mentors),
            demand=_less((mentors_sought(self.matching, one) for one in self.mentees), rows),
            capacity=_less((open_places(self.matching, one) for one in self.mentors), columns),
            least=_less((_least(self.matching, one) for one in self.mentors), columns),
            waited=self.waited,
            served=self.served
            + np.bincount(np.array(rows, dtype=np.int64), minlength=len(self.mentees)),
            standing=np.array(standing, dtype=np.int64).reshape(-1, 2),
        )

    @cached_property
    def row_of(self) -> Mapping[Slug, int]:
        """Where each mentee stands."""
        return _places(self.mentees)

    @cached_property
    def column_of(self) -> Mapping[Slug, int]:
        """Where each mentor stands."""
        return _places(self.mentors)

    @cached_property
    def possible(self) -> int:
        """How many pairs no rule forbids."""
        return int((self.points > RULED_OUT).sum())

    def couples(self, solution: Solution) -> tuple[Couple, ...]:
        """List all pairs that a run chose, the locked ones too, by mentee and mentor."""
        chosen = zip(solution.rows.tolist(), solution.columns.tolist(), strict=True)
        return tuple(sorted((*chosen, *self.locked)))


def board_of(
    matching: Round,
    *,
    locked: Iterable[Pairing] = (),
    forbidden: Iterable[Pairing] = (),
    without: Collection[Slug] = (),
) -> Board:
    """Lay out a round; every locked pair is of people who take part and whom no rule keeps apart."""
    mentees, mentors = (
        tuple(one for one in side if one.slug not in without)
        for side in (mentees_of(matching), mentors_of(matching))
    )
    row_of, column_of = (_places(side) for side in (mentees, mentors))

    def couples(pairings: Iterable[Pairing]) -> Iterator[Couple]:
        for mentor, mentee in pairings:
            if mentor in column_of and mentee in row_of:
                yield row_of[mentee], column_of[mentor]

    points = points_of(matching, mentees, mentors)
    standing = {
        couple: pair.id
        for pair in matching.movable
        for couple in couples(product(pair.mentors, pair.mentees))
        if points[couple] > RULED_OUT
    }
    return Board(
        matching=matching,
        mentees=mentees,
        mentors=mentors,
        points=points,
        waited=np.array(rounds_waited(matching, mentees), dtype=np.int64),
        served=np.array(
            [matching.mentors_found.get(one.slug, 0) for one in mentees], dtype=np.int64
        ),
        locked=tuple(couples(locked)),
        forbidden=tuple(couples(forbidden)),
        standing=standing,
    )


def _places(side: Iterable[Candidate]) -> Mapping[Slug, int]:
    return {one.slug: at for at, one in enumerate(side)}


def points_of(
    matching: Round, mentees: tuple[Candidate, ...], mentors: tuple[Candidate, ...]
) -> NDArray[np.int16]:
    """Compute the points of all pairs, with RULED_OUT where a rule forbids one."""
    tiles = tiles_of(matching, mentees, mentors)
    points = np.empty(tiles.shape, dtype=np.int16)
    for start in range(0, len(mentees), ROWS_AT_ONCE):
        rows = slice(start, start + ROWS_AT_ONCE)
        points[rows] = tiles[rows]
    return points


def tiles_of(
    matching: Round, mentees: tuple[Candidate, ...], mentors: tuple[Candidate, ...]
) -> Tiles:
    """Give the same points a part at a time, worked out from the factors whenever they are asked for."""
    tables = tables_of(matching, mentees, mentors)

    def work_out(rows: slice) -> NDArray[np.int16]:
        block = block_of(tables, rows)
        block.points[~allowed(tables, block, rows)] = RULED_OUT
        return block.points

    return Tiles((len(mentees), len(mentors)), work_out)


def _least(matching: Round, mentor: Candidate) -> int:
    return matching.policy.groups.smallest if holds_circle(mentor) else 0


def _less(numbers: Iterable[int], taken: Iterable[int]) -> Whole:
    """Take one off for each position that is named, down to nothing."""
    found = np.array([*numbers], dtype=np.int64)
    np.subtract.at(found, np.array([*taken], dtype=np.int64), 1)
    return np.maximum(found, 0)


def _without(points: NDArray[np.int16], couples: Collection[Couple]) -> NDArray[np.int16]:
    if not couples:
        return points
    found = points.copy()
    found[tuple(zip(*couples, strict=True))] = RULED_OUT
    return found
