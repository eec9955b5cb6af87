"""Training modules: short Markdown files with a head."""

from typing import Annotated

from pydantic import Field

from mentorgen.model.fields import Day, Line, Link, Minutes, Name
from mentorgen.model.ids import OwnModule
from mentorgen.model.privacy import Public
from mentorgen.model.record import FromBody, FromPath, Part, Record
from mentorgen.model.words import Audience


class QuizQuestion(Part):
    """One question at the end of a module; `right` counts from 1."""

    question: Public[Line]
    answers: Public[Annotated[tuple[Line, ...], Field(min_length=2, max_length=6)]]
    right: Public[Annotated[int, Field(ge=1, le=6)]]
    why: Public[Line]


class Module(Record):
    """A piece of training that takes minutes, with what it teaches and a quiz."""

    id: FromPath[OwnModule]
    title: Public[Name]
    audience: Public[Annotated[tuple[Audience, ...], Field(min_length=1)]]
    minutes: Public[Minutes]
    objectives: Public[Annotated[tuple[Line, ...], Field(min_length=1, max_length=8)]]
    reviewed: Public[Day]
    sources: Public[tuple[Link, ...]] = ()
    quiz: Public[Annotated[tuple[QuizQuestion, ...], Field(max_length=10)]] = ()
    text: FromBody[Annotated[str, Field(max_length=60_000)]] = ""
