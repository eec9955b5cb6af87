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
    """The name by which other files call this skill."""
    label: Public[Name]
    """The name that people read."""
    aliases: Public[Annotated[tuple[Name, ...], Field(max_length=30)]] = ()
    """Other names for the same skill; they can be written instead of the id."""
    parent: Public[SkillRef | None] = None
    """The id of the wider skill that this one belongs to."""
    aim: Public[Line | None] = None
    """What somebody wants who wants this skill, such as 'write a first test'."""


class Vocabulary(Record):
    """Every skill of the program."""

    skills: Public[Annotated[tuple[Skill, ...], Field(max_length=2000)]] = ()
    """Every skill that people can offer or want."""
