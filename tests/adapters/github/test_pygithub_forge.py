"""What only the forge over HTTP meets: lines that break, pages, renamed repositories, odd answers."""

import json
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from time import monotonic

import pytest
from inline_snapshot import snapshot

from mentorgen.adapters.github.answers import NOBODY
from mentorgen.adapters.github.calls import Calls
from mentorgen.adapters.github.forge import (
    ForgeError,
    GoneError,
    IssueEdit,
    NewIssue,
    RefusedError,
    State,
    UnknownOutcomeError,
)
from mentorgen.adapters.github.pygithub_forge import PyGithubForge
from tests.adapters.github.conftest import Sit
from tests.adapters.github.fake.loopback import served
from tests.adapters.github.fake.replies import Outcome, Reply, said
from tests.adapters.github.fake.server import Arrival, FakeGitHub
from tests.adapters.github.fake.shapes import Shapes
from tests.adapters.github.faults import Fault, always, at_calls
from tests.adapters.github.hub import BOT, ORGANISER, Hub

NAME = "example-org/mentoring"


class Scripted:
    """Answers with what it was given, one after the other, and remembers who came."""

    def __init__(self, *outcomes: Outcome) -> None:
        self.base = ""
        self.complaints: list[str] = []
        self.outcomes = list(outcomes)
        self.arrivals: list[Arrival] = []

    def answer(self, arrival: Arrival) -> Outcome:
        self.arrivals.append(arrival)
        return self.outcomes.pop(0)


Script = Callable[..., tuple[PyGithubForge, Scripted]]


@pytest.fixture
def script() -> Iterator[Script]:
    with ExitStack() as stack:

        def at(*outcomes: Outcome) -> tuple[PyGithubForge, Scripted]:
            there = Scripted(*outcomes)
            calls = Calls("a-token", stack.enter_context(served(there)), sleep=lambda _: None)
            stack.callback(calls.close)
            return PyGithubForge(calls, NAME), there

        yield at


@pytest.mark.parametrize(
    "fault", [Fault.BAD_GATEWAY, Fault.RESET, Fault.HTML, Fault.TRUNCATED, Fault.TIME_OUT]
)
def test_reading_is_tried_again_after_a_pause(sit_http: Sit, hub: Hub, fault: Fault) -> None:
    hub.add_issue(BOT, NewIssue("1", "x"))
    seat = sit_http(faults=at_calls({1: fault}))

    assert seat.forge.issue(1).number == 1
    assert seat.calls["issue"] == 2
    assert seat.slept == [1.0]


def test_reading_ends_after_the_third_time(sit_http: Sit) -> None:
    seat = sit_http(faults=always("issue", Fault.BAD_GATEWAY))

    with pytest.raises(UnknownOutcomeError):
        seat.forge.issue(1)
    assert seat.calls["issue"] == 3
    assert seat.slept == [1.0, 3.0]


@pytest.mark.parametrize(
    ("fault", "words"),
    [
        (Fault.TIME_OUT, "GitHub took too long"),
        (Fault.RESET, "the line broke"),
        (Fault.HTML, "something came that is no answer of GitHub's"),
    ],
)
def test_who_does_not_know_says_why(sit_http: Sit, fault: Fault, words: str) -> None:
    forge = sit_http(faults=always("create_issue", fault)).forge

    with pytest.raises(UnknownOutcomeError, match=f"While opening an issue {words}, so nobody"):
        forge.create_issue(NewIssue("1", "x"))


def test_writes_keep_their_distance(hub: Hub) -> None:
    fake = FakeGitHub(hub)
    with served(fake) as address:
        calls = Calls("the-bots", address, seconds_between_writes=0.2)
        forge = PyGithubForge(calls, NAME)
        begun = monotonic()
        for title in "abc":
            forge.create_issue(NewIssue(title, "x"))
        calls.close()

    assert monotonic() - begun >= 0.4


def test_a_list_starts_no_call_for_each_entry(sit_http: Sit, hub: Hub) -> None:
    for number in range(40):
        hub.add_issue(BOT, NewIssue(str(number), ""))
    seat = sit_http()
    texts = [(issue.body, issue.closed_at, issue.labels) for issue in seat.forge.issues()]

    assert texts == [("", None, ())] * 40
    seat.forge.labels()
    assert seat.calls == {"repository": 1, "issues": 1, "labels": 1}


def test_a_renamed_repository_is_found_and_loses_nothing(sit_http: Sit, hub: Hub) -> None:
    for number in range(101):
        hub.add_issue(BOT, NewIssue(str(number), "x"))
    hub.add_issue(ORGANISER, NewIssue("By hand", "x"))
    hub.edit_issue(BOT, 1, IssueEdit(state=State.CLOSED))
    seats = sit_http(), sit_http(), sit_http()
    hub.rename("example-org/new-name")

    assert len(seats[0].forge.issues(creator=BOT.login)) == 101
    assert seats[1].forge.issue(1).number == 1
    assert len(seats[1].forge.issues(creator=BOT.login)) == 101
    assert seats[2].forge.file("README.md", "main") == "Hello\n"


def test_a_write_by_an_old_name_says_so(sit_http: Sit, hub: Hub) -> None:
    forge = sit_http().forge
    hub.rename("example-org/new-name")

    with pytest.raises(RefusedError, match="was renamed, so that was not done"):
        forge.create_issue(NewIssue("1", "x"))
    assert hub.issues == {}


