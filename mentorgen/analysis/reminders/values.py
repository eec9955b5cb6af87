"""A reminder, why it is due, and why one is held back."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from mentorgen.model.ids import PairId, Slug


class ReminderKind(StrEnum):
    """What is asked, the most urgent first."""

    FIRST_MEETING = "first-meeting"
    CHECK_IN = "check-in"
    PROPOSE_PAUSE = "propose-pause"
    PROPOSE_ENDING = "propose-ending"
    ANSWER_PROPOSAL = "answer-proposal"
    CLOSING_SURVEY = "closing-survey"
    PULSE_SURVEY = "pulse-survey"
    STUCK = "stuck"


class Step(StrEnum):
    """Where a reminder is on its ladder; the third step is a line for the coordinators, not a ping."""

    NUDGE_1 = "nudge-1"
    NUDGE_2 = "nudge-2"
    COORDINATORS = "coordinators"


class Because(StrEnum):
    """Why a reminder waits, or why one person is left out of it."""

    WEEKEND = "weekend"
    HOLIDAY = "holiday"
    QUIET_HOURS = "quiet-hours"
    PAUSED = "paused"
    SNOOZED = "snoozed"
    OPTED_OUT = "opted-out"
    AWAY = "away"
    NO_CONSENT = "no-consent"
    ASKED_LATELY = "asked-lately"
    ASKED_TWICE = "asked-twice"
    ANOTHER_FIRST = "another-first"
    RUN_IS_FULL = "run-is-full"


@dataclass(frozen=True, slots=True)
class Spared:
    """Somebody a reminder leaves out today."""

    person: Slug
    because: Because


@dataclass(frozen=True, slots=True)
class Reminder:
    """Something to ask on or after a working day.

    `key` is made of data and dates alone, `v1:<kind>:<pair>:<cycle>:<number>`: the same silence gives the
    same key on every run. `cycle` is the day from which it is counted: the last contact, the start, the
    day of a survey's round or of a milestone. `people` are who is asked, or the coordinators on the
    third step. `about` names the surveys or the milestone. A reminder to go `privately` is handed to
    the coordinators with a text to pass on, since the pair wants no public contact.
    """

    kind: ReminderKind
    pair: PairId
    people: tuple[Slug, ...]
    cycle: date
    number: int
    due_on: date
    step: Step
    evidence: tuple[str, ...]
    about: tuple[str, ...] = ()
    privately: bool = False
    spared: tuple[Spared, ...] = ()

    @property
    def key(self) -> str:
        """Name the reminder; two runs never give two names to one."""
        return f"v1:{self.kind}:{self.pair}:{self.cycle.isoformat()}:{self.number}"

    @property
    def is_ping(self) -> bool:
        """It mentions people, rather than being a line for the coordinators."""
        return self.step is not Step.COORDINATORS and not self.privately


@dataclass(frozen=True, slots=True)
class Held:
    """A reminder that waits, with the reason as a sentence that may name people."""

    reminder: Reminder
    because: Because
    text: str


@dataclass(frozen=True, slots=True)
class DueReminders:
    """Today's reminders, the most urgent first, and those that wait."""

    due: tuple[Reminder, ...]
    held: tuple[Held, ...]

    def about(self, pair: PairId) -> "DueReminders":
        """Keep those of one pair."""
        return DueReminders(
            due=tuple(one for one in self.due if one.pair == pair),
            held=tuple(one for one in self.held if one.reminder.pair == pair),
        )


@dataclass(frozen=True, slots=True)
class Sent:
    """What is known to have gone out: the keys, and the day on which each person was last asked something.

    `pairs` are the days on which each pair was asked anything, of any kind; those before its newest
    contact may be left out. Without all this, every run plans as if it were the first.
    """

    keys: frozenset[str] = frozenset()
    asked: Mapping[Slug, date] = field(default_factory=dict)
    pairs: Mapping[PairId, tuple[date, ...]] = field(default_factory=dict)


NOTHING_SENT = Sent()
