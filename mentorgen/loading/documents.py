"""One record as it was written: its fields, and the place of each of them in one or two files."""

import sys
from collections.abc import Mapping
from dataclasses import replace
from typing import NamedTuple

from mentorgen.loading.faults import Fault, Place, UnreadableError
from mentorgen.loading.files import Found, unreadable
from mentorgen.loading.layout import Spot
from mentorgen.loading.letters import composed, is_composed, texts_in
from mentorgen.loading.markdown_source import head_span, parse_markdown
from mentorgen.loading.rules import Rule
from mentorgen.loading.text import decode, line_of_other_end, position
from mentorgen.loading.values import light
from mentorgen.loading.yaml_events import Path, Value
from mentorgen.loading.yaml_places import Places
from mentorgen.loading.yaml_source import parse_yaml
from mentorgen.model.ids import Kind
from mentorgen.model.privacy import PUBLIC_CHOICES
from mentorgen.model.problems import Problem, Severity

BODY_FIELDS: Mapping[Kind, str] = {Kind.MEETING: "notes", Kind.MODULE: "text"}
_NOTHING = object()


class Added(NamedTuple):
    """What a private file adds to a public one: some fields, and all facts after the first few."""

    document: "Document"
    fields: frozenset[str]
    facts_here: int


@light
class Document:
    """The fields of a record before anything checks them, with what a private file added to them."""

    name: str
    spot: Spot
    fields: Mapping[str, Value]
    text: str
    places: Places
    private: bool = False
    added: Added | None = None

    def has(self, path: Path) -> bool:
        """Tell whether a value is written."""
        value: object = self.fields
        for step in path:
            if isinstance(value, Mapping):
                value = value.get(step, _NOTHING)
            elif isinstance(value, list) and isinstance(step, int) and step < len(value):
                value = value[step]
            else:
                return False
        return value is not _NOTHING

    def place(self, path: Path) -> Place:
        """Find where a value stands; what is not written points at the nearest thing around it."""
        document, inner = self._source(path)
        while (found := document.places.of_value(inner)) is None and inner:
            inner = inner[:-1]
        return Place(document.name, *(found or (1, 1)))

    def key_place(self, path: Path) -> Place:
        """Find where a field's name stands."""
        document, inner = self._source(path)
        found = document.places.of_key(inner)
        return Place(document.name, *found) if found else self.place(path)

    def place_in_body(self, line: int, column: int) -> Place:
        """Find a place in the text below the head, by its line and column there, both from 0."""
        document, _ = self._source((BODY_FIELDS[self.spot.shelf.kind],))
        text = document.text
        above = text[: head_span(text).stop]
        body = text[len(above) :].partition("\n")[2]
        begins = position(text, len(text) - len(body.lstrip()))
        return Place(document.name, begins[0] + line, column + (1 if line else begins[1]))

    def written(self, path: Path) -> str | None:
        """Give the text of an unquoted value that YAML reads as something else than text."""
        document, inner = self._source(path)
        return document.places.written(inner)

    def is_private(self, path: Path) -> bool:
        """Tell whether a value stands in a file of the private folder."""
        return self._source(path)[0].private

    def problem(
        self, path: Path, rule: Rule, message: str, *, severity: Severity = Severity.ERROR
    ) -> Problem:
        """Make a problem at the place of a value."""
        place = self.place(path)
        return Problem(place.path, place.line, place.column, rule, message, severity)

    def _source(self, path: Path) -> tuple["Document", Path]:
        """Find the file in which a value stands, and the way to it there."""
        added = self.added
        if added is None:
            return self, path
        match path:
            case (str(name), *_) if name in added.fields:
                return added.document, path
            case ("facts", int(index), *inner) if index >= added.facts_here:
                return added.document, ("facts", index - added.facts_here, *inner)
        return self, path


def read_document(found: Found, *, private: bool = False) -> tuple[Document | None, list[Problem]]:
    """Read a file into a document; problems that leave it readable come with it."""
    try:
        content = found.content()
    except OSError as error:
        return None, [Problem(found.name, 1, 1, Rule.UNREADABLE, unreadable(error, "file"))]
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
    fields = {**source.fields, body_field: body} if body_field and body else source.fields
    document = Document(name, spot, fields, text, source.places, private)
    problems = [_problem(name, fault) for fault in source.faults]
    if not is_composed(text) or "\\" in text:
        document, more = _with_letters_joined(document)
        problems += more
    if body_field and body_field in source.fields:
        message = f"unknown field '{body_field}'; write this text below the head."
        problems.append(document.problem((body_field,), Rule.UNKNOWN_FIELD, message))
    other_end = line_of_other_end(text)
    if other_end is not None:
        message = "this line ends in another way than the first (Windows or Unix); save all alike."
        problems.append(Problem(name, other_end, 1, Rule.LINE_ENDS, message, Severity.WARNING))
    return document, problems


def _with_letters_joined(document: Document) -> tuple[Document, list[Problem]]:
    """Read letters that are stored in parts as one; the file stays as it is."""
    apart = [path for path, text in texts_in(document.fields) if not is_composed(text)]
    if not apart:
        return document, []
    message = "letters and their accents stand apart here and are read as one; type them again."
    fields = {name: composed(value) for name, value in document.fields.items()}
    return replace(document, fields=fields), [
        document.problem(path, Rule.LETTERS_APART, message, severity=Severity.WARNING)
        for path in apart
    ]


def _problem(name: str, fault: Fault) -> Problem:
    return Problem(name, fault.line, fault.column, fault.rule, fault.message)


def merged(public: Document, private: Document) -> tuple[Document, list[Problem]]:
    """Add a private file's fields and facts to the public record of the same id.

    A private file overrides nothing: a field that both give with different values is a problem.
    """
    fields, problems = dict(public.fields), []
    facts_here = sys.maxsize
    for field, value in private.fields.items():
        mine = fields.setdefault(field, value)
        if field not in public.fields:
            if field in PUBLIC_CHOICES:
                problems.append(_unseen_choice(public, private, field))
        elif field == "facts" and isinstance(mine, list) and isinstance(value, list):
            fields[field] = [*mine, *value]
            facts_here = len(mine)
        elif mine != value:
            problems.append(_conflict(public, private, field))
    added = Added(private, frozenset(fields.keys() - public.fields.keys()), facts_here)
    return replace(public, fields=fields, added=added), problems


def _unseen_choice(public: Document, private: Document, field: str) -> Problem:
    """Pages are made without the private folder: a choice that stands only there would be ignored."""
    return private.problem(
        (field,),
        Rule.PUBLIC_CHOICE,
        f"pages are made without this folder, so '{field}' would do nothing here; "
        f"write it into {public.name}.",
    )


def _conflict(public: Document, private: Document, field: str) -> Problem:
    there = public.place((field,))
    return private.problem(
        (field,),
        Rule.PRIVATE_CONFLICT,
        f"{field} is already given in {there.path}:{there.line} with another value; "
        "a private file only adds. Keep one of the two.",
    )
