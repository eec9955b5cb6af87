"""Answers on a terminal or in a pipe: tables that fit its width, colours where they are wanted."""

from collections.abc import Iterable
from contextlib import AbstractContextManager, nullcontext
from typing import assert_never

from rich.console import Console
from rich.table import Table as RichTable
from rich.text import Text

from mentorgen.adapters.environment import columns
from mentorgen.adapters.terminal import visible
from mentorgen.output.report import Block, Folded, Heading, Letter, Paragraph, Table, Verbatim

WIDTH_OF_A_PIPE = 120
"""A pipe has no width of its own: so wide unless COLUMNS says otherwise."""


def answers() -> Console:
    """Open standard output, for answers."""
    return _console(stderr=False)


def talk() -> Console:
    """Open standard error, for everything that is not the answer."""
    return _console(stderr=True)


def _console(*, stderr: bool) -> Console:
    console = Console(stderr=stderr, highlight=False, emoji=False, markup=False, soft_wrap=True)
    if not console.is_terminal:
        console.width = columns() or WIDTH_OF_A_PIPE
    return console


def busy(what: str) -> AbstractContextManager[object]:
    """Say on a terminal what goes on until it is done."""
    console = talk()
    return console.status(what) if console.is_terminal else nullcontext()


def show(console: Console, blocks: Iterable[Block]) -> None:
    """Print the blocks of a report with a blank line between them."""
    for number, block in enumerate(blocks):
        if number:
            console.print()
        match block:
            case Heading(text, _):
                console.print(Text(visible(text), style="bold"))
            case Paragraph(text) | Letter(text):
                console.print(Text(visible(text)), soft_wrap=False)
            case Verbatim():
                console.print(Text(visible(block.text)))
            case Folded(title, inside):
                show(console, (Heading(title, depth=1), *inside))
            case Table():
                console.print(_table(block), soft_wrap=False)
            case _:
                assert_never(block)


def _table(block: Table) -> RichTable:
    table = RichTable(box=None, pad_edge=False, header_style="bold", padding=(0, 2, 0, 0))
    for index, column in enumerate(block.columns):
        right = index in block.numbers
        table.add_column(
            column, justify="right" if right else "left", no_wrap=right, overflow="fold"
        )
    for row in block.rows:
        table.add_row(*(Text(visible(cell)) for cell in row))
    return table
