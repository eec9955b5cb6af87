"""Short questions at set points of a relationship."""

from typing import Annotated

from pydantic import Field

from mentorgen.model.fields import Days, Line, Name
from mentorgen.model.ids import ID_PATTERN, OwnSurvey
from mentorgen.model.privacy import Public
from mentorgen.model.record import FromPath, Part, Record
from mentorgen.model.texts import Written
from mentorgen.model.words import Audience, QuestionKind, SurveyMoment

QuestionId = Annotated[str, Written(pattern=ID_PATTERN, max_length=40)]


class Question(Part):
    """One question of a survey."""

    id: Public[QuestionId]
    """The name by which answers call this question."""
    text: Public[Line]
    """The question."""
    kind: Public[QuestionKind] = QuestionKind.SCALE
    """How it is answered: a mark from 1 to 5, one of some choices, words, or two marks for each goal."""
    choices: Public[tuple[Line, ...]] = ()
    """What can be chosen, in a question of the kind 'choice'."""


class SurveyDue(Part):
    """When a survey is due, counted in days from a moment of the pair's life."""

    after: Public[SurveyMoment]
    """The moment from which the days count."""
    days: Public[Annotated[int, Field(ge=0, le=1000)]] = 0
    """How many days after it the survey is due."""
    every: Public[Days | None] = None
    """After how many days it is due again; once only if nothing is said."""

    @property
    def follows_policy(self) -> bool:
        """It counts from the start and sets no days: then it is a pulse, due when the program's policy says."""
        return self.after is SurveyMoment.START and not self.days and self.every is None


class Survey(Record):
    """A survey: for whom, when, and what it asks. Answers are private facts."""

    id: FromPath[OwnSurvey]
    title: Public[Name]
    """The survey's title."""
    audience: Public[Annotated[tuple[Audience, ...], Field(min_length=1)]]
    """Who is asked."""
    due: Public[SurveyDue]
    """When it is asked for."""
    questions: Public[Annotated[tuple[Question, ...], Field(min_length=1, max_length=20)]]
    """What it asks."""
