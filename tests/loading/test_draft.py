from mentorgen.loading.draft import problems_in
from tests.repository_builder import ADA, MEETING


def _said(path: str, text: str) -> list[str]:
    return [str(problem) for problem in problems_in(path, text)]


def test_a_record_that_would_be_read_again_has_no_problem() -> None:
    assert _said("program/participants/ada.yaml", ADA) == []
    assert _said("program/meetings/spring/ada-ben/2026-03-09.md", MEETING) == []


def test_a_record_that_would_not_be_read_is_told_why() -> None:
    path = "program/participants/ada.yaml"

    assert _said(path, ADA.replace("mentor", "boss")) == [
        f"{path}:3:7: role must be 'mentor', 'mentee' or 'both', not 'boss'. [role]"
    ]
    assert _said(path, "a: [\n")[0].endswith("[unclosed-bracket]")
    assert _said(path, f"{ADA}name: Eve\n") == [
        f"{path}:5:1: this file has 'name' twice; the first is on line 2. Keep one. [duplicate-key]"
    ]


def test_a_place_that_is_none_is_told() -> None:
    assert _said("program/participants/Ada.yaml", ADA) == [
        (
            "program/participants/Ada.yaml:1:1: this is no place for a record: ids are lower-case "
            "words joined by hyphens. [file-name]"
        )
    ]
