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
class CohortRow(PublicView):
    """A cohort beside the others: one cell for each of the dashboard's `cohort_columns`."""

    name: str
    cells: tuple[str, ...]
    path: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DashboardView(PageView):
    """How the round is going."""

    template: ClassVar[str] = "dashboard.html"
    lead: str
    figures: tuple[FigureView, ...]
    health: tuple[HealthCount, ...]
    months: tuple[MonthCount, ...]
    skills: tuple[SkillDemand, ...]
    skills_note: str = ""
    skills_link: LinkView | None = None
    cohort_columns: tuple[str, ...] = ()
    cohorts: tuple[CohortRow, ...] = ()
