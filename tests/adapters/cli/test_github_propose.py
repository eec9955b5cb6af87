"""`mentorgen github propose` in a real clone, over HTTP to a fake GitHub."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from mentorgen.adapters.github.forge import IssueEdit
from mentorgen.output.github.proposals import read_note, written
from tests.adapters.conftest import Answer, Mentorgen
from tests.adapters.github.fake.loopback import served_here
from tests.adapters.github.fake.server import FakeGitHub
from tests.adapters.github.hub import BOT, Hub
from tests.conftest import MakeRepo
from tests.git_repository import git, new_repository
from tests.programs.rounds import PRIVATE, a_round, other_forms
from tests.programs.trees import TODAY, Tree

BRANCH = "mentorgen/proposals/spring"
SETTINGS = "program/program.yaml"
PAIR, LOG = "program/pairs/spring/ana-loom.yaml", "program/log/pairs/spring/ana-loom.yaml"


class Workflow:
    """What a workflow does: a checkout, and the command on it."""

    def __init__(self, folder: Path, mentorgen: Mentorgen) -> None:
        self.folder, self.mentorgen = folder, mentorgen

    def checkout(self, hub: Hub) -> Path:
        """Check out what the hub's default branch holds, under the name that it has there."""
        root = new_repository(self.folder / f"checkout-{len(hub.commits)}", hub.files())
        real, known = git(root, "rev-parse", "HEAD"), hub.commits[hub.branches["main"]]
        hub.commits[real] = replace(known, sha=real)
        hub.branches["main"] = real
        return root

    def __call__(self, hub: Hub, *options: object, today: object = TODAY) -> Answer:
        root = self.checkout(hub)
        return self.mentorgen("github", "propose", *options, "--root", root, "--today", today)


@pytest.fixture
def hub() -> Hub:
    return Hub({place: _text(text) for place, text in a_round(more=other_forms()).items()})


def _text(text: str | bytes) -> str:
    return text if isinstance(text, str) else text.decode()


@pytest.fixture
def workflow(
    hub: Hub, tmp_path: Path, mentorgen: Mentorgen, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Workflow]:
    with served_here(FakeGitHub(hub), hub.facts.name, monkeypatch):
        yield Workflow(tmp_path, mentorgen)


def test_the_page_of_the_run_shows_the_whole_proposal(
    workflow: Workflow, hub: Hub, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = tmp_path / "page.md"
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(page))

    workflow(hub, "--confirm")

    (pull,) = hub.pulls.values()
    whole = page.read_text()
    assert whole.startswith("### Spring round\n")
    assert whole.rstrip("\n") in pull.body, "so small a proposal stands in the pull request, too"


def test_a_run_without_consent_only_shows(workflow: Workflow, hub: Hub) -> None:
    answer = workflow(hub)

    assert answer.code == 0
    assert f"open a pull request from {BRANCH}: Suggested pairs: Spring" in answer.out
    assert "  write program/pairs/spring/ana-cy.yaml" in answer.out
    assert "--confirm does it" in answer.err
    assert (hub.pulls, [*hub.branches]) == ({}, ["main"])


def test_a_pull_request_has_the_files_the_proof_and_the_reasons(
    workflow: Workflow, hub: Hub
) -> None:
    answer = workflow(hub, "--confirm")

    assert answer.code == 0
    assert "/pull/1\n" in answer.out
    new = hub.files(BRANCH).keys() - hub.files().keys()
    assert "program/pairs/spring/ana-cy.yaml" in new
    assert f"program/proposals/spring/{TODAY}.json" in new
    body = hub.pulls[1].body
    assert "### Spring" in body
    assert "Ana Loom with Cy Warp" in body
    assert "nothing holds yet" in body
    assert "`/why-not mentor mentee`" in body
    assert len(body.encode()) < 60_000


def test_the_next_day_says_the_same_and_changes_nothing(workflow: Workflow, hub: Hub) -> None:
    workflow(hub, "--confirm")
    tip, body = hub.branches[BRANCH], hub.pulls[1].body

    answer = workflow(hub, "--confirm", today="2026-04-02")

    assert "all is proposed already" in answer.out
    assert (hub.branches[BRANCH], hub.pulls[1].body) == (tip, body)


def test_who_joins_meanwhile_moves_the_proposal_and_the_page_says_what_moved(
    workflow: Workflow, hub: Hub
) -> None:
    workflow(hub, "--confirm")
    hub.commit_files(BOT, "main", {"program/applications/spring/eva.yaml": None})

    answer = workflow(hub, "--confirm")

    assert answer.code == 0
    assert "update pull request #1" in answer.out
    assert "**No longer suggested since the last version:**" in hub.pulls[1].body
    assert "program/pairs/spring/bo-eva.yaml" not in hub.files(BRANCH)


