"""One record as it was written: its fields, and the place of each of them in one or two files."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TypeVar

from mentorgen.loading.faults import Fault, Place, UnreadableError
from mentorgen.loading.files import Found
from mentorgen.loading.layout import Spot
from mentorgen.loading.markdown_source import parse_markdown
from mentorgen.loading.text import decode
from mentorgen.loading.yaml_source import Path, Value, parse_yaml
from mentorgen.model.ids import Kind
from mentorgen.model.problems import Problem, Severity

BODY_FIELDS: Mapping[Kind, str] = {Kind.MEETING: "notes", Kind.MODULE: "text"}
Where = TypeVar("Where")


@dataclass(frozen=True, slots=True)
class Document:
    """The fields of a record before anything checks them."""

    name: str
    spot: Spot
    fields: dict[str, Value]
    values: Mapping[Path, Place]
    keys: Mapping[Path, Place]
    written: Mapping[Path, str]
    private: bool = False

    def place(self, path: Path) -> Place:
        """Find where a value stands; what is not written points at the nearest thing around it."""
        while path and path not in self.values:
            path = path[:-1]
        return self.values.get(path, Place(self.name))

    def is_private(self, path: Path) -> bool:
        """Tell whether a value stands in a file of the private folder."""
        return self.private or self.place(path).path != self.name

    def key_place(self, path: Path) -> Place:
        """Find where a field's name stands."""
        return self.keys.get(path) or self.place(path)

    def problem(
        self, path: Path, rule: str, message: str, *, severity: Severity = Severity.ERROR
    ) -> Problem:
        """Make a problem at the place of a value."""
        place = self.place(path)
        return Problem(place.path, place.line, place.column, rule, message, severity)


def read_document(found: Found, *, private: bool = False) -> tuple[Document | None, list[Problem]]:
    """Read a file into a document; problems that leave it readable come with it."""
    try:
        content = found.file.read_bytes()
    except OSError as error:
        reason = (error.strerror or "it cannot be opened").lower()
        message = f"this file cannot be read: {reason}."
        return None, [Problem(found.name, 1, 1, "unreadable", message)]
    return document_of(content, found.name, found.spot, private=private)


def document_of(
    content: bytes, name: str, spot: Spot, *, private: bool = False
) -> tuple[Document | None, list[Problem]]:
    """Understand the bytes of a record as a document."""
    body_field = BODY_FIELDS.get(spot.shelf.kind)
    try:
        text = decode(content)
        source, body = parse_markdown(text) if body_field else (parse_yaml(text), "")
    except UnreadableError as error:
        return None, [_problem(name, error.fault)]
    document = Document(
        name,
        spot,
        {**source.fields, body_field: body} if body_field and body else source.fields,
        {path: Place(name, *at) for path, at in source.values.items()},
        {path: Place(name, *at) for path, at in source.keys.items()},
        source.written,
        private,
    )
    problems = [_problem(name, fault) for fault in source.faults]
    if body_field and body_field in source.fields:
        message = f"unknown field '{body_field}'; write this text below the head."
        problems.append(document.problem((body_field,), "unknown-field", message))
    return document, problems


def _problem(name: str, fault: Fault) -> Problem:
    return Problem(name, fault.line, fault.column, fault.rule, fault.message)


def merged(public: Document, private: Document) -> tuple[Document, list[Problem]]:
    """Add a private file's fields and facts to the public record of the same id.

    A private file overrides nothing: a field that both give with different values is a problem.
    """
    fields, values, keys = dict(public.fields), dict(public.values), dict(public.keys)
    written = dict(public.written)
    problems = []
    for field, value in private.fields.items():
        mine = fields.get(field)
        shift = 0
        if field not in fields:
            fields[field] = value
        elif field == "facts" and isinstance(mine, list) and isinstance(value, list):
            fields[field] = [*mine, *value]
            shift = len(mine)
        else:
            if mine != value:
                problems.append(_conflict(public, private, field))
            continue
        values.update(_moved(private.values, field, shift))
        keys.update(_moved(private.keys, field, shift))
        written.update(_moved(private.written, field, shift))
    return Document(public.name, public.spot, fields, values, keys, written), problems


def _conflict(public: Document, private: Document, field: str) -> Problem:
    there = public.place((field,))
    return private.problem(
        (field,),
        "private-conflict",
        f"{field} is already given in {there.path}:{there.line} with another value; "
        "a private file only adds. Keep one of the two.",
    )


def _moved(places: Mapping[Path, Where], field: str, shift: int) -> Iterator[tuple[Path, Where]]:
    """Give the entries below one field, with the positions of a list moved by `shift`."""
    for path, where in places.items():
        if path[:1] != (field,):
            continue
        if shift and len(path) > 1 and isinstance(path[1], int):
            yield (field, path[1] + shift, *path[2:]), where
        elif not shift:
            yield path, where
