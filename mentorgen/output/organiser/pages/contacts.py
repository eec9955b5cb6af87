"""Everybody, and a page of each: how to reach them, who they are with, what happened and what is next."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from mentorgen.analysis.availability import Availability
from mentorgen.analysis.needs import Need, NeedKind
from mentorgen.analysis.planned import next_meeting
from mentorgen.analysis.relationships import Relationship
from mentorgen.analysis.wording import day_text
from mentorgen.model.ids import Slug
from mentorgen.model.people import Participant
from mentorgen.model.said import Said, said
from mentorgen.output.needs_report import TITLES
from mentorgen.output.organiser.desk import Desk, person_path
from mentorgen.output.organiser.pages.pairs import pair_line
from mentorgen.output.organiser.pages.touches import promises_of, touches_of
from mentorgen.output.organiser.views import ContactPage, ContactsPage, PersonLine, TouchView
from mentorgen.output.site.filters import role_words
from mentorgen.output.site.views import LinkView

_STATES = {
    Availability.OPEN: said("has a place open"),
    Availability.WAITING: said("waits for a mentor"),
    Availability.FULL: said("has no place left"),
    Availability.WITH: said("seeks nobody more"),
    Availability.AWAY: said("is away"),
}


def contacts_page(desk: Desk, pages: Mapping[Slug, ContactPage]) -> ContactsPage:
    """List everybody by name, with the last touch and the next step."""
    people = sorted(
        desk.program.participants.values(), key=lambda one: (one.name.casefold(), one.slug)
    )
    return ContactsPage(
        title=said("Everybody"),
        lead=said("Who is in the program, when something last happened, and what is next."),
        beside=desk.beside,
        people=tuple(_line(one, pages[one.slug]) for one in people),
    )


def contact_pages(desk: Desk) -> dict[Slug, ContactPage]:
    """Make the page of each person."""
    needs: dict[Slug, list[Need]] = {slug: [] for slug in desk.program.participants}
    for need in desk.needs:
        for slug in need.people:
            needs[slug].append(need)
    return {
        slug: _page(desk, person, needs[slug]) for slug, person in desk.program.participants.items()
    }


def _line(person: Participant, page: ContactPage) -> PersonLine:
    return PersonLine(
        name=person.name,
        path=person_path(person.slug),
        role=role_words(person.role),
        last=next((touch.on for touch in page.touches if not touch.is_ahead), None),
        next_step=page.next_steps[0] if page.next_steps else "",
    )


def _page(desk: Desk, person: Participant, needs: Sequence[Need]) -> ContactPage:
    pairs = tuple(pair_line(desk, one) for one in desk.pairs_of(person.slug))
    touches: tuple[TouchView, ...] = touches_of(desk, person.slug)
    return ContactPage(
        title=person.name,
        lead=person.line or "",
        beside=desk.beside,
        facts=tuple(_facts(desk, person)),
        actions=tuple(_actions(desk, person)),
        next_steps=tuple(_next_steps(desk, person.slug, needs)),
        pairs=pairs,
        touches=touches,
    )


def _facts(desk: Desk, person: Participant) -> Iterator[tuple[str, str]]:
    places = desk.places[person.slug]
    yield said("Role"), role_words(person.role)
    yield said("Now"), _STATES[places.state]
    if places.capacity:
        yield (
            said("Places"),
            said("%(open)s of %(all)s open", open=places.open, all=places.capacity),
        )
    if person.contact:
        yield said("Reached by"), person.contact
    if person.github:
        yield said("On GitHub"), person.github
    if person.timezone:
        yield said("Time zone"), person.timezone


def _actions(desk: Desk, person: Participant) -> Iterator[LinkView]:
    yield from desk.mail_link((person.slug,))
    path = f"people/{person.slug}/"
    if path in desk.public:
        yield LinkView(text=said("Their public page"), target=path)


def _next_steps(desk: Desk, slug: Slug, needs: Sequence[Need]) -> Iterator[Said]:
    """Say what is next, what needs an organiser first."""
    for need in needs:
        if need.kind is not NeedKind.WAITING:
            yield said("%(title)s.", title=TITLES[need.kind])
    if desk.places[slug].wait is not None:
        yield said("Waits to be matched.")
    for day, one in sorted(_coming(desk, slug), key=lambda found: found[0]):
        others = desk.names(who for who in one.pair.everyone if who != slug)
        when = day_text(day, today=desk.today)
        yield said("Meets %(others)s on %(day)s.", others=others, day=when)
    yield from promises_of(desk, slug)


def _coming(desk: Desk, slug: Slug) -> Iterator[tuple[date, Relationship]]:
    for one in desk.pairs_of(slug):
        coming = next_meeting(one.life, today=desk.today) if one.goes_on else None
        if coming is not None:
            yield coming.on, one
