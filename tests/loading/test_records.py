import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from mentorgen.loading.documents import document_of
from mentorgen.loading.layout import SHELVES, Shelf, spot_of
from mentorgen.loading.records import read_record
from mentorgen.loading.shapes import shapes_of
from mentorgen.model.people import Participant
from mentorgen.model.record import Part, Record
from tests.repository_builder import ADA, SMALL, problem_lines

PERSON = "program/participants/ada.yaml"


def _read(text: str, path: str = PERSON) -> tuple[Record | None, list[str]]:
    spot = spot_of(path)
    assert spot is not None
    document, problems = document_of(text.encode(), path, spot)
    assert document is not None
    record, more = read_record(document)
    return record, [str(problem) for problem in (*problems, *more)]


def test_a_record_has_its_fields_and_those_of_its_path() -> None:
    record, problems = _read(ADA)

    assert problems == []
    assert isinstance(record, Participant)
    assert (record.slug, record.name, record.role) == ("ada", "Ada", "mentor")


def test_words_that_yaml_takes_for_something_else_are_texts_where_a_text_is_asked_for() -> None:
    record, problems = _read(
        "schema: 1\nname: True\nrole: mentor\ngithub: 12345\nline: 7\nlanguages: [no, en]\n"
        "consent: {version: 1, given: 2026-01-10}\nlinks: []\npronouns: 0\n"
    )

    assert problems == []
    assert isinstance(record, Participant)
    assert record.name == "True"
    assert (record.github, record.line, record.pronouns) == ("12345", "7", "0")
    assert record.languages == ("no", "en")


def test_words_deep_in_a_list_are_texts_too() -> None:
    record, problems = _read(
        "schema: 1\ntitle: 1\nset_on: 2026-03-02\nmilestones: [{name: 2}, {name: x}]\n",
        "program/goals/spring/ada-ben/patch.yaml",
    )

    assert problems == []
    assert record is not None
    assert [step["name"] for step in record.model_dump()["milestones"]] == ["2", "x"]


def test_a_fact_among_others_is_read_again_in_its_place() -> None:
    record, problems = _read(
        "schema: 1\nfacts:\n- {on: 2026-03-02, kind: resumed}\n"
        "- {on: 2026-03-02, kind: completed, module: 7}\n",
        "program/log/people/ada.yaml",
    )

    assert record is None
    assert problems == [
        (
            "program/log/people/ada.yaml:4:45: module '7' is no id. Ids are lower-case letters, "
            "digits and single hyphens. [id]"
        )
    ]


def test_other_mistakes_stay_when_words_become_texts() -> None:
    record, problems = _read("schema: 1\nname: True\nrole: boss\n")

    assert record is None
    assert problems == [
        f"{PERSON}:3:7: role must be 'mentor', 'mentee' or 'both', not 'boss'. [role]"
    ]


def test_an_empty_field_stays_empty() -> None:
    record, problems = _read("schema: 1\nname:\nrole: mentor\n")

    assert record is None
    assert problems == [f"{PERSON}:2:6: name is empty. Write something. [text]"]


def test_a_field_that_the_path_gives_is_not_given_again() -> None:
    record, problems = _read(f"{ADA}slug: eve\n")

    assert isinstance(record, Participant)
    assert record.slug == "ada"
    assert problems == [
        f"{PERSON}:5:1: 'slug' comes from the file's name; delete it here. [unknown-field]"
    ]


def test_a_day_in_a_name_must_exist(tmp_path: Path) -> None:
    slot = "program/slots/ada/2026-02-30.yaml"

    assert problem_lines(tmp_path, {**SMALL, slot: "schema: 1\ntimes: [{at: 9:00}]\n"}) == [
        (
            f"{slot}:1:1: on must be a date such as 2026-03-01, not '2026-02-30'. "
            "There is no such day. [date]"
        ),
    ]


ODD = ("~", "true", "7", "-1", "''", "zz", "[]", "[~]", "[7]", "{}", "{a: 1}", "[[]]", "[{}]")
PATHS = {
    shelf.kind: shelf.place.replace("<day>", "2026-03-01").replace("<number>", "")
    for shelf in SHELVES
}


@pytest.mark.parametrize("value", ODD)
@pytest.mark.parametrize("shelf", SHELVES, ids=lambda shelf: shelf.kind)
def test_no_value_of_any_field_is_left_without_a_sentence(shelf: Shelf, value: str) -> None:
    path = re.sub("<[a-z]+>", "x", PATHS[shelf.kind])
    head, tail = ("---\n", "---\n") if path.endswith(".md") else ("", "")
    for text in _texts(shelf.model, value):
        _, problems = _read(f"{head}{text}{tail}", path)
        assert [
            line for line in problems if not re.fullmatch(rf"{path}:\d+:\d+: .+ \[[a-z-]+\]", line)
        ] == []


def _texts(model: type[Part], value: str, depth: int = 0) -> Iterator[str]:
    """Give YAML in which one field of a model, or of a part of it, has the value."""
    for shape in shapes_of(model):
        yield f"{'{'}{shape.written}: {value}{'}'}\n"
        for part in shape.parts if depth < 3 else ():
            for inner in _texts(part, value, depth + 1):
                yield f"{'{'}{shape.written}: {inner.strip()}{'}'}\n"
                yield f"{'{'}{shape.written}: [{inner.strip()}]{'}'}\n"
