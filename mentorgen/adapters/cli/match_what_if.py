"""`mentorgen match --why-not` and its like: what would be if something were different."""

from collections.abc import Sequence

from mentorgen.adapters import console
from mentorgen.adapters.cli.answer import answer
from mentorgen.adapters.cli.match_run import Run
from mentorgen.analysis.matching.scenarios import compare as side_by_side
from mentorgen.analysis.matching.what_if import WhatIf, what_if, why_not
from mentorgen.errors import WrongUsageError
from mentorgen.output.matching.comparison import comparison_report
from mentorgen.output.matching.outcome_report import outcome_report, why_not_report


def compare(run: Run, names: Sequence[str]) -> None:
    """Hold two scenarios against each other.

    Raises:
        WrongUsageError: both are one, or one of them does not exist.
    """
    run.refuse_readers("--compare")
    if len({*names}) < len(names):
        raise WrongUsageError(f"'{names[0]}' stands on both sides; compare two scenarios.")
    cohort, policies = run.the_one(), [(name, run.policy(name)) for name in names]
    with console.busy("Matching twice"):
        found = side_by_side(run.program, cohort, policies, today=run.today, terms=run.terms)
    answer(comparison_report(run.program, found), run.scope.format)


def ask(run: Run) -> None:
    """Answer why two people are not together, or what would be if something were different."""
    run.refuse_readers("Such a question")
    cohort, typed = run.the_one(), run.typed
    with console.busy("Matching twice"):
        if typed["why_not"]:
            (pairing,) = run.pairings([typed["why_not"]])
            found = why_not(run.program, cohort, pairing, today=run.today, terms=run.terms)
            report = why_not_report(run.program, found)
        else:
            question = _question(run)
            outcome = what_if(run.program, cohort, question, today=run.today, terms=run.terms)
            report = outcome_report(outcome)
    answer(report, run.scope.format)


def _question(run: Run) -> WhatIf:
    return WhatIf(
        forced=run.pairings(run.typed["force"]),
        forbidden=run.pairings(run.typed["forbid"]),
        new_mentors=tuple(run.skill(name) for name in run.typed["add_mentor"]),
    )
