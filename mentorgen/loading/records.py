"""From a document to a record: strict types, and every error at its place."""

import json
from collections.abc import Iterable, Iterator

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from mentorgen.loading.documents import Document
from mentorgen.loading.messages import sentence_for
from mentorgen.loading.shapes import fields_at, without_kinds
from mentorgen.loading.spelling import singular
from mentorgen.loading.yaml_source import Path, Value
from mentorgen.model.problems import Problem
from mentorgen.model.record import Record


def read_record(document: Document) -> tuple[Record | None, list[Problem]]:
    """Check a document against its model; None with the problems where it does not hold."""
    shelf = document.spot.shelf
    own = [*_fields_from_elsewhere(document)]
    fields = {**document.fields, **document.spot.ids}
    try:
        return shelf.model.model_validate_json(json.dumps(fields)), own
    except ValidationError as error:
        errors = error.errors(include_url=False)
    plain = [without_kinds(item["loc"]) for item in errors if item["type"] == "string_type"]
    if any(path in document.written for path in plain):
        return _read_again(document, fields, plain, own)
    return None, [*own, *_problems(document, errors)]


def _read_again(
    document: Document, fields: dict[str, Value], paths: Iterable[Path], own: list[Problem]
) -> tuple[Record | None, list[Problem]]:
    """Take unquoted words such as 12345 or True as they are written where a text is asked for."""
    copy = json.loads(json.dumps(fields))
    for path in paths:
        if path in document.written:
            _put(copy, path, document.written[path])
    try:
        return document.spot.shelf.model.model_validate_json(json.dumps(copy)), own
    except ValidationError as error:
        return None, [*own, *_problems(document, error.errors(include_url=False))]


def _put(fields: Value, path: Path, text: str) -> None:
    *way, last = path
    inner: object = fields
    for step in way:
        inner = inner[step]  # type: ignore[index]
    inner[last] = text  # type: ignore[index]


def _fields_from_elsewhere(document: Document) -> Iterator[Problem]:
    """Refuse a field that the path gives: two places for one fact would drift apart."""
    for field in document.spot.ids.keys() & document.fields.keys():
        place = document.key_place((field,))
        yield Problem(
            place.path,
            place.line,
            place.column,
            "unknown-field",
            f"'{field}' comes from the file's name; delete it here.",
        )


def _problems(document: Document, errors: Iterable[ErrorDetails]) -> Iterator[Problem]:
    for error in errors:
        path = without_kinds(error["loc"])
        names = fields_at(document.spot.shelf.model, error["loc"][:-1])
        rule, message = sentence_for(error, _field(path), names)
        at_key = error["type"] == "extra_forbidden"
        place = document.key_place(path) if at_key else document.place(path)
        yield Problem(place.path, place.line, place.column, rule, message)


def _field(path: Path) -> str:
    """Name a value by its nearest field: one of several mentors is a mentor."""
    names = [step for step in path if isinstance(step, str)]
    name = names[-1] if names else "the record"
    return singular(name) if isinstance(path[-1], int) else name
