"""What one line of YAML says, for the lines that need no parser."""

import re
from collections.abc import Iterator
from enum import Enum
from typing import TypeAlias

from mentorgen.loading.yaml_events import Value, scalar

_LINE = re.compile(r"( *)((?:- +)?)(?:([A-Za-z_][A-Za-z0-9_-]{0,99}):(?: +|$))?(.*)")
_PLAIN = re.compile(r"[^\W_][^:#]*(?:(?::(?=[^ ])|(?<=[^ ])#)[^:#]*)*(?<! )")
_QUOTED = r"\"([^\"\\]*)\"|'([^']*)'"
_ONLY_QUOTED = re.compile(_QUOTED)
_ITEM = rf"(?:([^\W_](?:[\w +./@()-]|:(?=\w))*(?<! ))|{_QUOTED}) *(?:,|$)"
_ENTRY = re.compile(rf" *{_ITEM}")
_BREAKS = re.compile("\n+")
_FIELD = re.compile(rf" *([A-Za-z_][A-Za-z0-9_-]{{0,99}}): +{_ITEM}")


class Below(Enum):
    """What stands in a line whose value follows below: fields or entries, or a text in one of its styles."""

    BLOCK = ""
    LITERAL = "|"
    LITERAL_STRIPPED = "|-"
    FOLDED = ">"
    FOLDED_STRIPPED = ">-"

    def text(self, lines: list[str]) -> str:
        """Make a text of its lines, of which the first is not empty.

        Raises:
            UnusualError: spaces stand where they would change how the lines are joined.
        """
        folds = self in (Below.FOLDED, Below.FOLDED_STRIPPED)
        strips = self in (Below.LITERAL_STRIPPED, Below.FOLDED_STRIPPED)
        for line in lines:
            if line and (not line.strip(" ") or (folds and line != line.strip(" "))):
                raise UnusualError
        text = "\n".join(lines).rstrip("\n")
        if folds:
            text = _BREAKS.sub(lambda breaks: breaks[0][1:] or " ", text)
        return text if strips else f"{text}\n"


Line: TypeAlias = tuple[int, int, str | None, "Value | Below"]
"""A line's column, the width of its mark of a list's entry, its field's name, and the value."""

_BELOW = {below.value: below for below in Below}


class UnusualError(Exception):
    """This text needs the parser."""


def line_of(text: str) -> Line | None:
    """Take a line apart; None where it is empty or a comment.

    Raises:
        UnusualError: the line needs the parser.
    """
    indent, dash, key, rest = _LINE.fullmatch(text).groups()  # type: ignore[union-attr] # fits every line
    if not dash and key is None:
        if rest and rest[0] != "#":
            raise UnusualError
        return None
    written = "" if rest.startswith("#") else rest
    below = _BELOW.get(written) if key is not None else None
    return len(indent), len(dash), key, below or _value(written)


def _value(text: str) -> Value:
    return scalar(text) if _PLAIN.fullmatch(text) else _marked(text)


def _marked(text: str) -> Value:
    """Read a value with quotes, brackets or a comment, which begins at the first ' #' outside of quotes."""
    for written in (text, text.partition(" #")[0].rstrip(" ")):
        if _PLAIN.fullmatch(written):
            return scalar(written)
        if quoted := _ONLY_QUOTED.fullmatch(written):
            return quoted[1] or quoted[2] or ""
        if written[:1] + written[-1:] == "[]":
            return [*_entries(written[1:-1])]
        if written[:1] + written[-1:] == "{}":
            return _fields(written[1:-1])
    raise UnusualError


def _entries(text: str) -> Iterator[Value]:
    for plain, *quoted in _items(_ENTRY, text):
        yield scalar(plain) if plain else "".join(quoted)


def _fields(text: str) -> dict[str, Value]:
    fields: dict[str, Value] = {}
    for key, plain, *quoted in _items(_FIELD, text):
        if key in fields:
            raise UnusualError
        fields[key] = scalar(plain) if plain else "".join(quoted)
    return fields


def _items(pattern: re.Pattern[str], text: str) -> Iterator[tuple[str, ...]]:
    """Split the inside of a bracket at its commas."""
    end, inside = 0, text.rstrip(" ")
    while end < len(inside):
        found = pattern.match(inside, end)
        if found is None:
            raise UnusualError
        yield found.groups("")
        end = found.end()
