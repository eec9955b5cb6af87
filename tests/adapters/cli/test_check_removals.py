"""`mentorgen check --base`: a change that takes much away is stopped, unless a label has its number."""

from pathlib import Path

import pytest
from inline_snapshot import snapshot

from tests.adapters.conftest import Answer, Mentorgen
from tests.git_repository import Edits, commit, git, new_repository
from tests.programs.owned import ANA, CAROL, OWNED
from tests.programs.trees import TODAY

FOLDER = "program/slots/ana"
SLOTS = {
    f"{FOLDER}/2026-05-{day:02}.yaml": f'schema: 1\ntimes:\n  - {{at: "10:{day:02}"}}\n'
    for day in range(1, 28)
}
FORTY_NINE = {**OWNED, **SLOTS}
"""49 records: of them four may go, and not five."""
LABEL = "removes 5 records"


def _without(number: int) -> Edits:
    return dict.fromkeys([*SLOTS][:number])


def _check(mentorgen: Mentorgen, root: Path, *more: object, author: int = CAROL) -> Answer:
    base = ("--base", "main", "--author-id", author)
    return mentorgen("check", "--root", root, "--today", TODAY, *base, *more)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return new_repository(tmp_path / "repository", FORTY_NINE)


def test_a_tenth_may_go_and_more_may_not(root: Path, mentorgen: Mentorgen) -> None:
    commit(root, _without(4))
    assert _check(mentorgen, root).code == 0

    commit(root, {[*SLOTS][4]: None})

    stopped = _check(mentorgen, root)
    assert (stopped.code, stopped.out) == (
        1,
        snapshot(
            "program/program.yaml:1:1: this change takes 5 of 49 records away, more than one in ten: 5 slots. Put back what should stay. If all of it is meant to go, somebody who may set labels puts the label 'removes 5 records' on the pull request. [many-removals]\n"
        ),
    )


def test_an_organiser_is_stopped_as_everybody_is(root: Path, mentorgen: Mentorgen) -> None:
    commit(root, _without(5))

    for author in (ANA, CAROL):
        assert "[many-removals]" in _check(mentorgen, root, author=author).out


@pytest.mark.parametrize(
    ("labels", "code"),
    [
        (LABEL, 0),
        (f"spring,{LABEL}", 0),
        (" Removes  5 Records ,spring", 0),
        ("", 1),
        ("removes 4 records", 1),
        ("removes 50 records", 1),
        ("removes records", 1),
        (f"not {LABEL}", 1),
    ],
)
def test_a_label_lets_just_the_number_go_that_it_names(
    labels: str, code: int, root: Path, mentorgen: Mentorgen
) -> None:
    commit(root, _without(5))

    assert _check(mentorgen, root, "--labels", labels).code == code


def test_a_label_does_not_outlive_what_it_was_set_for(root: Path, mentorgen: Mentorgen) -> None:
    commit(root, _without(5))
    assert _check(mentorgen, root, "--labels", LABEL).code == 0

    commit(root, {[*SLOTS][5]: None})

    assert "6 of 49 records" in _check(mentorgen, root, "--labels", LABEL).out


def test_a_label_gives_nobody_more_rights(root: Path, mentorgen: Mentorgen) -> None:
    people = [f"program/participants/{name}.yaml" for name in ("ben", "dana", "eli", "noor")]
    commit(root, dict.fromkeys([*people, "program/participants/carol.yaml"]))

    answer = _check(mentorgen, root, "--labels", LABEL, author=ANA)

    assert answer.code == 1
    assert "[not-yours]" in answer.out
    assert "[many-removals]" not in answer.out


def test_in_a_small_program_two_records_may_always_go(tmp_path: Path, mentorgen: Mentorgen) -> None:
    small = {path: text for path, text in OWNED.items() if "/dana" not in path}
    root = new_repository(tmp_path / "small", small)
    gone = ["program/slots/ana/2026-04-10.yaml", "program/slots/ben/2026-04-10.yaml"]
    commit(root, dict.fromkeys(gone))
    assert "[many-removals]" not in _check(mentorgen, root).out

    commit(root, {"program/goals/spring/ana-ben/test.yaml": None})

    assert "1 goal" in _check(mentorgen, root).out


def test_what_only_moved_is_still_there(root: Path, mentorgen: Mentorgen) -> None:
    git(root, "mv", f"{FOLDER}/2026-05-01.yaml", f"{FOLDER}/2026-07-01.yaml")
    for day in range(2, 10):
        git(root, "mv", f"{FOLDER}/2026-05-{day:02}.yaml", f"{FOLDER}/2026-06-{day:02}.yaml")
    commit(root, {})
    assert _check(mentorgen, root, "--today", "2026-05-01").code == 0

    for day in range(2, 7):
        git(root, "mv", f"{FOLDER}/2026-06-{day:02}.yaml", f"{day:02}.yaml")
    commit(root, {})

    assert "5 of 49 records" in _check(mentorgen, root).out


def test_one_copy_does_not_stand_for_all_that_were_alike(
    tmp_path: Path, mentorgen: Mentorgen
) -> None:
    (text, *_) = SLOTS.values()
    root = new_repository(tmp_path / "alike", {**OWNED, **dict.fromkeys(SLOTS, text)})
    commit(root, {**_without(6), f"{FOLDER}/2026-06-01.yaml": text})

    assert "takes 5 of 49 records away" in _check(mentorgen, root).out


def test_what_others_took_away_on_the_base_is_not_this_changes(
    root: Path, mentorgen: Mentorgen
) -> None:
    git(root, "switch", "--quiet", "main")
    commit(root, _without(6))
    git(root, "switch", "--quiet", "change")
    commit(root, {"docs/index.md": "# Hello\n"})

    assert _check(mentorgen, root).code == 0


def test_a_quarter_of_a_program_lost_to_a_bad_edit_is_told_by_kind(
    root: Path, mentorgen: Mentorgen
) -> None:
    goals = dict.fromkeys(path for path in OWNED if path.startswith("program/goals/"))
    commit(root, {**_without(10), **goals, "program/log/people/ana.yaml": None})

    said = _check(mentorgen, root).out

    assert (
        "13 of 49 records away, more than one in ten: 10 slots, 2 goals and 1 person's log." in said
    )
