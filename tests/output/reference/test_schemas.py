"""Schemas agree with the check: what one takes the other takes, as far as a schema can say."""

import copy
import json
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator, ValidationError

from mentorgen.loading.documents import BODY_FIELDS, Document, document_of
from mentorgen.loading.layout import SHELVES, Shelf, Spot, spot_of
from mentorgen.loading.records import read_record
from mentorgen.model.ids import Kind
from mentorgen.model.privacy import Level
from mentorgen.output.reference.schemas import READERS, editors_line, schema_text
from tests.example_files import FOLDER, sections_of
from tests.output.reference.schema_values import values
from tests.strict_validator import complaints

GOOD = sorted((FOLDER / "good").iterdir())
BAD = sorted((FOLDER / "bad").iterdir())
ABOUT_FIELDS = frozenset(
    [
        "choice",
        "date",
        "fact-kind",
        "fact-place",
        "id",
        "language",
        "link",
        "list",
        "login",
        "missing-field",
        "private-field",
        "range",
        "role",
        "schema",
        "text",
        "time-of-day",
        "too-long",
        "true-or-false",
        "unknown-field",
        "whole-number",
    ]
)
"""Rules that a schema can see broken. It cannot see bytes and YAML (an editor can), that a named
thing exists, or that two values fit together."""
IN_QUOTES = {"text--empty"}
"""The check reads a name such as 12345 or True as a text; a schema asks for quotes around it."""

PLACES: Mapping[Kind, str] = {
    Kind.PROGRAM: "program/program.yaml",
    Kind.VOCABULARY: "program/skills.yaml",
    Kind.COHORT: "program/cohorts/spring.yaml",
    Kind.PLAN: "program/plans/short.yaml",
    Kind.SURVEY: "program/surveys/pulse.yaml",
    Kind.SCENARIO: "program/scenarios/bold.yaml",
    Kind.PARTICIPANT: "program/participants/ada.yaml",
    Kind.APPLICATION: "program/applications/spring/ada.yaml",
    Kind.EVENT: "program/events/spring/circle.yaml",
    Kind.PAIR: "program/pairs/spring/ada-ben.yaml",
    Kind.GOAL: "program/goals/spring/ada-ben/patch.yaml",
    Kind.MEETING: "program/meetings/spring/ada-ben/2026-03-09.md",
    Kind.PAIR_LOG: "program/log/pairs/spring/ada-ben.yaml",
    Kind.PERSON_LOG: "program/log/people/ada.yaml",
    Kind.SLOT: "program/slots/ada/2026-03-09.yaml",
    Kind.MODULE: "training/mentors/listening.md",
}

Fields = dict[str, Any]


def _name(value: object) -> str:
    return value.kind if isinstance(value, Shelf) else getattr(value, "stem", str(value))


@cache
def _validator(kind: Kind, readers: Level) -> Draft202012Validator:
    (shelf,) = (shelf for shelf in SHELVES if shelf.kind is kind)
    text = schema_text(kind, shelf.place, shelf.model, readers=readers)
    return Draft202012Validator(
        json.loads(text), format_checker=Draft202012Validator.FORMAT_CHECKER
    )


def _head(document: Document) -> Fields:
    """What stands in a file, without the text below the head of a Markdown record."""
    body = BODY_FIELDS.get(document.spot.shelf.kind)
    return {name: value for name, value in document.fields.items() if name != body}


def _errors(example: Path) -> Iterator[ValidationError]:
    for section in sections_of(example):
        private = section.path.startswith("private/")
        path = section.path.replace("private/", "program/", 1) if private else section.path
        spot = spot_of(path)
        if spot is None or section.unusual:
            continue
        document, _ = document_of(section.content, path, spot)
        if document is not None:
            readers = Level.COORDINATORS if private else Level.PUBLIC
            yield from _validator(spot.shelf.kind, readers).iter_errors(_head(document))


@pytest.mark.parametrize("readers", READERS)
@pytest.mark.parametrize("shelf", SHELVES, ids=_name)
def test_a_schema_is_valid_by_the_standard(shelf: Shelf, readers: Level) -> None:
    schema = _validator(shelf.kind, readers).schema

    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    Draft202012Validator.check_schema(schema)


@pytest.mark.parametrize("readers", READERS)
def test_a_strict_validator_takes_every_schema_and_its_patterns(
    readers: Level, tmp_path: Path
) -> None:
    schemas = [tmp_path / f"{shelf.kind.value}.json" for shelf in SHELVES]
    for path, shelf in zip(schemas, SHELVES, strict=True):
        text = schema_text(shelf.kind, shelf.place, shelf.model, readers=readers)
        path.write_text(text, encoding="utf-8")

    assert complaints("--check-metaschema", *schemas) == ""


def test_a_strict_validator_refuses_what_is_not_escaped_rightly(tmp_path: Path) -> None:
    schema = {"$schema": "https://json-schema.org/draft/2020-12/schema", "pattern": '[^\\"]'}
    (tmp_path / "schema.json").write_text(json.dumps(schema), encoding="utf-8")

    assert "is not a 'regex'" in complaints("--check-metaschema", tmp_path / "schema.json")


@pytest.mark.parametrize("example", GOOD, ids=_name)
def test_a_good_example_is_right_by_its_schema(example: Path) -> None:
    assert bool([*_errors(example)]) is (example.stem in IN_QUOTES)


@pytest.mark.parametrize(
    "example",
    [example for example in BAD if example.stem.partition("--")[0] in ABOUT_FIELDS],
    ids=_name,
)
def test_a_bad_field_is_refused_by_the_schema_too(example: Path) -> None:
    assert [*_errors(example)]


