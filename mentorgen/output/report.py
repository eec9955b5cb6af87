"""An answer to a question about a program, before anybody decides how to print it."""

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias, assert_never

from mentorgen.output.neutral import neutral, neutral_in_html

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

Json: TypeAlias = "str | int | bool | Sequence[Json] | Mapping[str, Json] | None"


_TOP = 3
"""Reports are read below titles of two levels: a job's summary, or what a workflow writes around them."""


@dataclass(frozen=True, slots=True)
class Heading:
    """The name of what follows; `depth` 1 is a part of what has the heading before it of depth 0."""

    text: str
    depth: int = 0


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


@dataclass(frozen=True, slots=True)
class Letter:
    """A message as somebody would get it: Markdown in which people's own words do nothing."""

    text: str


@dataclass(frozen=True, slots=True)
class Verbatim:
    """Lines as they stand in a file or as a command prints them; none is ever broken."""

    lines: "Sequence[str]"

    @property
    def text(self) -> str:
        """The lines, indented: by that they are told from what is said of them, in Markdown too."""
        return "\n".join(f"    {line}" for line in self.lines)


@dataclass(frozen=True, slots=True)
class Folded:
    """Details under a line of their own: on GitHub they open with a click, elsewhere they stand open."""

    title: str
    blocks: "tuple[Block, ...]"


Block: TypeAlias = Heading | Paragraph | Table | Letter | Verbatim | Folded


@dataclass(frozen=True, slots=True)
class Report:
    """What a reading command answers: blocks for people, `data` for programs."""

    blocks: tuple[Block, ...]
    data: Json


def as_json(report: Report) -> str:
    """Write the data of a report, with stable order and indent, and nothing that a workflow's log obeys."""
    text = json.dumps(report.data, ensure_ascii=False, indent=2)
    return text.replace("##[", r"##\u005b")


def as_markdown(report: Report) -> str:
    """Write a report for a job summary or a comment on GitHub."""
    return "\n\n".join(_markdown(block) for block in report.blocks) + "\n"


def _markdown(block: Block) -> str:
    match block:
        case Heading(text, depth):
            return f"{'#' * (_TOP + depth)} {neutral(text)}"
        case Paragraph(text):
            return neutral(text)
        case Letter(text):
            return "\n".join(f"> {line}".rstrip() for line in text.split("\n"))
        case Verbatim():
            return block.text
        case Folded(title, blocks):
            inside = "\n\n".join(map(_markdown, blocks))
            return (
                f"<details>\n<summary>{neutral_in_html(title)}</summary>\n\n{inside}\n\n</details>"
            )
        case Table(columns, rows, numbers):
            rule = ["--:" if index in numbers else "---" for index in range(len(columns))]
            lines = [columns, tuple(rule), *(tuple(map(neutral, row)) for row in rows)]
            return "\n".join(f"| {' | '.join(line)} |" for line in lines)
        case _:
            assert_never(block)