def test_what_reviewers_asked_holds_on_the_next_run(workflow: Workflow, hub: Hub) -> None:
    workflow(hub, "--confirm")
    note = read_note(hub.pulls[1].body)
    assert note is not None
    asked = replace(note, content="asked", forbidden=(("ana", "cy"),))  # type: ignore[arg-type]
    body = hub.pulls[1].body.replace(written(note), written(asked))
    hub.edit_issue(BOT, 1, IssueEdit(body=body))

    answer = workflow(hub, "--confirm")

    assert answer.code == 0
    assert "program/pairs/spring/ana-cy.yaml" not in hub.files(BRANCH)
    assert not [place for place in hub.files(BRANCH) if place.startswith("program/proposals/")]
    assert "As reviewers asked, not together: Ana" in hub.pulls[1].body


def test_wishes_that_cannot_be_any_more_leave_the_proposal_and_all_else_goes_on(
    workflow: Workflow, hub: Hub
) -> None:
    workflow(hub, "--confirm")
    note = read_note(hub.pulls[1].body)
    assert note is not None
    asked = replace(note, forced=(("ana", "bo"),))  # type: ignore[arg-type]
    body = hub.pulls[1].body.replace(written(note), written(asked))
    hub.edit_issue(BOT, 1, IssueEdit(body=body))
    tip = hub.branches[BRANCH]

    answer = workflow(hub, "--confirm")

    assert (answer.code, answer.err) == (0, "")
    assert answer.out == (
        "spring: what reviewers asked for in its proposal cannot be done any more, so it stays as it is;"
        " close it, and a new one is made.\nEndings:\nNothing to do: there is nothing to propose.\n"
    )
    assert hub.branches[BRANCH] == tip


def test_merged_suggestions_leave_nothing_to_propose(workflow: Workflow, hub: Hub) -> None:
    workflow(hub, "--confirm")
    hub.merge(1)

    assert "there is nothing to propose" in workflow(hub, "--confirm").out


def test_with_a_private_folder_elsewhere_nothing_is_proposed(workflow: Workflow, hub: Hub) -> None:
    hub.commit_files(BOT, "main", {SETTINGS: hub.files()[SETTINGS] + "private: repository\n"})

    answer = workflow(hub, "--cohort", "spring", "--confirm")

    assert answer.code == 0
    assert "mentorgen match spring --private FOLDER --write" in answer.out
    assert hub.pulls == {}


def test_contradicting_locks_are_told_without_a_name(workflow: Workflow, hub: Hub) -> None:
    cohort = "program/cohorts/spring.yaml"
    locks = (
        "matching:\n  locked:\n    - {mentor: ana, mentee: cy}\n    - {mentor: bo, mentee: cy}\n"
    )
    hub.commit_files(BOT, "main", {cohort: hub.files()[cohort] + locks})

    answer = workflow(hub, "--confirm")

    assert answer.code == 0
    assert "its locked pairs contradict" in answer.out
    assert "cy" not in answer.out
    assert hub.pulls == {}


def test_an_old_checkout_waits_for_the_next_run(
    workflow: Workflow, hub: Hub, mentorgen: Mentorgen
) -> None:
    root = workflow.checkout(hub)
    hub.commit_files(BOT, "main", {"README.md": "Newer\n"})

    answer = mentorgen("github", "propose", "--confirm", "--root", root, "--today", TODAY)

    assert answer.code == 4
    assert "not the newest commit" in answer.err
    assert hub.pulls == {}


@pytest.mark.usefixtures("workflow")
def test_without_git_nothing_can_be_proposed(make_repo: MakeRepo, mentorgen: Mentorgen) -> None:
    root = make_repo(a_round())

    answer = mentorgen("github", "propose", "--confirm", "--root", root, "--today", TODAY)

    assert (answer.code, answer.err) == (2, f"mentorgen: {root} lies in no git repository.\n")


def test_without_an_open_round_nothing_is_done(workflow: Workflow, hub: Hub) -> None:
    answer = workflow(hub, today="2031-01-01")

    assert (answer.code, answer.out) == (
        0,
        "No round is open.\nEndings:\nNothing to do: there is nothing to propose.\n",
    )
    assert hub.pulls == {}


def test_a_program_in_a_folder_of_its_repository_gets_its_files_there(
    workflow: Workflow, hub: Hub, mentorgen: Mentorgen
) -> None:
    tree: Tree = {f"mentoring/{place}": text for place, text in hub.files().items()}
    below = Hub({place: _text(text) for place, text in tree.items()})
    hub.trees.update(below.trees)
    hub.commits.update(below.commits)
    hub.branches.update(below.branches)
    root = workflow.checkout(hub) / "mentoring"

    answer = mentorgen("github", "propose", "--confirm", "--root", root, "--today", TODAY)

    assert answer.code == 0
    assert "mentoring/program/pairs/spring/ana-cy.yaml" in hub.files(BRANCH)


