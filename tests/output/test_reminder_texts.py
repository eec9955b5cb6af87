import re
from collections.abc import Iterable
from datetime import date
from importlib import resources
from typing import TypedDict, Unpack

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentorgen.analysis.reminders import Reminder, ReminderKind, Step
from mentorgen.model.ids import Slug
from mentorgen.output.reminder_texts import ReminderText, reminder_text
from tests.builders import (
    STARTS,
    a_mentor,
    a_pair,
    a_participant,
    a_program,
    some_settings,
)

ANSWERS = """\
Answer with whichever fits:

* **We talked**: write `/met` with the day and the length, such as `/met 2026-04-01 45m`
* **We need time**: write `/snooze 2w`
* **We are finished**: write `/end`
"""
FORM = "https://forms.example.org/closing"
WRITTEN = [
    *((kind, step) for kind in ReminderKind for step in Step if not kind.startswith("propose-")),
    (ReminderKind.PROPOSE_PAUSE, Step.COORDINATORS),
    (ReminderKind.PROPOSE_ENDING, Step.COORDINATORS),
]
WRITTEN.remove((ReminderKind.PULSE_SURVEY, Step.NUDGE_2))
WRITTEN.remove((ReminderKind.PULSE_SURVEY, Step.COORDINATORS))


class Said(TypedDict, total=False):
    """What differs from a first, public reminder."""

    number: int
    privately: bool


def written(
    kind: ReminderKind,
    step: Step,
    *,
    form: str | None = None,
    names: Iterable[str] = ("Ana", "Ben"),
    **said: Unpack[Said],
) -> ReminderText:
    mentor, mentee = names
    program = a_program(
        settings=some_settings(private_form_url=form),
        participants=[a_mentor(name=mentor), a_participant(name=mentee)],
        pairs=[a_pair()],
    )
    reminder = Reminder(
        kind=kind,
        pair=a_pair().id,
        people=(Slug("ana"), Slug("ben")),
        cycle=STARTS,
        number=said.get("number", 1),
        due_on=date(2026, 4, 1),
        step=step,
        evidence=("They last met on 3 March, 29 days ago; they planned to meet every 14 days.",),
        about=("Draft #1",),
        privately=said.get("privately", False),
    )
    return reminder_text(program, reminder)


def test_the_first_word_about_a_first_meeting() -> None:
    assert written(ReminderKind.FIRST_MEETING, Step.NUDGE_1) == ReminderText(
        title="A first meeting?",
        body=(
            "Hello Ana and Ben,\n\n"
            "The first talk is often the hardest to arrange, and half an hour is plenty."
            " One small step: suggest two times that suit you.\n\n" + ANSWERS
        ),
    )


def test_the_second_word_about_a_first_meeting() -> None:
    assert written(ReminderKind.FIRST_MEETING, Step.NUDGE_2) == ReminderText(
        title="May we help you find a first time?",
        body=(
            "Hello Ana and Ben,\n\n"
            "Calendars are stubborn things. If a call is hard to place, begin in writing: one"
            " message about what you would like to get out of this is a good first meeting"
            " too.\n\n" + ANSWERS
        ),
    )


def test_the_first_word_after_a_while() -> None:
    assert written(ReminderKind.CHECK_IN, Step.NUDGE_1) == ReminderText(
        title="How is it going?",
        body=(
            "Hello Ana and Ben,\n\n"
            "We hope that all is well. Perhaps you have met and nobody wrote it down; perhaps"
            " life got in between. One small step: send each other a line to say when would be"
            " good.\n\n" + ANSWERS
        ),
    )


def test_the_second_word_after_a_while() -> None:
    assert written(ReminderKind.CHECK_IN, Step.NUDGE_2) == ReminderText(
        title="Is now a good time?",
        body=(
            "Hello Ana and Ben,\n\n"
            "We are thinking of you, and there is nothing to catch up on. If a full meeting is"
            " too much just now, fifteen minutes or a few written lines count as well. A break"
            " is fine too.\n\n" + ANSWERS
        ),
    )


def test_a_line_for_the_coordinators_has_the_evidence() -> None:
    assert written(ReminderKind.CHECK_IN, Step.COORDINATORS) == ReminderText(
        title="Ana and Ben: ask how they are",
        body=(
            "They last met on 3 March, 29 days ago; they planned to meet every 14 days."
            " A personal word to each of them, apart, is the best next step.\n"
        ),
    )


