"""The fake is as strict as GitHub, and stricter: what GitHub overlooks is a mistake of ours."""

import http.client
import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager

import pytest

from mentorgen.adapters.github.forge import NewIssue
from tests.adapters.github.fake.described import complaint
from tests.adapters.github.fake.loopback import served
from tests.adapters.github.fake.server import VERSION, FakeGitHub
from tests.adapters.github.fake.shapes import Shapes
from tests.adapters.github.hub import BOT, Hub

HEADERS = {
    "Authorization": "token the-bots",
    "User-Agent": "tests",
    "X-GitHub-Api-Version": VERSION,
}
ISSUES = "/repos/example-org/mentoring/issues"


@contextmanager
def _line(address: str) -> Iterator[http.client.HTTPConnection]:
    line = http.client.HTTPConnection(address.removeprefix("http://"), timeout=5)
    try:
        yield line
    finally:
        line.close()


def _asked(
    fake: FakeGitHub,
    verb: str,
    path: str,
    body: object = None,
    headers: Mapping[str, str] = HEADERS,
) -> tuple[int, str]:
    with served(fake) as address, _line(address) as line:
        line.request(verb, path, None if body is None else json.dumps(body), dict(headers))
        answer = line.getresponse()
        return answer.status, answer.read().decode()


@pytest.mark.parametrize(
    "body",
    [
        {},
        {"title": 7},
        {"title": "x", "assignee": "ana"},
        {"title": "x", "labels": "one"},
        {"title": "x", "labels": [{"name": "one"}]},
        {"title": None},
        ["title"],
    ],
)
def test_unknown_fields_and_wrong_types_are_refused(body: object) -> None:
    fake = FakeGitHub(Hub())

    assert _asked(fake, "POST", ISSUES, body)[0] == 422
    assert fake.hub.issues == {}


@pytest.mark.parametrize("query", ["colour=red", "state=open&page=1&sorted=yes"])
def test_an_unknown_word_in_the_address_is_refused(query: str) -> None:
    assert _asked(FakeGitHub(Hub()), "GET", f"{ISSUES}?{query}")[0] == 422


def test_a_body_where_none_belongs_is_refused() -> None:
    assert _asked(FakeGitHub(Hub()), "GET", ISSUES, {"x": 1})[0] == 422


def test_a_strange_token_gets_nothing() -> None:
    headers = {**HEADERS, "Authorization": "token stolen"}

    assert _asked(FakeGitHub(Hub()), "GET", ISSUES, headers=headers)[0] == 401


def test_another_repository_is_not_here() -> None:
    assert _asked(FakeGitHub(Hub()), "GET", "/repos/example-org/other/issues")[0] == 404


@pytest.mark.parametrize(
    ("path", "headers"),
    [
        ("/repos/example-org/mentoring/secrets", HEADERS),
        (ISSUES, {**HEADERS, "X-GitHub-Api-Version": "1999-01-01"}),
        (ISSUES, {name: HEADERS[name] for name in ("Authorization", "X-GitHub-Api-Version")}),
    ],
)
def test_a_call_that_is_none_of_githubs_fails_the_test(
    path: str, headers: Mapping[str, str]
) -> None:
    with pytest.raises(AssertionError):
        _asked(FakeGitHub(Hub()), "GET", path, headers=headers)


def test_a_list_comes_in_pages_with_links() -> None:
    hub = Hub()
    for number in range(31):
        hub.add_issue(BOT, NewIssue(str(number), "x"))

    first = json.loads(_asked(FakeGitHub(hub), "GET", ISSUES)[1])
    last = json.loads(_asked(FakeGitHub(hub), "GET", f"{ISSUES}?page=2")[1])

    assert [len(first), len(last)] == [30, 1]
    assert [first[0]["number"], last[0]["number"]] == [31, 1]


def test_an_answer_that_is_not_as_described_is_seen() -> None:
    hub = Hub()
    issue = Shapes(hub, "http://127.0.0.1").issue(hub.add_issue(BOT, NewIssue("1", "x")))

    assert complaint("Issue", issue) is None
    assert complaint("Issue", [issue, {**issue, "number": "1"}]) is not None
    assert complaint("Issue", {**issue, "mood": "good"}) == "Issue has no mood"
    assert complaint("Issue", {name: issue[name] for name in ("id", "number")}) is not None
