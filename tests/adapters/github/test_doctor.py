"""What a look at the settings finds: nothing in a sound repository, and each thing that is missing."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from mentorgen.adapters.github.committing import commit_files
from mentorgen.adapters.github.doctor import WORKFLOWS, WRITERS, findings
from mentorgen.adapters.github.forge import Label
from mentorgen.adapters.github.settings import Pages, Run
from mentorgen.model.requests import RequestKind
from mentorgen.output.github.doctor import Finding, Matter, State
from tests.adapters.github.faults import Fault, Schedule, always, never
from tests.adapters.github.hub import ORGANISER, Hub
from tests.adapters.github.memory import MemoryForge

Change = Callable[[Hub], object]
WORKFLOW_FILES = Path(__file__).parents[3] / ".github" / "workflows"


def put(hub: Hub, file: str, text: str | None) -> None:
    """Put a workflow on the main branch."""
    forge = MemoryForge(hub, ORGANISER)
    path = f".github/workflows/{file}"
    forge.move_branch("main", commit_files(forge, hub.branches["main"], {path: text}, "A workflow"))


@pytest.fixture
def hub() -> Hub:
    """A repository in which nothing is missing."""
    sound = Hub()
    sound.rules = {"deletion", "non_fast_forward", "pull_request"}
    sound.are_approvals_dismissed = True
    for file in WRITERS:
        put(sound, file, (WORKFLOW_FILES / file).read_text())
    sound.workflows = dict.fromkeys(WORKFLOWS, "active")
    run = Run("x.yml", "completed", "success", "schedule", sound.now, "https://github.com/run")
    sound.runs = {file: [replace(run, workflow=file)] for file in WORKFLOWS}
    for kind in RequestKind:
        sound.add_label(Label(kind.value, "c5def5"))
    return sound


def _found(hub: Hub, faults: Schedule = never) -> list[Finding]:
    return [*findings(MemoryForge(hub, ORGANISER, faults=faults), hub.facts, now=hub.now)]


def _wrong(hub: Hub, faults: Schedule = never) -> list[tuple[Matter, State, str]]:
    return [
        (one.matter, one.state, one.name)
        for one in _found(hub, faults)
        if one.state is not State.FINE
    ]


def test_in_a_sound_repository_every_matter_is_fine(hub: Hub) -> None:
    assert [one.matter for one in _found(hub)] == [*Matter]
    assert _wrong(hub) == []


def _facts(**changes: bool) -> Change:
    def change(hub: Hub) -> None:
        hub.facts = replace(hub.facts, **changes)  # type: ignore[arg-type] # they are booleans

    return change


def _set(name: str, value: object) -> Change:
    return lambda hub: setattr(hub, name, value)


def _last_run(file: str, **changes: object) -> Change:
    def change(hub: Hub) -> None:
        run = replace(hub.runs[file][0], **changes)  # type: ignore[arg-type] # of these types
        hub.runs[file].insert(0, run)

    return change


def _older(file: str, days: int) -> Change:
    def change(hub: Hub) -> None:
        began = hub.now - timedelta(days=days)
        hub.runs[file] = [replace(run, created_at=began) for run in hub.runs[file]]

    return change


def _protected_in_the_older_way(hub: Hub) -> None:
    hub.rules, hub.is_protected = set(), True


def _only_some_actions(hub: Hub) -> None:
    hub.allowed_actions, hub.are_own_actions_selected = "selected", False


def _githubs_own_actions(hub: Hub) -> None:
    hub.allowed_actions = "selected"


def _without_queue(file: str) -> Change:
    """Leave the name of the queue in a comment only."""
    text = (WORKFLOW_FILES / file).read_text()
    return lambda hub: put(
        hub, file, text.replace("  group: mentorgen-writes", "  # group: mentorgen-writes")
    )


def _other_queue(file: str) -> Change:
    text = (WORKFLOW_FILES / file).read_text()
    return lambda hub: put(hub, file, text.replace("mentorgen-writes", "mentorgen-writes-2"))


def _with_windows_ends(hub: Hub) -> None:
    lines = [
        line.partition(" #")[0] for line in (WORKFLOW_FILES / "join.yml").read_text().split("\n")
    ]
    put(hub, "join.yml", "\r\n".join(lines))


BRANCH = Pages("https://example.org", is_built_by_workflow=False)


@pytest.mark.parametrize(
    ("change", "matter", "name"),
    [
        (_facts(is_archived=True), Matter.OPEN, ""),
        (_facts(has_issues=False), Matter.ISSUES, ""),
        (_facts(has_pages=False), Matter.PAGES, ""),
        (_set("are_actions_on", value=False), Matter.ACTIONS, ""),
        (_set("allowed_actions", value="local_only"), Matter.ALLOWED, ""),
        (_only_some_actions, Matter.ALLOWED, ""),
        (_set("may_actions_propose", value=False), Matter.PROPOSING, ""),
        (_set("are_approvals_dismissed", value=False), Matter.APPROVALS, ""),
        (_without_queue("join.yml"), Matter.TURNS, "join.yml"),
        (_other_queue("match.yml"), Matter.TURNS, "match.yml"),
        (_set("pages", BRANCH), Matter.SOURCE, ""),
        (_set("rules", {"deletion"}), Matter.GUARD, ""),
        (lambda hub: hub.workflows.pop("join.yml"), Matter.THERE, "join.yml"),
        (
            lambda hub: hub.workflows.update({"remind.yml": "disabled_inactivity"}),
            *(Matter.ENABLED, "remind.yml"),
        ),
        (_last_run("check.yml", conclusion="failure"), Matter.SUCCEEDED, "check.yml"),
        (_last_run("report.yml", conclusion="timed_out"), Matter.SUCCEEDED, "report.yml"),
        (_older("daily.yml", 4), Matter.RECENT, "daily.yml"),
        (_older("remind.yml", 6), Matter.RECENT, "remind.yml"),
    ],
)
def test_what_is_missing_is_named(hub: Hub, change: Change, matter: Matter, name: str) -> None:
    change(hub)

    assert _wrong(hub) == [(matter, State.MISSING, name)]


@pytest.mark.parametrize(
    "change",
    [
        _last_run("check.yml", status="in_progress", conclusion=None),
        _last_run("match.yml", conclusion="cancelled"),
        _older("join.yml", 400),
        _older("remind.yml", 5),
        _older("report.yml", 40),
        lambda hub: hub.runs.update({"remind.yml": []}),
        _protected_in_the_older_way,
        _githubs_own_actions,
        _with_windows_ends,
        _set("are_approvals_dismissed", value=None),
        _older("publish.yml", 400),
    ],
)
def test_what_is_well_as_it_is_passes(hub: Hub, change: Change) -> None:
    change(hub)

    assert _wrong(hub) == []


def test_labels_come_with_the_first_form(hub: Hub) -> None:
    hub.delete_label("pause")
    hub.delete_label("leave")

    assert _wrong(hub) == [(Matter.LABELS, State.LATER, "pause, leave")]


@pytest.mark.parametrize("fault", [Fault.FORBIDDEN, Fault.NOT_FOUND])
@pytest.mark.parametrize(
    ("call", "matter"),
    [
        ("are_actions_on", Matter.ACTIONS),
        ("may_actions_propose", Matter.PROPOSING),
        ("rules", Matter.GUARD),
        ("are_own_actions_allowed", Matter.ALLOWED),
        ("are_approvals_dismissed", Matter.APPROVALS),
        ("labels", Matter.LABELS),
        ("workflows", Matter.THERE),
        ("runs", Matter.THERE),
        ("file", Matter.TURNS),
    ],
)
def test_what_the_token_may_not_see_is_no_failure(
    hub: Hub, fault: Fault, call: str, matter: Matter
) -> None:
    assert _wrong(hub, always(call, fault)) == [(matter, State.UNSEEN, "")]


def test_pages_that_nobody_may_look_at(hub: Hub) -> None:
    assert _wrong(hub, always("pages", Fault.FORBIDDEN)) == [(Matter.SOURCE, State.UNSEEN, "")]
    hub.pages = None
    assert _wrong(hub) == [(Matter.SOURCE, State.UNSEEN, "")]
