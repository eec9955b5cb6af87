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
from mentorgen.model.words import Form, Owner

People = Annotated[tuple[ParticipantRef, ...], Field(max_length=30)]


class Pair(Record):
    """A relationship in a cohort: mentors and mentees, or members where all are peers."""

    id: FromPath[OwnPair]
    cohort: FromPath[CohortRef]
    form: Public[Form]
    """The shape of the relationship."""
    mentors: Public[People] = ()
    """The mentors, by the names of their files."""
    mentees: Public[People] = ()
    """The mentees, by the names of their files."""
    members: Public[People] = ()
    """The people of a pair in which all are peers, instead of mentors and mentees."""
    skills: Public[tuple[SkillRef, ...]] = ()
    """The skills that the pair works on."""
    aim: Public[Line | None] = None
    """What the pair wants to reach, in one sentence."""
    plan: Public[PlanRef | None] = None
    """The plan that the pair follows; the round's if none is named."""
    starts: Public[Day]
    """The day on which the pair begins."""
    rhythm_days: Public[Days | None] = None
    """How many days lie between meetings; the plan's if nothing is said."""
    informal: Public[bool] = False
    """Whether the relationship grew by itself, without a suggestion."""
    on_site: Public[bool] = True
    """Whether the pair has a page on the site."""
    public_contact: Public[bool] = True
    """Whether the pair may be written to in public issues."""

    @property
    def everyone(self) -> tuple[Slug, ...]:
        """All people of the relationship, mentors first."""
        return (*self.mentors, *self.mentees, *self.members)


class AgendaItem(Part):
    """One point of a meeting."""

    item: Public[Line]
    """What to talk about."""
    minutes: Public[Minutes | None] = None
    """How long it should take."""
    owner: Public[Owner] = Owner.BOTH
    """Who prepares it."""


class Stage(Part):
    """A stretch of a plan, with what to talk about in its meetings."""

    name: Public[Name]
    """The stage's name."""
    weeks: Public[Annotated[int, Field(ge=1, le=104)]]
    """How many weeks it lasts."""
    aim: Public[Line | None] = None
    """What is true when the stage is over."""
    owner: Public[Owner] = Owner.BOTH
    """Who looks after this stage: calls the meetings and keeps its aim in sight."""
    agenda: Public[Annotated[tuple[AgendaItem, ...], Field(max_length=20)]] = ()
    """What to talk about in the meetings of this stage."""
    check_point: Public[Line | None] = None
    """What to look at together at the end of this stage."""


class Plan(Record):
    """A template: stages one after the other from the pair's first day, and how often to meet."""

    id: FromPath[OwnPlan]
    name: Public[Name]
    """The plan's name."""
    rhythm_days: Public[Days] = 14
    """How many days lie between two meetings."""
    stages: Public[Annotated[tuple[Stage, ...], Field(min_length=1, max_length=20)]]
    """The stages, one after the other from the pair's first day."""
    about: Public[Prose | None] = None
    """For whom the plan is meant, in Markdown."""


class Milestone(Part):
    """A step on the way to a goal; reaching it is a dated fact."""

    name: Public[Line]
    """The step."""
    due: Public[Day | None] = None
    """The day on which it should be reached."""
    reached: Public[Day | None] = None
    """The day on which it was reached."""


class Goal(Record):
    """What a pair works towards; a goal marked `visibility: pair` belongs to the private folder."""

    pair: FromPath[PairRef]
    id: FromPath[OwnGoal]
    title: Public[Line]
    """The goal in one sentence."""
    set_on: Public[Day]
    """The day on which the pair set this goal."""
    why: Public[Prose | None] = None
    """What will be different when it is reached."""
    measure: Public[Line | None] = None
    """How both will see that it is reached."""
    due: Public[Day | None] = None
    """The day on which it should be reached."""
    owner: Public[ParticipantRef | None] = None
    """Whose goal it is, where it is not everybody's."""
    skills: Public[tuple[SkillRef, ...]] = ()
    """The skills that it needs."""
    milestones: Public[Annotated[tuple[Milestone, ...], Field(max_length=30)]] = ()
    """The steps on the way."""
    evidence: Public[Annotated[tuple[Link, ...], Field(max_length=20)]] = ()
    """Links to what was made."""
    visibility: Public[Level] = Level.PUBLIC
    """Who may read this goal; all but 'public' belongs to the private folder."""
