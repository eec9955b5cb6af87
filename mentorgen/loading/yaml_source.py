"""Strict YAML: plain maps, lists and scalars, read without surprises.

Built on PyYAML's events, because its loaders resolve YAML 1.1 scalars, forget positions, expand
aliases and can be made to crash. No anchors, aliases, tags, merge keys, directives, second
documents or complex keys; at most 16 levels; YAML 1.2 scalars.
"""

import yaml
from yaml.events import (
    AliasEvent,
    DocumentEndEvent,
    DocumentStartEvent,
    Event,
    MappingEndEvent,
    MappingStartEvent,
    NodeEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)

from mentorgen.loading.faults import Fault, UnreadableError
from mentorgen.loading.rules import Rule
from mentorgen.loading.text import hidden_character
from mentorgen.loading.values import light
from mentorgen.loading.yaml_events import LIBYAML, EventSource, Value, event_source, scalar
from mentorgen.loading.yaml_lines import read_lines
from mentorgen.loading.yaml_messages import fault_of, slip_in_field
from mentorgen.loading.yaml_places import Places

DEEPEST = 16


@light
class Source:
    """What a file says, and the way to the place of each thing it says."""

    fields: dict[str, Value]
    places: Places
    faults: tuple[Fault, ...]


def parse_yaml(text: str, *, first_line: int = 1, fast: bool = LIBYAML) -> Source:
    """Read one YAML document whose top is a map.

    `first_line` is the line of the file on which the text begins; `fast` asks for libyaml's parser
    instead of the one in Python.

    Raises:
        UnreadableError: the text is no such document; duplicate keys do not raise, they are `faults`.
    """
    fields = read_lines(text) if fast else None
    if fields is not None:
        return Source(fields, Places(text, first_line, fast), ())
    builder = _Builder(event_source(text, fast=fast), first_line)
    try:
        fields = builder.document()
    except yaml.MarkedYAMLError as error:
        raise UnreadableError(fault_of(error, text, first_line - 1)) from None
    places = Places(text, first_line, fast)
    return Source(fields, places, tuple(places.repeated()) if builder.has_repeated_keys else ())


class _Builder:
    """Turns events into values; one for each document."""

    def __init__(self, events: EventSource, first_line: int) -> None:
        self.has_repeated_keys = False
        self._next = events
        self._first_line = first_line

    def document(self) -> dict[str, Value]:
        self._next()
        start = self._next()
        if isinstance(start, DocumentStartEvent) and (start.version or start.tags):
            raise self._stop(
                start, Rule.YAML_FEATURE, "directives are not allowed; delete this line."
            )
        first = start if isinstance(start, StreamEndEvent) else self._next()
        if isinstance(first, StreamEndEvent) or _is_nothing(first):
            raise UnreadableError(
                Fault(
                    self._first_line,
                    1,
                    Rule.EMPTY_FILE,
                    "this file is empty. Begin with 'schema: 1'.",
                )
            )
        top = self._value(first, 0)
        if not isinstance(top, dict):
            raise self._no_map(first)
        self._end()
        return top

    def _no_map(self, event: Event) -> UnreadableError:
        """Say why a file that is no map is none: often its first field lacks a space."""
        is_plain = isinstance(event, ScalarEvent) and event.implicit[0]
        slip = slip_in_field(event.value) if is_plain else None  # type: ignore[attr-defined]
        message = "a record must be a map of fields, such as 'name: Ana Rivers'."
        column, (rule, words) = slip or (0, (Rule.MAP, message))
        return self._stop(event, rule, words, after=column)

    def _end(self) -> None:
        event = self._next()
        while isinstance(event, DocumentEndEvent):
            event = self._next()
        if not isinstance(event, StreamEndEvent):
            raise self._stop(
                event,
                Rule.YAML_FEATURE,
                "a second document is not allowed; delete it and its '---'.",
            )

    def _value(self, event: Event, depth: int) -> Value:
        if isinstance(event, ScalarEvent):
            text = self._text(event)
            return scalar(text) if event.implicit[0] else text
        self._refuse_features(event)
        if depth >= DEEPEST:
            raise self._stop(event, Rule.TOO_DEEP, f"nesting deeper than {DEEPEST}.")
        if isinstance(event, SequenceStartEvent):
            return self._list(depth + 1)
        return self._map(depth + 1)

    def _list(self, depth: int) -> list[Value]:
        items: list[Value] = []
        while not isinstance(event := self._next(), SequenceEndEvent):
            items.append(self._value(event, depth))
        return items

    def _map(self, depth: int) -> dict[str, Value]:
        fields: dict[str, Value] = {}
        while not isinstance(event := self._next(), MappingEndEvent):
            if not isinstance(event, ScalarEvent):
                self._refuse_features(event)
                raise self._stop(event, Rule.YAML_FEATURE, "only plain text keys are allowed.")
            key = self._text(event)
            if key in fields:
                self.has_repeated_keys = True
            fields[key] = self._value(self._next(), depth)
        return fields

    def _text(self, event: ScalarEvent) -> str:
        """Give a scalar's text; an escape in quotes hides as much as the character itself."""
        if event.anchor or event.tag:
            self._refuse_features(event)
        if event.style == '"' and not event.value.isprintable():
            hidden = hidden_character(event.value)
            if hidden is not None:
                raise self._stop(event, Rule.HIDDEN_CHARACTER, hidden[1])
        return event.value

    def _refuse_features(self, event: Event) -> None:
        if isinstance(event, AliasEvent):
            raise self._stop(
                event, Rule.YAML_FEATURE, "aliases are not allowed; write the value itself."
            )
        if isinstance(event, NodeEvent) and event.anchor:
            raise self._stop(
                event, Rule.YAML_FEATURE, "anchors are not allowed; delete the '&' word."
            )
        if isinstance(event, (ScalarEvent, SequenceStartEvent, MappingStartEvent)) and event.tag:
            raise self._stop(event, Rule.YAML_FEATURE, "tags are not allowed; delete the '!' word.")

    def _stop(self, event: Event, rule: Rule, message: str, *, after: int = 0) -> UnreadableError:
        line, column = event.start_mark.line, event.start_mark.column  # type: ignore[union-attr]
        return UnreadableError(Fault(line + self._first_line, column + after + 1, rule, message))


def _is_nothing(event: Event) -> bool:
    return isinstance(event, ScalarEvent) and event.implicit[0] and not event.value
