"""Who waits for a mentor, and since when."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from mentorgen.analysis.facts import facts_until
from mentorgen.analysis.members import Word
from mentorgen.analysis.relationships import Relationship
from mentorgen.model.cohorts import Application
from mentorgen.model.facts import Applied, Declined, Fact, Withdrawn
from mentorgen.model.ids import CohortId, Slug
from mentorgen.model.people import Participant
from mentorgen.model.program import Program
from mentorgen.model.words import Outcome


@dataclass(frozen=True, slots=True)
class Wait:
    """Somebody seeks a mentor and has none; `since` is None where no fact dates their request."""

    since: date | None


@dataclass(frozen=True, slots=True)
class _Request:
    cohort: CohortId
    on: date


def applications_by_person(program: Program) -> Mapping[Slug, tuple[Application, ...]]:
    """List everybody's applications, sorted by cohort; who never applied has no entry."""
    found: dict[Slug, list[Application]] = defaultdict(list)
    for applications in program.applications.values():
        for application in applications:
            found[application.slug].append(application)
    return {slug: tuple(own) for slug, own in found.items()}


def wait_of(
    program: Program,
    person: Participant,
    *,
    own: Collection[Relationship],
    applications: Iterable[Application],
    today: date,
) -> Wait | None:
    """Tell whether a person seeks a mentor and has none, from their own pairs and applications.

    A request holds until it is withdrawn, declined or its round is over. Where somebody never applied
    to any round, being in the program is the request. A relationship that ran its course, or that the
    person left, has met it; one that was changed or stopped has not, so the person waits on.
    """
    facts = facts_until(program.person_facts.get(person.slug, ()), today)
    requests = tuple(_requests(person, applications, facts, today))
    met = max((day for one in own for day in _days_met(one, person.slug)), default=date.min)
    learns_now = any(one.goes_on and one.kept_for(_learner(one, person.slug)) for one in own)
    if learns_now or not (person.role.learns or requests):
        return None
    if not requests:
        known = person.joined is None or person.joined <= today
        return Wait(person.joined) if known and met == date.min else None
    open_since = [
        request.on
        for request in requests
        if request.on >= met and not _is_over(program, request, facts, today)
    ]
    return Wait(min(open_since)) if open_since else None


def _requests(
    person: Participant, applications: Iterable[Application], facts: Iterable[Fact], today: date
) -> Iterable[_Request]:
    for application in applications:
        if application.applied <= today and (application.role or person.role).learns:
            yield _Request(application.cohort, application.applied)
    for fact in facts:
        if isinstance(fact, Applied) and person.role.learns:
            yield _Request(fact.cohort, fact.on)


def _is_over(program: Program, request: _Request, facts: Iterable[Fact], today: date) -> bool:
    ends = program.cohorts[request.cohort].ends
    if ends is not None and ends < today:
        return True
    return any(
        isinstance(fact, Withdrawn | Declined)
        and fact.cohort in {None, request.cohort}
        and fact.on >= request.on
        for fact in facts
    )


def _learner(one: Relationship, slug: Slug) -> tuple[Slug, ...]:
    return (slug,) if slug in (*one.pair.mentees, *one.pair.members) else ()


def _days_met(one: Relationship, slug: Slug) -> Iterable[date]:
    """Give the day on which a relationship ended that met the person's request."""
    life, standing = one.life, one.standing
    if not _learner(one, slug) or life.began is None:
        return
    word = life.answers.words.get(slug)
    if word is not None and word.word is Word.LEFT:
        yield word.on
    if not one.goes_on and standing.outcome in {None, Outcome.COMPLETED}:
        yield standing.since or life.began
