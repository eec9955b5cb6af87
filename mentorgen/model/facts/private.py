"""Facts of the private folder: for the people of a pair, or for the organisers alone."""

from typing import Annotated, Literal

from pydantic import Field

from mentorgen.model.facts.base import BareFact, FactKind, OfBoth, OfPair, OfPerson
from mentorgen.model.fields import Day, Line
from mentorgen.model.ids import OwnGoal, PairRef, ParticipantRef, SkillRef, SurveyRef
from mentorgen.model.privacy import ForCoordinators, ForPair, Level
from mentorgen.model.record import Part
from mentorgen.model.surveys import QuestionId
from mentorgen.model.words import ReasonGroup

Mark = Annotated[int, Field(ge=1, le=5)]


class Vetoed(OfPerson, BareFact):
    """The person does not want to be matched with somebody."""

    level = Level.COORDINATORS
    kind: ForCoordinators[Literal[FactKind.VETOED]]
    who: ForCoordinators[ParticipantRef]
    """With whom the person does not want to be matched."""


class Answer(Part):
    """What was answered to one question: a mark from 1 to 5, or words."""

    question: ForPair[QuestionId]
    """The id of the question."""
    value: ForPair[Mark | None] = None
    """The mark, from 1 to 5."""
    text: ForPair[Line | None] = None
    """The answer in words."""


class GoalMark(Part):
    """How one goal of a pair turned out for the person who answers; both marks are from 1 to 5."""

    goal: ForPair[OwnGoal]
    """The goal, by the name of its file."""
    reached: ForPair[Mark]
    """How far it was reached: 1 for not at all, 5 for wholly."""
    mattered: ForPair[Mark]
    """How much it mattered: 1 for hardly, 5 for very much."""


class Answered(OfPerson, BareFact):
    """The person answered a survey about a pair."""

    level = Level.PAIR
    kind: ForPair[Literal[FactKind.ANSWERED]]
    survey: ForPair[SurveyRef]
    """The survey, by the name of its file."""
    pair: ForPair[PairRef]
    """The pair that the answers are about, as <round>/<pair>."""
    answers: ForPair[tuple[Answer, ...]]
    """The answers, one for each question."""
    goals: ForPair[Annotated[tuple[GoalMark, ...], Field(max_length=30)]] = ()
    """What is answered to the question of the kind 'goals': a line for each goal of the pair."""


class Rated(OfPerson, BareFact):
    """The person rated their own skill, from 1 to 10."""

    level = Level.PAIR
    kind: ForPair[Literal[FactKind.RATED]]
    skill: ForPair[SkillRef]
    """The skill."""
    value: ForPair[Annotated[int, Field(ge=1, le=10)]]
    """How the person rates themselves, from 1 to 10."""


class Reflected(OfPair, BareFact):
    """What one member says at the end, for the pair and nobody else."""

    level = Level.PAIR
    kind: ForPair[Literal[FactKind.REFLECTED]]
    by: ForPair[ParticipantRef]
    """Whose words these are."""
    learnt: ForPair[Line]
    """What the person learnt, or can do now."""
    stays: ForPair[Line | None] = None
    """What stays: what the person goes on with, or how the two keep in touch."""


class Concern(OfBoth, BareFact):
    """Somebody told the organisers that something is wrong."""

    level = Level.COORDINATORS
    kind: ForCoordinators[Literal[FactKind.CONCERN]]
    group: ForCoordinators[ReasonGroup | None] = None
    """What it is about, in one of five groups."""


class ConcernAnswered(OfBoth, BareFact):
    """The organisers looked after a concern that stands in the same log; it needs nobody any more."""

    level = Level.COORDINATORS
    kind: ForCoordinators[Literal[FactKind.CONCERN_ANSWERED]]
    concern: ForCoordinators[Day]
    """The day of the concern."""


class Reason(OfPair, BareFact):
    """Why a relationship ended."""

    level = Level.COORDINATORS
    kind: ForCoordinators[Literal[FactKind.REASON]]
    group: ForCoordinators[ReasonGroup]
    """Why it ended, in one of five groups."""
