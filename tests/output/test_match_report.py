"""A proposal for organisers: pairs with reasons, runners-up, and who waits."""

from mentorgen.analysis.matching.proposals import propose
from mentorgen.model.ids import CohortId
from mentorgen.output.match_report import match_report
from mentorgen.output.report import Heading, Paragraph, Report, Table
from tests.builders import COHORT, TODAY, a_mentor, a_participant, a_program


def report_on(*people: object) -> Report:
    program = a_program(participants=people)  # type: ignore[arg-type]
    return match_report(program, [propose(program, CohortId(COHORT), today=TODAY)])


def test_no_round_is_a_sentence() -> None:
    assert match_report(a_program(), []) == Report(
        (Paragraph("No round is open: add one to program/cohorts to match people."),), []
    )


def test_who_waits_is_told_why() -> None:
    report = report_on(
        a_mentor(languages=("en",)),
        a_participant("ben", languages=("en",)),
        a_participant("cy", languages=("en",)),
    )

    assert Heading("Ana with Ben: 56 of 100") in report.blocks
    table = report.blocks[-1]
    assert isinstance(table, Table)
    assert table.columns == ("Waiting", "Why")
    assert [row[0] for row in table.rows] == ["Cy"]


def test_runners_up_come_with_their_points() -> None:
    report = report_on(
        *(a_mentor(slug, languages=("en",)) for slug in ("ana", "bea", "cleo")),
        a_participant("zoe", languages=("en",)),
    )

    assert Paragraph("Next for Zoe: Ana (56) and Bea (56).") in report.blocks
