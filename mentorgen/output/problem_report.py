"""Problems for people, for programs and as annotations on GitHub."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from mentorgen.model.problems import Problem

if TYPE_CHECKING:
    from mentorgen.output.report import Json


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


def annotations(problems: Iterable[Problem]) -> list[str]:
    """Write GitHub's workflow commands, which show each problem beside its line."""
    return [
        f"::{problem.severity.value} file={_property(problem.path)},line={problem.line},"
        f"col={problem.column},title={_property(problem.rule)}::{_message(problem.message)}"
        for problem in problems
    ]


def _message(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _message(text).replace(":", "%3A").replace(",", "%2C")


def summary(files: int, errors: int, warnings: int) -> str:
    """Say in one line how the check went."""
    read = _count(files, "file")
    if not errors and not warnings:
        return f"{read} read: all is well."
    return f"{read} read: {_count(errors, 'error')}, {_count(warnings, 'warning')}."


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"
