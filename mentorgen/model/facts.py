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
from mentorgen.model.privacy import ForCoordinators, ForPair, Level, Public, Shared
from mentorgen.model.record import Part
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
    THANKED = "thanked"
    WISHES_TO_MENTOR = "wishes-to-mentor"
    VETOED = "vetoed"
    ANSWERED = "answered"
    RATED = "rated"
    CONCERN = "concern"
    REASON = "reason"


class Replaced(Part):
    """The earlier fact that a correction puts right."""

    on: Public[Day]
    """The day of the earlier fact."""
    kind: Public[FactKind]
    """The kind of the earlier fact."""
    by: Public[ParticipantRef | None] = None
    """Who said the earlier fact, where that tells it from others."""


class _Fact(Part):
    """What every fact says: when, and who said so."""

    level: ClassVar[Level] = Level.PUBLIC
    of_pair: ClassVar[bool] = False
    of_person: ClassVar[bool] = False

    on: Public[Day]
    """The day on which it happened."""
    by: Public[ParticipantRef | None] = None
    """Who said so or did it, by the name of their file."""
    replaces: Public[Replaced | None] = None
    """The earlier fact that this one puts right."""


class _OfPair:
    of_pair: ClassVar[bool] = True


class _OfPerson:
    of_person: ClassVar[bool] = True


class _OfBoth(_OfPair, _OfPerson):
    """What can be about a pair or about a person; no model, for each of those takes time to build."""


class _RoundFact(_OfPerson, _Fact):
    cohort: Public[CohortRef]
    """The round."""


class _MemberFact(_OfPair, _Fact):
    by: Public[ParticipantRef]
    """Who of the pair said so."""


class _UntilFact(_OfBoth, _Fact):
    until: Public[Day]
    """The day on which it ends by itself."""


class _ModuleFact(_OfPerson, _Fact):
    module: Public[ModuleRef]
    """The training module, as <path>/<module>."""


class Applied(_RoundFact):
    """The person asked, again or for the first time, to join a round."""

    kind: Public[Literal[FactKind.APPLIED]]


class Accepted(_RoundFact):
    """The organisers took the person into a round."""

    kind: Public[Literal[FactKind.ACCEPTED]]


class Declined(_OfBoth, _Fact):
    """A suggested pair was turned down by `by`, or an application was not taken up."""

    kind: Public[Literal[FactKind.DECLINED]]
    cohort: Public[CohortRef | None] = None
    """The round, where it is about an application."""


class Withdrawn(_RoundFact):
    """The person took their application back."""

    kind: Public[Literal[FactKind.WITHDRAWN]]


class Confirmed(_MemberFact):
    """One member said yes to the pair."""

    kind: Public[Literal[FactKind.CONFIRMED]]


class Agreed(_MemberFact):
    """One member signed the mentoring agreement."""

    kind: Public[Literal[FactKind.AGREED]]
    version: Public[Annotated[int, Field(ge=1)]] = 1
    """Which version of the agreement."""


class Snoozed(_UntilFact):
    """No reminders until the given day."""

    kind: Public[Literal[FactKind.SNOOZED]]


class Paused(_UntilFact):
    """Nothing is expected until the given day; a pause ends by itself."""

    kind: Public[Literal[FactKind.PAUSED]]


class Resumed(_OfBoth, _Fact):
    """A pause ended early."""

    kind: Public[Literal[FactKind.RESUMED]]


class OptedOut(_OfBoth, _Fact):
    """No reminders from now on."""

    kind: Public[Literal[FactKind.OPTED_OUT]]


class OptedIn(_OfBoth, _Fact):
    """Reminders again."""

    kind: Public[Literal[FactKind.OPTED_IN]]


class Completed(_ModuleFact):
    """The person finished a training module."""

    kind: Public[Literal[FactKind.COMPLETED]]


class Waived(_ModuleFact):
    """An organiser let the person off a training module."""

    kind: Public[Literal[FactKind.WAIVED]]


class Ending(_OfPair, _Fact):
    """The pair said that it is about to close."""

    kind: Public[Literal[FactKind.ENDING]]


class Ended(_OfPair, _Fact):
    """The relationship is over; the reason, if there is one, is private."""

    kind: Public[Literal[FactKind.ENDED]]
    outcome: Public[Outcome]
    """How it ended; no outcome is anybody's fault."""


class Left(_OfBoth, _Fact):
    """The person left the program, or `by` left a group that goes on."""

    kind: Public[Literal[FactKind.LEFT]]


class Thanked(_MemberFact):
    """One member thanks the others; it stands on the pair's page if that person ticked 'story'."""

    kind: Public[Literal[FactKind.THANKED]]
    words: Annotated[Line, Level.PUBLIC, Shared.STORY]
    """The thanks, in the person's own words; shown if the person ticked 'story'."""


class WishesToMentor(_OfPerson, _Fact):
    """The person would like to mentor in a later round."""

    kind: Public[Literal[FactKind.WISHES_TO_MENTOR]]
    wish: Public[bool] = True
    """False takes an earlier wish back."""


class Vetoed(_OfPerson, _Fact):
    """The person does not want to be matched with somebody."""

    level = Level.COORDINATORS
    kind: ForCoordinators[Literal[FactKind.VETOED]]
    who: ForCoordinators[ParticipantRef]
    """With whom the person does not want to be matched."""


class Answer(Part):
    """What was answered to one question: a mark from 1 to 5, or words."""

    question: ForPair[QuestionId]
    """The id of the question."""
    value: ForPair[Annotated[int, Field(ge=1, le=5)] | None] = None
    """The mark, from 1 to 5."""
    text: ForPair[Line | None] = None
    """The answer in words."""


class Answered(_OfPerson, _Fact):
    """The person answered a survey about a pair."""

    level = Level.PAIR
    kind: ForPair[Literal[FactKind.ANSWERED]]
    survey: ForPair[SurveyRef]
    """The survey, by the name of its file."""
    pair: ForPair[PairRef]
    """The pair that the answers are about, as <round>/<pair>."""
    answers: ForPair[tuple[Answer, ...]]
    """The answers, one for each question."""


class Rated(_OfPerson, _Fact):
    """The person rated their own skill, from 1 to 10."""

    level = Level.PAIR
    kind: ForPair[Literal[FactKind.RATED]]
    skill: ForPair[SkillRef]
    """The skill."""
    value: ForPair[Annotated[int, Field(ge=1, le=10)]]
    """How the person rates themselves, from 1 to 10."""


class Concern(_OfBoth, _Fact):
    """Somebody told the organisers that something is wrong."""

    level = Level.COORDINATORS
    kind: ForCoordinators[Literal[FactKind.CONCERN]]
    group: ForCoordinators[ReasonGroup | None] = None
    """What it is about, in one of five groups."""


class Reason(_OfPair, _Fact):
    """Why a relationship ended."""

    level = Level.COORDINATORS
    kind: ForCoordinators[Literal[FactKind.REASON]]
    group: ForCoordinators[ReasonGroup]
    """Why it ended, in one of five groups."""


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
    | Thanked
    | WishesToMentor
    | Vetoed
    | Answered
    | Rated
    | Concern
    | Reason,
    Field(discriminator="kind"),
]
