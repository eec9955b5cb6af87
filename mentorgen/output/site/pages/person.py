"""The page of one person."""

from collections.abc import Iterator
from urllib.parse import urlsplit

from mentorgen.analysis.alumni import rounds_finished
from mentorgen.analysis.facts import facts_until
from mentorgen.analysis.wording import listed
from mentorgen.model.facts import Completed
from mentorgen.model.ids import Slug
from mentorgen.model.people import Participant
from mentorgen.model.privacy import Shared
from mentorgen.model.said import Joint, joined, said
from mentorgen.output.site.pages.calendars import person_calendar_links
from mentorgen.output.site.pages.cards import (
    free_hours,
    languages_of,
    last_active,
    openness,
    openness_text,
    pair_card,
    skills_of,
)
from mentorgen.output.site.pages.frame import Frame, has_ticked, place_of, zone_of
from mentorgen.output.site.pages.links import person_links
from mentorgen.output.site.pages.words import month_name
from mentorgen.output.site.prose import safe_html
from mentorgen.output.site.views import DoneView, LinkView, PersonView


def person_view(frame: Frame, slug: Slug) -> PersonView:
    """Show one person, with what they chose to show."""
    person = frame.program.participants[slug]
    zone = zone_of(person)
    offers, wants = skills_of(frame, person.offers), skills_of(frame, person.wants)
    labels = [skill.label for skill in (*offers, *wants)]
    return PersonView(
        title=person.name,
        description=person.line
        or said(
            "%(names)s in %(program)s.", names=person.name, program=frame.program.settings.name
        ),
        search_text=" ".join(filter(None, [person.line, ", ".join(labels)])),
        person=frame.people[slug],
        role=person.role,
        role_note=_role_note(frame, person),
        line=person.line or "",
        words=safe_html(person.about or ""),
        place=place_of(zone, frame.today) if zone else "",
        zone=zone or "",
        languages=languages_of(person),
        last_active=last_active(frame, person),
        openness=openness(frame.places[slug]),
        openness_text=openness_text(frame, slug),
        actions=(*person_links(frame, slug), *person_calendar_links(frame, slug)),
        offers=offers,
        wants=wants,
        training=tuple(_training(frame, slug)),
        pairs=tuple(
            pair_card(frame, one, [who for who in one.pair.everyone if who != slug])
            for one in frame.pairs_of(slug)
        ),
        links=tuple(_links(person)),
        finished=_finished(frame, slug),
        free_hours=free_hours(person, frame.today),
        zones=frame.zones,
    )


def _role_note(frame: Frame, person: Participant) -> str:
    coordinates = person.slug in frame.program.settings.coordinators
    notes = [said("coordinator")] if coordinates else []
    return joined([*notes, *([person.pronouns] if person.pronouns else [])], Joint.COMMA)


def _finished(frame: Frame, slug: Slug) -> str:
    """Name the rounds that somebody finished, as far as the site shows the pairs of it."""
    rounds = rounds_finished(slug, frame.pairs_of(slug))
    return listed(frame.program.cohorts[one].name for one in rounds) if rounds else ""


def _training(frame: Frame, slug: Slug) -> Iterator[DoneView]:
    facts = facts_until(frame.program.person_facts[slug], frame.today)
    done = {fact.module: fact.on for fact in facts if isinstance(fact, Completed)}
    for module_id, on in done.items():
        title = frame.program.modules[module_id].title
        yield DoneView(
            title=title,
            when=said("done in %(month)s", month=month_name(on, frame.today)),
            path=f"training/{module_id}/",
        )


def _links(person: Participant) -> Iterator[LinkView]:
    if has_ticked(person, Shared.LINKS):
        for link in person.links:
            yield LinkView(text=urlsplit(link).netloc.removeprefix("www."), target=link)
