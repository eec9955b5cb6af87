from dataclasses import replace
from datetime import date

from mentorgen.analysis.reminders import (
    Because,
    DueReminders,
    Held,
    Reminder,
    ReminderKind,
    Step,
)
from mentorgen.model.ids import Slug
from mentorgen.output.github.plan_report import Planned, PlanSummary, plan_report, plan_totals
from mentorgen.output.report import Heading, Letter, Paragraph, Table, as_markdown
from tests.builders import STARTS, a_pair, a_program

REMINDER = Reminder(
    kind=ReminderKind.CHECK_IN,
    pair=a_pair().id,
    people=(Slug("ana"), Slug("ben")),
    cycle=STARTS,
    number=1,
    due_on=date(2026, 4, 1),
    step=Step.NUDGE_1,
    evidence=("They last met on 2 March.",),
)
PROGRAM = a_program(pairs=[a_pair()])
NOTHING = PlanSummary((), (), DueReminders((), ()), (), (), "0123")
PLAN = replace(
    NOTHING,
    planned=(
        Planned(REMINDER, "How is it going?", "Hello Ana and Ben,\n"),
        Planned(replace(REMINDER, number=2), "A comment on issue 7", "Hello again\n", 7),
    ),
    closings=(5,),
    due=DueReminders(
        (REMINDER,),
        (
            Held(REMINDER, Because.AWAY, "Ana is away."),
            Held(REMINDER, Because.AWAY, "Ben is away."),
            Held(REMINDER, Because.PAUSED, "The pair pauses."),
        ),
    ),
    hand_on=(REMINDER,),
    stops=("Reminders have never run here.",),
)


def test_a_plan_says_who_gets_what_what_is_held_back_and_why() -> None:
    assert plan_report(PROGRAM, PLAN).blocks == (
        Paragraph("2 reminders to be sent."),
        Table(
            ("For", "About", "As"),
            (
                ("Ana and Ben", "check in: 2026-spring/ana-ben", "an issue"),
                ("Ana and Ben", "check in: 2026-spring/ana-ben", "a comment on issue 7"),
            ),
        ),
        Paragraph("1 reminder to be closed with thanks."),
        Paragraph("3 reminders held back: 1 because they pause; 2 because they are away."),
        Paragraph(
            "Ana and Ben cannot be written to at GitHub, or do not want to be. 'mentorgen remind "
            "2026-spring/ana-ben --texts' shows what you can send them yourself."
        ),
        Paragraph("Reminders have never run here."),
        Paragraph(
            "So nothing is sent without a second word. Look through the plan: --confirm --confirm-large "
            "carries it out."
        ),
        Paragraph("This is plan 0123."),
    )


def test_a_plan_shows_its_texts_where_they_are_asked_for() -> None:
    blocks = plan_report(PROGRAM, PLAN, texts=True).blocks

    assert blocks[2:4] == (Heading("How is it going?"), Letter("Hello Ana and Ben,"))


def test_a_plan_as_data() -> None:
    assert plan_report(PROGRAM, PLAN).data == {
        "plan": "0123",
        "send": [
            {"key": REMINDER.key, "issue": None, "title": "How is it going?"},
            {"key": replace(REMINDER, number=2).key, "issue": 7, "title": "A comment on issue 7"},
        ],
        "close": [5],
        "hand_on": [REMINDER.key],
        "held": {"paused": 1, "away": 2},
        "stops": ["Reminders have never run here."],
    }


def test_nothing_to_send_is_said_and_no_caution_is_needed() -> None:
    report = plan_report(PROGRAM, replace(NOTHING, stops=("Reminders have not run for 20 days.",)))

    assert [block for block in report.blocks if isinstance(block, Paragraph)] == [
        Paragraph("No reminder is to be sent now."),
        Paragraph("Reminders have not run for 20 days."),
        Paragraph("This is plan 0123."),
    ]


def test_in_the_open_a_plan_names_nobody_and_tells_no_small_number() -> None:
    report = plan_totals(PROGRAM, PLAN)

    text = as_markdown(report)
    assert text.startswith("A few reminders to be sent.")
    assert "Ana" not in text
    assert "ana-ben" not in text
    assert report.data == {"plan": "0123", "send": None, "stops": 1}
    assert plan_totals(PROGRAM, NOTHING).blocks[0] == Paragraph("No reminder is to be sent now.")


def test_every_reason_has_words() -> None:
    due = DueReminders((), tuple(Held(REMINDER, because, "x") for because in Because))

    report = plan_report(PROGRAM, replace(NOTHING, due=due))

    assert f"{len(Because)} reminders held back: 1 because it is the weekend;" in as_markdown(
        report
    )
