"""What facts have in common: their kinds, when they happened, who said so, and where they stand."""

from enum import StrEnum
from typing import ClassVar

from mentorgen.model.fields import Day
from mentorgen.model.ids import CohortRef, ModuleRef, ParticipantRef
from mentorgen.model.privacy import Level, Public
from mentorgen.model.record import Part


class FactKind(StrEnum):
    """Everything that can be written down about a pair or a person."""

    APPLIED = "applied"
    ACCEPTED = "accepted"
    DECLINED = "declined"
    WITHDRAWN = "withdrawn"
    CONFIRMED = "confirmed"
    AGREED = "agreed"
    ASKED = "asked"
    PLANNED = "planned"
    CANCELLED = "cancelled"
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
    REFLECTED = "reflected"
    CONCERN = "concern"
    CONCERN_ANSWERED = "concern-answered"
    REASON = "reason"


class Replaced(Part):
    """The earlier fact that a correction puts right."""

    on: Public[Day]
    """The day of the earlier fact."""
    kind: Public[FactKind]
    """The kind of the earlier fact."""
    by: Public[ParticipantRef | None] = None
    """Who said the earlier fact, where that tells it from others."""


class BareFact(Part):
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


class OfPair:
    """What stands in the logs of pairs."""

    of_pair: ClassVar[bool] = True


class OfPerson:
    """What stands in the logs of people."""

    of_person: ClassVar[bool] = True


class OfBoth(OfPair, OfPerson):
    """What can be about a pair or about a person; no model, for each of those takes time to build."""


class RoundFact(OfPerson, BareFact):
    """Somebody and a round."""

    cohort: Public[CohortRef]
    """The round."""


class MemberFact(OfPair, BareFact):
    """The word of one member of a pair."""

    by: Public[ParticipantRef]
    """Who of the pair said so."""


class UntilFact(OfBoth, BareFact):
    """Something that ends by itself."""

    until: Public[Day]
    """The day on which it ends by itself."""


class ModuleFact(OfPerson, BareFact):
    """Somebody and a training module."""

    module: Public[ModuleRef]
    """The training module, as <path>/<module>."""
