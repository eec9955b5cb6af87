"""Who was left over before: people who asked and found nobody go first the next time."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from mentorgen.analysis.matching.rounds import Candidate, Round
from mentorgen.analysis.matching.taking_part import CLOSED, last_word
from mentorgen.analysis.relationships import Relationship, broke_off_last
from mentorgen.model.cohorts import Application
from mentorgen.model.ids import CohortId, Slug
from mentorgen.model.words import Form

MOST_WAITED = 3
"""Having waited longer than three rounds counts as three."""


def rounds_waited(matching: Round, candidates: Iterable[Candidate]) -> tuple[int, ...]:
    """Count for each person the rounds in which they were left over, at most three.

    A round counts that began before this one, that the person asked to join as somebody who learns or as
    a peer, and in which no relationship of theirs began. One more counts where a relationship of theirs
    was changed or stopped and no other has begun since.
    """
    earlier = _earlier_rounds(matching)
    requests = {
        cohort: {one.slug: one for one in matching.program.applications[cohort]}
        for cohort in earlier
    }
    own = _begun(matching, {*earlier, matching.cohort.id})
    return tuple(
        min(
            _rounds(matching, one, requests, own.get(one.slug, ()))
            + broke_off_last(own.get(one.slug, ())),
            MOST_WAITED,
        )
        for one in candidates
    )


def _earlier_rounds(matching: Round) -> tuple[CohortId, ...]:
    start = matching.cohort.starts or matching.today
    return tuple(
        one.id
        for one in matching.program.cohorts.values()
        if one.id != matching.cohort.id and one.starts is not None and one.starts < start
    )


def _begun(matching: Round, cohorts: Iterable[CohortId]) -> Mapping[Slug, tuple[Relationship, ...]]:
    """Gather for each person the relationships in which they learn, or are a peer, and which began."""
    known, found = frozenset(cohorts), defaultdict(list)
    for one in matching.relationships.values():
        if one.pair.cohort in known and one.life.began is not None:
            for slug in (*one.pair.mentees, *one.pair.members):
                found[slug].append(one)
    return {slug: tuple(own) for slug, own in found.items()}


def _rounds(
    matching: Round,
    candidate: Candidate,
    requests: Mapping[CohortId, Mapping[Slug, Application]],
    own: Iterable[Relationship],
) -> int:
    served = {one.pair.cohort for one in own}
    asked = (
        (cohort, by_slug[candidate.slug])
        for cohort, by_slug in requests.items()
        if candidate.slug in by_slug and cohort not in served
    )
    return sum(
        _sought(candidate, application)
        and last_word(matching, candidate.slug, application, cohort) not in CLOSED
        for cohort, application in asked
    )


def _sought(candidate: Candidate, application: Application) -> bool:
    role = application.role or candidate.person.role
    return role.learns or Form.PEER in application.forms
