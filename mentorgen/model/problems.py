"""Something wrong in a file, with its place and the way to mend it."""

from enum import StrEnum
from typing import NamedTuple


class Severity(StrEnum):
    """Whether a problem stops the program or only deserves a look."""

    ERROR = "error"
    WARNING = "warning"


class Problem(NamedTuple):
    """One thing to mend. Lines and columns count from 1; the path is relative to the program's root."""

    path: str
    line: int
    column: int
    rule: str
    message: str
    severity: Severity = Severity.ERROR

    def __str__(self) -> str:
        """Write the problem as compilers do: path:line:column: sentence [rule]."""
        return f"{self.path}:{self.line}:{self.column}: {self.message} [{self.rule}]"
