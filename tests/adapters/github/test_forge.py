"""What a forge promises: the one in memory and the one over HTTP keep the same promises."""

from dataclasses import replace
from datetime import timedelta

import pytest

from mentorgen.adapters.github.committing import commit_files
from mentorgen.adapters.github.forge import (
    Author,
    ForbiddenError,
    Forge,
    ForgeError,
    GoneError,
    IssueEdit,
    Label,
    LimitedError,
    NewIssue,
    NewPull,
    NotFoundError,
    PullRequest,
    Reaction,
    RefusedError,
    State,
    UnknownOutcomeError,
)
from mentorgen.adapters.github.settings import Pages, Run, Workflow
from tests.adapters.github.conftest import Sit
from tests.adapters.github.faults import (
    LIMITS,
    UNKNOWN,
    Fault,
    KilledError,
    always,
    at_calls,
    at_writes,
)
from tests.adapters.github.hub import BOT, ORGANISER, Hub
from tests.adapters.github.memory import MemoryForge

ANA = Author(7001, "example-ana")


def test_an_issue_comes_back_as_it_was_opened(sit: Sit, hub: Hub) -> None:
    opened = sit().forge.create_issue(NewIssue("Hello ✓", "Line one\r\n@you", ("mentoring",)))

    assert opened == hub.issues[1]
    assert sit().forge.issue(1) == opened
    assert (opened.title, opened.body) == ("Hello ✓", "Line one\r\n@you")
    assert (opened.author, opened.labels, opened.state) == (BOT, ("mentoring",), State.OPEN)


def test_an_issue_changes_only_where_it_should(sit: Sit) -> None:
    forge = sit().forge
    forge.create_issue(NewIssue("Hello", "Old", ("a", "b")))

    assert forge.edit_issue(1, IssueEdit(body="New")).labels == ("a", "b")
    assert forge.edit_issue(1, IssueEdit(labels=())).body == "New"
    closed = forge.edit_issue(1, IssueEdit(state=State.CLOSED))

    assert (closed.title, closed.body, closed.labels) == ("Hello", "New", ())
    assert closed.closed_at is not None
    assert forge.edit_issue(1, IssueEdit(state=State.OPEN)).closed_at is None


def test_labels_of_somebody_without_rights_are_dropped(sit: Sit) -> None:
    assert sit(ANA).forge.create_issue(NewIssue("Join", "Form", ("join",))).labels == ()


def test_issues_are_found_by_author_state_and_labels(sit: Sit, hub: Hub) -> None:
    bot, ana = sit().forge, sit(ANA).forge
    bot.create_issue(NewIssue("1", "", ("x", "y")))
    ana.create_issue(NewIssue("2", ""))
    hub.now += timedelta(days=1)
    bot.create_issue(NewIssue("3", "", ("x",)))
    bot.edit_issue(1, IssueEdit(state=State.CLOSED))

    def found(**wanted: object) -> list[int]:
        return [issue.number for issue in bot.issues(**wanted)]  # type: ignore[arg-type] # as said

    assert found() == [1, 2, 3]
    assert found(creator=BOT.login) == [1, 3]
    assert found(creator=BOT.login, state=State.OPEN) == [3]
    assert found(state=State.CLOSED) == [1]
    assert found(labels=["x"]) == [1, 3]
    assert found(labels=["x", "y"]) == [1]
    assert found(creator="example-nobody") == []


def test_pull_requests_are_among_the_issues(sit: Sit) -> None:
    forge = sit().forge
    _propose(forge)

    assert [issue.is_pull for issue in forge.issues()] == [True]
    assert forge.edit_issue(1, IssueEdit(title="Better")).is_pull
    assert forge.pull(1).title == "Better"


def test_a_list_has_all_pages(sit: Sit, hub: Hub) -> None:
    for number in range(250):
        hub.add_issue(BOT, NewIssue(str(number), "x"))
        hub.add_comment(BOT, 1, str(number))
        hub.add_label(Label(f"label-{number}", "ff0000", "why"))
    seat = sit()

    assert [issue.number for issue in seat.forge.issues(creator=BOT.login)] == [*range(1, 251)]
    assert len(seat.forge.comments(1)) == len(seat.forge.labels()) == 250
    assert (seat.calls["issues"], seat.calls["comments"], seat.calls["labels"]) == (3, 3, 3)


