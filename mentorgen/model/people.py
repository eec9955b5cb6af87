"""People and what they bring: one participant is one file."""

from typing import Annotated

from pydantic import Field

from mentorgen.model.fields import (
    Day,
    LanguageTag,
    Line,
    Link,
    Login,
    Name,
    Prose,
    TimeOfDay,
    TimeZone,
)
from mentorgen.model.ids import OwnSlug, ParticipantRef, SkillRef
from mentorgen.model.privacy import ForCoordinators, ForMembers, Level, Public, Shared
from mentorgen.model.record import FromPath, Part, Record
from mentorgen.model.words import (
    Colour,
    Contact,
    Feedback,
    Learning,
    PartOfDay,
    Role,
    SkillLevel,
    Structure,
    Weekday,
    Wish,
)

MOST_SKILLS = 50
MOST_MENTEES = 20


class Skilled(Part):
    """A skill that somebody offers or wants, with how well they know it."""

    skill: Public[SkillRef]
    level: Public[SkillLevel | None] = None


class Hours(Part):
    """A stretch of one weekday in the person's own time zone, to the quarter of an hour."""

    day: Public[Weekday]
    from_: Public[TimeOfDay] = Field(alias="from")
    to: Public[TimeOfDay]


class WorkingStyle(Part):
    """How somebody likes to work; deep-level likeness matters more than any other (Eby et al. 2013)."""

    feedback: Public[Feedback | None] = None
    structure: Public[Structure | None] = None
    learning: Public[Learning | None] = None
    contact: Public[Contact | None] = None


class Consent(Part):
    """What a person agreed to, which wording of it, and when."""

    version: Public[Annotated[int, Field(ge=1)]]
    given: Public[Day]
    shows: Public[tuple[Shared, ...]] = ()
    withdrawn: Public[Day | None] = None


class Background(Part):
    """One thing a person says of themselves and what they ask of the other; never inferred or published."""

    dimension: ForCoordinators[Name]
    value: ForCoordinators[Name]
    wish: ForCoordinators[Wish]
    firm: ForCoordinators[bool] = False


class Participant(Record):
    """A person in the program; the slug is their file's name, chosen by them."""

    slug: FromPath[OwnSlug]
    name: Public[Name]
    role: Public[Role]
    consent: Public[Consent | None] = None
    joined: Public[Day | None] = None
    line: Public[Line | None] = None
    about: Public[Prose | None] = None
    called: Public[Name | None] = None
    pronouns: Public[Name | None] = None
    github: Public[Login | None] = None
    github_id: Public[Annotated[int, Field(ge=1)] | None] = None
    languages: Public[Annotated[tuple[LanguageTag, ...], Field(max_length=20)]] = ()
    offers: Public[Annotated[tuple[Skilled, ...], Field(max_length=MOST_SKILLS)]] = ()
    wants: Public[Annotated[tuple[Skilled, ...], Field(max_length=MOST_SKILLS)]] = ()
    style: Public[WorkingStyle | None] = None
    experience_years: Public[Annotated[int, Field(ge=0, le=70)] | None] = None
    capacity: Public[Annotated[int, Field(ge=0, le=MOST_MENTEES)]] = 1
    mentors_wanted: Public[Annotated[int, Field(ge=1, le=3)]] = 1
    colour: Public[Colour | None] = None
    timezone: Annotated[TimeZone | None, Level.PUBLIC, Shared.TIME_ZONE] = None
    parts_of_day: Annotated[tuple[PartOfDay, ...], Level.PUBLIC, Shared.PARTS_OF_DAY] = ()
    story: Annotated[Prose | None, Level.PUBLIC, Shared.STORY] = None
    links: Annotated[tuple[Link, ...], Level.PUBLIC, Shared.LINKS, Field(max_length=10)] = ()
    full_name: ForMembers[Name | None] = None
    team: ForMembers[Name | None] = None
    hours: ForMembers[Annotated[tuple[Hours, ...], Field(max_length=50)]] = ()
    reports_to: ForCoordinators[ParticipantRef | None] = None
    contact: ForCoordinators[Name | None] = None
    background: ForCoordinators[Annotated[tuple[Background, ...], Field(max_length=20)]] = ()
