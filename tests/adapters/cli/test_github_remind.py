"""`mentorgen github remind` and `digest` as a workflow runs them, against a fake GitHub over HTTP."""

import json
import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from mentorgen.adapters.cli.github_remind import is_private
from mentorgen.adapters.github.forge import Issue
from mentorgen.model.words import Layout
from mentorgen.output.github.marks import hidden_in
from tests.adapters.conftest import Answer, Mentorgen
from tests.adapters.github.fake.loopback import served_here
from tests.adapters.github.fake.server import FakeGitHub
from tests.adapters.github.faults import Fault, at_writes
from tests.adapters.github.hub import Hub
from tests.adapters.github.memory import MemoryForge
from tests.builders import a_program, some_settings
from tests.repository_builder import COHORT, CONSENT, PAIR, PROGRAM, make_repo

FILES = {
    "program/program.yaml": PROGRAM,
    "program/cohorts/spring.yaml": COHORT,
    "program/participants/ada.yaml": (
        f"schema: 1\nname: Ada\nrole: mentor\ngithub: example-ada\n{CONSENT}"
    ),
    "program/participants/ben.yaml": (
        f"schema: 1\nname: Ben\nrole: mentee\ngithub: example-ben\n{CONSENT}"
    ),
    "program/pairs/spring/ada-ben.yaml": f"{PAIR}informal: true\n",
}
TODAY = "2026-03-13"
AtGitHub = Callable[..., Answer]


@pytest.fixture
def fake() -> FakeGitHub:
    return FakeGitHub(Hub(now=datetime(2026, 3, 13, 9, 17, tzinfo=UTC)))


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return make_repo(tmp_path, FILES)


@pytest.fixture
def github(
    fake: FakeGitHub, root: Path, mentorgen: Mentorgen, monkeypatch: pytest.MonkeyPatch
) -> Iterator[AtGitHub]:
    with served_here(fake, fake.hub.facts.name, monkeypatch):
        monkeypatch.setenv("GITHUB_ACTIONS", "true")
        yield lambda *typed: mentorgen("github", *typed, "--root", root, "--today", TODAY)


def sent(fake: FakeGitHub) -> list[Issue]:
    return [one for one in fake.hub.issues.values() if hidden_in(one.body, "pair")]


def test_a_plan_is_printed_with_its_hash_and_nothing_is_written(
    github: AtGitHub, fake: FakeGitHub
) -> None:
    answer = github("remind", "--texts")

    assert answer.code == 0
    assert "1 reminder to be sent." in answer.out
    assert "A first meeting?" in answer.out
    assert "Reminders have never run here." in answer.out
    assert re.search(r"This is plan ([0-9a-f]{4}-){3}[0-9a-f]{4}\.", answer.out)
    assert answer.err == "Nothing was sent. With --confirm it is.\n"
    assert fake.writes.total() == 0


def test_a_first_run_sends_nothing_and_a_large_one_sends_all(
    github: AtGitHub, fake: FakeGitHub
) -> None:
    first = github("remind", "--confirm")
    assert first.code == 0
    assert "The dashboard is issue 1." in first.err
    assert not sent(fake)

    second = github("remind", "--confirm")
    assert second.code == 0
    assert "1 sent" in second.err
    assert len(sent(fake)) == 1

    third = github("remind", "--confirm")
    assert third.err.endswith("There is nothing to do.\n")


def test_who_looked_first_may_let_the_first_run_send(github: AtGitHub, fake: FakeGitHub) -> None:
    answer = github("remind", "--confirm", "--confirm-large")

    assert answer.code == 0
    assert len(sent(fake)) == 1


def test_a_run_with_nothing_to_do_makes_two_calls_besides_pages(
    github: AtGitHub, fake: FakeGitHub
) -> None:
    github("remind", "--confirm", "--confirm-large")
    fake.calls.clear()

    github("remind", "--confirm")

    pages = ("issues", "labels")
    others = {name: many for name, many in fake.calls.items() if name not in pages}
    assert others == {"me": 1, "issue": 1}


def test_another_plan_than_the_one_looked_at_is_refused(github: AtGitHub, fake: FakeGitHub) -> None:
    plan = json.loads(github("remind", "--format", "json").out)["plan"]

    refused = github("remind", "--confirm", "--plan-hash", "0123456789abcdef")
    assert refused.code == 1
    assert f"The plan is {plan} now, not 0123456789abcdef" in refused.err
    assert fake.writes.total() == 0

    assert github("remind", "--confirm", "--plan-hash", plan).code == 0


def test_what_is_held_back_is_said_with_the_reason(
    github: AtGitHub, mentorgen: Mentorgen, root: Path
) -> None:
    github("remind", "--confirm", "--confirm-large")

    second = mentorgen("github", "remind", "--root", root, "--today", "2026-03-20")

    assert "No reminder is to be sent now." in second.out
    assert "1 reminder held back: 1 because they were asked something" in second.out


def test_in_a_public_repository_a_workflow_s_log_names_nobody(github: AtGitHub) -> None:
    answer = github("remind", "--format", "github")

    assert "A few reminders to be sent." in answer.out
    assert "Ada" not in answer.out + answer.err
    assert "ada-ben" not in answer.out + answer.err


def test_a_day_to_come_is_for_rehearsal(mentorgen: Mentorgen, github: AtGitHub, root: Path) -> None:
    del github
    for name in ("remind", "digest"):
        answer = mentorgen("github", name, "--root", root, "--today", "2999-01-01", "--confirm")

        assert answer.code == 2
        assert "A rehearsal of a day to come sends nothing" in answer.err


def test_github_down_is_a_plain_answer(github: AtGitHub, fake: FakeGitHub) -> None:
    fake.faults = at_writes({1: Fault.BAD_GATEWAY})

    answer = github("remind", "--confirm")

    assert answer.code == 4
    assert "nobody knows whether that was done" in answer.err
    assert not fake.hub.issues


@pytest.mark.parametrize(
    ("layout", "at_github", "expected"),
    [
        (Layout.OPEN, True, False),
        (Layout.PRIVATE, False, False),
        (Layout.PRIVATE, True, True),
    ],
)
def test_names_stand_in_issues_only_of_a_repository_that_is_private_indeed(
    *, layout: Layout, at_github: bool, expected: bool
) -> None:
    hub = Hub()
    hub.facts = replace(hub.facts, is_private=at_github)
    program = a_program(settings=some_settings(layout=layout))

    assert is_private(MemoryForge(hub), program) is expected


def test_the_digest_is_shown_and_then_written(github: AtGitHub, fake: FakeGitHub) -> None:
    shown = github("digest")
    assert shown.code == 0
    assert "A new issue: This week in the program" in shown.out
    assert shown.err == "Nothing was written. With --confirm it is.\n"
    assert fake.writes.total() == 0

    assert github("digest", "--confirm").code == 0
    titles = [one.title for one in fake.hub.issues.values()]
    assert titles == ["How reminders are doing", "This week in the program", "Needs you today"]

    again = github("digest", "--confirm")
    assert "Everything is up to date." in again.out


def test_a_digest_that_changes_says_where(
    github: AtGitHub, mentorgen: Mentorgen, root: Path
) -> None:
    github("digest", "--confirm")

    later = mentorgen("github", "digest", "--root", root, "--today", "2026-04-01")

    assert "The new text of issue 2" in later.out
    assert "The new text of issue 3" in later.out
    assert "A note on issue 2" in later.out
