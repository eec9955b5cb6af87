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
