"""What somebody asks to change, put together from git, the files and the rules of ownership."""

import posixpath
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from functools import cached_property
from pathlib import Path

from mentorgen.adapters.git import Repository, Tree
from mentorgen.adapters.working_tree import read_regular, working_tree
from mentorgen.analysis.ownership import refusals
from mentorgen.analysis.removals import removal_problems
from mentorgen.loading.changes import change_of, safe_path
from mentorgen.loading.files import PARTS
from mentorgen.loading.layout import PROGRAM_FILE, spot_of
from mentorgen.loading.program import load
from mentorgen.loading.rules import Rule
from mentorgen.loading.spelling import shown
from mentorgen.model.changes import Change
from mentorgen.model.ids import Kind
from mentorgen.model.problems import Problem, Severity
from mentorgen.model.program import Program


class BrokenBaseError(Exception):
    """The base cannot be read, so nobody is known; the text says why, for people."""


class PullRequest:
    """What is checked out, beside the commit where it left the branch that it is meant for."""

    def __init__(self, repository: Repository, revision: str) -> None:
        """Compare with the branch or commit that `revision` means.

        Raises:
            WrongUsageError: there is no such revision, or not enough of its history.
        """
        self.repository = repository
        self.revision = revision
        self.base = repository.commit(revision)
        self._before = repository.tree(repository.fork_point(self.base))
        self._after = working_tree(repository)

    @cached_property
    def paths(self) -> tuple[str, ...]:
        """Every path from the top of the repository that differs, in order."""
        both = {*self._before, *self._after}
        return tuple(sorted(one for one in both if self._before.get(one) != self._after.get(one)))

    @cached_property
    def places(self) -> frozenset[str]:
        """Every path that differs, as problems name it."""
        return frozenset(safe_path(_from_root(self.repository, path)) for path in self.paths)

    def changes(self) -> Iterator[Change]:
        """Yield what differs, file by file."""
        before, after = self._before, self._after
        stored = self.repository.contents(before[path] for path in self.paths if path in before)
        for path in self.paths:
            old = stored[before[path]] if path in before else None
            file = self.repository.top / path
            new = read_regular(file) or b"" if path in after else None
            yield change_of(_from_root(self.repository, path), old, new)

    def removals(self, labels: Iterable[str]) -> Iterator[Problem]:
        """Yield a problem where much is taken away and no label says that it is meant."""
        records = self._records(self._before)
        gone = tuple(self._gone(records))
        yield from removal_problems(gone, len(records), labels=labels, at=PROGRAM_FILE)

    def _gone(self, records: Mapping[str, Kind]) -> Iterator[Kind]:
        """Yield the kind of every record that is gone; what only moved is still there."""
        arrived = Counter(
            self._after[path].oid for path in self._records(self._after).keys() - records.keys()
        )
        for path, kind in records.items():
            oid = self._before[path].oid
            if path in self._after:
                continue
            if arrived[oid]:
                arrived[oid] -= 1
            else:
                yield kind

    def _records(self, tree: Tree) -> Mapping[str, Kind]:
        spots = {path: spot_of(_from_root(self.repository, path)) for path in tree}
        return {path: spot.shelf.kind for path, spot in spots.items() if spot is not None}


def ownership_problems(asked: PullRequest, author_id: int, *, today: date) -> Iterator[Problem]:
    """Yield a problem for everything that the author changed and may not change.

    Whose files are whose is read from the base itself. A base that cannot be read allows nothing.
    """
    try:
        program = _program(asked.repository, asked.base, today)
    except BrokenBaseError as error:
        message = f"the base {shown(asked.revision)} {error}"
        yield Problem(PROGRAM_FILE, 1, 1, Rule.BROKEN_BASE, message)
        return
    yield from refusals(program, author_id, asked.changes())


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


def _from_root(repository: Repository, path: str) -> str:
    if path.startswith(repository.below):
        return path.removeprefix(repository.below)
    return posixpath.relpath(path, repository.below)
