"""`mentorgen github report`: how the program is doing, in one issue that is updated in place."""

import click

from mentorgen.adapters.cli.at_github import at_github, current_forge
from mentorgen.adapters.cli.scope import current_scope, scoped
from mentorgen.adapters.github.keeping import kept_issue
from mentorgen.output.report import as_markdown
from mentorgen.output.totals_report import totals_report

TITLE = "How our mentoring is doing"


@click.command()
@click.option("--confirm", is_flag=True, help="Write the issue; without this it is only shown.")
@at_github
@scoped
def report(*, confirm: bool) -> None:
    """Keep one issue with the program's figures: totals that everybody may read, nobody by name."""
    program, today = current_scope().without_private().program()
    text = as_markdown(totals_report(program, today=today))
    click.echo(text, nl=False)
    if confirm:
        click.echo(kept_issue(current_forge(), ("report", "totals"), TITLE, text).url)
    else:
        click.echo("Nothing was written; --confirm does it.", err=True)
