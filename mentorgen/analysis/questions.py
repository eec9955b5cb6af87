"""Questions that pairs put to everybody in their round: lines `- ? …` in the notes of their meetings."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from mentorgen.model.meetings import Meeting
from mentorgen.model.privacy import Level

_QUESTION = re.compile(r"[-*+] \? +(\S.*)")
ASKED_FOR = timedelta(days=60)
"""An older question was answered, or nobody will."""


@dataclass(frozen=True, slots=True)
class Question:
    """What a pair would like to know from others, and the day of the meeting in which it came up."""

    text: str
    asked: date


def shared_questions(meetings: Iterable[Meeting], *, today: date) -> tuple[Question, ...]:
    """List the questions of the last weeks in public notes, the newest first and each once."""
    found: dict[str, Question] = {}
    for meeting in sorted(meetings, key=lambda one: one.on):
        if today - ASKED_FOR < meeting.on <= today and meeting.visibility is Level.PUBLIC:
            for text in _texts(meeting.notes):
                found.pop(text.casefold(), None)
                found[text.casefold()] = Question(text, meeting.on)
    return tuple(reversed(found.values()))


def _texts(notes: str) -> Iterator[str]:
    for line in notes.splitlines():
        question = _QUESTION.fullmatch(line.strip())
        if question:
            yield question[1].strip()
