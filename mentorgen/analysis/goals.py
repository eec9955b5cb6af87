"""How far a pair has come with its goals, told by the dates of its milestones alone."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from mentorgen.model.pairs import Goal, Milestone


class Pace(StrEnum):
    """How a goal does against its own dates."""

    AHEAD = "ahead"
    ON_COURSE = "on-course"
    BEHIND = "behind"


@dataclass(frozen=True, slots=True)
class GoalProgress:
    """A goal on a day: `reached` of `total` milestones.

    `pace` is None without a milestone that has a date. `overdue` are the milestones whose day has
    passed; `next` is the first one that is not reached, by its date.
    """

    goal: Goal
    reached: int
    total: int
    pace: Pace | None
    overdue: tuple[Milestone, ...]
    next: Milestone | None

    @property
    def is_done(self) -> bool:
        """Every milestone is reached, and there is at least one."""
        return 0 < self.total == self.reached


def goal_progress(goal: Goal, *, today: date) -> GoalProgress:
    """Compute a goal's progress at the end of the day.

    Behind means that the day of a milestone passed without it, ahead that none did and one was reached
    before its day came. Milestones without a day of their own share out the time from the day on which
    the goal was set to the day on which it is due: a whole one more or fewer than their share counts.
    """
    missing = tuple(one for one in goal.milestones if not _is_reached(one, today))
    overdue = tuple(one for one in missing if due_of(goal, one) < today)
    return GoalProgress(
        goal=goal,
        reached=len(goal.milestones) - len(missing),
        total=len(goal.milestones),
        pace=_pace(goal, today, is_overdue=bool(overdue)),
        overdue=overdue,
        next=min(missing, key=lambda one: due_of(goal, one), default=None),
    )


def due_of(goal: Goal, milestone: Milestone) -> date:
    """Tell when a milestone is due; `date.max` where neither it nor its goal has a day."""
    return milestone.due or goal.due or date.max


def _pace(goal: Goal, today: date, *, is_overdue: bool) -> Pace | None:
    if not any(due_of(goal, one) < date.max for one in goal.milestones):
        return None
    dated = [one for one in goal.milestones if one.due]
    early = any(today < due_of(goal, one) for one in dated if _is_reached(one, today))
    ahead, behind = _against_time(goal, today)
    if is_overdue or behind:
        return Pace.BEHIND
    return Pace.AHEAD if early or ahead else Pace.ON_COURSE


def _against_time(goal: Goal, today: date) -> tuple[bool, bool]:
    """Hold the share of milestones that were reached against the share of time that is gone.

    Only those without a day of their own are counted. In days of the goal's time: each milestone has an
    equal stretch, and is ahead before its stretch begins and behind when it is over.
    """
    steps = [one for one in goal.milestones if not one.due]
    if goal.due is None or not steps:
        return False, False
    time = (goal.due - goal.set_on).days + 1
    gone = min((today - goal.set_on).days, time) * len(steps)
    reached = sum(_is_reached(one, today) for one in steps) * time
    return reached >= gone + time, reached <= gone - time


def _is_reached(milestone: Milestone, today: date) -> bool:
    return milestone.reached is not None and milestone.reached <= today
