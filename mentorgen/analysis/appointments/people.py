"""The dates of one person: those of all their pairs, the events of their rounds, their flash mentoring."""

from collections.abc import Iterable, Iterator
from datetime import date

from mentorgen.analysis.appointments.appointment import Appointment, in_order
from mentorgen.analysis.appointments.events import events_of, flash_of
from mentorgen.analysis.appointments.pairs import pair_appointments
from mentorgen.analysis.facts import facts_until
from mentorgen.analysis.members import gone_since
from mentorgen.analysis.relationships import pairs_by_person
from mentorgen.model.facts import Applied, Declined, Fact, Withdrawn
from mentorgen.model.ids import CohortId, Slug
from mentorgen.model.program import Program


def person_appointments(program: Program, slug: Slug, *, today: date) -> tuple[Appointment, ...]:
    """List a person's dates as they are known on the day; who left the program has none after it."""
    pairs = pairs_by_person(program)[slug]
    together = {pair.id: pair_appointments(program, pair, today=today, of=slug) for pair in pairs}
    joined = {program.pairs[pair].cohort for pair, dates in together.items() if dates}
    rounds = sorted(joined | {*_rounds(program, slug, today)})
    gone = gone_since(facts_until(program.person_facts[slug], today))
    own = (
        *events_of(program, rounds),
        *flash_of(program, slug),
        *(one for dates in together.values() for one in dates),
    )
    return in_order(one.until(gone) for one in own)


def _rounds(program: Program, slug: Slug, today: date) -> Iterator[CohortId]:
    """Name the rounds that somebody asked to join, organises, or is in because nobody has to ask."""
    facts = facts_until(program.person_facts[slug], today)
    joined = program.participants[slug].joined or date.min
    for cohort in program.cohorts.values():
        asked = [one for one in program.applications[cohort.id] if one.applied <= today]
        days = [
            *(one.applied for one in asked if one.slug == slug),
            *(fact.on for fact in facts if isinstance(fact, Applied) and fact.cohort == cohort.id),
        ]
        is_everybodys = not asked and (cohort.ends or date.max) >= joined
        organises = slug in program.settings.coordinators
        if organises or is_everybodys or (days and not _is_refused(facts, cohort.id, max(days))):
            yield cohort.id


def _is_refused(facts: Iterable[Fact], cohort: CohortId, asked: date) -> bool:
    """Tell whether a request was taken back or not taken up; on one day a no outweighs it."""
    return any(
        isinstance(fact, Withdrawn | Declined)
        and fact.cohort in {None, cohort}
        and fact.on >= asked
        for fact in facts
    )
