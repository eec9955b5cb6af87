"""The YAML that people write nearly always, read line by line: a shortcut past the YAML parser.

It knows fields, lists, values of one line and plain blocks of text, and nothing in which YAML's
rules are subtle. What it does not know it declines, and the parser reads the file; what it
reads means what it means to the parser.
"""

from functools import lru_cache
from typing import TypeAlias

from mentorgen.loading.yaml_events import Value
from mentorgen.loading.yaml_line import Below, UnusualError, line_of

_DEEPEST = 12
"""Blocks inside each other; well below what the parser allows."""
_SHORT = 100
"""Characters of a line that is worth remembering, since it stands in many files: `role: mentor`."""
_NOWHERE = -1
_remembered = lru_cache(16_384)(line_of)

_Block: TypeAlias = "list[Value] | dict[str, Value]"


def read_lines(text: str) -> dict[str, Value] | None:
    """Read a text that passed the byte gate; None where a parser is needed."""
    if "\t" in text or "\r" in text:
        return None
    try:
        return _read(text.split("\n")) or None
    except UnusualError:
        return None


def _read(lines: list[str]) -> dict[str, Value]:
    outline = _Outline()
    number, last = 0, len(lines)
    while number < last:
        written = lines[number]
        line = _remembered(written) if len(written) < _SHORT else line_of(written)
        number += 1
        if line is None:
            continue
        column, dash, key, value = line
        if dash or column != outline.column:
            outline.turn_to(column, dash, key)
        if key is None:
            outline.entries.append(_own(value))  # type: ignore[arg-type] # an entry never awaits
        elif key in outline.fields:
            raise UnusualError
        elif isinstance(value, str):
            outline.fields[key] = value
        elif isinstance(value, Below):
            number = outline.await_value(key, value, lines, number)
        else:
            outline.fields[key] = _own(value)
    return outline.top


class _Outline:
    """The blocks that are open while lines come in, the innermost last, each with its column.

    `fields` is the map, `entries` the list to which the present line belongs; `column` is that of
    the map as long as lines there need no turn.
    """

    __slots__ = ("_blocks", "_columns", "_key", "column", "entries", "fields", "top")

    def __init__(self) -> None:
        self.top: dict[str, Value] = {}
        self.fields = self.top
        self.entries: list[Value] = []
        self.column = 0
        self._columns = [0]
        self._blocks: list[_Block] = [self.top]
        self._key: str | None = None

    def turn_to(self, column: int, dash: int, key: str | None) -> None:
        """Find the block to which a line belongs, or begin the one that the field above it awaits."""
        is_entry = dash > 0
        if self._key is not None and column + is_entry > self._columns[-1]:
            self._begin(column, is_list=is_entry)
        else:
            self._leave(column, is_entry=is_entry)
        self._key = None
        block = self._blocks[-1]
        if self._columns[-1] != column or isinstance(block, list) != is_entry:
            raise UnusualError
        self.column = column
        if isinstance(block, dict):
            self.fields = block
        else:
            self.entries, self.column = block, _NOWHERE
            if key is not None:
                self.fields = {}
                block.append(self.fields)
                self.column = column + dash
                self._open(self.column, self.fields)

    def await_value(self, key: str, value: Below, lines: list[str], number: int) -> int:
        """Let a field have what stands below it; give the number of the line that comes next."""
        if value is Below.BLOCK:
            self.fields[key] = None
            self._key, self.column = key, _NOWHERE
            return number
        self.fields[key], number = _text_below(lines, number, self.column, value)
        return number

    def _begin(self, column: int, *, is_list: bool) -> None:
        block: _Block = [] if is_list else {}
        self.fields[str(self._key)] = block
        self._open(column, block)

    def _leave(self, column: int, *, is_entry: bool) -> None:
        columns, blocks = self._columns, self._blocks
        while columns[-1] > column or (
            columns[-1] == column and not is_entry and isinstance(blocks[-1], list)
        ):
            columns.pop()
            blocks.pop()

    def _open(self, column: int, block: _Block) -> None:
        if len(self._columns) > _DEEPEST:
            raise UnusualError
        self._columns.append(column)
        self._blocks.append(block)


def _own(value: Value) -> Value:
    """Give a document a list or a map of its own, since what a line says is shared."""
    return value.copy() if isinstance(value, (list, dict)) else value


def _text_below(lines: list[str], first: int, column: int, style: Below) -> tuple[str, int]:
    """Read a block of text below a field at `column`; give it with the number of the next line."""
    margin = _margin(lines[first] if first < len(lines) else "")
    if margin <= column:
        raise UnusualError
    number, inner = first, []
    while number < len(lines) and (
        not lines[number].strip(" ") or _margin(lines[number]) >= margin
    ):
        inner.append(lines[number][margin:])
        number += 1
    if inner[-1] and number == len(lines):
        raise UnusualError
    return style.text(inner), number


def _margin(line: str) -> int:
    """Count the spaces before a line's text; none where there is no text."""
    return len(line) - len(line.lstrip(" ")) if line.strip(" ") else 0
