"""The report of each round, running or over, and the page that leads to all of them."""

from collections.abc import Iterator, Sequence

from mentorgen.analysis.outcomes import RoundOutcome, outcomes_in_order, round_outcomes
from mentorgen.analysis.totals import Totals, all_totals
from mentorgen.model.cohorts import Cohort
from mentorgen.model.ids import CohortId
from mentorgen.model.said import DayShape, Joint, Said, dated, joined, said, said_n
from mentorgen.output.site.pages.frame import Frame
from mentorgen.output.site.pages.report_sections import SECTIONS, too_few
from mentorgen.output.site.pages.rounds import is_open, round_path
from mentorgen.output.site.views import (
    LinkView,
    ReportCard,
    ReportSection,
    ReportsView,
    ReportView,
)

CAUTION = said(
    "These figures tell what happened, not why. They cannot say that mentoring was the cause: there is "
    "nobody to compare with who was left out by chance."
)


def report_path(cohort: CohortId) -> str:
    """Say where the report of a round lies."""
    return f"reports/{cohort}/"


def report_views(frame: Frame) -> tuple[ReportsView, dict[CohortId, ReportView]]:
    """Make the page of all reports, and the report of each round in which a pair began."""
    totals = all_totals(frame.program, today=frame.today).cohorts
    outcomes = round_outcomes(frame.program, frame.relationships, totals, today=frame.today)
    rounds = [
        (frame.program.cohorts[cohort], outcome)
        for cohort, outcome in outcomes_in_order(frame.program, outcomes)
    ]
    reports = {
        cohort.id: report_view(frame, cohort, tuple(sections_of(outcome, totals[cohort.id])))
        for cohort, outcome in rounds
    }
    index = ReportsView(
        title=said("Reports"),
        description=said(
            "What came of each round of %(program)s.", program=frame.program.settings.name
        ),
        lead=said("What came of each round, in figures that name nobody. Made to be printed, too."),
        reports=tuple(
            _card(frame, cohort, outcome, totals[cohort.id]) for cohort, outcome in reversed(rounds)
        ),
        caution=CAUTION,
    )
    return index, reports


def sections_of(outcome: RoundOutcome, totals: Totals) -> Iterator[ReportSection]:
    """Make every part of a round's report, in their order; one that says so where too few take part."""
    if outcome.people.value is None:
        yield too_few()
        return
    for section in SECTIONS:
        yield section(outcome, totals)


def report_view(frame: Frame, cohort: Cohort, sections: Sequence[ReportSection]) -> ReportView:
    """Bind the parts of a report."""
    return ReportView(
        title=said("%(round)s: the report", round=cohort.name),
        description=said(
            "What came of %(round)s of %(program)s.",
            round=cohort.name,
            program=frame.program.settings.name,
        ),
        search_text=cohort.name,
        state=_state(frame, cohort),
        lead=said(
            "What was written down by %(day)s, counted; nobody is named. In the pictures one thread is one "
            "in a hundred.",
            day=dated(frame.today, DayShape.FULL),
        ),
        sections=tuple(sections),
        caution=CAUTION,
        links=(
            LinkView(text=said("About this round"), target=round_path(cohort.id)),
            LinkView(text=said("All rounds side by side"), target="dashboard/#cohorts"),
        ),
    )


def _card(frame: Frame, cohort: Cohort, outcome: RoundOutcome, totals: Totals) -> ReportCard:
    return ReportCard(
        name=cohort.name,
        path=report_path(cohort.id),
        state=_state(frame, cohort),
        text=_in_short(outcome, totals),
    )


def _in_short(outcome: RoundOutcome, totals: Totals) -> Said:
    people, meetings = outcome.people.value, totals.meetings.value
    if people is None:
        return said("Fewer than five people take part, so that it shows few figures.")
    told = [said_n("%(num)s person", "%(num)s people", people)]
    if meetings is not None:
        told.append(said_n("%(num)s meeting", "%(num)s meetings", meetings))
    return joined(told, Joint.COMMA)


def _state(frame: Frame, cohort: Cohort) -> Said:
    if is_open(cohort, frame.today):
        return said("Still running: figures so far")
    return said("Over")
