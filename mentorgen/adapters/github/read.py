"""What is at the forge before a run: the dashboard with its journal, and all issues of the bot.

A list that lacks what is known to be there is no ground to act on. Nothing is ever searched for, since
an index lags behind.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from mentorgen.adapters.github.forge import (
    Author,
    Forge,
    ForgeError,
    Issue,
    NotFoundError,
)
from mentorgen.adapters.github.journal import (
    Entry,
    Fate,
    Journal,
    JournalError,
    block_in,
    is_journal,
    journal_in,
)
from mentorgen.adapters.github.turns import Turn, turns_in
from mentorgen.errors import TryAgainLaterError
from mentorgen.output.github.marks import hidden_in

UNSEEN_FOR = timedelta(hours=47)
"""What nobody has seen for so long did not arrive: less than two days, so that a daily run tries again."""
LOOKS = 4
"""How often all issues are listed again before something is taken for lost."""
SECONDS_BETWEEN_LOOKS = 2.0


class StaleReadError(ForgeError, TryAgainLaterError):
    """An answer lacks what is known to be there."""


@dataclass(frozen=True, slots=True)
class Arrived:
    """Where something with a mark was found: an issue, or a comment below it."""

    number: int
    comment: int = 0


@dataclass(frozen=True, slots=True)
class Seen:
    """The forge as a run finds it; only what the bot itself wrote.

    `dashboard` is None before the first run. `issues` are all of the bot's, by number, `arrived` is where
    each mark was found. `deleted` are the numbers of issues that were sent and are there no more.
    """

    me: Author
    turns: tuple[Turn, ...]
    dashboard: Issue | None
    journal: Journal
    issues: Mapping[int, Issue]
    arrived: Mapping[str, Arrived]
    deleted: frozenset[int]

    @property
    def last_run(self) -> int:
        """The highest number that a run has had."""
        return max([self.journal.run, *(turn.run for turn in self.turns)])

    @property
    def told(self) -> str:
        """What people read on the dashboard; reminders alone have something to say there."""
        if self.dashboard is None:
            return "Reminders have not run yet.\n"
        return self.dashboard.body.partition("<!-- mentorgen:journal")[0].rstrip("\n") + "\n"

    @property
    def other_dashboards(self) -> tuple[int, ...]:
        """Dashboards besides the one that counts."""
        ours = self.dashboard.number if self.dashboard else 0
        return tuple(
            number for number, one in self.issues.items() if number != ours and is_journal(one.body)
        )


def observe(forge: Forge, *, now: datetime, pause: Callable[[float], None]) -> Seen:
    """Read all that a plan rests on: two calls, besides pages of lists and further parts of the journal.

    Raises:
        StaleReadError: a list lacks what is known to be there.
        JournalError: the journal is gone or was changed by hand.
        ForgeError: something could not be read; then nothing may be written.
    """
    me = forge.me()
    turns = turns_in(forge.labels())
    issues = _own_issues(forge, me)
    number = _dashboard_number(turns, issues)
    if number == 0:
        return Seen(me, turns, None, Journal(), issues, _arrived(issues), frozenset())
    dashboard, journal = read_journal(forge, me, number)
    if number not in issues or issues[number].body != dashboard.body:
        raise StaleReadError(f"{_STALE} Issue #{number} is missing in it or older than it is.")
    deleted = frozenset(_deleted(forge, issues, journal))
    if any(_is_ripe(entry, now) for entry in journal.entries.values()):
        issues = {**issues, **_seen_later(forge, me, pause)}
    arrived = {**_arrived(issues), **dict(_comments(forge, me, journal))}
    return Seen(me, turns, dashboard, journal, issues, arrived, deleted)


def read_journal(forge: Forge, me: Author, number: int) -> tuple[Issue, Journal]:
    """Read the dashboard by its number, and all parts of the journal.

    Raises:
        JournalError: a part is missing, somebody else's, or was changed by hand.
    """
    try:
        dashboard = forge.issue(number)
    except NotFoundError:
        raise JournalError(
            f"The dashboard, issue #{number}, is not there any more. To begin afresh, delete all labels "
            "whose names begin with 'mentorgen-run-' and run again; the first run sends nothing."
        ) from None
    _refuse_others(dashboard.author, me, number)
    journal = journal_in(dashboard.body)
    first, *more = journal.blocks
    try:
        comments = [forge.comment(block.comment) for block in more]
    except NotFoundError:
        raise JournalError(
            f"A comment on the dashboard, issue #{number}, was deleted, and with it a part of what was "
            "sent. Begin afresh: delete the dashboard and all labels 'mentorgen-run-...'; what is open "
            "is found again by itself."
        ) from None
    for comment in comments:
        _refuse_others(comment.author, me, number)
    read = (block_in(comment.id, comment.body) for comment in comments)
    return dashboard, replace(journal, blocks=(first, *read))


_STALE = "GitHub's list of issues is not up to date, so nothing is written; run again later."


def _own_issues(forge: Forge, me: Author) -> Mapping[int, Issue]:
    listed = forge.issues(creator=me.login)
    return {one.number: one for one in listed if one.author.id == me.id and not one.is_pull}


def _dashboard_number(turns: Iterable[Turn], issues: Mapping[int, Issue]) -> int:
    """Find the dashboard: the last turn that knew it tells, or else the issue that holds a journal.

    Of two that were made because the first was long not seen, the one that was written last counts.
    """
    known = [turn.number for turn in turns if turn.number]
    if known:
        return known[-1]
    found = [one for one in issues.values() if is_journal(one.body)]
    return max(((journal_in(one.body).run, -one.number) for one in found), default=(0, 0))[1] * -1


def _refuse_others(author: Author, me: Author, number: int) -> None:
    if author.id != me.id:
        raise JournalError(
            f"The dashboard, issue #{number}, was written by {author.login}, and now {me.login} asks. "
            "Use the token that was used before."
        )


def _deleted(forge: Forge, issues: Mapping[int, Issue], journal: Journal) -> Iterator[int]:
    """Find which issues that were sent are deleted; one that is there must be in the list.

    Raises:
        StaleReadError: the list lacks one that is there.
    """
    sent = {one.number for one in journal.entries.values() if one.fate is Fate.SENT}
    for number in sorted(sent - issues.keys()):
        try:
            forge.issue(number)
        except NotFoundError:
            yield number
        else:
            raise StaleReadError(f"{_STALE} Issue #{number} is missing in it.")


def _is_ripe(entry: Entry, now: datetime) -> bool:
    return entry.fate is Fate.INTENDED and now - entry.at >= UNSEEN_FOR


def _seen_later(forge: Forge, me: Author, pause: Callable[[float], None]) -> Mapping[int, Issue]:
    """List again some times: what is in any of the lists is there."""
    found: dict[int, Issue] = {}
    for _ in range(LOOKS):
        pause(SECONDS_BETWEEN_LOOKS)
        found |= _own_issues(forge, me)
    return found


def _arrived(issues: Mapping[int, Issue]) -> Mapping[str, Arrived]:
    """Find the marks of issues; of two with one mark the first."""
    found: dict[str, Arrived] = {}
    for number in sorted(issues):
        mark = hidden_in(issues[number].body, "key")
        if mark is not None:
            found.setdefault(mark, Arrived(number))
    return found


def _comments(forge: Forge, me: Author, journal: Journal) -> Iterator[tuple[str, Arrived]]:
    """Look for comments of which nobody knows whether they arrived.

    Raises:
        StaleReadError: a list has fewer comments than the issue says that it has.
    """
    unknown = (one for one in journal.entries.values() if one.fate is Fate.INTENDED and one.number)
    for number in sorted({one.number for one in unknown}):
        try:
            many = forge.issue(number).comments
            listed = forge.comments(number)
        except NotFoundError:
            continue
        if len(listed) < many:
            raise StaleReadError(f"{_STALE} A comment on issue #{number} is missing.")
        for comment in listed:
            mark = hidden_in(comment.body, "key") if comment.author.id == me.id else None
            if mark is not None:
                yield mark, Arrived(number, comment.id)
