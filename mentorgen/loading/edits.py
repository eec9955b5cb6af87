"""Changing a record without touching anything else in its file: one value, at its place.

Comments, quotes, order, blank lines and line ends stay as their author left them. Each change is
read back before it counts: exactly the wanted value may differ, otherwise nothing is changed.
"""

import json
from collections.abc import Iterable, Iterator
from copy import deepcopy
from dataclasses import dataclass
from typing import TypeAlias, assert_never

from mentorgen.errors import CannotEditError
from mentorgen.loading.documents import BODY_FIELDS
from mentorgen.loading.edits_nodes import layout_of
from mentorgen.loading.edits_splices import with_entry, with_field, with_value, without
from mentorgen.loading.faults import UnreadableError
from mentorgen.loading.layout import SHELVES
from mentorgen.loading.markdown_source import head_span
from mentorgen.loading.shapes import fields_at
from mentorgen.loading.text import BOM, decode
from mentorgen.loading.yaml_events import Path, Value
from mentorgen.loading.yaml_places import spelled
from mentorgen.loading.yaml_source import parse_yaml
from mentorgen.model.ids import Kind


@dataclass(frozen=True, slots=True)
class SetField:
    """Give a field a value; one that is missing is added to its map, which must be there."""

    path: Path
    value: Value


@dataclass(frozen=True, slots=True)
class RemoveField:
    """Take a field out, with its value and the comment on its line."""

    path: Path


@dataclass(frozen=True, slots=True)
class AppendEntry:
    """Add an entry at the end of a list, such as a fact to a log; a missing list is begun."""

    path: Path
    value: Value


@dataclass(frozen=True, slots=True)
class ReplaceEntry:
    """Put another entry in the place of one; entries count from 0."""

    path: Path
    index: int
    value: Value


@dataclass(frozen=True, slots=True)
class RemoveEntry:
    """Take an entry out of a list, with the comment on its line; a list without any is `[]`."""

    path: Path
    index: int


Edit: TypeAlias = SetField | RemoveField | AppendEntry | ReplaceEntry | RemoveEntry


def edited(content: bytes, edits: Iterable[Edit], *, kind: Kind) -> bytes:
    """Apply edits to the bytes of a record, one after the other: each counts on those before it.

    Raises:
        CannotEditError: the file cannot be read, or an edit asks for a place that is not there or
            cannot be made without a doubt.
    """
    for edit in edits:
        content = _edited(content, edit, kind)
    return content


def _edited(content: bytes, edit: Edit, kind: Kind) -> bytes:
    record = _read(content, kind)
    wanted = _changed(record.fields, edit)
    for candidate in _candidates(record, edit, kind):
        after = record.with_head(candidate)
        if _says(after, wanted, record.behind, kind):
            return after
    raise CannotEditError(
        f"{spelled(_place(edit))} cannot be changed without a doubt; change it by hand."
    )


@dataclass(frozen=True, slots=True)
class _Record:
    """The bytes of a record taken apart: only its YAML can be edited."""

    before: str
    head: str
    behind: str
    fields: dict[str, Value]

    def with_head(self, head: str) -> bytes:
        return (self.before + head + self.behind).encode()


def _read(content: bytes, kind: Kind) -> _Record:
    try:
        text = decode(content)
        span = head_span(text) if kind in BODY_FIELDS else slice(0, len(text))
        source = parse_yaml(text[span])
    except UnreadableError as error:
        raise CannotEditError(f"this file cannot be read: {error.fault.message}") from None
    if source.faults:
        raise CannotEditError(source.faults[0].message)
    mark = BOM if content.startswith(BOM.encode()) else ""
    return _Record(mark + text[: span.start], text[span], text[span.stop :], source.fields)


def _says(content: bytes, wanted: Value, behind: str, kind: Kind) -> bool:
    """Tell whether a file reads as wanted, with nothing else below its head."""
    try:
        record = _read(content, kind)
    except CannotEditError:
        return False
    return _exactly(record.fields) == _exactly(wanted) and record.behind == behind


def _exactly(value: Value) -> str:
    """Write a value so that 1 and true differ, as they do not in Python."""
    return json.dumps(value, sort_keys=True)


def _candidates(record: _Record, edit: Edit, kind: Kind) -> Iterator[str]:
    layout, path = layout_of(record.head), _place(edit)
    is_there = len(layout.way(path)) == len(path)
    match edit:
        case RemoveField() | RemoveEntry():
            return without(layout, path)
        case AppendEntry(value=value) if is_there:
            return with_entry(layout, path, value)
        case SetField(value=value) | ReplaceEntry(value=value) if is_there:
            return with_value(layout, path, value)
        case _:
            value = [edit.value] if isinstance(edit, AppendEntry) else edit.value
            return with_field(layout, path, value, before=_before(path, kind))


def _before(path: Path, kind: Kind) -> tuple[str, ...]:
    """List the fields that the format puts before one at the top of a record."""
    (model,) = (shelf.model for shelf in SHELVES if shelf.kind is kind)
    names = fields_at(model, ()) if len(path) == 1 else ()
    return names[: names.index(str(path[0]))] if path[0] in names else ()


def _changed(fields: dict[str, Value], edit: Edit) -> Value:
    """Make the change among values, which tells what the file must say afterwards."""
    copy = deepcopy(fields)
    *way, last = _place(edit)
    holder: Value = copy
    for step in way:
        holder = _inner(holder, step, edit)
    match edit:
        case SetField(value=value) if isinstance(holder, dict):
            holder[str(last)] = value
        case RemoveField() | RemoveEntry() | ReplaceEntry() | AppendEntry():
            _change_inside(holder, last, edit)
        case _:
            raise _not_there(edit)
    return copy


def _change_inside(
    holder: Value, last: str | int, edit: RemoveField | RemoveEntry | ReplaceEntry | AppendEntry
) -> None:
    if isinstance(edit, AppendEntry) and isinstance(holder, dict):
        entries = holder.get(str(last)) or []
        if isinstance(entries, list):
            holder[str(last)] = [*entries, edit.value]
            return
    _inner(holder, last, edit)
    match edit:
        case RemoveField() if isinstance(holder, dict):
            del holder[str(last)]
        case RemoveEntry(index=index) if isinstance(holder, list):
            del holder[index]
        case ReplaceEntry(index=index, value=value) if isinstance(holder, list):
            holder[index] = value
        case _:
            raise _not_there(edit)


def _inner(holder: Value, step: str | int, edit: Edit) -> Value:
    if isinstance(holder, dict) and step in holder:
        return holder[str(step)]
    if isinstance(holder, list) and isinstance(step, int) and 0 <= step < len(holder):
        return holder[step]
    raise _not_there(edit)


def _not_there(edit: Edit) -> CannotEditError:
    return CannotEditError(f"there is no {spelled(_place(edit))} here that could be changed.")


def _place(edit: Edit) -> Path:
    match edit:
        case SetField(path) | RemoveField(path) | AppendEntry(path):
            return path
        case ReplaceEntry(path, index) | RemoveEntry(path, index):
            return (*path, index)
        case _:
            assert_never(edit)
