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


@pytest.mark.parametrize("variables", [{"NO_COLOR": "1"}, {"TERM": "dumb"}])
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
        "mentorgen: There is no rule 'duplicate-keys'. Did you mean 'duplicate-key'?"
        " 'mentorgen check --explain' lists all of them.\n"
    )


@pytest.mark.parametrize(
    ("name", "meant"), [("ownership", "not-yours"), ("symlink", "symbolic-link")]
)
def test_a_rule_is_found_by_what_people_call_it(
    name: str, meant: str, mentorgen: Mentorgen
) -> None:
    answer = mentorgen("check", "--explain", name)

    assert answer.err.startswith(f"mentorgen: There is no rule '{name}'. Did you mean '{meant}'?")


def test_a_rule_may_be_named_in_capitals(mentorgen: Mentorgen) -> None:
    assert mentorgen("check", "--explain", "TAB").out.startswith("tab\n")


@pytest.mark.parametrize("typed", [["--explain"], ["--explain", "--format", "text"]])
def test_without_a_name_all_rules_are_listed(typed: list[str], mentorgen: Mentorgen) -> None:
    answer = mentorgen("check", *typed)

    lines = answer.out.splitlines()
    assert (answer.code, answer.err, lines[0].split()[0]) == (0, "", "rule")
    assert {line.split(" ")[0] for line in lines} >= {rule.value for rule in Rule}
    assert lines[-1] == (
        "More about one: mentorgen check --explain RULE, or docs/reference/rules.md."
    )


def test_a_pull_request_in_an_example_is_called_one(mentorgen: Mentorgen) -> None:
    answer = mentorgen("check", "--explain", "append-only")

    assert "\nWrong: a pull request by the account number 10.\n" in answer.out
    assert "\nBefore it, in program/participants/ada.yaml:\n" in answer.out
    assert "\nWith it, in program/log/people/ada.yaml:\n" in answer.out
    assert "(before)" not in answer.out


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
