"""Reports of rounds: what happened in figures, nobody named, no cause claimed."""

from datetime import date

from mentorgen.model.facts import FactKind
from mentorgen.model.ids import CohortId
from mentorgen.model.words import Form, Outcome
from mentorgen.output.site.pages.report import CAUTION, report_path, report_views
from mentorgen.output.site.views import LinkView, ReportSection, ReportView
from tests.analysis.test_outcomes import TODAY, pairs
from tests.builders import (
    COHORT,
    Contents,
    a_cohort,
    a_fact,
    a_goal,
    a_meeting,
    a_pair,
    an_application,
)
from tests.output.site.pages.conftest import a_frame

DASH = "\N{EN DASH}"


def a_report(**contents: object) -> ReportView:
    frame = a_frame(TODAY, **contents)  # type: ignore[arg-type]
    return report_views(frame)[1][CohortId(COHORT)]


def section(report: ReportView, name: str) -> ReportSection:
    return next(one for one in report.sections if one.id == name)


def figures(one: ReportSection) -> list[str]:
    return [figure.number for figure in one.figures]


def test_a_round_in_which_nothing_began_has_no_report() -> None:
    index, reports = report_views(a_frame(TODAY, participants=()))

    assert (index.reports, reports) == ((), {})
    assert index.caution == CAUTION


def test_a_round_of_a_few_people_is_told_to_have_no_figures() -> None:
    frame = a_frame(TODAY, **pairs(2))
    index, reports = report_views(frame)
    report = reports[CohortId(COHORT)]

    assert [one.text for one in index.reports] == [
        "Fewer than five people take part, so that it shows few figures."
    ]
    assert [one.id for one in report.sections] == ["people"]
    assert report.sections[0].empty.startswith("Fewer than five people take part in this round")
    assert report.caution == CAUTION


def test_reports_are_listed_with_the_newest_round_first() -> None:
    contents = pairs(3)
    old = a_cohort("2025-autumn", starts=date(2025, 9, 1), ends=date(2026, 2, 1))
    before = a_pair(
        "before",
        "2025-autumn",
        form=Form.GROUP,
        starts=date(2025, 9, 1),
        mentors=("mentor-0",),
        mentees=("mentee-0", "mentee-1", "mentee-2", "mentor-1"),
    )
    facts = dict(contents["pair_facts"])
    facts[before.id] = [
        a_fact(FactKind.CONFIRMED, date(2025, 8, 1), by=slug) for slug in before.everyone
    ]
    meetings = tuple(a_meeting(date(2026, 3, 9), f"{COHORT}/pair-{at}") for at in range(3))
    changed = contents | Contents(
        cohorts=(a_cohort(), old),
        pairs=(*contents["pairs"], before),
        pair_facts=facts,
        meetings=meetings,
    )
    index, reports = report_views(a_frame(TODAY, **changed))

    assert [(one.name, one.state, one.text) for one in index.reports] == [
        ("2026 Spring", "Still running: figures so far", "6 people, 3 meetings"),
        ("2025 Autumn", "Over", "5 people, 0 meetings"),
    ]
    assert [*reports] == ["2025-autumn", COHORT]
    assert report_path(CohortId(COHORT)) == "reports/2026-spring/"


def test_meetings_that_are_hidden_are_left_out_of_the_list() -> None:
    once = a_meeting(date(2026, 3, 9), f"{COHORT}/pair-0")
    index, _ = report_views(a_frame(TODAY, **(pairs(3) | Contents(meetings=(once,)))))

    assert [one.text for one in index.reports] == ["6 people"]


def test_a_report_tells_what_happened_in_parts() -> None:
    kinds = dict.fromkeys(range(3), Outcome.COMPLETED) | dict.fromkeys((3, 4, 5), Outcome.STOPPED)
    contents = pairs(9, kinds)
    meetings = [a_meeting(date(2026, 3, 9), f"{COHORT}/pair-{at}", minutes=60) for at in range(9)]
    goals = [a_goal(pair=f"{COHORT}/pair-{at}") for at in range(9)]
    asked = [an_application(f"mentee-{at}") for at in range(9)]

    report = a_report(**(contents | Contents(meetings=meetings, goals=goals, applications=asked)))

    assert [one.id for one in report.sections] == [
        *("people", "meetings", "goals", "training", "endings", "voices", "unknown")
    ]
    assert report.title == "2026 Spring: the report"
    assert report.lead.startswith("What was written down by 27 April 2026, counted")
    people = section(report, "people")
    assert figures(people) == ["18", "9"]
    assert [one.text for one in people.shares] == ["9 of 9"]
    assert people.note == ""
    assert people.table
    assert people.table.rows == (("One to one", "9"),)
    assert figures(section(report, "meetings")) == ["9", "9"]
    assert figures(section(report, "goals")) == ["0", "0"]
    assert section(report, "training").empty == (
        "No training is meant for the people of this round."
    )
    endings = section(report, "endings")
    assert figures(endings) == ["3", "3"]
    assert endings.table
    assert endings.table.rows == (("Stopped", "3"),)
    assert [(one.label, one.percent) for one in section(report, "unknown").shares] == [
        ("Meetings that do not say how long they were", 0),
        ("Pairs without a goal", 0),
        ("Pairs without a meeting", 0),
    ]


def test_a_round_that_nobody_asked_to_join_and_nobody_left_says_so() -> None:
    report = a_report(**pairs(3))

    assert section(report, "people").note.startswith("The files keep no requests")
    endings = section(report, "endings")
    assert (endings.empty, endings.note, endings.figures) == ("No pair has ended yet.", "", ())


def test_no_report_tells_what_people_answered_and_each_refuses_to_claim_a_cause() -> None:
    report = a_report(**pairs(3))

    assert section(report, "voices").empty.startswith("What people answered in surveys is private.")
    assert "cannot say that mentoring was the cause" in report.caution
    assert report.links == (
        LinkView(text="About this round", target="rounds/2026-spring/"),
        LinkView(text="All rounds side by side", target="dashboard/#cohorts"),
    )


def test_kinds_that_are_all_hidden_have_no_table() -> None:
    kinds = {0: Outcome.CHANGED, 1: Outcome.STOPPED, 2: Outcome.STOPPED}
    report = a_report(**pairs(5, kinds))

    assert section(report, "endings").table is None
    assert figures(section(report, "endings")) == ["0", "3"]
