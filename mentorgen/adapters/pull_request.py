"""What somebody asks to change, put together from git, the files and the rules of ownership."""

import posixpath
import tempfile
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from mentorgen.adapters.git import Repository, Tree
from mentorgen.adapters.working_tree import read_regular, working_tree
from mentorgen.analysis.ownership import refusals
from mentorgen.loading.changes import change_of
from mentorgen.loading.files import PARTS
from mentorgen.loading.layout import PROGRAM_FILE
from mentorgen.loading.program import load
from mentorgen.loading.rules import Rule
from mentorgen.loading.spelling import shown
from mentorgen.model.changes import Change
from mentorgen.model.problems import Problem, Severity
from mentorgen.model.program import Program


class BrokenBaseError(Exception):
    """The base cannot be read, so nobody is known; the text says why, for people."""


def ownership_problems(
    repository: Repository, revision: str, author_id: int, *, today: date
) -> Iterator[Problem]:
    """Yield a problem for everything that the author changed and may not change.

    What is compared is the working tree with the commit where it left the base; whose files are
    whose is read from the base itself. A base that cannot be read allows nothing.

    Raises:
        WrongUsageError: there is no such revision, or not enough of its history.
    """
    base = repository.commit(revision)
    try:
        program = _program(repository, base, today)
    except BrokenBaseError as error:
        message = f"the base {shown(revision)} {error}"
        yield Problem(PROGRAM_FILE, 1, 1, Rule.BROKEN_BASE, message)
        return
    yield from refusals(program, author_id, _changes(repository, base))


def _program(repository: Repository, base: str, today: date) -> Program:
    """Read the program as it stands on the base.

    Raises:
        BrokenBaseError: there is none, or it has errors.
    """
    tree = {
        path.removeprefix(repository.below): blob
        for path, blob in repository.tree(base).items()
        if path.startswith(tuple(f"{repository.below}{part}/" for part in PARTS))
    }
    if not any(path.startswith(f"{PARTS[0]}/") for path in tree):
        raise BrokenBaseError(
            "holds no program, so nobody is known there; whoever owns the repository adds the first"
            " files without this check."
        )
    with tempfile.TemporaryDirectory(prefix="mentorgen-") as folder:
        try:
            _write_out(repository, tree, Path(folder))
        except OSError:
            raise BrokenBaseError(_mend_first("has a file that cannot be read")) from None
        modes = {path: blob.mode for path, blob in tree.items()}
        loaded = load(Path(folder), today=today, modes=modes)
    if loaded.program is None:
        first = next(item for item in loaded.problems if item.severity is Severity.ERROR)
        raise BrokenBaseError(_mend_first(f"has an error in {first}"))
    return loaded.program


def _mend_first(why: str) -> str:
    return f"{why}, so nobody can tell whose files are whose; the organisers mend it first."


def _write_out(repository: Repository, tree: Tree, folder: Path) -> None:
    """Write the files of a tree below a folder, and only there.

    Raises:
        OSError: a name is no file name here, or the disk refuses.
    """
    stored = repository.contents(tree.values())
    for path, blob in tree.items():
        if ".." in path.split("/"):
            raise OSError(path)
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(stored[blob])


def _changes(repository: Repository, base: str) -> Iterator[Change]:
    before, after = repository.tree(repository.fork_point(base)), working_tree(repository)
    paths = sorted(path for path in {*before, *after} if before.get(path) != after.get(path))
    stored = repository.contents(before[path] for path in paths if path in before)
    for path in paths:
        old = stored[before[path]] if path in before else None
        new = read_regular(repository.top / path) or b"" if path in after else None
        yield change_of(_from_root(repository, path), old, new)


def _from_root(repository: Repository, path: str) -> str:
    if path.startswith(repository.below):
        return path.removeprefix(repository.below)
    return posixpath.relpath(path, repository.below)
