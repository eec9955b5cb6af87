"""Where a private folder may lie, what it may add, and what each command says of it."""

from pathlib import Path

import pytest

from mentorgen.errors import WrongUsageError
from mentorgen.loading.program import load
from tests.adapters.conftest import Answer, Mentorgen, mentorgen
from tests.git_repository import commit, git, new_repository, write
from tests.programs.trees import SITE, three_people
from tests.repository_builder import (
    ADA,
    BEN,
    GOAL,
    MEETING,
    PAIR,
    PAIRED,
    PROGRAM,
    SMALL,
    TODAY,
    make_repo,
    problem_lines,
)

__all__ = ["mentorgen"]

TEAM = {"participants/ada.yaml": "schema: 1\nteam: Looms\n"}
ASKED = ("--today", "2026-04-01")


def _refusal(root: Path, private: Path) -> str:
    with pytest.raises(WrongUsageError) as caught:
        load(root, today=TODAY, private=private)
    return str(caught.value)


@pytest.mark.parametrize("place", [".", "..", "../.."])
def test_a_private_folder_never_holds_the_program(place: str, tmp_path: Path) -> None:
    root = make_repo(tmp_path, SMALL)

    assert _refusal(root, root / place) == (
        f"{root / place} holds the program itself, which others read. "
        "Keep private files in a folder outside of it."
    )


@pytest.mark.parametrize(
    ("place", "part"),
    [
        ("program", "program"),
        ("program/participants", "program"),
        ("training/private", "training"),
        ("docs", "docs"),
        ("docs/handbook/private", "docs"),
    ],
)
def test_a_private_folder_never_lies_where_everybody_reads(
    place: str, part: str, tmp_path: Path
) -> None:
    root = make_repo(tmp_path, SMALL)
    (root / place).mkdir(parents=True, exist_ok=True)
    (tmp_path / "link").symlink_to(root / place)
    why = f"lies in '{part}', which everybody can read. Move it out of the program's folder."

    assert _refusal(root, root / place) == f"{root / place} {why}"
    assert _refusal(root, tmp_path / "link") == f"{tmp_path / 'link'} {why}"


def test_a_file_is_no_private_folder(tmp_path: Path) -> None:
    root = make_repo(tmp_path, {**SMALL, "private": "x"})

    assert _refusal(root, root / "private") == f"There is no private folder {root / 'private'}."


def test_a_link_may_lead_to_a_private_folder_elsewhere(tmp_path: Path) -> None:
    root = make_repo(tmp_path, SMALL)
    write(tmp_path / "elsewhere", TEAM)
    (root / "private").symlink_to(tmp_path / "elsewhere")

    loaded = load(root, today=TODAY, private=root / "private")

    assert loaded.problems == ()
    assert loaded.program is not None
    assert [one.team for one in loaded.program.participants.values()] == ["Looms", None]


def test_a_private_folder_that_git_keeps_with_the_program_is_refused(
    mentorgen: Mentorgen, tmp_path: Path
) -> None:
    root = new_repository(tmp_path / "ours", {**SMALL, **SITE})
    private = root / "private"
    write(private, TEAM)
    common = ("--root", root, "--private", private, *ASKED)
    refused = (
        f"{private} is kept by the repository that others read. Move it out of there; "
        "docs/handbook/privacy.md says what to do about what was published already."
    )

    assert mentorgen("check", *common).code == 0
    git(root, "add", "private")
    assert mentorgen("check", *common) == Answer(2, "", f"mentorgen: {refused}\n")
    built = mentorgen("build", "--preview", *common)
    assert (built.code, refused in built.err) == (1, True)
    write(private, {"INVENTED": ""})
    assert mentorgen("check", *common).code == 0


def test_a_private_repository_may_be_checked_out_inside_the_program(
    mentorgen: Mentorgen, tmp_path: Path
) -> None:
    root = new_repository(tmp_path / "ours", SMALL)
    new_repository(root / "private", TEAM)

    answer = mentorgen("check", "--root", root, "--private", root / "private", *ASKED)

    assert (answer.code, answer.out) == (0, "")


def test_a_private_folder_may_lie_in_any_other_repository_or_in_none(
    mentorgen: Mentorgen, tmp_path: Path
) -> None:
    root = new_repository(tmp_path / "ours", SMALL)
    private = new_repository(tmp_path / "theirs", TEAM)
    loose = tmp_path / "loose"
    write(loose, TEAM)

    for folder in (private, loose):
        assert mentorgen("check", "--root", root, "--private", folder, *ASKED).code == 0
    commit(root, {})
    assert mentorgen("check", "--root", root, "--private", tmp_path / "none", *ASKED).code == 2


def test_an_empty_private_folder_is_doubted_by_every_command(
    mentorgen: Mentorgen, tmp_path: Path
) -> None:
    root = make_repo(tmp_path, {**SMALL, "program/program.yaml": f"{PROGRAM}private: folder\n"})
    (tmp_path / "empty").mkdir()
    common = ("--root", root, "--private", tmp_path / "empty", *ASKED)
    doubt = f"There is no record in {tmp_path / 'empty'}; is it the right folder?\n"

    assert mentorgen("check", *common).out == (
        "empty:1:1: no record was found in this private folder; is it the right one? "
        "[private-folder]\n"
    )
    for command in ("match", "status", "remind"):
        answer = mentorgen(command, *common)
        assert (answer.code, answer.err) == (0, doubt)


def test_a_private_folder_of_which_the_program_knows_nothing_is_told(
    mentorgen: Mentorgen, tmp_path: Path
) -> None:
    root = make_repo(tmp_path, SMALL)
    write(tmp_path / "ours", TEAM)

    answer = mentorgen("match", "--root", root, "--private", tmp_path / "ours", *ASKED)

    assert (answer.code, answer.err) == (
        0,
        (
            "program.yaml says of no private folder, so a workflow would match without it. "
            "Add 'private: folder' or 'private: repository'.\n"
        ),
    )


