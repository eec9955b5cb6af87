from pathlib import Path

import pytest

from mentorgen.loading.draft import errors_in
from tests.repository_builder import ADA, MEETING, PAIRED, TODAY, make_repo


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return make_repo(tmp_path, PAIRED)


def _said(root: Path, place: str, text: str) -> list[str]:
    return [str(error) for error in errors_in(place, text, root=root, private=None, today=TODAY)]


def test_a_record_that_would_be_read_again_has_no_problem(root: Path) -> None:
    assert _said(root, "program/participants/ada.yaml", ADA) == []
    assert _said(root, "program/meetings/spring/ada-ben/2026-03-09.md", MEETING) == []


def test_a_record_that_would_not_be_read_is_told_why(root: Path) -> None:
    path = "program/participants/ada.yaml"

    assert _said(root, path, ADA.replace("mentor", "boss")) == [
        f"{path}:3:7: role must be 'mentor', 'mentee' or 'both', not 'boss'. [role]"
    ]
    assert _said(root, path, "a: [\n")[0].endswith("[unclosed-bracket]")
    assert _said(root, path, f"{ADA}name: Eve\n") == [
        f"{path}:5:1: this file has 'name' twice; the first is on line 2. Keep one. [duplicate-key]"
    ]


def test_what_a_check_of_everything_would_find_is_told(root: Path) -> None:
    path = "program/participants/cleo.yaml"

    assert _said(root, path, ADA.replace("name: Ada", "name: c@example.org")) == [
        (
            f"{path}:2:7: an e-mail address stands here; contact details belong to the private "
            "folder. [contact-details]"
        )
    ]
    assert _said(root, path, f"{ADA}offers: [{{skill: sewing}}]\n") == []


def test_warnings_and_errors_of_others_are_none_of_a_draft(root: Path) -> None:
    (root / "program/participants/ben.yaml").write_text("schema: 1\n")

    assert _said(root, "program/participants/cleo.yaml", "schema: 1\nname: C\nrole: mentor\n") == []


def test_a_place_that_is_none_is_told(root: Path) -> None:
    assert _said(root, "program/participants/Ada.yaml", ADA) == [
        (
            "program/participants/Ada.yaml:1:1: this is no place for a record: ids are lower-case "
            "words joined by hyphens. [file-name]"
        )
    ]
