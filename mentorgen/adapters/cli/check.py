"""`mentorgen check`: read every file and say what is wrong."""

import click

from mentorgen.adapters import terminal
from mentorgen.adapters.cli.scope import Format, current_scope, reading
from mentorgen.output.problem_report import annotations, problem_data, problem_lines, summary
from mentorgen.output.report import Report, as_json


@click.command(short_help="List every problem in every file, with its place.")
@reading
def check() -> int:
    """Read all files and list every problem: path:line:column: sentence [rule].

    Exits with 1 where there are errors; warnings alone are fine.
    """
    scope = current_scope()
    loaded = scope.read()
    if scope.format is Format.JSON:
        click.echo(as_json(Report((), problem_data(loaded.problems))))
    else:
        write = annotations if scope.format is Format.GITHUB else problem_lines
        for line in write(loaded.problems):
            click.echo(terminal.visible(line))
    warnings = len(loaded.problems) - loaded.errors
    click.echo(summary(loaded.files, loaded.errors, warnings), err=True)
    return 1 if loaded.errors else 0
