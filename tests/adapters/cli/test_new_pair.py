"""`mentorgen new pair`: relationships of every form, and those that grew by themselves."""

from pathlib import Path

import pytest
from inline_snapshot import snapshot

from tests.adapters.conftest import Mentorgen
from tests.conftest import MakeRepo
from tests.programs.trees import TODAY, Tree, three_people

NEW = "2026-spring/two"
PLACE = f"program/pairs/{NEW}.yaml"
LIGHT = "schema: 1\nname: Light\nrhythm_days: 28\nstages: [{name: Meet, weeks: 24}]\n"


def a_tree() -> Tree:
    """Give three people, none of them in a pair, and a round for all forms."""
    tree = {path: text for path, text in three_people().items() if "ana-ben" not in path}
    round_file = "program/cohorts/2026-spring.yaml"
    return {
        **tree,
        round_file: f"{tree[round_file]}forms: [one-to-one, group, peer]\n",
        "program/plans/light.yaml": LIGHT,
    }


def written(root: Path) -> str:
    """The record without the line for editors."""
    return (root / PLACE).read_text().partition("\n")[2]


def test_a_relationship_that_grew_by_itself_begins_at_once_with_a_light_plan(
    make_repo: MakeRepo, mentorgen: Mentorgen
) -> None:
    root = make_repo(a_tree())
    asked = ("--root", root, "--today", TODAY)

    answer = mentorgen(
        "new", "pair", NEW, "--mentor", "ana", "--mentee", "cleo", "--informal", *asked
    )

    assert (answer.code, answer.out) == (0, f"{PLACE}\n")
    assert written(root) == snapshot("""\
schema: 1
form: one-to-one
mentors: [ana]
mentees: [cleo]
plan: light
starts: 2026-04-01
informal: true
""")
    assert mentorgen("check", *asked).code == 0
    status = mentorgen("status", NEW, *asked).out
    assert "Ana Rivers and Cleo Marsh. Active." in status
    assert "Stage: Meet, until" in status


@pytest.mark.parametrize(
    ("people", "form"),
    [
        (("--mentor", "ana", "--mentee", "ben"), "one-to-one"),
        (("--mentor", "ana", "--mentee", "ben", "--mentee", "cleo"), "group"),
        (("--member", "ben", "--member", "cleo"), "peer"),
        (("--mentor", "ana", "--mentee", "ben", "--form", "reverse"), "reverse"),
    ],
)
def test_the_form_is_what_the_people_make_unless_it_is_said(
    make_repo: MakeRepo, mentorgen: Mentorgen, people: tuple[str, ...], form: str
) -> None:
    root = make_repo(a_tree())

    answer = mentorgen("new", "pair", NEW, *people, "--root", root, "--today", TODAY)

    assert answer.code == 0
    assert f"form: {form}\n" in written(root)
    assert "informal" not in written(root)
    assert "plan" not in written(root)


def test_a_plan_and_a_first_day_can_be_chosen(make_repo: MakeRepo, mentorgen: Mentorgen) -> None:
    root = make_repo(a_tree())
    more = ("--plan", "half-year", "--starts", "2026-04-06")

    mentorgen(
        "new",
        "pair",
        NEW,
        "--mentor",
        "ana",
        "--mentee",
        "ben",
        "--informal",
        *more,
        "--root",
        root,
        "--today",
        TODAY,
    )

    assert "plan: half-year\nstarts: 2026-04-06\n" in written(root)


def test_without_a_light_plan_an_informal_pair_has_none(
    make_repo: MakeRepo, mentorgen: Mentorgen
) -> None:
    tree = {path: text for path, text in a_tree().items() if "light" not in path}
    root = make_repo(tree)

    mentorgen(
        "new",
        "pair",
        NEW,
        "--mentor",
        "ana",
        "--mentee",
        "ben",
        "--informal",
        "--root",
        root,
        "--today",
        TODAY,
    )

    assert "plan" not in written(root)


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        (("2026-sprint/two", "--mentor", "ana", "--mentee", "ben"), "Did you mean '2026-spring'?"),
        (("2026-spring", "--mentor", "ana", "--mentee", "ben"), "Write the round and a name"),
        ((NEW, "--mentor", "anna", "--mentee", "ben"), "There is no participant 'anna'."),
        ((NEW, "--mentor", "ana", "--mentee", "ben", "--plan", "lihgt"), "'lihgt'"),
        ((NEW, "--mentor", "ana"), "mentee"),
    ],
)
def test_what_a_check_would_refuse_is_not_written(
    make_repo: MakeRepo, mentorgen: Mentorgen, typed: tuple[str, ...], said: str
) -> None:
    root = make_repo(a_tree())

    answer = mentorgen("new", "pair", *typed, "--root", root, "--today", TODAY)

    assert (answer.code, answer.out) == (2, "")
    assert said in answer.err
    assert not (root / PLACE).exists()
