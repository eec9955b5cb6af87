import os
from pathlib import Path

import pytest

from mentorgen.loading.files import Found, find_private_records, find_records, unreadable
from mentorgen.loading.rules import Rule
from mentorgen.model.problems import Problem, Severity
from tests.repository_builder import make_repo


def _seen(root: Path, *names: str) -> list[str]:
    """What a walk over these files finds: names of records and problems."""
    make_repo(root, dict.fromkeys(names, ""))
    return _told(root)


def _told(root: Path) -> list[str]:
    found = find_records(root / "repository")
    return [item.name if isinstance(item, Found) else _line(item) for item in found]


def _line(problem: Problem) -> str:
    return f"{problem} ({problem.severity})"


UNKNOWN = "no record is read from here; move it or delete it. [unknown-file] (warning)"
NAMES = "a file name is an id: lower-case letters, digits and single hyphens."


def test_records_come_in_the_order_of_their_names(tmp_path: Path) -> None:
    names = (
        "training/mentors/listening.md",
        "program/skills.yaml",
        "program/participants/ben.yaml",
        "program/participants/ada.yaml",
        "program/cohorts/spring.yaml",
    )

    assert _seen(tmp_path, *names) == [
        "program/cohorts/spring.yaml",
        "program/participants/ada.yaml",
        "program/participants/ben.yaml",
        "program/skills.yaml",
        "training/mentors/listening.md",
    ]


def test_a_record_that_could_be_run_is_one_with_a_warning(tmp_path: Path) -> None:
    name = "program/participants/ada.yaml"
    make_repo(tmp_path, {name: ""})

    problem, record = find_records(tmp_path / "repository", {name: "100755"})

    assert isinstance(problem, Problem)
    assert isinstance(record, Found)
    assert (problem.rule, problem.severity) == (Rule.EXECUTABLE, Severity.WARNING)


def test_what_lies_beside_the_program_is_nobodys_business(tmp_path: Path) -> None:
    assert _seen(tmp_path, "README.md", "docs/index.md", "src/program/program.yaml") == []


@pytest.mark.parametrize(
    "name", ["README.md", "participants/.gitkeep", ".DS_Store", "proposals/spring/2026-03-01.json"]
)
def test_a_file_that_belongs_there_is_passed_over(name: str, tmp_path: Path) -> None:
    assert _seen(tmp_path, f"program/{name}") == []


def test_a_git_folder_is_passed_over(tmp_path: Path) -> None:
    assert _seen(tmp_path, "program/.git/config") == []


@pytest.mark.parametrize("name", ["participants/ada.png", "notes.md", "participants/ada.md"])
def test_another_file_is_told_of(name: str, tmp_path: Path) -> None:
    assert _seen(tmp_path, f"program/{name}") == [f"program/{name}:1:1: {UNKNOWN}"]


def test_a_file_in_place_of_the_training_is_told_of(tmp_path: Path) -> None:
    assert _seen(tmp_path, "training") == [f"training:1:1: {UNKNOWN}"]


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("participants/Ada B.yaml", f"{NAMES} Rename it to 'ada-b.yaml'. [file-name]"),
        ("participants/ad\xe4.yaml", f"{NAMES} Rename it to 'ada.yaml'. [file-name]"),
        ("participants/\u05d0.yaml", f"{NAMES} Rename it to 'a-name.yaml'. [file-name]"),
        ("participants/ADA.YAML", f"{NAMES} Rename it to 'ada.yaml'. [file-name]"),
        (
            "pairs/2026 Spring/ada-ben.yaml",
            f"{NAMES} Move it to 'program/pairs/2026-spring/ada-ben.yaml'. [file-name]",
        ),
        (
            "participants/ada.yml",
            "files of this kind end in '.yaml'; rename this one to 'ada.yaml'. [file-ending]",
        ),
        (
            "participants/ada.YAML",
            "files of this kind end in '.yaml'; rename this one to 'ada.yaml'. [file-ending]",
        ),
        (
            "meetings/spring/ada-ben/2026-03-01.MD",
            "files of this kind end in '.md'; rename this one to '2026-03-01.md'. [file-ending]",
        ),
        (
            "meetings/spring/ada-ben/first.md",
            "a file here is named after its day, such as '2026-03-01.md'. Rename it. [file-name]",
        ),
        (
            "slots/ada/monday.yaml",
            "a file here is named after its day, such as '2026-03-01.yaml'. Rename it. [file-name]",
        ),
    ],
)
def test_a_wrong_name_comes_with_the_right_one(name: str, said: str, tmp_path: Path) -> None:
    assert _seen(tmp_path, f"program/{name}") == [f"program/{name}:1:1: {said} (error)"]


def test_two_names_of_one_record_are_one_too_many(tmp_path: Path) -> None:
    names = ("program/participants/ada.yaml", "program/participants/Ada.yaml")

    assert _seen(tmp_path, *names) == [
        (
            "program/participants/Ada.yaml:1:1: this file and 'ada.yaml' would be one record; "
            "keep one of them. [same-file] (error)"
        ),
        "program/participants/ada.yaml",
    ]


def test_a_name_that_cannot_be_printed_is_shown_with_escapes(tmp_path: Path) -> None:
    make_repo(tmp_path, {})
    folder = os.fsencode(tmp_path / "repository" / "program")
    (Path(os.fsdecode(folder)) / os.fsdecode(b"\xff\n.txt")).touch()

    assert _told(tmp_path) == [
        (
            "program/\\udcff\\n.txt:1:1: this name can be taken for a command; "
            "use letters, digits, '.', '-' and '_'. [file-name] (error)"
        )
    ]


