"""Every edit in 150 files as people write them: only the wanted lines change, and it reads as wanted."""

from collections.abc import Callable
from copy import deepcopy
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Any

import pytest

from mentorgen.loading.documents import BODY_FIELDS
from mentorgen.loading.edits import (
    AppendEntry,
    Edit,
    RemoveEntry,
    RemoveField,
    ReplaceEntry,
    SetField,
    edited,
)
from mentorgen.loading.edits_nodes import Node, layout_of
from mentorgen.loading.markdown_source import head_span, parse_markdown
from mentorgen.loading.text import decode
from mentorgen.loading.yaml_events import Value
from mentorgen.loading.yaml_source import parse_yaml
from tests.programs.styles import Written, written_files

FILES = written_files()
LONG = "First: a line # with marks\n\n- and 織物 more\nand the last.\n"
FACT: dict[str, Value] = {"on": "2026-04-01", "kind": "paused", "until": "2026-05-01", "by": "ana"}

Fields = dict[str, Any]


@dataclass(frozen=True)
class Case:
    """An edit, the marks of the lines that may change or go, and what it means among values."""

    edit: Edit
    marks: str
    change: Callable[[Fields], object]


def _set(name: str, value: object) -> Callable[[Fields], object]:
    return lambda fields: fields.__setitem__(name, value)


def _other_language(index: int) -> Case:
    def change(fields: Fields) -> None:
        fields["languages"][index] = "de"

    return Case(ReplaceEntry(("languages",), index, "de"), f"lang{index}", change)


def _one_language_less(index: int) -> Case:
    def change(fields: Fields) -> None:
        del fields["languages"][index]

    return Case(RemoveEntry(("languages",), index), f"lang{index}", change)


CASES = (
    Case(SetField(("name",), "Bea Park"), "name", _set("name", "Bea Park")),
    Case(SetField(("name",), "Bea: # Park"), "name", _set("name", "Bea: # Park")),
    Case(
        SetField(("name",), 'O\'Brien, "Bo" 日本🧵'), "name", _set("name", 'O\'Brien, "Bo" 日本🧵')
    ),
    Case(SetField(("called",), "17"), "called", _set("called", "17")),
    Case(SetField(("called",), None), "called", _set("called", None)),
    Case(SetField(("line",), "Short"), "line", _set("line", "Short")),
    Case(SetField(("line",), LONG), "line", _set("line", LONG)),
    Case(SetField(("line",), LONG.strip()), "line", _set("line", LONG.strip())),
    Case(RemoveField(("called",)), "called", lambda fields: fields.pop("called")),
    Case(RemoveField(("line",)), "line", lambda fields: fields.pop("line")),
    Case(RemoveField(("name",)), "name", lambda fields: fields.pop("name")),
    Case(
        RemoveField(("languages",)),
        "languages lang0 lang1 lang2",
        lambda fields: fields.pop("languages"),
    ),
    Case(
        SetField(("languages",), ["de"]), "languages lang0 lang1 lang2", _set("languages", ["de"])
    ),
    Case(SetField(("pronouns",), "she/her"), "last", _set("pronouns", "she/her")),
    Case(SetField(("about",), LONG), "last", _set("about", LONG)),
    Case(SetField(("links",), ["https://b.example"]), "last", _set("links", ["https://b.example"])),
    Case(
        AppendEntry(("links",), "https://b.example"), "last", _set("links", ["https://b.example"])
    ),
    Case(
        AppendEntry(("languages",), "de"),
        "lang2 last",
        lambda fields: fields["languages"].append("de"),
    ),
    Case(
        AppendEntry(("languages",), "zh, hant"),
        "lang2 last",
        lambda fields: fields["languages"].append("zh, hant"),
    ),
    *(_other_language(index) for index in range(3)),
    *(_one_language_less(index) for index in range(3)),
    Case(AppendEntry(("facts",), FACT), "fact1 last", lambda fields: fields["facts"].append(FACT)),
    Case(RemoveEntry(("facts",), 0), "fact0", lambda fields: fields["facts"].pop(0)),
    Case(RemoveEntry(("facts",), 1), "fact1", lambda fields: fields["facts"].pop(1)),
    Case(
        ReplaceEntry(("facts",), 0, FACT),
        "fact0",
        lambda fields: fields["facts"].__setitem__(0, FACT),
    ),
    Case(
        SetField(("facts", 0, "by"), "ben"),
        "by0",
        lambda fields: fields["facts"][0].__setitem__("by", "ben"),
    ),
    Case(RemoveField(("facts", 0, "by")), "by0", lambda fields: fields["facts"][0].pop("by")),
    Case(RemoveField(("facts", 0, "kind")), "kind0", lambda fields: fields["facts"][0].pop("kind")),
    Case(
        SetField(("facts", 0, "version"), 2),
        "by0 fact0",
        lambda fields: fields["facts"][0].__setitem__("version", 2),
    ),
    Case(
        SetField(("style", "feedback"), "gentle"),
        "feedback",
        lambda fields: fields["style"].__setitem__("feedback", "gentle"),
    ),
    Case(
        SetField(("style", "contact"), "calls"),
        "structure last",
        lambda fields: fields["style"].__setitem__("contact", "calls"),
    ),
    Case(
        RemoveField(("style", "structure")),
        "structure",
        lambda fields: fields["style"].pop("structure"),
    ),
)


