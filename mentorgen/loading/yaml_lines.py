"""The YAML that people write nearly always, read line by line: a shortcut past the YAML parser.

It knows fields, lists, values of one line and plain blocks of text, and nothing in which YAML's
rules are subtle. What it does not know it declines, and the parser reads the file; what it
reads means what it means to the parser.
"""

from functools import lru_cache

from mentorgen.loading.yaml_events import Value
from mentorgen.loading.yaml_line import Below, UnusualError, line_of

_DEEPEST = 12
"""Blocks inside each other; well below what the parser allows."""
_SHORT = 100
"""Characters of a line that is worth remembering, since it stands in many files: `role: mentor`."""
_NOWHERE = -1
_remembered = lru_cache(16_384)(line_of)


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
    fields, at = outline.fields, outline.column
    number, last = 0, len(lines)
    while number < last:
        written = lines[number]
        line = _remembered(written) if len(written) < _SHORT else line_of(written)
        number += 1
        if line is None:
            continue
        column, dash, key, value = line
        if dash or column != at:
            outline.turn_to(column, dash, key)
            fields, at = outline.fields, outline.column
        if key is None:
            outline.entries.append(_own(value))  # type: ignore[arg-type] # an entry never awaits
        elif key in fields:
            raise UnusualError
        elif type(value) is str:
            fields[key] = value
        elif isinstance(value, Below):
            number = outline.await_value(key, value, lines, number)
            at = outline.column
        else:
            fields[key] = _own(value)
    return outline.top


class _Outline:
    """The blocks that are open while lines come in, the innermost last, each with its column.

    `fields` is the map, `entries` the list to which the present line belongs; `column` is that of
    the map as long as lines there need no turn.
    """

    __slots__ = ("_key", "_open", "column", "entries", "fields", "top")

    def __init__(self) -> None:
        self.top: dict[str, Value] = {}
        self.fields = self.top
        self.entries: list[Value] = []
        self.column = 0
        self._open: list[tuple[int, list[Value] | None, dict[str, Value]]] = [(0, None, self.top)]
        self._key: str | None = None

    def turn_to(self, column: int, dash: int, key: str | None) -> None:
        """Find the block to which a line belongs, or begin the one that the field above it awaits."""
        last = self._open[-1][0]
        if self._key is not None and (column > last or (dash and column == last)):
            self._begin(column, self._key, is_list=dash > 0)
        else:
            self._leave(column, dash)
        self._key = None
        at, entries, fields = self._open[-1]
        if at != column or (entries is None) == (dash > 0):
            raise UnusualError
        if entries is None:
            self.fields, self.column = fields, column
            return
        self.entries, self.column = entries, _NOWHERE
        if key is not None:
            self.fields, self.column = {}, column + dash
            entries.append(self.fields)
            self._push(self.column, None, self.fields)

    def await_value(self, key: str, value: Below, lines: list[str], number: int) -> int:
        """Let a field have what stands below it; give the number of the line that comes next."""
        if value is Below.BLOCK:
            self.fields[key] = None
            self._key, self.column = key, _NOWHERE
            return number
        self.fields[key], number = _text_below(lines, number, self.column, value)
        return number

    def _begin(self, column: int, key: str, *, is_list: bool) -> None:
        entries: list[Value] | None = [] if is_list else None
        fields: dict[str, Value] = {}
        self.fields[key] = fields if entries is None else entries
        self._push(column, entries, fields)

    def _leave(self, column: int, dash: int) -> None:
        blocks = self._open
        at, entries, _ = blocks[-1]
        while at > column or (not dash and at == column and entries is not None):
            blocks.pop()
            at, entries, _ = blocks[-1]

    def _push(self, column: int, entries: list[Value] | None, fields: dict[str, Value]) -> None:
        if len(self._open) > _DEEPEST:
            raise UnusualError
        self._open.append((column, entries, fields))


def _own(value: Value) -> Value:
    """Give a document a list or a map of its own, since what a line says is shared."""
    return value.copy() if isinstance(value, (list, dict)) else value


def _text_below(lines: list[str], first: int, column: int, style: Below) -> tuple[str, int]:
    """Read a block of text below a field at `column`; give it with the number of the next line."""
    margin = _margin(lines[first] if first < len(lines) else "")
    if margin <= column:
        raise UnusualError
    number, inner, indent = first, [], " " * margin
    while number < len(lines) and (
        lines[number].startswith(indent) or not lines[number].strip(" ")
    ):
        inner.append(lines[number][margin:])
        number += 1
    if inner[-1] and number == len(lines):
        raise UnusualError
    return style.text(inner), number


def _margin(line: str) -> int:
    """Count the spaces before a line's text; none where there is no text."""
    return len(line) - len(line.lstrip(" ")) if line.strip(" ") else 0
