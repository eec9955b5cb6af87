"""Facts about the repository that no change may break."""

import hashlib
import os
import re
import subprocess
import sys
import tomllib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
import yaml

from mentorgen import __version__

REPOSITORY = Path(__file__).parents[1]
LOCKS = sorted((REPOSITORY / "requirements").glob("*.txt"))
WORKFLOWS = sorted((REPOSITORY / ".github" / "workflows").glob("*.yml"))
ACTIONS = sorted((REPOSITORY / ".github" / "actions").glob("*/action.yml"))
DECISIONS = sorted((REPOSITORY / "docs" / "decisions").glob("*.md"))

FOLDERS = (
    ".ci",
    ".github/actions/install",
    ".github/workflows",
    "bench",
    "docs/decisions",
    "mentorgen/adapters",
    "mentorgen/analysis",
    "mentorgen/loading",
    "mentorgen/model",
    "mentorgen/output",
    "program/participants",
    "requirements",
    "tests",
)
FILES = (
    ".ci/run",
    "CHANGELOG.md",
    "CODE_OF_CONDUCT.md",
    "CONTRIBUTING.md",
    "LICENSE",
    "Makefile",
    "README.md",
    "SECURITY.md",
    "mentorgen/errors.py",
    "mentorgen/py.typed",
    "mkdocs.yml",
    "pyproject.toml",
)
# In pieces, so that this file is not its own counter-example.
HOSTS = (
    "pypi" + ".org",
    "python" + "hosted.org",
    "npm" + "js.org",
    "npm" + "js.com",
    "deb.deb" + "ian.org",
    "crates" + ".io",
)


@pytest.mark.parametrize("folder", FOLDERS)
def test_the_layout_has_the_folder(folder: str) -> None:
    assert (REPOSITORY / folder).is_dir()


@pytest.mark.parametrize("file", FILES)
def test_the_layout_has_the_file(file: str) -> None:
    assert (REPOSITORY / file).is_file()


def test_the_locks_are_the_six_that_make_and_the_measurements_install() -> None:
    assert [lock.name for lock in LOCKS] == [
        "base.txt",
        "build.txt",
        "deep.txt",
        "dev.txt",
        "lock.txt",
        "rival.txt",
    ]


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: lock.name)
def test_every_pin_has_hashes_and_nothing_else(lock: Path) -> None:
    pin = re.compile(r"[a-z0-9-]+(\[[a-z, ]+\])?==\S+( ; [^\\]+?)?( --hash=sha256:[0-9a-f]{64})+")

    assert [line for line in _pins(lock) if not pin.fullmatch(line)] == []


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: lock.name)
def test_a_lock_names_no_place_to_fetch_from(lock: Path) -> None:
    assert re.findall(r"://|--(?:extra-)?index|--find-links|^-[a-z]|/\w+/", lock.read_text()) == []


@pytest.mark.parametrize("lock", LOCKS[:2], ids=lambda lock: lock.name)
def test_the_smaller_locks_are_part_of_the_developers_lock(lock: Path) -> None:
    assert set(_pins(lock)) <= set(_pins(REPOSITORY / "requirements" / "dev.txt"))


def test_the_locks_hold_what_the_project_asks_for() -> None:
    project = tomllib.loads((REPOSITORY / "pyproject.toml").read_text())
    groups = project["dependency-groups"]
    asked = {
        "base": project["project"]["dependencies"],
        "build": groups["build"] + project["build-system"]["requires"],
        "deep": groups["deep"],
        "dev": project["project"]["dependencies"] + groups["test"] + groups["lint"],
        "lock": groups["lock"],
        "rival": groups["rival"],
    }
    missing = {
        (name, wanted)
        for name, requirements in asked.items()
        for wanted in map(_project_name, requirements)
        if wanted not in map(_project_name, _pins(REPOSITORY / "requirements" / f"{name}.txt"))
    }

    assert missing == set()