def test_nobody_to_suggest_is_said_in_the_log_alone(workflow: Workflow, hub: Hub) -> None:
    people = [place for place in hub.files() if "participants" in place or "applications" in place]
    hub.commit_files(
        BOT, "main", {**dict.fromkeys(people), "program/slots/hal/2026-04-09.yaml": None}
    )

    answer = workflow(hub, "--confirm")

    assert (answer.code, answer.out) == (
        0,
        "spring:\nNothing to do: there is nothing to propose.\nEndings:\nNothing to do: there is nothing to propose.\n",
    )


def test_a_broken_program_proposes_nothing(workflow: Workflow, hub: Hub) -> None:
    hub.commit_files(BOT, "main", {"program/participants/ana.yaml": "schema: 1\nname: [\n"})

    answer = workflow(hub, "--confirm")

    assert answer.code == 1
    assert "program/participants/ana.yaml:" in answer.err
    assert hub.pulls == {}


def test_a_proposal_that_the_check_refuses_is_not_pushed(workflow: Workflow, hub: Hub) -> None:
    answer = workflow(hub, "--cohort", "spring", "--confirm", today="2026-12-30")

    assert (answer.code, answer.out) == (1, "")
    assert "The proposal would not pass the check: program/pairs/spring/" in answer.err
    assert hub.pulls == {}


def test_what_lies_in_the_private_folder_stays_there(
    workflow: Workflow, hub: Hub, tmp_path: Path
) -> None:
    hub.commit_files(BOT, "main", {SETTINGS: hub.files()[SETTINGS] + PRIVATE})
    folder = tmp_path / "private"
    log = folder / "log/people/cy.yaml"
    log.parent.mkdir(parents=True)
    log.write_text("schema: 1\nfacts:\n  - {on: 2026-03-21, kind: vetoed, who: ana}\n")

    answer = workflow(hub, "--confirm", "--private", folder)

    assert answer.code == 0
    assert "program/pairs/spring/ana-di.yaml" in hub.files(BRANCH)
    assert not [place for place in hub.files(BRANCH) if place.startswith("program/proposals/")]
    assert "Cy Warp" not in hub.pulls[1].body


def _silent_pair() -> dict[str, str | None]:
    facts = "".join(
        f"  - {{on: 2026-01-12, kind: confirmed, by: {who}}}\n" for who in ("ana", "di")
    )
    return {
        PAIR: "schema: 1\nform: one-to-one\nmentors: [ana]\nmentees: [di]\nstarts: 2026-03-02\n",
        LOG: f"schema: 1\nfacts:\n{facts}",
    }


def test_an_ending_is_proposed_once_it_was_announced_and_nobody_answered(
    workflow: Workflow, hub: Hub
) -> None:
    hub.commit_files(BOT, "main", _silent_pair())

    early = workflow(hub, "--confirm", today="2026-05-20")
    late = workflow(hub, "--confirm", today="2026-07-01")
    again = workflow(hub, "--confirm", today="2026-07-02")

    assert "Endings:\nNothing to do: there is nothing to propose." in early.out
    assert "open a pull request from mentorgen/endings" in late.out
    assert again.out.count("all is proposed already") == 2
    assert hub.files("mentorgen/endings")[LOG].endswith(
        "  - {on: 2026-07-01, kind: ended, outcome: stopped}\n"
    )
    (pull,) = (one for one in hub.pulls.values() if one.head == "mentorgen/endings")
    assert "* Ana Loom and Di Weft (`spring/ana-loom`)" in pull.body


def test_a_meeting_takes_a_pair_from_the_list_of_endings(workflow: Workflow, hub: Hub) -> None:
    hub.commit_files(BOT, "main", _silent_pair())
    workflow(hub, "--confirm", today="2026-07-01")
    met = "schema: 1\nkind: call\nminutes: 30\npresent: [ana, di]\n"
    hub.commit_files(
        BOT, "main", {"program/meetings/spring/ana-loom/2026-07-01.md": f"---\n{met}---\n"}
    )

    answer = workflow(hub, "--confirm", today="2026-07-02")

    assert answer.code == 0
    assert "mentorgen/endings" not in hub.branches


def test_one_round_alone_looks_at_no_endings(workflow: Workflow, hub: Hub) -> None:
    assert "Endings" not in workflow(hub, "--cohort", "spring").out


def test_an_ending_needs_no_private_folder(workflow: Workflow, hub: Hub) -> None:
    settings = {SETTINGS: hub.files()[SETTINGS] + "private: repository\n"}
    hub.commit_files(BOT, "main", {**_silent_pair(), **settings})

    answer = workflow(hub, "--confirm", today="2026-07-01")

    assert answer.code == 0
    assert [pull.head for pull in hub.pulls.values()] == ["mentorgen/endings"]
