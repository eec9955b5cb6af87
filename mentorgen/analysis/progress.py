"""How far a pair has come: its goals, its meetings, its plan and what it means to do next."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from itertools import accumulate, pairwise

from mentorgen.analysis.actions import Action, open_actions
from mentorgen.analysis.goals import GoalProgress, goal_progress
from mentorgen.analysis.life import Life, life_of
from mentorgen.analysis.planned import next_meeting
from mentorgen.analysis.plans import plan_of, rhythm_of
from mentorgen.analysis.spans import day_after, days_outside
from mentorgen.model.meetings import NextMeeting
from mentorgen.model.pairs import Pair, Plan, Stage
from mentorgen.model.program import Program


class StageState(StrEnum):
    """Where a stage of the plan is on a day."""

    DONE = "done"
    NOW = "now"
    NEXT = "next"


@dataclass(frozen=True, slots=True)
class StageProgress:
    """A stage with its own days: from `first_day` to `last_day`, pauses moved out of the way."""

    stage: Stage
    first_day: date
    last_day: date
    state: StageState


@dataclass(frozen=True, slots=True)
class MeetingProgress:
    """Contacts so far: `held` of the `planned` ones that the rhythm of `rhythm_days` had room for.

    `minutes` adds up the meetings that say how long they were.
    """

    held: int
    planned: int
    rhythm_days: int
    minutes: int
    last: date | None


@dataclass(frozen=True, slots=True)
class Progress:
    """A pair's progress at the end of a day; tuples are in the order of the plan, goals by id.

    `now` is the stage of the day and `next` the first one still to come, each None where there is none.
    `next_meeting` is what the pair agreed on last, unless its day has passed.
    """

    pair: Pair
    goals: tuple[GoalProgress, ...]
    meetings: MeetingProgress
    stages: tuple[StageProgress, ...]
    now: StageProgress | None
    next: StageProgress | None
    next_meeting: NextMeeting | None
    open_actions: tuple[Action, ...]


def progress_of(program: Program, pair: Pair, *, today: date) -> Progress:
    """Compute how far a pair has come, from dated facts up to the day."""
    life = life_of(program, pair, today=today)
    stages = tuple(stages_on(plan_of(program, pair), life))
    return Progress(
        pair=pair,
        goals=tuple(
            goal_progress(goal, today=today)
            for goal in program.goals.get(pair.id, ())
            if goal.set_on <= today
        ),
        meetings=meeting_progress(program, life),
        stages=stages,
        now=next((one for one in stages if one.state is StageState.NOW), None),
        next=next((one for one in stages if one.state is StageState.NEXT), None),
        next_meeting=next_meeting(life, today=today),
        open_actions=open_actions(life.meetings),
    )


def stages_on(plan: Plan | None, life: Life) -> Iterator[StageProgress]:
    """Lay a plan on the days of a pair; without a plan there are no stages."""
    if plan is None:
        return
    starts = life.pair.starts
    weeks = accumulate((stage.weeks for stage in plan.stages), initial=0)
    firsts = [day_after(starts, 7 * past, life.pauses) for past in weeks]
    for stage, (first, following) in zip(plan.stages, pairwise(firsts), strict=True):
        yield StageProgress(
            stage, first, following - timedelta(days=1), _state(first, following, life.today)
        )


def _state(first: date, following: date, today: date) -> StageState:
    if following <= today:
        return StageState.DONE
    return StageState.NOW if first <= today else StageState.NEXT


def meeting_progress(program: Program, life: Life) -> MeetingProgress:
    """Count a pair's contacts and those that its rhythm had room for, without pauses."""
    rhythm_days = rhythm_of(program, life.pair)
    until = min(life.today, life.closing or life.today)
    days = days_outside(life.pauses, life.began, until) if life.began else 0
    return MeetingProgress(
        held=len(life.meetings),
        planned=max(days, 0) // rhythm_days,
        rhythm_days=rhythm_days,
        minutes=sum(meeting.minutes or 0 for meeting in life.meetings),
        last=life.last_contact,
    )
