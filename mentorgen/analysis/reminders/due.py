"""Which reminders are due on a day: a pure plan, the same for the same files, day and history."""

from collections.abc import Iterable
from datetime import date, datetime

from mentorgen.analysis.pauses import snoozes
from mentorgen.analysis.relationships import Relationship, relationships
from mentorgen.analysis.reminders.cycle import is_asked_enough
from mentorgen.analysis.reminders.ladder import Calendar
from mentorgen.analysis.reminders.limits import limited
from mentorgen.analysis.reminders.pair_reminders import (
    answer_reminder,
    silence_reminder,
    stuck_reminder,
)
from mentorgen.analysis.reminders.quiet_hours import is_quiet
from mentorgen.analysis.reminders.survey_reminders import closing_reminders, pulse_reminders
from mentorgen.analysis.reminders.values import (
    NOTHING_SENT,
    Because,
    DueReminders,
    Held,
    Reminder,
    ReminderKind,
    Sent,
    Step,
)
from mentorgen.analysis.spans import merged
from mentorgen.analysis.wording import counted
from mentorgen.model.ids import PairId
from mentorgen.model.program import Program

FEWEST_PINGS = 10
"""A run asks at most so many times, or 5 % of the pairs that go on where that is more."""
PERCENT_OF_PAIRS = 5

_NOT_FIRST = "Another reminder to this pair goes first."
_ENOUGH = "The pair was asked twice already since its last contact."
_URGENCY = tuple(ReminderKind)
_ABOUT_SILENCE = frozenset(
    {
        ReminderKind.FIRST_MEETING,
        ReminderKind.CHECK_IN,
        ReminderKind.PROPOSE_PAUSE,
        ReminderKind.PROPOSE_ENDING,
    }
)
_SOURCES = (silence_reminder, answer_reminder, closing_reminders, pulse_reminders, stuck_reminder)


def due_reminders(
    program: Program, *, today: date, sent: Sent = NOTHING_SENT, now: datetime | None = None
) -> DueReminders:
    """Plan what to ask today: at most one reminder a pair and one ping a person, the most urgent first.

    In one cycle a pair is asked twice at most, whatever it is asked.

    After days without a run each pair has the newest step of its ladder to take, not all it missed.
    What is known as sent is left out. `today` is a day in the program's time zone; in its quiet hours,
    which `now` tells, everything waits. A rehearsal of another day has no `now`.
    """
    known = relationships(program, today=today)
    most = most_pings(sum(one.goes_on for one in known.values()))
    leads, waiting = _leads(program, known.values(), sent)
    if is_quiet(program.settings, now):
        return DueReminders((), _in_order((*waiting, *map(_quiet, leads))))
    asked = dict(sent.asked)
    due: list[Reminder] = []
    held: list[Held] = list(waiting)
    for lead in leads:
        verdict = limited(program, known[lead.pair].life, lead, asked=asked)
        if isinstance(verdict, Reminder) and verdict.is_ping:
            verdict = _within_run(verdict, sum(one.is_ping for one in due), most)
        if isinstance(verdict, Held):
            held.append(verdict)
            continue
        due.append(verdict)
        if verdict.step is not Step.COORDINATORS:
            asked.update(dict.fromkeys(verdict.people, today))
    return DueReminders(tuple(due), _in_order(held))


def most_pings(pairs: int) -> int:
    """Tell how many pings one run may send for so many pairs that go on."""
    return max(FEWEST_PINGS, pairs * PERCENT_OF_PAIRS // 100)


def _leads(
    program: Program, pairs: Iterable[Relationship], sent: Sent
) -> tuple[tuple[Reminder, ...], tuple[Held, ...]]:
    """Choose what each pair is asked first; the rest of it waits."""
    leads: list[Reminder] = []
    waiting: list[Held] = []
    for one in pairs:
        candidates = _unsent(_candidates(program, one), sent)
        enough = [other for other in candidates if is_asked_enough(one, other, sent)]
        others = [other for other in candidates if other not in enough]
        leads += others[:1]
        waiting += (Held(other, Because.ASKED_TWICE, _ENOUGH) for other in enough)
        waiting += (Held(other, Because.ANOTHER_FIRST, _NOT_FIRST) for other in others[1:])
    return tuple(sorted(leads, key=_order)), tuple(waiting)


def _candidates(program: Program, one: Relationship) -> tuple[Reminder, ...]:
    life = one.life
    quiet = merged((*life.pauses, *snoozes(life.facts)))
    calendar = Calendar(quiet, program.settings.holidays)
    found = (reminder for source in _SOURCES for reminder in source(program, one, calendar))
    return tuple(sorted(found, key=_order))


def _unsent(candidates: Iterable[Reminder], sent: Sent) -> tuple[Reminder, ...]:
    """Leave out what was sent; a pair that was asked after in this silence is asked nothing else."""
    left: list[Reminder] = []
    for reminder in candidates:
        if reminder.key not in sent.keys:
            left.append(reminder)
        elif reminder.kind in _ABOUT_SILENCE:
            return ()
    return tuple(left)


def _within_run(reminder: Reminder, pings: int, most: int) -> Reminder | Held:
    if pings < most:
        return reminder
    text = f"A run asks at most {counted(most, 'time')}; this one follows in the next."
    return Held(reminder, Because.RUN_IS_FULL, text)


def _quiet(reminder: Reminder) -> Held:
    return Held(reminder, Because.QUIET_HOURS, "Nothing goes out in the quiet hours.")


def _in_order(held: Iterable[Held]) -> tuple[Held, ...]:
    return tuple(sorted(held, key=lambda one: _order(one.reminder)))


def _order(reminder: Reminder) -> tuple[int, date, PairId, date]:
    return _URGENCY.index(reminder.kind), reminder.due_on, reminder.pair, reminder.cycle
