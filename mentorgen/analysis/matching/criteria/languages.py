"""Languages: one that both speak is enough."""

from collections.abc import Sequence

from mentorgen.analysis.languages import language_name, spoken
from mentorgen.analysis.matching.criteria.finding import Finding, half_of, names_of
from mentorgen.analysis.matching.criteria.kinds import Kinds, kinds_of
from mentorgen.analysis.matching.rounds import Candidate, Round
from mentorgen.analysis.wording import listed

NOT_KNOWN = -1
"""Stands for the number of shared languages where somebody named none."""


def judge(matching: Round, mentor: Candidate, mentee: Candidate) -> Finding:
    """Give all points for a shared language."""
    one, other = _tongues(mentor), _tongues(mentee)
    points = _points(matching.policy.weights.languages, shared(frozenset(one), frozenset(other)))
    if not (one and other):
        names = names_of(who for who in (mentor, mentee) if not who.person.languages)
        text = f"It is not known yet which language would suit {names}"
        return Finding(points, text, known=False)
    both = [language_name(language) for language in other if language in one]
    text = f"Both speak {listed(both)}" if both else "They named no language that both speak"
    return Finding(points, text)


def kinds(matching: Round, mentees: Sequence[Candidate], mentors: Sequence[Candidate]) -> Kinds:
    """Judge every set of languages with every other."""
    most = matching.policy.weights.languages
    return kinds_of(
        (frozenset(_tongues(one)) for one in mentees),
        (frozenset(_tongues(one)) for one in mentors),
        lambda one, other: _points(most, shared(one, other)),
    )


def shared_kinds(mentees: Sequence[Candidate], mentors: Sequence[Candidate]) -> Kinds:
    """Count the languages that every two share."""
    return kinds_of(
        (frozenset(_tongues(one)) for one in mentees),
        (frozenset(_tongues(one)) for one in mentors),
        shared,
    )


def shared(one: frozenset[str], other: frozenset[str]) -> int:
    """Count shared languages; NOT_KNOWN where one side named none."""
    return len(one & other) if one and other else NOT_KNOWN


def _points(most: int, languages: int) -> int:
    if languages == NOT_KNOWN:
        return half_of(most)
    return most if languages else 0


def _tongues(candidate: Candidate) -> tuple[str, ...]:
    return spoken(candidate.person.languages)