def test_a_list_without_its_second_page_is_an_error(sit: Sit, hub: Hub) -> None:
    for number in range(101):
        hub.add_issue(BOT, NewIssue(str(number), "x"))

    with pytest.raises(UnknownOutcomeError):
        sit(faults=always("issues", Fault.PAGE_LOST)).forge.issues()


@pytest.mark.parametrize(("fault", "left"), [(Fault.EMPTY_LIST, 0), (Fault.STALE_LIST, 2)])
def test_a_list_may_be_behind_while_single_issues_are_not(
    sit: Sit, hub: Hub, fault: Fault, left: int
) -> None:
    for number in range(3):
        hub.add_issue(BOT, NewIssue(str(number), "x"))
    forge = sit(faults=always("issues", fault)).forge

    assert len(forge.issues(creator=BOT.login)) == left
    assert forge.issue(3).title == "2"


def test_what_others_wrote_keeps_their_number(sit: Sit) -> None:
    sit(ANA).forge.create_issue(NewIssue("Hello", "<!-- mentorgen:v1 -->"))
    bot = sit().forge

    assert bot.issue(1).author == ANA
    assert not bot.issue(1).author.is_bot
    assert bot.me() == BOT
    assert bot.me().is_bot


def test_comments_can_be_written_read_and_changed(sit: Sit) -> None:
    ana, bot = sit(ANA).forge, sit().forge
    bot.create_issue(NewIssue("Home", "x"))
    said = ana.create_comment(1, "/met 2026-11-20")

    assert bot.comments(1) == (said,)
    assert bot.comment(said.id) == said
    assert ana.edit_comment(said.id, "/met").body == bot.comment(said.id).body == "/met"
    assert bot.issue(1).comments == 1


def test_all_that_was_said_since_a_moment_comes_in_its_order(sit: Sit, hub: Hub) -> None:
    forge = sit().forge
    for _ in range(2):
        forge.create_issue(NewIssue("Home", "x"))
    forge.create_comment(1, "old")
    changed = forge.create_comment(2, "old, and changed")
    hub.now += timedelta(days=2)
    since = hub.now - timedelta(days=1)
    forge.edit_comment(changed.id, "changed")
    for number in range(101):
        forge.create_comment(1 + number % 2, f"new {number}")

    said = forge.talk(since)

    assert [one.body for one in said] == ["changed", *(f"new {number}" for number in range(101))]
    assert said[1].url.startswith(f"{hub.issues[1].url}#")


def test_a_reaction_counts_once(sit: Sit, hub: Hub) -> None:
    forge = sit().forge
    forge.create_issue(NewIssue("Home", "x"))
    said = forge.create_comment(1, "x")
    for _ in range(2):
        forge.react(said.id, Reaction.THUMBS_UP)

    assert hub.reactions["comment", said.id] == {(BOT.id, Reaction.THUMBS_UP)}


def test_a_label_is_there_once_until_it_is_deleted(sit: Sit) -> None:
    forge = sit().forge
    label = Label("mentoring: paused é", "c5def5", "The pair needs time")
    forge.create_label(label)

    assert forge.labels() == (label,)
    with pytest.raises(RefusedError):
        forge.create_label(label)
    forge.delete_label(label.name)
    assert forge.labels() == ()
    with pytest.raises(NotFoundError):
        forge.delete_label(label.name)


def test_a_commit_of_several_files_reaches_a_branch(sit: Sit, hub: Hub) -> None:
    seat = sit()
    main = seat.forge.branch("main")
    assert main is not None
    files = {"program/a.yaml": "schema: 1\r\n", "docs/é b.md": "ü\n", "README.md": None}
    seat.forge.create_branch("mentorgen/join/1", main)
    commit = commit_files(seat.forge, main, files, "Welcome ana")
    seat.forge.move_branch("mentorgen/join/1", commit)

    assert seat.writes == {"create_branch": 1, "store_tree": 1, "store_commit": 1, "move_branch": 1}
    assert seat.forge.commit(commit).parents == (main,)
    assert seat.forge.commit(commit).author == BOT
    assert seat.forge.file("program/a.yaml", "mentorgen/join/1") == "schema: 1\r\n"
    assert seat.forge.file("docs/é b.md", commit) == "ü\n"
    assert seat.forge.file("README.md", commit) is None
    assert seat.forge.file("README.md", "main") == "Hello\n"
    assert seat.forge.file("README.md", "no-branch") is None
    assert set(hub.files("mentorgen/join/1")) == {
        *("program/participants/ana.yaml", "program/a.yaml", "docs/é b.md")
    }


