"""`mentorgen github digest`: the organisers' two issues, what a week brings and what needs somebody today."""

import time

import click

from mentorgen.adapters import clock
from mentorgen.adapters.cli.answer import answer
from mentorgen.adapters.cli.at_github import at_github, current_forge
from mentorgen.adapters.cli.github_remind import carry_out, is_private, refuse_days_to_come
from mentorgen.adapters.cli.scope import Scope, current_scope, reading
from mentorgen.adapters.github.digesting import digesting
from mentorgen.adapters.github.forge import Forge
from mentorgen.adapters.github.known import Moment
from mentorgen.adapters.github.plan import AddComment, Change, OpenIssue, Plan, Post
from mentorgen.adapters.github.read import Seen, observe
from mentorgen.output.report import Heading, Letter, Paragraph, Report


@click.command()
@click.option("--confirm", is_flag=True, help="Write the issues.")
@at_github
@reading
def digest(*, confirm: bool) -> None:
    """Keep two issues for the organisers: this week's digest, and what needs somebody today.

    Both are updated in place, and one short note a week tells that there is news. In a public repository
    they hold totals only; 'mentorgen status --needs-you' gives the names on an organiser's machine.
    """
    scope = current_scope().without_private()  # what is written others read
    refuse_days_to_come(scope, confirm=confirm)
    forge = current_forge()
    seen, plan = _look(scope, forge)
    answer(_report(plan), scope.format)
    if not confirm:
        click.echo("Nothing was written. With --confirm it is.", err=True)
        return
    if seen.dashboard is None:
        carry_out(forge, scope, seen, plan)
        seen, plan = _look(scope, forge)
    if not plan.is_idle:
        carry_out(forge, scope, seen, plan)


def _look(scope: Scope, forge: Forge) -> tuple[Seen, Plan]:
    program, today = scope.program()
    now = clock.now()
    seen = observe(forge, now=now, pause=time.sleep)
    moment = Moment(today, now, None)
    return seen, digesting(program, seen, moment, named=is_private(forge, program))


def _report(plan: Plan) -> Report:
    """Show every text that would be written; all of them may be read by everybody who reads the issues."""
    actions = (*plan.posts, *plan.changes)
    if not actions:
        return Report((Paragraph("Everything is up to date."),), {"write": []})
    blocks = [
        block
        for one in actions
        for block in (Heading(_place(one)), Letter(one.body.partition("<!--")[0].strip()))
    ]
    return Report(tuple(blocks), {"write": [_place(one) for one in actions]})


def _place(action: Post | Change) -> str:
    if isinstance(action, OpenIssue):
        return f"A new issue: {action.title}"
    if isinstance(action, AddComment):
        return f"A note on issue {action.number}"
    return f"The new text of issue {action.number}"
