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
    """The day of the next meeting."""
    at: Public[TimeOfDay | None] = None
    """The time at which it begins, in UTC."""


class Meeting(Record):
    """One contact of a pair, of any kind: a Markdown file with a head and notes below it."""

    pair: FromPath[PairRef]
    on: FromPath[Day]
    number: FromPath[Annotated[int, Field(ge=1, le=99)]] = 1
    kind: Public[MeetingKind]
    """How they were in contact."""
    minutes: Public[Minutes | None] = None
    """How long it took."""
    present: Public[Annotated[tuple[ParticipantRef, ...], Field(max_length=30)]] = ()
    """Who was there, by the names of their files."""
    topics: Public[Annotated[tuple[Line, ...], Field(max_length=20)]] = ()
    """What they talked about, a few words each."""
    link: Public[Link | None] = None
    """Where to see what they worked on."""
    next: Public[NextMeeting | None] = None
    """When they mean to meet again."""
    visibility: Public[Level] = Level.PUBLIC
    """Who may read this meeting; all but 'public' belongs to the private folder."""
    notes: FromBody[Prose] = ""
    """The notes below the head, in Markdown; a line '- [ ] ana-rivers: …' is a promise."""
