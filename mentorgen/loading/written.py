"""What a file names, read from its fields as they were written: for files that are no record yet."""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import get_origin

from mentorgen.loading.documents import Document
from mentorgen.loading.shapes import Shape, part_of, shapes_of
from mentorgen.loading.yaml_events import Path
from mentorgen.model.ids import ID_PATTERN, PATH_ID_PATTERN, Kind
from mentorgen.model.record import Part, Source

Named = tuple[Path, Kind, str]
_ID, _PATH_ID = re.compile(ID_PATTERN), re.compile(PATH_ID_PATTERN)
_OF_TWO_WORDS = frozenset({Kind.PAIR, Kind.MODULE})
"""Kinds whose ids hold a slash."""


def names_in_path(document: Document) -> Iterator[tuple[Kind, str]]:
    """Give the ids of other records that the file's own path holds."""
    for shape in shapes_of(document.spot.shelf.model):
        if shape.refers and shape.source is Source.PATH:
            yield shape.refers, str(document.spot.ids[shape.name])


def names_as_written(document: Document) -> Iterator[Named]:
    """Give every id that the fields of a file name; what cannot be an id is left out."""
    yield from _inside(document.fields, document.spot.shelf.model, ())


def _inside(fields: Mapping[str, object], model: type[Part], path: Path) -> Iterator[Named]:
    for shape in shapes_of(model):
        value, place = fields.get(shape.written), (*path, shape.written)
        if not isinstance(value, list):
            yield from _of_entry(shape, value, place)
        elif shape.written in _lists(model):
            for index, entry in enumerate(value):
                yield from _of_entry(shape, entry, (*place, index))


def _of_entry(shape: Shape, entry: object, place: Path) -> Iterator[Named]:
    if isinstance(entry, Mapping):
        part = part_of(shape, entry)
        yield from _inside(entry, part, place) if part else ()
    elif shape.refers and not shape.source and isinstance(entry, str):
        pattern = _PATH_ID if shape.refers in _OF_TWO_WORDS else _ID
        if pattern.fullmatch(entry):
            yield place, shape.refers, entry


@cache
def _lists(model: type[Part]) -> frozenset[str]:
    """Name the fields of a model that hold several entries."""
    return frozenset(
        info.alias or name
        for name, info in model.model_fields.items()
        if get_origin(info.annotation) is tuple
    )
