"""`mentorgen github doctor` over HTTP: what it prints, and how it ends."""

import json
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import replace

import pytest
from inline_snapshot import snapshot

from mentorgen.adapters import clock
from mentorgen.adapters.github.doctor import WORKFLOWS, WRITERS
from mentorgen.adapters.github.forge import Author, Label
from mentorgen.adapters.github.settings import Run
from mentorgen.model.requests import RequestKind
from tests.adapters.conftest import Answer, Mentorgen
from tests.adapters.github.fake.loopback import served
from tests.adapters.github.fake.server import FakeGitHub
from tests.adapters.github.faults import Call, Fault, Schedule, always, never
from tests.adapters.github.hub import Hub
from tests.adapters.github.test_doctor import WORKFLOW_FILES, put

Doctor = Callable[..., Answer]


@pytest.fixture
def hub() -> Hub:
    """A repository in which nothing is missing."""
    sound = Hub(now=clock.now())
    sound.is_protected = sound.are_approvals_dismissed = True
    for file in WRITERS:
        put(sound, file, (WORKFLOW_FILES / file).read_text())
    sound.workflows = dict.fromkeys(WORKFLOWS, "active")
    run = Run("x.yml", "completed", "success", "schedule", sound.now, "https://github.com/run")
    sound.runs = {file: [replace(run, workflow=file)] for file in WORKFLOWS}
    for kind in RequestKind:
        sound.add_label(Label(kind.value, "c5def5"))
    return sound


@pytest.fixture
def doctor(hub: Hub, mentorgen: Mentorgen, monkeypatch: pytest.MonkeyPatch) -> Iterator[Doctor]:
    with ExitStack() as stack:

        def called(*arguments: str, faults: Schedule = never) -> Answer:
            address = stack.enter_context(served(FakeGitHub(hub, faults=faults)))
            monkeypatch.setenv("GITHUB_API_URL", address)
            monkeypatch.setenv("GITHUB_TOKEN", "the-organisers")
            monkeypatch.setenv("GITHUB_REPOSITORY", hub.facts.name)
            monkeypatch.delenv("GITHUB_ACTIONS", raising=False)
            return mentorgen("github", "doctor", *arguments)

        yield called


def test_a_sound_repository_is_said_to_be_so(doctor: Doctor) -> None:
    answer = doctor()

    assert (answer.code, answer.err) == (0, "")
    assert answer.out == snapshot("""\
https://github.com/example-org/mentoring, looked at as example-organiser

Fine: The repository can be written to. Issues are on. Workflows run here. Workflows may use GitHub's own actions. \n\
Workflows may open pull requests. Pages publishes the site. Pages takes the site from the workflow. The main branch can \n\
neither be deleted nor rewritten. An approval ends when what was approved changes. Every form has its label. All \n\
workflows are on the main branch. All workflows are enabled. No workflow failed in its last run. The workflows with a \n\
timetable keep to it. Workflows that write wait for each other.

Nothing is missing.
""")


def test_each_thing_that_is_missing_comes_with_its_click(hub: Hub, doctor: Doctor) -> None:
    hub.may_actions_propose = False
    hub.workflows["remind.yml"] = "disabled_inactivity"
    hub.delete_label("pause")
    answer = doctor(faults=always("rules", Fault.FORBIDDEN))

    assert (answer.code, answer.err) == (1, "")
    assert answer.out == snapshot("""\
https://github.com/example-org/mentoring, looked at as example-organiser

Missing: Workflows may not open pull requests, so each proposal waits on a branch for somebody to open one. To mend it: \n\
Settings > Actions > General > Workflow permissions: tick 'Allow GitHub Actions to create and approve pull requests'.

    https://github.com/example-org/mentoring/settings/actions

Missing: The workflow remind.yml is switched off; GitHub does that by itself after 60 days without a commit. To mend it:
open it and press 'Enable workflow'.

    https://github.com/example-org/mentoring/actions/workflows/remind.yml

Not seen: The token may not look whether this is so: The main branch can neither be deleted nor rewritten. Look \n\
yourself:

    https://github.com/example-org/mentoring/settings/rules

Not seen: The token may not look whether this is so: An approval ends when what was approved changes. Look yourself:

    https://github.com/example-org/mentoring/settings/rules

Later: Some forms have no label yet: pause. Nothing to click: each comes with the first form that somebody fills in.

    https://github.com/example-org/mentoring/labels

Fine: The repository can be written to. Issues are on. Workflows run here. Workflows may use GitHub's own actions. Pages
publishes the site. Pages takes the site from the workflow. All workflows are on the main branch. No workflow failed in \n\
its last run. The workflows with a timetable keep to it. Workflows that write wait for each other.

2 missing, 2 not seen. An owner sees all: take a token of yours with the right to read the repository's administration \n\
and its Actions.
""")


