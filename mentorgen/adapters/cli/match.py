"""`mentorgen match`: propose pairs for a round, with reasons."""

from dataclasses import replace
from typing import Unpack

import click

from mentorgen.adapters import console
from mentorgen.adapters.cli.answer import answer
from mentorgen.adapters.cli.match_options import Typed, checked, matching_options
from mentorgen.adapters.cli.match_run import Run, run_of
from mentorgen.adapters.cli.match_verify import verify
from mentorgen.adapters.cli.match_what_if import ask, compare
from mentorgen.adapters.cli.match_write import write_pairs, write_proof, write_scores
from mentorgen.adapters.cli.scope import Format, Scope, current_scope, reading
from mentorgen.analysis.matching.values import Proposal
from mentorgen.errors import ContradictionError
from mentorgen.output.matching.report import match_report
from mentorgen.output.matching.shared import CONTRADICTION, shared_match_report


@click.command(short_help="Propose pairs for a round, with reasons.")
@click.argument("cohort", required=False)
@matching_options
@reading
def match(cohort: str | None, **typed: Unpack[Typed]) -> int:
    """Propose pairs for a round: as many people as can be, then as well as can be, with reasons.

    COHORT is a round; without it, every round that has not ended. Nothing is written, unless --scores
    or --proof names a file or --write is confirmed. What waits and what is private stays out of '--format github',
    which others read.
    """
    options, scope = checked(typed), current_scope()
    try:
        return _answered(scope, cohort, options)
    except ContradictionError:
        if scope.format is not Format.GITHUB:
            raise
        raise ContradictionError(CONTRADICTION) from None


def _answered(scope: Scope, cohort: str | None, options: Typed) -> int:
    if options["verify"]:
        return verify(scope, options["verify"], public_only=options["public_only"])
    run = run_of(scope, cohort, options)
    if options["scores"]:
        write_scores(run, options["scores"])
    elif options["proof"]:
        write_proof(run, options["proof"])
    elif options["write"]:
        write_pairs(run, confirm=options["confirm"])
    elif options["compare"]:
        compare(run, options["compare"])
    elif run.is_what_if:
        ask(run)
    else:
        _propose(run)
    return 0


def _propose(run: Run) -> None:
    with console.busy("Matching"):
        proposals = [run.proposal(name) for name in run.cohorts]
    rematch = run.typed["rematch"]
    if run.scope.format is Format.GITHUB:
        known = proposals if run.scope.private is None else map(_without_note, proposals)
        report = shared_match_report(run.readable, [*known], today=run.today, rematch=rematch)
    else:
        report = match_report(run.program, proposals, today=run.today, rematch=rematch)
    answer(report, run.scope.format)


def _without_note(proposal: Proposal) -> Proposal:
    """Leave out why there is nobody to suggest: that can rest on what was said in confidence."""
    return replace(proposal, note=None)
