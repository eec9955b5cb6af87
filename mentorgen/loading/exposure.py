"""What may lie in a public file: fields and facts by their level, and no contact details."""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache

from mentorgen.loading.documents import Document
from mentorgen.loading.rules import Rule
from mentorgen.loading.shapes import shapes_of
from mentorgen.loading.yaml_events import Path
from mentorgen.model.ids import Kind
from mentorgen.model.meetings import Meeting
from mentorgen.model.pairs import Goal
from mentorgen.model.privacy import Level
from mentorgen.model.problems import Problem
from mentorgen.model.record import Part
from mentorgen.model.words import Layout

_EMAIL = re.compile(r"[\w.+-]{1,64}@[\w-]{1,63}(\.[\w-]{1,63})+")
_PHONE = re.compile(r"(?<![\w./:-])(\+|00)[0-9][0-9 ()./-]{6,18}[0-9](?![\w-])")
_LONG_NUMBER = re.compile("[0-9](-?[0-9]){8}")
_SIGNS = re.compile(r"[@+\\]|00[0-9 ()./-]{6}")
"""Without one of these (an escape may stand for any) there is neither an address nor a number."""


def level_of_files(layout: Layout) -> Level:
    """Tell who reads the program's own files: everybody, or in a private repository its members."""
    return Level.MEMBERS if layout is Layout.PRIVATE else Level.PUBLIC


def exposed(
    document: Document, parts: Iterable[tuple[Path, Part]], readers: Level
) -> Iterator[Problem]:
    """Yield a problem for all that stands in the program's files and is not for their readers.

    What lies inside something that is told already is not told again.
    """
    told: set[Path] = set()
    for path, part in parts:
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
def _is_for(readers: Level, model: type[Part]) -> bool:
    """Tell whether readers may know of a fact at all; what is no fact has fields to decide."""
    return readers.allows(getattr(model, "level", Level.PUBLIC))


@cache
def _out_of_reach(readers: Level, model: type[Part]) -> tuple[str, ...]:
    return tuple(shape.written for shape in shapes_of(model) if not readers.allows(shape.level))


def contact_details(document: Document) -> Iterator[Problem]:
    """Yield a problem for every e-mail address or phone number in a public file or its name."""
    if document.private or document.spot.shelf.kind is Kind.PROGRAM:
        return
    if _LONG_NUMBER.search(str(document.spot.ids.get("slug", ""))):
        yield document.problem(
            (), Rule.CONTACT_DETAILS, _contact("a phone number", "in this file's name")
        )
    if not _SIGNS.search(document.text):
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
