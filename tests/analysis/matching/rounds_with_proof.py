"""Rounds as boards with their certificates, for the tests of the check."""

from functools import cache

from mentorgen.analysis.assignment.solver import solve
from mentorgen.analysis.assignment.stages import stages_of
from mentorgen.analysis.matching.board import Board, board_of
from mentorgen.analysis.matching.certificates import Certificate, certificate_of
from mentorgen.analysis.matching.rounds import round_of
from mentorgen.model.facts import FactKind
from mentorgen.model.ids import CohortId, Slug
from mentorgen.model.policies import MatchingPolicy
from mentorgen.model.program import Program
from tests.builders import (
    COHORT,
    TODAY,
    a_cohort,
    a_fact,
    a_mentor,
    a_participant,
    a_program,
    a_skill,
    some_settings,
    some_skills,
)

LOCK = (Slug("mona"), Slug("mike"))


def some_program(*, policy: MatchingPolicy | None = None) -> Program:
    """Three mentors with five places and six mentees, two of whom want two mentors; one veto."""
    return a_program(
        settings=some_settings(matching=policy or MatchingPolicy()),
        skills=[a_skill("css"), a_skill("python"), a_skill("testing")],
        cohorts=[a_cohort()],
        participants=[
            a_mentor("ana", offers=some_skills("python", "testing"), capacity=2, languages=("en",)),
            a_mentor("bea", offers=some_skills("css"), capacity=2, languages=("en", "es")),
            a_mentor("mona", offers=some_skills("python"), languages=("es",), capacity=2),
            a_participant("ken", wants=some_skills("python"), mentors_wanted=2),
            a_participant("lea", wants=some_skills("css"), languages=("en",)),
            a_participant("mike", wants=some_skills("testing")),
            a_participant("nora", wants=some_skills("testing", "css"), mentors_wanted=2),
            a_participant("otto", wants=some_skills("python"), languages=("es",)),
            a_participant("pia", wants=some_skills("css", "python")),
        ],
        person_facts={"ken": [a_fact(FactKind.VETOED, who="bea")]},
    )


def board_for(program: Program, *, locked: tuple[tuple[Slug, Slug], ...] = ()) -> Board:
    """The board of the program's only round on the usual day."""
    return board_of(round_of(program, CohortId(COHORT), today=TODAY), locked=locked)


def certified(board: Board) -> Certificate:
    """Solve a board and certify what comes out."""
    policy = board.matching.policy
    return certificate_of(
        board, solve(board.seats, stages_of(policy.objective, bands=policy.bands))
    )


@cache
def a_board() -> Board:
    """A board with a locked pair, made once."""
    return board_for(some_program(), locked=(LOCK,))


@cache
def a_certificate() -> Certificate:
    """The certificate of that board."""
    return certified(a_board())
