"""Wishes: having asked for each other by name counts by rank, from both sides."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from mentorgen.analysis.matching.criteria.finding import Finding, names_of, part_of
from mentorgen.analysis.matching.criteria.kinds import Kinds, Points, kinds_of
from mentorgen.analysis.matching.rounds import Candidate, Round
from mentorgen.model.ids import Slug
from mentorgen.model.privacy import Shared
from mentorgen.model.said import Said, said

MOST_WISHES = 8
"""Four for each side; half of them for a side that asked for nobody."""

_BY_RANK = (4, 3, 2, 1)
_ASKED_NOBODY = 2


@dataclass(frozen=True, slots=True)
class Wishes:
    """The points of all pairs without a wish, and those of each pair with one, by row."""

    others: Kinds
    rows: NDArray[np.intp]
    columns: NDArray[np.intp]
    points: Points

    def points_of(self, rows: slice) -> Points:
        """Give the points of some mentees with all mentors."""
        found = self.others.points_of(rows)
        first, last, step = rows.indices(self.others.mentees.size)
        own = slice(*np.searchsorted(self.rows, (first, last)))
        at, between = np.divmod(self.rows[own] - first, step)
        mine = between == 0
        found[at[mine], self.columns[own][mine]] = self.points[own][mine]
        return found


def judge(matching: Round, mentor: Candidate, mentee: Candidate) -> Finding:
    """Count the wishes of both sides."""
    points = _points(matching, mentor, mentee)
    known = bool(mentor.named or mentee.named)
    public = _asked_in_the_open(mentor, mentee)
    return Finding(points, _text(mentor, mentee), known=known, public=public)


def wishes(matching: Round, mentees: Sequence[Candidate], mentors: Sequence[Candidate]) -> Wishes:
    """Judge all pairs as if nobody had asked for the other, then those of whom somebody did."""
    most = matching.policy.weights.wishes
    others = kinds_of(
        (_toward_others(one) for one in mentees),
        (_toward_others(one) for one in mentors),
        lambda one, other: part_of(most, one + other, MOST_WISHES),
    )
    named = sorted(set(_named(mentees, mentors)))
    points = [_points(matching, mentors[column], mentees[row]) for row, column in named]
    rows, columns = [row for row, _ in named], [column for _, column in named]
    return Wishes(
        others,
        np.array(rows, dtype=np.intp),
        np.array(columns, dtype=np.intp),
        np.array(points, dtype=np.int16),
    )


def _named(mentees: Sequence[Candidate], mentors: Sequence[Candidate]) -> Iterator[tuple[int, int]]:
    row_of = {one.slug: row for row, one in enumerate(mentees)}
    column_of = {one.slug: column for column, one in enumerate(mentors)}
    for row, one in enumerate(mentees):
        yield from ((row, column_of[slug]) for slug in one.named if slug in column_of)
    for column, one in enumerate(mentors):
        yield from ((row_of[slug], column) for slug in one.named if slug in row_of)


def _points(matching: Round, mentor: Candidate, mentee: Candidate) -> int:
    units = _wish_of(mentor, mentee.slug) + _wish_of(mentee, mentor.slug)
    return part_of(matching.policy.weights.wishes, units, MOST_WISHES)


def _wish_of(candidate: Candidate, other: Slug) -> int:
    """Count a side's wish for the other, 0 to 4, by rank."""
    if other not in candidate.named:
        return _toward_others(candidate)
    return _BY_RANK[min(candidate.named.index(other), len(_BY_RANK) - 1)]


def _toward_others(candidate: Candidate) -> int:
    return 0 if candidate.named else _ASKED_NOBODY


def _text(mentor: Candidate, mentee: Candidate) -> Said:
    by_mentor, by_mentee = mentee.slug in mentor.named, mentor.slug in mentee.named
    if by_mentor and by_mentee:
        return said("%(names)s asked for each other", names=names_of((mentee, mentor)))
    if by_mentee:
        return said("%(name)s asked for %(other)s", name=mentee.name, other=mentor.name)
    if by_mentor:
        return said("%(name)s asked for %(other)s", name=mentor.name, other=mentee.name)
    if not (mentor.named or mentee.named):
        return said("Neither of them asked for anybody by name")
    asking = names_of(who for who in (mentee, mentor) if who.named)
    return said("%(names)s asked for somebody else", names=asking)


def _asked_in_the_open(mentor: Candidate, mentee: Candidate) -> bool:
    """Tell whether somebody asked in public and no private wish can be read off the points."""
    sides = ((mentor, mentee.slug), (mentee, mentor.slug))
    asked = any(one.application and other in one.application.asks_for for one, other in sides)
    return asked and all(_is_open(one, other) for one, other in sides)


def _is_open(candidate: Candidate, other: Slug) -> bool:
    application, consent = candidate.application, candidate.person.consent
    if application is None or not candidate.named:
        return True
    shown = consent is not None and Shared.ASK_BY_NAME in consent.shows
    return shown and (other in application.asks_for or not application.wishes)
