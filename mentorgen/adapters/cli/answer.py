"""How a command prints its answer on standard output."""

from typing import assert_never

import click

from mentorgen.adapters import console
from mentorgen.adapters.cli.scope import Format
from mentorgen.output.report import Report, as_json, as_markdown


def answer(report: Report, style: Format) -> None:
    """Print a report for people, for programs or for a workflow."""
    match style:
        case Format.TEXT:
            console.show(console.answers(), report.blocks)
        case Format.JSON:
            click.echo(as_json(report))
        case Format.GITHUB:
            click.echo(as_markdown(report), nl=False)
        case _:
            assert_never(style)
