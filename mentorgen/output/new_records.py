"""The first text of a new record, with hints for whoever fills it in."""

import json
import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined, Template

from mentorgen.analysis.actions import Action
from mentorgen.model.fields import clock_text
from mentorgen.model.ids import PlanId, SkillId, Slug
from mentorgen.model.privacy import Level
from mentorgen.model.words import Form, MeetingKind, Role

_PLAIN = re.compile(r"[^\W\d_][\w .,()-]*[\w.)]")
_WORDS_OF_YAML = {"true", "false", "null", "yes", "no", "on", "off"}


@dataclass(frozen=True, slots=True, kw_only=True)
class NewParticipant:
    """What is asked of somebody who joins; the rest they add by themselves."""

    name: str
    role: Role
    timezone: str | None
    languages: Sequence[str]
    today: date
    consent_version: int


@dataclass(frozen=True, slots=True, kw_only=True)
class NewGoal:
    """A goal and its first milestones."""

    title: str
    set_on: date
    due: date | None
    milestones: Sequence[str]
    why: str | None = None
    measure: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class NewMeeting:
    """A contact that has been; `actions` are those that were open before it, to be ticked or kept.

    `next_at` counts minutes since midnight in UTC, as `next_on` is a day there.
    """

    kind: MeetingKind
    minutes: int | None
    present: Sequence[Slug]
    topics: Sequence[str] = ()
    link: str | None = None
    next_on: date | None = None
    next_at: int | None = None
    visibility: Level = Level.PUBLIC
    actions: Sequence[Action] = ()
    notes: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class NewPair:
    """A relationship; who is in it says yes in its log, unless it grew by itself (`informal`)."""

    form: Form
    mentors: Sequence[Slug] = ()
    mentees: Sequence[Slug] = ()
    members: Sequence[Slug] = ()
    skills: Sequence[SkillId] = ()
    plan: PlanId | None = None
    starts: date
    informal: bool = False


def participant_text(new: NewParticipant) -> str:
    """Write a participant's file."""
    return _template("participant.yaml.j2").render(new=new)


def goal_text(new: NewGoal) -> str:
    """Write a goal's file."""
    return _template("goal.yaml.j2").render(new=new)


def meeting_text(new: NewMeeting) -> str:
    """Write a meeting's file."""
    return _template("meeting.md.j2").render(new=new)


def pair_text(new: NewPair) -> str:
    """Write a pair's file."""
    return _template("pair.yaml.j2").render(new=new)


def id_from(text: str, *, otherwise: str) -> str:
    """Make an id of a title: lower-case ASCII words joined by hyphens, or another word where none is left."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode("ascii")
    return "-".join(re.findall("[a-z0-9]+", plain.lower()))[:60].strip("-") or otherwise


def quoted(text: str) -> str:
    """Write a text as a YAML value: as it is where that is safe, else in double quotes."""
    if _PLAIN.fullmatch(text) and text.lower() not in _WORDS_OF_YAML:
        return text
    return json.dumps(text, ensure_ascii=False)


@cache
def _template(name: str) -> Template:
    environment = Environment(
        loader=PackageLoader("mentorgen.output", "templates/new"),
        undefined=StrictUndefined,
        autoescape=False,  # noqa: S701 # YAML and Markdown files, not pages
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters["quoted"] = quoted
    environment.filters["clock"] = clock_text
    return environment.get_template(name)
