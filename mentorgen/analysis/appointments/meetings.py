"""The meetings that a pair means to hold, as its notes and its log said: what was said stays, or is taken back."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from mentorgen.analysis.appointments.appointment import Appointment, Certainty
from mentorgen.analysis.life import Life
from mentorgen.analysis.spans import span_on
from mentorgen.model.facts import Cancelled, Planned
from mentorgen.model.meetings import NextMeeting
from mentorgen.model.privacy import Level
from mentorgen.model.program import Program
from mentorgen.model.said import said

USUAL_MINUTES = 60
SHORTEST_MINUTES = 30
"""A chat of five minutes says nothing of how long the next call takes."""


@dataclass(frozen=True, slots=True)
class _Word:
    """What was said on a day of the next meeting, None where it was called off.

    `key` names the place where it was said. That never changes, so nothing that stood in a calendar
    goes away without a word, even if a meeting before it is written down later.
    """

    key: str
    on: date
    planned: NextMeeting | None
    minutes: int | None = None
    is_private: bool = False
    of_log: bool = True

    def takes_back(self, day: date) -> bool:
        """Tell whether a meeting of that day falls out by this; one that was held on its own day does not."""
        return self.on <= day if self.of_log else self.on < day


def planned_meetings(program: Program, life: Life) -> Iterator[Appointment]:
    """List all meetings that were ever planned by the day, those that fell out as well."""
    said = (*_in_meetings(life), *_in_log(program, life))
    words = (*sorted(said, key=lambda word: (word.on, word.of_log)), None)
    for word, newer in pairwise(words):
        if word is not None and word.planned is not None:
            yield _meeting(life, word, word.planned, newer)


def _meeting(life: Life, word: _Word, planned: NextMeeting, newer: _Word | None) -> Appointment:
    pause = span_on(life.pauses, planned.on)
    is_taken_back = newer is not None and newer.takes_back(planned.on)
    falls_out = is_taken_back or (pause is not None and pause.first > word.on)
    return Appointment(
        key=word.key,
        title=said("Meeting"),
        on=planned.on,
        at=planned.at,
        minutes=max(word.minutes or USUAL_MINUTES, SHORTEST_MINUTES),
        text="" if planned.at is not None else said("The time of day is not fixed yet."),
        certainty=Certainty.CANCELLED if falls_out else Certainty.CONFIRMED,
        revised=word.on,
        is_private=word.is_private,
    )


def _in_meetings(life: Life) -> Iterator[_Word]:
    for one in life.meetings:
        if one.next is not None and Level.PAIR.allows(one.visibility):
            yield _Word(
                key=f"meeting/{life.pair.id}/{one.on}/{one.number}",
                on=one.on,
                planned=one.next,
                minutes=one.minutes,
                is_private=one.visibility is not Level.PUBLIC,
                of_log=False,
            )


def _in_log(program: Program, life: Life) -> Iterator[_Word]:
    """Read the log as it stands: what a correction put right stood in calendars, and the correction is newer."""
    facts = program.pair_facts.get(life.pair.id, ())
    said = (fact for fact in facts if isinstance(fact, Planned | Cancelled))
    for number, fact in enumerate(said, start=1):
        if fact.on <= life.today:
            planned = NextMeeting(on=fact.day, at=fact.at) if isinstance(fact, Planned) else None
            yield _Word(f"planned/{life.pair.id}/{number}", fact.on, planned)
