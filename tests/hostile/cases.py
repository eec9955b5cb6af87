"""One thing that is tried on the loader, and how it can end."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class Case:
    """Some bytes at a path of a program; `target` is a function at the top of a module."""

    target: Callable[[str, bytes], object]
    path: str
    content: bytes
    origin: str = ""
    """Says where the bytes come from, so that they can be made again."""


class End(StrEnum):
    """What became of a case; only the first is right."""

    ANSWERED = "answered"
    FAILED = "ended in an uncaught error"
    SLOW = "did not end in time"
    BIG = "took too much memory"
    DIED = "killed the process"


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a case ended, what the target returned or said, and the seconds it took."""

    end: End
    answer: object = None
    seconds: float = 0.0


def told(case: Case, outcome: Outcome) -> str:
    """Describe a case that ended wrongly, with all that is needed to try it again."""
    name = f"{case.target.__name__} of {case.path} ({case.origin})"
    return f"{name} {outcome.end}: {outcome.answer}\n{case.content!r}"
