"""Every pair that the rules of a round allow, judged; most of them are never suggested."""

from collections.abc import Iterator
from datetime import date

import numpy as np

from mentorgen.analysis.assignment.seats import RULED_OUT
from mentorgen.analysis.matching.board import board_of
from mentorgen.analysis.matching.criteria import fit
from mentorgen.analysis.matching.fits import Fit
from mentorgen.analysis.matching.rounds import round_of
from mentorgen.analysis.matching.terms import AS_IT_IS, Terms
from mentorgen.model.ids import CohortId, Slug
from mentorgen.model.program import Program


def possible_fits(
    program: Program, cohort_id: CohortId, *, today: date, terms: Terms = AS_IT_IS
) -> Iterator[tuple[Slug, Slug, Fit]]:
    """Yield each mentor and mentee who could be matched and how well they fit, by mentee and mentor."""
    board = board_of(round_of(program, cohort_id, today=today, terms=terms))
    for row, column in np.argwhere(board.points > RULED_OUT).tolist():
        mentor, mentee = board.mentors[column], board.mentees[row]
        yield mentor.slug, mentee.slug, fit(board.matching, mentor, mentee)
