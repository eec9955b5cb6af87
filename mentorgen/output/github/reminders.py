"""Reminders as people read them at a forge: an issue, a comment below it, and a thank-you at the end.

Nobody's words but chosen names stand in them, and those do nothing. People are mentioned once, in the
first text: whoever is mentioned again and again blocks a repository.
"""

from dataclasses import replace

from mentorgen.analysis.reminders import Reminder
from mentorgen.analysis.wording import listed
from mentorgen.model.ids import PairId, Slug
from mentorgen.model.program import Program
from mentorgen.output.github.marks import hidden, hidden_in, mark_of
from mentorgen.output.reminder_texts import ReminderText, reminder_text

LABEL = "reminder"
"""Told apart by people; nothing is ever found by it."""
THANKS = """\
Thank you! All is settled here, so this note is closed and asks nothing of you any more. We are glad that you are here.
"""


def person_mark(slug: Slug) -> str:
    """Give the short name under which a person stands in the journal."""
    return mark_of(f"v1:person:{slug}")


def pair_mark(pair: PairId) -> str:
    """Give the short name under which a pair stands in the journal."""
    return mark_of(f"v1:pair:{pair}")


def reachable(program: Program, reminder: Reminder) -> tuple[Slug, ...]:
    """Name who of those asked has an account, and so can be mentioned."""
    return tuple(slug for slug in reminder.people if program.participants[slug].github is not None)


def reminder_issue(program: Program, reminder: Reminder, *, home: int = 0) -> ReminderText:
    """Write a reminder as an issue of its own; `home` is the number of the pair's home, if it has one."""
    text = reminder_text(program, reminder)
    logins = (program.participants[slug].github for slug in reachable(program, reminder))
    to = f"For {listed(f'@{login}' for login in logins)}."
    beside = f" Your place for everything else is #{home}." if home else ""
    ending = f"{to}{beside}\n\n{_hidden(reminder)}"
    return replace(text, body=f"{text.body}\n{ending}")


def reminder_comment(program: Program, reminder: Reminder) -> str:
    """Write a second nudge, to stand below the first; it mentions nobody."""
    return f"{reminder_text(program, reminder).body}\n{_hidden(reminder)}"


def thanks(body: str) -> str:
    """Put a thank-you over a reminder that is closed, and keep what it said."""
    return body if body.startswith(THANKS) else f"{THANKS}\n---\n\n{body}"


def nameless(body: str) -> str:
    """Write what stays of a reminder whose people are not to be named any more: the key by which it is known."""
    key = hidden_in(body, "key")
    return f"{THANKS}\n{hidden('key', key)}\n" if key else THANKS


def home_mark(pair: PairId) -> str:
    """Give the mark of a pair's home, the issue that stays open for it."""
    return mark_of(f"v1:home:{pair}")


def _hidden(reminder: Reminder) -> str:
    lines = (hidden("pair", reminder.pair), hidden("key", mark_of(reminder.key)))
    return "\n".join(lines) + "\n"
