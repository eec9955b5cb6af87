"""What the models look like from outside: their written fields, and which of them name other records."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cache
from typing import TypeGuard, TypeVar, get_args

from mentorgen.loading.yaml_events import Path
from mentorgen.model.ids import Kind, Refers
from mentorgen.model.logs import FACTS
from mentorgen.model.privacy import Level
from mentorgen.model.record import Part, Source

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Shape:
    """One field of a model: its name in Python and in files, and what is known of it."""

    name: str
    written: str
    source: Source | None
    level: Level
    refers: Kind | None
    parts: tuple[type[Part], ...]
    is_day: bool
    is_required: bool
    words: tuple[str, ...]


@cache
def shapes_of(model: type[Part]) -> tuple[Shape, ...]:
    """List the fields of a model in their order."""
    shapes = []
    for name, info in model.model_fields.items():
        inside = [*_leaves(info.annotation)]
        marks = [*info.metadata, *inside]
        shapes.append(
            Shape(
                name,
                info.alias or name,
                _first(marks, Source),
                _level(info.metadata),
                refers.kind if (refers := _first(marks, Refers)) else None,
                tuple(leaf for leaf in inside if isinstance(leaf, type) and issubclass(leaf, Part)),
                date in inside,
                info.is_required(),
                tuple(word.value for leaf in inside if _is_choice(leaf) for word in leaf),
            )
        )
    return tuple(shapes)


def _is_choice(leaf: object) -> TypeGuard[type[StrEnum]]:
    return isinstance(leaf, type) and issubclass(leaf, StrEnum)


def _level(marks: Iterable[object]) -> Level:
    """Read who may see a field; it stands on the field itself, and a field without it is our mistake."""
    (level,) = (mark for mark in marks if isinstance(mark, Level))
    return level


@cache
def shapes_with_parts(model: type[Part]) -> tuple[Shape, ...]:
    """List the fields of a model that hold other parts."""
    return tuple(shape for shape in shapes_of(model) if shape.parts)


@cache
def shapes_with_names(model: type[Part]) -> tuple[tuple[Shape, Kind], ...]:
    """List the fields of a model that name other records, with the kind of those."""
    return tuple((shape, shape.refers) for shape in shapes_of(model) if shape.refers)


@cache
def shapes_with_days(model: type[Part]) -> tuple[Shape, ...]:
    """List the written fields of a model that hold dates."""
    return tuple(shape for shape in shapes_of(model) if shape.is_day and shape.source is None)


@cache
def fields_that_lead_to(model: type[Part], kind: Kind) -> tuple[str, ...]:
    """Name the fields of a model in or below which an id of a kind can stand."""
    return tuple(
        shape.written
        for shape in shapes_of(model)
        if shape.refers is kind or any(fields_that_lead_to(part, kind) for part in shape.parts)
    )


def fields_at(model: type[Part], path: Path) -> tuple[str, ...]:
    """Name the fields that may be written at a place of a record."""
    return tuple(shape.written for shape in shapes_at(model, path))


def shapes_at(model: type[Part], path: Path) -> tuple[Shape, ...]:
    """Give the fields that may be written at a place of a record; none where it holds no part."""
    current: type[Part] | None = model
    for step in path:
        if isinstance(step, str) and current is not None:
            current = FACTS.get(step) or _inner(current, step)
    return tuple(shape for shape in shapes_of(current) if shape.source is None) if current else ()


def parts(value: Part, path: Path = ()) -> Iterator[tuple[Path, Part]]:
    """Walk a record and every part inside it, each with its place."""
    yield path, value
    for shape in shapes_with_parts(type(value)):
        inner = getattr(value, shape.name)
        if isinstance(inner, Part):
            yield from parts(inner, (*path, shape.written))
        elif inner:
            for index, item in enumerate(inner):
                yield from parts(item, (*path, shape.written, index))


def values_in(value: Part, path: Path, shape: Shape) -> Iterator[tuple[Path, object]]:
    """Give everything that a field holds, one or several, with its place."""
    inner = getattr(value, shape.name)
    if isinstance(inner, tuple):
        for index, item in enumerate(inner):
            yield (*path, shape.written, index), item
    elif inner is not None:
        yield (*path, shape.written), inner


def ids_in(record: Part, kind: Kind) -> Iterator[str]:
    """Give every id of one kind that a record names."""
    for path, part in parts(record):
        for shape, refers in shapes_with_names(type(part)):
            if refers is kind:
                yield from (str(name) for _, name in values_in(part, path, shape))


def part_of(shape: Shape, fields: Mapping[str, object]) -> type[Part] | None:
    """Tell which part the fields written in a place are meant to be; None where there is no telling."""
    if len(shape.parts) > 1:
        return FACTS.get(str(fields.get("kind")))
    return shape.parts[0] if shape.parts else None


def without_kinds(path: tuple[str | int, ...]) -> Path:
    """Take the kinds of facts out of pydantic's path, since they are not levels of the file."""
    if path[:1] == ("facts",) and path[2:3] and path[2] in FACTS:
        return (*path[:2], *path[3:])
    return path


def _inner(model: type[Part], written: str) -> type[Part] | None:
    """Find the part that a field holds; which of several a fact is, the kind that follows says."""
    shapes = (shape for shape in shapes_of(model) if shape.written == written)
    return next((part for shape in shapes for part in shape.parts), None)


def _leaves(annotation: object) -> Iterator[object]:
    """Walk a type down to the plain types and the marks it is made of."""
    inner = get_args(annotation)
    if not inner:
        yield annotation
    for argument in inner:
        yield from _leaves(argument)


def _first(marks: list[object], kind: type[T]) -> T | None:
    return next((mark for mark in marks if isinstance(mark, kind)), None)
