"""The organisers' two issues: the digest of a week, and what needs somebody today."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from mentorgen.analysis.needs import Need
from mentorgen.analysis.reminders import Reminder
from mentorgen.analysis.wording import counted, day_text, listed
from mentorgen.model.program import Program
from mentorgen.output.github.marks import hidden
from mentorgen.output.needs_report import needs_report, needs_totals
from mentorgen.output.neutral import neutral
from mentorgen.output.reminder_texts import reminder_text
from mentorgen.output.report import as_markdown

DIGEST_TITLE = "This week in the program"
NEEDS_TITLE = "Needs you today"
_LOOK = (
    "Look through the plan with `mentorgen github remind --texts`; then start the workflow *Remind* by hand and tick both"
    " boxes."
)


@dataclass(frozen=True, slots=True)
class Tasks:
    """What organisers have to do: needs, and why reminders wait for a word of theirs, if they do."""

    needs: tuple[Need, ...]
    stops: tuple[str, ...] = ()


def digest_text(program: Program, *, named: str, today: date, mark: str) -> str:
    """Write the digest around its lines; coordinators are mentioned once, by its first text."""
    logins = [
        f"@{login}"
        for slug in program.settings.coordinators
        if slug in program.participants
        for login in [program.participants[slug].github]
        if login is not None
    ]
    to = f"For {listed(logins)}.\n\n" if logins else ""
    week = day_text(monday_of(today), today=today)
    about = "This text is kept up to date; a short note below says when a new week begins.\n"
    return f"{to}The week of {week}.\n\n{named}\n{about}\n{hidden('key', mark)}\n"


def digest_lines(
    program: Program, tasks: Tasks, hand_on: Iterable[Reminder], *, named: bool
) -> str:
    """Write what the organisers do this week; by name for them alone, else how much there is."""
    letters = [_to_pass_on(program, one) for one in hand_on] if named else []
    return "\n".join((*_tasks(program, tasks, named=named), *letters))


def needs_text(program: Program, tasks: Tasks, *, named: bool, mark: str) -> str:
    """Write what needs somebody today."""
    return "\n".join((*_tasks(program, tasks, named=named), hidden("key", mark))) + "\n"


def _tasks(program: Program, tasks: Tasks, *, named: bool) -> Iterator[str]:
    if tasks.stops:
        why = " ".join(tasks.stops) if named else "Many would be sent at once."
        yield f"**Reminders wait for a word of yours.** {why} {_LOOK}\n"
    if tasks.needs or not tasks.stops:
        found = tasks.needs
        yield as_markdown(needs_report(program, found) if named else needs_totals(found))


def week_note(tasks: Tasks, *, named: bool, mark: str) -> str:
    """Write the one word of a week that tells the organisers to look."""
    many = len(tasks.needs) + len(tasks.stops)
    if not many:
        text = "A new week, and nothing needs you. Have a good one!"
    elif named:
        text = f"A new week: {counted(many, 'thing')} would be good to look at, listed above."
    else:
        text = "A new week: some things would be good to look at. 'mentorgen status --needs-you' lists them."
    return f"{text}\n\n{hidden('key', mark)}\n"


def monday_of(today: date) -> date:
    """Give the first day of a week."""
    return date.fromisocalendar(today.isocalendar().year, today.isocalendar().week, 1)


def _to_pass_on(program: Program, reminder: Reminder) -> str:
    """Write a text that the organisers send by themselves."""
    names = listed(neutral(program.participants[slug].name) for slug in reminder.people)
    text = reminder_text(program, reminder)
    body = (text.pass_on or text).body.strip()
    quoted = "\n".join(f"> {line}".rstrip() for line in body.split("\n"))
    return f"### To pass on to {names}\n\n{quoted}\n"
