"""What the page of all reports shows, and the report of one round: totals only, nobody by name."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from mentorgen.output.site.views.common import FigureView, LinkView, PageView, PublicView

if TYPE_CHECKING:
    from mentorgen.output.site.views.dashboard import ShareView


@dataclass(frozen=True, slots=True, kw_only=True)
class TableView(PublicView):
    """A small table; the first cell of each row is its head."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportSection(PublicView):
    """One part of a report, whatever it is about; `note` says how to read it, `empty` why nothing is there."""

    id: str
    title: str
    dye: str
    figures: tuple[FigureView, ...] = ()
    shares: tuple[ShareView, ...] = ()
    table: TableView | None = None
    note: str = ""
    empty: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportView(PageView):
    """What came of one round; `caution` says what no report of this kind can claim."""

    template: ClassVar[str] = "report.html"
    state: str
    lead: str
    sections: tuple[ReportSection, ...]
    caution: str
    links: tuple[LinkView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportCard(PublicView):
    """A report among others."""

    name: str
    path: str
    state: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportsView(PageView):
    """Every report that there is, the newest round first."""

    template: ClassVar[str] = "reports.html"
    lead: str
    reports: tuple[ReportCard, ...]
    caution: str
