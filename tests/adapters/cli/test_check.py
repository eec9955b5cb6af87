"""`mentorgen check`: every problem with its place, and the ways to print them."""

import json
from pathlib import Path

import pytest
from inline_snapshot import snapshot

from tests.adapters.conftest import Mentorgen
from tests.conftest import MakeRepo
from tests.programs.trees import PROGRAMS, TODAY, empty, three_people

PERSON = "schema: 1\nname: Ana\nrole: mentor\nconsent: {version: 1, given: 2026-01-10}\n"


@pytest.mark.parametrize("name", PROGRAMS)
def test_a_sound_program_has_nothing_to_mend(
    name: str, make_repo: MakeRepo, mentorgen: Mentorgen
) -> None:
    root = make_repo(PROGRAMS[name])

    answer = mentorgen("check", "--root", root, "--today", TODAY)

    read = f"{len(PROGRAMS[name])} file{'s' if len(PROGRAMS[name]) > 1 else ''}"
    assert (answer.code, answer.out, answer.err) == (0, "", f"{read} read: all is well.\n")


BAD = {
    "a wrong role": ("participants/ana.yaml", PERSON.replace("role: mentor", "role: mentro")),
    "an unknown participant": (
        "pairs/2026-spring/ana-ben.yaml",
        "schema: 1\nform: one-to-one\nmentors: [ana]\nmentees: [benn]\nstarts: 2026-03-02\n",
    ),
    "a duplicate key": ("participants/ana.yaml", f"{PERSON}capacity: 2\nrole: both\n"),
    "a tab": ("participants/ana.yaml", "schema: 1\nname: Ana\n\trole: mentor\n"),
    "an unclosed quote": ("participants/ana.yaml", 'schema: 1\nname: "Ana\nrole: mentor\n'),
    "an empty file": ("participants/ana.yaml", ""),
}


def test_a_bad_file_gets_one_sentence_with_its_place(
    make_repo: MakeRepo, mentorgen: Mentorgen
) -> None:
    answers = {}
    for case, (path, text) in BAD.items():
        files = {**three_people(), f"program/{path}": text}
        root = make_repo({f"{case}/{path}": text for path, text in files.items()}) / case
        answers[case] = mentorgen("check", "--root", root, "--today", TODAY)

    assert {answer.code for answer in answers.values()} == {1}
    assert {case: answer.out for case, answer in answers.items()} == snapshot(
        {
            "a wrong role": "program/participants/ana.yaml:3:7: role must be 'mentor', 'mentee' or 'both', not 'mentro'. Did you mean 'mentor'? [role]\n",
            "an unknown participant": "program/pairs/2026-spring/ana-ben.yaml:4:11: mentee 'benn' is not a participant. Did you mean 'ben'? [unknown-participant]\n",
            "a duplicate key": "program/participants/ana.yaml:6:1: this file has 'role' twice; the first is on line 3. Keep one. [duplicate-key]\n",
            "a tab": "program/participants/ana.yaml:3:1: a tab stands where spaces belong; indent with spaces. [tab]\n",
            "an unclosed quote": "program/participants/ana.yaml:2:7: the quote opened at 2:7 never closes; close it with the same mark. [unclosed-quote]\n",
            "an empty file": "program/participants/ana.yaml:1:1: this file is empty. Begin with 'schema: 1'. [empty-file]\n",
        }
    )


def test_a_program_without_its_own_file_is_told_to_add_it(
    make_repo: MakeRepo, mentorgen: Mentorgen
) -> None:
    root = make_repo({"program/participants/ana.yaml": PERSON})

    answer = mentorgen("check", "--root", root, "--today", TODAY)

    assert (answer.code, answer.out, answer.err) == (
        1,
        (
            "program/program.yaml:1:1: this file is missing."
            " Add it with 'schema: 1', 'name: …' and 'purpose: …'. [missing-file]\n"
        ),
        (
            "1 file read: 1 error, 0 warnings.\n"
            "More about a rule: mentorgen check --explain missing-file\n"
        ),
    )


def test_a_folder_that_is_no_program_is_a_wrong_usage(
    make_repo: MakeRepo, mentorgen: Mentorgen
) -> None:
    root = make_repo({"README.md": "Nothing here.\n"})

    answer = mentorgen("check", "--root", root)

    assert (answer.code, answer.out, answer.err) == (
        2,
        "",
        (
            f"mentorgen: {root} holds no program: it has no folder 'program'."
            " Give the folder above it with --root.\n"
        ),
    )


def test_warnings_alone_are_fine(make_repo: MakeRepo, mentorgen: Mentorgen) -> None:
    root = make_repo({**empty(), "program/notes.txt": "Buy wool.\n"})

    answer = mentorgen("check", "--root", root)

    assert (answer.code, answer.out, answer.err) == (
        0,
        "program/notes.txt:1:1: no record is read from here; move it or delete it. [unknown-file]\n",
        (
            "1 file read: 0 errors, 1 warning.\n"
            "More about a rule: mentorgen check --explain unknown-file\n"
        ),
    )


def test_all_problems_of_all_files_come_at_once_sorted(
    make_repo: MakeRepo, mentorgen: Mentorgen
) -> None:
    root = make_repo(
        {
            **three_people(),
            "program/participants/zoe.yaml": PERSON.replace("mentor", "boss"),
            "program/participants/ben.yaml": "schema: 1\nname: Ben\nrole: mentee\njoined: today\n",
        }
    )

    answer = mentorgen("check", "--root", root, "--today", TODAY)

    assert answer.code == 1
    assert answer.out == snapshot("""\
program/participants/ben.yaml:4:9: joined must be a date such as 2026-03-01, not 'today'. [date]
program/participants/zoe.yaml:3:7: role must be 'mentor', 'mentee' or 'both', not 'boss'. [role]
""")


