"""What can go wrong with a call to a forge, and when it shall."""

import random
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from enum import StrEnum, auto

from mentorgen.adapters.github.forge import (
    ForbiddenError,
    ForgeError,
    GoneError,
    LimitedError,
    NotFoundError,
    RefusedError,
    UnknownOutcomeError,
)


class KilledError(BaseException):
    """The process ends here, as by `kill -9`: nothing may catch it."""


class Fault(StrEnum):
    """One way in which a call fails; what ends in `_STORED` was done all the same."""

    BAD_GATEWAY = auto()
    BAD_GATEWAY_STORED = auto()
    RESET = auto()
    RESET_STORED = auto()
    TIME_OUT = auto()
    TIME_OUT_STORED = auto()
    HTML = auto()
    HTML_STORED = auto()
    TRUNCATED = auto()
    TRUNCATED_STORED = auto()
    LIMITED = auto()
    """A secondary limit: 403 with Retry-After: 60."""
    LIMITED_DATE = auto()
    """A secondary limit: 429 with a date as its Retry-After, 60 seconds from now."""
    LIMITED_SILENT = auto()
    """A secondary limit: 429 without a word on when."""
    EXHAUSTED = auto()
    """The hour's calls are used up: 403, and X-RateLimit-Reset is 60 seconds from now."""
    UNAUTHORIZED = auto()
    FORBIDDEN = auto()
    NOT_FOUND = auto()
    GONE = auto()
    REFUSED = auto()
    EMPTY_LIST = auto()
    """A list answers with nothing; other calls are as ever."""
    STALE_LIST = auto()
    """A list lacks its newest entry; other calls are as ever."""
    PAGE_LOST = auto()
    """A list's second page fails, where there is one; other calls are as ever."""
    KILLED = auto()
    """The process ends before the call."""
    KILLED_STORED = auto()
    """The process ends after the call."""

    @property
    def is_stored(self) -> bool:
        """Whether the call was done, although nobody hears of it."""
        return self.name.endswith("_STORED")

    def error(self) -> ForgeError | KilledError | None:
        """Give what a caller meets; None where the call goes on."""
        name = self.name.removesuffix("_STORED")
        text = f"planted: {self.value}"
        if name == "KILLED":
            return KilledError()
        if name.startswith(("LIMITED", "EXHAUSTED")):
            return LimitedError(text, wait=None if name == "LIMITED_SILENT" else 60)
        kind = _ERRORS.get(name)
        return kind(text) if kind else None


_ERRORS: Mapping[str, type[ForgeError]] = {
    "BAD_GATEWAY": UnknownOutcomeError,
    "RESET": UnknownOutcomeError,
    "TIME_OUT": UnknownOutcomeError,
    "HTML": UnknownOutcomeError,
    "TRUNCATED": UnknownOutcomeError,
    "UNAUTHORIZED": ForbiddenError,
    "FORBIDDEN": ForbiddenError,
    "NOT_FOUND": NotFoundError,
    "GONE": GoneError,
    "REFUSED": RefusedError,
}
UNKNOWN = tuple(
    fault for fault in Fault if _ERRORS.get(fault.name.split("_STORED")[0]) is UnknownOutcomeError
)
"""After these nobody knows whether a write was done."""
LIMITS = (Fault.LIMITED, Fault.LIMITED_DATE, Fault.LIMITED_SILENT, Fault.EXHAUSTED)
LISTS = (Fault.EMPTY_LIST, Fault.STALE_LIST, Fault.PAGE_LOST)
"""These happen to lists only."""


@dataclass(frozen=True, slots=True)
class Call:
    """A call as a schedule of faults sees it."""

    name: str
    """The method of the protocol, such as create_issue."""
    is_write: bool
    number: int
    """Which call it is, from 1."""
    write: int
    """How many writes there are up to it."""


Schedule = Callable[[Call], Fault | None]
"""Says for each call what goes wrong with it, if anything."""


def never(_: Call) -> Fault | None:
    """Let every call go well."""
    return None


def at_writes(faults: Mapping[int, Fault]) -> Schedule:
    """Let the writes of these numbers, from 1, go wrong."""
    return lambda call: faults.get(call.write) if call.is_write else None


def at_calls(faults: Mapping[int, Fault]) -> Schedule:
    """Let the calls of these numbers, from 1, go wrong."""
    return lambda call: faults.get(call.number)


def always(name: str, fault: Fault) -> Schedule:
    """Let every call of one method go wrong."""
    return lambda call: fault if call.name == name else None


def randomly(
    chance: random.Random,
    *,
    writes: float,
    reads: float = 0,
    kinds: Collection[Fault] = UNKNOWN,
    lists: Collection[Fault] = LISTS,
) -> Schedule:
    """Let a share of the writes and of the reads go wrong, in one of several ways each."""

    def schedule(call: Call) -> Fault | None:
        if call.is_write:
            return chance.choice(tuple(kinds)) if chance.random() < writes else None
        return chance.choice(tuple(lists)) if chance.random() < reads else None

    return schedule
