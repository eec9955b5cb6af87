"""Finding the files of a program: regular files only, sorted, no link followed."""

import os
import re
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from mentorgen.loading.layout import Spot, spot_of
from mentorgen.model.problems import Problem, Severity

PARTS = ("program", "training")
_IGNORED = {"README.md", ".gitkeep", ".DS_Store"}
_PROPOSAL = re.compile("program/proposals/[a-z0-9-]+/[a-z0-9-]+[.]json")


@dataclass(frozen=True, slots=True)
class Found:
    """A file that holds a record: where it is on disk and what it is called in messages."""

    file: Path
    name: str
    spot: Spot


def find_records(root: Path) -> Iterator[Found | Problem]:
    """Walk `program/` and `training/` below the root, in the order of their names."""
    for part in PARTS:
        if (root / part).exists():
            yield from _walk(root / part, part, part)


def find_private_records(folder: Path) -> Iterator[Found | Problem]:
    """Walk a private folder, which is laid out as `program/` is."""
    yield from _walk(folder, "program", folder.name)


def _walk(folder: Path, inside: str, shown: str) -> Iterator[Found | Problem]:
    for entry in sorted(os.scandir(folder), key=lambda entry: entry.name):
        place, name = f"{inside}/{entry.name}", f"{shown}/{entry.name}"
        if entry.name in _IGNORED or entry.name == ".git":
            continue
        mode = entry.stat(follow_symlinks=False).st_mode
        if stat.S_ISLNK(mode):
            yield _problem(
                name, "symbolic-link", "symbolic links are not allowed; put the file itself here."
            )
        elif stat.S_ISDIR(mode):
            yield from _walk(Path(entry.path), place, name)
        elif not stat.S_ISREG(mode):
            yield _problem(name, "not-a-file", "this is not a regular file; delete it.")
        else:
            yield from _file(Path(entry.path), place, name)


def _file(file: Path, place: str, name: str) -> Iterator[Found | Problem]:
    spot = spot_of(place)
    if spot is not None:
        yield Found(file, name, spot)
    elif not _PROPOSAL.fullmatch(place):
        yield _misplaced(place, name)


def _misplaced(place: str, name: str) -> Problem:
    stem, dot, ending = place.rpartition(".")
    if ending in {"yml", "YAML", "YML"} and spot_of(f"{stem}.yaml"):
        return _problem(name, "file-ending", "YAML files end in '.yaml' here; rename this one.")
    folder, _, last = stem.rpartition("/")
    tidy = re.sub("[^a-z0-9]+", "-", last.lower()).strip("-") or "a-name"
    if spot_of(f"{folder}/{tidy}{dot}{ending}"):
        return _problem(
            name,
            "file-name",
            "a file name is an id: lower-case letters, digits and single hyphens. "
            f"Rename it to '{tidy}{dot}{ending}'.",
        )
    return _problem(
        name,
        "unknown-file",
        "no record is read from here; move the file or delete it.",
        severity=Severity.WARNING,
    )


def _problem(name: str, rule: str, message: str, *, severity: Severity = Severity.ERROR) -> Problem:
    shown = name.encode("unicode_escape").decode("ascii") if not name.isprintable() else name
    return Problem(shown, 1, 1, rule, message, severity)
