"""Short questions at set points of a relationship."""

from typing import Annotated

from pydantic import Field

from mentorgen.model.fields import Days, Line, Name
from mentorgen.model.ids import ID_PATTERN, OwnSurvey
from mentorgen.model.privacy import Public
from mentorgen.model.record import FromPath, Part, Record
from mentorgen.model.words import Audience, QuestionKind, SurveyMoment

QuestionId = Annotated[str, Field(pattern=ID_PATTERN, max_length=40)]


class Question(Part):
    """One question of a survey."""

    id: Public[QuestionId]
    text: Public[Line]
    kind: Public[QuestionKind] = QuestionKind.SCALE
    choices: Public[tuple[Line, ...]] = ()


class SurveyDue(Part):
    """When a survey is due, counted in days from a moment of the pair's life."""

    after: Public[SurveyMoment]
    days: Public[Annotated[int, Field(ge=0, le=1000)]] = 0
    every: Public[Days | None] = None


class Survey(Record):
    """A survey: for whom, when, and what it asks. Answers are private facts."""

    id: FromPath[OwnSurvey]
    title: Public[Name]
    audience: Public[Annotated[tuple[Audience, ...], Field(min_length=1)]]
    due: Public[SurveyDue]
    questions: Public[Annotated[tuple[Question, ...], Field(min_length=1, max_length=20)]]
