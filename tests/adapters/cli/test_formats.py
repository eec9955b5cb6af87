"""What programs read on standard output: one JSON document, or nothing and a sentence for people."""

import json

import pytest

from tests.adapters.conftest import Mentorgen
from tests.conftest import MakeRepo
from tests.programs.trees import three_people

READING = ("check", "match", "status", "remind")
TODAY = "2026-04-01"


@pytest.mark.parametrize("command", READING)
def test_json_is_one_document(command: str, make_repo: MakeRepo, mentorgen: Mentorgen) -> None:
    root = make_repo(three_people())

    answer = mentorgen(command, "--format", "json", "--root", root, "--today", TODAY)

    assert answer.code == 0
    assert isinstance(json.loads(answer.out), list | dict)


@pytest.mark.parametrize("command", READING)
@pytest.mark.parametrize("style", ["json", "github"])
def test_a_broken_program_gives_no_half_answer(
    command: str, style: str, make_repo: MakeRepo, mentorgen: Mentorgen
) -> None:
    root = make_repo({**three_people(), "program/participants/ana.yaml": "schema: [\n"})

    answer = mentorgen(command, "--format", style, "--root", root, "--today", TODAY)

    assert answer.code == 1
    if command == "check":
        assert "unclosed-bracket" in answer.out
    else:
        assert answer.out == ""
        assert answer.err.endswith("mentorgen: The program has 1 error; mend them first.\n")
    if style == "json" and answer.out:
        assert isinstance(json.loads(answer.out), list | dict)


@pytest.mark.parametrize("command", READING)
def test_wrong_usage_gives_nothing_to_read(
    command: str, make_repo: MakeRepo, mentorgen: Mentorgen
) -> None:
    root = make_repo({"README.md": "No program.\n"})

    answer = mentorgen(command, "--format", "json", "--root", root)

    assert (answer.code, answer.out) == (2, "")
    assert answer.err.startswith("mentorgen: ")
