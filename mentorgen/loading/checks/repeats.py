"""Entries that stand twice in one list."""

from collections.abc import Collection, Iterable, Iterator

from mentorgen.loading.documents import Document
from mentorgen.loading.rules import Rule
from mentorgen.loading.spelling import shown
from mentorgen.model.problems import Problem, Severity


def repeats(
    document: Document, field: str, values: Collection[str], *inner: str
) -> Iterable[Problem]:
    """Warn of each value of a list that stood in it before; `inner` leads to it inside its entry."""
    return () if len(values) == len({*values}) else _repeats(document, field, values, inner)


def _repeats(
    document: Document, field: str, values: Collection[str], inner: tuple[str, ...]
) -> Iterator[Problem]:
    seen = set()
    for index, value in enumerate(values):
        if value in seen:
            message = f"{shown(value)} stands twice in {field}; delete one."
            yield document.problem(
                (field, index, *inner), Rule.TWICE, message, severity=Severity.WARNING
            )
        seen.add(value)
