"""What the tests of the command line share: a command run as somebody would type it."""

from collections.abc import Callable
from dataclasses import dataclass

import pytest

from mentorgen.adapters.cli.main import run


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back: the exit code, standard output and standard error."""

    code: int
    out: str
    err: str


Mentorgen = Callable[..., Answer]


@pytest.fixture
def mentorgen(capsys: pytest.CaptureFixture[str]) -> Mentorgen:
    """Run a command in this process; arguments may be paths."""

    def typed(*arguments: object) -> Answer:
        capsys.readouterr()
        code = run([str(argument) for argument in arguments])
        printed = capsys.readouterr()
        return Answer(code, printed.out, printed.err)

    return typed
