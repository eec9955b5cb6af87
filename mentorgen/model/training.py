"""Training modules: short Markdown files with a head."""

from typing import Annotated

from pydantic import Field

from mentorgen.model.fields import Day, Line, Link, Minutes, Name
from mentorgen.model.ids import OwnModule, SkillRef
from mentorgen.model.privacy import Public
from mentorgen.model.record import FromBody, FromPath, Part, Record
from mentorgen.model.texts import Written
from mentorgen.model.words import Audience


class QuizQuestion(Part):
    """One question at the end of a module; `right` counts from 1."""

    question: Public[Line]
    """The question."""
    answers: Public[Annotated[tuple[Line, ...], Field(min_length=2, max_length=6)]]
    """What can be answered."""
    right: Public[Annotated[int, Field(ge=1, le=6)]]
    """The number of the right answer, counted from 1."""
    why: Public[Line]
    """Why it is right; shown after answering."""


class Module(Record):
    """A piece of training that takes minutes, with what it teaches and a quiz."""

    id: FromPath[OwnModule]
    title: Public[Name]
    """The module's title."""
    audience: Public[Annotated[tuple[Audience, ...], Field(min_length=1)]]
    """For whom it is written."""
    minutes: Public[Minutes]
    """How long it takes."""
    objectives: Public[Annotated[tuple[Line, ...], Field(min_length=1, max_length=8)]]
    """What somebody can do afterwards."""
    reviewed: Public[Day]
    """The day on which somebody last read it with care."""
    skills: Public[Annotated[tuple[SkillRef, ...], Field(max_length=20)]] = ()
    """The skills that it is about; it stands on their pages."""
    sources: Public[tuple[Link, ...]] = ()
    """Links to where its content comes from."""
    quiz: Public[Annotated[tuple[QuizQuestion, ...], Field(max_length=10)]] = ()
    """The questions at its end."""
    text: FromBody[Annotated[str, Written(max_length=60_000)]] = ""
    """The lesson below the head, in Markdown."""
