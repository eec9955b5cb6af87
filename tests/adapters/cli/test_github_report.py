"""`mentorgen github report`: one issue with totals, kept up to date."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from mentorgen.adapters.github.forge import IssueEdit, NewIssue, State
from tests.adapters.conftest import Answer, Mentorgen
from tests.adapters.github.fake.loopback import served_here
from tests.adapters.github.fake.server import FakeGitHub
from tests.adapters.github.hub import BOT, ORGANISER, Hub
from tests.conftest import MakeRepo
from tests.programs.trees import TODAY, three_people


@pytest.fixture
def hub(monkeypatch: pytest.MonkeyPatch) -> Iterator[Hub]:
    hub = Hub()
    with served_here(FakeGitHub(hub), hub.facts.name, monkeypatch):
        yield hub


@pytest.fixture
def root(make_repo: MakeRepo) -> Path:
    return make_repo(three_people())


def _report(mentorgen: Mentorgen, root: Path, *options: object, today: object = TODAY) -> Answer:
    return mentorgen("github", "report", *options, "--root", root, "--today", today)


def test_without_consent_it_is_only_shown(mentorgen: Mentorgen, root: Path, hub: Hub) -> None:
    answer = _report(mentorgen, root)

    assert (answer.code, answer.err) == (0, "Nothing was written; --confirm does it.\n")
    assert "| Spring round |" in answer.out
    assert "Ana" not in answer.out
    assert hub.issues == {}


def test_one_issue_is_opened_and_then_kept(mentorgen: Mentorgen, root: Path, hub: Hub) -> None:
    assert _report(mentorgen, root, "--confirm").out.endswith("/issues/1\n")
    before = hub.issues[1]
    _report(mentorgen, root, "--confirm")
    assert hub.issues == {1: before}

    _report(mentorgen, root, "--confirm", today="2026-05-01")

    assert [*hub.issues] == [1]
    assert "1 May 2026" in hub.issues[1].body


def test_one_that_was_closed_or_is_somebody_elses_is_left_alone(
    mentorgen: Mentorgen, root: Path, hub: Hub
) -> None:
    _report(mentorgen, root, "--confirm")
    forged = hub.add_issue(ORGANISER, NewIssue("Mine", hub.issues[1].body))
    hub.edit_issue(BOT, 1, IssueEdit(state=State.CLOSED))

    _report(mentorgen, root, "--confirm", today="2026-05-01")

    assert [*hub.issues] == [1, 2, 3]
    assert hub.issues[2] == forged
