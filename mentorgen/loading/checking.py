"""Every check over every record, in the order of the files."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from datetime import date
from typing import NamedTuple, assert_never

from mentorgen.loading.checks.frame import (
    check_module,
    check_settings,
    check_survey,
    check_vocabulary,
)
from mentorgen.loading.checks.logs import check_log
from mentorgen.loading.checks.look_alikes import check_look_alikes
from mentorgen.loading.checks.pairs import check_goal, check_meeting, check_pair, check_places
from mentorgen.loading.checks.people import check_accounts, check_participant, check_reporting
from mentorgen.loading.checks.plain import are_plain, is_plain
from mentorgen.loading.checks.policies import check_matching
from mentorgen.loading.checks.prose import nested_prose
from mentorgen.loading.checks.rounds import (
    check_application,
    check_cohort,
    check_event,
    check_slot,
)
from mentorgen.loading.checks.sound import is_sound
from mentorgen.loading.checks.world import World, far_days
from mentorgen.loading.documents import Document
from mentorgen.loading.exposure import (
    contact_details,
    contact_in_name,
    exposed,
    exposed_as_written,
    level_of_files,
)
from mentorgen.loading.faults import Place
from mentorgen.loading.references import Census, Known
from mentorgen.loading.values import light
from mentorgen.model.cohorts import Application, Cohort, Event, Slot
from mentorgen.model.logs import PairLog, PersonLog
from mentorgen.model.meetings import Meeting
from mentorgen.model.pairs import Goal, Pair
from mentorgen.model.people import Participant
from mentorgen.model.privacy import Level
from mentorgen.model.problems import Problem
from mentorgen.model.record import Record
from mentorgen.model.scenarios import Scenario
from mentorgen.model.settings import Settings
from mentorgen.model.skills import Vocabulary
from mentorgen.model.surveys import Survey
from mentorgen.model.training import Module


@light
class Entry:
    """A record with the document it was read from."""

    document: Document
    record: Record


class Broken(NamedTuple):
    """A document that is no record, with what is said of it already."""

    document: Document
    told: tuple[Problem, ...]


def check_records(
    entries: Sequence[Entry], broken: Sequence[Broken], known: Known, today: date
) -> Iterator[Problem]:
    """Yield every problem that needs more than one record's own types to be seen.

    Of what is `broken` only what does not depend on what is wrong with it.
    """
    records: dict[type[Record], list[Record]] = defaultdict(list)
    for entry in entries:
        records[type(entry.record)].append(entry.record)
    world, census = World(today, known, records), Census(known)
    readers = _readers(world)
    plain = are_plain([entry.document.text for entry in entries])
    for entry, nothing_hides in zip(entries, plain, strict=True):
        if not is_sound(entry.record, known, world.last_day):
            yield from census.unknown_names(entry.document, entry.record)
            yield from far_days(entry.document, entry.record, world.last_day)
        told = () if entry.document.private else exposed(entry.document, entry.record, readers)
        yield from told
        yield from contact_in_name(entry.document)
        if not nothing_hides:
            yield from _hidden(entry.document, told)
        yield from _sense(entry.document, entry.record, world)
    for one in broken:
        places = {*map(_place, one.told)}
        found = (*census.unknown_names_as_written(one.document), *_exposed(one, readers))
        yield from (problem for problem in found if _place(problem) not in places)
    people = [
        (entry.document, entry.record) for entry in entries if isinstance(entry.record, Participant)
    ]
    yield from check_accounts(people)
    yield from check_look_alikes(people)
    documents = {person.slug: document for document, person in people}
    yield from check_places(documents, world)
    yield from check_reporting(documents, world)


def _hidden(document: Document, told: Collection[Problem]) -> Iterator[Problem]:
    """Search a file's text for what its fields do not show, beside what is `told` of them."""
    yield from contact_details(document, told)
    yield from nested_prose(document)


def _exposed(one: Broken, readers: Level) -> Iterator[Problem]:
    found = () if one.document.private else tuple(exposed_as_written(one.document, readers))
    yield from found
    yield from contact_in_name(one.document)
    if not is_plain(one.document.text):
        yield from _hidden(one.document, (*one.told, *found))


def _place(problem: Problem) -> Place:
    return Place(problem.path, problem.line, problem.column)


def _readers(world: World) -> Level:
    """Tell who reads the files; where the settings cannot be read, everybody may."""
    return level_of_files(world.settings.layout) if world.settings else Level.PUBLIC


def _sense(document: Document, record: Record, world: World) -> Iterator[Problem]:
    match record:
        case Participant():
            yield from check_participant(document, record, world)
        case Pair():
            yield from check_pair(document, record, world)
        case Goal():
            yield from check_goal(document, record, world)
        case Meeting():
            yield from check_meeting(document, record, world)
        case PairLog() | PersonLog():
            yield from check_log(document, record, world)
        case Cohort() | Application() | Event() | Slot():
            yield from _round(document, record, world)
        case _:
            yield from _frame(document, record, world)


def _round(
    document: Document, record: Cohort | Application | Event | Slot, world: World
) -> Iterator[Problem]:
    match record:
        case Cohort():
            yield from check_cohort(document, record)
        case Application():
            yield from check_application(document, record, world)
        case Event():
            yield from check_event(document, record, world)
        case Slot():
            yield from check_slot(document, record, world)
        case _:
            assert_never(record)


def _frame(document: Document, record: Record, world: World) -> Iterator[Problem]:
    match record:
        case Settings():
            yield from check_settings(document, record, world)
        case Vocabulary():
            yield from check_vocabulary(document, record)
        case Survey():
            yield from check_survey(document, record)
        case Scenario():
            yield from check_matching(document, record.matching)
        case Module():
            yield from check_module(document, record, world)
        case _:
            return
