"""Points of very many pairs at once, the same as the explained ones, in blocks of mentees (rows)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from mentorgen.analysis.hours import WeeklyHours, least_minutes, weekly_hours
from mentorgen.analysis.languages import spoken
from mentorgen.analysis.matching.criteria import (
    ENOUGH_MINUTES,
    MOST_AGREEMENT,
    MOST_WISHES,
    agreement,
    half_of,
    part_of,
    style_of,
    wish_of,
)
from mentorgen.analysis.matching.rounds import Candidate, Round
from mentorgen.analysis.matching.skills import SkillTable, share_of, skill_table
from mentorgen.model.ids import Slug

Counts = NDArray[np.int32]


@dataclass(frozen=True, slots=True)
class Tables:
    """Everything about the people of a round as arrays; mentees are rows and mentors are columns."""

    matching: Round
    mentees: tuple[Candidate, ...]
    mentors: tuple[Candidate, ...]
    mentee_hours: WeeklyHours
    mentor_hours: WeeklyHours
    skills: SkillTable
    style_points: NDArray[np.int64]
    mentee_styles: NDArray[np.int64]
    mentor_styles: NDArray[np.int64]
    mentee_languages: NDArray[np.float32]
    mentor_languages: NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Block:
    """Some mentees with all mentors: what the rules ask for, and the points of each pair.

    `minutes` are -1 where they are not known. `languages` counts shared ones and `worth` sums up the
    skills, both with -1 where somebody named none.
    """

    minutes: Counts
    worth: Counts
    languages: Counts
    points: NDArray[np.int16]


def tables_of(
    matching: Round, mentees: Sequence[Candidate], mentors: Sequence[Candidate]
) -> Tables:
    """Lay out the people of a round."""
    styles = list(dict.fromkeys(style_of(one) for one in (*mentees, *mentors)))
    place = {style: at for at, style in enumerate(styles)}
    most = matching.policy.weights.style
    spoken_by_any = {tag for one in (*mentees, *mentors) for tag in spoken(one.person.languages)}
    tags = sorted(spoken_by_any)
    return Tables(
        matching=matching,
        mentees=tuple(mentees),
        mentors=tuple(mentors),
        mentee_hours=weekly_hours((one.person for one in mentees), matching.weeks),
        mentor_hours=weekly_hours((one.person for one in mentors), matching.weeks),
        skills=skill_table(
            matching.program.skills,
            [one.wants for one in mentees],
            [one.person.offers for one in mentors],
        ),
        style_points=np.array(
            [[part_of(most, agreement(a, b), MOST_AGREEMENT) for b in styles] for a in styles]
        ).reshape(len(styles), len(styles)),
        mentee_styles=np.array([place[style_of(one)] for one in mentees], dtype=np.int64),
        mentor_styles=np.array([place[style_of(one)] for one in mentors], dtype=np.int64),
        mentee_languages=_languages(mentees, tags),
        mentor_languages=_languages(mentors, tags),
    )


def block_of(tables: Tables, rows: slice) -> Block:
    """Compute everything about some mentees with all mentors."""
    minutes = least_minutes(tables.mentee_hours, tables.mentor_hours, rows)
    worth, languages = _worth(tables, rows), _shared_languages(tables, rows)
    weights = tables.matching.policy.weights
    points = _skill_points(tables, worth, rows)
    by_minutes = np.array(
        [part_of(weights.hours, part, ENOUGH_MINUTES) for part in range(ENOUGH_MINUTES + 1)]
    )
    points += np.where(
        minutes < 0, half_of(weights.hours), by_minutes[np.clip(minutes, 0, ENOUGH_MINUTES)]
    )
    styles = np.ix_(tables.mentee_styles[rows], tables.mentor_styles)
    points += tables.style_points[styles]
    spoken_points = np.where(languages > 0, weights.languages, 0)
    points += np.where(languages < 0, half_of(weights.languages), spoken_points)
    points += _wish_points(tables, rows)
    return Block(minutes, worth, languages, points.astype(np.int16))


def _languages(candidates: Iterable[Candidate], tags: Sequence[str]) -> NDArray[np.float32]:
    speaks = [[tag in spoken(one.person.languages) for tag in tags] for one in candidates]
    return np.array(speaks, dtype=np.float32).reshape(len(speaks), len(tags))


def _shared_languages(tables: Tables, rows: slice) -> Counts:
    mine, theirs = tables.mentee_languages[rows], tables.mentor_languages
    known = np.logical_and.outer(mine.max(axis=1, initial=0), theirs.max(axis=1, initial=0))
    return np.where(known, mine @ theirs.T, -1).astype(np.int32)


def _worth(tables: Tables, rows: slice) -> Counts:
    """Sum up the worth of skills: whole numbers far below 2**24, which float32 holds exactly."""
    skills = tables.skills
    known = (skills.wanted[rows] > 0)[:, None] & (skills.offered > 0)[None, :]
    return np.where(known, skills.wants[rows] @ skills.offers.T, -1).astype(np.int32)


def _skill_points(tables: Tables, worth: Counts, rows: slice) -> NDArray[np.int64]:
    """Weigh worths as one pair's are weighed: the same shares, multiplied and rounded the same way."""
    most = tables.matching.policy.weights.skills
    wanted, row = np.unique(tables.skills.wanted[rows], return_inverse=True)
    offered, column = np.unique(tables.skills.offered, return_inverse=True)
    shares = np.array([[share_of(most, int(a), int(b)) for b in offered] for a in wanted])
    points = np.floor(worth * shares.reshape(wanted.size, offered.size)[np.ix_(row, column)] + 0.5)
    return np.where(worth < 0, half_of(most), points).astype(np.int64)


def _wish_points(tables: Tables, rows: slice) -> NDArray[np.int64]:
    """Start from what a side gives whoever it did not name, then set those who were named."""
    mentees, nobody = tables.mentees[rows], Slug("")
    units = np.add.outer(
        np.array([wish_of(one, nobody) for one in mentees], dtype=np.int64),
        np.array([wish_of(one, nobody) for one in tables.mentors], dtype=np.int64),
    )
    row_of = {one.slug: at for at, one in enumerate(mentees)}
    column_of = {one.slug: at for at, one in enumerate(tables.mentors)}
    for row, one in enumerate(mentees):
        for slug in one.named:
            if slug in column_of:
                units[row, column_of[slug]] += wish_of(one, slug)
    for column, one in enumerate(tables.mentors):
        for slug in one.named:
            if slug in row_of:
                units[row_of[slug], column] += wish_of(one, slug)
    most = tables.matching.policy.weights.wishes
    return np.array([part_of(most, unit, MOST_WISHES) for unit in range(MOST_WISHES + 1)])[units]
