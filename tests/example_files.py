"""Examples of what is right and wrong in a program, each a small program in one text file.

A line `-- path --` begins a file of the example; the rest of the program is `SMALL`. In brackets
after the path stands what makes a file unusual: `(absent)`, `(pipe)`, `(link to …)` or `(vanishing)`,
for one that is gone before it is read. `-- problems --` begins the lines that a check prints.
"""

import os
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from mentorgen.loading.files import Found
from mentorgen.loading.program import load
from tests.repository_builder import SMALL, TODAY, make_repo

FOLDER = Path(__file__).parent / "examples"
_HEADING = re.compile(rb"^-- (?P<path>\S.*?)(?: \((?P<unusual>[^)]+)\))? --\n", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Section:
    """One file of an example."""

    path: str
    unusual: str
    content: bytes


def sections_of(example: Path) -> Iterator[Section]:
    """Split an example into its files; `problems` is the last of a bad one."""
    _, *pieces = _HEADING.split(example.read_bytes())
    for path, unusual, content in zip(pieces[::3], pieces[1::3], pieces[2::3], strict=True):
        yield Section(path.decode(), (unusual or b"").decode(), content)


def problems_of(example: Path) -> list[str]:
    """Give the problem lines that an example promises."""
    return [
        line
        for section in sections_of(example)
        if section.path == "problems"
        for line in section.content.decode().splitlines()
    ]


def problems_found(example: Path, tmp_path: Path) -> list[str]:
    """Lay out an example and give the problem lines that a check of it prints."""
    root = make_repo(tmp_path, SMALL)
    vanishing = [*_lay_out(example, root)]

    def watch(found: Sequence[Found]) -> Iterable[Found]:
        for path in vanishing:
            path.unlink(missing_ok=True)
        return found

    private = root / "private"
    checked = load(root, today=TODAY, private=private if private.is_dir() else None, watch=watch)
    return [str(problem) for problem in checked.problems]


def _lay_out(example: Path, root: Path) -> Iterator[Path]:
    """Write the files of an example and yield those that vanish."""
    for section in sections_of(example):
        path = root / section.path
        path.parent.mkdir(parents=True, exist_ok=True)
        match section.unusual.split(" "):
            case ["absent"]:
                path.unlink()
            case ["pipe"]:
                os.mkfifo(path)
            case ["link", "to", target]:
                path.symlink_to(target)
            case _:
                path.write_bytes(section.content)
        if section.unusual == "vanishing":
            yield path
