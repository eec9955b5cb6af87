"""Where a private folder may lie, and whether anything is in it."""

from collections.abc import Collection, Iterable, Iterator
from pathlib import Path

from mentorgen.errors import WrongUsageError
from mentorgen.loading.documents import Document
from mentorgen.loading.files import DOCS, INVENTED, PARTS, Found
from mentorgen.loading.rules import Rule
from mentorgen.loading.spelling import did_you_mean, shown
from mentorgen.model.ids import Kind
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


def without_public_half(
    document: Document, problems: Iterable[Problem], public: Collection[str]
) -> Iterator[Problem]:
    """Say of a private file that adds to nobody whom it may mean, in place of all that it lacks.

    `public` are the slugs of the people with a file in the program.
    """
    is_half = document.spot.shelf.kind is Kind.PARTICIPANT and "name" not in document.fields
    if not (document.private and is_half):
        yield from problems
        return
    yield from (problem for problem in problems if problem.rule is not Rule.MISSING_FIELD)
    slug = document.spot.key
    message = (
        f"there is no file of {shown(slug)} in the program that this one could add to."
        f"{did_you_mean(slug, public)} Give this file the name of that one."
    )
    yield document.problem((), Rule.MISSING_FILE, message)
