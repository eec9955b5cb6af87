"""`mentorgen github unpublished`: one issue that says what keeps the site from being published."""

from collections.abc import Iterator

import pytest
from inline_snapshot import snapshot

from tests.adapters.conftest import Answer, Mentorgen
from tests.adapters.github.fake.loopback import served_here
from tests.adapters.github.fake.server import FakeGitHub
from tests.adapters.github.hub import BOT, Hub
from tests.conftest import MakeRepo
from tests.programs.trees import TODAY, Tree, three_people

ANAS = "program/participants/ana.yaml"


@pytest.fixture
def hub(monkeypatch: pytest.MonkeyPatch) -> Iterator[Hub]:
    hub = Hub()
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    monkeypatch.setenv("GITHUB_SERVER_URL", "https://github.com")
    monkeypatch.setenv("GITHUB_RUN_ID", "77")
    with served_here(FakeGitHub(hub), hub.facts.name, monkeypatch):
        monkeypatch.setenv("GITHUB_REPOSITORY", hub.facts.name)
        yield hub


def _tell(mentorgen: Mentorgen, make_repo: MakeRepo, files: Tree, *options: str) -> Answer:
    root = make_repo({**three_people(), **files})
    return mentorgen("github", "unpublished", *options, "--root", root, "--today", TODAY)


def _person(role: str) -> Tree:
    return {ANAS: f"schema: 1\nname: Ana\nrole: {role}\n"}


def test_the_organisers_read_what_is_wrong_and_where_the_run_is(
    mentorgen: Mentorgen, make_repo: MakeRepo, hub: Hub
) -> None:
    answer = _tell(mentorgen, make_repo, _person("'@everyone closes #1'"), "--confirm")

    assert answer.code == 0
    (issue,) = hub.issues.values()
    assert (issue.author, issue.title) == (BOT, "The site could not be published")
    assert issue.body == snapshot("""\
The site stays as it was before the last change. [The run that failed](https://github.com/example-org/mentoring/actions/runs/77) says more. A check of the files finds this:

16 files read: 1 error, 0 warnings.

### To be mended

| File | Line | What is wrong | Rule |
| --- | --: | --- | --- |
| program/participants/ana.yaml | 3 | role must be 'mentor', 'mentee' or 'both', not '@\u200beveryone closes #\u200b1'. | role |

Mend it on the main branch, and close this. It comes again if the next run fails, too.

<!-- mentorgen:unpublished site -->
""")


def test_it_is_only_shown_unless_confirmed(
    mentorgen: Mentorgen, make_repo: MakeRepo, hub: Hub
) -> None:
    answer = _tell(mentorgen, make_repo, _person("boss"))

    assert answer.err == "Nothing was written; --confirm does it.\n"
    assert hub.issues == {}


def test_one_issue_is_kept_up_to_date(mentorgen: Mentorgen, make_repo: MakeRepo, hub: Hub) -> None:
    _tell(mentorgen, make_repo, _person("boss"), "--confirm")
    _tell(mentorgen, make_repo, _person("chief"), "--confirm")

    (issue,) = hub.issues.values()
    assert "not 'chief'" in issue.body


def test_without_a_run_or_a_mistake_it_says_what_there_is(
    mentorgen: Mentorgen, make_repo: MakeRepo, hub: Hub, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("GITHUB_RUN_ID")

    answer = _tell(mentorgen, make_repo, {})

    assert "run that failed" not in answer.out
    assert "files read: all is well." in answer.out
    assert hub.issues == {}


def test_a_long_list_is_cut_at_the_end_of_a_line(
    mentorgen: Mentorgen, make_repo: MakeRepo, hub: Hub
) -> None:
    many = {
        f"program/participants/zoë-{number}.yaml": "schema: 1\nname: Zoë\nrole: boss\n"
        for number in range(500)
    }

    assert _tell(mentorgen, make_repo, many, "--confirm").code == 0

    (issue,) = hub.issues.values()
    assert 59_000 < len(issue.body.encode()) < 60_200
    assert " |\n\nThe page of the run has the rest.\n" in issue.body
