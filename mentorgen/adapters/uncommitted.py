"""Which files hold something that no commit has."""

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from mentorgen.adapters.git import Repository, Tree
from mentorgen.adapters.working_tree import working_tree
from mentorgen.errors import WrongUsageError


def uncommitted(folder: Path, files: Iterable[Path]) -> Iterator[Path]:
    """Yield the files whose content the repository around a folder could not give back.

    Where there is no repository nothing is said: nobody counts on one.
    """
    repository = Repository.around(folder)
    if repository is None:
        return
    head, now = _trees(repository)
    top = repository.top.resolve()
    for file in files:
        name = file.resolve().relative_to(top).as_posix()
        if os.path.lexists(file) and (name not in head or now.get(name) != head[name]):
            yield file


def _trees(repository: Repository) -> tuple[Tree, Tree]:
    """Give what is committed and what is there; nothing of both before the first commit."""
    try:
        return repository.tree("HEAD"), working_tree(repository)
    except WrongUsageError:
        return {}, {}
