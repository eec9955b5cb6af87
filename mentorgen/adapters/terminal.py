"""The terminal: tables that fit its width, colours where they are wanted, progress bars."""

from collections.abc import Iterable, Sequence
from contextlib import AbstractContextManager, nullcontext
from typing import TypeVar, assert_never

from rich.console import Console
from rich.progress import track
from rich.table import Table as RichTable
from rich.text import Text

from mentorgen.output.report import Block, Heading, Letter, Paragraph, Table

T = TypeVar("T")

WIDTH_OF_A_PIPE = 120
FEWEST_TO_FOLLOW = 300
"""Fewer things than this are done within a second: no bar."""


def answers() -> Console:
    """Open standard output, for answers."""
    return _console(stderr=False)


def talk() -> Console:
    """Open standard error, for everything that is not the answer."""
    return _console(stderr=True)


def _console(*, stderr: bool) -> Console:
    console = Console(stderr=stderr, highlight=False, emoji=False, markup=False, soft_wrap=True)
    if not console.is_terminal:
        console.width = WIDTH_OF_A_PIPE
    return console


def follow(items: Sequence[T], *, what: str) -> Iterable[T]:
    """Show a bar on a terminal while the items are worked through, if they are many."""
    console = talk()
    if len(items) < FEWEST_TO_FOLLOW or not console.is_terminal:
        return items
    return track(items, description=what, console=console, transient=True)


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
            case Heading(text):
                console.print(Text(visible(text), style="bold"))
            case Paragraph(text) | Letter(text):
                console.print(Text(visible(text)), soft_wrap=False)
            case Table():
                console.print(_table(block), soft_wrap=False)
            case _:
                assert_never(block)


def _table(block: Table) -> RichTable:
    table = RichTable(box=None, pad_edge=False, header_style="bold", padding=(0, 2, 0, 0))
    for index, column in enumerate(block.columns):
        right = index in block.numbers
        table.add_column(column, justify="right" if right else "left", no_wrap=right)
    for row in block.rows:
        table.add_row(*(Text(visible(cell)) for cell in row))
    return table


def visible(text: str) -> str:
    """Write characters that would steer a terminal so that they can be seen instead."""
    return "".join(
        character
        if character.isprintable() or character == "\n"
        else character.encode("unicode_escape").decode("ascii")
        for character in text
    )
