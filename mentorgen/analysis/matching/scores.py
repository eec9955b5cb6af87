"""Points of very many pairs at once, the same as the explained ones, in blocks of mentees (rows)."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from mentorgen.analysis.matching.criteria import (
    background,
    experience,
    goals,
    hours,
    languages,
    skills,
    style,
    wishes,
)
from mentorgen.analysis.matching.criteria.kinds import Kinds, Points
from mentorgen.analysis.matching.rounds import Candidate, Round
from mentorgen.model.ids import Slug

ROWS_AT_ONCE = 512
"""So many mentees with some thousands of mentors fill a few megabytes: they stay near the processor."""


@dataclass(frozen=True)
class Tables:
    """Everything about the people of a round as arrays; mentees are rows and mentors are columns."""

    matching: Round
    mentees: tuple[Candidate, ...]
    mentors: tuple[Candidate, ...]

    @cached_property
    def skills(self) -> skills.Skills:
        """What is wanted and what is offered."""
        return skills.skills(self.matching, self.mentees, self.mentors)

    @cached_property
    def goals(self) -> goals.Goals:
        """What everybody says."""
        return goals.goals(self.matching, self.mentees, self.mentors)

    @cached_property
    def hours(self) -> hours.Hours:
        """When everybody has time."""
        return hours.hours(self.matching, self.mentees, self.mentors)

    @cached_property
    def shared_languages(self) -> Kinds:
        """How many languages any two share; languages.NOT_KNOWN where somebody named none."""
        return languages.shared_kinds(self.mentees, self.mentors)

    @cached_property
    def kinds(self) -> tuple[Kinds, ...]:
        """The criteria that look at one short answer of each person."""
        judged = (style.kinds, experience.kinds, languages.kinds, background.kinds)
        return tuple(kinds(self.matching, self.mentees, self.mentors) for kinds in judged)

    @cached_property
    def wishes(self) -> wishes.Wishes:
        """Who asked for whom."""
        return wishes.wishes(self.matching, self.mentees, self.mentors)

    @cached_property
    def column_of(self) -> Mapping[Slug, int]:
        """Where each mentor stands."""
        return {one.slug: column for column, one in enumerate(self.mentors)}

    @cached_property
    def teams(self) -> Mapping[str, Sequence[Slug]]:
        """The mentors of each team."""
        found: dict[str, list[Slug]] = defaultdict(list)
        for mentor in self.mentors:
            if mentor.team:
                found[mentor.team].append(mentor.slug)
        return found

    @cached_property
    def room(self) -> NDArray[np.float32]:
        """Room for one number for each pair of a block, used again by every block."""
        rows = min(ROWS_AT_ONCE, len(self.mentees))
        return np.empty((rows, len(self.mentors)), dtype=np.float32)

    def room_for(self, rows: slice) -> NDArray[np.float32]:
        """Give room for some mentees; more than ROWS_AT_ONCE of them get room of their own."""
        count = len(range(*rows.indices(len(self.mentees))))
        if count <= len(self.room):
            return self.room[:count]
        return np.empty((count, len(self.mentors)), dtype=np.float32)


@dataclass(frozen=True)
class Block:
    """Some mentees with all mentors: the points of each pair, and on demand what the rules ask for."""

    tables: Tables
    rows: slice
    points: Points

    @cached_property
    def minutes(self) -> NDArray[np.int16]:
        """Minutes a week in common in the worst week; -1 where they are not known."""
        return self.tables.hours.shared.minutes_of(self.rows)

    @cached_property
    def worth(self) -> NDArray[np.int16]:
        """The worth of skills, summed up; -1 where somebody named none."""
        room = self.tables.room_for(self.rows)
        return self.tables.skills.worth_of(self.rows, room).astype(np.int16)

    @cached_property
    def languages(self) -> NDArray[np.int16]:
        """How many languages are shared; -1 where somebody named none."""
        return self.tables.shared_languages.points_of(self.rows)


def tables_of(
    matching: Round, mentees: Sequence[Candidate], mentors: Sequence[Candidate]
) -> Tables:
    """Lay out the people of a round; each table is made when it is first asked for."""
    return Tables(matching, tuple(mentees), tuple(mentors))


def block_of(tables: Tables, rows: slice) -> Block:
    """Compute the points of some mentees with all mentors."""
    first, *others = _points(tables, rows)
    for points in others:
        first += points
    return Block(tables, rows, first)


def _points(tables: Tables, rows: slice) -> Iterator[Points]:
    """Give the points of each criterion; those without weight are not worked out."""
    weights, room = tables.matching.policy.weights, tables.room_for(rows)
    yield tables.wishes.points_of(rows)
    yield from (kinds.points_of(rows) for kinds in tables.kinds)
    if weights.skills:
        yield tables.skills.points_of(rows, tables.skills.worth_of(rows, room))
    if weights.goals:
        yield tables.goals.points_of(rows, room)
    if weights.hours:
        yield tables.hours.points_of(rows)
