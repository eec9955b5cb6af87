"""Every rule has an example of what breaks it and one of what is right; a new file is a new test."""

from pathlib import Path

import pytest

from mentorgen.loading.rules import Rule
from tests.example_files import FOLDER, problems_found, problems_of

GOOD = sorted((FOLDER / "good").iterdir())
BAD = sorted((FOLDER / "bad").iterdir())


def _rule_of(example: Path) -> str:
    rule, _, _ = example.stem.partition("--")
    return rule


def _name(example: Path) -> str:
    return example.stem


@pytest.mark.parametrize("example", GOOD, ids=_name)
def test_a_good_example_has_no_problem(example: Path, tmp_path: Path) -> None:
    assert problems_found(example, tmp_path) == []


@pytest.mark.parametrize("example", BAD, ids=_name)
def test_a_bad_example_has_the_problems_it_promises(example: Path, tmp_path: Path) -> None:
    assert problems_found(example, tmp_path) == problems_of(example)


@pytest.mark.parametrize("example", BAD, ids=_name)
def test_a_bad_example_breaks_the_rule_it_is_named_after(example: Path) -> None:
    assert {line.rpartition(" ")[2] for line in problems_of(example)} == {f"[{_rule_of(example)}]"}


@pytest.mark.parametrize("rule", Rule)
def test_a_rule_has_a_pair_of_examples(rule: Rule) -> None:
    assert rule in {_rule_of(example) for example in GOOD}
    assert rule in {_rule_of(example) for example in BAD}


@pytest.mark.parametrize("example", [*GOOD, *BAD], ids=_name)
def test_an_example_is_about_a_rule(example: Path) -> None:
    assert _rule_of(example) in set(Rule)
