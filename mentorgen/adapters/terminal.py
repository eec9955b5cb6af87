"""What every command says on a terminal: progress on standard error, and no stray control."""

import sys
from collections.abc import Iterable, Iterator, Sequence
from typing import TypeVar

import click

T = TypeVar("T")

FEWEST_TO_FOLLOW = 300
"""Fewer things than this are done within a second: no bar."""


def follow(items: Sequence[T], *, what: str) -> Iterable[T]:
    """Show a bar on a terminal while the items are worked through, if they are many."""
    if len(items) < FEWEST_TO_FOLLOW or not sys.stderr.isatty():
        return items
    return _followed(items, what)


def _followed(items: Sequence[T], what: str) -> Iterator[T]:
    with click.progressbar(items, label=what, file=sys.stderr) as bar:
        yield from bar


def visible(text: str) -> str:
    """Write characters that would steer a terminal so that they can be seen instead."""
    return "".join(
        character
        if character.isprintable() or character == "\n"
        else character.encode("unicode_escape").decode("ascii")
        for character in text
    )
