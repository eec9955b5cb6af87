"""`check.yml` as GitHub runs it for a pull request: base beside change, event, conditions, log and summary."""

import json
import os
import subprocess
import sys
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
import yaml
from inline_snapshot import snapshot

from mentorgen.adapters.github.committing import commit_files
from mentorgen.adapters.github.forge import Author, Label, NewPull
from tests.adapters.github.expressions import Context, Value
from tests.adapters.github.fake.described import complaint
from tests.adapters.github.fake.shapes import Shapes
from tests.adapters.github.hub import BOT, Hub
from tests.adapters.github.memory import MemoryForge
from tests.git_repository import Edits, commit, git, new_repository
from tests.programs.owned import ANA, CAROL, OWNED, person

WORKFLOW = Path(__file__).parents[3] / ".github" / "workflows" / "check.yml"
BENS = "program/participants/ben.yaml"
BENS_WORDS: Edits = {BENS: person("Ben", 20, more="line: I snore.\n")}
OURS, FORK = "example-org/mentoring", "example-ana/mentoring"
SOMEBODY = "Check what somebody changed"
AUTOMATION = "Check what our own automation changed"
QUEUE = "Check what waits to be merged"
TIMES = tuple(f"program/slots/ana/2027-05-{day:02}.yaml" for day in range(1, 6))


@dataclass(frozen=True, slots=True)
class Ran:
    """Which steps ran, how the last one ended, what the log says and what the page of the run shows."""

    steps: list[str]
    code: int
    log: str
    summary: str


def _clone(folder: Path, changes: Iterable[Edits], before: Edits = OWNED) -> Path:
    """Make a runner's folder: our own installation, and a clone of the merge of a change with `main`."""
    origin = new_repository(folder / "origin", before)
    for edits in changes:
        commit(origin, edits)
    git(origin, "switch", "--quiet", "main")
    commit(origin, {"docs/news.md": "Meanwhile\n"})
    git(origin, "switch", "--quiet", "--detach")
    git(origin, "merge", "--quiet", "--no-ff", "change")
    git(folder, "clone", "--quiet", origin.as_uri(), "place/changed")
    (folder / "place" / ".venv" / "bin").mkdir(parents=True)
    installed = Path(sys.executable).with_name("mentorgen")
    (folder / "place" / ".venv" / "bin" / "mentorgen").symlink_to(installed)
    return folder / "place"


def _pull(author: Author, *, head: str | None = FORK, labels: Iterable[str] = ()) -> Value:
    """Give what an event tells of a pull request, as GitHub describes it."""
    hub = Hub()
    forge = MemoryForge(hub, BOT)
    forge.create_branch(
        "change", commit_files(forge, hub.branches["main"], {"a": "b\n"}, "A change")
    )
    pull = forge.create_pull(NewPull("A change", "Look.", "change", "main"))
    shapes = Shapes(hub, "http://127.0.0.1")
    shape = shapes.pull(replace(pull, author=author, head_repository=head))
    shape["labels"] = [shapes.label(Label(name, "c5def5")) for name in labels]
    assert complaint("PullRequest", shape) is None
    return json.loads(json.dumps(shape))  # type: ignore[no-any-return]


def _run(place: Path, happened: str, event: Mapping[str, Value], base: str = "main") -> Ran:
    """Run all steps of the job whose conditions hold, until one fails."""
    github: Value = {"event_name": happened, "event": event, "base_ref": base, "repository": OURS}
    context = Context({"github": github}, place)
    content = yaml.safe_load(WORKFLOW.read_text())  # noqa: TID251 # a workflow is no record
    summary = place / "summary.md"
    summary.touch()
    ran, code, log = list[str](), 0, ""
    for step in content["jobs"]["check"]["steps"]:
        if "run" not in step or code or not context.is_true(step.get("if", "")):
            continue
        values = {name: context.filled(text) for name, text in step.get("env", {}).items()}
        answer = subprocess.run(
            ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", step["run"]],
            cwd=place,
            env={
                **os.environ,
                "GITHUB_ACTIONS": "true",
                "GITHUB_STEP_SUMMARY": str(summary),
                **values,
            },
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            check=False,
        )
        ran, code, log = [*ran, step["name"]], answer.returncode, log + answer.stdout
    return Ran(ran, code, log, summary.read_text())


def _asked(place: Path, pull: Value) -> Ran:
    return _run(place, "pull_request", {"pull_request": pull})


def _of(number: int) -> Author:
    return Author(number, f"login-{number}")


