"""`mentorgen match --write` and `--scores`: files of what is suggested, and of all that could be."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import count
from pathlib import Path

import click

from mentorgen.adapters import console
from mentorgen.adapters.cli.answer import answer
from mentorgen.adapters.cli.match_run import Run, refuse_blindness
from mentorgen.adapters.cli.scope import Format, Scope
from mentorgen.adapters.disk import Change, Delete, Write, apply, create
from mentorgen.analysis.lifecycle import State
from mentorgen.analysis.matching.certificate_texts import certificate_text
from mentorgen.analysis.matching.certificates import certificate_of
from mentorgen.analysis.matching.possible import possible_fits
from mentorgen.analysis.matching.proposals import run_of as run_of_round
from mentorgen.analysis.matching.values import FlashTime, Proposal
from mentorgen.errors import WrongUsageError
from mentorgen.loading.edits import SetField, edited
from mentorgen.loading.layout import place_for
from mentorgen.model.ids import CohortId, Kind, PairId, Slug
from mentorgen.model.program import Program
from mentorgen.output.matching.changes_report import FileChange, changes_report
from mentorgen.output.matching.pair_files import NamesInUse, pair_files
from mentorgen.output.matching.scores import scores_text

NOT_WRITTEN = (
    "Nothing was changed; an organiser sees why with 'mentorgen match --write', "
    "without '--format github'."
)
"""What stands against a file can be what lies in the private folder."""
FEWEST_TO_STOP = 3
"""So few pairs may always go."""
_SHARE_TO_STOP = 4
"""More than one in so many of the standing suggestions do not go without a word."""


@dataclass(frozen=True, slots=True)
class _Folders:
    """Where public and private records lie."""

    scope: Scope

    def file(self, place: str, *, public: bool) -> Path:
        """Say where a record lies; without a private folder nothing is private."""
        private = self.scope.private
        if public or private is None:
            return self.scope.root / place
        return private / place.removeprefix("program/")


def write_pairs(run: Run, *, confirm: bool) -> None:
    """Show the files of what is suggested in every round, and write them where that is confirmed."""
    with console.busy("Matching"):
        proposals = [run.proposal(name) for name in run.cohorts]
    changes = [change for proposal in proposals for change in file_changes(run, proposal)]
    if confirm:
        refuse_blindness(run.program, run.scope, public_only=False)
        _refuse_upheaval(run, changes)
        apply(_change(change) for change in changes)
    shown = [one for one in changes if one.public or run.scope.format is not Format.GITHUB]
    answer(changes_report(shown, applied=confirm), run.scope.format)


def write_scores(run: Run, file: Path) -> None:
    """Write every pair that the rules allow, with its points by criterion, into a new file.

    Raises:
        WrongUsageError: it would lie where others read it, or exists.
    """
    run.refuse_readers("--scores")
    _refuse_public_place(run.scope, file)
    with console.busy("Matching"):
        fits = possible_fits(run.program, run.the_one(), today=run.today, terms=run.terms)
        text = scores_text(run.program, fits)
    create(file, text)
    click.echo(str(file))


def write_proof(run: Run, file: Path) -> None:
    """Write what proves the suggested pairs of a round the best into a new file.

    Raises:
        WrongUsageError: it would lie where others read it, or exists.
    """
    run.refuse_readers("--proof")
    _refuse_public_place(run.scope, file)
    with console.busy("Matching"):
        solved = run_of_round(run.program, run.the_one(), today=run.today, terms=run.terms)
        text = certificate_text(certificate_of(solved))
    create(file, text)
    click.echo(str(file))


def _refuse_public_place(scope: Scope, file: Path) -> None:
    """Stop where numbers that private wishes had a part in would lie in the repository that others read."""
    if scope.private is None:
        return
    here = file.absolute().parent.resolve()
    if here.is_relative_to(scope.root.resolve()) and not here.is_relative_to(
        scope.private.resolve()
    ):
        raise WrongUsageError(
            f"{file} would lie in the program's folder, which others read, and the numbers rest on "
            "private wishes too. Choose a place outside of it, or add --public-only and leave "
            "--private out."
        )


def file_changes(run: Run, proposal: Proposal) -> Iterator[FileChange]:
    """Give the files that a proposal comes to, those of private people in the private folder.

    Raises:
        WrongUsageError: a file in the private folder has the name that a public one would get.
    """
    folders = _Folders(run.scope)
    public, _ = run.scope.without_private().program()
    if run.typed["rematch"]:
        yield from _moved(run, proposal, folders)
    taken = _names_in_use(folders, proposal.cohort)
    for one in pair_files(run.program, public, proposal, taken=taken, today=run.today):
        place = place_for(Kind.PAIR, cohort=proposal.cohort, pair=one.name)
        file = folders.file(place, public=one.public)
        if one.public:
            _refuse_same_name(run.scope, file, folders.file(place, public=False))
        yield FileChange(file, one.text, public=one.public)
    yield from _bookings(run, public, proposal, folders)
    yield from _certificate(run, proposal, folders)


def _bookings(
    run: Run, public: Program, proposal: Proposal, folders: _Folders
) -> Iterator[FileChange]:
    """Book the times of single meetings, so that nobody else is given them."""
    edits: dict[Path, list[SetField]] = defaultdict(list)
    for suggestion in proposal.suggestions:
        if suggestion.flash is None or suggestion.standing is not None:
            continue
        (host,), (guest,) = suggestion.mentors, suggestion.mentees
        place = place_for(Kind.SLOT, slug=host, day=suggestion.flash.on.isoformat())
        is_public = folders.file(place, public=True).exists()
        if is_public and guest not in public.participants:
            continue
        at = _time_of(run.program, host, suggestion.flash)
        file = folders.file(place, public=is_public)
        edits[file].append(SetField(("times", at, "booked_by"), guest))
    for file, own in sorted(edits.items()):
        text = edited(file.read_bytes(), own, kind=Kind.SLOT).decode()
        yield FileChange(file, text, public=file.is_relative_to(run.scope.root / "program"))


def _time_of(program: Program, host: Slug, flash: FlashTime) -> int:
    """Find a time in the file of a day."""
    minutes = flash.at.hour * 60 + flash.at.minute
    (slot,) = (one for one in program.slots if (one.slug, one.on) == (host, flash.on))
    return [time.at for time in slot.times].index(minutes)


def _certificate(run: Run, proposal: Proposal, folders: _Folders) -> Iterator[FileChange]:
    """Prove the pairs of mentors and mentees; in the open only where nothing private had a part."""
    if not proposal.suggestions or run.forced or run.forbidden:
        return
    solved = run_of_round(run.program, proposal.cohort, today=run.today, terms=run.terms)
    is_public = run.scope.private is None
    folder = folders.file(f"program/proposals/{proposal.cohort}/any", public=is_public).parent
    days = (f"{run.today}-{number}" if number > 1 else f"{run.today}" for number in count(1))
    file = next(file for day in days if not (file := folder / f"{day}.json").exists())
    text = certificate_text(certificate_of(solved))
    yield FileChange(file, text, public=is_public)


def _names_in_use(folders: _Folders, cohort: CohortId) -> NamesInUse:
    place = place_for(Kind.PAIR, cohort=cohort, pair="any")
    public, private = (
        [file.stem for file in folders.file(place, public=is_public).parent.glob("*.yaml")]
        for is_public in (True, False)
    )
    return NamesInUse(public, private)


def _refuse_same_name(scope: Scope, file: Path, hidden: Path) -> None:
    """Stop where a new public file has the name of a private one: another number would tell of that.

    Raises:
        WrongUsageError: the private file needs another name; which one is told to organisers alone.
    """
    if file == hidden or not hidden.exists():
        return
    if scope.format is Format.GITHUB:
        raise WrongUsageError(NOT_WRITTEN)
    raise WrongUsageError(
        f"{hidden} has the name that {file} would get, and another name would tell everybody of it; "
        f"nothing was changed. Call the private file '{file.stem}-private'."
    )


def _moved(run: Run, proposal: Proposal, folders: _Folders) -> Iterator[FileChange]:
    """Name the files of suggestions that stood and do not stay, with what was said about them."""
    kept = {one.standing for one in proposal.suggestions}
    for pair in _standing(run, proposal.cohort):
        if pair in kept:
            continue
        cohort, _, name = pair.partition("/")
        for kind in (Kind.PAIR, Kind.PAIR_LOG):
            place = place_for(kind, cohort=cohort, pair=name)
            files = {folders.file(place, public=public): public for public in (False, True)}
            there = ((file, public) for file, public in files.items() if file.exists())
            yield from (FileChange(file, None, public=public) for file, public in there)


def _standing(run: Run, cohort: CohortId) -> Iterator[PairId]:
    for pair, one in run.relationships.items():
        if one.pair.cohort == cohort and one.standing.state is State.SUGGESTED:
            yield pair


def is_upheaval(go: int, stood: int) -> bool:
    """Tell whether more than three suggestions go, and more than a quarter of those that stood."""
    return go > FEWEST_TO_STOP and go * _SHARE_TO_STOP > stood


def _refuse_upheaval(run: Run, changes: list[FileChange]) -> None:
    """Stop where so much would go that it is rather a slip than a wish."""
    stood = sum(1 for cohort in run.cohorts for _ in _standing(run, cohort))
    go = sum(change.text is None and "log" not in change.file.parts for change in changes)
    if is_upheaval(go, stood) and not run.typed["many_changes"]:
        if run.scope.format is Format.GITHUB and run.scope.private is not None:
            raise WrongUsageError(NOT_WRITTEN)
        raise WrongUsageError(
            f"{go} of {stood} suggestions would go, which is a lot; nothing was changed. "
            "If that is what you want, add --many-changes."
        )


def _change(change: FileChange) -> Change:
    if change.text is None:
        return Delete(change.file)
    return Write(change.file, change.text.encode())
