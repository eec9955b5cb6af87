"""Edits of records: what exactly is written, and what is refused."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentorgen.errors import CannotEditError
from mentorgen.loading.edits import (
    AppendEntry,
    Edit,
    RemoveEntry,
    RemoveField,
    ReplaceEntry,
    SetField,
    edited,
)
from mentorgen.loading.text import hidden_character
from mentorgen.loading.yaml_events import Value
from mentorgen.loading.yaml_source import parse_yaml
from mentorgen.model.ids import Kind

FACT: dict[str, Value] = {"on": "2026-04-01", "kind": "confirmed", "by": "ana"}


def _edited(text: str, *edits: Edit, kind: Kind = Kind.PARTICIPANT) -> str:
    return edited(text.encode(), edits, kind=kind).decode()


@pytest.mark.parametrize(
    ("log", "after"),
    [
        (
            "schema: 1\n",
            "schema: 1\nfacts:\n  - on: 2026-04-01\n    kind: confirmed\n    by: ana\n",
        ),
        ("schema: 1", "schema: 1\nfacts:\n  - on: 2026-04-01\n    kind: confirmed\n    by: ana"),
        ("facts: []\n", "facts:\n  - on: 2026-04-01\n    kind: confirmed\n    by: ana\n"),
        (
            "facts: [ ] # none\n",
            "facts: # none\n  - on: 2026-04-01\n    kind: confirmed\n    by: ana\n",
        ),
        ("facts:\n", "facts:\n  - on: 2026-04-01\n    kind: confirmed\n    by: ana\n"),
        ("facts: ~\n", "facts: [{on: 2026-04-01, kind: confirmed, by: ana}]\n"),
        ("{facts: []}\n", "{facts: [{on: 2026-04-01, kind: confirmed, by: ana}]}\n"),
        ("{facts: }\n", "{facts: [{on: 2026-04-01, kind: confirmed, by: ana}]}\n"),
        (
            "facts:\n- {on: 2026-03-01, kind: left}\n",
            "facts:\n- {on: 2026-03-01, kind: left}\n- {on: 2026-04-01, kind: confirmed, by: ana}\n",
        ),
        (
            "facts:\n  -  on: 2026-03-01\n     kind: left\n# end\n",
            (
                "facts:\n  -  on: 2026-03-01\n     kind: left\n"
                "  -  on: 2026-04-01\n     kind: confirmed\n     by: ana\n# end\n"
            ),
        ),
        (
            "facts:\n  -\n    on: 2026-03-01\n\n\n",
            (
                "facts:\n  -\n    on: 2026-03-01\n"
                "  - on: 2026-04-01\n    kind: confirmed\n    by: ana\n\n\n"
            ),
        ),
    ],
)
def test_a_fact_is_appended_to_a_log(log: str, after: str) -> None:
    assert _edited(log, AppendEntry(("facts",), FACT), kind=Kind.PERSON_LOG) == after


@pytest.mark.parametrize(
    ("text", "edit", "after"),
    [
        ("a: [x]\n", RemoveEntry(("a",), 0), "a: []\n"),
        ("a: [ x ]\n", RemoveEntry(("a",), 0), "a: []\n"),
        ("a: [x,]\n", RemoveEntry(("a",), 0), "a: []\n"),
        ("a: [ # c\n  x ]\n", RemoveEntry(("a",), 0), "a: [ # c\n   ]\n"),
        ("a: [x,\n  y]\n", RemoveEntry(("a",), 0), "a: [\n  y]\n"),
        ("a: [x, # c\n  y]\n", RemoveEntry(("a",), 1), "a: [x, # c\n  ]\n"),
        ("a: [x, y,\n  z]\n", RemoveEntry(("a",), 1), "a: [x,\n  z]\n"),
        ("a: # c\n  - x # d\n# e\nb: 1\n", RemoveEntry(("a",), 0), "a: [] # c\n# e\nb: 1\n"),
        ("a:\n  b: 1\n", RemoveField(("a", "b")), "a: {}\n"),
        ("a:\n  - b: 1\n", RemoveField(("a", 0, "b")), "a:\n  - {}\n"),
        ("a:\n  - b: 1 # c\n    d: 2\n", RemoveField(("a", 0, "b")), "a:\n  - d: 2\n"),
        ("a: 1\nb: |\n  x\n\n\nc: 1\n", RemoveField(("b",)), "a: 1\n\n\nc: 1\n"),
        ("a: {b: , c: 1}\n", SetField(("a", "b"), 2), "a: {b: 2, c: 1}\n"),
        ("a: {}\n", SetField(("a", "b"), "x, y"), "a: {b: 'x, y'}\n"),
        ("a: { }\n", SetField(("a", "b"), 1), "a: {b: 1}\n"),
        ("a: [ # c\n]\n", AppendEntry(("a",), "x"), "a: [ # c\nx]\n"),
        ("a: x\n", SetField(("a",), []), "a: []\n"),
        ("a: x\n", SetField(("a",), {"b": [1, True, None]}), "a: {b: [1, true, null]}\n"),
        ("a: []\n", SetField(("a",), {"b": {"c": "d"}}), "a:\n  b:\n    c: d\n"),
        ("a:\n- x\n- y\n", SetField(("a",), []), "a: []\n"),
        ("a:\n- x\n- y\nb: 1\n", SetField(("a",), {"b": 1}), "a: {b: 1}\nb: 1\n"),
        ("a:\n- - x\n  - y\n", ReplaceEntry(("a",), 0, ["z"]), "a:\n- - z\n"),
        ("a:\n- - x\n  - y\n", ReplaceEntry(("a",), 0, 5), "a:\n- 5\n"),
        ("a: |\n  x\n", SetField(("a",), "y\n"), "a: |\n  y\n"),
        ("a: >-\n  x\n\n  y\n", SetField(("a",), "p\nq"), "a: >-\n  p\n\n  q\n"),
        ("a: >-\n  x\n", SetField(("a",), "p\n - q"), "a: |-\n  p\n   - q\n"),
        ("a: |\n  x\n", SetField(("a",), " y\nz"), 'a: " y\\nz"\n'),
        ("a:  x # c\n", SetField(("a",), "y\nz"), "a:  |- # c\n  y\n  z\n"),
        ("a: x", SetField(("a",), "y\nz"), "a: |-\n  y\n  z"),
        ("a: x\n", SetField(("a",), "yes"), "a: yes\n"),
        ("a: x\n", SetField(("a",), "true"), "a: 'true'\n"),
        ("a: x\n", SetField(("a",), "12"), "a: '12'\n"),
        ("a: x\n", SetField(("a",), ""), "a: ''\n"),
        ("a: x\n", SetField(("a",), "it's: so"), "a: 'it''s: so'\n"),
        ("a: x\n", SetField(("a",), "a\tb"), "a: a\tb\n"),
        ("a: \xa0\nb: 1\n", SetField(("a",), []), "a: []\nb: 1\n"),
        ("a: x\n", SetField(("a",), "👩‍💻"), "a: 👩‍💻\n"),
        ("x:\n    - a\n", SetField(("b",), [1]), "x:\n    - a\nb:\n    - 1\n"),
        ("x:\n- a\n", SetField(("b",), {"c": 1}), "x:\n- a\nb:\n  c: 1\n"),
    ],
)
def test_an_edit_is_written_like_this(text: str, edit: Edit, after: str) -> None:
    assert _edited(text, edit) == after


def test_a_new_field_stands_where_the_documentation_has_it() -> None:
    text = "schema: 1\nname: Ana\nrole: mentor\n# how to call me\ngithub: example-ana\n"

    assert _edited(text, SetField(("line",), "Looms")) == (
        "schema: 1\nname: Ana\nrole: mentor\nline: Looms\n# how to call me\ngithub: example-ana\n"
    )


def test_several_edits_count_on_each_other() -> None:
    removed: list[Edit] = [RemoveEntry(("a",), 0), RemoveEntry(("a",), 0), AppendEntry(("a",), "z")]

    assert _edited("a: [x, y]\n", *removed) == "a: [z]\n"


@pytest.mark.parametrize(
    ("text", "edit", "message"),
    [
        ("a: 1\n", RemoveField(("b",)), "there is no b here that could be changed."),
        ("a: 1\n", SetField(("b", "c"), 1), "there is no b.c here that could be changed."),
        ("a: 1\n", SetField(("a", "c"), 1), "there is no a.c here that could be changed."),
        ("a: [1]\n", RemoveEntry(("a",), 1), "there is no a[1] here that could be changed."),
        ("a: [1]\n", RemoveField(("a", 0)), "there is no a[0] here that could be changed."),
        ("a: {b: 1}\n", RemoveEntry(("a",), 0), "there is no a[0] here that could be changed."),
        ("a: 1\n", AppendEntry(("a",), 1), "there is no a here that could be changed."),
        ("a: 1\n", RemoveField(("a",)), "a cannot be changed without a doubt; change it by hand."),
        (
            "a:\n  - b: 1\n    # of c\n    c: 1\n",
            RemoveField(("a", 0, "b")),
            "a[0].b cannot be changed without a doubt; change it by hand.",
        ),
        (
            "a: 1\na: 2\n",
            SetField(("a",), 1),
            "this file has 'a' twice; the first is on line 1. Keep one.",
        ),
        ("a: [1\n", SetField(("a",), 1), "this file cannot be read: "),
        ("a: 1\n", SetField(("a",), "x\u202ey"), "'x\\u202ey' cannot be written so"),
        ("a: 1\n", SetField(("b",), 10**20), "'100000000000000000000' cannot be written so"),
    ],
)
def test_what_leaves_a_doubt_is_refused(text: str, edit: Edit, message: str) -> None:
    with pytest.raises(CannotEditError) as caught:
        _edited(text, edit)

    assert str(caught.value).startswith(message)


@pytest.mark.parametrize(
    "edit",
    [
        SetField(("a",), "x" * 70_000),
        SetField(("b",), "x" * 70_000),
        SetField(("c",), [{"b": "x" * 70_000}]),
    ],
)
def test_a_file_does_not_grow_over_what_is_read(edit: Edit) -> None:
    with pytest.raises(CannotEditError, match=r"[abc] cannot be changed without a doubt"):
        _edited("a: 1\nc: []\n", edit)


def test_the_text_below_a_head_stays_as_it_is() -> None:
    note = "---\nkind: call\n---\n\nkind: call  \r\n---\nkind: call"

    after = _edited(note, SetField(("kind",), "chat"), kind=Kind.MEETING)

    assert after == "---\nkind: chat\n---\n\nkind: call  \r\n---\nkind: call"


WORDS = st.text(max_size=12).filter(lambda text: hidden_character(text) is None)
SCALARS = WORDS | st.integers(-(10**14), 10**14) | st.booleans() | st.none()
KEYS = st.text("abcdefg_-", min_size=1, max_size=5)
VALUES = st.recursive(
    SCALARS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=3),
    max_leaves=6,
)
RECORDS = st.dictionaries(KEYS, VALUES, min_size=2, max_size=4)


@st.composite
def _written(draw: st.DrawFn) -> tuple[str, dict[str, Any]]:
    """A record that was put together by edits, then given comments, line ends and blank lines."""
    record = draw(RECORDS)
    text = "start: 1\n"
    for key, value in record.items():
        text = _edited(text, SetField((key,), value))
    rows = []
    for row in text.split("\n"):
        is_field = row[:1].isalpha()
        rows += draw(st.sampled_from([[], ["# 織物"], [""]])) if is_field else []
        rows.append(row)
    ends = draw(st.sampled_from(["\n", "\r\n"]))
    return ends.join(rows), {"start": 1, **record}


@given(_written(), st.data())
def test_any_edit_of_any_record_reads_as_wanted_and_can_be_undone(
    written: tuple[str, dict[str, Any]], data: st.DataObject
) -> None:
    text, record = written
    assert parse_yaml(text).fields == record
    key = data.draw(st.sampled_from([*record]))
    value = data.draw(VALUES)

    changed = _edited(text, SetField((key,), value))
    grown = _edited(changed, SetField(("list",), [value]), AppendEntry(("list",), value))
    shrunk = _edited(grown, RemoveEntry(("list",), 0), RemoveField(("list",)))

    assert parse_yaml(changed).fields == {**record, key: value}
    assert parse_yaml(grown).fields == {**record, key: value, "list": [value, value]}
    assert shrunk == changed
