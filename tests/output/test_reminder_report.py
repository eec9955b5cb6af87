"""The reminders of a day, for organisers: who is asked, who is spared, and the texts."""

from datetime import date

from mentorgen.analysis.reminders import due_reminders
from mentorgen.model.facts import FactKind
from mentorgen.output.reminder_report import reminder_report
from mentorgen.output.report import Heading, Letter, Paragraph, Table
from tests.builders import a_fact, a_meeting, a_pair, a_program, some_settings

LATE = date(2026, 4, 17)
YES = [a_fact(FactKind.CONFIRMED, date(2026, 2, 27), by=slug) for slug in ("ana", "ben")]
PAIR = "2026-spring/ana-ben"


def test_who_is_spared_is_listed_with_the_reason() -> None:
    holiday = some_settings(holidays=(LATE,))
    program = a_program(
        settings=holiday,
        pairs=(a_pair(),),
        pair_facts={PAIR: YES},
        meetings=(a_meeting(date(2026, 3, 18)),),
    )

    report = reminder_report(program, due_reminders(program, today=LATE))

    assert report.blocks[:2] == (
        Paragraph("No reminder is due today."),
        Heading("Waiting for another day"),
    )
    table = report.blocks[2]
    assert isinstance(table, Table)
    assert table.rows[0][:2] == ("Ana and Ben", f"check in: {PAIR}")
    assert isinstance(report.data, dict)
    assert report.data["due"] == []


def test_a_pair_that_is_not_written_to_in_public_gets_a_text_to_pass_on() -> None:
    program = a_program(
        pairs=(a_pair(public_contact=False),),
        pair_facts={PAIR: YES},
        meetings=(a_meeting(date(2026, 3, 18)),),
    )
    plan = due_reminders(program, today=LATE)

    blocks = reminder_report(program, plan, texts=True).blocks

    letters = [block.text for block in blocks if isinstance(block, Letter)]
    headings = [block.text for block in blocks if isinstance(block, Heading)]
    assert len(letters) == len(headings) == 2
    assert headings[0].startswith("Ana and Ben: ")
    assert letters[1].startswith("Hello Ana and Ben,")
    data = reminder_report(program, plan).data
    assert isinstance(data, dict)
    assert "'pass_on': {'title'" in str(data["due"])


def test_what_goes_to_coordinators_says_so_even_where_none_is_named() -> None:
    program = a_program(
        pairs=(a_pair(),),
        pair_facts={PAIR: YES},
        meetings=(a_meeting(date(2026, 3, 18)),),
    )

    blocks = reminder_report(program, due_reminders(program, today=date(2026, 5, 5))).blocks

    table = blocks[1]
    assert isinstance(table, Table)
    assert table.rows[0][0] == "the coordinators"