def _document(kind: Kind, fields: object) -> Document | None:
    """Write fields as a file and read it; JSON is YAML too."""
    text = json.dumps(fields, ensure_ascii=False) + "\n"
    place = PLACES[kind]
    found = spot_of(place)
    assert isinstance(found, Spot)
    if place.endswith(".md"):
        text = f"---\n{text}---\n"
    document, _ = document_of(text.encode(), place, found)
    return document


def _is_read(kind: Kind, fields: object) -> bool:
    document = _document(kind, fields)
    return document is not None and read_record(document)[1] == []


ODD: tuple[object, ...] = (
    None,
    "",
    [],
    {},
    -1,
    10**6,
    "x" * 301,
    "no id!",
    "17:30",
    "24:01",
    "2026-13-01",
    "a/b",
    ["a"],
)
"""Values that are right in few places."""


@given(kind=st.sampled_from([*PLACES]), data=st.data())
def test_a_schema_and_the_check_agree_on_right_and_on_odd_values(
    kind: Kind, data: st.DataObject
) -> None:
    validator = _validator(kind, Level.PUBLIC)
    fields = data.draw(values(validator.schema, validator.schema))
    assert _is_read(kind, fields)

    changed = copy.deepcopy(fields)
    *way, last = data.draw(st.sampled_from([*_places(fields)]))
    inner = changed
    for step in way:
        inner = inner[step]
    inner[last] = data.draw(st.sampled_from(ODD))

    errors = [*validator.iter_errors(changed)]

    if not _is_a_skill((*way, last)) and not any(map(_asks_for_quotes, errors)):
        assert _is_read(kind, changed) is (not errors)


def _places(value: object) -> Iterator[tuple[str | int, ...]]:
    inner = value.items() if isinstance(value, dict) else ()
    for key, item in enumerate(value) if isinstance(value, list) else inner:
        yield (key,)
        yield from ((key, *rest) for rest in _places(item))


def _is_a_skill(way: tuple[str | int, ...]) -> bool:
    """A label or an alias does as well as an id, which only the vocabulary can tell."""
    return bool({"skill", "skills"} & set(way))


def _asks_for_quotes(error: ValidationError) -> bool:
    """A number or null where a text belongs is read as a text."""
    if error.context:
        return any(map(_asks_for_quotes, error.context))
    wants = error.schema.get("type", "") if isinstance(error.schema, dict) else ""
    return type(error.instance) in {int, type(None)} and "string" in wants


def _properties(kind: Kind, readers: Level) -> set[str]:
    return set(_validator(kind, readers).schema["properties"])


def test_a_schema_holds_what_the_readers_of_a_file_may_know() -> None:
    public, members, private = (_properties(Kind.PARTICIPANT, level) for level in READERS)

    assert {"full_name", "team", "hours"} == members - public
    assert {"reports_to", "contact", "background"} == private - members
    assert public < members < private


def test_a_log_holds_the_facts_that_belong_there() -> None:
    def kinds(kind: Kind, readers: Level) -> set[str]:
        return {
            fact["properties"]["kind"]["const"]
            for fact in _validator(kind, readers).schema["$defs"].values()
            if "const" in fact.get("properties", {}).get("kind", {})
        }

    assert "confirmed" in kinds(Kind.PAIR_LOG, Level.PUBLIC)
    assert "completed" not in kinds(Kind.PAIR_LOG, Level.COORDINATORS)
    assert kinds(Kind.PERSON_LOG, Level.COORDINATORS) - kinds(Kind.PERSON_LOG, Level.PUBLIC) == {
        "vetoed",
        "answered",
        "rated",
        "concern",
        "concern-answered",
    }


def test_a_goal_for_the_pair_belongs_to_the_private_folder() -> None:
    def levels(readers: Level) -> list[str]:
        schema = _validator(Kind.GOAL, readers).schema
        return [*schema["$defs"]["Level"]["enum"]]

    assert levels(Level.PUBLIC) == ["public"]
    assert levels(Level.COORDINATORS) == ["public", "members", "pair", "coordinators"]


def test_a_private_file_adds_to_a_public_one() -> None:
    fields = {"schema": 1, "team": "Pilots"}

    assert [*_validator(Kind.PARTICIPANT, Level.COORDINATORS).iter_errors(fields)] == []
    assert [*_validator(Kind.PARTICIPANT, Level.PUBLIC).iter_errors(fields)] != []


@pytest.mark.parametrize("kind", PLACES)
def test_a_schema_describes_every_field(kind: Kind) -> None:
    def fields(schema: object) -> Iterator[Fields]:
        if isinstance(schema, dict):
            yield from schema.get("properties", {}).values()
            for part in schema.get("$defs", {}).values():
                yield from fields(part)

    described = [*fields(_validator(kind, Level.COORDINATORS).schema)]

    assert described
    assert all(field["description"].endswith(".") for field in described)


def test_a_private_field_says_so() -> None:
    schema = _validator(Kind.PARTICIPANT, Level.COORDINATORS).schema

    assert schema["properties"]["contact"]["description"] == (
        "How the organisers reach the person. For the organisers: it belongs to the private folder."
    )


def test_a_file_finds_its_schema_from_where_it_lies() -> None:
    line = editors_line(Kind.GOAL, PLACES[Kind.GOAL])

    assert line == (
        "# yaml-language-server: $schema=../../../../docs/reference/schemas/goal.json\n"
    )
