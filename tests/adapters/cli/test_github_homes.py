"""`mentorgen github homes` as a workflow runs it, against a fake GitHub over HTTP."""

import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from mentorgen.adapters.github.committing import commit_files
from mentorgen.adapters.github.forge import Author, Issue, NewPull, State
from mentorgen.model.ids import Slug
from mentorgen.output.github.marks import hidden_in
from mentorgen.output.github.proposals import Note, written
from tests.adapters.conftest import Answer, Mentorgen
from tests.adapters.github.fake.loopback import served_here
from tests.adapters.github.fake.server import FakeGitHub
from tests.adapters.github.faults import Fault, at_writes, never
from tests.adapters.github.hub import BOT, ORGANISER, Hub
from tests.adapters.github.memory import MemoryForge
from tests.repository_builder import COHORT, CONSENT, PAIR, PROGRAM, make_repo

MOST_WITHOUT_A_WORD = 3
FIRST_HOME = 5
"""The write that opens the first home in a first run: the dashboard takes two, its own run two more."""


def a_person(name: str, role: str = "mentee") -> str:
    return f"schema: 1\nname: {name}\nrole: {role}\ngithub: example-{name.lower()}\n{CONSENT}"


FILES = {
    "program/program.yaml": PROGRAM,
    "program/cohorts/spring.yaml": COHORT,
    "program/participants/ada.yaml": a_person("Ada", "mentor"),
    "program/participants/ben.yaml": a_person("Ben"),
    "program/pairs/spring/ada-ben.yaml": PAIR,
}
MORE = {
    f"program/{place}": text
    for number in range(MOST_WITHOUT_A_WORD)
    for place, text in (
        (f"participants/mo{number}.yaml", a_person(f"Mo{number}", "mentor")),
        (f"participants/ed{number}.yaml", a_person(f"Ed{number}")),
        (
            f"pairs/spring/mo{number}-ed{number}.yaml",
            PAIR.replace("ada", f"mo{number}").replace("ben", f"ed{number}"),
        ),
    )
}
TODAY = "2026-03-04"
AtGitHub = Callable[..., Answer]


@pytest.fixture
def fake() -> FakeGitHub:
    return FakeGitHub(Hub(now=datetime(2026, 3, 4, 9, 17, tzinfo=UTC)))


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return make_repo(tmp_path, FILES)


@pytest.fixture
def github(
    fake: FakeGitHub, root: Path, mentorgen: Mentorgen, monkeypatch: pytest.MonkeyPatch
) -> Iterator[AtGitHub]:
    with served_here(fake, fake.hub.facts.name, monkeypatch):
        monkeypatch.setenv("GITHUB_ACTIONS", "true")
        yield lambda *typed: mentorgen("github", "homes", *typed, "--root", root, "--today", TODAY)


def homes(fake: FakeGitHub) -> list[Issue]:
    return [one for one in fake.hub.issues.values() if hidden_in(one.body, "home")]


def test_a_plan_is_shown_and_nothing_is_written(github: AtGitHub, fake: FakeGitHub) -> None:
    answer = github("--texts")

    assert answer.code == 0
    assert "1 home to be opened." in answer.out
    assert "Your place: Ada and Ben" in answer.out
    assert "there is a match for you" in answer.out
    assert answer.err == "Nothing was written. With --confirm it is.\n"
    assert fake.writes.total() == 0


def test_a_home_is_opened_in_the_first_run_and_never_again(
    github: AtGitHub, fake: FakeGitHub
) -> None:
    first = github("--confirm")

    assert first.code == 0
    assert first.err == "1 home to open: 1 sent. The dashboard is issue 1.\n"
    assert [one.title for one in homes(fake)] == ["Your place: Ada and Ben"]
    assert fake.hub.issues[1].body.startswith("Reminders have not run yet.")

    again = github("--confirm")
    assert (again.out, again.err) == ("Every home is as it should be.\n", "")
    assert len(homes(fake)) == 1


def test_a_run_with_nothing_to_do_makes_two_calls_besides_pages(
    github: AtGitHub, fake: FakeGitHub
) -> None:
    github("--confirm")
    fake.calls.clear()

    github("--confirm")

    pages = ("issues", "labels")
    others = {name: many for name, many in fake.calls.items() if name not in pages}
    assert others.pop("repository") == 1
    assert others == {"me": 1, "issue": 1}


def test_an_answer_that_is_lost_makes_no_second_home(github: AtGitHub, fake: FakeGitHub) -> None:
    fake.faults = at_writes({FIRST_HOME: Fault.BAD_GATEWAY_STORED})
    lost = github("--confirm")
    fake.faults = never
    assert "1 home to open: 1 without an answer" in lost.err

    assert github("--confirm").code == 0
    assert len(homes(fake)) == 1


