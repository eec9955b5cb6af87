"""Working style: how alike two people like to work, over four questions."""

from collections.abc import Sequence
from enum import StrEnum

from mentorgen.analysis.matching.criteria.finding import Finding, names_of, part_of
from mentorgen.analysis.matching.criteria.kinds import Kinds, kinds_of
from mentorgen.analysis.matching.rounds import Candidate, Round
from mentorgen.analysis.styles import WAYS, answered
from mentorgen.analysis.wording import listed
from mentorgen.model.people import WorkingStyle
from mentorgen.model.words import Contact

MOST_AGREEMENT = 8
"""Two for each of the four questions."""


def judge(matching: Round, mentor: Candidate, mentee: Candidate) -> Finding:
    """Count the answers that agree; an open question counts half."""
    one, other = _style_of(mentor), _style_of(mentee)
    points = part_of(matching.policy.weights.style, agreement(one, other), MOST_AGREEMENT)
    both = tuple(zip(answered(one), answered(other), strict=True))
    known = any(mine is not None and theirs is not None for mine, theirs in both)
    if not known:
        silent = [who for who in (mentor, mentee) if not any(answered(_style_of(who)))]
        text = f"It is not known yet how {names_of(silent or (mentor, mentee))} would like to work"
        return Finding(points, text, known=False)
    same = [WAYS[mine] for mine, theirs in both if mine is not None and mine is theirs]
    if same:
        return Finding(points, f"Both like {listed(same)}")
    return Finding(points, "They like to work in different ways: a first thing to talk about")


def kinds(matching: Round, mentees: Sequence[Candidate], mentors: Sequence[Candidate]) -> Kinds:
    """Judge every way of working with every other."""
    most = matching.policy.weights.style
    return kinds_of(
        (_style_of(one) for one in mentees),
        (_style_of(one) for one in mentors),
        lambda one, other: part_of(most, agreement(one, other), MOST_AGREEMENT),
    )


def agreement(style: WorkingStyle, other: WorkingStyle) -> int:
    """Count how far two ways of working agree, 0 to MOST_AGREEMENT; an open question counts one of two."""
    pairs = zip(answered(style), answered(other), strict=True)
    return sum(
        2 if one is another and one is not None else _either(one, another) for one, another in pairs
    )


def _style_of(candidate: Candidate) -> WorkingStyle:
    return candidate.person.style or WorkingStyle()


def _either(one: StrEnum | None, other: StrEnum | None) -> int:
    return int(one is None or other is None or Contact.MIXED in {one, other})
