"""What the dashboard shows: totals only, nobody by name."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, ClassVar

from mentorgen.output.site.views.common import FigureView, LinkView, PageView, PublicView

if TYPE_CHECKING:
    from datetime import date

    from mentorgen.output.site.views.skills import SkillDemand


class Health(StrEnum):
    """How a pair is, as one shape of two threads."""

    ON_TRACK = "on-track"
    EARLY = "early"
    CHECK_IN = "check-in"
    PAUSED = "paused"


@dataclass(frozen=True, slots=True, kw_only=True)
class HealthCount(PublicView):
    """How many pairs are in one state; the label is read after the number."""

    health: Health
    label: str
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class MonthCount(PublicView):
    """Meetings in a month, this year and the year before; None where too few people met to say."""

    month: date
    meetings: int | None
    year_before: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ShareView(PublicView):
    """A share of a round in percent, None where too few people are behind it; `text` says of how many."""

    label: str
    percent: int | None
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TrendView(PublicView):
    """One measure over the rounds, the oldest first; `elsewhere` is a percentage to look across to."""

    id: str
    title: str
    note: str
    dye: str
    shares: tuple[ShareView, ...]
    elsewhere: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ContextView(PublicView):
    """What others publish of their program, with its source: to look at, and to judge nobody by."""

    text: str
    caution: str
    source: LinkView


@dataclass(frozen=True, slots=True, kw_only=True)
class CohortRow(PublicView):
    """A cohort beside the others: one cell for each of the dashboard's `cohort_columns`."""

    name: str
    cells: tuple[str, ...]
    path: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DashboardView(PageView):
    """How the program is going; `few` says what a dash stands for, where there is one."""

    template: ClassVar[str] = "dashboard.html"
    lead: str
    figures: tuple[FigureView, ...]
    health: tuple[HealthCount, ...]
    months: tuple[MonthCount, ...]
    skills: tuple[SkillDemand, ...]
    few: str = ""
    skills_note: str = ""
    skills_link: LinkView | None = None
    cohort_columns: tuple[str, ...] = ()
    cohorts: tuple[CohortRow, ...] = ()
    trends: tuple[TrendView, ...] = ()
    context: ContextView | None = None
    reports: LinkView | None = None
