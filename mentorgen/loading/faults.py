"""A thing that makes one file unreadable, on its way to becoming a problem."""

from typing import NamedTuple

from mentorgen.loading.rules import Rule


class Place(NamedTuple):
    """A position in a file; lines and columns count characters from 1."""

    path: str
    line: int = 1
    column: int = 1


class Fault(NamedTuple):
    """What is wrong at a line and column of the file being read."""

    line: int
    column: int
    rule: Rule
    message: str


class UnreadableError(Exception):
    """Reading a file stops here; caught by the reader of that file and nowhere else."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(fault.message)
        self.fault = fault
