"""A record that is about to be written: would it be read again without a problem?"""

from mentorgen.loading.documents import document_of
from mentorgen.loading.layout import spot_of
from mentorgen.loading.records import read_record
from mentorgen.loading.rules import Rule
from mentorgen.model.problems import Problem


def problems_in(path: str, text: str) -> tuple[Problem, ...]:
    """List what is wrong with a text as the record that would lie at a path."""
    spot = spot_of(path)
    if spot is None:
        message = "this is no place for a record: ids are lower-case words joined by hyphens."
        return (Problem(path, 1, 1, Rule.FILE_NAME, message),)
    document, problems = document_of(text.encode("utf-8"), path, spot)
    if document is not None:
        problems += read_record(document)[1]
    return tuple(problems)
