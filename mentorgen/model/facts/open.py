"""Facts that everybody may read: of how people join, learn, agree, pause and part."""

from typing import Annotated, Literal

from pydantic import Field

from mentorgen.model.facts.base import (
    BareFact,
    FactKind,
    MemberFact,
    ModuleFact,
    OfBoth,
    OfPair,
    OfPerson,
    RoundFact,
    UntilFact,
)
from mentorgen.model.fields import Day, Line, TimeOfDay
from mentorgen.model.ids import CohortRef
from mentorgen.model.privacy import Level, Public, Shared
from mentorgen.model.words import Outcome


class Applied(RoundFact):
    """The person asked, again or for the first time, to join a round."""

    kind: Public[Literal[FactKind.APPLIED]]


class Accepted(RoundFact):
    """The organisers took the person into a round."""

    kind: Public[Literal[FactKind.ACCEPTED]]


class Declined(OfBoth, BareFact):
    """A suggested pair was turned down by `by`, or an application was not taken up."""

    kind: Public[Literal[FactKind.DECLINED]]
    cohort: Public[CohortRef | None] = None
    """The round, where it is about an application."""


class Withdrawn(RoundFact):
    """The person took their application back."""

    kind: Public[Literal[FactKind.WITHDRAWN]]


class Confirmed(MemberFact):
    """One member said yes to the pair."""

    kind: Public[Literal[FactKind.CONFIRMED]]


class Agreed(MemberFact):
    """One member signed the mentoring agreement."""

    kind: Public[Literal[FactKind.AGREED]]
    version: Public[Annotated[int, Field(ge=1)]] = 1
    """Which version of the agreement, as 'mentorgen agreement' prints it; 1 says nothing of the terms."""


class Asked(MemberFact):
    """One member has a question to the organisers before anything else; it stands where it was asked."""

    kind: Public[Literal[FactKind.ASKED]]


class Planned(OfPair, BareFact):
    """The pair means to meet on a day, whatever was planned before."""

    kind: Public[Literal[FactKind.PLANNED]]
    day: Public[Day]
    """The day of the meeting."""
    at: Public[TimeOfDay | None] = None
    """The time at which it begins, in UTC."""


class Cancelled(OfPair, BareFact):
    """The meeting that was planned does not take place, and there is no other day yet."""

    kind: Public[Literal[FactKind.CANCELLED]]


class Snoozed(UntilFact):
    """No reminders until the given day."""

    kind: Public[Literal[FactKind.SNOOZED]]


class Paused(UntilFact):
    """Nothing is expected until the given day; a pause ends by itself."""

    kind: Public[Literal[FactKind.PAUSED]]


class Resumed(OfBoth, BareFact):
    """A pause ended early."""

    kind: Public[Literal[FactKind.RESUMED]]


class OptedOut(OfBoth, BareFact):
    """No reminders from now on."""

    kind: Public[Literal[FactKind.OPTED_OUT]]


class OptedIn(OfBoth, BareFact):
    """Reminders again."""

    kind: Public[Literal[FactKind.OPTED_IN]]


class Completed(ModuleFact):
    """The person finished a training module."""

    kind: Public[Literal[FactKind.COMPLETED]]


class Waived(ModuleFact):
    """An organiser let the person off a training module."""

    kind: Public[Literal[FactKind.WAIVED]]


class Ending(OfPair, BareFact):
    """The pair said that it is about to close."""

    kind: Public[Literal[FactKind.ENDING]]


class Ended(OfPair, BareFact):
    """The relationship is over; the reason, if there is one, is private."""

    kind: Public[Literal[FactKind.ENDED]]
    outcome: Public[Outcome]
    """How it ended; no outcome is anybody's fault."""


class Left(OfBoth, BareFact):
    """The person left the program, or `by` left a group that goes on."""

    kind: Public[Literal[FactKind.LEFT]]


class Thanked(MemberFact):
    """One member thanks the others; it stands on the pair's page if that person ticked 'story'."""

    kind: Public[Literal[FactKind.THANKED]]
    words: Annotated[Line, Level.PUBLIC, Shared.STORY]
    """The thanks, in the person's own words; shown if the person ticked 'story'."""


class WishesToMentor(OfPerson, BareFact):
    """The person would like to mentor in a later round."""

    kind: Public[Literal[FactKind.WISHES_TO_MENTOR]]
    wish: Public[bool] = True
    """False takes an earlier wish back."""
