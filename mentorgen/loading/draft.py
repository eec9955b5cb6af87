"""A record that is about to be written: would it be read again without an error?"""

from collections.abc import Iterator
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
    draft = Draft(str(root / place), place, spot, text)
    of_record = place.removeprefix("program")
    others = (
        found for found in find_records(root) if isinstance(found, Problem) or found.name != place
    )
    loaded = load_found((*others, draft), today, private, iter)
    for problem in loaded.problems:
        stops = problem.severity is Severity.ERROR or problem.rule in _OF_THE_FUTURE
        if problem.path.endswith(of_record) and stops:
            yield problem
