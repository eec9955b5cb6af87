"""What is checked out, seen as git would store it; nobody's filters are run to find out."""

import hashlib
import os
import stat
from collections.abc import Iterable, Iterator
from functools import partial
from pathlib import Path

from mentorgen.adapters.git import FILE, LINK, SUBMODULE, Blob, Repository, Tree
from mentorgen.loading.text import MOST_BYTES

_PIECE = 1024 * 1024
_UNREADABLE = Blob("", "")
"""Equals nothing in a commit."""
_SHA_1 = 40
"""How many digits the names of contents have in most repositories."""


def working_tree(repository: Repository) -> Tree:
    """Say what a commit of everything would hold, by path from the top of the repository."""
    head = repository.tree("HEAD")
    tree = {}
    for name in {*head, *repository.names()}:
        blob = _blob(repository.top / name, head.get(name))
        if blob is not None:
            tree[name] = blob
    return tree


def read_regular(file: Path) -> bytes | None:
    """Read a file, or as much as shows that it is no record; None for a link, a pipe or what is closed."""
    try:
        if not stat.S_ISREG(file.lstat().st_mode):
            return None
        with file.open("rb") as stream:
            return stream.read(MOST_BYTES + 1)
    except OSError:
        return None


def _blob(file: Path, committed: Blob | None) -> Blob | None:
    """Say what stands at a path; what differs from its committed version in line ends alone is that."""
    if committed and committed.mode == SUBMODULE:
        return committed
    if not os.path.lexists(file) or (file.is_dir() and not file.is_symlink()):
        return None
    digits = len(committed.oid) if committed else _SHA_1
    try:
        oids = tuple(_oids(file, digits))
    except OSError:
        oids = ()
    if not oids:
        return _UNREADABLE
    if committed and committed.oid in oids:
        return committed
    return Blob(LINK if file.is_symlink() else FILE, oids[0])


def _oids(file: Path, digits: int) -> Iterator[str]:
    """Yield the names under which git could store a file: as it is, and a text with its line ends.

    Raises:
        OSError: it cannot be read.
    """
    if file.is_symlink():
        target = os.fsencode(file.readlink())
        yield _oid(len(target), (target,), digits)
    elif stat.S_ISREG(file.lstat().st_mode):
        with file.open("rb") as stream:
            pieces = iter(partial(stream.read, _PIECE), b"")
            yield _oid(file.stat().st_size, pieces, digits)
        content = read_regular(file) or b""
        if len(content) <= MOST_BYTES:
            text = content.replace(b"\r\n", b"\n")
            yield _oid(len(text), (text,), digits)


def _oid(size: int, pieces: Iterable[bytes], digits: int) -> str:
    """Compute the name under which git stores a content; newer repositories have longer names."""
    digest = hashlib.new("sha1" if digits == _SHA_1 else "sha256", usedforsecurity=False)
    digest.update(b"blob %d\0" % size)
    for piece in pieces:
        digest.update(piece)
    return digest.hexdigest()
