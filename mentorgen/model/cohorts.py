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
    rolling: Public[bool] = False
    opens: Public[Day | None] = None
    closes: Public[Day | None] = None
    starts: Public[Day | None] = None
    ends: Public[Day | None] = None
    forms: Public[Annotated[tuple[Form, ...], Field(min_length=1)]] = (Form.ONE_TO_ONE,)
    plan: Public[PlanRef | None] = None
    about: Public[Prose | None] = None
    chat: Public[Link | None] = None
    matching: Public[MatchingPolicy | None] = None


class Application(Record):
    """One person's request to join a round, with what they want of it.

    What is left out is taken from the person's own record.
    """

    cohort: FromPath[CohortRef]
    slug: FromPath[ParticipantRef]
    applied: Public[Day]
    role: Public[Role | None] = None
    forms: Public[tuple[Form, ...]] = ()
    wants: Public[Annotated[tuple[Skilled, ...], Field(max_length=MOST_SKILLS)]] = ()
    aim: Public[Line | None] = None
    mentors_wanted: Public[Annotated[int, Field(ge=1, le=3)] | None] = None
    asks_for: Annotated[tuple[ParticipantRef, ...], Level.PUBLIC, Shared.ASK_BY_NAME] = ()
    wishes: ForCoordinators[Annotated[tuple[ParticipantRef, ...], Field(max_length=20)]] = ()


class Event(Record):
    """A gathering of a cohort."""

    cohort: FromPath[CohortRef]
    id: FromPath[OwnEvent]
    name: Public[Name]
    kind: Public[EventKind]
    on: Public[Day]
    at: Public[TimeOfDay | None] = None
    minutes: Public[Minutes] = 60
    link: Public[Link | None] = None
    about: Public[Prose | None] = None


class SlotTime(Part):
    """One stretch of time that a mentor offers; `at` is in UTC."""

    at: Public[TimeOfDay]
    minutes: Public[Minutes] = 30
    booked_by: Public[ParticipantRef | None] = None


class Slot(Record):
    """A day on which somebody offers flash mentoring."""

    slug: FromPath[ParticipantRef]
    on: FromPath[Day]
    times: Public[Annotated[tuple[SlotTime, ...], Field(min_length=1, max_length=48)]]
    skills: Public[tuple[SkillRef, ...]] = ()
    about: Public[Line | None] = None
