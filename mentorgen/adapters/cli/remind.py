"""`mentorgen remind`: what is due today, for whom and why; sends nothing."""

import click

from mentorgen.adapters import clock
from mentorgen.adapters.cli.answer import answer
from mentorgen.adapters.cli.named import pair_named
from mentorgen.adapters.cli.scope import current_scope, reading
from mentorgen.analysis.reminders import due_reminders
from mentorgen.errors import WrongUsageError
from mentorgen.output.reminder_report import reminder_report, reminder_totals


@click.command()
@click.argument("pair", required=False)
@click.option("--texts", is_flag=True, help="Show each message as its people would get it.")
@reading
def remind(pair: str | None, *, texts: bool) -> None:
    """List the reminders that are due, with the facts they rest on. Nothing is sent.

    PAIR, such as 2026-autumn/ana-ben, shows that pair's only. In the program's quiet hours everything
    waits; with '--today' it is no time of day, so nothing is quiet.

    In a public repository '--format github' says how many, and names nobody.
    """
    scope = current_scope().for_readers()
    program, today = scope.program()
    plan = due_reminders(program, today=today, now=None if scope.day else clock.now())
    if scope.names_people(program):
        if pair is not None:
            plan = plan.about(pair_named(program, pair).id)
        answer(reminder_report(program, plan, texts=texts), scope.format)
        return
    if pair is not None:
        raise WrongUsageError(
            "In a public repository this format holds totals only. "
            "Ask for a pair without '--format github', on your own machine."
        )
    answer(reminder_totals(program, plan), scope.format)
