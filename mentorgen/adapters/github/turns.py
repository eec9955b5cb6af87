"""Whose turn it is to write: one run at a time, also where one dies or two begin at once.

A run takes its turn by adding a label with its number, of which GitHub lets nobody add a second. The label
also remembers which issue is the dashboard. Its turn ends when the journal says that the run is done,
or after an hour. The label of the first run stays for ever: where it is missing, the list of labels is
not to be trusted.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from mentorgen.adapters.github.forge import (
    ForgeError,
    Issues,
    Label,
    NotFoundError,
    RefusedError,
    UnknownOutcomeError,
)
from mentorgen.errors import TryAgainLaterError

LONGEST_TURN = timedelta(minutes=60)
"""After so long a run that was not heard of again is taken for dead."""
STOPS_WRITING = timedelta(minutes=40)
"""After so long a run writes nothing more: clocks differ and answers take their time."""
FIRST = 1
_NAME = re.compile("mentorgen-run-([1-9][0-9]{0,8})")
_TEXT = re.compile(r"issue ([0-9]{1,9}), ([-0-9]{10}T[0-9]{2}:[0-9]{2})Z, ([0-9a-z]+)")
_LONG_AGO = datetime(2000, 1, 1, tzinfo=UTC)


class NotOurTurnError(ForgeError, TryAgainLaterError):
    """Another run writes, or has just written."""


@dataclass(frozen=True, slots=True)
class Turn:
    """The turn of a run; `number` is the dashboard's, or 0 where that was not there yet."""

    run: int
    number: int
    since: datetime
    by: str
    """A word that only this run knows."""

    @property
    def label(self) -> Label:
        """The label that stands for it."""
        since = self.since.astimezone(UTC).strftime("%Y-%m-%dT%H:%M")
        text = f"Please keep. Reminders: issue {self.number}, {since}Z, {self.by}"
        return Label(f"mentorgen-run-{self.run}", "ededed", text)


def turns_in(labels: Iterable[Label]) -> tuple[Turn, ...]:
    """Find the turns among all labels, the oldest first."""
    return tuple(
        sorted(
            (
                _turn(int(found[1]), label.description)
                for label in labels
                if (found := _NAME.fullmatch(label.name))
            ),
            key=lambda turn: turn.run,
        )
    )


def take(forge: Issues, turn: Turn) -> None:
    """Take a turn.

    Raises:
        NotOurTurnError: another run has it.
    """
    try:
        forge.create_label(turn.label)
    except RefusedError:
        raise NotOurTurnError(_TAKEN) from None
    except UnknownOutcomeError:
        if turn.label not in forge.labels():
            raise


def clear(forge: Issues, turns: Iterable[Turn], *, but: Turn) -> None:
    """Take away the labels of turns that are over; what does not go now goes next time."""
    for turn in turns:
        if turn.run not in {FIRST, but.run}:
            try:
                forge.delete_label(turn.label.name)
            except (NotFoundError, RefusedError):
                continue
            except ForgeError:
                return


_TAKEN = (
    "Another run writes reminders, or began to and was stopped less than an hour ago. Nothing was "
    "written; run again later."
)


def refuse_while_taken(
    turns: Iterable[Turn], *, run: int, open_since: datetime | None, now: datetime
) -> None:
    """Stop where the last turn is not over.

    `run` is the last that the journal knows, and `open_since` when it was written, where that run has not
    come to its end.

    Raises:
        NotOurTurnError: so it is.
    """
    begun = [turn.since for turn in turns if turn.run > run]
    if open_since is not None:
        begun.append(open_since)
    if any(now - since < LONGEST_TURN for since in begun):
        raise NotOurTurnError(_TAKEN)


def _turn(run: int, text: str) -> Turn:
    found = _TEXT.search(text)
    if found is None:
        return Turn(run, 0, _LONG_AGO, "")
    since = datetime.fromisoformat(found[2]).replace(tzinfo=UTC)
    return Turn(run, int(found[1]), since, found[3])
