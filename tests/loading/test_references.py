from pathlib import Path

from tests.repository_builder import ADA, BEN, GOAL, MODULE, PAIRED, SMALL, problem_lines

VOCABULARY = "schema: 1\nskills:\n  - {id: docs, label: Writing docs, aliases: [prose]}\n"


def test_every_unknown_name_of_a_file_is_told_with_its_place(tmp_path: Path) -> None:
    pair = (
        "schema: 1\nform: group\nmentors: [ada, adda]\nmentees: [zed, bem]\n"
        "starts: 2026-03-02\nplan: half-year\n"
    )

    assert problem_lines(tmp_path, {**SMALL, "program/pairs/sprig/ada-ben.yaml": pair}) == [
        (
            "program/pairs/sprig/ada-ben.yaml:1:1: this folder is named after 'sprig', which is not "
            "a cohort. Did you mean 'spring'? [unknown-cohort]"
        ),
        (
            "program/pairs/sprig/ada-ben.yaml:3:16: mentor 'adda' is not a participant. "
            "Did you mean 'ada'? [unknown-participant]"
        ),
        (
            "program/pairs/sprig/ada-ben.yaml:4:11: mentee 'zed' is not a participant. "
            "[unknown-participant]"
        ),
        (
            "program/pairs/sprig/ada-ben.yaml:4:16: mentee 'bem' is not a participant. "
            "Did you mean 'ben'? [unknown-participant]"
        ),
        "program/pairs/sprig/ada-ben.yaml:6:7: there is no plan 'half-year'. [unknown-plan]",
    ]


def test_a_file_that_cannot_be_read_still_lends_its_name(tmp_path: Path) -> None:
    files = {**PAIRED, "program/participants/ben.yaml": "schema: [\n"}

    assert [line.partition(": ")[0] for line in problem_lines(tmp_path, files)] == [
        "program/participants/ben.yaml:1:9"
    ]


def test_a_program_without_a_vocabulary_takes_every_skill(tmp_path: Path) -> None:
    assert (
        problem_lines(
            tmp_path,
            {**SMALL, "program/participants/ada.yaml": f"{ADA}offers: [{{skill: juggling}}]\n"},
        )
        == []
    )


def test_a_vocabulary_that_is_empty_knows_no_skill(tmp_path: Path) -> None:
    files = {
        **SMALL,
        "program/skills.yaml": "schema: 1\n",
        "program/participants/ada.yaml": f"{ADA}offers: [{{skill: juggling}}]\n",
    }

    assert problem_lines(tmp_path, files) == [
        (
            "program/participants/ada.yaml:5:18: there is no skill 'juggling' in "
            "program/skills.yaml. [unknown-skill]"
        )
    ]


def test_a_vocabulary_that_cannot_be_read_blames_nobody_else(tmp_path: Path) -> None:
    files = {
        **SMALL,
        "program/skills.yaml": "schema: 1\nskills: 7\n",
        "program/participants/ada.yaml": f"{ADA}offers: [{{skill: juggling}}]\n",
    }

    assert problem_lines(tmp_path, files) == [
        "program/skills.yaml:2:9: skills must be a list, such as [7], not '7'. [list]"
    ]


def test_a_parent_is_a_skill_too(tmp_path: Path) -> None:
    text = "schema: 1\nskills:\n  - {id: docs, label: Docs, parent: dics}\n"

    assert problem_lines(tmp_path, {**SMALL, "program/skills.yaml": text}) == [
        (
            "program/skills.yaml:3:37: parent 'dics' is not a skill of program/skills.yaml. "
            "Did you mean 'docs'? [unknown-skill]"
        )
    ]


def test_a_correction_names_people_who_exist(tmp_path: Path) -> None:
    log = (
        "schema: 1\nfacts:\n- on: 2026-03-02\n  kind: resumed\n"
        "  replaces: {on: 2026-03-01, kind: paused, by: benn}\n"
    )

    assert problem_lines(tmp_path, {**PAIRED, "program/log/pairs/spring/ada-ben.yaml": log}) == [
        (
            "program/log/pairs/spring/ada-ben.yaml:5:48: 'benn' in 'by' is not a participant. "
            "Did you mean 'ben'? [unknown-participant]"
        )
    ]


def test_public_files_know_nothing_of_private_ones(tmp_path: Path) -> None:
    files = {
        **PAIRED,
        "private/participants/cleo.yaml": BEN.replace("Ben", "Cleo"),
        "program/pairs/spring/ada-cleo.yaml": PAIRED["program/pairs/spring/ada-ben.yaml"].replace(
            "ben", "cleo"
        ),
        "private/participants/ada.yaml": "schema: 1\nreports_to: cleo\n",
        "private/goals/spring/ada-ben/secret.yaml": f"{GOAL}owner: cleo\n",
    }

    assert problem_lines(tmp_path, files) == [
        "private/goals/spring/ada-ben/secret.yaml:4:8: 'cleo' is not in this pair (ada, ben). [not-in-pair]",
        (
            "program/pairs/spring/ada-cleo.yaml:4:11: mentee 'cleo' is not a participant. "
            "[unknown-participant]"
        ),
    ]


def test_private_names_must_exist_too(tmp_path: Path) -> None:
    files = {**SMALL, "private/participants/ada.yaml": "schema: 1\nreports_to: cleo\n"}

    assert problem_lines(tmp_path, files) == [
        (
            "private/participants/ada.yaml:2:13: 'cleo' in 'reports_to' is not a participant. "
            "[unknown-participant]"
        )
    ]


def test_what_exists_may_be_named_by_any_of_its_names(tmp_path: Path) -> None:
    files = {
        **SMALL,
        "program/skills.yaml": VOCABULARY,
        "training/mentors/listening.md": MODULE,
        "program/participants/ada.yaml": f"{ADA}offers: [{{skill: Prose}}]\n",
        "program/log/people/ada.yaml": (
            "schema: 1\nfacts: [{on: 2026-03-02, kind: completed, module: mentors/listening}]\n"
        ),
    }

    assert problem_lines(tmp_path, files) == []
