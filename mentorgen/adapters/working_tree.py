"""What is checked out, seen as git would store it; nobody's filters are run to find out."""

import hashlib
import os
import stat
from pathlib import Path

from mentorgen.adapters.git import FILE, LINK, SUBMODULE, Blob, Repository, Tree

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
    """Read a file; None for what is none, such as a link or a pipe, or cannot be read."""
    try:
        return file.read_bytes() if stat.S_ISREG(file.lstat().st_mode) else None
    except OSError:
        return None


def _blob(file: Path, committed: Blob | None) -> Blob | None:
    """Say what stands at a path; what differs from its committed version in line ends alone is that."""
    if committed and committed.mode == SUBMODULE:
        return committed
    if not os.path.lexists(file) or (file.is_dir() and not file.is_symlink()):
        return None
    content = os.fsencode(file.readlink()) if file.is_symlink() else read_regular(file)
    if content is None:
        return _UNREADABLE
    for text in (content, content.replace(b"\r\n", b"\n")):
        if committed and committed.oid == _oid(text, len(committed.oid)):
            return committed
    return Blob(LINK if file.is_symlink() else FILE, _oid(content))


def _oid(content: bytes, digits: int = _SHA_1) -> str:
    """Compute the name under which git stores a content; newer repositories have longer names."""
    digest = hashlib.sha1 if digits == _SHA_1 else hashlib.sha256
    header = b"blob %d\0" % len(content)
    return digest(header + content, usedforsecurity=False).hexdigest()
