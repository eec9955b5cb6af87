"""What GitHub reads of a step of a workflow: its log, in which a line can be a command, and its summary."""

import os
import re
import stat
import sys
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from io import TextIOWrapper, UnsupportedOperation
from pathlib import Path
from typing import TextIO

import click

SUMMARY = "GITHUB_STEP_SUMMARY"
MOST_BYTES = 1024 * 1024
"""What GitHub takes as the summary of a step; of a longer one it shows nothing."""
_CUT = b"\n\nThere is more than fits here; the log of this step has all of it.\n"

_UNSEEN = (
    "\x00-\t\x0b\x0c\x0e-\x1f\x7f-\x9f\u00ad\u034f\u061c\u180b-\u180f\u200b-\u200f\u202a-\u202e"
    "\u2060-\u206f\ufe00-\ufe0f\ufeff"
)
"""Comparisons of texts may pass over these as if they were not there."""
_AT_START = re.compile(rf"(\A|[\r\n])([\s{_UNSEEN}]*):(?=[{_UNSEEN}]*:)")
_ANYWHERE = re.compile(rf"(#[{_UNSEEN}]*#[{_UNSEEN}]*)\[")


def harmless(text: str) -> str:
    r"""Put a backslash into what the runner of a workflow obeys: `::` that begins a line, and `##[` anywhere.

    Both stand in the runner's own source, as `TryParseV2` and `TryParse` of `ActionCommand`.
    """
    return _ANYWHERE.sub(r"\1\\[", _AT_START.sub(r"\1\2\\:", text))


class _Log(TextIOWrapper):
    """A stream in which people's words are never commands."""

    def write(self, text: str, /) -> int:
        """Write text that the runner prints and does not obey."""
        super().write(harmless(text))
        return len(text)

    def command(self, line: str) -> None:
        """Write a line that the runner shall obey."""
        super().write(f"{line}\n")


@contextmanager
def safe_log(environment: Mapping[str, str]) -> Iterator[None]:
    """Let nothing that is printed command the runner of a workflow; elsewhere all is printed as it is.

    What goes into a file is no log, and stays as it is, too.
    """
    if environment.get("GITHUB_ACTIONS") != "true":
        yield
        return
    with (
        _guarded(sys.stdout) as out,
        _guarded(sys.stderr) as err,
        redirect_stdout(out),
        redirect_stderr(err),
    ):
        yield


def tell_runner(commands: Iterable[str]) -> None:
    """Print lines that the runner shall obey, above what is said after them on the other stream."""
    for line in commands:
        if isinstance(sys.stdout, _Log):
            sys.stdout.command(line)
        else:
            click.echo(line)
    sys.stdout.flush()


def has_summary() -> bool:
    """Tell whether somebody shows a summary at all, as GitHub does on the page of a run."""
    return bool(os.environ.get(SUMMARY))


def add_to_summary(text: str) -> None:
    """Add Markdown to what the page of the run shows; nothing outside of a workflow."""
    file = os.environ.get(SUMMARY)
    if file:
        with Path(file).open("ab") as stream:
            stream.write(_fitting(text.encode(), MOST_BYTES - stream.tell()))


def _fitting(text: bytes, room: int) -> bytes:
    """Cut a text at the end of a line, where it is longer than the room for it."""
    if len(text) <= room:
        return text
    kept = text[: max(room - len(_CUT), 0)]
    return kept[: kept.rfind(b"\n") + 1] + _CUT if kept else b""


@contextmanager
def _guarded(stream: TextIO) -> Iterator[TextIO]:
    if _is_file(stream):
        yield stream
        return
    stream.flush()
    log = _Log(stream.buffer, stream.encoding, stream.errors, write_through=True)
    try:
        yield log
    finally:
        log.detach()


def _is_file(stream: TextIO) -> bool:
    try:
        return stat.S_ISREG(os.fstat(stream.fileno()).st_mode)
    except UnsupportedOperation:
        return False