def test_an_ending_is_announced_and_then_proposed() -> None:
    kind, step = ReminderKind.PROPOSE_ENDING, Step.COORDINATORS

    assert written(kind, step, number=1).body.endswith(
        "Tell them that an ending will be proposed in 7 days, that it is nobody's fault, and that"
        " one word from them keeps the pair.\n"
    )
    assert written(kind, step, number=2).body.endswith(
        "The ending can be proposed now. It is nobody's fault; thank them all, and ask who would"
        " like a new match.\n"
    )


def test_a_suggestion_asks_for_a_yes_a_no_or_a_question() -> None:
    assert written(ReminderKind.ANSWER_PROPOSAL, Step.NUDGE_1).body == (
        "Hello Ana and Ben,\n\n"
        "There is a match for you, and we think it is a good one. One small step: read who it is"
        " and what you have in common.\n\n"
        "Answer with whichever fits:\n\n"
        "* **Yes, gladly**: write `/confirm`\n"
        "* **Not this time**: write `/decline`; no reason is needed\n"
        "* **I have a question first**: write `/ask` and your question\n"
    )


@pytest.mark.parametrize(
    ("form", "where"),
    [
        (
            FORM,
            (
                f"The questions are here: {FORM}. Your answers go to your coordinators and are"
                " never published.\n"
            ),
        ),
        (None, "Your coordinators have them for you. Your answers are never published.\n"),
    ],
)
def test_a_survey_says_where_its_questions_are(form: str | None, where: str) -> None:
    text = written(ReminderKind.CLOSING_SURVEY, Step.NUDGE_1, form=form)

    assert text.title == "Thank you, and a few last questions"
    assert text.body == (
        "Hello Ana and Ben,\n\n"
        "Thank you for the time that you gave each other. A few questions help the people who"
        f" come after you; they take about five minutes.\n\n{where}"
    )


def test_a_pair_without_public_contact_gets_a_text_that_the_coordinators_pass_on() -> None:
    assert written(ReminderKind.CHECK_IN, Step.NUDGE_1, privately=True) == ReminderText(
        title="Ana and Ben: pass a note on",
        body="They want no public contact. Please send the text below to Ana and Ben yourself.\n",
        pass_on=ReminderText(
            title="How is it going?",
            body=(
                "Hello Ana and Ben,\n\n"
                "We hope that all is well. Perhaps you have met and nobody wrote it down; perhaps"
                " life got in between. One small step: send each other a line to say when would"
                " be good.\n\n"
                "Answer with whichever fits:\n\n"
                "* **We talked**, and when\n"
                "* **We need time**, and how much\n"
                "* **We are finished**\n"
            ),
        ),
    )


def test_a_suggestion_that_is_passed_on_has_no_commands() -> None:
    text = written(ReminderKind.ANSWER_PROPOSAL, Step.NUDGE_1, privately=True).pass_on

    assert text is not None
    assert text.body.endswith(
        "* **Yes, gladly**\n* **Not this time**; no reason is needed\n* **I have a question first**\n"
    )


@pytest.mark.parametrize(("kind", "step"), WRITTEN)
def test_every_text_is_short_and_kind(kind: ReminderKind, step: Step) -> None:
    text = written(kind, step)

    assert len(text.title) <= 60
    assert len(text.body.split()) <= 90
    assert text.body.endswith("\n")
    assert not text.body.endswith("\n\n")
    assert not re.search(
        r"\b(stale|behind|silent|silence|late|overdue|fail\w*|must|should|still have not|reminder)\b",
        f"{text.title} {text.body}",
    )
    if step is not Step.COORDINATORS:
        assert "29 days" not in text.body
        assert "Draft" not in text.body


def test_every_template_belongs_to_a_step() -> None:
    found = {
        file.name.removesuffix(".md.j2")
        for file in (resources.files("mentorgen.output") / "templates/reminders").iterdir()
    }

    parts = {name for name in found if name.startswith("_")}
    assert parts == {"_choices", "_private", "_questions", "_ways"}
    assert found - parts == {f"{kind}.{step}" for kind, step in WRITTEN}


@given(st.text("@#<>`*_[]()!:/ana1\n", max_size=30).filter(str.strip), st.sampled_from(WRITTEN))
def test_a_name_calls_nobody_and_opens_nothing(name: str, what: tuple[ReminderKind, Step]) -> None:
    text = written(*what, names=(name, "Ben"))

    assert not re.search(r"[@#][a-z0-9]|<[a-z!]|\]\(|://", text.body)
    assert "\n" not in text.title
