"""What the page of a pair shows."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, ClassVar

from mentorgen.output.site.views.common import LinkView, PageView, PersonRef, PublicView

if TYPE_CHECKING:
    from datetime import date

    from mentorgen.output.site.wardrobe import Cloth


class Stretch(StrEnum):
    """Where a stage or a moment lies, seen from today."""

    PAST = "past"
    NOW = "now"
    AHEAD = "ahead"


@dataclass(frozen=True, slots=True, kw_only=True)
class StageView(PublicView):
    """A stage of the plan; `meetings` planned in it give its share of the width."""

    title: str
    starts: date
    meetings: int
    stretch: Stretch


@dataclass(frozen=True, slots=True, kw_only=True)
class MilestoneView(PublicView):
    """A step towards a goal; `reached` on a date, or still to come."""

    text: str
    reached: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class GoalView(PublicView):
    """What a pair works towards; done when the last milestone is, or when `done` says so."""

    id: str
    title: str
    milestones: tuple[MilestoneView, ...]
    done: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class MomentView(PublicView):
    """A point on the timeline: a meeting, a milestone, an end."""

    on: date
    title: str
    text: str
    stretch: Stretch


@dataclass(frozen=True, slots=True, kw_only=True)
class AgendaPoint(PublicView):
    """A point of an agenda; zero minutes are not printed, `by` prepares it."""

    text: str
    minutes: int = 0
    by: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingView(PublicView):
    """The next meeting; `time` names the hour at each member's place."""

    on: date
    time: str
    is_late: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeView(PublicView):
    """A time of the week that suits all, `clocks` as everybody's clock shows it."""

    length: str
    clocks: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ActionView(PublicView):
    """Something that a member said they would do."""

    text: str
    by: str = ""
    due: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ThanksView(PublicView):
    """What somebody of a pair thanks the others for, in their own words."""

    words: str
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PairView(PageView):
    """A pair's page: `mentors` and `mentees`, or `mentors` alone for peers; three people are a group.

    `stage_aim`, `stage_by` (who looks after it) and `check_point` are those of the stage of the day;
    `agenda` is that of the next meeting, whether or not it has a day.
    """

    template: ClassVar[str] = "pair.html"
    id: str
    mentors: tuple[PersonRef, ...]
    mentees: tuple[PersonRef, ...]
    cloth: Cloth
    setting: str
    lead: str
    meetings_held: int
    meetings_planned: int
    stages: tuple[StageView, ...] = ()
    stage_aim: str = ""
    stage_by: str = ""
    check_point: str = ""
    goals: tuple[GoalView, ...] = ()
    moments: tuple[MomentView, ...] = ()
    next_meeting: MeetingView | None = None
    next_actions: tuple[LinkView, ...] = ()
    agenda: tuple[AgendaPoint, ...] = ()
    times: tuple[TimeView, ...] = ()
    open_actions: tuple[ActionView, ...] = ()
    alike: tuple[str, ...] = ()
    is_group: bool = False
    is_over: bool = False
    thanks: tuple[ThanksView, ...] = ()
    stays: tuple[LinkView, ...] = ()
    question: str = ""
    actions: tuple[LinkView, ...] = ()
    forms: tuple[LinkView, ...] = ()
