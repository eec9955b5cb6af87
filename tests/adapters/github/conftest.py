"""The two forges of the tests: in memory, and PyGithub against the fake GitHub."""

from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field

import pytest

from mentorgen.adapters.github.calls import Calls
from mentorgen.adapters.github.forge import Author, Forge
from mentorgen.adapters.github.pygithub_forge import PyGithubForge
from mentorgen.adapters.github.settings import Settings
from tests.adapters.github.fake.loopback import served
from tests.adapters.github.fake.server import FakeGitHub
from tests.adapters.github.faults import Schedule, never
from tests.adapters.github.hub import BOT, Hub
from tests.adapters.github.memory import MemoryForge


@dataclass(frozen=True, slots=True)
class Seat:
    """Somebody's forge, and what was called through it."""

    settings: Settings
    calls: Counter[str]
    writes: Counter[str]
    slept: list[float] = field(default_factory=list)

    @property
    def forge(self) -> Forge:
        """The forge, without its settings."""
        return self.settings


Sit = Callable[..., Seat]
"""Takes an author, the bot by default, and a schedule of faults."""


@pytest.fixture
def hub() -> Hub:
    """A repository with two files."""
    return Hub({"README.md": "Hello\n", "program/participants/ana.yaml": "schema: 1\r\n"})


@pytest.fixture(params=["memory", "http"])
def sit(request: pytest.FixtureRequest, hub: Hub) -> Iterator[Sit]:
    """Give forges of one kind that look at the hub."""
    with ExitStack() as stack:

        def at(author: Author = BOT, faults: Schedule = never) -> Seat:
            if request.param == "memory":
                forge = MemoryForge(hub, author, faults=faults)
                return Seat(forge, forge.calls, forge.writes)
            return over_http(stack, hub, author, faults)

        yield at


@pytest.fixture
def sit_http(hub: Hub) -> Iterator[Sit]:
    """Give forges that speak to a fake GitHub over HTTP."""
    with ExitStack() as stack:
        yield lambda author=BOT, faults=never: over_http(stack, hub, author, faults)


def over_http(stack: ExitStack, hub: Hub, author: Author, faults: Schedule) -> Seat:
    """Open a line of one's own to the hub."""
    fake = FakeGitHub(hub, faults=faults)
    fake.tokens["a-token"] = author
    slept: list[float] = []
    calls = Calls(
        "a-token", stack.enter_context(served(fake)), seconds_to_answer=1, sleep=slept.append
    )
    stack.callback(calls.close)
    return Seat(PyGithubForge(calls, hub.facts.name), fake.calls, fake.writes, slept)