def test_a_commit_that_changes_nothing_is_not_made(sit: Sit) -> None:
    seat = sit()
    main = seat.forge.branch("main")
    assert main is not None

    assert commit_files(seat.forge, main, {"README.md": "Hello\n"}, "No news") == main
    assert seat.writes["store_commit"] == 0


def test_a_branch_moves_forwards_unless_forced(sit: Sit, hub: Hub) -> None:
    forge = sit().forge
    first = hub.branches["main"]
    hub.commit_files(ORGANISER, "main", {"a": "1"})

    with pytest.raises(RefusedError):
        forge.move_branch("main", first)
    forge.move_branch("main", first, force=True)
    assert forge.branch("main") == first


def test_a_branch_that_is_there_or_not_there(sit: Sit, hub: Hub) -> None:
    forge = sit().forge

    assert forge.branch("nothing/here") is None
    with pytest.raises(RefusedError):
        forge.create_branch("main", hub.branches["main"])
    with pytest.raises(RefusedError):
        forge.delete_branch("nothing")
    with pytest.raises(RefusedError):
        forge.create_branch("new", "0" * 40)


def test_a_pull_request_follows_its_branch_and_closes_with_it(sit: Sit, hub: Hub) -> None:
    forge = sit().forge
    opened = _propose(forge)
    pushed = hub.commit_files(ORGANISER, "mentorgen/x", {"b": "2"})

    assert opened.author == BOT
    assert not opened.is_merged
    assert opened.head_repository == hub.facts.name
    assert forge.pull(1).head_sha == pushed
    forge.delete_branch("mentorgen/x")
    assert forge.pull(1).state is State.CLOSED
    assert forge.issue(1).state is State.CLOSED


def test_pull_requests_are_found_by_their_branch(sit: Sit, hub: Hub) -> None:
    forge = sit().forge
    _propose(forge)
    hub.merge(1)

    assert [pull.is_merged for pull in forge.pulls("mentorgen/x")] == [True]
    assert forge.pulls("mentorgen/x", state=State.OPEN) == ()
    assert forge.pulls("mentorgen/y") == ()
    assert hub.files()["a"] == "1"


def test_a_branch_has_one_open_pull_request_and_something_new(sit: Sit) -> None:
    forge = sit().forge
    _propose(forge)

    with pytest.raises(RefusedError):
        forge.create_pull(NewPull("Again", "x", "mentorgen/x", "main"))
    with pytest.raises(RefusedError):
        forge.create_pull(NewPull("Nothing new", "x", "main", "mentorgen/x"))


def test_an_approval_holds_until_it_is_dismissed(sit: Sit, hub: Hub) -> None:
    forge = sit().forge
    commit = hub.add_commit(BOT, hub.add_tree(None, {"a": "b"}), (hub.branches["main"],), "More")
    hub.add_branch("more", commit)
    pull = forge.create_pull(NewPull("More", "", head="more", base="main"))
    first, second = hub.approve(pull.number), hub.approve(pull.number)

    forge.dismiss(pull.number, first, "It changed.")

    assert forge.approvals(pull.number) == (second,)
    with pytest.raises(RefusedError):
        forge.dismiss(pull.number, first, "Again")
    with pytest.raises(NotFoundError):
        forge.dismiss(pull.number, 99, "Nothing")


def test_actions_that_may_not_propose_are_told_so(sit: Sit, hub: Hub) -> None:
    hub.may_actions_propose = False
    forge = sit().forge

    assert not sit().settings.may_actions_propose()
    with pytest.raises(ForbiddenError):
        _propose(forge)


def test_the_repository_says_what_it_is(sit: Sit, hub: Hub) -> None:
    hub.facts = replace(hub.facts, is_private=True, has_pages=False)

    assert sit().forge.repository() == hub.facts


def test_a_workflow_starts_with_its_inputs(sit: Sit, hub: Hub) -> None:
    sit().forge.dispatch("publish.yml", "main", {"cohort": "2026-autumn"})

    assert hub.dispatched == [("publish.yml", "main", {"cohort": "2026-autumn"})]


def test_the_last_runs_of_a_workflow(sit: Sit, hub: Hub) -> None:
    run = Run("remind.yml", "completed", "failure", "schedule", hub.now, "https://github.com/run")
    waiting = replace(run, status="queued", conclusion=None)
    hub.runs["remind.yml"] = [waiting, run]

    assert sit().settings.runs("remind.yml") == (waiting, run)
    with pytest.raises(NotFoundError):
        sit().settings.runs("no.yml")


