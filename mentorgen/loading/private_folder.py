"""Where a private folder may lie, and whether anything is in it."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from mentorgen.errors import WrongUsageError
from mentorgen.loading.files import DOCS, INVENTED, PARTS, Found
from mentorgen.loading.rules import Rule
from mentorgen.model.problems import Problem, Severity


def refuse_public_place(root: Path, private: Path) -> None:
    """Refuse a private folder that holds the program, or lies where its files are read or published.

    Raises:
        WrongUsageError: the folder is not there, or is no private one.
    """
    if not private.is_dir():
        raise WrongUsageError(f"There is no private folder {private}.")
    here, there = root.resolve(), private.resolve()
    if here.is_relative_to(there):
        raise WrongUsageError(
            f"{private} holds the program itself, which others read. "
            "Keep private files in a folder outside of it."
        )
    for part in (*PARTS, DOCS):
        if there.is_relative_to(here / part):
            raise WrongUsageError(
                f"{private} lies in '{part}', which everybody can read. "
                "Move it out of the program's folder."
            )


def is_invented(private: Path) -> bool:
    """Tell whether a folder says of itself that nobody in it is real."""
    return (private / INVENTED).is_file()


def folder_problems(private: Path, hidden: Iterable[Found | Problem]) -> Iterator[Problem]:
    """Yield a warning where a private folder holds nothing: somebody relies on what is not there."""
    if not any(hidden):
        message = "no record was found in this private folder; is it the right one?"
        yield Problem(private.absolute().name, 1, 1, Rule.PRIVATE_FOLDER, message, Severity.WARNING)
