"""What a person says of themselves, as a learner and as a teacher, in words that anybody may read."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from mentorgen.model.cohorts import Application
from mentorgen.model.ids import SkillId
from mentorgen.model.people import Participant, Skilled
from mentorgen.model.skills import Skill


@dataclass(frozen=True, slots=True)
class Speech:
    """What one person would learn, what they offer, and what they say of themselves."""

    wants: str
    offers: str
    portrait: str

    @property
    def learning(self) -> str:
        """All that tells what would help the person as a learner."""
        return f"{self.wants}\n{self.portrait}"

    @property
    def teaching(self) -> str:
        """All that tells what the person could give as a teacher."""
        return f"{self.offers}\n{self.portrait}"

    @property
    def everything(self) -> str:
        """All that the person says."""
        return f"{self.wants}\n{self.offers}\n{self.portrait}"


def speech_of(
    person: Participant,
    application: Application | None,
    wants: Iterable[Skilled],
    skills: Mapping[SkillId, Skill],
) -> Speech:
    """Gather what a person says in fields that are public by their kind."""
    aim = application.aim if application is not None else None
    return Speech(
        wants=_together(aim, *_labels(wants, skills)),
        offers=_together(*_labels(person.offers, skills)),
        portrait=_together(person.line, person.about),
    )


def label_of(skills: Mapping[SkillId, Skill], skill: SkillId) -> str:
    """Give the name that people read; a skill that is not listed goes by its id."""
    entry = skills.get(skill)
    return entry.label if entry is not None else skill


def _labels(skilled: Iterable[Skilled], skills: Mapping[SkillId, Skill]) -> Iterable[str]:
    return (label_of(skills, one.skill) for one in skilled)


def _together(*parts: str | None) -> str:
    return "\n".join(part for part in parts if part)
