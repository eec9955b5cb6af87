"""What a run knows: what may have been sent in what still goes on, what was sent, and to whom."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from zoneinfo import ZoneInfo

from mentorgen.adapters.github.journal import Entry, Fate, Journal
from mentorgen.adapters.github.plan import adopted, settled
from mentorgen.adapters.github.read import Seen
from mentorgen.analysis.relationships import relationships
from mentorgen.analysis.reminders import Reminder, ReminderKind, Sent
from mentorgen.analysis.reminders.cycle import cycle_start
from mentorgen.model.ids import PairId, Slug
from mentorgen.model.program import Program
from mentorgen.output.github.marks import mark_of
from mentorgen.output.github.reminders import pair_mark, person_mark, reachable

_ABOUT_SILENCE = (ReminderKind.FIRST_MEETING, ReminderKind.CHECK_IN)
_OF_SILENCE = {*_ABOUT_SILENCE, ReminderKind.PROPOSE_PAUSE, ReminderKind.PROPOSE_ENDING}
_QUESTIONS = {ReminderKind.CLOSING_SURVEY, ReminderKind.PULSE_SURVEY}
"""What each person answers alone; of all else the others of a pair can tell them."""
_STEPS_SENT = 2
"""What comes after these steps of a ladder are lines for the coordinators."""


@dataclass(frozen=True, slots=True)
class Moment:
    """When a run takes place; in a rehearsal of another day `clock` is None, and nothing is quiet."""

    today: date
    now: datetime
    clock: datetime | None


@dataclass(frozen=True, slots=True)
class Known:
    """The program and what was seen, with the journal brought up to it.

    `alive` are the reminders, sent or not, of all cycles that go on, by their marks. `cycles` says since
    when the cycle of each pair that goes on runs.
    """

    program: Program
    seen: Seen
    moment: Moment
    journal: Journal
    alive: Mapping[str, Reminder]
    cycles: Mapping[PairId, date]

    def day_of(self, entry: Entry) -> date:
        """Give the day of an entry in the program's time zone."""
        return entry.at.astimezone(ZoneInfo(self.program.settings.timezone)).date()

    def before(self, reminder: Reminder) -> tuple[Entry, ...]:
        """List what was sent on the steps before, the last one first."""
        known = self.journal.entries
        steps = (replace(reminder, number=number) for number in range(reminder.number - 1, 0, -1))
        marks = (mark_of(step.key) for step in steps)
        return tuple(known[mark] for mark in marks if mark in known)


def known_of(program: Program, seen: Seen, moment: Moment, candidates: Iterable[Reminder]) -> Known:
    """Bring the journal up to what was seen; `candidates` are all that could be asked on the day."""
    alive = dict(_alive(program, candidates))
    journal = adopted(settled(seen, now=moment.now), seen, alive)
    cycles = {
        pair: cycle_start(one)
        for pair, one in relationships(program, today=moment.today).items()
        if one.goes_on
    }
    return Known(program, seen, moment, journal, alive, cycles)


def _alive(program: Program, candidates: Iterable[Reminder]) -> Iterable[tuple[str, Reminder]]:
    """Name all that may have been sent in what still goes on; what is not named is settled."""
    for one in candidates:
        if program.pairs[one.pair].public_contact:
            kinds = _ABOUT_SILENCE if one.kind in _OF_SILENCE else (one.kind,)
            for kind in kinds:
                for number in range(1, max(one.number, _STEPS_SENT) + 1):
                    step = replace(one, kind=kind, number=number)
                    yield mark_of(step.key), step


def sent_of(known: Known, candidates: Iterable[Reminder]) -> Sent:
    """Tell what needs no asking: it was sent, its beginning was left alone, or nobody can be reached."""
    entries = known.journal.entries
    keys = frozenset(
        one.key
        for one in candidates
        if mark_of(one.key) in entries
        or any(entry.fate is not Fate.SENT for entry in known.before(one))
        or is_handed_on(known.program, one)
    )
    slugs = {person_mark(slug): slug for slug in known.program.participants}
    marks = {pair_mark(pair): pair for pair in known.cycles}
    asked: dict[Slug, date] = {}
    pairs: dict[PairId, tuple[date, ...]] = {}
    for entry in sorted(entries.values(), key=lambda one: one.at):
        day = known.day_of(entry)
        asked.update({slugs[one]: day for one in entry.whom if one in slugs})
        own = (marks[one] for one in entry.whom if one in marks)
        pairs.update({pair: (*pairs.get(pair, ()), day) for pair in own})
    return Sent(keys, asked, pairs)


def is_handed_on(program: Program, reminder: Reminder) -> bool:
    """Tell whether the organisers pass the text on, since nobody who is asked can be mentioned."""
    return reminder.is_ping and not reachable(program, reminder)


def handed_on(program: Program, reminders: Iterable[Reminder]) -> Iterable[Reminder]:
    """Yield what the organisers pass on: whole reminders, and questions to those of a group who have no account."""
    for one in reminders:
        if one.privately or is_handed_on(program, one):
            yield one
        elif one.is_ping and one.kind in _QUESTIONS:
            known = reachable(program, one)
            others = tuple(slug for slug in one.people if slug not in known)
            if others:
                yield replace(one, people=others)