def test_settings_are_seen_as_they_are(sit: Sit, hub: Hub) -> None:
    hub.workflows = {"check.yml": "active", "remind.yml": "disabled_inactivity"}
    hub.rules = {"pull_request"}
    settings = sit().settings
    address = f"{hub.facts.url}/actions/workflows"

    assert settings.are_actions_on()
    assert settings.workflows() == (
        Workflow("check.yml", "active", f"{address}/check.yml"),
        Workflow("remind.yml", "disabled_inactivity", f"{address}/remind.yml"),
    )
    assert settings.pages() == hub.pages
    assert settings.rules("main") == {"pull_request"}


def test_settings_that_are_not_made_are_seen_too(sit: Sit, hub: Hub) -> None:
    hub.are_actions_on, hub.pages, hub.is_protected = False, None, True
    by_branch = Pages("https://mentoring.example.org", is_built_by_workflow=False)
    hub.add_branch("other", hub.branches["main"])
    settings = sit().settings

    assert not settings.are_actions_on()
    assert settings.workflows() == ()
    assert settings.pages() is None
    hub.pages = by_branch
    assert settings.pages() == by_branch
    assert settings.rules("main") == {"deletion", "non_fast_forward"}
    assert settings.rules("other") == frozenset()


@pytest.mark.parametrize(
    ("allowed", "selected", "result"),
    [
        ("all", False, True),
        ("local_only", True, False),
        ("selected", True, True),
        ("selected", False, False),
    ],
)
def test_whose_actions_may_be_used(
    sit: Sit, hub: Hub, allowed: str, *, selected: bool, result: bool
) -> None:
    hub.allowed_actions, hub.are_own_actions_selected = allowed, selected

    assert sit().settings.are_own_actions_allowed() is result


@pytest.mark.parametrize("dismissed", [True, False])
@pytest.mark.parametrize("way", ["rule set", "older"])
def test_whether_an_approval_ends_with_its_version(
    sit: Sit, hub: Hub, way: str, *, dismissed: bool
) -> None:
    assert sit().settings.are_approvals_dismissed("main") is None

    hub.rules, hub.is_protected = ({"pull_request"}, False) if way == "rule set" else (set(), True)
    hub.are_approvals_dismissed = dismissed

    assert sit().settings.are_approvals_dismissed("main") is dismissed
    hub.add_branch("other", hub.branches["main"])
    assert sit().settings.are_approvals_dismissed("other") is None


def test_a_deleted_issue_is_gone_and_a_foreign_one_never_was(sit: Sit, hub: Hub) -> None:
    hub.add_issue(BOT, NewIssue("1", "x"))
    hub.add_issue(BOT, NewIssue("2", "x"))
    hub.delete_issue(1)
    hub.transfer(2, "example-org/elsewhere")
    forge = sit().forge

    for number, kind in ((1, GoneError), (2, GoneError), (3, NotFoundError)):
        with pytest.raises(kind):
            forge.issue(number)
    assert forge.issues() == ()
    with pytest.raises(NotFoundError):
        forge.comment(1)
    with pytest.raises(RefusedError):
        forge.commit("0" * 40)
    with pytest.raises(NotFoundError):
        forge.pull(9)


def test_a_repository_without_issues(sit: Sit, hub: Hub) -> None:
    hub.facts = replace(hub.facts, has_issues=False)
    forge = sit().forge

    with pytest.raises(GoneError):
        forge.issues()
    with pytest.raises(GoneError):
        forge.create_issue(NewIssue("1", "x"))


def test_an_archived_repository_takes_nothing(sit: Sit, hub: Hub) -> None:
    hub.facts = replace(hub.facts, is_archived=True)

    with pytest.raises(ForbiddenError):
        sit().forge.create_issue(NewIssue("1", "x"))


def test_a_locked_issue_takes_comments_of_those_who_may_push(sit: Sit, hub: Hub) -> None:
    hub.add_issue(BOT, NewIssue("1", "x"))
    hub.lock(1)

    assert sit().forge.create_comment(1, "x").author == BOT
    with pytest.raises(ForbiddenError):
        sit(ANA).forge.create_comment(1, "x")


