"""Dated facts about a pair or a person: one closed union, told apart by `kind`.

State, progress, health and availability are computed from these; none of them is stored.
"""

from enum import StrEnum
from typing import Annotated, ClassVar, Literal

from pydantic import Field

from mentorgen.model.fields import Day, Line
from mentorgen.model.ids import (
    CohortRef,
    ModuleRef,
    PairRef,
    ParticipantRef,
    SkillRef,
    SurveyRef,
)
from mentorgen.model.privacy import ForCoordinators, ForPair, Level, Public
from mentorgen.model.record import FromPath, Part, Record
from mentorgen.model.surveys import QuestionId
from mentorgen.model.words import Outcome, ReasonGroup


class FactKind(StrEnum):
    """Everything that can be written down about a pair or a person."""

    APPLIED = "applied"
    ACCEPTED = "accepted"
    DECLINED = "declined"
    WITHDRAWN = "withdrawn"
    CONFIRMED = "confirmed"
    AGREED = "agreed"
    SNOOZED = "snoozed"
    PAUSED = "paused"
    RESUMED = "resumed"
    OPTED_OUT = "opted-out"
    OPTED_IN = "opted-in"
    COMPLETED = "completed"
    WAIVED = "waived"
    ENDING = "ending"
    ENDED = "ended"
    LEFT = "left"
    VETOED = "vetoed"
    ANSWERED = "answered"
    RATED = "rated"
    CONCERN = "concern"
    REASON = "reason"


class Replaced(Part):
    """The earlier fact that a correction puts right."""

    on: Public[Day]
    kind: Public[FactKind]
    by: Public[ParticipantRef | None] = None


class _Fact(Part):
    """What every fact says: when, and who said so."""

    level: ClassVar[Level] = Level.PUBLIC
    of_pair: ClassVar[bool] = False
    of_person: ClassVar[bool] = False

    on: Public[Day]
    by: Public[ParticipantRef | None] = None
    replaces: Public[Replaced | None] = None


class _PairFact(_Fact):
    of_pair = True


class _PersonFact(_Fact):
    of_person = True


class _SharedFact(_PairFact, _PersonFact):
    """A fact that can be about a pair or about a person."""


class Applied(_PersonFact):
    """The person asked, again or for the first time, to join a round."""

    kind: Public[Literal[FactKind.APPLIED]]
    cohort: Public[CohortRef]


class Accepted(_PersonFact):
    """The organisers took the person into a round."""

    kind: Public[Literal[FactKind.ACCEPTED]]
    cohort: Public[CohortRef]


class Declined(_SharedFact):
    """A suggested pair was turned down by `by`, or an application was not taken up."""

    kind: Public[Literal[FactKind.DECLINED]]
    cohort: Public[CohortRef | None] = None


class Withdrawn(_PersonFact):
    """The person took their application back."""

    kind: Public[Literal[FactKind.WITHDRAWN]]
    cohort: Public[CohortRef]


class Confirmed(_PairFact):
    """One member said yes to the pair."""

    kind: Public[Literal[FactKind.CONFIRMED]]
    by: Public[ParticipantRef]


class Agreed(_PairFact):
    """One member signed the mentoring agreement."""

    kind: Public[Literal[FactKind.AGREED]]
    by: Public[ParticipantRef]
    version: Public[Annotated[int, Field(ge=1)]] = 1


class Snoozed(_SharedFact):
    """No reminders until the given day."""

    kind: Public[Literal[FactKind.SNOOZED]]
    until: Public[Day]


class Paused(_SharedFact):
    """Nothing is expected until the given day; a pause ends by itself."""

    kind: Public[Literal[FactKind.PAUSED]]
    until: Public[Day]


class Resumed(_SharedFact):
    """A pause ended early."""

    kind: Public[Literal[FactKind.RESUMED]]


class OptedOut(_SharedFact):
    """No reminders from now on."""

    kind: Public[Literal[FactKind.OPTED_OUT]]


class OptedIn(_SharedFact):
    """Reminders again."""

    kind: Public[Literal[FactKind.OPTED_IN]]


class Completed(_PersonFact):
    """The person finished a training module."""

    kind: Public[Literal[FactKind.COMPLETED]]
    module: Public[ModuleRef]


class Waived(_PersonFact):
    """An organiser let the person off a training module."""

    kind: Public[Literal[FactKind.WAIVED]]
    module: Public[ModuleRef]


class Ending(_PairFact):
    """The pair said that it is about to close."""

    kind: Public[Literal[FactKind.ENDING]]


class Ended(_PairFact):
    """The relationship is over; the reason, if there is one, is private."""

    kind: Public[Literal[FactKind.ENDED]]
    outcome: Public[Outcome]


class Left(_SharedFact):
    """The person left the program, or `by` left a group that goes on."""

    kind: Public[Literal[FactKind.LEFT]]


class Vetoed(_PersonFact):
    """The person does not want to be matched with somebody."""

    level = Level.COORDINATORS
    kind: ForCoordinators[Literal[FactKind.VETOED]]
    who: ForCoordinators[ParticipantRef]


class Answer(Part):
    """What was answered to one question: a mark from 1 to 5, or words."""

    question: ForPair[QuestionId]
    value: ForPair[Annotated[int, Field(ge=1, le=5)] | None] = None
    text: ForPair[Line | None] = None


class Answered(_PersonFact):
    """The person answered a survey about a pair."""

    level = Level.PAIR
    kind: ForPair[Literal[FactKind.ANSWERED]]
    survey: ForPair[SurveyRef]
    pair: ForPair[PairRef]
    answers: ForPair[tuple[Answer, ...]]


class Rated(_PersonFact):
    """The person rated their own skill, from 1 to 10."""

    level = Level.PAIR
    kind: ForPair[Literal[FactKind.RATED]]
    skill: ForPair[SkillRef]
    value: ForPair[Annotated[int, Field(ge=1, le=10)]]


class Concern(_SharedFact):
    """Somebody told the organisers that something is wrong."""

    level = Level.COORDINATORS
    kind: ForCoordinators[Literal[FactKind.CONCERN]]
    group: ForCoordinators[ReasonGroup | None] = None


class Reason(_PairFact):
    """Why a relationship ended."""

    level = Level.COORDINATORS
    kind: ForCoordinators[Literal[FactKind.REASON]]
    group: ForCoordinators[ReasonGroup]


Fact = Annotated[
    Applied
    | Accepted
    | Declined
    | Withdrawn
    | Confirmed
    | Agreed
    | Snoozed
    | Paused
    | Resumed
    | OptedOut
    | OptedIn
    | Completed
    | Waived
    | Ending
    | Ended
    | Left
    | Vetoed
    | Answered
    | Rated
    | Concern
    | Reason,
    Field(discriminator="kind"),
]


class PairLog(Record):
    """The facts of one pair, oldest first."""

    pair: FromPath[PairRef]
    facts: Public[Annotated[tuple[Fact, ...], Field(max_length=1000)]] = ()


class PersonLog(Record):
    """The facts of one person, oldest first."""

    slug: FromPath[ParticipantRef]
    facts: Public[Annotated[tuple[Fact, ...], Field(max_length=1000)]] = ()
