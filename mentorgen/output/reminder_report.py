"""The reminders of a day, for organisers: who would be asked what, why, and who is spared."""

from collections.abc import Iterator

from mentorgen.analysis.figures import figure
from mentorgen.analysis.reminders import DueReminders, Held, Reminder
from mentorgen.analysis.wording import counted, listed
from mentorgen.model.program import Program
from mentorgen.output.reminder_texts import ReminderText, reminder_text
from mentorgen.output.report import Block, Heading, Json, Letter, Paragraph, Report, Table

NONE_DUE = "No reminder is due today."


def reminder_report(program: Program, plan: DueReminders, *, texts: bool = False) -> Report:
    """Report on what is due and what waits; with `texts`, every message in full."""
    return Report(
        (*_due(program, plan), *_held(program, plan), *(_texts(program, plan) if texts else ())),
        {
            "due": [_data(program, reminder) for reminder in plan.due],
            "held": [
                {"key": held.reminder.key, "because": held.because.value, "text": held.text}
                for held in plan.held
            ],
        },
    )


def reminder_totals(program: Program, plan: DueReminders) -> Report:
    """Say how many reminders are due, for everybody to read: nobody is named, small numbers are not told."""
    about = {slug for one in plan.due for slug in program.pairs[one.pair].everyone}
    number = figure(len(plan.due), over=about).value
    many = "A few reminders" if number is None else counted(number, "reminder")
    text = f"{many} due today. For whom, 'mentorgen remind' says on an organiser's machine."
    return Report((Paragraph(text if plan.due else NONE_DUE),), {"due": number})


def _due(program: Program, plan: DueReminders) -> Iterator[Block]:
    if not plan.due:
        yield Paragraph(NONE_DUE)
        return
    yield Paragraph(f"{counted(len(plan.due), 'reminder')} due today; nothing is sent from here.")
    yield Table(
        ("For", "About", "Step", "Because"),
        tuple(
            (
                _for_whom(program, reminder),
                f"{_words(reminder.kind)}: {reminder.pair}",
                _words(reminder.step),
                " ".join(reminder.evidence),
            )
            for reminder in plan.due
        ),
    )


def _held(program: Program, plan: DueReminders) -> Iterator[Block]:
    if plan.held:
        yield Heading("Waiting for another day")
        yield Table(
            ("For", "About", "Why it waits"),
            tuple(_held_row(program, held) for held in plan.held),
        )


def _held_row(program: Program, held: Held) -> tuple[str, ...]:
    reminder = held.reminder
    about = f"{_words(reminder.kind)}: {reminder.pair}"
    return _for_whom(program, reminder), about, held.text


def _texts(program: Program, plan: DueReminders) -> Iterator[Block]:
    for reminder in plan.due:
        text: ReminderText | None = reminder_text(program, reminder)
        while text is not None:
            yield Heading(text.title)
            yield Letter(text.body.strip())
            text = text.pass_on


def _for_whom(program: Program, reminder: Reminder) -> str:
    if not reminder.people:
        return "the coordinators"
    return listed(program.participants[slug].name for slug in reminder.people)


def _words(value: str) -> str:
    return value.replace("-", " ")


def _data(program: Program, reminder: Reminder) -> Json:
    text = reminder_text(program, reminder)
    return {
        "key": reminder.key,
        "kind": reminder.kind.value,
        "pair": reminder.pair,
        "people": list(reminder.people),
        "due_on": reminder.due_on.isoformat(),
        "step": reminder.step.value,
        "evidence": list(reminder.evidence),
        "title": text.title,
        "body": text.body,
        "pass_on": {"title": text.pass_on.title, "body": text.pass_on.body}
        if text.pass_on
        else None,
    }
