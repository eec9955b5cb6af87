"""What may lie in a public file: fields and facts by their level, and no contact details."""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import cache

from mentorgen.loading.contacts import Contact, contacts_in
from mentorgen.loading.documents import BODY_FIELDS, Document
from mentorgen.loading.faults import Place
from mentorgen.loading.letters import texts_in
from mentorgen.loading.rules import Rule
from mentorgen.loading.shapes import parts, shapes_of
from mentorgen.loading.text import position
from mentorgen.loading.yaml_events import Path
from mentorgen.model.ids import Kind
from mentorgen.model.logs import PairLog, PersonLog
from mentorgen.model.meetings import Meeting
from mentorgen.model.pairs import Goal
from mentorgen.model.privacy import Level
from mentorgen.model.problems import Problem
from mentorgen.model.record import Part
from mentorgen.model.words import Layout

_LONG_NUMBER = re.compile("[0-9](-?[0-9]){8}")
_DAY = re.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}")
_FACTS = frozenset({"facts"})
_BODIES = frozenset(BODY_FIELDS.values())
_Written = tuple[tuple[int, int], Contact]
"""The line and column of a contact in the text of a file."""


def level_of_files(layout: Layout) -> Level:
    """Tell who reads the program's own files: everybody, or in a private repository its members."""
    return Level.MEMBERS if layout is Layout.PRIVATE else Level.PUBLIC


def exposed(document: Document, record: Part, readers: Level) -> Sequence[Problem]:
    """Give a problem for all that stands in the program's files and is not for their readers.

    What lies inside something that is told already is not told again.
    """
    found = _where_to_look(readers, document.spot.shelf.model).intersection(document.fields)
    if not found or (found == _FACTS and not _holds_private_facts(record, readers)):
        return ()
    return [*_exposed(document, record, readers)]


def _holds_private_facts(record: Part, readers: Level) -> bool:
    facts = record.facts if isinstance(record, PairLog | PersonLog) else ()
    return any(_hides_something(readers, type(fact)) for fact in facts)


def _exposed(document: Document, record: Part, readers: Level) -> Iterator[Problem]:
    told: set[Path] = set()
    for path, part in parts(record):
        if any(path[:length] in told for length in range(len(path))):
            continue
        model = type(part)
        if not _is_for(readers, model):
            found = [((*path, "kind"), f"a fact of kind '{getattr(part, 'kind', '')}'")]
        else:
            found = [((*path, name), f"'{name}'") for name in _out_of_reach(readers, model)]
        if isinstance(part, (Goal, Meeting)) and not readers.allows(part.visibility):
            found.append(((*path, "visibility"), "a record with this visibility"))
        for place, what in found:
            if document.has(place) and not document.is_private(place):
                told.add(place)
                yield document.problem(
                    place,
                    Rule.PRIVATE_FIELD,
                    f"{what} belongs to the private folder; move it there.",
                )


@cache
def _where_to_look(readers: Level, model: type[Part]) -> frozenset[str]:
    """Name the fields of a model in or below which something may not be for its readers."""
    return frozenset(
        shape.written
        for shape in shapes_of(model)
        if not readers.allows(shape.level)
        or shape.written == "visibility"
        or any(_hides_something(readers, part) for part in shape.parts)
    )


def _hides_something(readers: Level, model: type[Part]) -> bool:
    return not _is_for(readers, model) or bool(_where_to_look(readers, model))


def exposed_as_written(document: Document, readers: Level) -> Iterator[Problem]:
    """Yield a problem for each field of a file, which is no record yet, that is not for its readers."""
    for name in _out_of_reach(readers, document.spot.shelf.model):
        if document.has((name,)) and not document.is_private((name,)):
            message = f"'{name}' belongs to the private folder; move it there."
            yield document.problem((name,), Rule.PRIVATE_FIELD, message)


@cache
def _is_for(readers: Level, model: type[Part]) -> bool:
    """Tell whether readers may know of a fact at all; what is no fact has fields to decide."""
    return readers.allows(getattr(model, "level", Level.PUBLIC))


@cache
def _out_of_reach(readers: Level, model: type[Part]) -> tuple[str, ...]:
    return tuple(shape.written for shape in shapes_of(model) if not readers.allows(shape.level))


def contact_details(document: Document, told: Collection[Problem]) -> Iterator[Problem]:
    """Yield a problem for every e-mail address or phone number in a public file, each where it stands.

    All of a file is public: its comments too, and what stands below a head. Only `contact` of
    `program.yaml` says on purpose how to reach somebody. What stands in a value that is refused
    already, as one of the problems `told` says, goes with it.
    """
    if document.private:
        return
    text = document.text
    written = [(position(text, contact.start), contact) for contact in contacts_in(text)]
    for path, contact in _in_values(document):
        here = _as_written(written, document.place(path), contact)
        if here is None:
            yield document.problem(path, Rule.CONTACT_DETAILS, _told(document, contact))
        elif path == _own_address(document) or _is_refused(document, path, told):
            written.remove(here)
    for place, contact in written:
        yield Problem(document.name, *place, Rule.CONTACT_DETAILS, _told(document, contact))


def _as_written(written: Iterable[_Written], place: Place, contact: Contact) -> _Written | None:
    """Find what a value holds in the text of its file; an escape in quotes hides it there."""
    words = contact.text.split()
    return next(
        (
            (at, one)
            for at, one in written
            if at >= (place.line, place.column) and one.text.split() == words
        ),
        None,
    )


def _is_refused(document: Document, path: Path, told: Collection[Problem]) -> bool:
    """Tell whether a value is wrong as it is, or may not stand in its file at all."""
    places = {(problem.line, problem.column): problem.rule for problem in told}
    fields = [path[:length] for length in range(1, len(path) + 1)]
    around = (*map(document.key_place, fields), *map(document.place, fields))
    refusals = (Rule.UNKNOWN_FIELD, Rule.PRIVATE_FIELD)
    here = document.place(path)
    return (here.line, here.column) in places or any(
        places.get((place.line, place.column)) in refusals for place in around
    )


def contact_in_name(document: Document) -> Iterator[Problem]:
    """Yield a problem for a phone number in a public file's name."""
    if document.private or not _LONG_NUMBER.search(document.spot.key):
        return
    for word in document.spot.ids.values():
        if _LONG_NUMBER.search(_DAY.sub("", str(word))):
            message = "a phone number stands in this file's name; contact details belong to the private folder."
            yield document.problem((), Rule.CONTACT_DETAILS, message)
            return


def _in_values(document: Document) -> Iterator[tuple[Path, Contact]]:
    """Give what stands in the fields of the file; what stands below a head has a place of its own."""
    head = {name: value for name, value in document.fields.items() if name not in _BODIES}
    for path, value in texts_in(head):
        if not document.is_private(path):
            for contact in contacts_in(value):
                yield path, contact


def _own_address(document: Document) -> Path | None:
    """Tell where a file says on purpose how to reach the program."""
    return ("contact",) if document.spot.shelf.kind is Kind.PROGRAM else None


def _told(document: Document, contact: Contact) -> str:
    if document.spot.shelf.kind is Kind.PROGRAM:
        return f"{contact.what} stands here; the program's own belongs into 'contact'."
    return f"{contact.what} stands here; contact details belong to the private folder."
