"""What every page needs of a program on a day, computed once; nobody without consent is in it."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from functools import cache, cached_property
from zoneinfo import ZoneInfo

from mentorgen.analysis.activity import last_activity
from mentorgen.analysis.availability import Places, places_among
from mentorgen.analysis.consent import agreed
from mentorgen.analysis.relationships import Relationship, relationships
from mentorgen.model.ids import PairId, SkillId, Slug
from mentorgen.model.pairs import Pair
from mentorgen.model.people import Participant
from mentorgen.model.privacy import Level, Shared
from mentorgen.model.program import Program
from mentorgen.model.requests import RequestKind
from mentorgen.model.words import Colour
from mentorgen.output.addresses import person_path
from mentorgen.output.site.dyes import Dye
from mentorgen.output.site.views import PersonRef, SkillRef, ZoneChoice
from mentorgen.output.site.wardrobe import Cloth, Wearer, cloth_of_pair, cloths_for

_DYES = {
    Colour.BLUE: Dye.WOAD,
    Colour.RED: Dye.MADDER,
    Colour.GREEN: Dye.LINCOLN,
    Colour.PURPLE: Dye.PLUM,
    Colour.ORANGE: Dye.TAWNY,
    Colour.YELLOW: Dye.WELD,
}


@dataclass(frozen=True)
class Frame:
    """A program on a day as far as the public may see it.

    `people` are those who agreed to be shown, `pairs` those whose members all did and who keep a page;
    goals and meetings of the program are the public ones. `how_to_join` is a page of the site.
    `site_url` is the site's address, empty where none is known; `forms` are those that the repository
    has, each with how the titles of its issues begin.
    """

    program: Program
    today: date
    people: Mapping[Slug, PersonRef]
    pairs: Mapping[PairId, Relationship]
    relationships: Mapping[PairId, Relationship]
    places: Mapping[Slug, Places]
    last_active: Mapping[Slug, date]
    how_to_join: str | None
    site_url: str
    forms: Mapping[RequestKind, str]

    def refs(self, slugs: Iterable[Slug]) -> tuple[PersonRef, ...]:
        """Mention people, in the order given."""
        return tuple(self.people[slug] for slug in slugs)

    def cloth_of(self, pair: Pair) -> Cloth:
        """Give the cloth that belongs to a pair."""
        return self.cloth_of_people(pair.mentors or pair.members, pair.mentees)

    def cloth_of_people(self, mentors: Iterable[Slug], mentees: Iterable[Slug]) -> Cloth:
        """Give the cloth that belongs to people who are not a pair yet."""
        return cloth_of_pair(
            [person.cloth for person in self.refs(mentors)],
            [person.cloth for person in self.refs(mentees)],
        )

    def pairs_of(self, slug: Slug) -> tuple[Relationship, ...]:
        """List the pairs of a person that have a page, by id."""
        return self._pairs_by_person.get(slug, ())

    @cached_property
    def zones(self) -> tuple[ZoneChoice, ...]:
        """The time zones that people here show, from west to east, one for each place."""
        people = self.program.participants
        names = {zone for slug in self.people if (zone := zone_of(people[slug]))}
        choices = (
            ZoneChoice(
                label=place_of(zone, self.today), offset_minutes=offset_minutes(zone, self.today)
            )
            for zone in names
        )
        return tuple(sorted(choices, key=lambda zone: (zone.offset_minutes, zone.label)))

    @cached_property
    def _pairs_by_person(self) -> Mapping[Slug, tuple[Relationship, ...]]:
        found: dict[Slug, list[Relationship]] = defaultdict(list)
        for one in self.pairs.values():
            for slug in one.pair.everyone:
                found[slug].append(one)
        return {slug: tuple(own) for slug, own in found.items()}


def frame_of(
    program: Program,
    *,
    today: date,
    how_to_join: str | None = None,
    site_url: str = "",
    forms: Mapping[RequestKind, str] | None = None,
) -> Frame:
    """Compute what the pages share."""
    whole, program = program, agreed(_without_private_notes(program), today=today)
    shown = program.participants
    cloths = cloths_for(_wearer(person) for person in shown.values())
    known = relationships(program, today=today)
    return Frame(
        program=program,
        today=today,
        people={slug: _ref(person, cloths[slug]) for slug, person in shown.items()},
        pairs={
            pair: one for pair, one in known.items() if _has_page(one, whole.pairs[pair], shown)
        },
        relationships=known,
        places=places_among(program, known, today=today),
        last_active=last_activity(program, today=today),
        how_to_join=how_to_join,
        site_url=site_url,
        forms=forms or {},
    )


def has_ticked(person: Participant, what: Shared) -> bool:
    """Tell whether a person chose to show something."""
    return person.consent is not None and what in person.consent.shows


def zone_of(person: Participant) -> str | None:
    """Give a person's time zone where they chose to show it."""
    return person.timezone if has_ticked(person, Shared.TIME_ZONE) else None


def place_of(zone: str, today: date) -> str:
    """Name a time zone as people do: its city, and how far from UTC it is on the day."""
    city = zone.rpartition("/")[2].replace("_", " ")
    return f"{city}, {offset_text(offset_minutes(zone, today))}"


@cache
def offset_minutes(zone: str, today: date) -> int:
    """Give the distance from UTC at noon of a day."""
    noon = datetime.combine(today, time(12), ZoneInfo(zone))
    return (noon.utcoffset() or timedelta()) // timedelta(minutes=1)


def offset_text(minutes: int) -> str:
    """Write a distance from UTC: UTC, UTC+2, UTC+5:45."""
    if not minutes:
        return "UTC"
    hours, rest = divmod(abs(minutes), 60)
    sign = "+" if minutes > 0 else "\N{MINUS SIGN}"
    return f"UTC{sign}{hours}" + (f":{rest:02}" if rest else "")


def skill_ref(frame: Frame, skill: SkillId, level: str = "") -> SkillRef:
    """Mention a skill, leading to its page."""
    return SkillRef(
        slug=skill,
        label=frame.program.skills[skill].label,
        level=level,
        path=skill_path(skill),
    )


def skill_path(skill: SkillId) -> str:
    """Say where a skill's page lies."""
    return f"skills/{skill}/"


def _without_private_notes(program: Program) -> Program:
    """Leave out the goals and meetings that a pair keeps to itself, should they have been read."""
    return replace(
        program,
        goals={
            pair: tuple(goal for goal in goals if goal.visibility is Level.PUBLIC)
            for pair, goals in program.goals.items()
        },
        meetings={
            pair: tuple(meeting for meeting in meetings if meeting.visibility is Level.PUBLIC)
            for pair, meetings in program.meetings.items()
        },
    )


def _wearer(person: Participant) -> Wearer:
    dye = _DYES[person.colour] if person.colour else None
    return Wearer(person.slug, person.role, dye)


def _ref(person: Participant, cloth: Cloth) -> PersonRef:
    return PersonRef(
        slug=person.slug,
        name=person.name,
        given_name=person.called or person.name.split()[0],
        cloth=cloth,
        path=person_path(person.slug),
    )


def _has_page(one: Relationship, pair: Pair, shown: Mapping[Slug, Participant]) -> bool:
    """A page shows a whole pair or none: its goals are everybody's in it, and its id may name them."""
    return (
        pair.on_site and one.life.began is not None and all(slug in shown for slug in pair.everyone)
    )
