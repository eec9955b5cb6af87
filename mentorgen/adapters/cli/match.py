"""`mentorgen match`: propose pairs for a round, with reasons."""

from datetime import date

import click

from mentorgen.adapters import console
from mentorgen.adapters.cli.answer import answer
from mentorgen.adapters.cli.scope import Format, Scope, current_scope, reading
from mentorgen.analysis.matching.proposals import propose
from mentorgen.errors import WrongUsageError
from mentorgen.loading.spelling import did_you_mean
from mentorgen.model.ids import CohortId
from mentorgen.model.program import Program
from mentorgen.model.words import PrivateInputs
from mentorgen.output.match_report import match_report, shared_match_report


@click.command(short_help="Propose pairs for a round, with reasons.")
@click.argument("cohort", required=False)
@click.option(
    "--public-only",
    is_flag=True,
    help="Match without the private folder, on what everybody may see.",
)
@reading
def match(cohort: str | None, *, public_only: bool) -> None:
    """Propose pairs for a round: as many people as can be, then as well as can be, with reasons.

    COHORT is a round; without it, every round that has not ended. Nothing is written. What waits and
    what is private stays out of '--format github', which others read.
    """
    scope = current_scope()
    program, today = scope.program()
    _refuse_blindness(program, scope, public_only=public_only)
    cohorts = _cohorts(program, cohort, today)
    with console.busy("Matching"):
        proposals = [propose(program, name, today=today) for name in cohorts]
    if scope.format is Format.GITHUB:
        public, _ = scope.for_readers().program()
        answer(shared_match_report(public, proposals, today=today), scope.format)
    else:
        answer(match_report(program, proposals), scope.format)


def _refuse_blindness(program: Program, scope: Scope, *, public_only: bool) -> None:
    """Stop where private wishes and vetoes exist that were not read: they could not be honoured."""
    if program.settings.private is not PrivateInputs.NONE and not (scope.private or public_only):
        raise WrongUsageError(
            "This program keeps wishes and vetoes in a private folder, and a match without them "
            "could pair two people of whom one said no. Add --private FOLDER; "
            "or --public-only, if you only want to look."
        )


def _cohorts(program: Program, name: str | None, today: date) -> list[CohortId]:
    if name is None:
        return [one.id for one in program.cohorts.values() if not one.ends or one.ends >= today]
    if name not in program.cohorts:
        near = did_you_mean(name, program.cohorts)
        raise WrongUsageError(f"There is no round '{name}'.{near}")
    return [CohortId(name)]
