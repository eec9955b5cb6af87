"""`mentorgen alumni`: who finished a round, and who of them would like to mentor."""

import click

from mentorgen.adapters.cli.answer import answer
from mentorgen.adapters.cli.scope import current_scope, reading
from mentorgen.analysis.alumni import alumni as those_who_finished
from mentorgen.errors import WrongUsageError
from mentorgen.output.alumni_report import alumni_report


@click.command()
@reading
def alumni() -> None:
    """List who finished a round, first who would like to mentor next.

    In a public repository '--format github' is refused, since it would name people.
    """
    scope = current_scope().for_readers()
    program, today = scope.program()
    if not scope.names_people(program):
        raise WrongUsageError(
            "This list names people, and in a public repository everybody would read it. "
            "Ask without '--format github', on your own machine."
        )
    found = those_who_finished(program, today=today)
    answer(alumni_report(program, found, today=today), scope.format)
