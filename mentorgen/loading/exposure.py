"""What may lie in a public file: fields and facts by their level, and no contact details."""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache

from mentorgen.loading.documents import Document
from mentorgen.loading.rules import Rule
from mentorgen.loading.shapes import Shape, shapes_of
from mentorgen.loading.yaml_events import Path
from mentorgen.model.ids import Kind
from mentorgen.model.privacy import Level
from mentorgen.model.problems import Problem
from mentorgen.model.record import Part
from mentorgen.model.words import Layout

_EMAIL = re.compile(r"[\w.+-]{1,64}@[\w-]{1,63}(\.[\w-]{1,63})+")
_PHONE = re.compile(r"(?<![\w./:-])(\+|00)[0-9][0-9 ()./-]{6,18}[0-9](?![\w-])")
_LONG_NUMBER = re.compile("[0-9](-?[0-9]){8}")
_SIGNS = ("@", "+", "00")
"""Without one of these there is neither an address nor a number."""


def level_of_files(layout: Layout) -> Level:
    """Tell who reads the program's own files: everybody, or in a private repository its members."""
    return Level.MEMBERS if layout is Layout.PRIVATE else Level.PUBLIC


def exposed(
    document: Document, parts: Iterable[tuple[Path, Part]], readers: Level
) -> Iterator[Problem]:
    """Yield a problem for all that stands in the program's files and is not for their readers."""
    for path, part in parts:
        if path and document.is_private(path):
            continue
        fact_level = getattr(type(part), "level", Level.PUBLIC)
        if not readers.allows(fact_level):
            yield _private(document, (*path, "kind"), f"a fact of kind '{_kind(part)}'")
            continue
        for place, what in _exposed_fields(part, path, readers):
            if document.has(place) and not document.is_private(place):
                yield _private(document, place, what)


def _exposed_fields(part: Part, path: Path, readers: Level) -> Iterator[tuple[Path, str]]:
    for shape in _guarded(type(part)):
        place = (*path, shape.written)
        if not readers.allows(shape.level):
            yield place, f"'{shape.written}'"
        elif shape.written == "visibility" and not readers.allows(getattr(part, shape.name)):
            yield place, "a record with this visibility"


@cache
def _guarded(model: type[Part]) -> tuple[Shape, ...]:
    return tuple(
        shape
        for shape in shapes_of(model)
        if shape.level is not Level.PUBLIC or shape.written == "visibility"
    )


def _private(document: Document, path: Path, what: str) -> Problem:
    return document.problem(
        path, Rule.PRIVATE_FIELD, f"{what} belongs to the private folder; move it there."
    )


def _kind(part: Part) -> str:
    return str(getattr(part, "kind", ""))


def contact_details(document: Document) -> Iterator[Problem]:
    """Yield a problem for every e-mail address or phone number in a public file or its name."""
    if document.private or document.spot.shelf.kind is Kind.PROGRAM:
        return
    if _LONG_NUMBER.search(str(document.spot.ids.get("slug", ""))):
        yield document.problem(
            (), Rule.CONTACT_DETAILS, _contact("a phone number", "in this file's name")
        )
    if not any(sign in str(document.fields) for sign in _SIGNS):
        return
    for path, value in _texts(document.fields, ()):
        if document.is_private(path):
            continue
        for pattern, what in ((_EMAIL, "an e-mail address"), (_PHONE, "a phone number")):
            if pattern.search(value):
                yield document.problem(path, Rule.CONTACT_DETAILS, _contact(what, "here"))


def _contact(what: str, where: str) -> str:
    return f"{what} stands {where}; contact details belong to the private folder."


def _texts(value: object, path: Path) -> Iterator[tuple[Path, str]]:
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, Mapping):
        for key, inner in value.items():
            yield from _texts(inner, (*path, key))
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            yield from _texts(inner, (*path, index))
