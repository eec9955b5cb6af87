"""The files that may name a person: all records, and everything that lies beside them."""

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from mentorgen.loading.erasing import Held
from mentorgen.loading.erasing_text import is_no_text
from mentorgen.loading.files import Found, find_private_records, find_records
from mentorgen.model.problems import Problem

_GIT = ".git"
_INSTALLED = frozenset({".venv", "node_modules"})
_LARGEST = 16 * 1024 * 1024


def held_files(root: Path, private: Path | None) -> Iterator[Held]:
    """Read everything that may name somebody, below the program's root and in the private folder.

    No link is followed, and git's own folder is not entered.
    """
    hidden = private.resolve() if private else None
    yield from _held(find_records(root), _beside(root, "", hidden), private=False)
    if private is not None:
        above = f"{private.absolute().name}/"
        yield from _held(find_private_records(private), _beside(private, above), private=True)


def _held(
    items: Iterable[Found | Problem], beside: Iterable[tuple[Path, str]], *, private: bool
) -> Iterator[Held]:
    records = {found.file: found for found in items if isinstance(found, Found)}
    for file, found in records.items():
        yield Held(file, found.name, file.read_bytes(), found.spot, private)
    for file, name in sorted(beside):
        if file not in records:
            yield _searched(file, name, private=private)


def _searched(file: Path, name: str, *, private: bool) -> Held:
    """Read a file that is no record, or say why it was not read."""
    obstacle = _obstacle(file)
    content = b"" if obstacle else file.read_bytes()
    if is_no_text(content):
        obstacle = "no text: only plain letters in it were looked for"
    return Held(file, name, content, private=private, obstacle=obstacle)


def _obstacle(file: Path) -> str:
    if _is_link(file):
        return "a link: it was not followed"
    if file.name in _INSTALLED and file.is_dir():
        return "a folder of installed programs"
    if not os.access(file, os.R_OK) or not file.is_file():
        return "not a regular file, or it cannot be read"
    return "larger than 16 MB" if file.stat().st_size > _LARGEST else ""


def _is_link(file: Path) -> bool:
    """Tell whether a link lies here, without a stop where a path is too long to ask."""
    return os.path.islink(file)  # noqa: PTH114 # the method of a path raises


def _beside(top: Path, above: str, hidden: Path | None = None) -> Iterator[tuple[Path, str]]:
    """Yield every file with its name, and every folder that is not entered."""
    closed: list[OSError] = []
    for place, folders, names in os.walk(top, onerror=closed.append):
        here = Path(place)
        known = [one for one in folders if one != _GIT and (here / one).resolve() != hidden]
        folders[:] = [one for one in known if one not in _INSTALLED]
        shut = [one for one in known if one in _INSTALLED or _is_link(here / one)]
        for name in (*names, *shut):
            if name != _GIT:
                yield here / name, above + (here / name).relative_to(top).as_posix()
    for error in closed:
        path = Path(error.filename)
        yield path, above + path.relative_to(top).as_posix()
