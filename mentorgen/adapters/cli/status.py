"""`mentorgen status`: how the program, a round, a pair or a person is doing."""

from datetime import date

import click

from mentorgen.adapters.cli.answer import answer
from mentorgen.adapters.cli.scope import current_scope, reading
from mentorgen.analysis.needs import needs
from mentorgen.errors import WrongUsageError
from mentorgen.loading.spelling import did_you_mean
from mentorgen.model.ids import CohortId, PairId, Slug
from mentorgen.model.program import Program
from mentorgen.output.needs_report import needs_report, needs_totals
from mentorgen.output.report import Report
from mentorgen.output.status_report import (
    cohort_status,
    pair_status,
    person_status,
    program_status,
)
from mentorgen.output.totals_report import totals_report


@click.command()
@click.argument("name", required=False)
@click.option("--needs-you", is_flag=True, help="What organisers do today, the most urgent first.")
@reading
def status(name: str | None, *, needs_you: bool) -> None:
    """Show states, health and progress, computed for the day.

    NAME is a round, a pair (2026-autumn/ana-ben) or a participant; without it, everything that goes on.
    In a public repository '--format github' gives totals and names nobody.
    """
    scope = current_scope().for_readers()
    program, today = scope.program()
    named = scope.names_people(program)
    if needs_you:
        _refuse_name(name)
        found = needs(program, today=today)
        answer(needs_report(program, found) if named else needs_totals(found), scope.format)
        return
    if named:
        answer(_report(program, name, today), scope.format)
        return
    if name is not None and name not in program.cohorts:
        raise WrongUsageError(
            "In a public repository this format holds totals only. "
            "Ask for a pair or a person without '--format github', on your own machine."
        )
    answer(totals_report(program, name, today=today), scope.format)


def _refuse_name(name: str | None) -> None:
    if name is not None:
        raise WrongUsageError(f"This is about the whole program; leave '{name}' out.")


def _report(program: Program, name: str | None, today: date) -> Report:
    if name is None:
        return program_status(program, today=today)
    if name in program.cohorts:
        return cohort_status(program, CohortId(name), today=today)
    if name in program.pairs:
        return pair_status(program, PairId(name), today=today)
    if name in program.participants:
        return person_status(program, Slug(name), today=today)
    near = did_you_mean(name, [*program.cohorts, *program.pairs, *program.participants])
    raise WrongUsageError(f"There is no round, pair or participant '{name}'.{near}")
