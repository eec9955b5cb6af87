"""Changing files so that a crash leaves the old one or the new one, never half of either."""

import os
import stat
from collections.abc import Collection, Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias, assert_never

from mentorgen.errors import TryAgainLaterError, WrongUsageError
from mentorgen.loading.files import UNFINISHED


@dataclass(frozen=True, slots=True)
class Write:
    """A file gets this content, and the folders above it where they are missing."""

    file: Path
    content: bytes


@dataclass(frozen=True, slots=True)
class Delete:
    """A file goes; one that is gone already is fine.

    The folders that it leaves empty go too, up to the one that is `within`, which stays: git does
    not see them, people do.
    """

    file: Path
    within: Path | None = None


Change: TypeAlias = Write | Delete


def create(file: Path, text: str) -> None:
    """Write a new file and the folders above it.

    Raises:
        WrongUsageError: the file is there already.
        TryAgainLaterError: the disk refused.
    """
    if os.path.lexists(file):
        raise WrongUsageError(f"{file} is there already; nothing was changed.")
    apply((Write(file, text.encode()),))


def apply(changes: Iterable[Change]) -> None:
    """Make changes in their order, after everything new has been written beside its place.

    Each file changes in one step. A change that was made before, such as by a run that was killed,
    is made again without harm.

    Raises:
        WrongUsageError: a link or a folder lies where a file should be; nothing was changed.
        TryAgainLaterError: the disk refused; its text says what was changed by then.
    """
    wanted = tuple(changes)
    for change in wanted:
        _refuse_what_is_no_file(change)
    staged: dict[Path, Path] = {}
    number = 0
    try:
        for number, change in enumerate((*wanted, *wanted)):
            if number < len(wanted):
                _stage(change, staged)
            else:
                _make(change, staged)
    except OSError as error:
        raise TryAgainLaterError(_what_happened(error, wanted, number)) from None
    finally:
        for beside in staged.values():
            with suppress(OSError):
                beside.unlink(missing_ok=True)


def _refuse_what_is_no_file(change: Change) -> None:
    if not os.path.lexists(change.file):
        return
    if not stat.S_ISREG(change.file.lstat().st_mode):
        raise WrongUsageError(
            f"{change.file} is a link or a folder, not a file; nothing was changed."
        )


def _stage(change: Change, staged: dict[Path, Path]) -> None:
    """Write new content beside its file, where the disk has it before anything changes."""
    if not isinstance(change, Write):
        return
    file = change.file
    beside = file.with_name(f".{file.name}.{os.getpid()}{UNFINISHED}")
    file.parent.mkdir(parents=True, exist_ok=True)
    _clear_leftovers(file.parent, staged.values())
    staged[file] = beside
    with beside.open("xb") as stream:
        stream.write(change.content)
        stream.flush()
        os.fsync(stream.fileno())
    with suppress(FileNotFoundError):
        beside.chmod(stat.S_IMODE(file.stat().st_mode))


def _clear_leftovers(folder: Path, ours: Collection[Path]) -> None:
    """Delete what a killed run left; a run that goes on in another process fails and says so."""
    for beside in folder.glob(f".*{UNFINISHED}"):
        if beside not in ours:
            beside.unlink(missing_ok=True)


def _make(change: Change, staged: dict[Path, Path]) -> None:
    match change:
        case Write(file):
            staged[file].replace(file)
            del staged[file]
            _settle(file.parent)
        case Delete(file, within):
            file.unlink(missing_ok=True)
            _settle(file.parent)
            _prune(file.parent, within)
        case _:
            assert_never(change)


def _prune(folder: Path, within: Path | None) -> None:
    """Delete a folder and those above it, up to the first that is not empty."""
    with suppress(OSError):
        while within in folder.parents:
            folder.rmdir()
            folder = folder.parent


def _settle(folder: Path) -> None:
    """Make the disk remember a folder's new names; not every system lets one ask for it."""
    with suppress(OSError):
        number = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(number)
        finally:
            os.close(number)


def _what_happened(error: OSError, wanted: Sequence[Change], number: int) -> str:
    """Say which change failed and what was done by then; every change is staged, then made."""
    reason = (error.strerror or str(error)).lower()
    failed = wanted[number % len(wanted)]
    opening = f"{failed.file} could not be {_VERBS[type(failed)]}: {reason}."
    made = number - len(wanted)
    if made <= 0:
        return f"{opening} Nothing was changed."
    return (
        f"{opening} {made} of {len(wanted)} changes were made: {_places(wanted[:made])}. "
        f"Not made: {_places(wanted[made:])}. Run the same command again to finish."
    )


_VERBS = {Write: "written", Delete: "deleted"}


def _places(changes: Iterable[Change]) -> str:
    return ", ".join(str(change.file) for change in changes)