@pytest.mark.parametrize("where", ["folder", "repository"])
def test_without_the_private_folder_all_but_the_matcher_work(
    where: str, mentorgen: Mentorgen, tmp_path: Path
) -> None:
    files = {**SITE, **three_people()}
    files["program/program.yaml"] += f"private: {where}\n"
    common = ("--root", make_repo(tmp_path, files), *ASKED)

    codes = {command: mentorgen(command, *common).code for command in ("check", "status", "remind")}

    assert codes == {"check": 0, "status": 0, "remind": 0}
    assert mentorgen("build", *common).code == 0
    assert mentorgen("match", *common).code == 2
    assert mentorgen("match", "--public-only", *common).code == 0


SKILLS = "schema: 1\nskills: [{id: docs, label: Docs}]\n"
GIVEN = "is already given in program"
KEEP = "with another value; a private file only adds. Keep one of the two. [private-conflict]"
UNSEEN = "pages are made without this folder, so"
MERGES = {
    "a field twice, alike": ({"private/participants/ada.yaml": "schema: 1\nname: Ada\n"}, []),
    "a field twice, in two ways": (
        {"private/participants/ada.yaml": "schema: 1\nrole: mentee\n"},
        [f"private/participants/ada.yaml:2:7: role {GIVEN}/participants/ada.yaml:3 {KEEP}"],
    ),
    "a fact beside the public ones": (
        {
            "program/log/people/ben.yaml": "schema: 1\nfacts: [{on: 2026-03-01, kind: resumed}]\n",
            "private/log/people/ben.yaml": "schema: 1\nfacts: [{on: 2026-03-01, kind: concern}]\n",
        },
        [],
    ),
    "notes of one meeting twice": (
        {
            "program/meetings/spring/ada-ben/2026-03-09.md": MEETING,
            "private/meetings/spring/ada-ben/2026-03-09.md": f"{MEETING}And more.\n",
        },
        [
            (
                f"private/meetings/spring/ada-ben/2026-03-09.md:2:1: notes {GIVEN}"
                f"/meetings/spring/ada-ben/2026-03-09.md:2 {KEEP}"
            )
        ],
    ),
    "a person whom nobody else sees": ({"private/participants/cleo.yaml": BEN}, []),
    "a private pair with a private person": (
        {
            "private/participants/cleo.yaml": BEN,
            "private/pairs/spring/ada-cleo.yaml": PAIR.replace("[ben]", "[cleo]"),
            "private/goals/spring/ada-cleo/patch.yaml": f"{GOAL}visibility: pair\n",
        },
        [],
    ),
    "a public file that names a private person": (
        {
            "private/participants/cleo.yaml": BEN,
            "program/pairs/spring/ada-cleo.yaml": PAIR.replace("[ben]", "[cleo]"),
        },
        [
            (
                "program/pairs/spring/ada-cleo.yaml:4:11: mentee 'cleo' is not a participant. "
                "[unknown-participant]"
            )
        ],
    ),
    "skills beside the public ones": (
        {"program/skills.yaml": SKILLS, "private/skills.yaml": SKILLS.replace("docs", "sewing")},
        [f"private/skills.yaml:2:9: skills {GIVEN}/skills.yaml:2 {KEEP}"],
    ),
    "consent in the private file alone": (
        {
            "program/participants/ada.yaml": "schema: 1\nname: Ada\nrole: mentor\n",
            "private/participants/ada.yaml": ADA,
        },
        [
            (
                f"private/participants/ada.yaml:4:10: {UNSEEN} 'consent' would do nothing here; "
                "write it into program/participants/ada.yaml. [public-choice]"
            )
        ],
    ),
    "consent taken back in the private file": (
        {"private/participants/ada.yaml": ADA.replace("}", ", withdrawn: 2026-03-01}")},
        [f"private/participants/ada.yaml:4:10: consent {GIVEN}/participants/ada.yaml:4 {KEEP}"],
    ),
    "off the site in the private file alone": (
        {"private/pairs/spring/ada-ben.yaml": "schema: 1\non_site: false\n"},
        [
            (
                f"private/pairs/spring/ada-ben.yaml:2:10: {UNSEEN} 'on_site' would do nothing here; "
                "write it into program/pairs/spring/ada-ben.yaml. [public-choice]"
            )
        ],
    ),
    "no public word in the private file alone": (
        {"private/pairs/spring/ada-ben.yaml": "schema: 1\npublic_contact: false\n"},
        [
            (
                f"private/pairs/spring/ada-ben.yaml:2:17: {UNSEEN} 'public_contact' would do nothing "
                "here; write it into program/pairs/spring/ada-ben.yaml. [public-choice]"
            )
        ],
    ),
    "a public goal kept for the pair afterwards": (
        {
            "program/goals/spring/ada-ben/patch.yaml": GOAL,
            "private/goals/spring/ada-ben/patch.yaml": "schema: 1\nvisibility: pair\n",
        },
        [
            (
                f"private/goals/spring/ada-ben/patch.yaml:2:13: {UNSEEN} 'visibility' would do nothing "
                "here; write it into program/goals/spring/ada-ben/patch.yaml. [public-choice]"
            )
        ],
    ),
}


@pytest.mark.parametrize("case", MERGES)
def test_a_private_file_adds_and_overrides_nothing(case: str, tmp_path: Path) -> None:
    files, expected = MERGES[case]

    found = problem_lines(tmp_path, {**PAIRED, **files})

    assert [line for line in found if "no-consent" not in line] == expected
