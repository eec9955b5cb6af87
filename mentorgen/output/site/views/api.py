"""What the data files of the site hold, for programs: public fields only, with no words of ours in them.

Each root is one file. Fields are only ever added; what is taken away or means something else raises
`SCHEMA`. The schemas and the reference are made of these types and of the texts below their fields.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date  # noqa: TC003 # schemas are made of the types

from mentorgen.model.words import (  # noqa: TC001
    Audience,
    EventKind,
    Form,
    Role,
    SkillLevel,
)
from mentorgen.output.site.views.common import Openness, PublicView

SCHEMA = 1
"""The version of what these files say."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ApiFile(PublicView):
    """A data file: its version stands in it."""

    schema: int = SCHEMA
    """The version of the format: it is raised when a field goes or means something else."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ApiProgram(ApiFile):
    """The program itself, and where everything else lies."""

    name: str
    """The program's name."""
    purpose: str
    """What the program is for, in Markdown as its organisers wrote it."""
    language: str
    """The language of the program's pages, as a tag such as 'en'."""
    timezone: str
    """The time zone in which the program's days begin and end."""
    repository: str | None
    """The address of the program's repository."""
    contact: str | None
    """How to reach the organisers, in words."""
    files: tuple[str, ...]
    """The other data files, from the site's root."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ApiSkilled(PublicView):
    """A skill that somebody offers or wants."""

    skill: str
    """The skill's id."""
    level: SkillLevel | None
    """How well the person knows it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ApiPerson(PublicView):
    """Somebody who agreed to be shown; what they did not tick is null or empty."""

    slug: str
    """The person's name in addresses."""
    name: str
    """The name that is shown."""
    role: Role
    """What the person does in the program."""
    line: str | None
    """One sentence that sounds like this person."""
    languages: tuple[str, ...]
    """The languages that the person can be mentored in, as tags."""
    offers: tuple[ApiSkilled, ...]
    """The skills that the person can help with."""
    wants: tuple[ApiSkilled, ...]
    """The skills that the person wants to learn."""
    timezone: str | None
    """The person's time zone, where they chose to show it."""
    places: Openness
    """Whether the person has a place open, waits for a match, or neither."""
    page: str
    """Where the person's page lies, from the site's root."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ApiPeople(ApiFile):
    """Everybody who agreed to be shown, by slug."""

    people: tuple[ApiPerson, ...]
    """The people."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ApiGoal(PublicView):
    """A goal that everybody may read."""

    id: str
    """The goal's id, of its own in the pair."""
    title: str
    """The goal in one sentence."""
    milestones: int
    """How many steps lead to it."""
    reached: int
    """How many of them are reached."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ApiPair(PublicView):
    """A pair that has a page: everybody in it agreed to be shown."""

    id: str
    """The pair's id: its round and its name."""
    round: str
    """The id of its round."""
    form: Form
    """The shape of the relationship."""
    mentors: tuple[str, ...]
    """The mentors, by slug."""
    mentees: tuple[str, ...]
    """The mentees, by slug."""
    members: tuple[str, ...]
    """The people of a pair in which all are peers."""
    skills: tuple[str, ...]
    """The ids of the skills that the pair works on."""
    aim: str | None
    """What the pair wants to reach, in one sentence."""
    starts: date
    """The day on which the pair began, or was to begin."""
    goes_on: bool
    """Whether the pair has not ended."""
    meetings: int
    """How many meetings everybody may know of."""
    next_meeting: date | None
    """The day of the next meeting that was agreed on."""
    goals: tuple[ApiGoal, ...]
    """What the pair works towards."""
    page: str
    """Where the pair's page lies, from the site's root."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ApiPairs(ApiFile):
    """Every pair that has a page, by id."""

    pairs: tuple[ApiPair, ...]
    """The pairs."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ApiStage(PublicView):
    """A stage of a plan."""

    name: str
    """The stage's name."""
    weeks: int
    """How many weeks it lasts."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ApiRound(PublicView):
    """A round of the program."""

    id: str
    """The round's id."""
    name: str
    """The round's name."""
    rolling: bool
    """Whether the round never closes."""
    opens: date | None
    """The first day on which people can apply."""
    closes: date | None
    """The last day on which people can apply."""
    starts: date | None
    """The day on which the round begins."""
    ends: date | None
    """The day on which the round ends."""
    forms: tuple[Form, ...]
    """The forms of mentoring that the round offers."""
    stages: tuple[ApiStage, ...]
    """The stages of the plan that its pairs follow, one after the other."""
    page: str
    """Where the round's page lies, from the site's root."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ApiRounds(ApiFile):
    """Every round, by id."""

    rounds: tuple[ApiRound, ...]
    """The rounds."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ApiSkill(PublicView):
    """A word of the program's vocabulary."""

    id: str
    """The skill's id."""
    label: str
    """What the skill is called."""
    aliases: tuple[str, ...]
    """What else it is called."""
    parent: str | None
    """The id of the wider skill that it belongs to."""
    can_teach: int
    """How many people offer it."""
    want: int | None
    """How many people want to learn it; null where a few do and are not counted."""
    page: str
    """Where the skill's page lies, from the site's root."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ApiSkills(ApiFile):
    """Every skill of the vocabulary, in its order."""

    skills: tuple[ApiSkill, ...]
    """The skills."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ApiEvent(PublicView):
    """A gathering of a round."""

    round: str
    """The id of the round."""
    id: str
    """The event's id, of its own in the round."""
    name: str
    """The event's name."""
    kind: EventKind
    """What the event is for."""
    on: date
    """The day of the event."""
    at: str | None
    """The time at which it begins, in UTC, as '18:00'; null where it takes the whole day."""
    minutes: int
    """How long it lasts."""
    link: str | None
    """Where it takes place, or where to say that one comes."""
    changed: tuple[date, ...]
    """The days on which it was changed."""
    cancelled: bool
    """Whether it was called off."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ApiEvents(ApiFile):
    """The events of all rounds, in the order in which they take place."""

    events: tuple[ApiEvent, ...]
    """The events."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ApiModule(PublicView):
    """A training module."""

    id: str
    """The module's id: its path and its name."""
    title: str
    """The module's title."""
    minutes: int
    """How long it takes."""
    audience: tuple[Audience, ...]
    """For whom it is written."""
    objectives: tuple[str, ...]
    """What somebody can do afterwards."""
    page: str
    """Where the module lies, from the site's root."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ApiTraining(ApiFile):
    """All training modules, by id."""

    modules: tuple[ApiModule, ...]
    """The modules."""
