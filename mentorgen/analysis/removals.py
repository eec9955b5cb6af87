"""Changes that take much of a program away: rather a slip than a wish, unless somebody says that it is meant."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum

from mentorgen.analysis.wording import counted, listed
from mentorgen.model.changes import START
from mentorgen.model.ids import Kind
from mentorgen.model.problems import Problem

FEWEST = 3
"""Fewer records than this may always go."""
SHARE = 10
"""Of so many records one may go without a word."""


class Brake(StrEnum):
    """The rule that stops a change; the list of all rules explains it under the same name."""

    MANY_REMOVALS = "many-removals"


_NOUNS = {Kind.PERSON_LOG: "person's log", Kind.PAIR_LOG: "pair's log"}


def removal_problems(
    gone: Sequence[Kind], records: int, *, labels: Iterable[str], at: str
) -> Iterator[Problem]:
    """Yield a problem where more than a tenth of all records go, and at least three.

    A label of the pull request says that so many are meant to go. It names their number, so that it
    does not hold any more when later commits take more away.
    """
    many = len(gone)
    if many < FEWEST or many * SHARE <= records:
        return
    meant = label_for(many)
    if meant in {" ".join(label.casefold().split()) for label in labels}:
        return
    message = (
        f"this change takes {many} of {records:,} records away, more than one in ten: {_kinds(gone)}."
        f" Put back what should stay. If all of it is meant to go, somebody who may set labels puts"
        f" the label '{meant}' on the pull request."
    )
    yield Problem(at, START.line, START.column, Brake.MANY_REMOVALS, message)


def label_for(number: int) -> str:
    """Write the label that lets so many records go."""
    return f"removes {number} records"


def _kinds(gone: Iterable[Kind]) -> str:
    """Say how many of each kind, most first."""
    counts = sorted(Counter(gone).items(), key=lambda one: (-one[1], one[0]))
    return listed(counted(number, _NOUNS.get(kind, kind.value)) for kind, number in counts)
