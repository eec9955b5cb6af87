"""What people of a pair said they would do and have not ticked since, read from all its meetings."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from mentorgen.model.actions import tasks_in
from mentorgen.model.meetings import Meeting


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
        for task in tasks_in(meeting.notes):
            key = ((task.who or "").casefold(), task.what.casefold())
            if task.done:
                found.pop(key, None)
                continue
            found[key] = Action(task.who, task.what, task.by, meeting.on)
    return tuple(found.values())
