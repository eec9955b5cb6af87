"""How `mentorgen check` tells what it found: to people, to programs and to GitHub."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import assert_never

import click

from mentorgen.adapters import terminal
from mentorgen.adapters.cli.scope import Format
from mentorgen.adapters.workflow import add_to_summary, tell_runner
from mentorgen.loading.program import Loaded
from mentorgen.model.problems import Problem, Severity
from mentorgen.output.problem_report import (
    annotations,
    most_useful,
    outcome,
    problem_data,
    problem_lines,
)


@dataclass(frozen=True, slots=True)
class Checked:
    """What a check found; `changed` are the paths of a pull request, None where it was about none.

    `below` is the way from the top of the repository to the program.
    """

    loaded: Loaded
    changed: Collection[str] | None
    below: str

    @property
    def outcome(self) -> str:
        """One line on how it went."""
        errors = self.loaded.errors
        return outcome(self.loaded.files, errors, len(self.loaded.problems) - errors)


def show(checked: Checked, style: Format) -> None:
    """Print every problem, and on standard error how it went."""
    match style:
        case Format.TEXT:
            _print_lines(checked.loaded.problems)
        case Format.JSON:
            from mentorgen.output.report import Report, as_json  # noqa: PLC0415 # most checks are read by people

            click.echo(as_json(Report((), problem_data(checked.loaded.problems))))
        case Format.GITHUB:
            _annotate(checked)
        case _:
            assert_never(style)
    click.echo(checked.outcome, err=True)
    if checked.loaded.problems and style is Format.TEXT:
        first = min(checked.loaded.problems, key=lambda one: one.severity is Severity.WARNING)
        click.echo(f"More about a rule: mentorgen check --explain {first.rule}", err=True)


def _annotate(checked: Checked) -> None:
    """Show the most useful problems beside their lines, the others in the log, and all in the summary."""
    from mentorgen.output.job_summary import check_summary  # noqa: PLC0415 # for workflows only
    from mentorgen.output.report import as_markdown  # noqa: PLC0415

    problems = checked.loaded.problems
    chosen = most_useful(problems, checked.changed)
    tell_runner(map(terminal.visible, annotations(chosen, checked.below)))
    shown = set(chosen)
    _print_lines(problem for problem in problems if problem not in shown)
    if len(shown) < len(problems):
        click.echo(
            f"{len(shown)} of {len(problems):,} are shown beside their lines; the page of this run has all.",
            err=True,
        )
    add_to_summary(as_markdown(check_summary(problems, checked.outcome)))


def _print_lines(problems: Iterable[Problem]) -> None:
    for line in problem_lines(problems):
        click.echo(terminal.visible(line).replace("\n", "\\n"))
