"""Finding the files of a program: regular files only, sorted, no link followed."""

import os
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from operator import attrgetter
from pathlib import Path
from types import MappingProxyType

from mentorgen.loading.contacts import contacts_in
from mentorgen.loading.layout import Spot, spot_of
from mentorgen.loading.names import (
    Neighbours,
    complaint_of_stranger,
    complaints_of_any,
    meant_elsewhere,
    names_record,
)
from mentorgen.loading.rules import Rule
from mentorgen.loading.spelling import shown_path
from mentorgen.loading.text import MOST_BYTES
from mentorgen.loading.values import light
from mentorgen.model.problems import Problem, Severity

PARTS = ("program", "training")
DOCS = "docs"
"""The handbook's folder, which MkDocs publishes with all that its links lead to."""
INVENTED = "INVENTED"
"""A file that says of a private folder that nobody in it is real, so that it may lie in the open."""
_IGNORED = frozenset({"README.md", ".gitkeep", ".DS_Store", ".git", INVENTED})
_SCHEMAS = "schemas"
"""A folder in a private one, in which its editors find what can stand in its files."""
UNFINISHED = ".mentorgen-tmp"
"""How a file's name ends while its new content is being written; a killed run leaves one behind."""
_DEEPEST = 5
"""More folders than any record lies in."""
_PROPOSAL = re.compile("program/proposals/[a-z0-9-]+/[a-z0-9-]+[.]json")

Modes = Mapping[str, str]
"""What git knows of each path, such as '100644'; a disk cannot say all of it everywhere."""
NO_GIT: Modes = MappingProxyType({})
_FLAGS = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
"""No link is followed, and no pipe waited at, that took a file's place after it was found."""
_LINK, _SUBMODULE, _PROGRAM = "120000", "160000", "100755"


@light
class Found:
    """A file that holds a record: where it is on disk and what it is called in messages."""

    location: str
    name: str
    spot: Spot

    @property
    def file(self) -> Path:
        """Where it is on disk, as a path."""
        return Path(self.location)

    def content(self) -> bytes:
        """Read the file, or as much of it as shows that it is too large.

        Raises:
            OSError: it cannot be read, or became a link or a folder since it was found.
        """
        descriptor = os.open(self.location, _FLAGS)
        try:
            return os.read(descriptor, MOST_BYTES + 1)
        finally:
            os.close(descriptor)


@dataclass(slots=True)
class _Here:
    """Something in a folder: its place in a program, its name in messages, its mode, all beside it."""

    entry: os.DirEntry[str]
    place: str
    name: str
    mode: str | None
    beside: Sequence[os.DirEntry[str]]
    modes: Modes

    def inside(self) -> "Iterator[_Here]":
        return _folder(self.entry.path, f"{self.place}/", f"{self.name}/", self.modes)

    def problem(self, rule: Rule, message: str, severity: Severity = Severity.ERROR) -> Problem:
        return _problem(self.name, rule, message, severity)


def find_records(root: Path, modes: Modes = NO_GIT) -> Iterator[Found | Problem]:
    """Walk `program/` and `training/` below the root, in the order of their names."""
    try:
        for here in _folder(root, "", "", modes):
            if here.place in PARTS:
                yield from _record(here)
            elif here.place == DOCS:
                yield from _published(here)
    except OSError as error:
        yield _problem(PARTS[0], Rule.UNREADABLE, unreadable(error, "folder"))


def find_private_records(folder: Path) -> Iterator[Found | Problem]:
    """Walk a private folder, which is laid out as `program/` is."""
    name = folder.name or folder.absolute().name
    yield from _records(folder, PARTS[0], name, NO_GIT, passing_over=_SCHEMAS)


def unreadable(error: OSError, what: str) -> str:
    """Say why a file or a folder cannot be read."""
    return f"this {what} cannot be read: {(error.strerror or 'it cannot be opened').lower()}."


def _folder(folder: Path | str, place: str, name: str, modes: Modes) -> Iterator[_Here]:
    """List what is in a folder, by name; `place` and `name` go before the names in it.

    Raises:
        OSError: the folder cannot be read.
    """
    entries = sorted(os.scandir(folder), key=attrgetter("name"))
    for entry in entries:
        here = place + entry.name
        yield _Here(entry, here, name + entry.name, modes.get(here), entries, modes)


