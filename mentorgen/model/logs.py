"""The files that hold dated facts: a log for each pair and one for each person."""

from typing import Annotated

from pydantic import Field

from mentorgen.model.facts import Fact
from mentorgen.model.ids import PairRef, ParticipantRef
from mentorgen.model.privacy import Public
from mentorgen.model.record import FromPath, Record


class PairLog(Record):
    """The facts of one pair, oldest first."""

    pair: FromPath[PairRef]
    facts: Public[Annotated[tuple[Fact, ...], Field(max_length=1000)]] = ()
    """What happened, oldest first."""


class PersonLog(Record):
    """The facts of one person, oldest first."""

    slug: FromPath[ParticipantRef]
    facts: Public[Annotated[tuple[Fact, ...], Field(max_length=1000)]] = ()
    """What happened, oldest first."""
