"""Languages: one that both speak is enough."""

from collections.abc import Sequence

from mentorgen.analysis.languages import language_name, spoken
from mentorgen.analysis.matching.criteria.finding import Finding, half_of, names_of
from mentorgen.analysis.matching.criteria.kinds import Kinds, Points, kinds_of
from mentorgen.analysis.matching.criteria.typical import Many, Question, typical
from mentorgen.analysis.matching.rounds import Candidate, Round
from mentorgen.analysis.wording import listed
from mentorgen.model.said import said

NOT_KNOWN = -1
"""Stands for the number of shared languages where somebody named none."""


def judge(matching: Round, mentor: Candidate, mentee: Candidate) -> Finding:
    """Give all points for a shared language."""
    one, other = _tongues(mentor), _tongues(mentee)
    points = _points(matching, shared(frozenset(one), frozenset(other)))
    if not (one and other):
        names = names_of(who for who in (mentor, mentee) if not who.person.languages)
        text = said("It is not known yet which language would suit %(names)s", names=names)
        return Finding(points, text, known=False)
    both = [language_name(language) for language in other if language in one]
    if not both:
        return Finding(points, said("They named no language that both speak"))
    return Finding(points, said("Both speak %(languages)s", languages=listed(both)))


def kinds(matching: Round, mentees: Sequence[Candidate], mentors: Sequence[Candidate]) -> Kinds:
    """Judge every set of languages with every other."""
    return kinds_of(
        (frozenset(_tongues(one)) for one in mentees),
        (frozenset(_tongues(one)) for one in mentors),
        lambda one, other: _points(matching, shared(one, other)),
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


def _points(matching: Round, languages: int) -> int:
    if languages == NOT_KNOWN:
        return _typical(matching)
    return matching.policy.weights.languages if languages else 0


def _typical(matching: Round) -> int:
    def says(one: Candidate) -> bool:
        return bool(one.person.languages)

    def judged(mentees: Many, mentors: Many) -> Points:
        return kinds(matching, mentees, mentors).points_of(slice(None))

    otherwise = half_of(matching.policy.weights.languages)
    return typical(matching, Question("languages", says, says, judged, otherwise))


def _tongues(candidate: Candidate) -> tuple[str, ...]:
    return spoken(candidate.person.languages)
