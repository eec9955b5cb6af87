"""A record that is about to be written: would it be read again without an error?"""

from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path

from mentorgen.loading.files import Found, find_records
from mentorgen.loading.layout import spot_of
from mentorgen.loading.names import complaints_of_any
from mentorgen.loading.program import load_found
from mentorgen.loading.rules import Rule
from mentorgen.loading.values import light
from mentorgen.model.problems import Problem, Severity

_OF_THE_FUTURE = frozenset({Rule.DATE, Rule.MEETING_DAY})


@light
class Draft(Found):
    """A record that lies nowhere yet."""

    text: str

    def content(self) -> bytes:
        """Give what would stand in the file."""
        return self.text.encode("utf-8")


def errors_in(
    place: str, text: str, *, root: Path, private: Path | None, today: date
) -> Iterator[Problem]:
    """Yield the errors that a check would find in a text if it lay at a place of the program at `root`.

    It takes the place of a file that lies there. Errors of a private file that adds to it are among
    them, and so is a warning of what has not happened yet: nobody should begin with that.
    """
    spot = spot_of(place)
    if spot is None:
        message = "this is no place for a record: ids are lower-case words joined by hyphens."
        yield Problem(place, 1, 1, Rule.FILE_NAME, message)
        return
    for rule, message in complaints_of_any(place):
        yield Problem(place, 1, 1, rule, message)
    of_record = place.removeprefix("program")
    for problem in _errors({place: text}, root=root, private=private, today=today):
        if problem.path.endswith(of_record):
            yield problem


def errors_in_all(texts: Mapping[str, str | None], *, root: Path, today: date) -> Iterator[Problem]:
    """Yield the errors that a check would find if texts lay at their places of the program at `root`.

    They stand together and take the places of files that lie there, or with None take them away; a
    place is one of a record.
    """
    return _errors(texts, root=root, private=None, today=today)


def _errors(
    texts: Mapping[str, str | None], *, root: Path, private: Path | None, today: date
) -> Iterator[Problem]:
    drafts = (
        Draft(str(root / place), place, spot, text)
        for place, text in texts.items()
        if text is not None and (spot := spot_of(place))
    )
    others = (
        found
        for found in find_records(root)
        if isinstance(found, Problem) or found.name not in texts
    )
    for problem in load_found((*others, *drafts), today, private, iter).problems:
        if problem.severity is Severity.ERROR or problem.rule in _OF_THE_FUTURE:
            yield problem