PINS = {
    "attest-build-provenance": "a2bbfa25375fe432b6a289bc6b6cd05ecd0c4c32 # v4.1.0",
    "checkout": "3d3c42e5aac5ba805825da76410c181273ba90b1 # v7.0.1",
    "deploy-pages": "cd2ce8fcbc39b97be8ca5fce6e763baed58fa128 # v5.0.0",
    "download-artifact": "3e5f45b2cfb9172054b4087a40e8e0b5a5461e7c # v8.0.1",
    "setup-python": "5fda3b95a4ea91299a34e894583c3862153e4b97 # v7.0.0",
    "upload-artifact": "bbbca2ddaa5d8feaa63e36b76fdaad77386f024f # v7.0.0",
    "upload-pages-artifact": "fc324d3547104276b827a68afc52ff2a11cc49c9 # v5.0.0",
}
"""The commits of GitHub's own actions that somebody looked at."""
OURS = {"$/.github/actions/install", "$/.github/workflows/publish.yml"}

RIGHTS = {
    "check.check": "contents: read",
    "check.preview": "contents: read",
    "ci.lint": "contents: read",
    "ci.test": "contents: read",
    "commands.command": "contents: write, pull-requests: write, issues: write, actions: write",
    "daily.publish": "contents: read, pages: write, id-token: write, issues: write",
    "homes.homes": "contents: read, issues: write, pull-requests: read",
    "join.intake": "contents: write, pull-requests: write, issues: write, actions: write",
    "match.propose": "contents: write, pull-requests: write, issues: write",
    "nightly.deep": "contents: read",
    "publish.build": "contents: read",
    "publish.deploy": "pages: write, id-token: write",
    "publish.tell": "contents: read, issues: write",
    "release.attest": "id-token: write, attestations: write",
    "release.build": "contents: read",
    "release.publish": "contents: read, id-token: write",
    "remind.remind": "contents: read, issues: write",
    "report.report": "contents: read, issues: write",
}
"""What the token of each job may do."""


@pytest.mark.parametrize(
    "file", [*WORKFLOWS, *ACTIONS], ids=lambda file: file.parent.name + file.stem
)
def test_a_workflow_uses_githubs_own_actions_pinned_by_commit(file: Path) -> None:
    used = re.findall(r"uses: (.+)", file.read_text())
    pinned = {f"actions/{name}@{pin}" for name, pin in PINS.items()}

    assert used
    assert set(used) <= pinned | OURS


def test_each_job_has_just_the_rights_that_it_needs() -> None:
    found = {
        f"{workflow.stem}.{name}": ", ".join(
            f"{right}: {value}" for right, value in job["permissions"].items()
        )
        for workflow in WORKFLOWS
        for name, job in _jobs(workflow).items()
    }

    assert found == RIGHTS


@pytest.mark.parametrize("workflow", WORKFLOWS, ids=lambda workflow: workflow.stem)
def test_a_workflow_has_no_rights_but_those_a_job_names(workflow: Path) -> None:
    content = _yaml(workflow)

    assert content["permissions"] == {}
    assert "concurrency" in content
    assert {"pull_request_target", "workflow_run"} & content[True].keys() == set()  # YAML's 'on'
    for job in _jobs(workflow).values():
        assert "timeout-minutes" in job or job["uses"] in OURS
        for step in job.get("steps", ()):
            if step.get("uses", "").startswith("actions/checkout@"):
                assert step["with"]["persist-credentials"] is False


def test_all_that_write_files_or_issues_wait_for_each_other() -> None:
    writers = {
        workflow.stem: _yaml(workflow)["concurrency"]
        for workflow in WORKFLOWS
        if {"contents: write", "issues: write"}
        & {
            right
            for name, rights in RIGHTS.items()
            if name.startswith(f"{workflow.stem}.")
            for right in rights.split(", ")
        }
    }

    del writers["daily"], writers["publish"]  # in turn, they write one issue that is nobody else's
    assert sorted(writers) == ["commands", "homes", "join", "match", "remind", "report"]
    assert {str(one) for one in writers.values()} == {
        "{'group': 'mentorgen-writes', 'cancel-in-progress': False, 'queue': 'max'}"
    }


