"""Working style: how alike two people like to work, over four questions."""

from collections.abc import Sequence

from mentorgen.analysis.matching.criteria.finding import Finding, names_of, part_of
from mentorgen.analysis.matching.criteria.kinds import Kinds, Points, kinds_of
from mentorgen.analysis.matching.criteria.typical import Many, Question, typical
from mentorgen.analysis.matching.rounds import Candidate, Round
from mentorgen.analysis.styles import WAYS, Way, answered
from mentorgen.analysis.wording import listed
from mentorgen.model.said import said
from mentorgen.model.words import Contact

SAME = 1000
"""The same answer to a question; so fine that the mean of a question can be told from half."""

_Style = tuple[Way | None, ...]
"""Somebody's answers; None where they left a question open."""


def judge(matching: Round, mentor: Candidate, mentee: Candidate) -> Finding:
    """Count the answers that agree; an open question counts as it does for the typical pair."""
    one, other = _style_of(mentor), _style_of(mentee)
    points = _points(matching, one, other)
    both = tuple(zip(one, other, strict=True))
    known = any(mine is not None and theirs is not None for mine, theirs in both)
    if not known:
        silent = [who for who in (mentor, mentee) if not any(_style_of(who))]
        text = said(
            "It is not known yet how %(names)s would like to work",
            names=names_of(silent or (mentor, mentee)),
        )
        return Finding(points, text, known=False)
    same = [WAYS[mine] for mine, theirs in both if mine is not None and mine is theirs]
    if same:
        return Finding(points, said("Both like %(ways)s", ways=listed(same)))
    text = said("They like to work in different ways: a first thing to talk about")
    return Finding(points, text)


def kinds(matching: Round, mentees: Sequence[Candidate], mentors: Sequence[Candidate]) -> Kinds:
    """Judge every way of working with every other."""
    return kinds_of(
        map(_style_of, mentees),
        map(_style_of, mentors),
        lambda one, other: _points(matching, one, other),
    )


def _style_of(candidate: Candidate) -> _Style:
    return answered(candidate.person.style)


def _points(matching: Round, one: _Style, other: _Style) -> int:
    agreed = [
        _typical(matching, question) if mine is None or theirs is None else _agreement(mine, theirs)
        for question, (mine, theirs) in enumerate(zip(one, other, strict=True))
    ]
    return part_of(matching.policy.weights.style, sum(agreed), SAME * len(agreed))


def _agreement(one: Way | None, other: Way | None) -> int:
    if one is other:
        return SAME
    return SAME // 2 if Contact.MIXED in {one, other} else 0


def _typical(matching: Round, question: int) -> int:
    def answer(one: Candidate) -> Way | None:
        return _style_of(one)[question]

    def says(one: Candidate) -> bool:
        return answer(one) is not None

    def judged(mentees: Many, mentors: Many) -> Points:
        agreed = kinds_of(map(answer, mentees), map(answer, mentors), _agreement)
        return agreed.points_of(slice(None))

    return typical(matching, Question(f"style {question}", says, says, judged, SAME // 2))
