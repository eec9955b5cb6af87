"""The arrows of the design hold, and each contract that guards them can fail."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

REPOSITORY = Path(__file__).parents[1]

ONE_WAY = "The pipeline runs one way"
NO_TOOL = "The core knows no tool"
YAML = "Only loading reads YAML"
GITHUB = "One module calls GitHub"
MODEL_ONLY = "Decisions and text see only the model"
CHECK_APART = "The check of a proposal shares nothing with the solver"
PUBLIC_APART = "Whatever makes the public site knows nothing of organisers' pages"
NO_CYCLES = "No import cycles anywhere"

BREACHES = [
    (ONE_WAY, "model/planted.py", "import mentorgen.adapters.cli"),
    (ONE_WAY, "errors.py", "import mentorgen.model"),
    (ONE_WAY, "loading/planted.py", "import mentorgen.output"),
    (ONE_WAY, "helpers.py", "import mentorgen.model"),
    (NO_TOOL, "analysis/planted.py", "import click"),
    (NO_TOOL, "output/planted.py", "import subprocess"),
    (NO_TOOL, "loading/planted.py", "import mkdocs.config"),
    (NO_TOOL, "model/planted.py", "import github"),
    (YAML, "output/planted.py", "import yaml"),
    (YAML, "adapters/planted.py", "import yaml"),
    (GITHUB, "adapters/github/planted.py", "from github import Github"),
    (MODEL_ONLY, "analysis/planted.py", "import mentorgen.loading"),
    (MODEL_ONLY, "output/planted.py", "import mentorgen.loading"),
    (
        CHECK_APART,
        "analysis/matching/checker.py",
        "from mentorgen.analysis.assignment.solver import solve",
    ),
    (CHECK_APART, "analysis/assignment/seats.py", "import mentorgen.analysis.assignment.stages"),
    (PUBLIC_APART, "output/site/planted.py", "import mentorgen.output.organiser"),
    (PUBLIC_APART, "adapters/mkdocs_plugin/planted.py", "import mentorgen.output.organiser"),
    (NO_CYCLES, "model/planted.py", "from mentorgen.model import planted_too"),
]


@pytest.fixture
def copied(tmp_path: Path) -> Path:
    """A copy of the package to plant things in, with one half of a cycle."""
    shutil.copy(REPOSITORY / "pyproject.toml", tmp_path)
    package = shutil.copytree(
        REPOSITORY / "mentorgen",
        tmp_path / "mentorgen",
        ignore=shutil.ignore_patterns("__pycache__", "*.woff2", "*.js", "*.css"),
    )
    (package / "model" / "planted_too.py").write_text("from mentorgen.model import planted\n")
    return package


def test_every_contract_holds() -> None:
    assert _broken(REPOSITORY) == []


@pytest.mark.parametrize(("contract", "path", "line"), BREACHES)
def test_a_planted_breach_is_seen(copied: Path, contract: str, path: str, line: str) -> None:
    with (copied / path).open("a") as module:
        module.write(f"\n{line}\n")

    assert contract in _broken(copied.parent)


def test_every_contract_has_a_planted_breach() -> None:
    assert {contract for contract, _, _ in BREACHES} == set(_contracts(REPOSITORY))


def _broken(folder: Path) -> list[str]:
    return [name for name, state in _contracts(folder).items() if state == "BROKEN"]


def _contracts(folder: Path) -> dict[str, str]:
    """The state, KEPT or BROKEN, of each contract for the package in a folder."""
    answer = subprocess.run(
        [Path(sys.executable).with_name("lint-imports"), "--no-cache"],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(folder), "NO_COLOR": "1", "COLUMNS": "200"},
        capture_output=True,
        text=True,
        check=False,
    )
    states = dict(re.findall(r"^(.+) (KEPT|BROKEN)(?: \(.+\))?$", answer.stdout, re.MULTILINE))
    assert states, answer.stdout + answer.stderr
    return states
