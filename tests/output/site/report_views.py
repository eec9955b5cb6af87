"""Views of reports and of rounds beside each other: full ones, and ones in which nothing stands yet."""

from __future__ import annotations

from mentorgen.output.site.views import (
    ContextView,
    FigureView,
    PageView,
    ReportCard,
    ReportSection,
    ReportsView,
    ReportView,
    ShareView,
    TableView,
    TrendView,
)
from tests.output.site.some_views import a_link

SHARES = (
    ShareView(label="Autumn round", percent=57, text="58 of 102"),
    ShareView(label="Spring round", percent=None, text="too few to show"),
)
TRENDS = (
    TrendView(id="kept", title="Meetings held", note="of all", dye="woad", shares=SHARES),
    TrendView(
        id="finished", title="Finished", note="of all", dye="plum", shares=SHARES, elsewhere=82
    ),
)
CONTEXT = ContextView(
    text="The line is another program's.", caution="For context.", source=a_link("From here")
)
SECTIONS = (
    ReportSection(
        id="people",
        title="Who took part",
        dye="woad",
        figures=(FigureView(label="people", number="28"),),
        shares=SHARES,
        table=TableView(columns=("Form", "Pairs"), rows=(("Group", "2"),)),
        note="As written down.",
    ),
    ReportSection(id="voices", title="What people say", dye="madder", empty="It is private."),
)


def a_report_page(**changes: object) -> ReportView:
    """A report without any part."""
    shown: dict[str, object] = {
        "title": "Autumn: the report",
        "description": "What came of it",
        "state": "Over",
        "lead": "Counted.",
        "sections": (),
        "caution": "No cause is claimed.",
        "links": (a_link("About it", "rounds/autumn/"),),
    }
    return ReportView(**shown | changes)  # type: ignore[arg-type]


def a_reports_page(**changes: object) -> ReportsView:
    """The page of all reports, of which there is none."""
    shown: dict[str, object] = {
        "title": "Reports",
        "description": "What came of each round",
        "lead": "In figures.",
        "reports": (),
        "caution": "No cause is claimed.",
    }
    return ReportsView(**shown | changes)  # type: ignore[arg-type]


REPORT_FULL: dict[str, PageView] = {
    "report": a_report_page(sections=SECTIONS),
    "reports": a_reports_page(
        reports=(ReportCard(name="Autumn", path="reports/autumn/", state="Over", text="28 people"),)
    ),
}
REPORT_EMPTY: dict[str, PageView] = {"report": a_report_page(), "reports": a_reports_page()}