def _records(
    folder: Path | str, place: str, name: str, modes: Modes, *, passing_over: str = ""
) -> Iterator[Found | Problem]:
    try:
        for here in _folder(folder, f"{place}/", f"{name}/", modes):
            if here.entry.name != passing_over or not here.entry.is_dir(follow_symlinks=False):
                yield from _record(here)
    except OSError as error:
        yield _problem(name, Rule.UNREADABLE, unreadable(error, "folder"))


def _record(here: _Here) -> Iterable[Found | Problem]:
    oddity = _oddity(here)
    if oddity is not None:
        return [oddity]
    if here.entry.name in _IGNORED or here.entry.name.endswith(UNFINISHED):
        return ()
    complaints = complaints_of_any(here.place)
    inside = _below(here) if here.entry.is_dir(follow_symlinks=False) else _file(here)
    return chain((here.problem(*one) for one in complaints), inside) if complaints else inside


def _file(here: _Here) -> Sequence[Found | Problem]:
    spot = spot_of(here.place)
    if spot is not None:
        found = Found(here.entry.path, here.name, spot)
        return [_executable(here), found] if here.mode == _PROGRAM else [found]
    return [] if _PROPOSAL.fullmatch(here.place) else [_stranger(here)]


def _below(here: _Here) -> Iterable[Found | Problem]:
    if names_record(here.entry.name):
        message = "a folder stands here where a file is meant; rename or delete it."
        return [here.problem(Rule.NOT_A_FILE, message)]
    if here.place.count("/") > _DEEPEST:
        return [_stranger(here)]
    return _records(here.entry.path, here.place, here.name, here.modes)


def _published(docs: _Here) -> Iterator[Problem]:
    """Find what MkDocs would follow out of the handbook, or wait at without end."""
    waiting = [docs]
    while waiting:
        here = waiting.pop()
        oddity = _oddity(here)
        if oddity is not None:
            yield oddity
        elif here.entry.is_dir(follow_symlinks=False):
            try:
                waiting += here.inside()
            except OSError as error:
                yield here.problem(Rule.UNREADABLE, unreadable(error, "folder"))


def _oddity(here: _Here) -> Problem | None:
    """Refuse what is neither a file nor a folder, on disk or in git."""
    if here.entry.is_file(follow_symlinks=False) and here.mode not in (_LINK, _SUBMODULE):
        return None
    if here.entry.is_symlink() or here.mode == _LINK:
        message = "symbolic links are not allowed; put the file itself here."
        return here.problem(Rule.SYMBOLIC_LINK, message)
    if here.mode == _SUBMODULE:
        message = "submodules are not allowed; put the files themselves here."
        return here.problem(Rule.SUBMODULE, message)
    if not here.entry.is_dir():
        return here.problem(Rule.NOT_A_FILE, "this is not a regular file; delete it.")
    return None


def _executable(here: _Here) -> Problem:
    message = (
        "this record is marked as a program to run; take the mark away with"
        f" 'git update-index --chmod=-x {here.place}'."
    )
    return here.problem(Rule.EXECUTABLE, message, Severity.WARNING)


def _stranger(here: _Here) -> Problem:
    address = next(contacts_in(here.entry.name), None)
    if address is not None and here.name == here.place:
        message = f"{address.what} stands in this file's name; contact details belong to the private folder."
        return here.problem(Rule.CONTACT_DETAILS, message)
    neighbours = Neighbours(frozenset(entry.name for entry in here.beside))
    complaint = complaint_of_stranger(here.place, neighbours)
    if complaint is not None:
        return here.problem(*complaint)
    message = "no record is read from here; move it or delete it."
    meant = meant_elsewhere(here.place)
    if meant is not None:
        top = here.name.removesuffix(here.place.partition("/")[2])
        message = f"{message} Did you mean '{top}{meant.partition('/')[2]}'?"
    return here.problem(Rule.UNKNOWN_FILE, message, Severity.WARNING)


def _problem(name: str, rule: Rule, message: str, severity: Severity = Severity.ERROR) -> Problem:
    return Problem(shown_path(name), 1, 1, rule, message, severity)
