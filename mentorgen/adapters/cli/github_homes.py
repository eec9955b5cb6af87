"""`mentorgen github homes`: the place of each pair at GitHub, opened once and kept up to date."""

import time
from dataclasses import dataclass, replace

import click

from mentorgen.adapters import clock
from mentorgen.adapters.cli.answer import answer
from mentorgen.adapters.cli.at_github import at_github, current_forge
from mentorgen.adapters.cli.github_remind import carry_out, refuse_days_to_come, say
from mentorgen.adapters.cli.scope import Scope, current_scope, reading
from mentorgen.adapters.github.forge import Forge
from mentorgen.adapters.github.homing import Homing, homing, summary_of
from mentorgen.adapters.github.known import Moment
from mentorgen.adapters.github.plan import Plan
from mentorgen.adapters.github.proposing import merged_people
from mentorgen.adapters.github.publishing import pages_address
from mentorgen.adapters.github.read import Seen, observe
from mentorgen.output.github.homes_report import homes_report, homes_totals


@click.command()
@click.option("--confirm", is_flag=True, help="Open, update and close them.")
@click.option(
    "--confirm-large",
    is_flag=True,
    help="Do it also where more than a quarter of all pairs, or more than 20 closings, are concerned.",
)
@click.option("--texts", is_flag=True, help="Show each text as its people would get it.")
@at_github
@reading
def homes(*, confirm: bool, confirm_large: bool, texts: bool) -> None:
    """Give each pair an issue of its own: here they say yes, and later note their meetings.

    It stays open for as long as the pair goes on, its text is kept up to date, and it is closed with
    thanks. People are mentioned once, when it is opened. Many at once wait for a second word, unless a
    proposal that was merged suggested them. A pair with 'public_contact: false', or with
    somebody who has no account or did not agree to be named, gets none.

    In a public repository '--format github' says how many, and names nobody.
    """
    scope = current_scope().without_private()  # what is written others read
    refuse_days_to_come(scope, confirm=confirm)
    run = _Run(scope, current_forge())
    seen, found = run.look()
    _show(run, found, texts=texts)
    if not confirm:
        click.echo("Nothing was written. With --confirm it is.", err=True)
        return
    if seen.dashboard is None and not run.allowed(found, large=confirm_large).is_idle:
        carry_out(run.forge, run.scope, seen, found.plan)
        seen, found = run.look()
    plan = run.allowed(found, large=confirm_large)
    if not plan.is_idle:
        say(carry_out(run.forge, run.scope, seen, plan), plan, what="home", to="open")


@dataclass(frozen=True, slots=True)
class _Run:
    """What a run is told."""

    scope: Scope
    forge: Forge

    def look(self) -> tuple[Seen, Homing]:
        """Read what is there, and plan over a whole program: who is left out of it is looked at, too."""
        program = self.scope.whole_program()
        today = self.scope.day or clock.today(program.settings.timezone)
        site = pages_address(self.forge.repository())
        now = clock.now()
        seen = observe(self.forge, now=now, pause=time.sleep)
        moment = Moment(today, now, None if self.scope.day else now)
        found = homing(program, seen, moment, site=site)
        if found.plan.stops and found.opened:
            rounds = sorted({program.pairs[pair].cohort for pair in found.opened})
            agreed = merged_people(self.forge, rounds)
            found = homing(program, seen, moment, site=site, agreed=agreed)
        return seen, found

    def allowed(self, found: Homing, *, large: bool) -> Plan:
        """Give the plan as far as it may be done without another word."""
        plan = found.plan
        return plan if large or not plan.stops else replace(plan, posts=(), changes=())


def _show(run: _Run, found: Homing, *, texts: bool) -> None:
    if run.scope.names_people(found.program):
        answer(homes_report(summary_of(found), texts=texts), run.scope.format)
    else:
        answer(homes_totals(found.program, summary_of(found)), run.scope.format)