def test_what_people_start_goes_on_after_sixty_idle_days() -> None:
    """GitHub switches a whole file off that has a timetable, so it may hold nothing that an event starts."""
    for workflow in WORKFLOWS:
        triggers = _yaml(workflow)[True]
        assert "schedule" not in triggers or triggers.keys() <= {"schedule", "workflow_dispatch"}


@pytest.mark.parametrize("workflow", WORKFLOWS, ids=lambda workflow: workflow.stem)
def test_a_workflow_holds_no_logic(workflow: Path) -> None:
    targets = "|".join(
        re.findall(r"^([a-z]+):", (REPOSITORY / "Makefile").read_text(), re.MULTILINE)
    )
    options = r'( --[a-z-]+ "\$[A-Z]+")*'  # values come by the environment, in quotes
    command = re.compile(rf"make ({targets})|\.venv/bin/mentorgen [a-z][a-z0-9 -]*{options}")
    runs = [
        step["run"]
        for job in _jobs(workflow).values()
        for step in job.get("steps", ())
        if "run" in step
    ]

    assert [run for run in runs if not command.fullmatch(run)] == []


def test_only_workflows_of_the_code_need_the_code_beside_the_program() -> None:
    """A community copies the others as they are, beside a lock that names the package."""
    needs_code = {workflow.stem for workflow in WORKFLOWS if "run: make " in workflow.read_text()}

    assert needs_code == {"ci", "nightly", "release"}


def test_the_package_is_installed_where_only_its_lock_lies(wheel: Path, tmp_path: Path) -> None:
    steps = _yaml(ACTIONS[0])["runs"]["steps"]
    (step,) = (
        one for one in steps if one.get("name") == "Install the package, where only its lock does"
    )
    digest = hashlib.sha256(wheel.read_bytes()).hexdigest()
    lock = f"mentorgen=={__version__} --hash=sha256:{digest}\n"
    (tmp_path / "requirements.txt").write_text(lock)
    alone = {"PIP_NO_INDEX": "1", "PIP_NO_DEPS": "1", "PIP_FIND_LINKS": str(wheel.parent)}

    shell = ("bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", step["run"])
    subprocess.run(shell, cwd=tmp_path, env={**os.environ, **alone}, check=True)

    libraries = Path(yaml.__file__).parents[1]
    found = _run(tmp_path / ".venv/bin/mentorgen", "--version", path=libraries)
    assert found == f"mentorgen {__version__}\n"
    assert "--require-hashes -r requirements.txt" in step["run"]


def test_no_file_names_the_host_of_a_package_registry() -> None:
    named = {
        (path.relative_to(REPOSITORY).as_posix(), host)
        for path in _files_of_ours()
        for host in HOSTS
        if host.encode() in path.read_bytes().lower()
    }

    assert named == set()


def test_no_two_decisions_share_a_number() -> None:
    numbers = [decision.name[:3] for decision in DECISIONS]

    assert sorted(set(numbers)) == numbers


@pytest.mark.parametrize("decision", DECISIONS, ids=lambda decision: decision.stem)
def test_a_decision_says_its_context_its_choice_and_its_price(decision: Path) -> None:
    text = decision.read_text()

    assert text.startswith(f"# {decision.name[:3]}: ")
    parts = re.findall(r"^\*\*([^*]+)\.\*\* ", text, re.MULTILINE)
    assert parts == ["Context", "Choice", "What we give up"]


def test_every_library_has_its_reason() -> None:
    project = tomllib.loads((REPOSITORY / "pyproject.toml").read_text())
    groups = project["dependency-groups"]
    asked = [*project["project"]["dependencies"]]
    asked += [name for group in ("build", "test", "lint", "deep", "lock") for name in groups[group]]
    rows = re.findall(r"^\| (.+?) \|", DECISIONS[0].read_text(), re.MULTILINE)
    explained = {name.strip() for row in rows for name in row.split(",")}

    assert {_project_name(name) for name in asked} - explained == set()


