"""Rounds of the program, who asked to join them, and what happens in them."""

from typing import Annotated

from pydantic import Field

from mentorgen.model.fields import Day, Line, Link, Minutes, Name, Prose, TimeOfDay
from mentorgen.model.ids import CohortRef, OwnCohort, OwnEvent, ParticipantRef, PlanRef, SkillRef
from mentorgen.model.people import MOST_SKILLS, Skilled
from mentorgen.model.policies import MatchingPolicy
from mentorgen.model.privacy import ForCoordinators, Level, Public, Shared
from mentorgen.model.record import FromPath, Part, Record
from mentorgen.model.words import EventKind, Form, Role


class Cohort(Record):
    """A round with dates, or one that never closes (`rolling`)."""

    id: FromPath[OwnCohort]
    name: Public[Name]
    """The round's name."""
    rolling: Public[bool] = False
    """Whether the round never closes; then it needs no dates."""
    opens: Public[Day | None] = None
    """The first day on which people can apply."""
    closes: Public[Day | None] = None
    """The last day on which people can apply."""
    starts: Public[Day | None] = None
    """The day on which the round begins."""
    ends: Public[Day | None] = None
    """The day on which the round ends."""
    forms: Public[Annotated[tuple[Form, ...], Field(min_length=1)]] = (Form.ONE_TO_ONE,)
    """The forms of mentoring that the round offers."""
    plan: Public[PlanRef | None] = None
    """The plan that pairs of this round follow, unless they choose their own."""
    about: Public[Prose | None] = None
    """What the round is about, in Markdown."""
    chat: Public[Link | None] = None
    """Where the people of the round talk."""
    matching: Public[MatchingPolicy | None] = None
    """How this round is matched; it replaces what the program says."""

    @property
    def has_days_in_order(self) -> bool:
        """Tell whether the round, as far as its days are known, ends after it starts."""
        return not (self.starts and self.ends) or self.starts <= self.ends


class Application(Record):
    """One person's request to join a round, with what they want of it.

    What is left out is taken from the person's own record.
    """

    cohort: FromPath[CohortRef]
    slug: FromPath[ParticipantRef]
    applied: Public[Day]
    """The day on which the person asked to join."""
    role: Public[Role | None] = None
    """What the person wants to be in this round."""
    forms: Public[tuple[Form, ...]] = ()
    """The forms of mentoring that the person would take."""
    wants: Public[Annotated[tuple[Skilled, ...], Field(max_length=MOST_SKILLS)]] = ()
    """The skills that the person wants to learn in this round."""
    aim: Public[Line | None] = None
    """What the person wants to be able to do at the end."""
    mentors_wanted: Public[Annotated[int, Field(ge=1, le=3)] | None] = None
    """How many mentors the person would like at one time."""
    asks_for: Annotated[tuple[ParticipantRef, ...], Level.PUBLIC, Shared.ASK_BY_NAME] = ()
    """People whom the person asks for by name; only those who allow it."""
    wishes: ForCoordinators[Annotated[tuple[ParticipantRef, ...], Field(max_length=20)]] = ()
    """People whom the person asks for in private."""


class Event(Record):
    """A gathering of a cohort."""

    cohort: FromPath[CohortRef]
    id: FromPath[OwnEvent]
    name: Public[Name]
    """The event's name."""
    kind: Public[EventKind]
    """What the event is for."""
    on: Public[Day]
    """The day of the event."""
    at: Public[TimeOfDay | None] = None
    """The time at which it begins, in UTC."""
    minutes: Public[Minutes] = 60
    """How long it lasts."""
    link: Public[Link | None] = None
    """Where it takes place, or where to say that one comes."""
    about: Public[Prose | None] = None
    """What will happen, in Markdown."""
    changed: Public[Annotated[tuple[Day, ...], Field(max_length=50)]] = ()
    """The days on which what stands here was changed, so that calendars take the change over."""
    cancelled: Public[Day | None] = None
    """The day on which it was called off; calendars take it back, and the file stays."""


class SlotTime(Part):
    """One stretch of time that a mentor offers; `at` is in UTC."""

    at: Public[TimeOfDay]
    """The time at which it begins, in UTC."""
    minutes: Public[Minutes] = 30
    """How long it lasts."""
    booked_by: Public[ParticipantRef | None] = None
    """Who took it, if somebody did."""


class Slot(Record):
    """A day on which somebody offers flash mentoring."""

    slug: FromPath[ParticipantRef]
    on: FromPath[Day]
    times: Public[Annotated[tuple[SlotTime, ...], Field(min_length=1, max_length=48)]]
    """What is offered on this day."""
    skills: Public[tuple[SkillRef, ...]] = ()
    """The skills that can be talked about; everything if none is named."""
    about: Public[Line | None] = None
    """One sentence for those who think of coming."""
