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
    """A skill of program/skills.yaml, by its id, label or alias."""
    level: Public[SkillLevel | None] = None
    """How well the person knows it."""


class Hours(Part):
    """A stretch of one weekday in the person's own time zone, to the quarter of an hour."""

    day: Public[Weekday]
    """The day of the week."""
    from_: Public[TimeOfDay] = Field(alias="from")
    """When the free time begins, in the person's own time zone."""
    to: Public[TimeOfDay]
    """When the free time ends; what goes over midnight is two entries."""


class WorkingStyle(Part):
    """How somebody likes to work; deep-level likeness matters more than any other (Eby et al. 2013)."""

    feedback: Public[Feedback | None] = None
    """How the person likes to give and to hear criticism."""
    structure: Public[Structure | None] = None
    """How the person likes a meeting to run."""
    learning: Public[Learning | None] = None
    """How the person learns or teaches best."""
    contact: Public[Contact | None] = None
    """How the person likes to keep in touch."""


class Consent(Part):
    """What a person agreed to, which wording of it, and when."""

    version: Public[Annotated[int, Field(ge=1)]]
    """Which version of the words the person agreed to."""
    given: Public[Day]
    """The day on which the person agreed."""
    shows: Public[tuple[Shared, ...]] = ()
    """What the person ticked to be shown, beyond name, role, skills and languages."""
    withdrawn: Public[Day | None] = None
    """The day on which the person took the consent back."""


class Background(Part):
    """One thing a person says of themselves and what they ask of the other; never inferred or published."""

    dimension: ForCoordinators[Name]
    """What the person speaks of, in their own words."""
    value: ForCoordinators[Name]
    """What they say of themselves."""
    wish: ForCoordinators[Wish]
    """What they ask of the other."""
    firm: ForCoordinators[bool] = False
    """Whether the wish must be met."""


class Participant(Record):
    """A person in the program; the slug is their file's name, chosen by them."""

    slug: FromPath[OwnSlug]
    name: Public[Name]
    """The name that is shown."""
    role: Public[Role]
    """What the person does in the program."""
    consent: Public[Consent | None] = None
    """What the person agreed to; without it nothing is shown and nobody is reminded."""
    joined: Public[Day | None] = None
    """The day on which the person joined the program."""
    line: Public[Line | None] = None
    """One sentence that sounds like this person."""
    about: Public[Prose | None] = None
    """Two or three short paragraphs in Markdown."""
    called: Public[Name | None] = None
    """What friends say, where it is not the first word of the name."""
    pronouns: Public[Name | None] = None
    """How to speak of the person."""
    github: Public[Login | None] = None
    """The person's GitHub login, without '@'."""
    github_id: Public[Annotated[int, Field(ge=1)] | None] = None
    """The number of the GitHub account; logins can change hands, numbers cannot."""
    languages: Public[Annotated[tuple[LanguageTag, ...], Field(max_length=20)]] = ()
    """The languages that the person can be mentored in."""
    offers: Public[Annotated[tuple[Skilled, ...], Field(max_length=MOST_SKILLS)]] = ()
    """The skills that the person can help with."""
    wants: Public[Annotated[tuple[Skilled, ...], Field(max_length=MOST_SKILLS)]] = ()
    """The skills that the person wants to learn."""
    style: Public[WorkingStyle | None] = None
    """How the person likes to work."""
    experience_years: Public[Annotated[int, Field(ge=0, le=70)] | None] = None
    """For how many years the person has done this work."""
    capacity: Public[Annotated[int, Field(ge=0, le=MOST_MENTEES)]] = 1
    """For how many mentees at one time there is room."""
    mentors_wanted: Public[Annotated[int, Field(ge=1, le=3)]] = 1
    """How many mentors at one time the person would like."""
    colour: Public[Colour | None] = None
    """The colour of the person's cloth on the site."""
    timezone: Annotated[TimeZone | None, Level.PUBLIC, Shared.TIME_ZONE] = None
    """The person's time zone; shown if the person ticked 'time-zone'."""
    parts_of_day: Annotated[tuple[PartOfDay, ...], Level.PUBLIC, Shared.PARTS_OF_DAY] = ()
    """When the person can usually meet; shown if the person ticked 'parts-of-day'."""
    story: Annotated[Prose | None, Level.PUBLIC, Shared.STORY] = None
    """How it went, in the person's own words; shown if the person ticked 'story'."""
    links: Annotated[tuple[Link, ...], Level.PUBLIC, Shared.LINKS, Field(max_length=10)] = ()
    """The person's own pages; shown if the person ticked 'links'."""
    full_name: ForMembers[Name | None] = None
    """The whole name, where only a nickname is public."""
    team: ForMembers[Name | None] = None
    """The team the person works in."""
    hours: ForMembers[Annotated[tuple[Hours, ...], Field(max_length=50)]] = ()
    """The exact hours in which the person is free."""
    reports_to: ForCoordinators[ParticipantRef | None] = None
    """Whom the person reports to at work; those two are never matched."""
    contact: ForCoordinators[Name | None] = None
    """How the organisers reach the person."""
    background: ForCoordinators[Annotated[tuple[Background, ...], Field(max_length=20)]] = ()
    """What the person says of themselves and asks of the other."""
