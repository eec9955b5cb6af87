"""Dated facts about a pair or a person: one closed union, told apart by `kind`.

State, progress, health and availability are computed from these; none of them is stored.
"""

from mentorgen.model.facts.base import FactKind, Replaced
from mentorgen.model.facts.fact import Fact
from mentorgen.model.facts.open import (
    Accepted,
    Agreed,
    Applied,
    Completed,
    Confirmed,
    Declined,
    Ended,
    Ending,
    Left,
    OptedIn,
    OptedOut,
    Paused,
    Resumed,
    Snoozed,
    Thanked,
    Waived,
    WishesToMentor,
    Withdrawn,
)
from mentorgen.model.facts.private import (
    Answer,
    Answered,
    Concern,
    ConcernAnswered,
    GoalMark,
    Rated,
    Reason,
    Reflected,
    Vetoed,
)

__all__ = [
    "Accepted",
    "Agreed",
    "Answer",
    "Answered",
    "Applied",
    "Completed",
    "Concern",
    "ConcernAnswered",
    "Confirmed",
    "Declined",
    "Ended",
    "Ending",
    "Fact",
    "FactKind",
    "GoalMark",
    "Left",
    "OptedIn",
    "OptedOut",
    "Paused",
    "Rated",
    "Reason",
    "Reflected",
    "Replaced",
    "Resumed",
    "Snoozed",
    "Thanked",
    "Vetoed",
    "Waived",
    "WishesToMentor",
    "Withdrawn",
]
