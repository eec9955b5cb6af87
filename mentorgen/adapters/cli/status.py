"""`mentorgen status`: how the program, a round, a pair or a person is doing."""

from datetime import date

import click

from mentorgen.adapters.cli.answer import answer
from mentorgen.adapters.cli.scope import Format, current_scope, reading
from mentorgen.analysis.needs import needs
from mentorgen.analysis.voices import voices
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
from mentorgen.output.voices_report import voices_report


@click.command()
@click.argument("name", required=False)
@click.option("--needs-you", is_flag=True, help="What organisers do today, the most urgent first.")
@click.option("--answers", is_flag=True, help="Who answered surveys, and how, as totals.")
@reading
def status(name: str | None, *, needs_you: bool, answers: bool) -> None:
    """Show states, health and progress, computed for the day.

    NAME is a round, a pair (2026-autumn/ana-ben) or a participant; without it, everything that goes on.
    In a public repository '--format github' gives totals and names nobody.
    """
    scope = current_scope().for_readers()
    if answers and scope.format is Format.GITHUB:
        raise WrongUsageError(
            "Answers are private. Ask without '--format github', on your own machine."
        )
    program, today = scope.program()
    if needs_you:
        report = _needs(program, name, today, named=scope.names_people(program))
    elif answers:
        report = _answers(program, name, today)
    elif scope.names_people(program):
        report = _report(program, name, today)
    else:
        report = _totals(program, name, today)
    answer(report, scope.format)


def _needs(program: Program, name: str | None, today: date, *, named: bool) -> Report:
    if name is not None:
        raise WrongUsageError(f"This is about the whole program; leave '{name}' out.")
    found = needs(program, today=today)
    return needs_report(program, found) if named else needs_totals(found)


def _answers(program: Program, name: str | None, today: date) -> Report:
    if name is not None and name not in program.cohorts:
        near = did_you_mean(name, program.cohorts)
        raise WrongUsageError(f"Answers are counted for a round; '{name}' is none.{near}")
    cohort = CohortId(name) if name is not None else None
    return voices_report(program, voices(program, cohort=cohort, today=today), today=today)


def _totals(program: Program, name: str | None, today: date) -> Report:
    if name is not None and name not in program.cohorts:
        raise WrongUsageError(
            "In a public repository this format holds totals only. "
            "Ask for a pair or a person without '--format github', on your own machine."
        )
    return totals_report(program, name, today=today)


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
