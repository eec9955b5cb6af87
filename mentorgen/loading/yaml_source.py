"""Strict YAML: plain maps, lists and scalars, with the position of every key and value.

Built on PyYAML's events, because its loaders resolve YAML 1.1 scalars, forget positions, expand
aliases and can be made to crash. No anchors, aliases, tags, merge keys, directives, second
documents or complex keys; at most 16 levels; YAML 1.2 scalars.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias

import yaml
from yaml.events import (
    AliasEvent,
    DocumentEndEvent,
    DocumentStartEvent,
    Event,
    MappingEndEvent,
    NodeEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)

from mentorgen.loading.faults import Fault, UnreadableError
from mentorgen.loading.yaml_messages import fault_of

Value: TypeAlias = "str | int | bool | list[Value] | dict[str, Value] | None"
Path: TypeAlias = tuple[str | int, ...]
"""The way from the top of a file to a value: field names and positions in lists, from 0."""
EventSource: TypeAlias = Callable[[], Event]
"""Gives PyYAML's events, one a call."""

DEEPEST = 16
_WHOLE_NUMBER = re.compile(r"0|-?[1-9][0-9]{0,14}")
_WORDS: dict[str, bool | None] = {
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
    **dict.fromkeys(("", "~", "null", "Null", "NULL")),
}


@dataclass(frozen=True, slots=True)
class Source:
    """What a file says: its fields, and where each value and each key stands (line, column)."""

    fields: dict[str, Value]
    values: dict[Path, tuple[int, int]]
    keys: dict[Path, tuple[int, int]]
    written: dict[Path, str]
    """The text of every unquoted scalar that YAML reads as something else than text."""
    faults: tuple[Fault, ...]


def event_source(text: str, *, fast: bool = yaml.__with_libyaml__) -> EventSource:
    """Open the text with libyaml's parser where there is one, else with the one in Python.

    Only the events of these loaders are used, never what they would construct.
    """
    loader = yaml.CBaseLoader(text) if fast else yaml.BaseLoader(text)
    return loader.get_event  # type: ignore[return-value] # None only after the stream's end


def parse_yaml(text: str, *, first_line: int = 1, events: EventSource | None = None) -> Source:
    """Read one YAML document whose top is a map.

    `first_line` is the line of the file on which the text begins.

    Raises:
        UnreadableError: the text is no such document; duplicate keys do not raise, they are `faults`.
    """
    builder = _Builder(events or event_source(text), first_line - 1)
    try:
        return builder.document()
    except yaml.MarkedYAMLError as error:
        raise UnreadableError(fault_of(error, text, first_line - 1)) from None


def scalar(text: str) -> str | int | bool | None:
    """Resolve an unquoted scalar: null, true, false, a decimal whole number, otherwise text."""
    if text in _WORDS:
        return _WORDS[text]
    return int(text) if _WHOLE_NUMBER.fullmatch(text) else text


class _Builder:
    """Turns events into values; one for each document."""

    def __init__(self, events: EventSource, lines_before: int) -> None:
        self._next = events
        self._lines_before = lines_before
        self._values: dict[Path, tuple[int, int]] = {}
        self._keys: dict[Path, tuple[int, int]] = {}
        self._written: dict[Path, str] = {}
        self._faults: list[Fault] = []

    def document(self) -> Source:
        self._next()
        start = self._next()
        if isinstance(start, DocumentStartEvent) and (start.version or start.tags):
            raise self._stop(start, "yaml-feature", "directives are not allowed; delete this line.")
        first = start if isinstance(start, StreamEndEvent) else self._next()
        if isinstance(first, StreamEndEvent) or _is_nothing(first):
            raise UnreadableError(
                Fault(1 + self._lines_before, 1, "empty-file", "this file is empty.")
            )
        top = self._value(first, ())
        if not isinstance(top, dict):
            raise self._stop(
                first, "map", "a record must be a map of fields, such as 'name: Ana Rivers'."
            )
        self._end()
        return Source(top, self._values, self._keys, self._written, tuple(self._faults))

    def _end(self) -> None:
        event = self._next()
        while isinstance(event, DocumentEndEvent):
            event = self._next()
        if not isinstance(event, StreamEndEvent):
            raise self._stop(
                event, "yaml-feature", "a second document is not allowed; delete it and its '---'."
            )

    def _value(self, event: Event, path: Path) -> Value:
        self._refuse_features(event)
        self._values[path] = self._at(event)
        if isinstance(event, ScalarEvent):
            return self._scalar(event, path)
        if len(path) >= DEEPEST:
            raise self._stop(event, "too-deep", f"nesting deeper than {DEEPEST}.")
        if isinstance(event, SequenceStartEvent):
            return self._list(path)
        return self._map(path)

    def _scalar(self, event: ScalarEvent, path: Path) -> Value:
        if not event.implicit[0]:
            return event.value
        value = scalar(event.value)
        if not isinstance(value, str):
            self._written[path] = event.value
        return value

    def _list(self, path: Path) -> list[Value]:
        items: list[Value] = []
        while not isinstance(event := self._next(), SequenceEndEvent):
            items.append(self._value(event, (*path, len(items))))
        return items

    def _map(self, path: Path) -> dict[str, Value]:
        fields: dict[str, Value] = {}
        while not isinstance(event := self._next(), MappingEndEvent):
            key = self._key(event)
            inner = (*path, key)
            if key in fields:
                self._duplicate(event, inner)
            self._keys.setdefault(inner, self._at(event))
            fields[key] = self._value(self._next(), inner)
        return fields

    def _key(self, event: Event) -> str:
        self._refuse_features(event)
        if not isinstance(event, ScalarEvent):
            raise self._stop(event, "yaml-feature", "only plain text keys are allowed.")
        return event.value

    def _duplicate(self, event: Event, path: Path) -> None:
        line, column = self._at(event)
        name = spelled(path)
        first = self._keys[path][0]
        self._faults.append(
            Fault(
                line,
                column,
                "duplicate-key",
                f"this file has {name!r} twice; the first is on line {first}. Keep one.",
            )
        )

    def _refuse_features(self, event: Event) -> None:
        if isinstance(event, AliasEvent):
            raise self._stop(
                event, "yaml-feature", "aliases are not allowed; write the value itself."
            )
        if isinstance(event, NodeEvent) and event.anchor:
            raise self._stop(event, "yaml-feature", "anchors are not allowed; delete the '&' word.")
        if getattr(event, "tag", None):
            raise self._stop(event, "yaml-feature", "tags are not allowed; delete the '!' word.")

    def _at(self, event: Event) -> tuple[int, int]:
        mark = event.start_mark
        return mark.line + 1 + self._lines_before, mark.column + 1  # type: ignore[union-attr]

    def _stop(self, event: Event, rule: str, message: str) -> UnreadableError:
        line, column = self._at(event)
        return UnreadableError(Fault(line, column, rule, message))


def _is_nothing(event: Event) -> bool:
    return isinstance(event, ScalarEvent) and event.implicit[0] and not event.value


def spelled(path: Path) -> str:
    """Write a path as people would: offers[0].level."""
    text = ""
    for step in path:
        text += f"[{step}]" if isinstance(step, int) else f".{step}" if text else step
    return text
