"""The forms by which people without git take part, with the program's own words in them."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined

from mentorgen.model.privacy import Shared
from mentorgen.model.requests import RequestKind
from mentorgen.model.settings import Settings
from mentorgen.model.skills import Skill
from mentorgen.model.words import (
    Contact,
    Feedback,
    Form,
    Learning,
    MeetingKind,
    PartOfDay,
    Role,
    SkillLevel,
    Structure,
)

MOST_OFFERED = 120
"""Of more skills nobody finds theirs in a list; then the forms ask for them in people's own words."""

_MEANINGS = {
    Shared.TIME_ZONE: "the time zone that I live by",
    Shared.PARTS_OF_DAY: "when I can usually meet",
    Shared.LINKS: "my own pages",
    Shared.ASK_BY_NAME: "people may ask for me by name",
    Shared.LAST_ACTIVE: "the month in which I was last active",
    Shared.CALENDAR: "a calendar of my appointments",
    Shared.STORY: "how it went, and thanks, in my own words",
}


class PairPart(StrEnum):
    """What somebody is in a relationship that grew by itself."""

    MENTOR = "mentor"
    MENTEE = "mentee"
    PEER = "peer"


@dataclass(frozen=True, slots=True)
class _Choices:
    """What the forms offer; every list is that of the model."""

    skills: tuple[str, ...]
    private_form: str | None
    levels: type[SkillLevel] = SkillLevel
    roles: tuple[str, ...] = tuple(Role)
    forms: tuple[str, ...] = tuple(Form)
    parts_of_day: tuple[str, ...] = tuple(PartOfDay)
    feedback: tuple[str, ...] = tuple(Feedback)
    structure: tuple[str, ...] = tuple(Structure)
    learning: tuple[str, ...] = tuple(Learning)
    contact: tuple[str, ...] = tuple(Contact)
    meetings: tuple[str, ...] = tuple(MeetingKind)
    shared: tuple[tuple[str, str], ...] = tuple((one.value, _MEANINGS[one]) for one in Shared)
    shared_names: tuple[str, ...] = tuple(Shared)
    parts: tuple[str, ...] = tuple(PairPart)
    later: tuple[str, ...] = ("yes", "not any more")
    numbers: tuple[str, ...] = ("1", "2", "3", "4", "5", "6")


def form_texts(settings: Settings, skills: Iterable[Skill]) -> Mapping[str, str]:
    """Write every form, and the page on which people choose one, by the name of its file."""
    options = tuple(map(_option, skills))
    offered = options if len(options) <= MOST_OFFERED else ()
    choices = _Choices(offered, settings.private_form_url)
    environment = _environment()
    texts = {
        f"{kind.value}.yml": environment.get_template(f"{kind.value}.yml.j2").render(
            form=choices, kind=kind
        )
        for kind in RequestKind
    }
    return {**texts, "config.yml": environment.get_template("config.yml.j2").render(form=choices)}


def _option(skill: Skill) -> str:
    """Name a skill as people do, unless a comma in it would look like two choices."""
    return skill.id if "," in skill.label else skill.label


def _words(option: str) -> str:
    """Write a word of the files for people: 'can-help' as 'can help'; a skill's name stays as it is."""
    known = {one.value for one in (*Shared, *Form, *PartOfDay, *Learning, *MeetingKind)}
    return option.replace("-", " ") if option in known else option


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("mentorgen.output", "templates/forms"),
        undefined=StrictUndefined,
        autoescape=False,  # noqa: S701 # YAML files, in which every text is quoted
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters["text"] = lambda text: json.dumps(text, ensure_ascii=False)
    environment.filters["words"] = _words
    return environment
