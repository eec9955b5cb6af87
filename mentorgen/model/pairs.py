"""Mentoring relationships of every form, the plans they follow and what they work towards."""

from typing import Annotated

from pydantic import Field

from mentorgen.model.fields import Day, Days, Line, Link, Minutes, Name, Prose
from mentorgen.model.ids import (
    CohortRef,
    OwnGoal,
    OwnPair,
    OwnPlan,
    PairRef,
    ParticipantRef,
    PlanRef,
    SkillRef,
    Slug,
)
from mentorgen.model.privacy import Level, Public
from mentorgen.model.record import FromPath, Part, Record
from mentorgen.model.words import Form

People = Annotated[tuple[ParticipantRef, ...], Field(max_length=30)]


class Pair(Record):
    """A relationship in a cohort: mentors and mentees, or members where all are peers."""

    id: FromPath[OwnPair]
    cohort: FromPath[CohortRef]
    form: Public[Form]
    mentors: Public[People] = ()
    mentees: Public[People] = ()
    members: Public[People] = ()
    skills: Public[tuple[SkillRef, ...]] = ()
    aim: Public[Line | None] = None
    plan: Public[PlanRef | None] = None
    starts: Public[Day]
    rhythm_days: Public[Days | None] = None
    informal: Public[bool] = False
    on_site: Public[bool] = True
    public_contact: Public[bool] = True

    @property
    def everyone(self) -> tuple[Slug, ...]:
        """All people of the relationship, mentors first."""
        return (*self.mentors, *self.mentees, *self.members)


class AgendaItem(Part):
    """One point of a meeting."""

    item: Public[Line]
    minutes: Public[Minutes | None] = None


class Stage(Part):
    """A stretch of a plan, with what to talk about in its meetings."""

    name: Public[Name]
    weeks: Public[Annotated[int, Field(ge=1, le=104)]]
    aim: Public[Line | None] = None
    agenda: Public[Annotated[tuple[AgendaItem, ...], Field(max_length=20)]] = ()
    check_point: Public[Line | None] = None


class Plan(Record):
    """A template: stages one after the other from the pair's first day, and how often to meet."""

    id: FromPath[OwnPlan]
    name: Public[Name]
    rhythm_days: Public[Days] = 14
    stages: Public[Annotated[tuple[Stage, ...], Field(min_length=1, max_length=20)]]
    about: Public[Prose | None] = None


class Milestone(Part):
    """A step on the way to a goal; reaching it is a dated fact."""

    name: Public[Line]
    due: Public[Day | None] = None
    reached: Public[Day | None] = None


class Goal(Record):
    """What a pair works towards; a goal marked `visibility: pair` belongs to the private folder."""

    pair: FromPath[PairRef]
    id: FromPath[OwnGoal]
    title: Public[Line]
    set_on: Public[Day]
    why: Public[Prose | None] = None
    measure: Public[Line | None] = None
    due: Public[Day | None] = None
    owner: Public[ParticipantRef | None] = None
    skills: Public[tuple[SkillRef, ...]] = ()
    milestones: Public[Annotated[tuple[Milestone, ...], Field(max_length=30)]] = ()
    evidence: Public[Annotated[tuple[Link, ...], Field(max_length=20)]] = ()
    visibility: Public[Level] = Level.PUBLIC
