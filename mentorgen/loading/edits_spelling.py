"""How a value is written into a YAML file: in quotes only where it would be read as something else."""

import json
from collections.abc import Iterator

from mentorgen.errors import CannotEditError
from mentorgen.loading.faults import UnreadableError
from mentorgen.loading.spelling import shown
from mentorgen.loading.text import hidden_character
from mentorgen.loading.yaml_events import Value
from mentorgen.loading.yaml_source import parse_yaml


def in_line(value: Value, *, in_brackets: bool = False) -> str:
    """Write a value on one line; inside brackets more words need quotes.

    Raises:
        CannotEditError: the value holds a character that hides something, or too many digits.
    """
    if isinstance(value, dict):
        inner = ", ".join(
            f"{in_line(key, in_brackets=True)}: {in_line(item, in_brackets=True)}"
            for key, item in value.items()
        )
        return f"{{{inner}}}"
    if isinstance(value, list):
        return f"[{', '.join(in_line(item, in_brackets=True) for item in value)}]"
    around = "value: [{}]\n" if in_brackets else "value: {}\n"
    wanted: Value = [value] if in_brackets else value
    spellings = (text for text in _spellings(value) if _read(around.format(text)) == (wanted,))
    text = next(spellings, None)
    if text is None:
        raise CannotEditError(f"{shown(value)} cannot be written so that it is read as it is.")
    return text


def in_lines(value: Value) -> list[str]:
    """Write a value over several lines, the first of which needs no indent; scalars take one line."""
    if isinstance(value, dict) and value:
        return [line for key, item in value.items() for line in field_lines(key, item)]
    if isinstance(value, list) and value:
        return [line for item in value for line in entry_lines(item)]
    return [in_line(value)]


def field_lines(key: str, value: Value, *, indent: str = "  ") -> list[str]:
    """Write a field of a map over as many lines as it needs."""
    name = in_line(key)
    if isinstance(value, str) and (block := block_lines(value, "|")):
        return [f"{name}: {block[0]}", *_indented(block[1:], indent)]
    if value and isinstance(value, (dict, list)):
        return [f"{name}:", *_indented(in_lines(value), indent)]
    return [f"{name}: {in_line(value)}"]


def entry_lines(value: Value, *, gap: str = " ") -> list[str]:
    """Write an entry of a list, with so many spaces after its dash as others have."""
    first, *others = in_lines(value)
    return [f"-{gap}{first}", *_indented(others, f" {gap}")]


def block_lines(text: str, style: str) -> list[str]:
    """Write a text of several lines as a block: its mark (| or >) and lines without indent.

    Gives nothing for a text that a block cannot hold or that needs none.
    """
    lines = text.rstrip("\n").split("\n")
    ends = len(text) - len(text.rstrip("\n"))
    if "\n" not in text or lines[0][:1] in {"", " ", "\t"} or ends > 1:
        return []
    mark = style if ends else f"{style}-"
    if style == ">":
        lines = "\n\n".join(lines).split("\n")
    block = [mark, *lines]
    written = "\n".join([f"value: {mark}", *_indented(lines, "  ")]) + "\n"
    return block if _read(written) == (text,) else []


def _indented(lines: list[str], indent: str) -> list[str]:
    return [indent + line if line else "" for line in lines]


def _spellings(value: Value) -> Iterator[str]:
    if isinstance(value, str):
        if hidden_character(value):
            return
        if "\n" not in value:
            yield value
            yield "'" + value.replace("'", "''") + "'"
        yield json.dumps(value, ensure_ascii=False)
    else:
        yield json.dumps(value)


def _read(text: str) -> tuple[Value, ...]:
    """Read the only field of a text; nothing where it is no YAML."""
    try:
        fields = parse_yaml(text).fields
    except UnreadableError:
        return ()
    return tuple(fields.values())
