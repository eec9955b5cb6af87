"""What somebody asks for in a comment: one value for each command, a closed union of all of them."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TypeAlias, assert_never

from mentorgen.model.words import MeetingKind, Outcome


class Word(StrEnum):
    """The word behind the slash."""

    CONFIRM = "confirm"
    DECLINE = "decline"
    ASK = "ask"
    MET = "met"
    MEET = "meet"
    MOVE = "move"
    CANCEL = "cancel"
    DONE = "done"
    SNOOZE = "snooze"
    PAUSE = "pause"
    RESUME = "resume"
    AGREE = "agree"
    THANKS = "thanks"
    LEAVE = "leave"
    END = "end"
    WHY_NOT = "why-not"
    FORCE = "force"
    FORBID = "forbid"


@dataclass(frozen=True, slots=True)
class CommandForm:
    """How a command is written, and what it does in a few words."""

    example: str
    meaning: str


FORMS: Mapping[Word, CommandForm] = {
    Word.CONFIRM: CommandForm("/confirm", "says yes to a suggested match"),
    Word.DECLINE: CommandForm("/decline", "says no to it; no reason is needed"),
    Word.ASK: CommandForm("/ask and your question", "calls an organiser before you decide"),
    Word.MET: CommandForm(
        "/met 2026-11-20 45m", "notes that you were in contact; the length may be left out"
    ),
    Word.MEET: CommandForm("/meet 2", "takes the second of the proposed times"),
    Word.MOVE: CommandForm(
        "/move 2026-11-27 17:00", "moves the next meeting; the time may be left out"
    ),
    Word.CANCEL: CommandForm("/cancel", "takes the next meeting back"),
    Word.DONE: CommandForm("/done First test", "marks a milestone or a training module as done"),
    Word.SNOOZE: CommandForm("/snooze 2w", "asks for no reminders for a while"),
    Word.PAUSE: CommandForm("/pause until 2026-12-31", "pauses; it goes on by itself on that day"),
    Word.RESUME: CommandForm("/resume", "ends a pause early"),
    Word.AGREE: CommandForm("/agree", "signs the mentoring agreement as it is now"),
    Word.THANKS: CommandForm("/thanks and your words", "thanks the others"),
    Word.LEAVE: CommandForm("/leave", "leaves a group that goes on without you"),
    Word.END: CommandForm("/end completed", "closes the pair: completed, changed or stopped"),
    Word.WHY_NOT: CommandForm("/why-not ana bo", "asks why these two are not together"),
    Word.FORCE: CommandForm("/force ana bo", "asks what it costs to put these two together"),
    Word.FORBID: CommandForm("/forbid ana bo", "asks what it costs to keep these two apart"),
}
"""Each command in its right form, in the order in which people are told of them."""


@dataclass(frozen=True, slots=True)
class Plain:
    """A command that says all by its word: confirm, decline, cancel, resume, agree or leave."""

    word: Word


@dataclass(frozen=True, slots=True)
class Worded:
    """A command with words of one's own: a question, thanks, or the name of what is done."""

    word: Word
    text: str


@dataclass(frozen=True, slots=True)
class Met:
    """A contact that has been."""

    on: date
    minutes: int | None = None
    kind: MeetingKind | None = None


@dataclass(frozen=True, slots=True)
class Take:
    """One of the proposed times; they count from 1."""

    number: int


@dataclass(frozen=True, slots=True)
class Meet:
    """The next meeting on a day; `at` counts minutes since midnight, in UTC or on the writer's clock."""

    on: date
    at: int | None = None
    in_utc: bool = False


@dataclass(frozen=True, slots=True)
class Rest:
    """A snooze or a pause, with the day on which it ends."""

    word: Word
    until: date


@dataclass(frozen=True, slots=True)
class End:
    """The end of a pair; without an outcome it is asked for."""

    outcome: Outcome | None


@dataclass(frozen=True, slots=True)
class WhatIf:
    """A question about two people of a proposal."""

    word: Word
    first: str
    second: str


@dataclass(frozen=True, slots=True)
class Misunderstood:
    """A command that makes no sense as it stands, and why, in a whole sentence."""

    word: Word
    why: str


Wish: TypeAlias = Plain | Worded | Met | Take | Meet | Rest | End | WhatIf | Misunderstood


def word_of(wish: Wish) -> Word:
    """Give the word by which something was asked for; a plan goes by that of moving one."""
    match wish:
        case Plain(word) | Worded(word) | Rest(word) | WhatIf(word) | Misunderstood(word):
            return word
        case Met():
            return Word.MET
        case Take():
            return Word.MEET
        case Meet():
            return Word.MOVE
        case End():
            return Word.END
        case _:
            assert_never(wish)


@dataclass(frozen=True, slots=True)
class Command:
    """One line of a comment: as it was typed, what it asks for, and for whom where it says so.

    `line` is people's own text; `person` looks like the name of a participant's file.
    """

    line: str
    wish: Wish
    person: str | None = None