def test_problems_are_values_for_other_programs(make_repo: MakeRepo, mentorgen: Mentorgen) -> None:
    root = make_repo({**empty(), "program/notes.txt": "Buy wool.\n"})

    answer = mentorgen("check", "--root", root, "--format", "json")

    assert json.loads(answer.out) == [
        {
            "path": "program/notes.txt",
            "line": 1,
            "column": 1,
            "rule": "unknown-file",
            "severity": "warning",
            "message": "no record is read from here; move it or delete it.",
        }
    ]


def test_no_problem_is_an_empty_list(make_repo: MakeRepo, mentorgen: Mentorgen) -> None:
    answer = mentorgen("check", "--root", make_repo(empty()), "--format", "json")

    assert (answer.code, answer.out) == (0, "[]\n")


def test_problems_are_annotations_on_github(make_repo: MakeRepo, mentorgen: Mentorgen) -> None:
    root = make_repo({**empty(), "program/participants/ana.yaml": PERSON.replace("mentor", "boss")})

    answer = mentorgen("check", "--root", root, "--format", "github", "--today", TODAY)

    assert (answer.code, answer.out) == (
        1,
        (
            "::error file=program/participants/ana.yaml,line=3,col=7,title=role::"
            "role must be 'mentor', 'mentee' or 'both', not 'boss'.\n"
        ),
    )


def test_many_problems_are_all_in_the_log_and_on_the_page_of_the_run(
    make_repo: MakeRepo, mentorgen: Mentorgen, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = tmp_path / "page.md"
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(page))
    names = [f"program/participants/p{number}.yaml" for number in range(12)]
    root = make_repo({**empty(), **dict.fromkeys(names, PERSON.replace("mentor", "boss"))})

    answer = mentorgen("check", "--root", root, "--format", "github", "--today", TODAY)

    lines = answer.out.splitlines()
    assert [line.startswith("::error ") for line in lines] == [True] * 10 + [False] * 2
    assert lines[10].startswith("program/participants/p8.yaml:3:7: role must be ")
    assert answer.err.startswith(
        "10 of 12 are shown beside their lines; the page of this run has all.\n"
    )
    assert [name for name in names if f"| {name} | 3 | role must be " not in page.read_text()] == []


def test_a_hostile_file_name_cannot_give_github_a_command(
    make_repo: MakeRepo, mentorgen: Mentorgen
) -> None:
    root = make_repo({**empty(), "program/participants/a\n::error::b%0A,c:d.yaml": PERSON})

    answer = mentorgen("check", "--root", root, "--format", "github", "--today", TODAY)

    assert answer.code == 1
    assert answer.out == snapshot(
        "::error file=program/participants/a\\n%3A%3Aerror%3A%3Ab%250A%2Cc%3Ad.yaml,line=1,col=1,title=file-name::a file name is an id: lower-case letters, digits and single hyphens. Rename it to 'a-error-b-0a-c-d.yaml'.\n"
    )


def test_what_would_steer_a_terminal_is_shown_instead(
    make_repo: MakeRepo, mentorgen: Mentorgen
) -> None:
    role = PERSON.replace("role: mentor", 'role: "\\e[31m\\u202eboss"')
    root = make_repo({**empty(), "program/participants/ana.yaml": role})

    answer = mentorgen("check", "--root", root, "--today", TODAY)

    assert answer.out == snapshot(
        "program/participants/ana.yaml:3:7: control character U+001B; delete it. [hidden-character]\n"
    )


def test_a_private_folder_is_read_as_well(make_repo: MakeRepo, mentorgen: Mentorgen) -> None:
    files = {f"repository/{path}": text for path, text in three_people().items()}
    root = make_repo({**files, "private/participants/ana.yaml": "schema: 1\nteem: Looms\n"})

    answer = mentorgen(
        "check", "--root", root / "repository", "--private", root / "private", "--today", TODAY
    )

    assert answer.code == 1
    assert answer.out == snapshot(
        "private/participants/ana.yaml:2:1: unknown field 'teem'. Did you mean 'team'? [unknown-field]\n"
    )


def test_readers_are_told_nothing_of_a_private_folder_in_which_all_is_well(
    make_repo: MakeRepo, mentorgen: Mentorgen
) -> None:
    files = {f"repository/{path}": text for path, text in three_people().items()}
    root = make_repo({**files, "private/participants/ana.yaml": "schema: 1\nteam: Looms\n"})
    folders = ("--root", root / "repository", "--private", root / "private")

    answer = mentorgen("check", *folders, "--today", TODAY, "--format", "github")

    assert (answer.code, answer.out) == (0, "")


def test_a_private_folder_that_is_not_there_is_a_wrong_usage(
    make_repo: MakeRepo, mentorgen: Mentorgen
) -> None:
    root = make_repo(empty())

    answer = mentorgen("check", "--root", root, "--private", root / "hidden")

    assert (answer.code, answer.err) == (
        2,
        f"mentorgen: There is no private folder {root / 'hidden'}.\n",
    )


def test_the_last_line_tells_of_an_error_before_it_tells_of_a_warning(
    make_repo: MakeRepo, mentorgen: Mentorgen
) -> None:
    nameless = {"program/participants/zoe.yaml": "schema: 1\nrole: mentor\n"}
    unasked = {"program/participants/abe.yaml": "schema: 1\nname: Abe\nrole: mentor\n"}
    root = make_repo({**three_people(), **unasked, **nameless})

    answer = mentorgen("check", "--root", root, "--today", TODAY)

    assert [line.rpartition(" ")[2] for line in answer.out.splitlines()] == [
        "[no-consent]",
        "[missing-field]",
    ]
    assert answer.err.endswith("More about a rule: mentorgen check --explain missing-field\n")
