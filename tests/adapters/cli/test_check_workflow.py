"""The workflow's own lines, run as GitHub would run them: base beside change, values by the environment."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from tests.git_repository import commit, git, new_repository
from tests.programs.owned import ANA, OWNED, person

WORKFLOW = Path(__file__).parents[3] / ".github" / "workflows" / "check.yml"
BENS = "program/participants/ben.yaml"


def _steps() -> list[dict[str, object]]:
    content = yaml.safe_load(WORKFLOW.read_text())  # noqa: TID251 # a workflow is no record
    steps = content["jobs"]["check"]["steps"]
    return [step for step in steps if "mentorgen" in str(step.get("run"))]


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """A runner's folder: our own installation, and a clone of a change by Ana to `main`."""
    origin = new_repository(tmp_path / "origin", OWNED)
    commit(origin, {BENS: person("Ben", 20, more="line: I snore.\n")})
    git(origin, "switch", "--quiet", "main")
    commit(origin, {"docs/news.md": "Meanwhile\n"})
    git(origin, "switch", "--quiet", "--detach")
    git(origin, "merge", "--quiet", "--no-ff", "change")
    git(tmp_path, "clone", "--quiet", origin.as_uri(), "place/changed")
    (tmp_path / "place" / ".venv" / "bin").mkdir(parents=True)
    installed = Path(sys.executable).with_name("mentorgen")
    (tmp_path / "place" / ".venv" / "bin" / "mentorgen").symlink_to(installed)
    return tmp_path / "place"


def _run(step: dict[str, object], place: Path, **environment: str) -> tuple[int, str]:
    answer = subprocess.run(
        ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", str(step["run"])],
        cwd=place,
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        check=False,
    )
    return answer.returncode, answer.stdout + answer.stderr


def test_a_change_of_somebody_is_refused_beside_its_line(place: Path) -> None:
    step, _ = _steps()

    assert step["env"] == {
        "BASE": "refs/remotes/origin/${{ github.base_ref }}",
        "AUTHOR": "${{ github.event.pull_request.user.id }}",
    }
    assert _run(step, place, BASE="refs/remotes/origin/main", AUTHOR=str(ANA)) == (
        1,
        (
            f"::error file={BENS},line=1,col=1,title=not-yours::this record belongs to 'ben' and to"
            " the organisers.\n22 files read: 1 error, 0 warnings.\n"
        ),
    )
    assert _run(step, place, BASE="refs/remotes/origin/main", AUTHOR="20")[0] == 0


@pytest.mark.parametrize("name", ["$(touch ran)", "`touch ran`", "'; touch ran; '", '"; touch ran'])
def test_the_name_of_a_branch_is_only_a_name(place: Path, name: str) -> None:
    step, _ = _steps()

    code, said = _run(step, place, BASE=f"refs/remotes/origin/{name}", AUTHOR=str(ANA))

    assert code == 2
    assert said.startswith("mentorgen: There is no commit ")
    assert [path for path in place.rglob("ran*") if path.name == "ran"] == []


def test_what_waits_to_be_merged_is_checked_without_an_author(place: Path) -> None:
    _, step = _steps()

    code, said = _run(step, place)

    assert (code, said) == (0, "22 files read: all is well.\n")


def test_every_pull_request_and_every_merge_is_checked_in_one_of_two_ways() -> None:
    first, second = (" ".join(str(step["if"]).split()) for step in _steps())
    of_ours = (
        "(github.event.pull_request.user.type == 'Bot'"
        " && github.event.pull_request.head.repo.full_name == github.repository)"
    )

    assert first == f"github.event_name == 'pull_request' && !{of_ours}"
    assert second == f"github.event_name != 'pull_request' || {of_ours}"
