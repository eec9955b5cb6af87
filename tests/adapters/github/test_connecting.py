"""Which repository a command means, as whom it acts, and what it was started for."""

import json
import re
from pathlib import Path

import pytest

from mentorgen.adapters.github.connecting import connect
from mentorgen.adapters.github.event import read_event
from mentorgen.adapters.github.forge import Author, NewIssue
from mentorgen.errors import WrongUsageError
from tests.adapters.github.fake.loopback import served
from tests.adapters.github.fake.server import FakeGitHub
from tests.adapters.github.fake.shapes import Shapes
from tests.adapters.github.hub import BOT, ORGANISER, Hub

NAME = "example-org/mentoring"
WORKFLOW = {"GITHUB_TOKEN": "the-bots", "GITHUB_ACTIONS": "true"}


@pytest.mark.parametrize(
    ("environment", "bot", "expected"),
    [
        (WORKFLOW, None, BOT),
        ({"GITHUB_TOKEN": " the-organisers\n"}, None, ORGANISER),
        (WORKFLOW, "our-app[bot]", Author(99, "our-app[bot]", is_bot=True)),
    ],
)
def test_who_acts_is_the_workflow_the_app_or_whoever_has_the_token(
    hub: Hub, environment: dict[str, str], bot: str | None, expected: Author
) -> None:
    hub.accounts[expected.login] = expected
    fake = FakeGitHub(hub)
    with served(fake) as address:
        forge = connect({**environment, "GITHUB_API_URL": f"{address}/"}, repository=NAME, bot=bot)

        assert forge.me() == expected
        assert forge.calls.seconds_between_writes == 0
        forge.calls.close()
    assert fake.calls == {"me": 1}


@pytest.mark.parametrize(
    ("name", "calls"), [(NAME, {"labels": 1}), ("example-org/old", {"repository": 1, "labels": 1})]
)
def test_a_workflow_knows_the_present_name_of_its_repository(
    hub: Hub, name: str, calls: dict[str, int]
) -> None:
    fake = FakeGitHub(hub)
    with served(fake) as address:
        environment = {**WORKFLOW, "GITHUB_API_URL": address, "GITHUB_REPOSITORY": name}
        forge = connect(environment, repository=NAME)

        assert forge.labels() == ()
        forge.calls.close()
    assert fake.calls == calls


@pytest.mark.parametrize("environment", [{}, {"GITHUB_TOKEN": "\n"}])
def test_without_a_token_it_says_where_one_goes(environment: dict[str, str]) -> None:
    with pytest.raises(WrongUsageError, match=re.escape("${{ github.token }}' under 'env'")):
        connect(environment, repository=NAME)


@pytest.mark.parametrize("token", ["ghp_\u2026", "two words", "a\nb", "a\x00b"])
def test_a_token_that_is_none_is_not_shown(token: str) -> None:
    with pytest.raises(WrongUsageError) as caught:
        connect({"GITHUB_TOKEN": token}, repository=NAME)
    assert str(caught.value) == "GITHUB_TOKEN holds a sign that no token has; copy it once more."


@pytest.mark.parametrize(
    "name", [None, "", "mentoring", "a/b/c", "https://github.com/a/b", "a b/c"]
)
def test_a_repository_needs_an_owner_and_a_name(name: str | None) -> None:
    with pytest.raises(WrongUsageError, match="give --repository OWNER/NAME"):
        connect(WORKFLOW, repository=name)


@pytest.mark.parametrize("address", ["http://github.example.org", "ftp://x", "api.github.com"])
def test_nobody_on_the_way_reads_the_token(address: str) -> None:
    with pytest.raises(WrongUsageError, match="must begin with https://"):
        connect({**WORKFLOW, "GITHUB_API_URL": address}, repository=NAME)


def test_without_an_address_it_is_github() -> None:
    forge = connect(WORKFLOW, repository=NAME)

    assert (forge.name, forge.bot) == (NAME, BOT.login)
    assert forge.calls.seconds_between_writes == 1
    forge.calls.close()


def test_an_event_says_who_did_what(tmp_path: Path, hub: Hub) -> None:
    issue = hub.add_issue(ORGANISER, NewIssue("Home", "x"))
    comment = hub.add_comment(ORGANISER, issue.number, "/met")
    shapes, file = Shapes(hub, "https://api.github.com"), tmp_path / "event.json"
    event = {
        "action": "created",
        "issue": shapes.issue(issue),
        "comment": shapes.comment(comment),
        "sender": shapes.user(ORGANISER),
        "repository": shapes.repository(),
    }
    file.write_text(json.dumps(event))
    read = read_event(file)

    assert (read.action, read.sender) == ("created", ORGANISER)
    assert (read.issue, read.comment) == (issue, comment)

    file.write_text(json.dumps({"inputs": {}, "sender": shapes.user(BOT)}))
    read = read_event(file)
    assert (read.action, read.sender, read.issue, read.comment) == ("", BOT, None, None)


@pytest.mark.parametrize(
    "text", [None, "", "{}", '{"sender": {"id": "7", "login": "x"}}', "[" * 99]
)
def test_what_is_no_event_is_refused(tmp_path: Path, text: str | None) -> None:
    file = tmp_path / "event.json"
    if text is not None:
        file.write_text(text)

    with pytest.raises(WrongUsageError, match="no event of GitHub's"):
        read_event(file)
