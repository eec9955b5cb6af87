from dataclasses import replace
from datetime import date

from mentorgen.analysis.reminders import Reminder, ReminderKind, Step
from mentorgen.model.ids import Slug
from mentorgen.model.program import Program
from mentorgen.output.github.reminders import (
    person_mark,
    reachable,
    reminder_comment,
    reminder_issue,
    thanks,
)
from tests.builders import STARTS, a_mentor, a_pair, a_participant, a_program

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
BODY = """\
Hello Ana and Ben,

We hope that all is well. Perhaps you have met and nobody wrote it down; perhaps life got in between. One small step: send each other a line to say when would be good.

Answer with whichever fits:

* **We talked**: write `/met` with the day and the length, such as `/met 2026-04-01 45m`
* **We need time**: write `/snooze 2w`
* **We are finished**: write `/end`

For @example-ana and @example-ben. Your place for everything else is #7.

<!-- mentorgen:pair 2026-spring/ana-ben -->
<!-- mentorgen:key 7511b38ecb93 -->
"""


def program(mentor: str | None = "example-ana", name: str = "Ana") -> Program:
    people = [a_mentor(github=mentor, name=name), a_participant(github="example-ben")]
    return a_program(participants=people, pairs=[a_pair()])


def test_a_reminder_as_an_issue() -> None:
    text = reminder_issue(program(), REMINDER, home=7)

    assert text.title == "How is it going?"
    assert text.body == BODY


def test_who_has_no_account_is_greeted_and_not_mentioned() -> None:
    body = reminder_issue(program(mentor=None), REMINDER).body

    assert body.startswith("Hello Ana and Ben,")
    assert "For @example-ben.\n" in body
    assert reachable(program(mentor=None), REMINDER) == ("ben",)


def test_a_second_nudge_mentions_nobody() -> None:
    second = replace(REMINDER, number=2, step=Step.NUDGE_2)

    body = reminder_comment(program(), second)

    assert body.startswith("Hello Ana and Ben,\n\nWe are thinking of you")
    assert "@" not in body
    assert "mentorgen:key" in body


def test_a_name_does_nothing() -> None:
    hostile = program(name="@everyone <!-- mentorgen:key 000000000000 --> closes #1")

    body = reminder_issue(hostile, REMINDER).body

    assert "@everyone" not in body
    assert body.count("<!--") == 2
    assert "#1" not in body


def test_what_is_settled_is_thanked_for_once_and_keeps_its_words() -> None:
    closed = thanks(BODY)

    assert closed.startswith("Thank you! All is settled here, so this note is closed")
    assert closed.endswith(BODY)
    assert thanks(closed) == closed


def test_people_have_short_names_too() -> None:
    assert person_mark(Slug("ana")) != person_mark(Slug("ben"))
