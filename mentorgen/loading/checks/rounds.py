"""Checks of rounds and of what happens in them: applications, events, flash mentoring."""

from collections.abc import Iterator
from datetime import date, timedelta

from mentorgen.loading.checks.policies import check_matching
from mentorgen.loading.checks.repeats import repeats
from mentorgen.loading.checks.world import World
from mentorgen.loading.documents import Document
from mentorgen.loading.rules import Rule
from mentorgen.loading.spelling import shown
from mentorgen.model.cohorts import Application, Cohort, Event, Slot
from mentorgen.model.problems import Problem, Severity

_AROUND = timedelta(days=28)
"""A kick-off may come before the first day of a round, and a showcase after the last."""


def check_cohort(document: Document, cohort: Cohort) -> Iterator[Problem]:
    """Check that a round's dates follow each other, and that it has those it needs."""
    for earlier, later in (("opens", "closes"), ("starts", "ends"), ("closes", "ends")):
        first, second = getattr(cohort, earlier), getattr(cohort, later)
        if first and second and second < first:
            yield document.problem(
                (later,), Rule.DATE_ORDER, f"{later} lies before {earlier}, {first}."
            )
    if not cohort.rolling and (cohort.starts is None or cohort.ends is None):
        yield document.problem(
            (),
            Rule.ROUND_DATES,
            "a round needs 'starts' and 'ends'; one that never closes says 'rolling: true'.",
        )
    yield from repeats(document, "forms", cohort.forms)
    if cohort.matching is not None:
        yield from check_matching(document, cohort.matching)


def check_application(
    document: Document, application: Application, world: World
) -> Iterator[Problem]:
    """Check that somebody applied while the round was open, and what they ask for."""
    applied = application.applied
    yield from world.ahead(document, ("applied",), applied, "applied")
    yield from repeats(document, "wants", [want.skill for want in application.wants], "skill")
    cohort = world.cohorts.get(application.cohort)
    if cohort is None:
        return
    if application.forms and not {*application.forms} & {*cohort.forms}:
        yield _in_no_form(document, application, cohort)
    if cohort.closes and cohort.closes < applied <= world.today:
        yield _outside(document, "applied", f"applications closed on {cohort.closes}")
    elif cohort.opens and applied < cohort.opens:
        yield _outside(document, "applied", f"applications open on {cohort.opens}")
    for field in ("asks_for", "wishes"):
        for index, slug in enumerate(getattr(application, field)):
            if slug == application.slug:
                message = f"{shown(slug)} asks for themselves; name somebody else."
                yield document.problem((field, index), Rule.SAME_PERSON, message)


def _in_no_form(document: Document, application: Application, cohort: Cohort) -> Problem:
    """Tell somebody who would otherwise wait for a match that never comes."""
    asked, offered = (", ".join(form.value for form in one.forms) for one in (application, cohort))
    message = f"forms names none that the round offers ({offered}), only {asked}: they would take part in nothing."
    return document.problem(("forms",), Rule.ROUND_FORM, message, severity=Severity.WARNING)


def check_event(document: Document, event: Event, world: World) -> Iterator[Problem]:
    """Check that an event lies in its round, or at most four weeks off, and when it was changed."""
    for index, day in enumerate(event.changed):
        yield from world.ahead(document, ("changed", index), day, "this change")
    yield from world.ahead(document, ("cancelled",), event.cancelled, "cancelled")
    cohort = world.cohorts.get(event.cohort)
    if cohort is None:
        return
    first, last = _first_day(cohort), cohort.ends
    if (first and event.on < first - _AROUND) or (last and event.on > last + _AROUND):
        yield _outside(document, "on", f"its round goes from {first} to {last}")


def _first_day(cohort: Cohort) -> date | None:
    days = [day for day in (cohort.opens, cohort.starts) if day]
    return min(days, default=None)


def _outside(document: Document, field: str, why: str) -> Problem:
    message = f"{field} lies outside the round: {why}."
    return document.problem((field,), Rule.OUTSIDE_ROUND, message, severity=Severity.WARNING)


def check_slot(document: Document, slot: Slot, world: World) -> Iterator[Problem]:
    """Check that nobody books their own time, and that no two times overlap."""
    if slot.on > world.last_day:
        message = f"the day of this file, {slot.on}, is more than five years away; rename it."
        yield document.problem((), Rule.DATE, message)
    taken: list[tuple[int, int]] = []
    for index, time in enumerate(slot.times):
        begin, end = time.at, time.at + time.minutes
        if any(begin < other_end and other < end for other, other_end in taken):
            message = "this time overlaps another of the same day; move or shorten one of them."
            yield document.problem(("times", index, "at"), Rule.SLOT, message)
        taken.append((begin, end))
        if time.booked_by == slot.slug:
            message = f"{shown(slot.slug)} booked their own time; name who comes, or delete it."
            yield document.problem(("times", index, "booked_by"), Rule.SLOT, message)
