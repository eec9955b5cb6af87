"""What a run would do at the forge, from what is due and what was seen: pure, and the same twice.

Everything is named by its key alone, so that planning again plans the same, and nothing that was
sent is planned once more.
"""

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass, replace
from datetime import datetime
from hashlib import sha256
from typing import TypeAlias

from mentorgen.adapters.github.forge import State
from mentorgen.adapters.github.journal import Entry, Fate, Journal
from mentorgen.adapters.github.read import UNSEEN_FOR, Seen


@dataclass(frozen=True, slots=True)
class OpenIssue:
    """An issue of its own; `whom` are the short names of who is asked, `about` whose logs say if it still fits."""

    mark: str
    title: str
    body: str
    whom: tuple[str, ...] = ()
    labels: tuple[str, ...] = ()
    logs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class AddComment:
    """A comment below an issue that is there."""

    mark: str
    number: int
    body: str
    whom: tuple[str, ...] = ()
    logs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Rewrite:
    """Another title and text for an issue that is there; nobody is told of it."""

    number: int
    title: str
    body: str


@dataclass(frozen=True, slots=True)
class CloseIssue:
    """An issue that is settled."""

    number: int
    body: str


Post: TypeAlias = OpenIssue | AddComment
"""What makes something new; each is sent once."""
Change: TypeAlias = Rewrite | CloseIssue
"""What may be done twice without anybody noticing."""


@dataclass(frozen=True, slots=True)
class Plan:
    """What a run would do.

    `journal` is the journal as it is before anything is sent, with what was seen to arrive. `dashboard`
    is what people shall read on the dashboard. `stops` says why nothing is sent without a word from an
    organiser; then `posts` and `changes` are what would be done.
    """

    posts: tuple[Post, ...]
    changes: tuple[Change, ...]
    journal: Journal
    dashboard: str
    stops: tuple[str, ...] = ()
    must_note: bool = False
    """The journal has to be written although nothing is sent."""

    @property
    def is_idle(self) -> bool:
        """There is nothing to write at all."""
        return not (self.posts or self.changes or self.must_note)

    @property
    def hash(self) -> str:
        """Name what is sent and changed: a plan with another name does something else.

        In groups of four signs, since GitHub takes a longer one for a commit, and what keeps it from that
        would be copied with it.
        """
        actions = [[type(one).__name__, asdict(one)] for one in (*self.posts, *self.changes)]
        signs = sha256(json.dumps(actions, sort_keys=True).encode()).hexdigest()[:16]
        return "-".join(signs[at : at + 4] for at in range(0, 16, 4))

    def only_noting(self) -> "Plan":
        """Send nothing; the journal still tells that a run has looked."""
        return replace(self, posts=(), changes=(), must_note=True)


def settled(seen: Seen, *, now: datetime) -> Journal:
    """Bring the journal up to what was seen.

    What arrived counts as sent. What was not seen for 47 hours is forgotten, and so is planned again: the
    journal was written after it by a run that came to its end, and the list shows that text, so it is
    younger than the sending. What people closed or deleted is left alone.
    """
    journal = seen.journal
    changed: list[Entry] = []
    lost: list[str] = []
    for entry in journal.entries.values():
        is_lost = journal.done and now - entry.at >= UNSEEN_FOR
        found = _found(entry, seen)
        if found is not None:
            changed.append(found)
        elif entry.fate is Fate.INTENDED and (is_lost or _below_nothing(entry, seen)):
            lost.append(entry.mark)
    return journal.without(lost).with_entries(changed)


def adopted(journal: Journal, seen: Seen, marks: Iterable[str]) -> Journal:
    """Take over issues of these marks that the journal has lost sight of."""
    known = journal.entries
    found = [
        _with_fate(Entry(mark, Fate.SENT, issue.created_at, issue.number), seen)
        for mark in sorted(marks)
        if mark not in known and mark in seen.arrived
        for issue in [seen.issues[seen.arrived[mark].number]]
    ]
    return journal.with_entries(found)


def _found(entry: Entry, seen: Seen) -> Entry | None:
    """Give an entry as it is by what was seen; None where that says nothing new."""
    if entry.fate is Fate.LEFT:
        return None
    if entry.fate is Fate.INTENDED:
        place = seen.arrived.get(entry.mark)
        if place is None:
            return None
        entry = replace(entry, fate=Fate.SENT, number=place.number, comment=place.comment)
        return _with_fate(entry, seen)
    now = _with_fate(entry, seen)
    return None if now == entry else now


def _with_fate(entry: Entry, seen: Seen) -> Entry:
    issue = seen.issues.get(entry.number)
    is_left = entry.number in seen.deleted or (issue is not None and issue.state is State.CLOSED)
    return replace(entry, fate=Fate.LEFT) if is_left else entry


def _below_nothing(entry: Entry, seen: Seen) -> bool:
    """Tell whether a comment was to stand below an issue that is deleted."""
    return entry.number > 0 and entry.number in seen.deleted
