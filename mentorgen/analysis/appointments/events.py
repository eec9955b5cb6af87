"""The program's own dates: what happens in its rounds, and flash mentoring that is offered."""

from collections.abc import Iterable, Iterator
from datetime import date

from mentorgen.analysis.appointments.appointment import Appointment, Certainty, in_order
from mentorgen.model.cohorts import Cohort, Event, Slot, SlotTime
from mentorgen.model.ids import CohortId, Slug
from mentorgen.model.people import Participant
from mentorgen.model.program import Program
from mentorgen.model.said import Said, said

REVISIONS_A_CHANGE = 2
"""Leaves one for an event that is called off, so that it can take place after all, with a change."""


def program_appointments(program: Program) -> tuple[Appointment, ...]:
    """List the events of all rounds; nothing of pairs and persons."""
    return in_order(events_of(program, program.cohorts))


def events_of(program: Program, cohorts: Iterable[CohortId]) -> Iterator[Appointment]:
    """List the events of some rounds."""
    for cohort in cohorts:
        for event in program.events[cohort]:
            yield _event(program.cohorts[cohort], event)


def flash_of(program: Program, slug: Slug) -> Iterator[Appointment]:
    """List the flash mentoring that a person offers or has booked."""
    for slot in program.slots:
        for time in slot.times:
            if slug in (slot.slug, time.booked_by):
                yield _flash(program, slot, time)


def first_day_of(cohort: Cohort, otherwise: date) -> date:
    """Tell since when a round is known: no file says when an event was written down."""
    return min((day for day in (cohort.opens, cohort.starts) if day), default=otherwise)


def _event(cohort: Cohort, event: Event) -> Appointment:
    """Tell of an event, with a revision that each day of a change raises by two and a calling off by one."""
    first = first_day_of(cohort, event.on)
    called_off = (event.cancelled,) if event.cancelled else ()
    return Appointment(
        key=f"event/{event.cohort}/{event.id}",
        title=event.name,
        on=event.on,
        at=event.at,
        minutes=event.minutes,
        text=event.about or "",
        link=event.link,
        certainty=Certainty.CANCELLED if called_off else Certainty.CONFIRMED,
        revision=REVISIONS_A_CHANGE * len(event.changed) + len(called_off),
        revised=max((first, *event.changed, *called_off)),
    )


def _flash(program: Program, slot: Slot, time: SlotTime) -> Appointment:
    mentor, guest = program.participants[slot.slug], time.booked_by
    booked_by = program.participants.get(guest) if guest else None
    return Appointment(
        key=f"slot/{slot.slug}/{slot.on}/{time.at}",
        title=_flash_title(mentor, booked_by, is_booked=guest is not None),
        on=slot.on,
        at=time.at,
        minutes=time.minutes,
        text=slot.about or "",
        certainty=Certainty.CONFIRMED if guest else Certainty.TENTATIVE,
        revision=1 if guest else 0,
        revised=min(slot.on, mentor.joined or slot.on),
    )


def _flash_title(mentor: Participant, guest: Participant | None, *, is_booked: bool) -> Said:
    """Name both where the guest is known; else say only whether the time is still free."""
    if guest is not None:
        return said("Flash mentoring: %(name)s with %(guest)s", name=mentor.name, guest=guest.name)
    if is_booked:
        return said("Flash mentoring: %(name)s (booked)", name=mentor.name)
    return said("Flash mentoring: %(name)s (free)", name=mentor.name)
