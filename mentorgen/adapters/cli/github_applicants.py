"""`mentorgen github applicants`: whoever asked to join reads where they stand."""

import click

from mentorgen.adapters import clock
from mentorgen.adapters.cli.at_github import at_github, current_forge
from mentorgen.adapters.cli.scope import current_scope, scoped
from mentorgen.adapters.github.intake.deciding import Ground
from mentorgen.adapters.github.intake.doing import do, steps
from mentorgen.adapters.github.intake.telling import tellings
from mentorgen.loading.form_templates import read_forms


@click.command(short_help="Tell those who asked to join where they stand.")
@click.option("--confirm", is_flag=True, help="Do it; without this it is only shown.")
@at_github
@scoped
def applicants(*, confirm: bool) -> None:
    """Bring the answers to forms up to date for those who have come further since: waiting, suggested, matched.

    Each answer stays the one comment that it is, and nobody gets a message by it.
    """
    scope = current_scope().without_private()
    program = scope.whole_program()
    today = scope.day or clock.today(program.settings.timezone)
    ground = Ground(scope.root, program, today, scope.newest_day)
    forge = current_forge()
    found = [*tellings(forge, ground, read_forms(scope.root), now=clock.now())]
    for one in found:
        for step in steps(one.seen, one.decision):
            click.echo(step)
        if confirm:
            do(forge, one.seen, one.decision, scope.root)
    if not found:
        click.echo("Everybody reads where they stand.")
    elif not confirm:
        click.echo("Nothing was done; --confirm does it.", err=True)
