"""What GitHub is asked for, one call at a time."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Generic, TypeVar

T_co = TypeVar("T_co", covariant=True)


@dataclass(frozen=True, slots=True)
class Request(Generic[T_co]):
    """One call, with what it is in words and what its answer means."""

    what: str
    """What is going on, for messages, such as 'reading issue #5'."""
    path: str
    """From the interface's address on; with a scheme it is a link out of an answer."""
    understand: Callable[[str], T_co]
    """Makes a value of the answer's text; a ValueError says that it is none."""
    parameters: Mapping[str, str | int] = field(default_factory=dict)
    verb: str = "GET"
    body: Mapping[str, object] | None = None

    @property
    def is_write(self) -> bool:
        """Whether trying twice might do it twice."""
        return self.verb != "GET"
