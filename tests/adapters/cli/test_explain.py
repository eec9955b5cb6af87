"""`mentorgen check --explain`: the page of a rule, wherever one stands."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from mentorgen.loading.rules import Rule
from tests.adapters.conftest import Mentorgen


@pytest.mark.parametrize("rule", Rule)
def test_every_rule_can_be_explained(rule: Rule, mentorgen: Mentorgen) -> None:
    answer = mentorgen("check", "--explain", rule.value)

    assert (answer.code, answer.err) == (0, "")
    lines = answer.out.splitlines()
    assert lines[0] == rule.value
    assert " ".join(answer.out.split()).startswith(f"{rule.value} {rule.meaning}")


def test_an_explanation_shows_what_is_wrong_and_what_is_right(mentorgen: Mentorgen) -> None:
    answer = mentorgen("check", "--explain", "[role]")

    assert "\n    role: mentro\n" in answer.out
    assert "role must be 'mentor', 'mentee' or 'both', not 'mentro'." in answer.out
    assert "\nRight, in program/participants/ada.yaml:\n" in answer.out


def test_an_explanation_needs_no_program(tmp_path: Path) -> None:
    answer = _typed("check", "--explain", "tab", folder=tmp_path)

    assert (answer.returncode, answer.stderr) == (0, "")
    assert answer.stdout.startswith("tab\n\nA tab stands where YAML allows only spaces.\n")


@pytest.mark.parametrize("variables", [{"COLUMNS": "40"}, {"NO_COLOR": "1"}, {"TERM": "dumb"}])
def test_what_goes_into_a_pipe_is_plain_on_any_terminal(
    variables: dict[str, str], tmp_path: Path
) -> None:
    plain = _typed("check", "--explain", "role", folder=tmp_path)

    assert _typed("check", "--explain", "role", folder=tmp_path, **variables).stdout == plain.stdout
    assert "\x1b" not in plain.stdout


def test_a_rule_that_is_not_there_gets_the_nearest_name(mentorgen: Mentorgen) -> None:
    answer = mentorgen("check", "--explain", "duplicate-keys")

    assert (answer.code, answer.out) == (2, "")
    assert answer.err == (
        "mentorgen: There is no rule 'duplicate-keys'. Did you mean 'duplicate-key'?\n"
    )


def test_a_rule_is_explained_to_programs_too(mentorgen: Mentorgen) -> None:
    answer = mentorgen("check", "--explain", "role", "--format", "json")

    data = json.loads(answer.out)
    assert data["rule"] == "role"
    assert data.keys() == {"rule", "meaning", "mending", "wrong", "says", "right"}


def _typed(*words: str, folder: Path, **variables: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "mentorgen", *words],
        cwd=folder,
        env={**os.environ, **variables},
        capture_output=True,
        text=True,
        check=False,
    )
