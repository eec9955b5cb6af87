"""Which calls GitHub takes: where they go, what they may carry, what they do and answer."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TypeVar

from mentorgen.adapters.github.forge import Author
from tests.adapters.github.fake import bodies
from tests.adapters.github.fake.shapes import Shape, Shapes
from tests.adapters.github.hub import Hub

HERE = r"/repos/[^/]+/[^/]+"
ISSUE = rf"{HERE}/issues/(?P<number>\d+)"
COMMENT = rf"{HERE}/issues/comments/(?P<number>\d+)"
PAGES = frozenset({"per_page", "page"})
_STATUS = {"GET": 200, "POST": 201, "PATCH": 200, "DELETE": 204}

B = TypeVar("B", bound=bodies.Body)
Answer = Shape | list[Shape] | None


@dataclass(frozen=True, slots=True)
class Visit:
    """One call that was found to be in order."""

    hub: Hub
    shapes: Shapes
    by: Author
    named: Mapping[str, str]
    """What the path names, such as the number of an issue."""
    query: Mapping[str, str]
    body: bodies.Body | None

    def number(self) -> int:
        return int(self.named["number"])

    def sent(self, kind: type[B]) -> B:
        assert isinstance(self.body, kind)
        return self.body


Act = Callable[[Visit], Answer]


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of call."""

    verb: str
    pattern: str
    answers: str | None
    """The published description of the answer, or of each entry of a list."""
    takes: type[bodies.Body] | None = None
    query: frozenset[str] = frozenset()
    status: int | None = None
    name: str | None = None
    """The method of the protocol that makes it, where the function is not called so."""


@dataclass(frozen=True, slots=True)
class Route:
    """A kind of call and what it does."""

    name: str
    kind: Kind
    act: Act

    @property
    def status(self) -> int:
        return self.kind.status or _STATUS[self.kind.verb]

    def match(self, verb: str, path: str) -> re.Match[str] | None:
        return re.fullmatch(self.kind.pattern, path) if verb == self.kind.verb else None


ROUTES: list[Route] = []
"""All calls that the forge makes; what is not here does not exist."""


def route(kind: Kind) -> Callable[[Act], Act]:
    """Let a function answer a kind of call; its name is that of the protocol's method."""

    def added(act: Act) -> Act:
        ROUTES.append(Route(kind.name or act.__name__, kind, act))
        return act

    return added