@pytest.mark.parametrize("name", ["participants/ada.yaml", "participants", "cohorts"])
def test_a_link_is_never_followed(name: str, tmp_path: Path) -> None:
    root = make_repo(tmp_path, {"elsewhere/ada.yaml": "schema: 1\n"})
    (root / "program" / name).parent.mkdir(exist_ok=True)
    (root / "program" / name).symlink_to(root / "elsewhere")

    assert _told(tmp_path) == [
        (
            f"program/{name}:1:1: symbolic links are not allowed; put the file itself here. "
            "[symbolic-link] (error)"
        )
    ]


def test_a_link_in_place_of_the_training_is_not_followed(tmp_path: Path) -> None:
    root = make_repo(tmp_path, {})
    (root / "training").symlink_to("/nowhere")

    assert _told(tmp_path) == [
        (
            "training:1:1: symbolic links are not allowed; put the file itself here. "
            "[symbolic-link] (error)"
        )
    ]


def test_a_pipe_does_not_hold_up_the_walk(tmp_path: Path) -> None:
    root = make_repo(tmp_path, {})
    os.mkfifo(root / "program" / "program.yaml")

    assert _told(tmp_path) == [
        "program/program.yaml:1:1: this is not a regular file; delete it. [not-a-file] (error)"
    ]


def test_folders_without_end_are_not_entered(tmp_path: Path) -> None:
    (make_repo(tmp_path, {}) / "program" / "/".join("a" * 100)).mkdir(parents=True)

    assert _told(tmp_path) == [f"program/a/a/a/a/a/a:1:1: {UNKNOWN}"]


def test_a_folder_that_is_gone_is_a_problem(tmp_path: Path) -> None:
    (problem,) = find_private_records(tmp_path / "hidden")

    assert str(problem) == (
        "hidden:1:1: this folder cannot be read: no such file or directory. [unreadable]"
    )


def test_a_private_folder_is_named_as_it_is_called(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = make_repo(tmp_path, {"vault/participants/ada.yaml": ""}) / "vault"
    monkeypatch.chdir(folder)

    assert [_name(item) for item in find_private_records(folder)] == ["vault/participants/ada.yaml"]
    assert [_name(item) for item in find_private_records(Path())] == ["vault/participants/ada.yaml"]


def test_schemas_for_editors_may_lie_in_a_private_folder(tmp_path: Path) -> None:
    schema = "schemas/participant.json"
    folder = make_repo(tmp_path, {f"vault/{schema}": "{}", f"vault/log/{schema}": ""}) / "vault"

    (deeper,) = find_private_records(folder)

    assert str(deeper) == f"vault/log/{schema}:1:1: {UNKNOWN}".removesuffix(" (warning)")
    assert _seen(tmp_path / "public", f"program/{schema}") == [f"program/{schema}:1:1: {UNKNOWN}"]


def test_a_file_in_place_of_the_schemas_is_told_of(tmp_path: Path) -> None:
    folder = make_repo(tmp_path, {"vault/schemas": ""}) / "vault"

    (problem,) = find_private_records(folder)

    assert str(problem) == f"vault/schemas:1:1: {UNKNOWN}".removesuffix(" (warning)")


def _name(item: Found | Problem) -> str:
    assert isinstance(item, Found)
    return item.name


def test_what_cannot_be_read_without_a_reason_is_told_too() -> None:
    said = "this folder cannot be read: it cannot be opened."

    assert unreadable(OSError(), "folder") == said


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("people/bo.yaml", "participants/bo.yaml"),
        ("participant/bo.yaml", "participants/bo.yaml"),
        ("participants/bo.yaml.txt", "participants/bo.yaml"),
        ("participants/bo.txt", "participants/bo.yaml"),
        ("meeting/spring/ada-ben/2026-03-10.md", "meetings/spring/ada-ben/2026-03-10.md"),
        ("somewhere/bo.yaml", None),
    ],
)
def test_a_record_in_a_folder_that_is_nearly_right_is_led_home(
    name: str, meant: str | None, tmp_path: Path
) -> None:
    public, vault = make_repo(tmp_path, {f"program/{name}": ""}), tmp_path / "vault"
    (vault / name).parent.mkdir(parents=True)
    (vault / name).touch()
    said = "no record is read from here; move it or delete it."

    (here,) = find_records(public)
    (there,) = find_private_records(vault)

    assert isinstance(here, Problem)
    assert isinstance(there, Problem)
    assert here.message == (f"{said} Did you mean 'program/{meant}'?" if meant else said)
    assert there.message == (f"{said} Did you mean 'vault/{meant}'?" if meant else said)


def test_an_address_in_a_public_files_name_is_an_address(tmp_path: Path) -> None:
    rule = "[contact-details] (error)"
    message = f"stands in this file's name; contact details belong to the private folder. {rule}"

    assert _seen(
        tmp_path,
        "program/participants/ada@example.org.yaml",
        "program/participants/notes of ada@example.org.txt",
        "training/+351 912 345 678.md",
    ) == [
        f"program/participants/ada@example.org.yaml:1:1: an e-mail address {message}",
        f"program/participants/notes of ada@example.org.txt:1:1: an e-mail address {message}",
        f"training/+351 912 345 678.md:1:1: a phone number {message}",
    ]


def test_an_address_in_a_private_files_name_is_only_no_id(tmp_path: Path) -> None:
    folder = make_repo(tmp_path, {"mine/participants/ada@example.org.yaml": ""}) / "mine"

    (problem,) = find_private_records(folder)

    assert str(problem) == (
        "mine/participants/ada@example.org.yaml:1:1: "
        f"{NAMES} Rename it to 'ada-example-org.yaml'. [file-name]"
    )
