"""Proposals and runs written down by hand, for tests of what is said about them."""

from collections.abc import Iterable

import numpy as np

from mentorgen.analysis.assignment.solution import Solution
from mentorgen.analysis.matching.board import Board, board_of
from mentorgen.analysis.matching.fits import Criterion, Fit, Reason
from mentorgen.analysis.matching.rounds import round_of
from mentorgen.analysis.matching.terms import AS_IT_IS, Terms
from mentorgen.analysis.matching.values import Match, Proposal, Suggestion, Waiting
from mentorgen.model.ids import CohortId, PairId, Slug
from mentorgen.model.policies import MatchingPolicy
from mentorgen.model.program import Program
from mentorgen.model.words import Form
from tests.builders import COHORT, TODAY

ROUND = CohortId(COHORT)


def a_match(mentor: str, mentee: str, points: int = 70) -> Match:
    """Two people with so many points out of 100."""
    reason = Reason(Criterion.SKILLS, points, 100, "They fit", known=True, public=True)
    return Match(
        mentor=Slug(mentor),
        mentee=Slug(mentee),
        fit=Fit((reason,)),
        rank_for_mentor=1,
        rank_for_mentee=1,
    )


def suggested(
    mentor: str, mentee: str, points: int = 70, *, standing: str | None = None
) -> Suggestion:
    """A pair of a mentor and a mentee."""
    return Suggestion(
        form=Form.ONE_TO_ONE,
        mentors=(Slug(mentor),),
        mentees=(Slug(mentee),),
        matches=(a_match(mentor, mentee, points),),
        standing=None if standing is None else PairId(standing),
    )


def suggested_peers(one: str, other: str, points: int = 70) -> Suggestion:
    """Two peers."""
    return Suggestion(
        form=Form.PEER,
        members=(Slug(one), Slug(other)),
        matches=(a_match(one, other, points),),
    )


def a_proposal(*suggestions: Suggestion, waiting: Iterable[Waiting] = ()) -> Proposal:
    """A proposal under the usual policy."""
    return Proposal(
        cohort=ROUND,
        policy=MatchingPolicy(),
        suggestions=suggestions,
        waiting=tuple(waiting),
        total=sum(one.points for one in suggestions),
    )


def a_board(program: Program, terms: Terms = AS_IT_IS) -> Board:
    """The board of the default round."""
    matching = round_of(program, ROUND, today=TODAY, terms=terms)
    return board_of(matching, locked=terms.forced, forbidden=terms.forbidden)


def chosen(board: Board, *pairs: tuple[str, str]) -> Solution:
    """Pairs of a mentor and a mentee as if a solver had chosen them; without prices."""
    couples = sorted((board.row_of[Slug(b)], board.column_of[Slug(a)]) for a, b in pairs)
    rows, columns = np.array(couples, dtype=np.int64).reshape(-1, 2).T
    nothing = np.zeros((0, 0), dtype=np.int64)
    return Solution(
        rows=rows,
        columns=columns,
        stages=(),
        values=(),
        mentee_prices=nothing,
        mentor_prices=nothing,
        unique=True,
    )
