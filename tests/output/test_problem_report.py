"""Problems as lines, as values and as annotations that cannot be misused."""

import pytest

from mentorgen.model.problems import Problem, Severity
from mentorgen.output.problem_report import (
    annotations,
    most_useful,
    outcome,
    problem_data,
    problem_lines,
)

BAD = Problem("program/participants/ada.yaml", 2, 9, "role", "role must be 'mentor'.")
ODD = Problem("a,b:c%.yaml", 1, 1, "file-name", "50 %\r\n::error::x", Severity.WARNING)


def test_a_problem_is_a_line_as_compilers_write_it() -> None:
    assert problem_lines([BAD]) == [
        "program/participants/ada.yaml:2:9: role must be 'mentor'. [role]"
    ]


def test_a_problem_is_a_value() -> None:
    assert problem_data([BAD]) == [
        {
            "path": "program/participants/ada.yaml",
            "line": 2,
            "column": 9,
            "rule": "role",
            "severity": "error",
            "message": "role must be 'mentor'.",
        }
    ]


def test_an_annotation_escapes_what_would_end_it_or_begin_another() -> None:
    assert annotations([BAD, ODD]) == [
        "::error file=program/participants/ada.yaml,line=2,col=9,title=role::role must be 'mentor'.",
        "::warning file=a%2Cb%3Ac%25.yaml,line=1,col=1,title=file-name::50 %25%0D%0A::error::x",
    ]


@pytest.mark.parametrize(
    ("counts", "sentence"),
    [
        ((1, 0, 0), "1 file read: all is well."),
        ((10_000, 0, 0), "10,000 files read: all is well."),
        ((2, 1, 0), "2 files read: 1 error, 0 warnings."),
        ((2, 0, 1), "2 files read: 0 errors, 1 warning."),
    ],
)
def test_the_outcome_counts_in_words(counts: tuple[int, int, int], sentence: str) -> None:
    assert outcome(*counts) == sentence


def _problems(rule: str, count: int, *, path: str = "a.yaml", bad: bool = True) -> list[Problem]:
    severity = Severity.ERROR if bad else Severity.WARNING
    return [Problem(path, line, 1, rule, "Hm.", severity) for line in range(1, count + 1)]


def _shown(problems: list[Problem], changed: set[str] | None = None) -> list[tuple[str, str, int]]:
    return [(one.path, one.rule, one.line) for one in most_useful(problems, changed)]


def test_of_each_severity_ten_are_shown_beside_their_lines_in_their_old_order() -> None:
    problems = [*_problems("role", 30), *_problems("no-consent", 30, path="b.yaml", bad=False)]

    assert _shown(problems) == [
        *(("a.yaml", "role", line) for line in range(1, 11)),
        *(("b.yaml", "no-consent", line) for line in range(1, 11)),
    ]


def test_a_rule_that_many_break_hides_no_other() -> None:
    problems = [*_problems("role", 30), *_problems("slug", 1), *_problems("zone", 4)]

    assert [rule for _, rule, _ in _shown(problems)] == [*["role"] * 5, "slug", *["zone"] * 4]


def test_what_is_in_changed_files_comes_before_what_stood_there() -> None:
    old, new = _problems("role", 30), _problems("role", 8, path="new.yaml")

    assert _shown([*old, *new], {"new.yaml"}) == [
        *(("a.yaml", "role", line) for line in range(1, 3)),
        *(("new.yaml", "role", line) for line in range(1, 9)),
    ]


def test_an_annotation_names_a_file_from_the_top_of_the_repository() -> None:
    code = Problem("../Makefile", 1, 1, "maintainers-only", "No.")

    assert [line.split(",")[0] for line in annotations([BAD, code], "mentoring/")] == [
        "::error file=mentoring/program/participants/ada.yaml",
        "::error file=Makefile",
    ]
