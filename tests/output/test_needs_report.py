"""What needs an organiser, in words and in numbers."""

from mentorgen.analysis.needs import Need, NeedKind
from mentorgen.model.ids import Slug
from mentorgen.output.needs_report import needs_report, needs_totals
from mentorgen.output.report import Heading, Paragraph, Report, Verbatim
from tests.builders import COHORT, TODAY, a_program

PAIR = Need(
    NeedKind.CHECK_IN,
    f"{COHORT}/ana-ben",
    (Slug("ana"), Slug("ben")),
    TODAY,
    ("They last met.", "They meant to."),
    f"mentorgen remind {COHORT}/ana-ben --texts",
)
ROUND = Need(
    NeedKind.WAITING,
    COHORT,
    tuple(Slug(f"w{number}") for number in range(5)),
    TODAY,
    ("Five wait.",),
    f"mentorgen match {COHORT}",
)
NOTHING = Paragraph("Nothing needs you today.")


def test_each_need_has_its_reason_and_its_command_under_one_heading_a_kind() -> None:
    report = needs_report(a_program(), (PAIR, PAIR, ROUND))

    pair = (
        Paragraph("Ana and Ben. They last met. They meant to."),
        Verbatim((PAIR.command,)),
    )
    assert report.blocks == (
        Heading("They have not met for long, and two nudges went by"),
        *pair,
        *pair,
        Heading("People wait to be matched"),
        Paragraph("2026 Spring. Five wait."),
        Verbatim((ROUND.command,)),
    )
    assert isinstance(report.data, list)
    assert report.data[0] == {
        "kind": "check-in",
        "about": PAIR.about,
        "people": ["ana", "ben"],
        "since": "2026-04-01",
        "evidence": ["They last met.", "They meant to."],
        "command": PAIR.command,
    }


def test_a_concern_comes_with_the_command_by_which_it_is_answered() -> None:
    told = Need(
        NeedKind.CONCERN, "ben", (Slug("ben"),), TODAY, ("A word.",), "mentorgen status ben"
    )

    *_, commands = needs_report(a_program(), (told,)).blocks

    assert commands == Verbatim(
        (
            "mentorgen status ben",
            "mentorgen log ben concern-answered --concern 2026-04-01 --private FOLDER",
        )
    )


def test_a_calm_day_says_so() -> None:
    assert needs_report(a_program(), ()) == Report((NOTHING,), [])
    assert needs_totals(()) == Report((NOTHING,), {"needs": 0})


def test_others_read_how_many_things_there_are_unless_they_are_about_few() -> None:
    more = "the organisers. 'mentorgen status --needs-you' says which on their machine."

    assert needs_totals((PAIR,)).blocks == (Paragraph(f"A few things need {more}"),)
    assert needs_totals((PAIR, ROUND)).blocks == (Paragraph(f"2 things need {more}"),)