def test_an_issue_that_was_moved_away_is_gone_before_and_after_a_list(
    sit_http: Sit, hub: Hub
) -> None:
    hub.add_issue(BOT, NewIssue("1", "x"))
    hub.transfer(1, "example-org/elsewhere")
    forge = sit_http().forge

    for _ in range(2):
        with pytest.raises(GoneError, match="it was moved to"):
            forge.issue(1)
        assert forge.issues() == ()


def test_a_workflows_token_may_not_ask_who_it_is(hub: Hub) -> None:
    fake = FakeGitHub(hub)
    fake.tokens["a-token"] = BOT
    with served(fake) as address:
        calls = Calls("a-token", address)
        assert PyGithubForge(calls, NAME, bot=BOT.login).me() == BOT
        calls.close()


def test_who_deleted_their_account_is_nobody(script: Script, hub: Hub) -> None:
    shapes = Shapes(hub, "http://127.0.0.1")
    issue = {**shapes.issue(hub.add_issue(ORGANISER, NewIssue("1", "x"))), "user": None}
    commit = shapes.commit(hub.commits[hub.branches["main"]])
    forge, _ = script(
        *(_json(issue), _json({**commit, "author": None}), _json({**commit, "author": {}}))
    )

    assert NOBODY.id == 0
    assert forge.create_issue(NewIssue("1", "x")).author == NOBODY
    assert forge.commit("main").author is None
    assert forge.commit("main").author is None


def test_a_file_that_is_no_text_is_refused(script: Script, hub: Hub) -> None:
    shapes = Shapes(hub, "http://127.0.0.1")
    file = {**shapes.file("a.png", ""), "content": "/9j/"}
    forge, _ = script(_json(shapes.repository()), _json(file))

    with pytest.raises(RefusedError, match=r"a\.png at main is no text in UTF-8\."):
        forge.file("a.png", "main")


def test_an_answer_where_none_should_come_is_no_success(script: Script) -> None:
    forge, _ = script(Reply(200, "<html>"), Reply(200, "<html>"), Reply(204))

    with pytest.raises(UnknownOutcomeError):
        forge.delete_branch("x")
    with pytest.raises(UnknownOutcomeError):
        forge.dispatch("x.yml", "main", {})
    forge.dispatch("x.yml", "main", {})


def test_another_host_gets_nothing(script: Script) -> None:
    forge, there = script(Reply(301, "{}", {"Location": "http://localhost:9/repos"}))

    with pytest.raises(RefusedError, match="look at GITHUB_API_URL"):
        forge.repository()
    assert len(there.arrivals) == 1


def test_a_failure_speaks_plainly_and_keeps_the_token_to_itself(script: Script) -> None:
    detail = {"resource": "Label", "field": "name", "code": "already_exists"}
    rights = {"X-Accepted-GitHub-Permissions": "issues=write,contents=read; issues=write"}
    forge, _ = script(
        Reply(502, "<html>"),
        said(401, "Bad credentials"),
        said(403, "Resource not accessible by integration", rights),
        said(403, "Repository was archived so is read-only."),
        said(404, "Not Found"),
        said(410, "Issues has been disabled in this repository."),
        Reply(422, json.dumps({"message": "Validation Failed", "errors": [detail]})),
        Reply(422, json.dumps({"message": "Nope", "errors": "No\ncommits"})),
        Reply(422, json.dumps({"message": "w" * 400, "errors": ["x"]})),
        said(429, "Slow down", {"Retry-After": "90"}),
        said(429, "Slow down", {"Retry-After": "soon"}),
        said(403, "Slow down", {"Retry-After": "5"}),
        said(403, "API rate limit exceeded", {"X-RateLimit-Remaining": "0"}),
        said(403, "You have exceeded a secondary rate limit."),
        Reply(304),
    )
    said_of_it = []
    for _ in range(15):
        with pytest.raises(ForgeError) as caught:
            forge.create_issue(NewIssue("1", "x"))
        said_of_it.append(str(caught.value))

    assert "a-token" not in " ".join(said_of_it)
    assert said_of_it == snapshot(
        [
            "While opening an issue GitHub had trouble (502), so nobody knows whether that was done. It is not tried a second time now; run this again later.",
            "GitHub does not accept the token, opening an issue. Look at GITHUB_TOKEN: its time may be over, or it may belong to another place.",
            "The token may not do this: opening an issue. It needs 'issues: write' and 'contents: read': add that to 'permissions' of the job. GitHub says: Resource not accessible by integration",
            "The token may not do this: opening an issue. GitHub says: Repository was archived so is read-only.",
            "While opening an issue GitHub found nothing: it is not there, or the token may not see it.",
            "While opening an issue GitHub said that it is gone: it was deleted, or issues are switched off in the repository's settings. GitHub says: Issues has been disabled in this repository.",
            "GitHub refuses this (422): opening an issue. GitHub says: Validation Failed: name already exists",
            "GitHub refuses this (422): opening an issue. GitHub says: Nope: No commits",
            "GitHub refuses this (422): opening an issue. GitHub says: wwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwww…",
            "While opening an issue GitHub said that it was asked too often, so that was not done. Run this again in 90 seconds.",
            "While opening an issue GitHub said that it was asked too often, so that was not done. Run this again later, in an hour at best.",
            "While opening an issue GitHub said that it was asked too often, so that was not done. Run this again in 5 seconds.",
            "While opening an issue GitHub said that it was asked too often, so that was not done. Run this again later, in an hour at best.",
            "While opening an issue GitHub said that it was asked too often, so that was not done. Run this again later, in an hour at best.",
            "GitHub refuses this (304): opening an issue.",
        ]
    )


def _json(answer: object) -> Reply:
    return Reply(200, json.dumps(answer))
