"""`mentorgen remind`: what is due today, for whom and why; sends nothing."""

import click

from mentorgen.adapters.cli.answer import answer
from mentorgen.adapters.cli.scope import current_scope, reading
from mentorgen.analysis.reminders import due_reminders
from mentorgen.output.reminder_report import reminder_report, reminder_totals


@click.command()
@click.option("--texts", is_flag=True, help="Show each message as its people would get it.")
@reading
def remind(*, texts: bool) -> None:
    """List the reminders that are due, with the facts they rest on. Nothing is sent.

    In a public repository '--format github' says how many, and names nobody.
    """
    scope = current_scope().for_readers()
    program, today = scope.program()
    plan = due_reminders(program, today=today)
    if scope.names_people(program):
        answer(reminder_report(program, plan, texts=texts), scope.format)
    else:
        answer(reminder_totals(program, plan), scope.format)
