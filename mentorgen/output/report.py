"""An answer to a question about a program, before anybody decides how to print it."""

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

Json: TypeAlias = "str | int | bool | Sequence[Json] | Mapping[str, Json] | None"


@dataclass(frozen=True, slots=True)
class Heading:
    """The name of what follows."""

    text: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A sentence or a few; `text` has no line breaks of its own."""

    text: str


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under column names; `numbers` are the columns (from 0) that are set to the right."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    numbers: frozenset[int] = frozenset()


Block: TypeAlias = Heading | Paragraph | Table


@dataclass(frozen=True, slots=True)
class Report:
    """What a reading command answers: blocks for people, `data` for programs."""

    blocks: tuple[Block, ...]
    data: Json


def as_json(report: Report) -> str:
    """Write the data of a report, with stable order and indent."""
    return json.dumps(report.data, ensure_ascii=False, indent=2)


def as_markdown(report: Report) -> str:
    """Write a report for a job summary or a comment on GitHub."""
    return "\n\n".join(_markdown(block) for block in report.blocks) + "\n"


def _markdown(block: Block) -> str:
    match block:
        case Heading(text):
            return f"### {_inline(text)}"
        case Paragraph(text):
            return _inline(text)
        case Table(columns, rows, numbers):
            rule = ["--:" if index in numbers else "---" for index in range(len(columns))]
            lines = [columns, tuple(rule), *(tuple(map(_inline, row)) for row in rows)]
            return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def _inline(text: str) -> str:
    """Keep people's text from becoming markup, a mention or a link to an issue."""
    for character in "\\`*_{}[]<>|":
        text = text.replace(character, f"\\{character}")
    return text.replace("@", "@\u200b").replace("#", "#\u200b").replace("\n", " ")
