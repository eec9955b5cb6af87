"""Finding the files of a program: regular files only, sorted, no link followed."""

import os
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from mentorgen.loading.layout import Spot, spot_of
from mentorgen.loading.rules import Rule
from mentorgen.loading.spelling import shown_path
from mentorgen.model.problems import Problem, Severity

PARTS = ("program", "training")
_IGNORED = frozenset({"README.md", ".gitkeep", ".DS_Store", ".git"})
_DEEPEST = 5
"""More folders than any record lies in."""
_RECORD = re.compile(
    r"(?P<stem>.+?)[.](?P<ending>ya?ml|md)[^A-Za-z0-9]*", re.IGNORECASE | re.DOTALL
)
_NAMES = "a file name is an id: lower-case letters, digits and single hyphens."
_PROPOSAL = re.compile("program/proposals/[a-z0-9-]+/[a-z0-9-]+[.]json")


@dataclass(frozen=True, slots=True)
class Found:
    """A file that holds a record: where it is on disk and what it is called in messages."""

    file: Path
    name: str
    spot: Spot


def find_records(root: Path) -> Iterator[Found | Problem]:
    """Walk `program/` and `training/` below the root, in the order of their names."""
    parts = [entry for entry in os.scandir(root) if entry.name in PARTS]
    for entry in sorted(parts, key=_name):
        yield from _entry(entry, entry.name, entry.name, frozenset())


def find_private_records(folder: Path) -> Iterator[Found | Problem]:
    """Walk a private folder, which is laid out as `program/` is."""
    yield from _walk(folder, "program", folder.name or folder.absolute().name)


def _walk(folder: Path, place: str, name: str) -> Iterator[Found | Problem]:
    if place.count("/") > _DEEPEST:
        yield _unknown(name)
        return
    try:
        entries = [entry for entry in os.scandir(folder) if entry.name not in _IGNORED]
    except OSError as error:
        yield _problem(name, Rule.UNREADABLE, unreadable(error, "folder"))
        return
    names = frozenset(map(_name, entries))
    for entry in sorted(entries, key=_name):
        yield from _entry(entry, f"{place}/{entry.name}", f"{name}/{entry.name}", names)


def _entry(
    entry: os.DirEntry[str], place: str, name: str, neighbours: frozenset[str]
) -> Iterator[Found | Problem]:
    if entry.is_symlink():
        yield _problem(
            name, Rule.SYMBOLIC_LINK, "symbolic links are not allowed; put the file itself here."
        )
    elif entry.is_dir(follow_symlinks=False):
        yield from _walk(Path(entry.path), place, name)
    elif not entry.is_file(follow_symlinks=False):
        yield _problem(name, Rule.NOT_A_FILE, "this is not a regular file; delete it.")
    elif spot := spot_of(place):
        yield Found(Path(entry.path), name, spot)
    elif not _PROPOSAL.fullmatch(place):
        yield _misplaced(place, name, neighbours)


def _name(entry: os.DirEntry[str]) -> str:
    return entry.name


def unreadable(error: OSError, what: str) -> str:
    """Say why a file or a folder cannot be read."""
    return f"this {what} cannot be read: {(error.strerror or 'it cannot be opened').lower()}."


def _misplaced(place: str, name: str, neighbours: frozenset[str]) -> Problem:
    folder, _, last = place.rpartition("/")
    found = _RECORD.fullmatch(last)
    if found is None:
        return _unknown(name)
    ending = ".md" if found["ending"].lower() == "md" else ".yaml"
    tidy = f"{_tidy(found['stem'])}{ending}"
    if spot_of(f"{folder}/{tidy}"):
        return _misnamed(name, last, tidy, neighbours)
    tidy_folder = "/".join(map(_tidy, folder.split("/")))
    if spot_of(f"{tidy_folder}/{tidy}"):
        return _problem(name, Rule.FILE_NAME, f"{_NAMES} Move it to '{tidy_folder}/{tidy}'.")
    if spot_of(f"{folder}/2026-03-01{ending}"):
        message = f"a file here is named after its day, such as '2026-03-01{ending}'. Rename it."
        return _problem(name, Rule.FILE_NAME, message)
    return _unknown(name)


def _misnamed(name: str, last: str, tidy: str, neighbours: frozenset[str]) -> Problem:
    if tidy in neighbours:
        message = f"this file and '{tidy}' would be one record; keep one of them."
        return _problem(name, Rule.SAME_FILE, message)
    stem, _, ending = tidy.partition(".")
    if last.startswith(f"{stem}."):
        message = f"files of this kind end in '.{ending}'; rename this one to '{tidy}'."
        return _problem(name, Rule.FILE_ENDING, message)
    return _problem(name, Rule.FILE_NAME, f"{_NAMES} Rename it to '{tidy}'.")


def _tidy(word: str) -> str:
    plain = unicodedata.normalize("NFKD", word).encode("ascii", "ignore").decode()
    return re.sub("[^a-z0-9]+", "-", plain.lower()).strip("-") or "a-name"


def _unknown(name: str) -> Problem:
    message = "no record is read from here; move it or delete it."
    return _problem(name, Rule.UNKNOWN_FILE, message, severity=Severity.WARNING)


def _problem(
    name: str, rule: Rule, message: str, *, severity: Severity = Severity.ERROR
) -> Problem:
    return Problem(shown_path(name), 1, 1, rule, message, severity)
