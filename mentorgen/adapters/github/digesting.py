"""The plan of the organisers' issues: each is made once and updated in place, and a week gets one note. Pure."""

from collections.abc import Iterable
from datetime import date

from mentorgen.adapters.github.forge import Issue, State
from mentorgen.adapters.github.journal import Fate, Journal
from mentorgen.adapters.github.known import Moment, handed_on
from mentorgen.adapters.github.plan import (
    AddComment,
    Change,
    OpenIssue,
    Plan,
    Post,
    Rewrite,
    settled,
)
from mentorgen.adapters.github.read import Seen
from mentorgen.adapters.github.reminding import reminding
from mentorgen.adapters.github.standing import Standing
from mentorgen.analysis.needs import needs
from mentorgen.analysis.reminders import due_reminders
from mentorgen.model.program import Program
from mentorgen.output.github.digest import (
    DIGEST_TITLE,
    NEEDS_TITLE,
    Tasks,
    digest_lines,
    digest_text,
    monday_of,
    needs_text,
    week_note,
)
from mentorgen.output.github.marks import mark_of


def digesting(program: Program, seen: Seen, moment: Moment, *, named: bool) -> Plan:
    """Plan the digest; `named` tells that it may name people, as in a private repository.

    Who closed one of the issues gets it no more until it is open again; one that was deleted is made again.
    """
    found = needs(program, today=moment.today)
    every = due_reminders(program, today=moment.today).due
    hand_on = tuple(handed_on(program, every))
    tasks = Tasks(found, _stops(program, seen, moment))
    lines = digest_lines(program, tasks, hand_on, named=named)
    digest, list_ = Standing.DIGEST.mark, Standing.NEEDS.mark
    issues = (
        OpenIssue(
            digest, DIGEST_TITLE, digest_text(program, named=lines, today=moment.today, mark=digest)
        ),
        OpenIssue(list_, NEEDS_TITLE, needs_text(program, tasks, named=named, mark=list_)),
    )
    journal = _without_deleted(settled(seen, now=moment.now), seen)
    monday = monday_of(moment.today)
    note_mark = mark_of(f"v1:note:{monday}")
    note = week_note(tasks, named=named, mark=note_mark)
    told = _digest_before(journal, seen, monday)
    posts = (*_missing(journal, issues), *_note(journal, told, note, note_mark))
    return Plan(
        posts=posts,
        changes=tuple(_updates(journal, seen, issues)),
        journal=journal,
        dashboard=seen.told,
        must_note=journal != seen.journal or not seen.journal.done,
    )


def _stops(program: Program, seen: Seen, moment: Moment) -> tuple[str, ...]:
    """Say why reminders wait for a person; a first run is one that nobody waits for."""
    if seen.journal.day is None:
        return ()
    return reminding(program, seen, moment, named=False).plan.stops


def _without_deleted(journal: Journal, seen: Seen) -> Journal:
    entries = journal.entries
    marks = [one.mark for one in Standing if one.mark in entries]
    return journal.without(mark for mark in marks if entries[mark].number in seen.deleted)


def _missing(journal: Journal, issues: Iterable[OpenIssue]) -> Iterable[Post]:
    for issue in issues:
        if issue.mark not in journal.entries:
            yield issue


def _updates(journal: Journal, seen: Seen, issues: Iterable[OpenIssue]) -> Iterable[Change]:
    for issue in issues:
        there = _open_issue(journal, seen, issue.mark)
        if there is not None and there.body.strip() != issue.body.strip():
            yield Rewrite(there.number, issue.title, issue.body)


def _digest_before(journal: Journal, seen: Seen, monday: date) -> Issue | None:
    """Find the digest if it was there when the week began; its first text is word enough."""
    digest = _open_issue(journal, seen, Standing.DIGEST.mark)
    return digest if digest is not None and digest.created_at.date() < monday else None


def _note(journal: Journal, digest: Issue | None, body: str, mark: str) -> Iterable[Post]:
    """Tell the organisers once a week, below the digest."""
    if digest is not None and mark not in journal.entries:
        yield AddComment(mark, digest.number, body)


def _open_issue(journal: Journal, seen: Seen, mark: str) -> Issue | None:
    """Find an issue that is there; one that was closed and opened again counts as open."""
    entry = journal.entries.get(mark)
    if entry is None or entry.fate is Fate.INTENDED:
        return None
    issue = seen.issues.get(entry.number)
    return issue if issue is not None and issue.state is State.OPEN else None