@pytest.mark.parametrize(("title", "body"), [("t" * 257, "x"), (" ", "x"), ("t", "x" * 65_537)])
def test_what_is_too_long_or_empty_is_refused(sit: Sit, hub: Hub, title: str, body: str) -> None:
    with pytest.raises(RefusedError):
        sit().forge.create_issue(NewIssue(title, body))
    assert hub.issues == {}


@pytest.mark.parametrize("fault", UNKNOWN)
def test_a_write_whose_end_nobody_knows_is_made_once(sit: Sit, hub: Hub, fault: Fault) -> None:
    seat = sit(faults=at_writes({1: fault}))

    with pytest.raises(UnknownOutcomeError):
        seat.forge.create_issue(NewIssue("Hello", "x"))
    assert len(hub.issues) == (1 if fault.is_stored else 0)
    assert seat.writes.total() == seat.calls["create_issue"] == 1
    assert seat.forge.create_issue(NewIssue("Again", "x")).title == "Again"


@pytest.mark.parametrize("fault", LIMITS)
def test_a_limit_says_how_long_to_wait_where_it_is_known(sit: Sit, hub: Hub, fault: Fault) -> None:
    seat = sit(faults=at_writes({1: fault}))

    with pytest.raises(LimitedError) as caught:
        seat.forge.create_issue(NewIssue("Hello", "x"))
    if fault is Fault.LIMITED_SILENT:
        assert caught.value.wait is None
    else:
        assert caught.value.wait is not None
        assert 55 <= caught.value.wait <= 60
    assert hub.issues == {}
    assert seat.calls["create_issue"] == 1


@pytest.mark.parametrize(
    ("fault", "kind", "exit_code"),
    [
        (Fault.BAD_GATEWAY, UnknownOutcomeError, 4),
        (Fault.RESET, UnknownOutcomeError, 4),
        (Fault.HTML, UnknownOutcomeError, 4),
        (Fault.TRUNCATED, UnknownOutcomeError, 4),
        (Fault.LIMITED, LimitedError, 4),
        (Fault.LIMITED_SILENT, LimitedError, 4),
        (Fault.EXHAUSTED, LimitedError, 4),
        (Fault.UNAUTHORIZED, ForbiddenError, 1),
        (Fault.FORBIDDEN, ForbiddenError, 1),
        (Fault.NOT_FOUND, NotFoundError, 1),
        (Fault.GONE, GoneError, 1),
        (Fault.REFUSED, RefusedError, 1),
    ],
)
def test_a_fault_means_the_same_for_every_call(
    sit: Sit, hub: Hub, fault: Fault, kind: type[ForgeError], exit_code: int
) -> None:
    hub.add_issue(BOT, NewIssue("1", "x"))
    forge = sit(faults=always("issue", fault)).forge

    with pytest.raises(kind) as caught:
        forge.issue(1)
    assert type(caught.value) is kind
    assert caught.value.exit_code == exit_code


def test_a_fault_of_one_call_leaves_the_next_alone(sit: Sit, hub: Hub) -> None:
    hub.add_issue(BOT, NewIssue("1", "x"))
    seat = sit(faults=at_calls({1: Fault.NOT_FOUND}))

    with pytest.raises(NotFoundError):
        seat.forge.issue(1)
    assert seat.forge.issue(1).number == 1


def test_a_run_with_nothing_to_do_reads_little(sit: Sit, hub: Hub) -> None:
    for number in range(150):
        hub.add_issue(BOT, NewIssue(str(number), "x"))
    seat = sit()
    seat.forge.me()
    seat.forge.issue(1)
    seat.forge.issues(creator=BOT.login)

    assert seat.calls == {"me": 1, "issue": 1, "issues": 2}
    assert seat.writes.total() == 0


def _propose(forge: Forge) -> PullRequest:
    main = forge.branch("main")
    assert main is not None
    commit = commit_files(forge, main, {"a": "1"}, "Propose")
    forge.create_branch("mentorgen/x", commit)
    return forge.create_pull(NewPull("Propose", "Why", "mentorgen/x", "main"))


@pytest.mark.parametrize(("fault", "left"), [(Fault.KILLED, 0), (Fault.KILLED_STORED, 1)])
def test_a_process_can_die_before_and_after_a_write(hub: Hub, fault: Fault, left: int) -> None:
    forge = MemoryForge(hub, faults=at_writes({1: fault}))

    with pytest.raises(KilledError):
        forge.create_issue(NewIssue("1", "x"))
    assert len(hub.issues) == left
