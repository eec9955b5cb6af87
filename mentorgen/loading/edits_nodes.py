"""Where every value of a YAML text begins and ends, counted in characters from its start."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import yaml
from yaml.events import (
    Event,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)
from yaml.tokens import BlockEntryToken, FlowEntryToken, ValueToken

from mentorgen.loading.yaml_events import LIBYAML, EventSource, Path, event_source

SPACE = " \t\r\n"
"""What YAML takes for space; other spaces, such as one that does not break, are words."""
_COMMENT = re.compile(r"[ \t]*(?:#[^\r\n]*)?(?:\r?\n|$)")
_MARKS = (BlockEntryToken, FlowEntryToken, ValueToken)


@dataclass(frozen=True, slots=True)
class Node:
    """A value; `style` is a scalar's mark (such as | or a quote), '{' and '[' stand for collections.

    `end` lies behind the last character that is written of it, before any comment.
    """

    start: int
    end: int
    style: str
    in_brackets: bool = False
    entries: "tuple[Entry, ...]" = ()

    @property
    def is_collection(self) -> bool:
        """A map or a list."""
        return self.style in {"{", "["}


@dataclass(frozen=True, slots=True)
class Entry:
    """A field of a map or an entry of a list.

    `start` is where its key, its dash or (in brackets) itself begins; `slot` is right behind the
    colon or the dash, where a value could begin.
    """

    start: int
    slot: int
    key: str | None
    value: Node


@dataclass(frozen=True)
class Layout:
    """A text with its nodes."""

    text: str
    top: Node
    commas: tuple[int, ...]

    def way(self, path: Path) -> list[Entry]:
        """Follow a path as far as there are entries along it."""
        node, way = self.top, []
        for step in path:
            entry = _named(node, step)
            if entry is None:
                break
            way.append(entry)
            node = entry.value
        return way

    def parent(self, way: Sequence[Entry]) -> Node:
        """Give the map or list in which the last entry of a way stands."""
        return way[-2].value if len(way) > 1 else self.top

    def behind(self, entry: Entry, until: int) -> int:
        """Give the place behind an entry and the comma that follows it before `until`."""
        at = bisect_left(self.commas, entry.value.end)
        has_comma = at < len(self.commas) and self.commas[at] < until
        return self.commas[at] + 1 if has_comma else entry.value.end

    def line_start(self, index: int) -> int:
        """Give the first character of a line."""
        return self.text.rfind("\n", 0, index) + 1

    def line_end(self, index: int) -> int:
        """Give the first character of the next line."""
        found = self.text.find("\n", index)
        return found + 1 if found >= 0 else len(self.text)

    def opens_line(self, index: int) -> bool:
        """Tell whether only spaces stand before a place on its line."""
        return not self.text[self.line_start(index) : index].strip(" \t")

    def closes_line(self, index: int) -> bool:
        """Tell whether only a comment stands behind a place on its line."""
        return _COMMENT.match(self.text, index) is not None

    def column(self, index: int) -> int:
        """Count the characters before a place on its line."""
        return index - self.line_start(index)

    def line_break(self, index: int) -> str:
        """Give the line break of the line of a place, or of the one above where that has none."""
        end = self.line_end(index)
        if not self.text[:end].endswith("\n"):
            end = self.text.rfind("\n") + 1
        return "\r\n" if self.text[:end].endswith("\r\n") else "\n"


def layout_of(text: str, *, fast: bool = LIBYAML) -> Layout:
    """Measure a text that has been read as a map without errors; `fast` asks for libyaml's parser."""
    dashes, commas, colons = _marks(text, fast=fast)
    events = event_source(text, fast=fast)
    while not isinstance(event := events(), MappingStartEvent):
        continue
    return Layout(text, _Surveyor(text, events, dashes, colons).node(event), tuple(commas))


def _marks(text: str, *, fast: bool) -> tuple[list[int], list[int], list[int]]:
    """List where dashes, commas and colons stand that mean something."""
    loader = yaml.CBaseLoader if fast else yaml.BaseLoader
    found: dict[type, list[int]] = {kind: [] for kind in _MARKS}
    for token in yaml.scan(text, Loader=loader):
        if isinstance(token, _MARKS):
            found[type(token)].append(token.start_mark.index)
    return found[BlockEntryToken], found[FlowEntryToken], found[ValueToken]


class _Surveyor:
    """Turns events into nodes; one for each text."""

    def __init__(
        self, text: str, events: EventSource, dashes: list[int], colons: list[int]
    ) -> None:
        self._text = text
        self._next = events
        self._dashes = dashes
        self._colons = colons

    def node(self, event: Event) -> Node:
        if isinstance(event, MappingStartEvent):
            return self._collection("{", event, self._fields())
        if isinstance(event, SequenceStartEvent):
            return self._collection("[", event, self._items(in_brackets=event.flow_style is True))
        start, end = _span(event)
        written = self._text[start:end].rstrip(SPACE)
        style = event.style if isinstance(event, ScalarEvent) else None
        return Node(start, start + len(written), style or "")

    def _collection(
        self, style: str, event: MappingStartEvent | SequenceStartEvent, entries: Iterator[Entry]
    ) -> Node:
        start, _ = _span(event)
        inner = tuple(entries)
        if event.flow_style:
            return Node(start, self._last, style, in_brackets=True, entries=inner)
        return Node(start, inner[-1].value.end, style, entries=inner)

    def _fields(self) -> Iterator[Entry]:
        while isinstance(event := self._advance(), ScalarEvent):
            start, end = _span(event)
            value = self.node(self._advance())
            at = bisect_left(self._colons, end)
            has_colon = at < len(self._colons) and self._colons[at] < value.start
            slot = self._colons[at] + 1 if has_colon else value.start
            yield Entry(start, slot, event.value, value)

    def _items(self, *, in_brackets: bool) -> Iterator[Entry]:
        while not isinstance(event := self._advance(), SequenceEndEvent):
            value = self.node(event)
            if in_brackets:
                yield Entry(value.start, value.start, None, value)
            else:
                dash = self._dashes[bisect_left(self._dashes, value.start) - 1]
                yield Entry(dash, dash + 1, None, value)

    def _advance(self) -> Event:
        event = self._next()
        self._last = _span(event)[1]
        return event


def _span(event: Event) -> tuple[int, int]:
    return event.start_mark.index, event.end_mark.index  # type: ignore[union-attr] # always given


def _named(node: Node, step: str | int) -> Entry | None:
    """Find one entry of a collection: a field by its name, an entry of a list by its number."""
    if isinstance(step, int):
        is_there = node.style == "[" and 0 <= step < len(node.entries)
        return node.entries[step] if is_there else None
    return next((entry for entry in node.entries if entry.key == step), None)
