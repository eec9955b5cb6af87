"""`mentorgen github applicants` as a workflow runs it: a checkout, and a fake GitHub over HTTP."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from mentorgen.model.requests import RequestKind
from tests.adapters.conftest import Answer, Mentorgen
from tests.adapters.github.fake.loopback import served_here
from tests.adapters.github.fake.server import FakeGitHub
from tests.adapters.github.intake.office import DANA, JOINING, Office
from tests.programs.trees import TODAY

Applicants = Callable[..., Answer]


@pytest.fixture
def office(tmp_path: Path) -> Office:
    return Office.of(tmp_path / "repository")


@pytest.fixture
def fake(office: Office) -> FakeGitHub:
    return FakeGitHub(office.hub)


@pytest.fixture
def applicants(
    office: Office, fake: FakeGitHub, mentorgen: Mentorgen, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Applicants]:
    with served_here(fake, office.hub.facts.name, monkeypatch):

        def run(*options: str) -> Answer:
            office.check_out()
            typed = ("github", "applicants", "--root", office.root, "--today", TODAY)
            return mentorgen(*typed, *options)

        yield run


def test_who_came_further_reads_so_once_it_is_confirmed(
    office: Office, fake: FakeGitHub, applicants: Applicants
) -> None:
    number = office.asks(DANA, RequestKind.JOIN_AS_MENTEE, JOINING)
    office.hub.merge(office.pulls(number)[0].number)

    shown = applicants()
    assert shown == Answer(
        0, "answer in #1: Waiting for a match\n", "Nothing was done; --confirm does it.\n"
    )
    assert office.answer(number).startswith("**Received.**")

    assert applicants("--confirm") == Answer(0, "answer in #1: Waiting for a match\n", "")
    assert office.answer(number).startswith("**Waiting for a match.**")

    fake.calls.clear()
    assert applicants("--confirm").out == "Everybody reads where they stand.\n"
    assert fake.calls == {"me": 1, "repository": 1, "talk": 1}
