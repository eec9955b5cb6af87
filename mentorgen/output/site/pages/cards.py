"""A person at a glance: what stands on their card and at the top of their page."""

from collections.abc import Iterable
from datetime import date
from typing import assert_never

import numpy as np

from mentorgen.analysis.availability import Availability, Places
from mentorgen.analysis.hours import QUARTERS_A_DAY, coarse_grid
from mentorgen.analysis.languages import language_name
from mentorgen.analysis.lifecycle import State
from mentorgen.analysis.relationships import Relationship
from mentorgen.analysis.wording import listed
from mentorgen.model.ids import Slug
from mentorgen.model.people import Participant, Skilled
from mentorgen.model.privacy import Shared
from mentorgen.model.said import Joint, joined, said, said_n
from mentorgen.model.words import SkillLevel
from mentorgen.output.addresses import pair_path
from mentorgen.output.site.pages.frame import (
    Frame,
    has_ticked,
    place_of,
    skill_ref,
    zone_of,
)
from mentorgen.output.site.pages.words import month_name
from mentorgen.output.site.views import LanguageRef, Openness, PairCard, PersonCard, SkillRef

_WORKDAYS = 5
_LEVELS = {
    SkillLevel.NEW: said("new to it"),
    SkillLevel.SOME: said("has tried it"),
    SkillLevel.HELPS: said("can help"),
    SkillLevel.TEACHES: said("can teach"),
}
_OPENNESS = {
    Availability.OPEN: Openness.OPEN,
    Availability.WAITING: Openness.WAITING,
    Availability.FULL: Openness.FULL,
    Availability.WITH: Openness.FULL,
    Availability.AWAY: Openness.FULL,
}


def card(frame: Frame, slug: Slug) -> PersonCard:
    """Make somebody's card."""
    person = frame.program.participants[slug]
    zone = zone_of(person)
    skills = (*skills_of(frame, person.offers), *skills_of(frame, person.wants))
    return PersonCard(
        person=frame.people[slug],
        role=person.role,
        line=person.line or "",
        skills=tuple({skill.slug: skill for skill in skills}.values()),
        languages=languages_of(person),
        place=place_of(zone, frame.today) if zone else "",
        openness=openness(frame.places[slug]),
        openness_text=openness_text(frame, slug),
        free_hours=free_hours(person, frame.today),
        last_active=last_active(frame, person),
    )


def cards_of(
    frame: Frame, slugs: Iterable[Slug], *, most: int | None = None
) -> tuple[PersonCard, ...]:
    """Make people's cards, the first `most` of them: first who has a place open, then who waits."""

    def order(slug: Slug) -> tuple[int, str]:
        rank = tuple(Openness).index(openness(frame.places[slug]))
        return rank, frame.people[slug].name.casefold()

    return tuple(card(frame, slug) for slug in sorted(slugs, key=order)[:most])


def pair_card(frame: Frame, one: Relationship, people: Iterable[Slug]) -> PairCard:
    """Make a pair's card with the names of some or all of its people."""
    pair = one.pair
    if one.standing.state is State.ENDED:
        when = said(
            "until %(month)s", month=month_name(one.standing.since or pair.starts, frame.today)
        )
    else:
        when = said("since %(month)s", month=month_name(one.life.began or pair.starts, frame.today))
    labels = [frame.program.skills[skill].label for skill in pair.skills]
    return PairCard(
        id=pair.id.replace("/", "--"),
        names=listed(person.name for person in frame.refs(people)),
        line=joined([*labels[:1], when], Joint.COMMA),
        cloth=frame.cloth_of(pair),
        path=pair_path(pair.id),
        is_over=one.standing.state is State.ENDED,
    )


def skills_of(frame: Frame, skills: tuple[Skilled, ...]) -> tuple[SkillRef, ...]:
    """List skills with their levels in words."""
    return tuple(
        skill_ref(frame, item.skill, _LEVELS[item.level] if item.level else "") for item in skills
    )


def languages_of(person: Participant) -> tuple[LanguageRef, ...]:
    """List a person's languages by name."""
    return tuple(LanguageRef(code=tag, label=language_name(tag)) for tag in person.languages)


def openness(places: Places) -> Openness:
    """Tell whether somebody can be asked now."""
    return _OPENNESS[places.state]


def openness_text(frame: Frame, slug: Slug) -> str:
    """Say in words whether somebody can be asked now; a partner is named only where both are shown."""
    places = frame.places[slug]
    match places.state:
        case Availability.OPEN:
            return said_n(
                "%(open)s of %(num)s place open",
                "%(open)s of %(num)s places open",
                places.capacity,
                open=places.open,
            )
        case Availability.WAITING:
            return said("Waiting for a match")
        case Availability.FULL:
            return said("All places taken")
        case Availability.AWAY:
            return said("Away for now")
        case Availability.WITH:
            return _with_whom(frame, slug)
        case _:
            assert_never(places.state)


def _with_whom(frame: Frame, slug: Slug) -> str:
    for one in frame.pairs_of(slug):
        pair = one.pair
        others = [other for other in (*pair.mentors, *pair.members) if other != slug]
        if one.standing.state is not State.ENDED and others and slug not in pair.mentors:
            since = month_name(pair.starts, frame.today)
            name = frame.people[others[0]].given_name
            return said("With %(name)s since %(month)s", name=name, month=since)
    return said("Not looking just now")


def free_hours(person: Participant, today: date) -> tuple[int, ...]:
    """List the hours of a UTC workday when somebody is usually free, where they chose to show it.

    Only the coarse parts of the day count: exact hours are not for the public.
    """
    if not (zone_of(person) and has_ticked(person, Shared.PARTS_OF_DAY)):
        return ()
    monday = date.fromordinal(today.toordinal() - today.weekday())
    grid = coarse_grid(person, monday)
    if grid is None:
        return ()
    days = grid.reshape(7, QUARTERS_A_DAY)[:_WORKDAYS]
    hours = days.reshape(_WORKDAYS, 24, -1).all(axis=2).sum(axis=0)
    return tuple(int(hour) for hour in np.flatnonzero(hours > _WORKDAYS // 2))


def last_active(frame: Frame, person: Participant) -> str:
    """Say by the week when somebody was last active, where they chose to show it."""
    day = frame.last_active.get(person.slug)
    if day is None or not has_ticked(person, Shared.LAST_ACTIVE):
        return ""
    weeks = (frame.today.toordinal() - 1) // 7 - (day.toordinal() - 1) // 7
    if weeks < 2:  # noqa: PLR2004 # this week and the one before have words of their own
        return said("this week") if weeks == 0 else said("last week")
    if (day.year, day.month) == (frame.today.year, frame.today.month):
        return said("this month")
    return said("in %(month)s", month=month_name(day, frame.today))
