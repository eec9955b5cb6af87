"""Every check over every record, in the order of the files."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from mentorgen.loading.checks.frame import (
    check_cohort,
    check_module,
    check_settings,
    check_survey,
    check_vocabulary,
)
from mentorgen.loading.checks.pairs import check_goal, check_log, check_meeting, check_pair
from mentorgen.loading.checks.people import check_accounts, check_participant
from mentorgen.loading.checks.world import World, far_days
from mentorgen.loading.documents import Document
from mentorgen.loading.exposure import contact_details, exposed, level_of_files
from mentorgen.loading.references import Known, unknown_names
from mentorgen.loading.shapes import parts
from mentorgen.model.cohorts import Cohort
from mentorgen.model.logs import PairLog, PersonLog
from mentorgen.model.meetings import Meeting
from mentorgen.model.pairs import Goal, Pair
from mentorgen.model.people import Participant
from mentorgen.model.privacy import Level
from mentorgen.model.problems import Problem
from mentorgen.model.record import Record
from mentorgen.model.settings import Settings
from mentorgen.model.skills import Vocabulary
from mentorgen.model.surveys import Survey
from mentorgen.model.training import Module


@dataclass(frozen=True, slots=True)
class Entry:
    """A record with the document it was read from."""

    document: Document
    record: Record


def check_records(entries: Sequence[Entry], known: Known, today: date) -> Iterator[Problem]:
    """Yield every problem that needs more than one record's own types to be seen."""
    pairs = {entry.record.id: entry.record for entry in entries if isinstance(entry.record, Pair)}
    world = World(today, pairs)
    readers = _readers(entries)
    for entry in entries:
        pieces = tuple(parts(entry.record))
        yield from unknown_names(entry.document, pieces, known)
        yield from far_days(entry.document, pieces, world)
        yield from contact_details(entry.document)
        if not entry.document.private:
            yield from exposed(entry.document, pieces, readers)
        yield from _sense(entry.document, entry.record, world)
    yield from check_accounts(
        (entry.document, entry.record) for entry in entries if isinstance(entry.record, Participant)
    )


def _readers(entries: Sequence[Entry]) -> Level:
    for entry in entries:
        if isinstance(entry.record, Settings):
            return level_of_files(entry.record.layout)
    return Level.PUBLIC


def _sense(document: Document, record: Record, world: World) -> Iterator[Problem]:
    match record:
        case Participant():
            yield from check_participant(document, record, world)
        case Pair():
            yield from check_pair(document, record)
        case Goal():
            yield from check_goal(document, record)
        case Meeting():
            yield from check_meeting(document, record, world)
        case PairLog() | PersonLog():
            yield from check_log(document, record, world)
        case _:
            yield from _frame(document, record, world)


def _frame(document: Document, record: Record, world: World) -> Iterator[Problem]:
    match record:
        case Settings():
            yield from check_settings(document, record)
        case Cohort():
            yield from check_cohort(document, record)
        case Vocabulary():
            yield from check_vocabulary(document, record)
        case Survey():
            yield from check_survey(document, record)
        case Module():
            yield from check_module(document, record, world)
        case _:
            return
