"""Keeping private files out of the repository that others read."""

from pathlib import Path

from mentorgen.adapters.git import Repository
from mentorgen.errors import WrongUsageError
from mentorgen.loading.private_folder import is_invented


def refuse_tracked(root: Path, private: Path) -> None:
    """Refuse a private folder whose files are kept by the program's own repository.

    A repository of its own inside the program's folder is fine: a workflow checks it out there. So is
    a folder of invented people that says so.

    Raises:
        WrongUsageError: git keeps files of the folder where others read them.
    """
    if not private.is_dir() or is_invented(private):
        return
    outer, inner = Repository.around(root), Repository.around(private)
    if outer is None or inner is None or outer.top.resolve() != inner.top.resolve():
        return
    if inner.is_published():
        raise WrongUsageError(
            f"{private} is kept by the repository that others read. Move it out of there; "
            "docs/handbook/privacy.md says what to do about what was published already."
        )


def refuse_published(root: Path, private: Path, file: Path) -> None:
    """Refuse to write what was made from the private folder where the program's readers would find it.

    Raises:
        WrongUsageError: the file would lie among the program's own, and not in the private folder.
    """
    around = Repository.around(root)
    top = (around.top if around else root).resolve()
    there = file.resolve()
    if there.is_relative_to(top) and not there.is_relative_to(private.resolve()):
        raise WrongUsageError(
            f"{file} lies in the folder of the program, which others read, and --private was given. "
            f"Write it somewhere else, such as {private / file.name}."
        )
