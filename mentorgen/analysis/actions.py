"""What people of a pair said they would do, read from the notes of its meetings.

An action is a line of a task list: `- [ ] ana: send the outline, by 2026-03-12`. It stays open until a
later meeting's notes tick it: `- [x] ana: send the outline`.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from mentorgen.model.meetings import Meeting

_TASK = re.compile(r"[-*+] \[([ xX])\] +(\S.*)")
_DUE = re.compile(r",? by ([0-9]{4}-[0-9]{2}-[0-9]{2})\.?$")
_LONGEST_NAME = 80


@dataclass(frozen=True, slots=True)
class Action:
    """Something to do: `who` as the notes name them, None where they name nobody."""

    who: str | None
    what: str
    by: date | None
    noted: date


def open_actions(meetings: Iterable[Meeting]) -> tuple[Action, ...]:
    """List what is not done yet, in the order it was noted; `meetings` from the oldest to the newest.

    Who and what tell an action apart, whatever their capitals; a newer day takes the place of an older.
    """
    found: dict[tuple[str, str], Action] = {}
    for meeting in meetings:
        for done, action in _actions(meeting):
            key = ((action.who or "").casefold(), action.what.casefold())
            if done:
                found.pop(key, None)
                continue
            found[key] = action
    return tuple(found.values())


def _actions(meeting: Meeting) -> Iterable[tuple[bool, Action]]:
    for line in meeting.notes.splitlines():
        task = _TASK.fullmatch(line.strip())
        if task:
            yield task[1] != " ", _action(task[2], meeting.on)


def _action(text: str, noted: date) -> Action:
    due = _DUE.search(text)
    day = _day(due[1]) if due else None
    if due and day:
        text = text[: due.start()]
    who, colon, what = text.partition(": ")
    named = bool(colon and what.strip()) and len(who) <= _LONGEST_NAME and "/" not in who
    return Action(
        who=who.strip() if named else None,
        what=(what if named else text).strip(),
        by=day,
        noted=noted,
    )


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
