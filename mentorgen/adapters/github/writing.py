"""Writing at a forge with patience: a limit that ends soon is waited for, and a note is written until it is there."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from typing import TypeVar

from mentorgen.adapters.github.forge import Forge, LimitedError, UnknownOutcomeError
from mentorgen.adapters.github.plan import Post

SECONDS_BETWEEN_WRITES = 1.0
"""At most 60 things a minute, where GitHub allows 80."""
LONGEST_WAIT = 120
"""Seconds: a limit that lasts longer ends the run."""
WAIT_WHERE_NOTHING_IS_SAID = 60
"""Seconds, as GitHub's documentation asks for."""
TRIES = 3
"""A write that does nothing the second time is tried so often."""
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class World:
    """What a run is handed: the forge, the clock, how to wait, a word of its own, and the last look.

    `fits` is asked right before each post whether it still fits what the people's logs say.
    """

    forge: Forge
    now: Callable[[], datetime]
    pause: Callable[[float], None]
    word: str
    fits: Callable[[Post], bool]


@dataclass(slots=True)
class Outcome:
    """What came of a run, by marks of posts and numbers of issues."""

    sent: list[str] = field(default_factory=list)
    unknown: list[str] = field(default_factory=list)
    left_out: list[str] = field(default_factory=list)
    refused: list[str] = field(default_factory=list)
    not_tried: list[str] = field(default_factory=list)
    changed: list[int] = field(default_factory=list)
    dashboard: int = 0


def patiently(world: World, write: Callable[[], T]) -> T:
    """Write once; where GitHub says that nothing was done and to wait a little, wait and write."""
    for _ in range(TRIES - 1):
        try:
            return write()
        except LimitedError as error:
            wait = WAIT_WHERE_NOTHING_IS_SAID if error.wait is None else error.wait
            if wait > LONGEST_WAIT:
                raise
            world.pause(wait)
    return write()


def surely(world: World, write: Callable[[], str], read: Callable[[], str], text: str) -> None:
    """Write a text that may be written twice, until it is known to be there.

    Raises:
        UnknownOutcomeError: it was not seen to be.
    """
    for _ in range(TRIES):
        try:
            found = patiently(world, write)
        except UnknownOutcomeError:
            world.pause(SECONDS_BETWEEN_WRITES)
            found = read()
        if found.replace("\r", "").strip() == text.strip():
            return
    raise UnknownOutcomeError("The journal of reminders could not be written; run again later.")
