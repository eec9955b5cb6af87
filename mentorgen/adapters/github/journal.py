"""The journal of reminders: what was about to be sent, what is known to be sent, and when a run last looked.

It stands in hidden blocks of one issue, the dashboard, and of comments on it that the first block names.
An entry stays in the block that it began in, so that a run that dies between two writes loses none.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from enum import StrEnum
from typing import Protocol

from mentorgen.errors import MentorgenError
from mentorgen.output.github.marks import mark_of

MOST_BYTES = 56_000
"""A body holds 65,536 signs; the first block leaves room for what people read."""
_BLOCK = re.compile(r"^<!-- mentorgen:journal\n(.*?)^-->$", re.MULTILINE | re.DOTALL)
_HEAD = re.compile(r"run ([0-9]{1,9}) (done|open) ([0-9]{4}-[0-9]{2}-[0-9]{2}|never)")
_MORE = re.compile(r"more ([0-9]{1,18})")
_ENTRY = re.compile(
    r"([0-9a-f]{12}) ([a-z]+) ([0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2})"
    r" ([0-9]{1,9}) ([0-9]{1,18}) (-|[0-9a-f]{12}(?:,[0-9a-f]{12})*)"
)


class JournalError(MentorgenError):
    """The journal cannot be read, so nobody knows what was sent."""


class Fate(StrEnum):
    """What became of an entry."""

    INTENDED = "intended"
    """About to be sent, or sent without an answer."""
    SENT = "sent"
    LEFT = "left"
    """Closed or deleted by somebody: it is not made again, and nothing is added to it."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing that is or may be sent, by the short name of its key.

    `number` is its issue, or 0 as long as nobody knows it. A comment has the number of the issue below which it
    stands from the start, and its own id in `comment` once it is known. `whom` are the short names of
    the pair and the people who are asked by it.
    """

    mark: str
    fate: Fate
    at: datetime
    number: int = 0
    comment: int = 0
    whom: tuple[str, ...] = ()

    @property
    def is_comment(self) -> bool:
        """It is no issue of its own."""
        return self.comment > 0 or (self.fate is Fate.INTENDED and self.number > 0)


@dataclass(frozen=True, slots=True)
class Block:
    """The entries in one place: the dashboard itself (comment 0) or a comment on it."""

    comment: int = 0
    entries: tuple[Entry, ...] = ()

    @property
    def size(self) -> int:
        """How many bytes its text may come to take, whatever numbers its entries still get."""
        return space_for(self.entries)


@dataclass(frozen=True, slots=True)
class Journal:
    """Everything that is known of what was sent; `run` counts the runs that wrote.

    `done` tells that the last of them came to its end, `day` when reminders last ran.
    """

    run: int = 0
    done: bool = True
    day: date | None = None
    blocks: tuple[Block, ...] = (Block(),)

    @property
    def entries(self) -> Mapping[str, Entry]:
        """All entries by their marks."""
        return {one.mark: one for block in self.blocks for one in block.entries}

    def with_entries(self, entries: Iterable[Entry]) -> "Journal":
        """Add entries where there is room, or put them in the place of those of the same marks.

        Raises:
            JournalError: all blocks are full.
        """
        new = {one.mark: one for one in entries}
        blocks = [
            replace(block, entries=tuple(new.pop(one.mark, one) for one in block.entries))
            for block in self.blocks
        ]
        sizes = [block.size for block in blocks]
        for entry in new.values():
            at = _with_room(sizes)
            blocks[at] = replace(blocks[at], entries=(*blocks[at].entries, entry))
            sizes[at] += space_for([entry])
        return replace(self, blocks=tuple(blocks))

    def without(self, marks: Iterable[str]) -> "Journal":
        """Leave out entries."""
        gone = frozenset(marks)
        return replace(
            self,
            blocks=tuple(
                replace(block, entries=tuple(one for one in block.entries if one.mark not in gone))
                for block in self.blocks
            ),
        )

    @property
    def room(self) -> int:
        """How many bytes are free in all blocks."""
        return sum(max(MOST_BYTES - block.size, 0) for block in self.blocks)


class AsksPeople(Protocol):
    """An entry, or what becomes one."""

    @property
    def whom(self) -> tuple[str, ...]:
        """The short names of the pair and of the people who are asked."""


def space_for(entries: Iterable[AsksPeople]) -> int:
    """Tell how many bytes entries may come to take: 64 each, and 13 for the pair and each of its people."""
    return sum(64 + 13 * len(one.whom) for one in entries)


def is_journal(text: str) -> bool:
    """Tell whether a text holds a block of a journal, sound or not."""
    return "<!-- mentorgen:journal" in text


def journal_in(text: str) -> Journal:
    """Read the first block; the others are empty until they are read, too.

    Raises:
        JournalError: somebody changed it.
    """
    head, *lines = _lines(text) or ("",)
    found = _HEAD.fullmatch(head)
    if found is None:
        raise JournalError(_CHANGED)
    more = [int(one[1]) for one in map(_MORE.fullmatch, lines) if one]
    day = None if found[3] == "never" else date.fromisoformat(found[3])
    first = Block(0, tuple(map(_entry, lines[len(more) :])))
    blocks = (first, *(Block(comment) for comment in more))
    return Journal(int(found[1]), found[2] == "done", day, blocks)


def block_in(comment: int, text: str) -> Block:
    """Read the block of a comment.

    Raises:
        JournalError: somebody changed it.
    """
    return Block(comment, tuple(map(_entry, _lines(text))))


def journal_text(journal: Journal) -> str:
    """Write the first block: the head, where the others are, and its own entries."""
    day = journal.day.isoformat() if journal.day else "never"
    head = f"run {journal.run} {'done' if journal.done else 'open'} {day}"
    first, *more = journal.blocks
    return _text((head, *(f"more {one.comment}" for one in more), *map(_entry_line, first.entries)))


def block_text(block: Block) -> str:
    """Write the block of a comment."""
    return _text(map(_entry_line, block.entries))


_CHANGED = (
    "The hidden part of the dashboard was changed by hand, so nobody knows what was sent; nothing is"
    " sent now. Open the dashboard's menu 'edited', put the last text by the bot back, and run again."
)


def _text(lines: Iterable[str]) -> str:
    text = "".join(f"{line}\n" for line in lines)
    return f"<!-- mentorgen:journal\n{text}{_check(text)}\n-->"


def _lines(text: str) -> tuple[str, ...]:
    found = _BLOCK.search(text.replace("\r", ""))
    *lines, check = found[1].splitlines() if found else ("",)
    if check != _check("".join(f"{line}\n" for line in lines)):
        raise JournalError(_CHANGED)
    return tuple(lines)


def _check(text: str) -> str:
    return f"check {mark_of(text)}"


def _entry(line: str) -> Entry:
    found = _ENTRY.fullmatch(line)
    if found is None:
        raise JournalError(_CHANGED)
    whom = () if found[6] == "-" else tuple(found[6].split(","))
    at = datetime.fromisoformat(found[3]).replace(tzinfo=UTC)
    return Entry(found[1], Fate(found[2]), at, int(found[4]), int(found[5]), whom)


def _entry_line(entry: Entry) -> str:
    at = entry.at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M")
    whom = ",".join(entry.whom) or "-"
    return f"{entry.mark} {entry.fate} {at} {entry.number} {entry.comment} {whom}"


def _with_room(sizes: list[int]) -> int:
    for at, size in enumerate(sizes):
        if size < MOST_BYTES:
            return at
    raise JournalError("The journal of reminders is full.")
