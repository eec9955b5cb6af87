"""`mentorgen github command`: what a comment asks for is written down, and answered."""

from pathlib import Path

import click

from mentorgen.adapters.cli.at_github import at_github, current_forge, event_path
from mentorgen.adapters.cli.commenting.answering import Run, answer_comment
from mentorgen.adapters.cli.commenting.hearing import has_command
from mentorgen.adapters.cli.scope import current_scope, scoped
from mentorgen.adapters.github.event import read_event


@click.command(short_help="Follow the commands in a comment.")
@click.option("--confirm", is_flag=True, help="Do it; without this it is only shown.")
@event_path
@at_github
@scoped
def command(event: Path, *, confirm: bool) -> None:
    """Follow commands such as /met or /confirm in the comment of an event, below something that we wrote.

    Who wrote it is known by the number of their account. What is followed gets a reaction; what is not, one
    comment with the right form. What 'review' in program.yaml names goes through a pull request.
    """
    happened = read_event(event)
    if not has_command(happened):
        click.echo("There is no command in it; nothing to do.", err=True)
        return
    answer_comment(
        Run(current_forge(), current_scope().without_private(), confirm, click.echo), happened
    )
    if not confirm:
        click.echo("Nothing was done; --confirm does it.", err=True)
