"""A runner of workflows: each line is run as GitHub would, in a clone of a bare repository, against a fake GitHub."""

import json
import os
import re
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

import yaml

from mentorgen.adapters.github.forge import Comment, Issue
from tests.adapters.github.fake.shapes import Shapes
from tests.adapters.github.hub import Hub
from tests.git_repository import git, new_repository

REPOSITORY = Path(__file__).parents[3]
FILES = (".github/workflows/*.yml", ".github/actions/*/action.yml")
_EXPRESSION = re.compile(r"\$\{\{ (.+?) \}\}")
Named = tuple[str, str]
"""A workflow's file without its ending, or an action's folder, and the name of a step."""


@dataclass(frozen=True, slots=True)
class Step:
    """A line of a workflow, with the variables that it gets."""

    run: str
    env: Mapping[str, str]


def steps() -> Mapping[Named, Step]:
    """Give every step that runs a line, of all workflows and of the actions that they share."""
    found: dict[Named, Step] = {}
    for file in sorted(path for pattern in FILES for path in REPOSITORY.glob(pattern)):
        content = yaml.safe_load(file.read_text())  # noqa: TID251 # a workflow is no record
        name = file.parent.name if file.stem == "action" else file.stem
        for job in content.get("jobs", {"": content.get("runs")}).values():
            for step in job.get("steps", ()):
                if "run" in step:
                    assert (name, step["name"]) not in found
                    found[name, step["name"]] = Step(step["run"], step.get("env", {}))
    return found


@dataclass(frozen=True, slots=True)
class Ran:
    """How a step ended."""

    code: int
    out: str
    err: str


class Runner:
    """A machine with our own installation, and a clone of what the hub's default branch holds."""

    def __init__(self, folder: Path, hub: Hub, address: str) -> None:
        origin = new_repository(folder / "origin", hub.files())
        git(origin, "switch", "--quiet", "main")
        git(folder, "clone", "--quiet", "--bare", "origin", "bare.git")
        git(folder, "clone", "--quiet", (folder / "bare.git").as_uri(), "work")
        self.place, self.hub, self.address = folder / "work", hub, address
        self._know(git(self.place, "rev-parse", "HEAD"))
        (self.place / ".venv" / "bin").mkdir(parents=True)
        installed = Path(sys.executable).with_name("mentorgen")
        (self.place / ".venv" / "bin" / "mentorgen").symlink_to(installed)
        (self.place / ".git" / "info" / "exclude").write_text(".venv\nsite\n.cache\n")

    def _know(self, real: str) -> None:
        """Let the hub call its commit as git does."""
        known = self.hub.commits[self.hub.branches["main"]]
        self.hub.commits[real] = replace(known, sha=real)
        self.hub.branches["main"] = real

    def run(
        self, step: Step, values: Mapping[str, str], event: Mapping[str, object] | None = None
    ) -> Ran:
        """Run a step; `values` are what its expressions come to."""
        happened = self.place.parent / "event.json"
        happened.write_text(json.dumps(event or {}))
        own = {
            name: _EXPRESSION.sub(lambda at: values[at[1]], text) for name, text in step.env.items()
        }
        github = {
            "GITHUB_ACTIONS": "true",
            "GITHUB_API_URL": self.address,
            "GITHUB_EVENT_PATH": str(happened),
            "GITHUB_REPOSITORY": self.hub.facts.name,
        }
        answer = subprocess.run(
            ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", step.run],
            cwd=self.place,
            env={**os.environ, **github, **own},
            capture_output=True,
            text=True,
            check=False,
        )
        return Ran(answer.returncode, answer.stdout, answer.stderr)

    def issue_event(self, action: str, issue: Issue) -> Mapping[str, object]:
        """Write what GitHub tells of an issue."""
        shapes = Shapes(self.hub, self.address)
        return {
            "action": action,
            "issue": shapes.issue(issue),
            "sender": shapes.user(issue.author),
        }

    def comment_event(self, number: int, comment: Comment) -> Mapping[str, object]:
        """Write what GitHub tells of a comment."""
        shapes = Shapes(self.hub, self.address)
        return {
            "action": "created",
            "issue": shapes.issue(self.hub.issues[number]),
            "comment": shapes.comment(comment),
            "sender": shapes.user(comment.author),
        }
