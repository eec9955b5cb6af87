"""The closed union of all facts, told apart by `kind`."""

from typing import Annotated

from pydantic import Field

from mentorgen.model.facts.open import (
    Accepted,
    Agreed,
    Applied,
    Asked,
    Cancelled,
    Completed,
    Confirmed,
    Declined,
    Ended,
    Ending,
    Left,
    OptedIn,
    OptedOut,
    Paused,
    Planned,
    Resumed,
    Snoozed,
    Thanked,
    Waived,
    WishesToMentor,
    Withdrawn,
)
from mentorgen.model.facts.private import (
    Answered,
    Concern,
    ConcernAnswered,
    Rated,
    Reason,
    Reflected,
    Vetoed,
)

Fact = Annotated[
    Applied
    | Accepted
    | Declined
    | Withdrawn
    | Confirmed
    | Agreed
    | Asked
    | Planned
    | Cancelled
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
    | Reflected
    | Concern
    | ConcernAnswered
    | Reason,
    Field(discriminator="kind"),
]
