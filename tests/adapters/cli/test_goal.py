"""`mentorgen goal`: how far goals have come, and one line changed where something was reached."""

import json
from difflib import ndiff
from pathlib import Path

import pytest
from inline_snapshot import snapshot

from tests.adapters.conftest import Answer, Mentorgen
from tests.conftest import MakeRepo
from tests.git_repository import write
from tests.programs.pairs import GROUP, group_of_seven, informal_pair
from tests.programs.trees import TODAY, Tree, arabic_circle, three_people

PAIR = "2026-spring/ana-ben"
FILE = "program/goals/2026-spring/ana-ben/first-test.yaml"
GOAL = """\
# What Ben wants
schema: 1
title: A first test   # small
set_on: 2026-03-02
milestones:
  - {name: Read one, reached: 2026-03-18}

  - name: Write one # alone
    due: 2026-04-20
"""


@pytest.fixture
def root(make_repo: MakeRepo) -> Path:
    return make_repo({**three_people(), FILE: GOAL})


def _typed(mentorgen: Mentorgen, root: Path, *more: object) -> Answer:
    return mentorgen("goal", PAIR, *more, "--root", root, "--today", TODAY)


def _changed(root: Path, file: str = FILE) -> list[str]:
    lines = ndiff(GOAL.splitlines(), (root / file).read_text().splitlines())
    return [line for line in lines if line[:1] in {"+", "-"}]


def test_goals_are_listed_with_what_would_make_them_easier(
    root: Path, mentorgen: Mentorgen
) -> None:
    assert _typed(mentorgen, root).out == snapshot("""\
Goals of ana-ben

A first test (first-test)

1 of 2 milestones reached. It is on course.

Milestone  Due       Reached \n\
Read one             18 March
Write one  20 April          \n\

A hint: What will be different when it is reached? One sentence in 'why' helps on slow days.

A hint: How will you both see that it is reached? 'measure' has room for it.

A hint: Is there a link to what you made? 'evidence' keeps it, so that you can show it.
""")


def test_a_milestone_is_reached_and_nothing_else_changes(root: Path, mentorgen: Mentorgen) -> None:
    answer = _typed(mentorgen, root, "first-test", "--reached", "write ONE", "--date", "2026-03-30")

    assert answer == Answer(0, f"{FILE}\n", "")
    assert _changed(root) == ["+     reached: 2026-03-30"]
    assert "2 of 2 milestones reached." in _typed(mentorgen, root, "first-test").out


def test_evidence_is_added_once(root: Path, mentorgen: Mentorgen) -> None:
    link = ("--evidence", "https://example.org/pull/7#a")

    for _ in range(2):
        assert _typed(mentorgen, root, "first-test", *link, *link).code == 0

    assert [line for line in _changed(root) if "pull/7" in line] == [
        "+   - https://example.org/pull/7#a"
    ]
    assert len(_changed(root)) == 2


def test_a_goal_of_the_private_folder_is_changed_there(
    root: Path, tmp_path: Path, mentorgen: Mentorgen
) -> None:
    place = "goals/2026-spring/ana-ben/quiet.yaml"
    write(tmp_path / "ours", {place: f"{GOAL}visibility: pair\n"})
    before = (root / FILE).read_bytes()

    answer = _typed(
        mentorgen, root, *("quiet", "--reached", "Write one", "--private", tmp_path / "ours")
    )

    assert (answer.code, answer.out) == (0, f"{tmp_path / 'ours' / place}\n")
    assert "    reached: 2026-04-01\n" in (tmp_path / "ours" / place).read_text()
    assert (root / FILE).read_bytes() == before
    assert not (root / "program" / place).exists()


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        (("--reached", "Write one"), "Say which goal: its name comes behind the pair's."),
        (("first-test", "--date", "2026-03-30"), "--date goes with --reached."),
        (
            ("first-tst",),
            f"The pair '{PAIR}' has no goal 'first-tst'. Did you mean 'first-test'?",
        ),
        (
            ("first-test", "--reached", "Write two"),
            "The goal 'first-test' has no milestone 'Write two'. Did you mean 'Write one'?",
        ),
        (("first-test", "--reached", "Read one"), "'Read one' was reached on 2026-03-18 already."),
        (
            ("first-test", "--reached", "Write one", "--date", "2026-04-02"),
            (
                "--date is 2026-04-02; it must lie between the day on which the goal was set,"
                " 2026-03-02, and today, 2026-04-01."
            ),
        ),
        (
            ("first-test", "--reached", "Write one", "--date", "2026-03-01"),
            (
                "--date is 2026-03-01; it must lie between the day on which the goal was set,"
                " 2026-03-02, and today, 2026-04-01."
            ),
        ),
        (
            ("first-test", "--evidence", "https://example.org/+351912345678"),
            f"{FILE}: a phone number stands here; contact details belong to the private folder.",
        ),
    ],
    ids=range(8),
)
def test_what_makes_no_sense_is_refused_and_changes_nothing(
    typed: tuple[str, ...], said: str, root: Path, mentorgen: Mentorgen
) -> None:
    assert _typed(mentorgen, root, *typed) == Answer(2, "", f"mentorgen: {said}\n")
    assert _changed(root) == []


def test_a_link_that_is_none_is_refused(root: Path, mentorgen: Mentorgen) -> None:
    answer = _typed(mentorgen, root, "first-test", "--evidence", "javascript:alert(1)")

    assert (answer.code, answer.out) == (2, "")
    assert "is no whole address such as https://example.org/page." in answer.err
    assert _changed(root) == []


def test_programs_get_pace_and_hints(root: Path, mentorgen: Mentorgen) -> None:
    (data,) = json.loads(_typed(mentorgen, root, "--format", "json").out)

    assert (data["reached"], data["total"], data["pace"]) == (1, 2, "on-course")
    assert [*data["hints"]] == ["why", "measure", "evidence"]


def test_a_pair_that_is_not_seen_has_no_public_list(
    make_repo: MakeRepo, mentorgen: Mentorgen
) -> None:
    tree = three_people()
    pair = "program/pairs/2026-spring/ana-ben.yaml"
    root = make_repo({**tree, pair: f"{tree[pair]}on_site: false\n"})

    assert _typed(mentorgen, root).code == 0
    assert _typed(mentorgen, root, "--format", "github").code == 2


@pytest.mark.parametrize(
    ("tree", "pair"),
    [
        (group_of_seven(), GROUP),
        (arabic_circle(), "circle/readers"),
        (informal_pair(), PAIR),
    ],
    ids=["a group", "peers", "informal"],
)
def test_every_form_sets_and_reaches_goals(
    tree: Tree, pair: str, make_repo: MakeRepo, mentorgen: Mentorgen
) -> None:
    root = make_repo(tree)
    where = ("--root", root, "--today", TODAY)

    mentorgen("new", "goal", pair, "Read the whole of it", "--milestone", "Half of it", *where)
    answer = mentorgen("goal", pair, "read-the-whole-of-it", "--reached", "Half of it", *where)

    assert answer.code == 0, answer.err
    assert "reached: 2026-04-01" in (root / answer.out.strip()).read_text()
    assert mentorgen("check", *where).out == ""
