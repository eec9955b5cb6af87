"""Contacts of a pair: when, how, who, and what they wrote down."""

from typing import Annotated

from pydantic import Field

from mentorgen.model.fields import Day, Line, Link, Minutes, Prose, TimeOfDay
from mentorgen.model.ids import PairRef, ParticipantRef
from mentorgen.model.privacy import Level, Public
from mentorgen.model.record import FromBody, FromPath, Part, Record
from mentorgen.model.words import MeetingKind


class NextMeeting(Part):
    """When the pair means to meet again; `at` is in UTC."""

    on: Public[Day]
    at: Public[TimeOfDay | None] = None


class Meeting(Record):
    """One contact of a pair, of any kind: a Markdown file with a head and notes below it."""

    pair: FromPath[PairRef]
    on: FromPath[Day]
    number: FromPath[Annotated[int, Field(ge=1, le=99)]] = 1
    kind: Public[MeetingKind]
    minutes: Public[Minutes | None] = None
    present: Public[Annotated[tuple[ParticipantRef, ...], Field(max_length=30)]] = ()
    topics: Public[Annotated[tuple[Line, ...], Field(max_length=20)]] = ()
    link: Public[Link | None] = None
    next: Public[NextMeeting | None] = None
    visibility: Public[Level] = Level.PUBLIC
    notes: FromBody[Prose] = ""
