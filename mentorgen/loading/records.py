"""From a document to a record: strict types, and every error at its place."""

from collections.abc import Iterable, Iterator, Mapping
from copy import deepcopy

from pydantic import ValidationError
from pydantic_core import ErrorDetails, to_json

from mentorgen.loading.causes import causes
from mentorgen.loading.documents import Document
from mentorgen.loading.messages import sentence_for
from mentorgen.loading.rules import Rule
from mentorgen.loading.shapes import shapes_at, without_kinds
from mentorgen.loading.spelling import singular
from mentorgen.loading.yaml_events import Path
from mentorgen.model.problems import Problem
from mentorgen.model.record import Record


def read_record(document: Document) -> tuple[Record | None, list[Problem]]:
    """Check a document against its model; None with the problems where it does not hold."""
    shelf, ids = document.spot.shelf, document.spot.ids
    own = [] if ids.keys().isdisjoint(document.fields) else [*_fields_from_elsewhere(document)]
    fields = {**document.fields, **ids}
    try:
        return shelf.model.model_validate_json(to_json(fields)), own
    except ValidationError as error:
        errors = error.errors(include_url=False)
    plain = [without_kinds(item["loc"]) for item in errors if item["type"] == "string_type"]
    texts = {path: text for path in plain if (text := document.written(path))}
    if not texts:
        return None, [*own, *_problems(document, errors)]
    try:
        return shelf.model.model_validate_json(to_json(_with_texts(fields, texts))), own
    except ValidationError as error:
        return None, [*own, *_problems(document, error.errors(include_url=False))]


def _with_texts(fields: Mapping[str, object], texts: Mapping[Path, str]) -> dict[str, object]:
    """Put unquoted words such as 12345 or True as they are written where a text is asked for."""
    copy = deepcopy(dict(fields))
    for (*way, last), text in texts.items():
        inner: object = copy
        for step in way:
            inner = inner[step]  # type: ignore[index]
        inner[last] = text  # type: ignore[index]
    return copy


def _fields_from_elsewhere(document: Document) -> Iterator[Problem]:
    """Refuse a field that the path gives: two places for one fact would drift apart."""
    for field in document.spot.ids.keys() & document.fields.keys():
        place = document.key_place((field,))
        yield Problem(
            place.path,
            place.line,
            place.column,
            Rule.UNKNOWN_FIELD,
            f"'{field}' comes from the file's name; delete it here.",
        )


def _problems(document: Document, errors: Iterable[ErrorDetails]) -> Iterator[Problem]:
    model = document.spot.shelf.model
    for error in causes(errors, model, document.fields):
        path = without_kinds(error["loc"])
        if error["type"] == "union_tag_invalid":
            path = (*path, "kind")
        written = document.written(path)
        if written is not None:
            error["input"] = written
        is_unknown = error["type"] == "extra_forbidden"
        shapes = shapes_at(model, error["loc"][:-1])
        is_private = document.is_private(path)
        rule, message = sentence_for(error, _field(path), shapes, is_private=is_private)
        place = document.key_place(path) if is_unknown else document.place(path)
        yield Problem(place.path, place.line, place.column, rule, message)


def _field(path: Path) -> str:
    """Name a value by its nearest field: one of several mentors is a mentor."""
    name = next(step for step in reversed(path) if isinstance(step, str))
    return singular(name) if isinstance(path[-1], int) else name
