"""`mentorgen github remind`: what would be sent at GitHub, and sending it."""

import secrets
import time
from dataclasses import dataclass

import click

from mentorgen.adapters import clock
from mentorgen.adapters.cli.answer import answer
from mentorgen.adapters.cli.at_github import at_github, current_forge
from mentorgen.adapters.cli.scope import Scope, current_scope, reading
from mentorgen.adapters.github.apply import apply
from mentorgen.adapters.github.forge import Forge
from mentorgen.adapters.github.freshness import Freshness
from mentorgen.adapters.github.known import Moment
from mentorgen.adapters.github.plan import Plan
from mentorgen.adapters.github.read import Seen, observe
from mentorgen.adapters.github.reminding import Reminding, reminding, summary_of
from mentorgen.adapters.github.writing import Outcome, World
from mentorgen.analysis.wording import counted
from mentorgen.errors import MentorgenError, WrongUsageError
from mentorgen.model.program import Program
from mentorgen.model.words import Layout
from mentorgen.output.github.plan_report import plan_report, plan_totals


class PlanChangedError(MentorgenError):
    """What would be done is not what somebody looked at."""


@click.command()
@click.option("--confirm", is_flag=True, help="Send what the plan says.")
@click.option("--plan-hash", metavar="HASH", help="Send it only if it is still this plan.")
@click.option(
    "--confirm-large",
    is_flag=True,
    help="Send also in a first run, after a gap of 14 days, or to more than a quarter of all pairs.",
)
@click.option("--texts", is_flag=True, help="Show each message as its people would get it.")
@at_github
@reading
def remind(*, confirm: bool, plan_hash: str | None, confirm_large: bool, texts: bool) -> None:
    """Show what reminders would go out at GitHub, and send them with '--confirm'.

    Each reminder is an issue of its own, sent once; a second one is a comment on it, and the issue is
    closed with thanks when the pair has met. What was sent is remembered in an issue, the dashboard.

    In a public repository '--format github' says how many, and names nobody.
    """
    scope = current_scope().without_private()  # what is sent others read
    refuse_days_to_come(scope, confirm=confirm)
    run = _Run(scope, current_forge())
    seen, found = run.look()
    _show(run, found, texts=texts)
    if not confirm:
        click.echo("Nothing was sent. With --confirm it is.", err=True)
        return
    if plan_hash not in {None, found.plan.hash}:
        raise PlanChangedError(
            f"The plan is {found.plan.hash} now, not {plan_hash}, so nothing was sent. Look at it again."
        )
    outcome = run.carry_out(seen, found, large=confirm_large)
    if seen.dashboard is None and confirm_large and outcome is not None:
        seen, found = run.look()
        run.carry_out(seen, found, large=True)


@dataclass(frozen=True, slots=True)
class _Run:
    """What a run is told."""

    scope: Scope
    forge: Forge

    def look(self) -> tuple[Seen, Reminding]:
        """Read what is there, and plan."""
        program, today = self.scope.program()
        now = clock.now()
        moment = Moment(today, now, None if self.scope.day else now)
        seen = observe(self.forge, now=now, pause=time.sleep)
        return seen, reminding(program, seen, moment, named=is_private(self.forge, program))

    def carry_out(self, seen: Seen, found: Reminding, *, large: bool) -> Outcome | None:
        """Do what was planned, or only note that a run has looked."""
        plan = found.plan if large or not found.plan.stops else found.plan.only_noting()
        if plan.is_idle:
            click.echo("There is nothing to do.", err=True)
            return None
        outcome = carry_out(self.forge, self.scope, seen, plan)
        say(outcome, plan, what="reminder", to="send")
        return outcome


def carry_out(forge: Forge, scope: Scope, seen: Seen, plan: Plan) -> Outcome:
    """Do what a plan says, with the clock of this machine."""
    fits = Freshness(forge, scope.root).fits
    world = World(forge, clock.now, time.sleep, secrets.token_hex(4), fits)
    return apply(world, seen, plan)


def is_private(forge: Forge, program: Program) -> bool:
    """Tell whether names may stand in issues: the program says so, and the repository is private indeed."""
    return program.settings.layout is Layout.PRIVATE and forge.repository().is_private


def refuse_days_to_come(scope: Scope, *, confirm: bool) -> None:
    """Stop a rehearsal that would send something."""
    if confirm and scope.day is not None and scope.day > clock.newest_day():
        raise WrongUsageError("A rehearsal of a day to come sends nothing; leave out --confirm.")


def _show(run: _Run, found: Reminding, *, texts: bool) -> None:
    program, summary = found.program, summary_of(found)
    if run.scope.names_people(program):
        answer(plan_report(program, summary, texts=texts), run.scope.format)
    else:
        answer(plan_totals(program, summary), run.scope.format)


def say(outcome: Outcome, plan: Plan, *, what: str, to: str) -> None:
    """Tell on standard error what was done, in numbers; `what` is one of what there was `to` do."""
    said = {
        "sent": len(outcome.sent),
        "closed or rewritten": len(outcome.changed),
        "without an answer (looked for in the next runs, and sent again after two days if not there)": len(
            outcome.unknown
        ),
        "left out, since the files changed meanwhile": len(outcome.left_out),
        "refused by GitHub": len(outcome.refused),
        "put off to the next run": len(outcome.not_tried),
    }
    parts = [f"{many} {what}" for what, many in said.items() if many]
    dashboard = f"The dashboard is issue {outcome.dashboard}."
    done = counted(len(plan.posts), what) if plan.posts else f"No {what}"
    click.echo(f"{done} to {to}: {', '.join(parts) or 'nothing to tell'}. {dashboard}", err=True)
