"""`mentorgen github propose`: the best pairs of each round as a pull request that stays up to date."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path

import click

from mentorgen.adapters.cli.at_github import at_github, current_forge
from mentorgen.adapters.cli.match_options import NOTHING_ASKED, Typed
from mentorgen.adapters.cli.match_run import Run, run_of
from mentorgen.adapters.cli.match_write import file_changes
from mentorgen.adapters.cli.scope import BrokenProgramError, Format, current_scope, scoped
from mentorgen.adapters.git import Repository
from mentorgen.adapters.github.forge import Forge
from mentorgen.adapters.github.proposing import (
    BRANCHES,
    ENDINGS,
    Seen,
    Wanted,
    carry_out,
    decide,
    observe,
    steps,
)
from mentorgen.adapters.workflow import MOST_BYTES, add_to_summary, has_summary
from mentorgen.analysis.matching.proposals import propose as propose_pairs
from mentorgen.analysis.matching.terms import Terms
from mentorgen.analysis.matching.values import Proposal
from mentorgen.analysis.matching.what_if import WhatIf, terms_with
from mentorgen.analysis.reminders import ReminderKind, due_reminders
from mentorgen.errors import (
    ContradictionError,
    MentorgenError,
    TryAgainLaterError,
    WrongUsageError,
)
from mentorgen.loading.draft import errors_in_all
from mentorgen.loading.edits import AppendEntry, edited
from mentorgen.loading.layout import place_for
from mentorgen.model.facts import FactKind
from mentorgen.model.ids import CohortId, Kind, PairId
from mentorgen.model.words import Outcome, PrivateInputs
from mentorgen.output.github.proposals import (
    ENDINGS_TITLE,
    Note,
    endings_body,
    endings_note,
    note_of,
    proposal_body,
    proposal_title,
)
from mentorgen.output.matching.shared import shared_match_report
from mentorgen.output.report import as_markdown

ENDING_IS_PROPOSED = 2
"""The step of an ending after it was announced."""


class WishesError(MentorgenError):
    """What reviewers asked for does not go with the files as they are by now."""


@click.command(short_help="Propose pairs in a pull request, and keep it up to date.")
@click.option("--cohort", metavar="NAME", help="The round to match.  [default: each open one]")
@click.option("--confirm", is_flag=True, help="Do it; without this it is only shown.")
@at_github
@scoped
def propose(cohort: str | None, *, confirm: bool) -> None:
    """Match each open round, or one, and propose its pairs on a branch of its own.

    A proposal that says the same as before is left alone, and so is one on which people work. What rests on a
    private folder that is not here is not proposed: an organiser does it on their own machine. Endings of
    pairs that nobody has heard of for long are proposed, too, when they were announced.
    """
    scope = current_scope()._replace(format=Format.GITHUB)
    program = scope.whole_program()
    is_blind = program.settings.private is not PrivateInputs.NONE and scope.private is None
    if is_blind:
        round_name = f" {cohort}" if cohort else ""
        click.echo(
            "Wishes and vetoes of this program are in a private folder that is not here, so no pair is "
            f"proposed. On your own machine: mentorgen match{round_name} --private FOLDER --write"
        )
    asked = Typed(**{**NOTHING_ASKED, "public_only": is_blind})
    forge, run = current_forge(), run_of(scope, cohort or None, asked)
    base = base_of(forge, scope.root) if confirm else ""
    for name in () if is_blind else run.cohorts:
        keep(forge, run, name, base=base, confirm=confirm)
    if not run.cohorts:
        click.echo("No round is open.")
    if not cohort:
        seen = observe(forge, ENDINGS)
        _act(forge, seen, endings_of(run), "Endings", base if confirm else None)
    if not confirm:
        click.echo("Nothing was done; --confirm does it.", err=True)


def keep(forge: Forge, run: Run, cohort: CohortId, *, base: str, confirm: bool) -> None:
    """Say what is to be done about the proposal of a round, and do it where that is confirmed.

    The page of the run shows all of it, also what the pull request has no room for.
    """
    seen = observe(forge, f"{BRANCHES}{cohort}")
    try:
        run, proposal = _asked(run, cohort, seen.note)
    except ContradictionError:
        click.echo(
            f"{cohort}: its locked pairs contradict each other or a rule; an organiser sees which with "
            "'mentorgen match'."
        )
        return
    except WishesError:
        click.echo(
            f"{cohort}: what reviewers asked for in its proposal cannot be done any more, so it stays as it is; "
            "close it, and a new one is made."
        )
        return
    wanted = wanted_from(run, proposal, seen.note)
    _act(forge, seen, wanted, cohort, base if confirm else None)
    if has_summary():
        whole = shared_match_report(run.readable, [proposal], today=run.today, room=MOST_BYTES // 2)
        add_to_summary(as_markdown(whole))


def _act(forge: Forge, seen: Seen, wanted: Wanted, name: str, base: str | None) -> None:
    """Bring one pull request up to date on top of a commit, or without one say what that would take."""
    act = decide(seen, wanted)
    click.echo(f"{name}:")
    for step in steps(act):
        click.echo(step)
    if base is not None:
        branch = forge.repository().default_branch
        address = carry_out(forge, seen, act, base=base, base_branch=branch)
        if address:
            click.echo(address)


def endings_of(run: Run) -> Wanted:
    """Work out whose endings are to be proposed: an ending was announced, and its time has passed."""
    due = due_reminders(run.program, today=run.today).due
    pairs = [
        one.pair
        for one in due
        if (one.kind, one.number) == (ReminderKind.PROPOSE_ENDING, ENDING_IS_PROPOSED)
        and one.pair in run.readable.pairs
    ]
    files = dict(_ended(run, pair) for pair in pairs)
    _refuse_errors(run, files)
    return Wanted(
        branch=ENDINGS,
        title=ENDINGS_TITLE,
        body=endings_body(run.readable, pairs),
        content=endings_note(pairs).content,
        files=_below_top(run.scope.root, files),
    )


def _ended(run: Run, pair: PairId) -> tuple[str, str]:
    """Give the log of a pair with its ending."""
    cohort, _, name = pair.partition("/")
    place = place_for(Kind.PAIR_LOG, cohort=cohort, pair=name)
    file = run.scope.root / place
    before = file.read_bytes() if file.exists() else b"schema: 1\n"
    ended = AppendEntry(
        ("facts",),
        {
            "on": run.today.isoformat(),
            "kind": FactKind.ENDED.value,
            "outcome": Outcome.STOPPED.value,
        },
    )
    return place, edited(before, [ended], kind=Kind.PAIR_LOG).decode()


def _asked(run: Run, cohort: CohortId, before: Note | None) -> tuple[Run, Proposal]:
    """Give what is to be proposed for a round to all readers, and a run that keeps to what reviewers asked before.

    Raises:
        WishesError: what they asked cannot be done.
    """
    if before is not None:
        run = replace(run, forced=before.forced, forbidden=before.forbidden)
    return run, _readable(run, proposal_asked(run, cohort, before))


def proposal_asked(run: Run, cohort: CohortId, note: Note | None) -> Proposal:
    """Match a round so that what reviewers asked for, in a note, comes about.

    Raises:
        WishesError: it cannot be done.
    """
    if note is None or not (note.forced or note.forbidden):
        return run.proposal(cohort)
    try:
        terms = terms_asked(run, cohort, note)
        return propose_pairs(run.program, cohort, today=run.today, terms=terms)
    except WrongUsageError as error:
        raise WishesError(str(error)) from None


def terms_asked(run: Run, cohort: CohortId, note: Note) -> Terms:
    """Give the terms of a run with what reviewers asked for; people may be named in any order.

    Raises:
        WrongUsageError: a rule stands against it.
    """
    asked = WhatIf(forced=note.forced, forbidden=note.forbidden)
    usual = replace(run, forced=(), forbidden=()).terms
    return terms_with(run.program, cohort, asked, today=run.today, terms=usual)


def wanted_from(run: Run, proposal: Proposal, before: Note | None) -> Wanted:
    """Put a proposal into files and a text."""
    note = note_of(proposal.suggestions, forced=run.forced, forbidden=run.forbidden)
    files = dict(_files(run, proposal)) if note.people else {}
    _refuse_errors(run, files)
    return Wanted(
        branch=f"{BRANCHES}{proposal.cohort}",
        title=proposal_title(run.readable, proposal.cohort),
        body=proposal_body(run.readable, proposal, note, before=before, today=run.today),
        content=note.content,
        files=_below_top(run.scope.root, files),
    )


def _readable(run: Run, proposal: Proposal) -> Proposal:
    """Keep the suggestions whose people everybody knows."""
    everybody = run.readable.participants.keys()
    shown = tuple(one for one in proposal.suggestions if everybody >= {*one.everyone})
    return replace(proposal, suggestions=shown, note=None)


def _files(run: Run, proposal: Proposal) -> Iterator[tuple[str, str | None]]:
    for change in file_changes(run, proposal):
        if change.public:
            yield change.file.relative_to(run.scope.root).as_posix(), change.text


def _refuse_errors(run: Run, files: Mapping[str, str | None]) -> None:
    """Check the files together with the program before anybody sees them."""
    texts = {place: text for place, text in files.items() if text is not None}
    for problem in errors_in_all(texts, root=run.scope.root, today=run.scope.newest_day):
        raise BrokenProgramError(f"The proposal would not pass the check: {problem}")


def _below_top(root: Path, files: Mapping[str, str | None]) -> Mapping[str, str | None]:
    """Name files from the top of the repository, in which the program may lie in a folder."""
    repository = Repository.around(root)
    below = repository.below if repository else ""
    return {f"{below}{place}": text for place, text in files.items()}


def base_of(forge: Forge, root: Path) -> str:
    """Give the commit on which everything rests: what is checked out, if it is the newest.

    Raises:
        TryAgainLaterError: somebody pushed meanwhile.
        WrongUsageError: there is no repository here.
    """
    repository = Repository.around(root)
    if repository is None:
        raise WrongUsageError(f"{root} lies in no git repository.")
    here, there = repository.commit("HEAD"), forge.branch(forge.repository().default_branch)
    if here != there:
        raise TryAgainLaterError(
            "What is checked out is not the newest commit of the default branch; the next run sees it."
        )
    return here
