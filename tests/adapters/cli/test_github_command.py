"""`mentorgen github command`, as a workflow runs it: an event in a file, a token, and GitHub over HTTP."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from mentorgen.adapters.github.forge import Author, Comment, Reaction
from tests.adapters.cli.commenting.home import BEN, LOG, MEETINGS, STRANGER, Home
from tests.adapters.conftest import Answer, Mentorgen
from tests.adapters.github.fake.loopback import served
from tests.adapters.github.fake.server import FakeGitHub
from tests.adapters.github.hub import BOT

HOSTILE = (
    "::error file=x::y\n/met 2026-03-31 45m\n/thanks ::set-output name=x::y $(touch owned) <!-- -->\n"
    "/paus ::warning::z\n/snooze \x1b[31m\n/done @everyone closes #1\n/why-not a b"
)


def _account(author: Author) -> dict[str, object]:
    return {"id": author.id, "login": author.login, "type": "Bot" if author.is_bot else "User"}


def event_of(home: Home, comment: Comment) -> dict[str, object]:
    """Give the event that GitHub sends for a new comment, as far as it is read, and a bit more."""
    issue = home.hub.issue(home.number)
    times = {"created_at": "2026-04-01T12:00:00Z", "updated_at": "2026-04-01T12:00:00Z"}
    return {
        "action": "created",
        "sender": _account(comment.author),
        "repository": {"full_name": home.hub.facts.name},
        "issue": {
            **times,
            "number": issue.number,
            "url": f"https://api.github.com/repos/{home.hub.facts.name}/issues/{issue.number}",
            "html_url": issue.url,
            "title": issue.title,
            "body": issue.body,
            "state": "open",
            "user": _account(issue.author),
            "labels": [],
            "closed_at": None,
            "locked": False,
            "comments": 1,
        },
        "comment": {
            **times,
            "id": comment.id,
            "html_url": comment.url,
            "body": comment.body,
            "user": _account(comment.author),
        },
    }


@contextmanager
def _at_github(
    home: Home, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, comment: Comment
) -> Iterator[FakeGitHub]:
    fake = FakeGitHub(home.hub)
    event = tmp_path / "event.json"
    event.write_text(json.dumps(event_of(home, comment)))
    with served(fake) as address:
        for name, value in {
            "GITHUB_ACTIONS": "true",
            "GITHUB_TOKEN": "the-bots",
            "GITHUB_API_URL": address,
            "GITHUB_REPOSITORY": home.hub.facts.name,
            "GITHUB_EVENT_PATH": str(event),
        }.items():
            monkeypatch.setenv(name, value)
        yield fake


@pytest.fixture
def home(tmp_path: Path) -> Home:
    return Home.of(tmp_path / "repository")


def _run(mentorgen: Mentorgen, home: Home, *more: str) -> Answer:
    return mentorgen("github", "command", "--root", home.root, "--today", "2026-04-01", *more)


def test_a_comment_becomes_a_commit_over_http(
    home: Home, mentorgen: Mentorgen, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    comment = home.writes(BEN, "Hello!\n\n/met 2026-03-31 45m\n/snooze 2w\n")

    with _at_github(home, monkeypatch, tmp_path, comment) as fake:
        shown = _run(mentorgen, home)
        assert fake.writes.total() == 0
        answer = _run(mentorgen, home, "--confirm")

    assert shown.out.splitlines() == [f"write {MEETINGS}/2026-03-31.md", f"write {LOG}"]
    assert (answer.code, answer.out) == (0, shown.out)
    assert f"{MEETINGS}/2026-03-31.md" in home.hub.files()
    assert home.hub.files()[LOG].endswith("until: 2026-04-15}\n")
    assert home.hub.reactions["comment", comment.id] == {(BOT.id, Reaction.THUMBS_UP)}
    assert home.hub.dispatched == [("publish.yml", "main", {})]
    assert home.replies() == []


def test_an_ending_becomes_a_pull_request_over_http(
    home: Home, mentorgen: Mentorgen, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    comment = home.writes(BEN, "/end completed\n/paus")

    with _at_github(home, monkeypatch, tmp_path, comment):
        for _ in range(2):
            assert _run(mentorgen, home, "--confirm").code == 0

    assert [pull.head for pull in home.hub.pulls.values()] == [f"mentorgen/commands/{comment.id}"]
    assert len(home.replies()) == 1


def test_no_line_of_a_log_begins_with_what_somebody_typed(
    home: Home, mentorgen: Mentorgen, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    comment = home.writes(BEN, HOSTILE)

    with _at_github(home, monkeypatch, tmp_path, comment):
        answer = _run(mentorgen, home, "--confirm")

    for line in [*answer.out.splitlines(), *answer.err.splitlines()]:
        assert line.startswith(
            ("write program/", "propose program/", "answer in #1", "1 open promise")
        )
    (reply,) = home.replies()
    assert not [word for word in ("@everyone", "<!--", "$(touch", "\x1b") if word in reply]
    assert "::set-output name=x::y $(touch owned)" in home.hub.files()[LOG]
    assert not (home.root / "owned").exists()


def test_a_comment_without_a_command_calls_nobody(
    home: Home, mentorgen: Mentorgen, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    comment = home.writes(BEN, "Thank you, that was lovely.")

    with _at_github(home, monkeypatch, tmp_path, comment) as fake:
        answer = _run(mentorgen, home, "--confirm")

    assert answer == Answer(0, "", "There is no command in it; nothing to do.\n")
    assert fake.calls.total() == 0


def test_a_stranger_costs_two_calls_over_http(
    home: Home, mentorgen: Mentorgen, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    comment = home.writes(STRANGER, "/end completed")

    with _at_github(home, monkeypatch, tmp_path, comment) as fake:
        assert _run(mentorgen, home, "--confirm").code == 0

    assert home.hub.files()[LOG].count("ended") == 0
    assert fake.calls.total() <= 2


def test_without_an_event_it_says_where_that_should_be(
    home: Home, mentorgen: Mentorgen, tmp_path: Path
) -> None:
    answer = _run(mentorgen, home, "--event", str(tmp_path / "none.json"))

    assert answer.code == 2
    assert "GITHUB_EVENT_PATH" in answer.err
