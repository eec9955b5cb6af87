"""Problems for people, for programs, as annotations on GitHub and as the summary of a job there."""

import posixpath
from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from typing import TYPE_CHECKING

from mentorgen.model.problems import Problem, Severity

if TYPE_CHECKING:
    from mentorgen.output.report import Json

MOST_ANNOTATIONS = 10
"""So many of each kind GitHub shows for a step of a workflow; it drops the others without a word."""


def problem_lines(problems: Iterable[Problem]) -> list[str]:
    """Write each problem on a line: path:line:column: sentence [rule]."""
    return [str(problem) for problem in problems]


def problem_data(problems: Iterable[Problem]) -> "Json":
    """Give the problems as plain values."""
    return [
        {
            "path": problem.path,
            "line": problem.line,
            "column": problem.column,
            "rule": problem.rule,
            "severity": problem.severity.value,
            "message": problem.message,
        }
        for problem in problems
    ]


def most_useful(problems: Sequence[Problem], changed: Collection[str] | None) -> list[Problem]:
    """Choose what GitHub has room for, of each severity: what is in changed files first, then one of each rule.

    A rule that many files break would hide all others. What is chosen comes in its old order. Without
    `changed` no file counts as older than another.
    """
    seen = Counter[tuple[Severity, bool, str]]()
    ranked = []
    for at, problem in enumerate(problems):
        is_old = changed is not None and problem.path not in changed
        kind = (problem.severity, is_old, problem.rule)
        ranked.append((is_old, seen[kind], at))
        seen[kind] += 1
    chosen: list[int] = []
    for severity in Severity:
        own = sorted(rank for rank in ranked if problems[rank[-1]].severity is severity)
        chosen += [at for _, _, at in own[:MOST_ANNOTATIONS]]
    return [problems[at] for at in sorted(chosen)]


def annotations(problems: Iterable[Problem], below: str = "") -> list[str]:
    """Write GitHub's workflow commands, which show each problem beside its line.

    `below` is the way from the top of the repository to the program: empty, or ending with a slash.
    """
    return [
        f"::{problem.severity.value} file={_property(_from_top(problem.path, below))},"
        f"line={problem.line},col={problem.column},title={_property(problem.rule)}"
        f"::{_message(problem.message)}"
        for problem in problems
    ]


def _from_top(path: str, below: str) -> str:
    return posixpath.normpath(f"{below}{path}") if below else path


def _message(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _message(text).replace(":", "%3A").replace(",", "%2C")


def outcome(files: int, errors: int, warnings: int) -> str:
    """Say in one line how the check went."""
    read = _count(files, "file")
    if not errors and not warnings:
        return f"{read} read: all is well."
    return f"{read} read: {_count(errors, 'error')}, {_count(warnings, 'warning')}."


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"
