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
    before its day came. A milestone without a day of its own is due with the goal.
    """
    missing = tuple(one for one in goal.milestones if not _is_reached(one, today))
    overdue = tuple(one for one in missing if due_of(goal, one) < today)
    dated = any(due_of(goal, one) < date.max for one in goal.milestones)
    early = any(
        today < due_of(goal, one) < date.max for one in goal.milestones if _is_reached(one, today)
    )
    in_time = Pace.AHEAD if early else Pace.ON_COURSE
    return GoalProgress(
        goal=goal,
        reached=len(goal.milestones) - len(missing),
        total=len(goal.milestones),
        pace=(Pace.BEHIND if overdue else in_time) if dated else None,
        overdue=overdue,
        next=min(missing, key=lambda one: due_of(goal, one), default=None),
    )


def due_of(goal: Goal, milestone: Milestone) -> date:
    """Tell when a milestone is due; `date.max` where neither it nor its goal has a day."""
    return milestone.due or goal.due or date.max


def _is_reached(milestone: Milestone, today: date) -> bool:
    return milestone.reached is not None and milestone.reached <= today
