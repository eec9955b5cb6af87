from dataclasses import replace
from datetime import date

from mentorgen.analysis.figures import Figure
from mentorgen.model.ids import PairId
from mentorgen.output.github.dashboard import MOST_ROWS, Tally, Waiting, dashboard_text

TALLY = Tally(
    due=Figure(12),
    held=Figure(None, "few"),
    sent=Figure(7),
    today=date(2026, 11, 23),
    last=date(2026, 11, 20),
    missed=0,
)


def test_in_the_open_the_dashboard_holds_totals_only() -> None:
    assert dashboard_text(TALLY) == (
        "The program's automation keeps this page and remembers by it what it has sent. Please leave it open, "
        "and leave\nits text as it is.\n\n"
        "| | |\n"
        "|---|--:|\n"
        "| Due at the last run | 12 |\n"
        "| Held back then | a few |\n"
        "| Sent before, and not answered then | 7 |\n"
        "| Last run | 23 November |\n"
        "\n"
    )


def test_in_private_it_says_who_has_not_answered() -> None:
    waiting = Waiting(PairId("2026-spring/ana-ben"), 57, date(2026, 11, 16))

    text = dashboard_text(TALLY, [waiting])

    assert text.endswith("\n* #57 to `2026-spring/ana-ben`, since 16 November\n")
    assert dashboard_text(TALLY, [waiting] * 3000).count("\n*") == MOST_ROWS


def test_a_gap_is_not_overlooked() -> None:
    assert "No run of reminders is known since 20 November." in dashboard_text(
        replace(TALLY, missed=5)
    )
    assert "No run" not in dashboard_text(replace(TALLY, missed=4))
    assert "No run" not in dashboard_text(replace(TALLY, missed=5, last=None))
