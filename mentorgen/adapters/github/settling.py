"""Which reminders are settled: closed with thanks, and forgotten once nobody has to be spared for them."""

from collections.abc import Iterable
from datetime import timedelta

from mentorgen.adapters.github.forge import State
from mentorgen.adapters.github.journal import Entry, Fate
from mentorgen.adapters.github.known import Known
from mentorgen.adapters.github.plan import Change, CloseIssue, Rewrite
from mentorgen.adapters.github.standing import is_standing
from mentorgen.output.github.marks import hidden_in
from mentorgen.output.github.reminders import home_mark, nameless, pair_mark, thanks

REMEMBERED = timedelta(days=8)
"""Whom something was sent to is remembered so long at least: nobody is asked twice in seven days."""


def closings(known: Known) -> Iterable[CloseIssue]:
    """Close what nobody needs to answer any more."""
    for entry in sorted(_over(known), key=lambda one: one.number):
        if entry.fate is Fate.SENT and not entry.is_comment:
            body = known.seen.issues[entry.number].body
            if hidden_in(body, "home") is None:  # a home has its own farewell
                stays = thanks if _is_known(known, body) else nameless
                yield CloseIssue(entry.number, stays(body))


def without_names(known: Known) -> Iterable[Rewrite]:
    """Take the names out of closed reminders to pairs who are not to be read of any more; homes have their own way."""
    for number, issue in sorted(known.seen.issues.items()):
        body = issue.body.replace("\r", "")
        is_reminder = hidden_in(body, "pair") is not None and hidden_in(body, "home") is None
        if is_reminder and issue.state is State.CLOSED and not _is_known(known, body):
            yield Rewrite(number, issue.title, nameless(body))


def _is_known(known: Known, body: str) -> bool:
    """Tell whether the program knows the pair of a reminder, and everybody in it agreed to that."""
    return hidden_in(body, "pair") in known.program.pairs


def forgotten(known: Known) -> Iterable[str]:
    """List entries of what is closed, or was a comment, in a cycle of a pair that is over."""
    marks = {pair_mark(pair): since for pair, since in known.cycles.items()}
    for entry in _over(known):
        is_quiet = entry.fate is Fate.LEFT or (entry.fate is Fate.SENT and entry.is_comment)
        counts = any(marks[one] <= known.day_of(entry) for one in entry.whom if one in marks)
        if is_quiet and not counts and known.moment.now - entry.at >= REMEMBERED:
            yield entry.mark


def retired(known: Known) -> Iterable[Change]:
    """Let no other issue be taken for the dashboard."""
    for number in known.seen.other_dashboards:
        title = known.seen.issues[number].title
        yield Rewrite(number, title, "This page is kept elsewhere now. You can close it.\n")


def _over(known: Known) -> Iterable[Entry]:
    homes = {home_mark(pair) for pair in known.cycles}
    for mark, entry in known.journal.entries.items():
        if mark not in known.alive and mark not in homes and not is_standing(mark):
            yield entry
