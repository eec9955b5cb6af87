"""The steps in which something is asked: twice of the people, then a line for the coordinators.

Each step falls on a working day, and a week lies between two of them, so that nobody is asked twice
within seven days. Days in which the pair pauses or wants no reminders do not count.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date

from mentorgen.analysis.calendar_days import next_working_day
from mentorgen.analysis.reminders.values import ReminderKind, Step
from mentorgen.analysis.spans import Span, day_after

DAYS_BETWEEN = 7
"""At most one reminder in seven days to a person, and two in a cycle."""
SURVEY_STAYS = 14
"""A survey is asked for within two weeks of its day or not at all: long enough for a gap of ten days."""

STEPS = (Step.NUDGE_1, Step.NUDGE_2, Step.COORDINATORS)


@dataclass(frozen=True, slots=True)
class Rung:
    """One step of a ladder and the working day from which it is the one that counts."""

    kind: ReminderKind
    number: int
    step: Step
    due_on: date


@dataclass(frozen=True, slots=True)
class Calendar:
    """The days on which nothing counts for a pair, merged, and the program's holidays."""

    quiet: tuple[Span, ...]
    holidays: Collection[date]

    def working(self, day: date) -> date:
        """Move a day to the next working day."""
        return next_working_day(day, self.holidays)

    def after(self, start: date, days: int) -> date:
        """Find the working day by which so many days that count have passed."""
        return self.working(day_after(start, days, self.quiet))


def ladder(kind: ReminderKind, first: date, calendar: Calendar) -> tuple[Rung, ...]:
    """Lay out the three steps from the first day on which something may be asked."""
    rungs: list[Rung] = []
    due_on = calendar.working(first)
    for number, step in enumerate(STEPS, start=1):
        rungs.append(Rung(kind, number, step, due_on))
        due_on = calendar.after(due_on, DAYS_BETWEEN)
    return tuple(rungs)


def rung_on(rungs: Iterable[Rung], today: date) -> Rung | None:
    """Find the last step whose day has come: after a gap there is one to take, not several."""
    reached = [rung for rung in rungs if rung.due_on <= today]
    return reached[-1] if reached else None