def test_many_homes_wait_for_a_word(github: AtGitHub, fake: FakeGitHub, root: Path) -> None:
    make_repo(root.parent, MORE)

    stopped = github("--confirm")
    assert stopped.code == 0
    assert "4 of 4 pairs would be written to at once, more than a quarter." in stopped.out
    assert "--confirm --confirm-large does it." in stopped.out
    assert fake.writes.total() == 0

    assert github("--confirm", "--confirm-large").code == 0
    assert len(homes(fake)) == 4


def _merged_proposal(fake: FakeGitHub, people: list[tuple[str, str]], **changes: object) -> None:
    """Let a proposal have been merged."""
    forge, branch = MemoryForge(fake.hub, BOT), "mentorgen/proposals/spring"
    commit = commit_files(forge, fake.hub.branches["main"], {"a": "b\n"}, "Suggested pairs")
    forge.create_branch(branch, commit)
    note = Note(content="x", people=tuple((Slug(one), Slug(other)) for one, other in people))
    pull = forge.create_pull(NewPull("Pairs", f"Look.\n\n{written(note)}\n", branch, "main"))
    fake.hub.merge(pull.number, ORGANISER)
    merged = fake.hub.pulls[pull.number]
    fake.hub.pulls[pull.number] = replace(merged, **changes)  # type: ignore[arg-type] # of these types


MERGED = [("ada", "ben"), *((f"mo{number}", f"ed{number}") for number in range(3))]


def test_who_was_in_a_proposal_that_was_merged_is_asked_at_once(
    github: AtGitHub, fake: FakeGitHub, root: Path
) -> None:
    make_repo(root.parent, MORE)
    _merged_proposal(fake, MERGED)

    answer = github("--confirm")

    assert (answer.code, len(homes(fake))) == (0, 4), answer


@pytest.mark.parametrize(
    ("people", "changes"),
    [
        (MERGED, {"is_merged": False}),
        (MERGED, {"author": Author(7001, "example-ana")}),
        (MERGED, {"body": "Look."}),
        ([("ada", "ed0")], {}),
    ],
    ids=["closed", "somebody else's", "no note", "others"],
)
def test_no_other_pull_request_says_so(
    github: AtGitHub,
    fake: FakeGitHub,
    root: Path,
    people: list[tuple[str, str]],
    changes: dict[str, object],
) -> None:
    make_repo(root.parent, MORE)
    _merged_proposal(fake, people, **changes)

    assert "4 of 4 pairs would be written to at once" in github("--confirm").out
    assert homes(fake) == []


def test_a_public_log_names_nobody(github: AtGitHub, root: Path) -> None:
    bad = f"{CONSENT}".replace("version: 1", "version: 1, withdrawn: 2026-02-01")
    make_repo(
        root.parent,
        {
            "program/participants/cy.yaml": f"schema: 1\nname: Cy\nrole: mentee\n{bad}",
            "program/pairs/spring/ada-cy.yaml": PAIR.replace("[ben]", "[cy]"),
        },
    )

    answer = github("--format", "github")

    assert answer.out == (
        "A few homes to be opened.\n\nA few pairs without a home: no public contact, no account, or no"
        " consent. The organisers write to them.\n"
    )
    assert json.loads(github("--format", "json").out)["without"] == 1


def test_the_pages_of_a_public_repository_are_linked(
    github: AtGitHub, fake: FakeGitHub, root: Path
) -> None:
    pair = "program/pairs/spring/ada-ben.yaml"
    make_repo(root.parent, {pair: f"{PAIR}informal: true\n"})
    fake.hub.facts = replace(fake.hub.facts, has_pages=True)

    github("--confirm")

    owner, _, name = fake.hub.facts.name.partition("/")
    (home,) = homes(fake)
    assert f"https://{owner}.github.io/{name}/pairs/spring/ada-ben/" in home.body


def test_a_home_is_closed_when_the_pair_is_taken_back(
    github: AtGitHub, fake: FakeGitHub, root: Path
) -> None:
    github("--confirm")
    log = "schema: 1\nfacts:\n  - {on: 2026-03-04, kind: declined, by: ada}\n"
    make_repo(root.parent, {"program/log/pairs/spring/ada-ben.yaml": log})

    answer = github("--confirm")

    assert answer.out == "1 to be closed with thanks.\n"
    assert [one.state for one in homes(fake)] == [State.CLOSED]


def test_a_rehearsal_of_a_day_to_come_writes_nothing(
    github: AtGitHub, mentorgen: Mentorgen, root: Path, fake: FakeGitHub
) -> None:
    del github

    answer = mentorgen("github", "homes", "--root", root, "--today", "2999-01-01", "--confirm")

    assert answer.code == 2
    assert fake.writes.total() == 0
