"""The only caller of git: it reads, and nothing of the tree or of anybody's settings can steer it."""

import os
import re
import subprocess
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from mentorgen.errors import WrongUsageError

FILE, LINK, SUBMODULE = "100644", "120000", "160000"
_DOT_GIT = ".git"
_SETTINGS = (
    "core.fsmonitor=false",  # would run a program of the user's choice
    "safe.directory=*",  # nothing of the repository is run, whoever owns it
)
_ENVIRONMENT = {
    "GIT_CONFIG_NOSYSTEM": "1",
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_NO_REPLACE_OBJECTS": "1",
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_GRAFT_FILE": os.devnull,
    "LC_ALL": "C",
}
_COMMIT = re.compile(b"[0-9a-f]{40}([0-9a-f]{24})?")


class Blob(NamedTuple):
    """What a tree holds at a path: its mode, and the name of its content."""

    mode: str
    oid: str


Tree = Mapping[str, Blob]
"""Everything in a commit, by path from the top of the repository."""


class Repository(NamedTuple):
    """A repository with a working tree, and the place of the program in it."""

    root: Path
    top: Path
    below: str
    """The program's root from the top: empty, or a path that ends with a slash."""

    @classmethod
    def around(cls, root: Path) -> "Repository | None":
        """Find the repository whose working tree holds a folder; None where there is none.

        Only a `.git` makes one: git itself would also take a folder with the files of a bare repository
        for it, which anybody can commit, and would obey what that says.
        """
        folder = root.resolve()
        above = (one for one in (folder, *folder.parents) if os.path.lexists(one / _DOT_GIT))
        top = next(above, None)
        if top is None or _DOT_GIT in folder.relative_to(top).parts:
            return None
        return cls(root, top, "" if top == folder else f"{folder.relative_to(top).as_posix()}/")

    def commit(self, revision: str) -> str:
        """Give the full name of the commit that a revision means.

        Raises:
            WrongUsageError: there is no such commit here, or the revision could mean another, too.
        """
        asked = ("--verify", "--end-of-options", f"{revision}^{{commit}}")
        try:
            answer = _answer(self, "rev-parse", *asked)
        except ValueError:
            answer = None
        found = answer.stdout.strip() if answer and answer.returncode == 0 else b""
        if not revision or answer is None or not _COMMIT.fullmatch(found):
            raise WrongUsageError(f"There is no commit {revision!r} here.{self._if_shallow()}")
        if b"is ambiguous" in answer.stderr:
            raise WrongUsageError(
                f"{revision!r} names a tag and a branch here. Write which of them you mean,"
                " such as 'refs/remotes/origin/main'."
            )
        return found.decode()

    def fork_point(self, base: str) -> str:
        """Give the commit at which the work that is checked out left a base.

        Where they met more than once, no single one is right, and the base itself is the strictest.

        Raises:
            WrongUsageError: the two have no history in common.
        """
        try:
            found = _git(self, "merge-base", "--all", base, "HEAD").decode().split()
        except _GitError:
            raise WrongUsageError(
                f"What is checked out has no history in common with {base}.{self._if_shallow()}"
            ) from None
        return found[0] if len(found) == 1 else base

    def tree(self, commit: str) -> Tree:
        """List all files of a commit."""
        listed = _git(self, "ls-tree", "-r", "-z", "--full-tree", commit)
        return dict(_tree_entries(listed))

    def modes(self) -> Mapping[str, str]:
        """Give the modes of what git keeps of the program, by path from the program's root.

        Nothing where there is no git, or none that understands what `.git` holds.
        """
        try:
            listed = _git(self, "ls-files", "--stage", "-z", at=self.root)
        except _GitError:
            return {}
        return dict(map(_staged, _records(listed)))

    def is_published(self) -> bool:
        """Tell whether git keeps, or kept in the last commit, anything of the program's root."""
        try:
            committed = self.tree("HEAD")
        except _GitError:
            committed = {}
        return bool(self.modes()) or any(path.startswith(self.below) for path in committed)

    def names(self) -> frozenset[str]:
        """Name every file of the working tree that a commit of everything would hold."""
        asked = ("ls-files", "--cached", "--others", "--exclude-standard", "-z")
        return frozenset(os.fsdecode(name) for name in _records(_git(self, *asked)))

    def contents(self, blobs: Iterable[Blob]) -> Mapping[Blob, bytes]:
        """Read what is stored; of a submodule that is nothing.

        Raises:
            WrongUsageError: something is not stored here.
        """
        wanted = set(blobs)
        oids = sorted({blob.oid for blob in wanted if blob.mode != SUBMODULE})
        asked = "".join(f"{oid}\n" for oid in oids).encode()
        try:
            answer = _git(self, "cat-file", "--batch", talk=asked) if oids else b""
            stored = dict(_batch(answer))
        except (_GitError, ValueError):
            raise WrongUsageError(
                f"The repository lacks some of its files.{self._if_shallow()}"
            ) from None
        return {blob: stored.get(blob.oid, b"") for blob in wanted}

    def _if_shallow(self) -> str:
        if _git(self, "rev-parse", "--is-shallow-repository").strip() == b"true":
            return " Its history is cut off here; fetch all of it ('fetch-depth: 0')."
        return ""


class _GitError(WrongUsageError):
    """Git said no, or is not there."""


def _git(
    repository: Repository, *arguments: str, at: Path | None = None, talk: bytes = b""
) -> bytes:
    answer = _answer(repository, *arguments, at=at, talk=talk)
    if answer.returncode != 0:
        top = repository.top
        raise _GitError(f"'git {arguments[0]}' cannot read the repository around {top}.")
    return answer.stdout


def _answer(
    repository: Repository, *arguments: str, at: Path | None = None, talk: bytes = b""
) -> subprocess.CompletedProcess[bytes]:
    settings = (word for setting in _SETTINGS for word in ("-c", setting))
    places = (f"--git-dir={repository.top / _DOT_GIT}", f"--work-tree={repository.top}")
    theirs = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    try:
        return subprocess.run(  # noqa: S603 # no shell; what people wrote comes after --end-of-options
            ["git", "--no-pager", *places, *settings, *arguments],  # noqa: S607 # wherever it is installed
            cwd=at or repository.top,
            env={**theirs, **_ENVIRONMENT},
            input=talk,
            capture_output=True,
            check=False,
        )
    except OSError:
        raise _GitError("git does not run here; is it installed?") from None


def _records(listed: bytes) -> list[bytes]:
    return listed.split(b"\0")[:-1]


def _tree_entries(listed: bytes) -> Iterator[tuple[str, Blob]]:
    for record in _records(listed):
        about, _, path = record.partition(b"\t")
        mode, _, oid = about.decode().split(" ")
        yield os.fsdecode(path), Blob(mode, oid)


def _staged(record: bytes) -> tuple[str, str]:
    about, _, path = record.partition(b"\t")
    return os.fsdecode(path), about.decode().split(" ")[0]


def _batch(answer: bytes) -> Iterator[tuple[str, bytes]]:
    """Take the answer of `cat-file --batch` apart.

    Raises:
        ValueError: something is missing.
    """
    at = 0
    while at < len(answer):
        line = answer.index(b"\n", at)
        oid, _, size = answer[at:line].decode().split(" ")
        end = line + 1 + int(size)
        yield oid, answer[line + 1 : end]
        at = end + 1
