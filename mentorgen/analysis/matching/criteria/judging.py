"""A pair judged by every criterion, and the list of criteria itself."""

from collections.abc import Callable

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
from mentorgen.analysis.matching.criteria.finding import Finding
from mentorgen.analysis.matching.fits import Criterion, Fit, Reason
from mentorgen.analysis.matching.rounds import Candidate, Round


def fit(matching: Round, mentor: Candidate, mentee: Candidate) -> Fit:
    """Judge a pair by every criterion that the round's policy gives weight."""
    found = []
    for criterion, judge in CRITERIA:
        most = weight_of(matching, criterion)
        if most:
            finding = judge(matching, mentor, mentee)
            found.append(_reason(criterion, most, finding))
    return Fit(tuple(found))


def weight_of(matching: Round, criterion: Criterion) -> int:
    """Look up the most points that a criterion can give in a round."""
    weight: int = getattr(matching.policy.weights, criterion.value)
    return weight


def _reason(criterion: Criterion, most: int, finding: Finding) -> Reason:
    return Reason(
        criterion=criterion,
        points=finding.points,
        most=most,
        text=finding.text,
        known=finding.known,
        public=finding.public,
    )


CRITERIA: tuple[tuple[Criterion, Callable[[Round, Candidate, Candidate], Finding]], ...] = (
    (Criterion.SKILLS, skills.judge),
    (Criterion.GOALS, goals.judge),
    (Criterion.STYLE, style.judge),
    (Criterion.HOURS, hours.judge),
    (Criterion.EXPERIENCE, experience.judge),
    (Criterion.LANGUAGES, languages.judge),
    (Criterion.WISHES, wishes.judge),
    (Criterion.BACKGROUND, background.judge),
)
"""Every criterion with its judge, in the order in which reasons are told."""
