"""Who has a place free, who waits for a mentor and who is away: computed for a day, never stored."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from mentorgen.analysis.facts import facts_until
from mentorgen.analysis.members import gone_since
from mentorgen.analysis.pauses import pauses
from mentorgen.analysis.relationships import (
    Relationship,
    pairs_by_person,
    relationship_of,
    relationships,
)
from mentorgen.analysis.spans import span_on
from mentorgen.analysis.waiting import Wait, applications_by_person, wait_of
from mentorgen.model.cohorts import Application
from mentorgen.model.ids import PairId, Slug
from mentorgen.model.people import Participant
from mentorgen.model.program import Program


class Availability(StrEnum):
    """What others need to know of a person at a glance.

    `full` mentors have no place left; `with` is for who learns and has, or seeks, nobody more.
    """

    OPEN = "open"
    WAITING = "waiting"
    FULL = "full"
    WITH = "with"
    AWAY = "away"


@dataclass(frozen=True, slots=True)
class Places:
    """A person's places on a day.

    `capacity`, `taken` and `open` count mentees and are 0 for who does not mentor; who is away has none
    open. `wanted` and `found` count mentors and are 0 for who does not learn. A suggested pair takes
    its places until it is declined or lapses. For somebody who both mentors and learns, `state` says
    first that they have a place open, then that they wait.
    """

    capacity: int
    taken: int
    open: int
    wanted: int
    found: int
    state: Availability
    wait: Wait | None


def places(program: Program, *, today: date) -> Mapping[Slug, Places]:
    """Compute everybody's places, sorted by slug; linear in the size of the program."""
    return places_among(program, relationships(program, today=today), today=today)


def places_among(
    program: Program, known: Mapping[PairId, Relationship], *, today: date
) -> Mapping[Slug, Places]:
    """Compute everybody's places from the program's relationships on the same day."""
    pairs = pairs_by_person(program)
    applications = applications_by_person(program)
    return {
        slug: _places(
            program,
            person,
            own=[known[pair.id] for pair in pairs[slug]],
            applications=applications.get(slug, ()),
            today=today,
        )
        for slug, person in program.participants.items()
    }


def places_of(program: Program, slug: Slug, *, today: date) -> Places:
    """Compute one person's places; for many people `places` is quicker."""
    own = [
        relationship_of(program, pair, today=today)
        for pair in program.pairs.values()
        if slug in pair.everyone
    ]
    applications = applications_by_person(program).get(slug, ())
    person = program.participants[slug]
    return _places(program, person, own=own, applications=applications, today=today)


def is_away(program: Program, slug: Slug, *, today: date) -> bool:
    """Tell whether a person pauses on the day or has left the program."""
    facts = facts_until(program.person_facts.get(slug, ()), today)
    return gone_since(facts) is not None or span_on(pauses(facts), today) is not None


def _places(
    program: Program,
    person: Participant,
    *,
    own: Collection[Relationship],
    applications: Iterable[Application],
    today: date,
) -> Places:
    away = is_away(program, person.slug, today=today)
    capacity = person.capacity if person.role.mentors else 0
    taken = sum(_taken(one, person.slug) for one in own)
    free = 0 if away else max(capacity - taken, 0)
    found = sum(_found(one, person.slug) for one in own)
    wait = (
        None if away else wait_of(program, person, own=own, applications=applications, today=today)
    )
    return Places(
        capacity=capacity,
        taken=taken,
        open=free,
        wanted=person.mentors_wanted if person.role.learns else 0,
        found=found,
        state=_state(person, free=free, waits=wait is not None, away=away),
        wait=wait,
    )


def _taken(one: Relationship, slug: Slug) -> int:
    mentors = one.goes_on and slug in one.pair.mentors and one.kept_for((slug,))
    return one.kept_for(one.pair.mentees) if mentors else 0


def _found(one: Relationship, slug: Slug) -> int:
    """Count the mentors a learner has in it; in a circle of peers the others are one."""
    if not one.goes_on or not one.kept_for((slug,)):
        return 0
    if slug in one.pair.members:
        return 1
    return one.kept_for(one.pair.mentors) if slug in one.pair.mentees else 0


def _state(person: Participant, *, free: int, waits: bool, away: bool) -> Availability:
    if away:
        return Availability.AWAY
    if free:
        return Availability.OPEN
    if waits:
        return Availability.WAITING
    return Availability.FULL if person.role.mentors else Availability.WITH
