"""`mentorgen github intake`: from a form in an issue to a record."""

from contextlib import suppress
from pathlib import Path

import click

from mentorgen.adapters import clock
from mentorgen.adapters.cli.at_github import at_github, current_forge, event_path
from mentorgen.adapters.cli.scope import BrokenProgramError, Scope, current_scope, scoped
from mentorgen.adapters.github.event import read_event
from mentorgen.adapters.github.forge import ForbiddenError, Forge, ForgeError
from mentorgen.adapters.github.intake.deciding import Decision, Ground, decide
from mentorgen.adapters.github.intake.doing import do, steps
from mentorgen.adapters.github.intake.observing import Observed, observe
from mentorgen.errors import WrongUsageError
from mentorgen.loading.form_templates import read_forms
from mentorgen.loading.forms import filled_form
from mentorgen.output.github.intake import Said


@click.command(short_help="Make a record of a form that somebody filled in.")
@click.option("--confirm", is_flag=True, help="Do it; without this it is only shown.")
@event_path
@at_github
@scoped
def intake(event: Path, *, confirm: bool) -> None:
    """Read the form in the issue of an event and make a pull request of it, or write it down at once.

    Nothing of the form is believed about who sent it: that is the author of the issue, by the number of
    their account. What 'review' in program.yaml names goes through a pull request.
    """
    scope, happened = current_scope().without_private(), read_event(event)
    if happened.issue is None:
        raise WrongUsageError(f"{event} speaks of no issue; 'on: issues' starts this.")
    forms = read_forms(scope.root)
    issue = happened.issue
    by_bot = issue.author.is_bot or happened.sender.is_bot
    if by_bot or filled_form(issue.title, issue.body, forms) is None:
        click.echo("There is no form of ours in it; nothing to do.", err=True)
        return
    forge = current_forge()
    seen = observe(forge, issue.number, forms)
    if seen is None:
        click.echo("There is no form of ours in it any more; nothing to do.", err=True)
        return
    try:
        ground = _ground(scope)
    except BrokenProgramError:
        _carry_out(forge, seen, Decision(outcome=Said.LATER), scope.root, confirm=confirm)
        raise
    by_author = happened.sender.id == seen.issue.author.id
    decision = decide(forge, seen, ground, action=happened.action, by_author=by_author)
    _carry_out(forge, seen, decision, scope.root, confirm=confirm)


def _ground(scope: Scope) -> Ground:
    program = scope.whole_program()
    today = scope.day or clock.today(program.settings.timezone)
    return Ground(scope.root, program, today, scope.newest_day)


def _carry_out(
    forge: Forge, seen: Observed, decision: Decision, root: Path, *, confirm: bool
) -> None:
    """Show what is to be done, and do it if that is wanted."""
    for step in steps(seen, decision):
        click.echo(step)
    if not confirm:
        click.echo("Nothing was done; --confirm does it.", err=True)
        return
    try:
        do(forge, seen, decision, root)
    except ForbiddenError:
        with suppress(ForgeError):  # where not even that may be said, the log says why
            do(forge, seen, Decision(outcome=Said.LATER), root)
        raise