def test_what_comes_by_itself_is_not_missing(hub: Hub, doctor: Doctor) -> None:
    hub.delete_label("pause")
    answer = doctor()

    assert answer.code == 0
    assert "Later: Some forms have no label yet: pause." in answer.out


def test_an_app_looks_under_its_own_name(hub: Hub, doctor: Doctor) -> None:
    hub.accounts["our-app[bot]"] = Author(99, "our-app[bot]", is_bot=True)

    assert "looked at as our-app[bot]\n" in doctor("--bot", "our-app[bot]").out


def test_programs_read_the_findings_too(hub: Hub, doctor: Doctor) -> None:
    hub.facts = replace(hub.facts, has_issues=False)
    said = doctor("--format", "json")
    answer = json.loads(said.out)

    assert said.code == 1
    assert answer["repository"] == "https://github.com/example-org/mentoring"
    assert [one for one in answer["findings"] if one["state"] != "fine"] == snapshot(
        [
            {
                "matter": "issues",
                "name": "",
                "state": "missing",
                "text": "Issues are off, so nobody can join, report a meeting or be reminded.",
                "click": "Settings > General > Features: tick Issues.",
                "page": "https://github.com/example-org/mentoring/settings",
            }
        ]
    )


SETTINGS = (
    *("are_actions_on", "are_own_actions_allowed", "may_actions_propose", "pages", "rules"),
    *("are_approvals_dismissed", "labels", "workflows", "runs", "file"),
)


def test_a_token_without_rights_sees_little_and_is_told_which_it_needs(doctor: Doctor) -> None:
    def faults(call: Call) -> Fault | None:
        return Fault.FORBIDDEN if call.name in SETTINGS else None

    answer = doctor(faults=faults)

    assert (answer.code, answer.err) == (0, "")
    assert answer.out == snapshot("""\
https://github.com/example-org/mentoring, looked at as example-organiser

Not seen: The token may not look whether this is so: Workflows run here. Look yourself:

    https://github.com/example-org/mentoring/settings/actions

Not seen: The token may not look whether this is so: Workflows may use GitHub's own actions. Look yourself:

    https://github.com/example-org/mentoring/settings/actions

Not seen: The token may not look whether this is so: Workflows may open pull requests. Look yourself:

    https://github.com/example-org/mentoring/settings/actions

Not seen: The token may not look whether this is so: Pages takes the site from the workflow. Look yourself:

    https://github.com/example-org/mentoring/settings/pages

Not seen: The token may not look whether this is so: The main branch can neither be deleted nor rewritten. Look \n\
yourself:

    https://github.com/example-org/mentoring/settings/rules

Not seen: The token may not look whether this is so: An approval ends when what was approved changes. Look yourself:

    https://github.com/example-org/mentoring/settings/rules

Not seen: The token may not look whether this is so: Every form has its label. Look yourself:

    https://github.com/example-org/mentoring/labels

Not seen: The token may not look whether this is so: All workflows are on the main branch. Look yourself:

    https://github.com/example-org/mentoring/actions

Fine: The repository can be written to. Issues are on. Pages publishes the site.

0 missing, 8 not seen. An owner sees all: take a token of yours with the right to read the repository's administration \n\
and its Actions.
""")


def test_when_github_is_down_it_says_so_and_no_half_of_an_answer(doctor: Doctor) -> None:
    answer = doctor(faults=always("labels", Fault.BAD_GATEWAY))

    assert (answer.code, answer.out, answer.err) == (
        4,
        "",
        snapshot(
            "mentorgen: While listing labels GitHub had trouble (502). Run this again later.\n"
        ),
    )


@pytest.mark.parametrize(
    ("fault", "code", "words"),
    [
        (Fault.UNAUTHORIZED, 1, "GitHub does not accept the token"),
        (Fault.NOT_FOUND, 1, "the token may not see it"),
        (Fault.LIMITED, 4, "Run this again in 60 seconds"),
    ],
)
def test_a_repository_that_cannot_be_looked_at(
    doctor: Doctor, fault: Fault, code: int, words: str
) -> None:
    answer = doctor(faults=always("repository", fault))

    assert (answer.code, answer.out) == (code, "")
    assert answer.err.startswith("mentorgen: ")
    assert words in answer.err


def test_without_a_repository_or_a_token_it_says_what_to_give(
    mentorgen: Mentorgen, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("GITHUB_REPOSITORY", raising=False)
    monkeypatch.setenv("GITHUB_TOKEN", "x")
    assert "give --repository OWNER/NAME" in mentorgen("github", "doctor").err
    monkeypatch.delenv("GITHUB_TOKEN")
    answer = mentorgen("github", "doctor", "--repository", "a/b")

    assert answer.code == 2
    assert "There is no token" in answer.err
