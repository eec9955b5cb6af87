"""What the models look like from outside: their written fields, and which of them name other records."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import TypeVar, get_args

from mentorgen.loading.yaml_source import Path
from mentorgen.model.facts import Fact
from mentorgen.model.ids import Kind, Refers
from mentorgen.model.privacy import Level
from mentorgen.model.record import Part, Source

T = TypeVar("T")

_FACTS: dict[str, type[Part]] = {
    get_args(model.model_fields["kind"].annotation)[0]: model
    for model in get_args(get_args(Fact)[0])
}


@dataclass(frozen=True, slots=True)
class Shape:
    """One field of a model: its name in Python and in files, and what is known of it."""

    name: str
    written: str
    source: Source | None
    level: Level
    refers: Refers | None


@cache
def shapes_of(model: type[Part]) -> tuple[Shape, ...]:
    """List the fields of a model in their order."""
    shapes = []
    for name, info in model.model_fields.items():
        marks = [*info.metadata, *_marks(info.annotation)]
        shapes.append(
            Shape(
                name,
                info.alias or name,
                _first(marks, Source),
                _first(marks, Level) or Level.COORDINATORS,
                _first(marks, Refers),
            )
        )
    return tuple(shapes)


def fields_at(model: type[Part], path: Path) -> tuple[str, ...]:
    """Name the fields that may be written at a place of a record."""
    current: type[Part] | None = model
    for step in path:
        if isinstance(step, str) and current is not None:
            current = _FACTS.get(step) or _inner(current, step)
    if current is None:
        return ()
    return tuple(shape.written for shape in shapes_of(current) if shape.source is None)


def parts(value: Part, path: Path = ()) -> Iterator[tuple[Path, Part]]:
    """Walk a record and every part inside it, each with its place."""
    yield path, value
    for shape in shapes_of(type(value)):
        inner = getattr(value, shape.name)
        for index, item in enumerate(inner if isinstance(inner, tuple) else ()):
            if isinstance(item, Part):
                yield from parts(item, (*path, shape.written, index))
        if isinstance(inner, Part):
            yield from parts(inner, (*path, shape.written))


def names_in(value: Part, path: Path, shape: Shape) -> Iterator[tuple[Path, str]]:
    """Give every id that a field holds, with its place."""
    inner = getattr(value, shape.name)
    if isinstance(inner, tuple):
        for index, item in enumerate(inner):
            yield (*path, shape.written, index), item
    elif inner is not None:
        yield (*path, shape.written), inner


def ids_in(record: Part, kind: Kind) -> Iterator[str]:
    """Give every id of one kind that a record names."""
    for path, part in parts(record):
        for shape in shapes_of(type(part)):
            if shape.refers == Refers(kind):
                yield from (name for _, name in names_in(part, path, shape))


def without_kinds(path: tuple[str | int, ...]) -> Path:
    """Take the kinds of facts out of pydantic's path, since they are not levels of the file."""
    if path[:1] == ("facts",) and path[2:3] and path[2] in _FACTS:
        return (*path[:2], *path[3:])
    return path


def _inner(model: type[Part], written: str) -> type[Part] | None:
    for shape in shapes_of(model):
        if shape.written == written:
            found = [*_models(model.model_fields[shape.name].annotation)]
            return found[0] if found else None
    return None


def _models(annotation: object) -> Iterator[type[Part]]:
    if isinstance(annotation, type) and issubclass(annotation, Part):
        yield annotation
    for inner in get_args(annotation):
        yield from _models(inner)


def _marks(annotation: object) -> Iterator[object]:
    for inner in get_args(annotation):
        if isinstance(inner, type):
            continue
        yield inner
        yield from _marks(inner)


def _first(marks: list[object], kind: type[T]) -> T | None:
    return next((mark for mark in marks if isinstance(mark, kind)), None)
