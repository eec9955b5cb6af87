"""The table of all possible pairs: one row each, and nothing in it is a formula."""

import csv

import pytest

from mentorgen.analysis.matching.fits import Criterion
from mentorgen.model.ids import Slug
from mentorgen.output.matching.scores import plain_cell, scores_text
from tests.builders import a_mentor, a_participant, a_program
from tests.output.matching.some_proposals import a_fit, a_reason


def test_a_row_has_both_people_and_the_points_of_each_criterion() -> None:
    program = a_program(
        participants=(a_mentor(name='=HYPERLINK("x")'), a_participant(name="Ben, B"))
    )
    fits = [(Slug("ana"), Slug("ben"), a_fit(a_reason(points=7), a_reason(Criterion.LANGUAGES, 5)))]

    (row,) = csv.DictReader(scores_text(program, fits).splitlines())

    assert (row["mentor"], row["mentor_name"]) == ("ana", '\'=HYPERLINK("x")')
    assert (row["mentee"], row["mentee_name"]) == ("ben", "Ben, B")
    assert (row["points"], row["most"], row["skills"], row["languages"]) == ("12", "100", "7", "5")
    assert row["hours"] == ""


@pytest.mark.parametrize("text", ["=1", "+1", "-1", "@a", "\t=1", "  =1"])
def test_what_begins_like_a_formula_is_made_a_text(text: str) -> None:
    assert plain_cell(text) == f"'{text}"


@pytest.mark.parametrize("text", ["Ana", "1-2", "a=b"])
def test_other_words_stay_as_they_are(text: str) -> None:
    assert plain_cell(text) == text
