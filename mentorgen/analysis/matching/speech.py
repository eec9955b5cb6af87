"""What a person says of themselves, as a learner and as a teacher, in words that anybody may read."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from mentorgen.model.cohorts import Application
from mentorgen.model.ids import SkillId
from mentorgen.model.people import Participant, Skilled
from mentorgen.model.skills import Skill


@dataclass(frozen=True, slots=True)
class Speech:
    """Two texts of one person: what they would learn and are about, what they offer and are about."""

    learning: str
    teaching: str


def speech_of(
    person: Participant,
    application: Application | None,
    wants: Iterable[Skilled],
    skills: Mapping[SkillId, Skill],
) -> Speech:
    """Gather what a person says in fields that are public by their kind."""
    self_portrait = (person.line, person.about)
    aim = application.aim if application is not None else None
    return Speech(
        learning=_together(aim, *_labels(wants, skills), *self_portrait),
        teaching=_together(*_labels(person.offers, skills), *self_portrait),
    )


def label_of(skills: Mapping[SkillId, Skill], skill: SkillId) -> str:
    """Give the name that people read; a skill that is not listed goes by its id."""
    entry = skills.get(skill)
    return entry.label if entry is not None else skill


def _labels(skilled: Iterable[Skilled], skills: Mapping[SkillId, Skill]) -> Iterable[str]:
    return (label_of(skills, one.skill) for one in skilled)


def _together(*parts: str | None) -> str:
    return "\n".join(part for part in parts if part)