def test_a_change_of_somebody_is_refused_beside_its_line(tmp_path: Path) -> None:
    place = _clone(tmp_path, [BENS_WORDS])

    refused = _asked(place, _pull(_of(ANA)))

    assert (refused.steps, refused.code) == ([SOMEBODY], 1)
    assert refused.log == snapshot("""\
::error file=program/participants/ben.yaml,line=1,col=1,title=not-yours::this record belongs to 'ben' and to the organisers.
22 files read: 1 error, 0 warnings.
""")
    assert refused.summary == snapshot("""\
22 files read: 1 error, 0 warnings.

### To be mended

| File | Line | What is wrong | Rule |
| --- | --: | --- | --- |
| program/participants/ben.yaml | 1 | this record belongs to 'ben' and to the organisers. | not-yours |
""")


def test_ones_own_change_is_fine(tmp_path: Path) -> None:
    place = _clone(tmp_path, [BENS_WORDS])

    fine = _asked(place, _pull(_of(20)))

    assert fine == Ran(
        [SOMEBODY], 0, "22 files read: all is well.\n", "22 files read: all is well.\n"
    )


@pytest.mark.parametrize(
    ("author", "head", "step"),
    [
        (_of(ANA), FORK, SOMEBODY),
        (_of(ANA), OURS, SOMEBODY),
        (_of(ANA), None, SOMEBODY),
        (BOT, FORK, SOMEBODY),
        (BOT, None, SOMEBODY),
        (BOT, OURS, AUTOMATION),
    ],
)
def test_only_our_own_automation_needs_no_author(
    author: Author, head: str | None, step: str, tmp_path: Path
) -> None:
    ran = _asked(_clone(tmp_path, [BENS_WORDS]), _pull(author, head=head))

    assert (ran.steps, ran.code) == ([step], 0 if step == AUTOMATION else 1)


def test_what_waits_to_be_merged_is_checked_as_it_is(tmp_path: Path) -> None:
    place = _clone(tmp_path, [BENS_WORDS])

    ran = _run(place, "merge_group", {"merge_group": {"base_ref": "refs/heads/main"}}, base="")

    assert (ran.steps, ran.code, ran.log) == ([QUEUE], 0, "22 files read: all is well.\n")


@pytest.mark.parametrize("name", ["$(touch ran)", "`touch ran`", "'; touch ran; '", '"; touch ran'])
@pytest.mark.parametrize("what", ["branch", "label"])
def test_the_name_of_a_branch_or_a_label_is_only_a_name(
    what: str, name: str, tmp_path: Path
) -> None:
    place = _clone(tmp_path, [BENS_WORDS])
    pull = _pull(_of(20), labels=[name] if what == "label" else [])

    ran = _run(place, "pull_request", {"pull_request": pull}, name if what == "branch" else "main")

    assert ran.code == (2 if what == "branch" else 0)
    assert [path for path in place.rglob("ran*") if path.name == "ran"] == []


def test_a_bad_edit_that_takes_much_away_waits_for_a_label(tmp_path: Path) -> None:
    slot = OWNED["program/slots/ana/2026-04-10.yaml"]
    before = {**OWNED, **{path: f"{slot}# {path}\n" for path in TIMES}}
    place = _clone(tmp_path, [dict.fromkeys(TIMES)], before)

    stopped = _asked(place, _pull(_of(CAROL)))
    automation = _asked(place, _pull(BOT, head=OURS))
    wrong = _asked(place, _pull(_of(CAROL), labels=["removes 4 records"]))
    meant = _asked(place, _pull(_of(CAROL), labels=["spring", "removes 5 records"]))

    assert (stopped.code, automation.code, wrong.code, meant.code) == (1, 1, 1, 0)
    assert stopped.log == snapshot("""\
::error file=program/program.yaml,line=1,col=1,title=many-removals::this change takes 5 of 27 records away, more than one in ten: 5 slots. Put back what should stay. If all of it is meant to go, somebody who may set labels puts the label 'removes 5 records' on the pull request.
22 files read: 1 error, 0 warnings.
""")


HOSTILE = "::error::x ##[add-mask]e ::warning::y"


def test_of_fifty_mistakes_ten_are_beside_their_lines_and_all_in_the_summary(
    tmp_path: Path,
) -> None:
    people = {
        f"program/participants/zed-{number:02}.yaml": person("Zed", 900 + number, role=HOSTILE)
        for number in range(50)
    }
    odd = {"program/participants/::error::odd ##[group]x.yaml": "x: 1\n"}
    place = _clone(tmp_path, [{**people, **odd, BENS: person("Ben", 20, role="boss")}])

    ran = _asked(place, _pull(_of(CAROL)))

    lines = ran.log.splitlines()
    commands = [line for line in lines if line.startswith("::error file=")]
    assert len(commands) == 10
    assert sum("title=file-name" in line for line in commands) == 1
    assert [line for line in lines if "::" in line[:3] and line not in commands] == []
    assert "##[" not in "".join(line for line in lines if line not in commands)
    assert ran.summary.count("\n| program/participants/zed-") == 50
    assert all(f"zed-{number:02}.yaml" in ran.log for number in range(50))
