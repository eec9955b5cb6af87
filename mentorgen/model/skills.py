"""The program's vocabulary of skills."""

from typing import Annotated

from pydantic import Field

from mentorgen.model.fields import Line, Name
from mentorgen.model.ids import OwnSkill, SkillRef
from mentorgen.model.privacy import Public
from mentorgen.model.record import Part, Record


class Skill(Part):
    """A thing that can be taught, with other names for it and the wider skill it belongs to."""

    id: Public[OwnSkill]
    label: Public[Name]
    aliases: Public[Annotated[tuple[Name, ...], Field(max_length=30)]] = ()
    parent: Public[SkillRef | None] = None
    aim: Public[Line | None] = None


class Vocabulary(Record):
    """Every skill of the program."""

    skills: Public[Annotated[tuple[Skill, ...], Field(max_length=2000)]] = ()
