"""`mentorgen github unpublished`: the organisers are told that the site stays as it was."""

import os

import click

from mentorgen.adapters.cli.at_github import at_github, current_forge
from mentorgen.adapters.cli.scope import current_scope, scoped
from mentorgen.adapters.github.keeping import kept_issue
from mentorgen.output.github.unpublished import TITLE, unpublished_body
from mentorgen.output.job_summary import check_summary
from mentorgen.output.problem_report import outcome


@click.command()
@click.option("--confirm", is_flag=True, help="Write the issue; without this it is only shown.")
@at_github
@scoped
def unpublished(*, confirm: bool) -> None:
    """Tell the organisers in one issue that the site could not be published, with what a check finds.

    A workflow calls this when it failed. Somebody closes the issue when all is mended.
    """
    loaded = current_scope().without_private().read()
    warnings = len(loaded.problems) - loaded.errors
    found = check_summary(loaded.problems, outcome(loaded.files, loaded.errors, warnings))
    text = unpublished_body(found, _run())
    click.echo(text, nl=False)
    if confirm:
        click.echo(kept_issue(current_forge(), ("unpublished", "site"), TITLE, text).url)
    else:
        click.echo("Nothing was written; --confirm does it.", err=True)


def _run() -> str:
    """Give the address of the run that calls this; empty outside of a workflow."""
    parts = [
        os.environ.get(f"GITHUB_{name}", "") for name in ("SERVER_URL", "REPOSITORY", "RUN_ID")
    ]
    return "{}/{}/actions/runs/{}".format(*parts) if all(parts) else ""
