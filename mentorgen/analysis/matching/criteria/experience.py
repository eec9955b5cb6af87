"""Experience: whoever guides should be ahead, neither by too little nor by too much.

In reverse mentoring the less experienced one guides, so that the gap is asked for the other way round.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from mentorgen.analysis.matching.criteria.finding import (
    Finding,
    half_of,
    in_words,
    names_of,
    part_of,
)
from mentorgen.analysis.matching.criteria.kinds import Kinds, Points, kinds_of
from mentorgen.analysis.matching.criteria.typical import Many, Question, typical
from mentorgen.analysis.matching.forms import form_of
from mentorgen.analysis.matching.rounds import Candidate, Round
from mentorgen.model.said import said, said_n
from mentorgen.model.words import Form

_QUARTERS = ((25, 2), (15, 3), (3, 4), (2, 3), (1, 2), (0, 1))
"""From how many years ahead on there are so many quarters of the points; behind there are none."""


@dataclass(frozen=True, slots=True)
class _Kind:
    """For how many years somebody has done this work, and the forms that they take."""

    years: int | None
    forms: frozenset[Form]


def judge(matching: Round, mentor: Candidate, mentee: Candidate) -> Finding:
    """Give all points for three to fifteen years ahead, fewer for less or more."""
    points = _points(matching, _kind(mentor), _kind(mentee))
    years, theirs = mentor.person.experience_years, mentee.person.experience_years
    if years is None or theirs is None:
        silent = (one for one in (mentor, mentee) if one.person.experience_years is None)
        text = said(
            "It is not known yet for how many years %(names)s did this work", names=names_of(silent)
        )
        return Finding(points, text, known=False)
    more, less = (mentor, mentee) if years >= theirs else (mentee, mentor)
    gap = abs(years - theirs)
    if not gap:
        both = names_of((mentor, mentee))
        text = said("%(names)s have equally many years of experience", names=both)
        return Finding(points, text)
    text = said_n(
        "%(more)s has %(years)s year more experience than %(less)s",
        "%(more)s has %(years)s years more experience than %(less)s",
        gap,
        more=more.name,
        less=less.name,
        years=in_words(gap),
    )
    return Finding(points, text)


def kinds(matching: Round, mentees: Sequence[Candidate], mentors: Sequence[Candidate]) -> Kinds:
    """Judge every number of years with every other."""
    return kinds_of(
        map(_kind, mentees),
        map(_kind, mentors),
        lambda mentee, mentor: _points(matching, mentor, mentee),
    )


def _kind(candidate: Candidate) -> _Kind:
    return _Kind(candidate.person.experience_years, candidate.forms)


def _points(matching: Round, mentor: _Kind, mentee: _Kind) -> int:
    if mentor.years is None or mentee.years is None:
        return _typical(matching)
    in_reverse = form_of(mentor, mentee) is Form.REVERSE
    ahead = (mentor.years - mentee.years) * (-1 if in_reverse else 1)
    quarters = next((part for least, part in _QUARTERS if ahead >= least), 0)
    return part_of(matching.policy.weights.experience, quarters, 4)


def _typical(matching: Round) -> int:
    def says(one: Candidate) -> bool:
        return one.person.experience_years is not None

    def judged(mentees: Many, mentors: Many) -> Points:
        return kinds(matching, mentees, mentors).points_of(slice(None))

    otherwise = half_of(matching.policy.weights.experience)
    return typical(matching, Question("experience", says, says, judged, otherwise))
