"""Who was left over before: people who took part in a round and found nobody go first the next time.

A request counts for nothing here: whoever writes it chooses its day. What counts is the organisers'
word that somebody was taken into a round, and what became of a suggestion that they made.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping

from mentorgen.analysis.facts import facts_until
from mentorgen.analysis.matching.rounds import Candidate, Round
from mentorgen.analysis.matching.taking_part import CLOSED, last_word
from mentorgen.analysis.members import Word
from mentorgen.analysis.relationships import Relationship, broke_off_last
from mentorgen.model.cohorts import Application
from mentorgen.model.facts import Accepted
from mentorgen.model.ids import CohortId, Slug
from mentorgen.model.words import Form

MOST_WAITED = 3
"""Having waited longer than three rounds counts as three."""


def rounds_waited(matching: Round, candidates: Iterable[Candidate]) -> tuple[int, ...]:
    """Count for each person the rounds in which they were left over, at most three.

    A round counts that began before this one, into which the organisers took the person as somebody who
    learns or as a peer, or in which they were suggested to somebody and it came to nothing without their
    doing; unless a relationship of theirs began in it. One more counts where a relationship of theirs was
    changed or stopped and no other has begun since.
    """
    earlier = _earlier_rounds(matching)
    requests = {
        cohort: {one.slug: one for one in matching.program.applications[cohort]}
        for cohort in earlier
    }
    own = _own(matching, {*earlier, matching.cohort.id})
    return tuple(
        min(
            len(_rounds(matching, one, requests, own.get(one.slug, ())))
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


def _own(matching: Round, cohorts: Collection[CohortId]) -> Mapping[Slug, tuple[Relationship, ...]]:
    """Gather for each person the relationships, begun or suggested, in which they learn or are a peer."""
    found = defaultdict(list)
    for one in matching.relationships.values():
        if one.pair.cohort in cohorts:
            for slug in (*one.pair.mentees, *one.pair.members):
                found[slug].append(one)
    return {slug: tuple(own) for slug, own in found.items()}


def _rounds(
    matching: Round,
    candidate: Candidate,
    requests: Mapping[CohortId, Mapping[Slug, Application]],
    own: Collection[Relationship],
) -> Collection[CohortId]:
    served = {one.pair.cohort for one in own if one.life.began is not None}
    suggested = {one.pair.cohort for one in own if _came_to_nothing(one, candidate.slug)}
    taken_in = {
        cohort
        for cohort in _accepted(matching, candidate.slug)
        if cohort in requests and _sought(candidate, requests[cohort].get(candidate.slug))
    }
    return ((suggested & requests.keys()) | taken_in) - served


def _accepted(matching: Round, slug: Slug) -> Iterator[CohortId]:
    """Give the rounds into which the organisers took somebody who did not take it back."""
    for fact in facts_until(matching.program.person_facts.get(slug, ()), matching.today):
        if (
            isinstance(fact, Accepted)
            and last_word(matching, slug, None, fact.cohort) not in CLOSED
        ):
            yield fact.cohort


def _came_to_nothing(one: Relationship, slug: Slug) -> bool:
    """Tell whether somebody was suggested and stayed alone because of others: they said yes, or another said no."""
    words = one.life.answers.words
    word = words[slug].word if slug in words else None
    others_went = any(said.word is not Word.YES for who, said in words.items() if who != slug)
    is_willing = word is Word.YES or (word is None and others_went)
    return is_willing and not one.goes_on and one.life.began is None


def _sought(candidate: Candidate, application: Application | None) -> bool:
    if application is None:
        return candidate.person.role.learns
    role = application.role or candidate.person.role
    return role.learns or Form.PEER in application.forms
