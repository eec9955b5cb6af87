"""The calendars that lie beside the pages: the program's, and those that people chose to show."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from mentorgen.analysis.appointments import (
    Appointment,
    names_of,
    pair_appointments,
    person_appointments,
    program_appointments,
)
from mentorgen.analysis.relationships import Relationship
from mentorgen.model.cohorts import Slot
from mentorgen.model.ids import Slug
from mentorgen.model.privacy import Shared
from mentorgen.model.program import Program
from mentorgen.model.said import Joint, joined, said
from mentorgen.output.addresses import pair_path, person_path
from mentorgen.output.calendars import FILE_NAME, calendar_text
from mentorgen.output.site.page import SiteFile
from mentorgen.output.site.pages.frame import Frame, has_ticked
from mentorgen.output.site.views import LinkView
from mentorgen.output.site.words import ENGLISH, Words


def site_calendars(frame: Frame, words: Words = ENGLISH) -> Iterator[SiteFile]:
    """Make the program's calendar, and one for each pair and person whose dates may be shown."""
    settings = frame.program.settings
    events = program_appointments(frame.program)
    if events:
        yield SiteFile(FILE_NAME, calendar_text(settings, settings.name, in_words(events, words)))
    for one in frame.pairs.values():
        if _is_shown(frame, one):
            name = joined((names_of(frame.program, one.pair), settings.name), Joint.COMMA)
            dates = in_words(pair_appointments(frame.program, one.pair, today=frame.today), words)
            yield SiteFile(_place_of_pair(one), calendar_text(settings, words.of(name), dates))
    shown = _shown(frame)
    for slug, person in frame.people.items():
        if _shows(frame.program, slug):
            name = joined((person.name, settings.name), Joint.COMMA)
            dates = in_words(person_appointments(shown, slug, today=frame.today), words)
            yield SiteFile(_place_of_person(slug), calendar_text(settings, name, dates))


def in_words(appointments: Iterable[Appointment], words: Words) -> Iterator[Appointment]:
    """Say dates in a language; whatever a calendar knows them by stays the same."""
    for one in appointments:
        yield replace(one, title=words.of(one.title), text=words.of(one.text))


def program_calendar_link(frame: Frame) -> LinkView | None:
    """Lead to the program's calendar, where there is anything in it."""
    return _offer(frame, FILE_NAME) if any(frame.program.events.values()) else None


def pair_calendar_links(frame: Frame, one: Relationship) -> tuple[LinkView, ...]:
    """Lead to a pair's calendar, if everybody in it chose to show theirs."""
    return (_offer(frame, _place_of_pair(one)),) if _is_shown(frame, one) else ()


def person_calendar_links(frame: Frame, slug: Slug) -> tuple[LinkView, ...]:
    """Lead to a person's calendar, if they chose to show it."""
    return (_offer(frame, _place_of_person(slug)),) if _shows(frame.program, slug) else ()


def _offer(frame: Frame, place: str) -> LinkView:
    """Let somebody subscribe where the site's address is known; else the file is read once."""
    if not frame.site_url:
        return LinkView(text=said("Dates for your calendar"), target=place)
    _, _, rest = f"{frame.site_url.rstrip('/')}/{place}".partition("://")
    return LinkView(text=said("Subscribe to these dates"), target=f"webcal://{rest}")


def _place_of_pair(one: Relationship) -> str:
    return f"{pair_path(one.pair.id)}{FILE_NAME}"


def _place_of_person(slug: Slug) -> str:
    return f"{person_path(slug)}{FILE_NAME}"


def _is_shown(frame: Frame, one: Relationship) -> bool:
    return all(_shows(frame.program, slug) for slug in one.pair.everyone)


def _shows(program: Program, slug: Slug) -> bool:
    person = program.participants.get(slug)
    return person is not None and has_ticked(person, Shared.CALENDAR)


def _shown(frame: Frame) -> Program:
    """Leave out of the program the dates of which somebody did not choose to show theirs."""
    return replace(
        frame.program,
        pairs={pair: one.pair for pair, one in frame.pairs.items() if _is_shown(frame, one)},
        slots=tuple(_slot(frame.program, slot) for slot in frame.program.slots),
    )


def _slot(program: Program, slot: Slot) -> Slot:
    shown = (
        time
        for time in slot.times
        if time.booked_by is None or _shows(program, time.booked_by)
        if _shows(program, slot.slug)
    )
    return slot.model_copy(update={"times": tuple(shown)})
