"""What may lie in a public file: fields and facts by their level, and no contact details."""

import re
from collections.abc import Iterator

from mentorgen.loading.documents import Document
from mentorgen.loading.shapes import parts, shapes_of
from mentorgen.loading.yaml_source import Path, Value
from mentorgen.model.ids import Kind
from mentorgen.model.privacy import Level
from mentorgen.model.problems import Problem
from mentorgen.model.record import Part, Record
from mentorgen.model.words import Layout

_EMAIL = re.compile(r"[\w.+-]{1,64}@[\w-]{1,63}(\.[\w-]{1,63})+")
_PHONE = re.compile(r"(?<![\w./:-])(\+|00)[0-9][0-9 ()./-]{6,18}[0-9](?![\w-])")


def level_of_files(layout: Layout) -> Level:
    """Tell who reads the program's own files: everybody, or in a private repository its members."""
    return Level.MEMBERS if layout is Layout.PRIVATE else Level.PUBLIC


def exposed(document: Document, record: Record, readers: Level) -> Iterator[Problem]:
    """Yield a problem for all that stands in the program's files and is not for their readers."""
    for path, part in parts(record):
        if document.is_private(path) and path:
            continue
        fact_level = getattr(type(part), "level", Level.PUBLIC)
        if not readers.allows(fact_level):
            yield _private(document, (*path, "kind"), f"a fact of kind '{_kind(part)}'")
            continue
        yield from _exposed_fields(document, part, path, readers)


def _exposed_fields(
    document: Document, part: Part, path: Path, readers: Level
) -> Iterator[Problem]:
    for shape in shapes_of(type(part)):
        place = (*path, shape.written)
        if place not in document.values or document.is_private(place):
            continue
        if not readers.allows(shape.level):
            yield _private(document, place, f"'{shape.written}'")
        elif shape.written == "visibility" and not readers.allows(getattr(part, shape.name)):
            yield _private(document, place, "a record with this visibility")


def _private(document: Document, path: Path, what: str) -> Problem:
    return document.problem(
        path, "private-field", f"{what} belongs to the private folder; move it there."
    )


def _kind(part: Part) -> str:
    return str(getattr(part, "kind", ""))


def contact_details(document: Document) -> Iterator[Problem]:
    """Yield a problem for every e-mail address or phone number in a public file."""
    if document.private or document.spot.shelf.kind is Kind.PROGRAM:
        return
    for path, value in _texts(document.fields, ()):
        if document.is_private(path):
            continue
        for pattern, what in ((_EMAIL, "an e-mail address"), (_PHONE, "a phone number")):
            if pattern.search(value):
                yield document.problem(
                    path,
                    "contact-details",
                    f"{what} stands here; contact details belong to the private folder.",
                )


def _texts(value: Value, path: Path) -> Iterator[tuple[Path, str]]:
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield from _texts(inner, (*path, key))
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            yield from _texts(inner, (*path, index))
