"""Where every key and value of a YAML text stands, found when somebody asks.

Nobody asks while all is well, and keeping positions would make reading twice as slow.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

from yaml.events import (
    Event,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from mentorgen.loading.faults import Fault
from mentorgen.loading.rules import Rule
from mentorgen.loading.spelling import shown
from mentorgen.loading.yaml_events import LIBYAML, EventSource, Path, event_source, scalar

Position = tuple[int, int]


@dataclass(slots=True)
class _Marks:
    values: dict[Path, Position] = field(default_factory=dict)
    keys: dict[Path, Position] = field(default_factory=dict)
    written: dict[Path, str] = field(default_factory=dict)
    repeated: list[tuple[Path, Position]] = field(default_factory=list)


@dataclass(frozen=True)
class Places:
    """The places (line, column) in a text that has been read as a map without errors.

    `first_line` is the line of the file on which the text begins.
    """

    text: str
    first_line: int = 1
    fast: bool = LIBYAML

    def of_value(self, path: Path) -> Position | None:
        """Find where a value stands, if it is written."""
        return self._marks.values.get(path)

    def of_key(self, path: Path) -> Position | None:
        """Find where a field's name stands; of two, the first."""
        return self._marks.keys.get(path)

    def written(self, path: Path) -> str | None:
        """Give the text of an unquoted scalar that YAML reads as something else than text."""
        return self._marks.written.get(path)

    def repeated(self) -> Iterator[Fault]:
        """Yield a fault for every key that stands twice in one map."""
        for path, (line, column) in self._marks.repeated:
            first, _ = self._marks.keys[path]
            yield Fault(
                line,
                column,
                Rule.DUPLICATE_KEY,
                f"this file has {shown(spelled(path))} twice; the first is on line {first}. Keep one.",
            )

    @cached_property
    def _marks(self) -> _Marks:
        events = event_source(self.text, fast=self.fast)
        while not isinstance(event := events(), MappingStartEvent):
            continue
        return _Surveyor(events, self.first_line).marks(event)


class _Surveyor:
    """Notes positions along a text; one for each text."""

    def __init__(self, events: EventSource, first_line: int) -> None:
        self._next = events
        self._first_line = first_line
        self._marks = _Marks()

    def marks(self, top: Event) -> _Marks:
        self._value(top, ())
        return self._marks

    def _value(self, event: Event, path: Path) -> None:
        self._marks.values[path] = self._at(event)
        if isinstance(event, MappingStartEvent):
            self._map(path)
        elif isinstance(event, SequenceStartEvent):
            self._list(path)
        elif isinstance(event, ScalarEvent) and event.implicit[0]:
            self._plain(event.value, path)

    def _map(self, path: Path) -> None:
        seen = set()
        while isinstance(event := self._next(), ScalarEvent):
            inner = (*path, event.value)
            if inner in seen:
                self._marks.repeated.append((inner, self._at(event)))
            seen.add(inner)
            self._marks.keys.setdefault(inner, self._at(event))
            self._value(self._next(), inner)

    def _list(self, path: Path) -> None:
        index = 0
        while not isinstance(event := self._next(), SequenceEndEvent):
            self._value(event, (*path, index))
            index += 1

    def _plain(self, text: str, path: Path) -> None:
        if not isinstance(scalar(text), str):
            self._marks.written[path] = text

    def _at(self, event: Event) -> Position:
        mark = event.start_mark
        return mark.line + self._first_line, mark.column + 1  # type: ignore[union-attr]


def spelled(path: Path) -> str:
    """Write a path as people would: offers[0].level."""
    text = ""
    for step in path:
        text += f"[{step}]" if isinstance(step, int) else f".{step}" if text else step
    return text
