"""`mentorgen agenda`: what a pair talks about when it meets next."""

import click

from mentorgen.adapters.cli.answer import answer
from mentorgen.adapters.cli.named import pair_named
from mentorgen.adapters.cli.scope import current_scope, reading
from mentorgen.analysis.agendas import agenda_of
from mentorgen.errors import WrongUsageError
from mentorgen.output.agenda_report import agenda_report


@click.command(short_help="Make the agenda of a pair's next meeting.")
@click.argument("pair")
@reading
def agenda(pair: str) -> None:
    """Make the agenda of the next meeting of a PAIR, such as 2026-autumn/ana-ben.

    Open promises and goals stand on top; the points follow the stage of the pair's plan.
    """
    scope = current_scope().for_readers()
    program, today = scope.program()
    found = pair_named(program, pair)
    if not scope.names_people(program) and not (found.on_site and found.public_contact):
        raise WrongUsageError(
            "This pair does not want to be seen in public. "
            "Ask without '--format github' and send the agenda to its people."
        )
    made = agenda_of(program, found, today=today)
    if made is None:
        raise WrongUsageError(f"The pair '{pair}' has ended; it has no next meeting.")
    answer(agenda_report(program, made, today=today), scope.format)