def test_make_explains_itself() -> None:
    answer = subprocess.run(
        ["make", "help"], cwd=REPOSITORY, capture_output=True, text=True, check=True
    )
    targets = re.findall(r"^make (\w+)", answer.stdout, re.MULTILINE)

    assert {
        "site",
        "test",
        "suites",
        "fuzz",
        "mutants",
        "deep",
        "lint",
        "serve",
        "bench",
        "clean",
        "lock",
    } <= set(targets)


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The package as people would install it."""
    folder = tmp_path_factory.mktemp("wheel")
    _run(sys.executable, "-m", "build", "--no-isolation", "--wheel", "-o", folder, REPOSITORY)
    return next(folder.glob("*.whl"))


def test_the_wheel_holds_every_file_of_the_package(wheel: Path) -> None:
    packaged = {name for name in ZipFile(wheel).namelist() if name.startswith("mentorgen/")}

    assert packaged == {
        path.relative_to(REPOSITORY).as_posix()
        for path in _files_of_ours()
        if path.is_relative_to(REPOSITORY / "mentorgen")
    }
    assert {Path(name).suffix for name in packaged} >= {".py", ".typed", ".html", ".css", ".woff2"}


def test_the_installed_wheel_checks_a_program(
    wheel: Path, tmp_path: Path, make_repo: Callable[[dict[str, str]], Path]
) -> None:
    target = tmp_path / "installed"
    pip = (sys.executable, "-m", "pip", "--disable-pip-version-check", "install", "--quiet")
    _run(*pip, "--no-index", "--no-deps", "--target", target, wheel)
    mentorgen = target / "bin" / "mentorgen"
    program = make_repo(
        {
            "program/program.yaml": "schema: 1\nname: Tiny\npurpose: Ada teaches.\n",
            "program/cohorts/spring.yaml": "schema: 1\nname: Spring\nrolling: true\n",
            "program/participants/ada.yaml": "schema: 1\nname: Ada\nrole: mentor\n",
        }
    )

    where = _run(sys.executable, "-c", "import mentorgen; print(mentorgen.__file__)", path=target)
    assert Path(where.strip()).is_relative_to(target)
    assert _run(mentorgen, "--version", path=target) == f"mentorgen {__version__}\n"
    checked = _run(mentorgen, "check", "--root", program, path=target)
    assert checked.startswith("program/participants/ada.yaml:1:1: ")
    assert checked.endswith("[no-consent]\n")


def _run(*command: str | Path, path: Path | None = None) -> str:
    """The output of a command that works; `path` comes first where Python looks for packages."""
    environment = {**os.environ, "PYTHONPATH": str(path)} if path else None
    answer = subprocess.run(
        command, cwd=path, env=environment, capture_output=True, text=True, check=False
    )
    assert answer.returncode == 0, answer.stdout + answer.stderr
    return answer.stdout


def _pins(lock: Path) -> Iterator[str]:
    """Each requirement of a lock on one line, with single spaces."""
    joined = re.sub(r"\s*\\\n\s*", " ", lock.read_text())
    return (line for line in joined.splitlines() if not line.startswith("#"))


def _project_name(requirement: str) -> str:
    return re.split(r"[^a-z0-9-]", requirement.lower(), maxsplit=1)[0]


def _yaml(path: Path) -> dict[Any, Any]:
    return yaml.safe_load(path.read_text())  # type: ignore[no-any-return]  # noqa: TID251


def _jobs(workflow: Path) -> dict[str, dict[str, Any]]:
    return _yaml(workflow)["jobs"]  # type: ignore[no-any-return]


def _files_of_ours() -> Iterator[Path]:
    """All files that git keeps, save what the people of a program write."""
    listed = ("git", "ls-files", "-z", "--cached", "--others", "--exclude-standard")
    answer = subprocess.run(listed, cwd=REPOSITORY, capture_output=True, text=True, check=True)
    paths = (REPOSITORY / name for name in answer.stdout.split("\0") if name)
    people = (REPOSITORY / "program", REPOSITORY / "training")
    return (path for path in paths if path.is_file() and not set(people) & set(path.parents))
