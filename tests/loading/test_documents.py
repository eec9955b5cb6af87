from dataclasses import replace

import pytest

from mentorgen.loading.documents import Document, document_of, merged
from mentorgen.loading.faults import Place
from mentorgen.loading.layout import spot_of
from mentorgen.loading.rules import Rule
from mentorgen.model.problems import Problem, Severity
from tests.repository_builder import MEETING

PERSON = "program/participants/ada.yaml"
LOG = "program/log/people/ada.yaml"
NOTES = "program/meetings/spring/ada-ben/2026-03-09.md"


def _read(text: str, path: str = PERSON) -> tuple[Document, list[Problem]]:
    spot = spot_of(path)
    assert spot is not None
    document, problems = document_of(text.encode(), path, spot)
    assert document is not None
    return document, problems


def _document(text: str, path: str = PERSON) -> Document:
    document, problems = _read(text, path)
    assert problems == []
    return document


def _hidden(text: str, path: str = PERSON) -> Document:
    name = path.replace("program/", "private/")
    return replace(_document(text, path), name=name, private=True)


def _merge(public: str, private: str, path: str = PERSON) -> tuple[Document, list[str]]:
    document, problems = merged(_document(public, path), _hidden(private, path))
    return document, [str(problem) for problem in problems]


def test_a_value_has_its_place() -> None:
    document = _document("a: 1\nb:\n  - c: 2\n")

    assert document.place(("b", 0, "c")) == Place(PERSON, 3, 8)
    assert document.key_place(("b", 0, "c")) == Place(PERSON, 3, 5)


@pytest.mark.parametrize("path", [("b", 1), ("b", 0, "d"), ("b", 0, "c", "d"), ("b", 9, "c")])
def test_what_is_not_written_points_at_the_nearest_thing(path: tuple[str | int, ...]) -> None:
    document = _document("a: 1\nb:\n  - c: 2\n")
    nearest = document.place(path)

    assert nearest in {Place(PERSON, 3, 3), Place(PERSON, 3, 5), Place(PERSON, 3, 8)}
    assert document.key_place(path) == nearest
    assert document.place(("z", "y")) == Place(PERSON, 1, 1)


@pytest.mark.parametrize(
    ("path", "written"),
    [
        ((), True),
        (("a",), True),
        (("b",), True),
        (("b", 0), True),
        (("b", 0, "c"), True),
        (("b", 1), False),
        (("b", "c"), False),
        (("z",), False),
        (("a", "z"), False),
        (("z", "y"), False),
    ],
)
def test_a_document_knows_what_is_written(path: tuple[str | int, ...], *, written: bool) -> None:
    assert _document("a:\nb: [{c: 2}]\n").has(path) is written


@pytest.mark.parametrize("letters", ["e\u0301", '"e\\u0301"'])
def test_a_letter_in_two_parts_is_read_as_one(letters: str) -> None:
    document, (problem,) = _read(f"a: [{letters}]\n")

    assert document.fields == {"a": ["\u00e9"]}
    assert (problem.rule, problem.severity) == (Rule.LETTERS_APART, Severity.WARNING)


def test_lines_that_end_in_two_ways_are_read() -> None:
    document, (problem,) = _read("a: 1\r\nb: 2\n")

    assert document.fields == {"a": 1, "b": 2}
    assert (problem.line, problem.rule, problem.severity) == (2, Rule.LINE_ENDS, Severity.WARNING)


def test_the_text_below_a_head_is_a_field() -> None:
    document = _document(MEETING, NOTES)

    assert document.fields["notes"] == "We talked about looms."
    assert document.place(("notes",)) == Place(NOTES, 2, 1)
    assert "notes" not in _document("---\nschema: 1\n---\n\n", NOTES).fields


def test_the_text_below_a_head_is_not_written_in_it() -> None:
    _, problems = _read("---\nnotes: Here.\n---\nAnd here.\n", NOTES)

    assert [str(problem) for problem in problems] == [
        f"{NOTES}:2:8: unknown field 'notes'; write this text below the head. [unknown-field]"
    ]


def test_a_private_file_adds_fields() -> None:
    document, problems = _merge(
        "schema: 1\nname: Ada\n", "schema: 1\nname: Ada\nteam: Looms\nid: 1\n"
    )

    assert problems == []
    assert document.fields == {"schema": 1, "name": "Ada", "team": "Looms", "id": 1}
    assert document.place(("team",)) == Place("private/participants/ada.yaml", 3, 7)
    assert document.key_place(("team",)) == Place("private/participants/ada.yaml", 3, 1)
    assert document.written(("id",)) == "1"
    assert [document.is_private((field,)) for field in ("schema", "name", "team", "none")] == [
        False,
        False,
        True,
        False,
    ]


def test_a_private_file_adds_facts_after_the_public_ones() -> None:
    document, problems = _merge(
        "facts:\n- {on: 1}\n- {on: 2}\n", "schema: 1\nfacts:\n- {on: 3}\n", LOG
    )

    assert problems == []
    assert document.fields["facts"] == [{"on": 1}, {"on": 2}, {"on": 3}]
    assert document.place(("facts", 1, "on")) == Place(LOG, 3, 8)
    assert document.place(("facts", 2, "on")) == Place("private/log/people/ada.yaml", 3, 8)
    assert document.written(("facts", 2, "on")) == "3"
    assert not document.is_private(("facts",))
    assert not document.is_private(("facts", 1))
    assert document.is_private(("facts", 2, "on"))


def test_a_private_file_overrides_nothing() -> None:
    document, problems = _merge(
        "schema: 1\nname: Ada\nfacts: 7\n", "schema: 1\nname: Eve\nfacts: []\n", LOG
    )

    assert document.fields == {"schema": 1, "name": "Ada", "facts": 7}
    assert problems == [
        (
            "private/log/people/ada.yaml:2:7: name is already given in "
            f"{LOG}:2 with another value; a private file only adds. Keep one of the two. "
            "[private-conflict]"
        ),
        (
            "private/log/people/ada.yaml:3:8: facts is already given in "
            f"{LOG}:3 with another value; a private file only adds. Keep one of the two. "
            "[private-conflict]"
        ),
    ]
    assert document.place(("facts", 0)) == Place(LOG, 3, 8)
