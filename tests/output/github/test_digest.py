from dataclasses import replace
from datetime import date

from mentorgen.analysis.needs import Need, NeedKind
from mentorgen.analysis.reminders import Reminder, ReminderKind, Step
from mentorgen.model.ids import Slug
from mentorgen.model.program import Program
from mentorgen.output.github.digest import (
    Tasks,
    digest_lines,
    digest_text,
    monday_of,
    needs_text,
    week_note,
)
from tests.builders import STARTS, a_mentor, a_pair, a_participant, a_program, some_settings

TODAY = date(2026, 4, 1)
MARK = "0123456789ab"
NEED = Need(
    NeedKind.CHECK_IN,
    a_pair().id,
    (Slug("ana"), Slug("ben")),
    TODAY,
    ("They last met on 2 March.",),
    "mentorgen remind 2026-spring/ana-ben --texts",
)
REMINDER = Reminder(
    kind=ReminderKind.CHECK_IN,
    pair=a_pair().id,
    people=(Slug("ana"), Slug("ben")),
    cycle=STARTS,
    number=1,
    due_on=TODAY,
    step=Step.NUDGE_1,
    evidence=("They last met on 2 March.",),
    privately=True,
)


def program() -> Program:
    return a_program(
        settings=some_settings(coordinators=("dana", "ana")),
        participants=[a_mentor(), a_participant(), a_participant("dana", github="example-dana")],
        pairs=[a_pair(public_contact=False)],
    )


def test_a_digest_in_the_open_names_nobody_of_a_pair() -> None:
    lines = digest_lines(program(), Tasks((NEED,)), (REMINDER,), named=False)

    assert digest_text(program(), named=lines, today=TODAY, mark=MARK) == (
        "For @example-dana.\n\n"
        "The week of 30 March.\n\n"
        "A few things need the organisers. 'mentorgen status --needs-you' says which on their machine.\n\n"
        "This text is kept up to date; a short note below says when a new week begins.\n\n"
        "<!-- mentorgen:key 0123456789ab -->\n"
    )


def test_a_digest_for_organisers_alone_has_the_lines_and_the_texts_to_pass_on() -> None:
    lines = digest_lines(program(), Tasks((NEED,)), (REMINDER,), named=True)

    assert "Ana and Ben. They last met on 2 March." in lines
    assert "### To pass on to Ana and Ben\n\n> Hello Ana and Ben," in lines
    assert "/met" not in lines


def test_who_has_no_account_gets_the_text_of_the_reminder_itself() -> None:
    lines = digest_lines(program(), Tasks(()), (replace(REMINDER, privately=False),), named=True)

    assert "> Hello Ana and Ben," in lines


def test_without_accounts_of_coordinators_nobody_is_mentioned() -> None:
    text = digest_text(a_program(), named="", today=TODAY, mark=MARK)

    assert "@" not in text


def test_what_needs_somebody_today() -> None:
    assert needs_text(program(), Tasks(()), named=False, mark=MARK) == (
        "Nothing needs you today.\n\n<!-- mentorgen:key 0123456789ab -->\n"
    )
    assert "Ana and Ben" in needs_text(program(), Tasks((NEED,)), named=True, mark=MARK)


def test_reminders_that_wait_for_a_word_come_first() -> None:
    waiting = Tasks((NEED,), ("9 of 12 pairs would be written to at once, more than a quarter.",))

    named = needs_text(program(), waiting, named=True, mark=MARK)

    assert named.startswith(
        "**Reminders wait for a word of yours.** 9 of 12 pairs would be written to at once, more than a quarter."
        " Look through the plan with `mentorgen github remind --texts`; then start the workflow *Remind* by hand"
        " and tick both boxes.\n\n"
    )
    assert "Ana and Ben" in named
    assert "2 things would be good" in week_note(waiting, named=True, mark=MARK)


def test_in_the_open_no_number_of_pairs_is_told_with_it() -> None:
    waiting = Tasks((), ("9 of 12 pairs would be written to at once, more than a quarter.",))

    for text in (
        needs_text(program(), waiting, named=False, mark=MARK),
        digest_lines(program(), waiting, (REMINDER,), named=False),
    ):
        assert text.startswith(
            "**Reminders wait for a word of yours.** Many would be sent at once. Look through"
        )
        assert "of 12" not in text
        assert "Nothing needs you" not in text


def test_a_week_gets_one_note() -> None:
    assert week_note(Tasks(()), named=False, mark=MARK).startswith(
        "A new week, and nothing needs you."
    )
    assert "1 thing would be good" in week_note(Tasks((NEED,)), named=True, mark=MARK)
    assert "some things would" in week_note(Tasks((NEED,)), named=False, mark=MARK)


def test_a_week_begins_on_monday_also_where_the_year_turns() -> None:
    assert monday_of(date(2027, 1, 1)) == date(2026, 12, 28)
