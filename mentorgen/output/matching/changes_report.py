"""Which files a matching would write or delete, and what would stand in them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from mentorgen.analysis.wording import counted
from mentorgen.output.report import Block, Heading, Json, Paragraph, Report, Verbatim

PROOF = "The proof: numbers alone, for 'mentorgen match --verify' to check."
"""Stands for what is long and read by programs."""
NEXT = (
    "Next: look at them, change what you know better, and open a pull request with those that "
    "are public; 'mentorgen match --format github' gives the text for it. A suggestion becomes a pair "
    "when everybody in it has said yes in the pair's log."
)
"""What comes after suggestions are files."""


@dataclass(frozen=True, slots=True)
class FileChange:
    """A file with what is to stand in it, or None where it goes; `public` where everybody may read it."""

    file: Path
    text: str | None
    public: bool


def changes_report(changes: Sequence[FileChange], *, applied: bool) -> Report:
    """Show every change before it is made, or name those that were made."""
    data: Json = {
        "applied": applied,
        "files": [{"path": one.file.as_posix(), "text": one.text} for one in changes],
    }
    return Report(tuple(_blocks(changes, applied=applied)), data)


def _blocks(changes: Sequence[FileChange], *, applied: bool) -> Iterator[Block]:
    if not changes:
        yield Paragraph("There is no suggestion that has no file yet.")
        return
    if applied:
        yield Paragraph(f"{_files(changes)} changed:")
        yield Verbatim([_line(one, applied=True) for one in changes])
        yield Paragraph(NEXT)
        return
    for one in changes:
        yield Heading(_line(one, applied=False))
        if one.file.suffix == ".json":
            yield Paragraph(PROOF)
        elif one.text is not None:
            yield Verbatim(one.text.splitlines())
    yield Paragraph(
        f"{_files(changes)} to change. Nothing was changed yet; add --confirm to do it."
    )


def _files(changes: Sequence[FileChange]) -> str:
    return counted(len(changes), "file")


def _line(change: FileChange, *, applied: bool) -> str:
    verb = (
        ("deleted" if applied else "delete")
        if change.text is None
        else ("written" if applied else "write")
    )
    return f"{verb} {change.file.as_posix()}"
