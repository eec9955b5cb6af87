"""The reference of every command: what it does, and its options."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class CommandPage:
    """One command: how it is typed, what its help says, and its options with their meaning."""

    name: str
    usage: str
    help: str
    options: Sequence[tuple[str, str]]


def commands_page(pages: Iterable[CommandPage]) -> str:
    """Write the reference of all commands as Markdown."""
    return "\n".join(_INTRODUCTION + [line for page in pages for line in _section(page)])


_INTRODUCTION = [
    "# Commands",
    "",
    "The answer of a command goes to standard output; everything else that it says goes to standard error. It ends with",
    "0 if all is well, 1 if the program has problems, 2 if it was typed wrongly, 3 if mentorgen itself is broken, 4 if",
    "the same command may go through later, and 130 if it was stopped.",
    "",
]


def _section(page: CommandPage) -> Iterator[str]:
    yield from (f"## {page.name}", "", "```text", page.usage, "```", "", page.help, "")
    yield from ("| option | meaning |", "|---|---|")
    yield from (f"| `{_cell(option)}` | {_cell(text)} |" for option, text in page.options)
    yield ""


def _cell(text: str) -> str:
    """Write a text for a table, in which a bar would begin another column."""
    return " ".join(text.replace("|", " or ").split())
