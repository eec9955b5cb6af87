"""How a command prints its answer on standard output."""

from typing import assert_never

import click

from mentorgen.adapters import console
from mentorgen.adapters.cli.scope import Format
from mentorgen.adapters.workflow import add_to_summary
from mentorgen.output.report import Report, as_json, as_markdown


def answer(report: Report, style: Format) -> None:
    """Print a report for people, for programs or for a workflow, where its page shows it, too."""
    match style:
        case Format.TEXT:
            console.show(console.answers(), report.blocks)
        case Format.JSON:
            click.echo(as_json(report))
        case Format.GITHUB:
            text = as_markdown(report)
            click.echo(text, nl=False)
            add_to_summary(text)
        case _:
            assert_never(style)
