"""What people of a pair said they would do, as the notes of a meeting say it.

An action is a line of a task list: `- [ ] ana: send the outline, by 2026-03-12`, ticked when it is
done: `- [x] ana: send the outline`.
"""

import re
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

_TASK = re.compile(r"[ \t]*[-*+] \[(?P<mark>[ xX])\] +(?P<text>\S.*)")
_DUE = re.compile(r",? by ([0-9]{4}-[0-9]{2}-[0-9]{2})\.?$")
_LONGEST_NAME = 80


class Task(NamedTuple):
    """One line of a task list: `who` as the notes name them, None where they name nobody.

    `line` and `column` count from 0 in the notes and lead to the first word behind the box.
    """

    done: bool
    who: str | None
    what: str
    by: date | None
    line: int
    column: int


def tasks_in(notes: str) -> Iterator[Task]:
    """Yield the tasks of a meeting's notes, from the first line to the last."""
    for number, line in enumerate(notes.splitlines()):
        found = _TASK.fullmatch(line.rstrip())
        if found:
            yield _task(found["text"], done=found["mark"] != " ", at=(number, found.start("text")))


def _task(text: str, *, done: bool, at: tuple[int, int]) -> Task:
    due = _DUE.search(text)
    day = _day(due[1]) if due else None
    if due and day:
        text = text[: due.start()]
    who, colon, what = text.partition(": ")
    named = bool(colon and what.strip()) and len(who) <= _LONGEST_NAME and "/" not in who
    return Task(
        done=done,
        who=who.strip() if named else None,
        what=(what if named else text).strip(),
        by=day,
        line=at[0],
        column=at[1],
    )


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
