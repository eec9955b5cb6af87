"""The summary of a check at GitHub: every problem, where the annotations show ten of each kind."""

from collections.abc import Iterator, Sequence

from mentorgen.model.problems import Problem, Severity
from mentorgen.output.report import Block, Heading, Paragraph, Report, Table

_TITLES = {Severity.ERROR: "To be mended", Severity.WARNING: "Worth a look"}
_COLUMNS = ("File", "Line", "What is wrong", "Rule")


def check_summary(problems: Sequence[Problem], outcome: str) -> Report:
    """Say in one sentence how a check went, and list every problem, errors first."""
    return Report((Paragraph(outcome), *_parts(problems)), None)


def _parts(problems: Sequence[Problem]) -> Iterator[Block]:
    for severity, title in _TITLES.items():
        own = [problem for problem in problems if problem.severity is severity]
        if own:
            yield Heading(title)
            yield Table(_COLUMNS, tuple(map(_row, own)), numbers=frozenset({1}))


def _row(problem: Problem) -> tuple[str, ...]:
    return problem.path, str(problem.line), problem.message, problem.rule
