"""When a person should look before anything is sent, and when a run has something to note."""

from collections.abc import Iterable
from datetime import date, timedelta

from mentorgen.adapters.github.journal import Journal
from mentorgen.adapters.github.known import Known
from mentorgen.adapters.github.plan import CloseIssue, Plan
from mentorgen.analysis.calendar_days import is_working_day
from mentorgen.model.program import Program

LONGEST_GAP = timedelta(days=14)
"""After more days without a run, a person looks before anything is sent."""
FEWEST_TO_STOP = 3
"""So many reminders may always go."""
SHARE_TO_STOP = 4
"""More reminders than one for so many pairs do not go without a word."""
MOST_CLOSINGS = 20
NOTED_EVERY = timedelta(days=3)
"""A run without news is noted so often: that tells a gap from quiet days."""


def stops(known: Known, plan: Plan) -> Iterable[str]:
    """Say why a person should look first."""
    day, today = known.seen.journal.day, known.moment.today
    if day is None:
        yield "Reminders have never run here."
    elif today - day > LONGEST_GAP:
        yield f"Reminders have not run for {(today - day).days} days."
    yield from too_much(plan, len(known.cycles), what="reminders")


def too_much(plan: Plan, pairs: int, *, what: str) -> Iterable[str]:
    """Say so where many of the pairs would be written to at once, or many issues closed."""
    many = len(plan.posts)
    if many > FEWEST_TO_STOP and many * SHARE_TO_STOP > pairs:
        yield f"{many} of {pairs} pairs would be written to at once, more than a quarter."
    closed = sum(isinstance(one, CloseIssue) for one in plan.changes)
    if closed > MOST_CLOSINGS:
        yield f"{closed} {what} would be closed at once, more than {MOST_CLOSINGS}."


def must_note(known: Known, journal: Journal) -> bool:
    """Tell whether the journal is to be written although nothing is sent."""
    before = known.seen.journal
    is_old = before.day is None or known.moment.today - before.day >= NOTED_EVERY
    return is_old or not before.done or journal != before


def days_missed(program: Program, last: date | None, today: date) -> int:
    """Count the working days between the last run that is known and this one."""
    if last is None:
        return 0
    days = (last + timedelta(days=number) for number in range(1, (today - last).days))
    return sum(is_working_day(day, program.settings.holidays) for day in days)
