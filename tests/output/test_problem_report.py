"""Problems as lines, as values and as annotations that cannot be misused."""

import pytest

from mentorgen.model.problems import Problem, Severity
from mentorgen.output.problem_report import annotations, problem_data, problem_lines, summary

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
def test_a_summary_counts_in_words(counts: tuple[int, int, int], sentence: str) -> None:
    assert summary(*counts) == sentence
