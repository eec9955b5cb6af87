"""The files that hold dated facts: a log for each pair and one for each person."""

from collections.abc import Mapping
from typing import Annotated, get_args

from pydantic import Field

from mentorgen.model.facts import Fact
from mentorgen.model.ids import PairRef, ParticipantRef
from mentorgen.model.privacy import Public
from mentorgen.model.record import FromPath, Record

FACTS: Mapping[str, type[Fact]] = {
    get_args(model.model_fields["kind"].annotation)[0]: model
    for model in get_args(get_args(Fact)[0])
}
"""The model of each kind of fact."""


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