def test_there_are_150_files_and_more() -> None:
    assert len({file.content for file in FILES}) >= 150


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_an_edit_changes_only_the_wanted_lines(file: Written) -> None:
    before, body = _read(file.content, file)
    for case in CASES:
        wanted = deepcopy(before)
        case.change(wanted)

        after = edited(file.content, [case.edit], kind=file.kind)

        assert _read(after, file) == (wanted, body), case.edit
        assert [*_read(after, file)[0]] == _order(wanted, after, file), case.edit
        assert _unwanted(file, after, frozenset(case.marks.split())) == [], (
            case.edit,
            after.decode(),
        )
        if not _takes_lines_out(case.edit):
            assert _notes(file, after) >= _notes(file, file.content), (case.edit, after.decode())
        assert _line_ends(after) <= _line_ends(file.content), (case.edit, after)
        assert after.startswith(b"\xef\xbb\xbf") == file.content.startswith(b"\xef\xbb\xbf")


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_a_list_can_be_emptied_and_filled_again(file: Written) -> None:
    before, body = _read(file.content, file)

    emptied = edited(file.content, [RemoveEntry(("facts",), 0)] * 2, kind=file.kind)
    filled = edited(emptied, [AppendEntry(("facts",), FACT)] * 2, kind=file.kind)

    assert _read(emptied, file) == ({**before, "facts": []}, body)
    assert _read(filled, file) == ({**before, "facts": [FACT, FACT]}, body)
    marks = frozenset({"facts", "fact0", "fact1", "last"})
    assert _unwanted(file, emptied, marks) == []
    assert _unwanted(file, filled, marks) == []


@pytest.mark.parametrize(
    "file", [file for file in FILES if not file.name.startswith("tabs")], ids=lambda file: file.name
)
def test_both_parsers_find_values_at_the_same_places(file: Written) -> None:
    """The one in Python takes no tab before a comment: such a file is not read there at all."""
    text = decode(file.content)
    head = text[head_span(text)] if file.kind in BODY_FIELDS else text

    assert _spans(layout_of(head, fast=False).top) == _spans(layout_of(head, fast=True).top)


def _spans(node: Node) -> list[tuple[int, int] | None]:
    """List where everything begins and ends; nothing can be seen here or there."""
    own = (node.start, node.end) if node.start < node.end else None
    return [own, *(span for entry in node.entries for span in _spans(entry.value))]


def _read(content: bytes, file: Written) -> tuple[Fields, str]:
    text = decode(content)
    if file.kind in BODY_FIELDS:
        source, body = parse_markdown(text)
        return source.fields, body
    return parse_yaml(text).fields, ""


def _takes_lines_out(edit: Edit) -> bool:
    """Comments inside a list or a map go with it."""
    return isinstance(edit, RemoveField | RemoveEntry) or (
        isinstance(edit, SetField | ReplaceEntry) and isinstance(edit.value, list | dict)
    )


def _order(wanted: Fields, after: bytes, file: Written) -> list[str]:
    """Old fields keep their order; a new one may stand anywhere."""
    return (
        [*wanted] if len(wanted) <= len(_read(file.content, file)[0]) else [*_read(after, file)[0]]
    )


def _line_ends(content: bytes) -> set[bytes]:
    return {b"\r\n" if line.endswith(b"\r") else b"\n" for line in content.split(b"\n")[:-1]}


def _notes(file: Written, content: bytes) -> int:
    return content.decode().count(f"# {file.note}")


def _unwanted(file: Written, after: bytes, marks: frozenset[str]) -> list[str]:
    """List the old lines that changed or went though they hold none of the wanted values."""
    old, new = file.lines(), after.decode("utf-8-sig").splitlines(keepends=True)
    if file.name.startswith("brackets that wrap"):
        marks |= {"lang0", "feedback", "kind0"}
    return [
        old[line]
        for tag, first, last, _, _ in SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
        if tag in {"replace", "delete"}
        for line in range(first, last)
        if not file.marks[line] & marks
    ]
