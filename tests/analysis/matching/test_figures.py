"""A run in figures: what was reached, against what could be reached at all."""

from dataclasses import replace

import numpy as np
from hypothesis import given, settings
from scipy.sparse import csr_array
from scipy.sparse.csgraph import maximum_flow

from mentorgen.analysis.assignment.seats import RULED_OUT
from mentorgen.analysis.assignment.solver import solve
from mentorgen.analysis.matching.board import Board
from mentorgen.analysis.matching.figures import figures
from mentorgen.analysis.matching.preferences import blocking_couples, wishes_granted
from mentorgen.analysis.matching.proposals import Run, propose, run_of, stages_for
from mentorgen.analysis.matching.suggestions import suggestions_of
from mentorgen.analysis.matching.taking_part import mentors_sought, open_places
from mentorgen.analysis.matching.terms import AS_IT_IS, Terms
from mentorgen.analysis.matching.values import Figures
from mentorgen.model.cohorts import Application
from mentorgen.model.ids import Slug
from mentorgen.model.people import Background
from mentorgen.model.policies import MatchingPolicy
from mentorgen.model.program import Program
from mentorgen.model.words import Form, Objective, Wish
from tests.analysis.matching.proposals_made import ROUND, a_board, chosen
from tests.analysis.matching.small_programs import programs
from tests.builders import (
    TODAY,
    a_cohort,
    a_mentor,
    a_pair,
    a_participant,
    a_program,
    an_application,
    some_settings,
)


def figures_of(program: Program, terms: Terms = AS_IT_IS) -> Figures:
    found = propose(program, ROUND, today=TODAY, terms=terms).figures
    assert found is not None
    return found


def two_by_two(points: list[list[int]], **policy: object) -> Figures:
    """Figures of a round of two mentors and two mentees with these points."""
    board = a_board(
        a_program(
            participants=[a_mentor("m1"), a_mentor("m2"), a_participant("a"), a_participant("b")],
            settings=some_settings(matching=MatchingPolicy.model_validate(policy)),
        )
    )
    board = replace(board, points=np.array(points, dtype=np.int16))
    solution = solve(board.seats, stages_for(board.matching))
    return figures(board, solution, tuple(suggestions_of(board, solution)), ())


def test_a_round_of_two_is_told_in_full() -> None:
    found = figures_of(a_program())

    assert (found.seeking, found.reachable, found.matched) == (1, 1, 1)
    assert found.bands[0] == (0, 39, 0)
    assert [low for low, *_ in found.bands] == [0, 40, 60]
    assert found.bands[-1][1] == 100
    assert sum(pairs for *_, pairs in found.bands) == 1
    assert found.load == ((1, 1),)
    assert (found.fairness, found.blocking, found.wishes, found.parity) == (0, 0, (), ())


def test_an_empty_round_has_figures_too() -> None:
    found = figures_of(a_program(participants=[a_mentor()]))

    assert (found.seeking, found.reachable, found.matched, found.weakest) == (0, 0, 0, None)
    assert found.load == ((0, 1),)


def test_the_price_of_fairness_is_what_avoiding_weak_pairs_costs() -> None:
    points = [[90, 45], [45, 30]]

    assert two_by_two(points).fairness == 30
    assert two_by_two(points, bands=()).fairness == 0
    assert two_by_two(points, bands=()).bands == ()
    assert two_by_two(points, objective=Objective.BEST_FIT).fairness == 0
    assert two_by_two([[90, 70], [70, 61]]).fairness == 0


def test_who_is_locked_together_or_short_of_a_circle_could_have_been_reached() -> None:
    locked = Terms(forced=((Slug("m1"), Slug("a")),))
    people = [
        a_mentor("m1"),
        a_mentor("m2", languages=("es",)),
        a_participant("a", languages=("es",)),
        a_participant("b", languages=("en",)),
    ]
    circle = a_program(
        participants=[a_mentor(capacity=5), a_participant("b"), a_participant("c")],
        cohorts=[a_cohort(forms=(Form.GROUP,))],
    )

    assert (figures_of(a_program(participants=people)).matched) == 2
    short = figures_of(a_program(participants=people), locked)
    assert (short.seeking, short.reachable, short.matched) == (2, 2, 1)
    few = figures_of(circle)
    assert (few.seeking, few.reachable, few.matched) == (2, 2, 0)


def test_peers_count_as_seekers_and_as_found() -> None:
    program = a_program(
        participants=[a_participant("a"), a_participant("b"), a_participant("c")],
        cohorts=[a_cohort(forms=(Form.PEER,))],
    )

    found = figures_of(program)

    assert (found.seeking, found.reachable, found.matched) == (3, 2, 2)


def test_standing_pairs_are_counted_with_those_that_stay() -> None:
    pair = a_pair(starts=TODAY)
    again = Terms(rematch=True)

    assert (figures_of(a_program(pairs=[pair]), again).kept) == 1
    assert (figures_of(a_program(pairs=[pair]), again).stood) == 1
    apart = Terms(rematch=True, forbidden=((Slug("ana"), Slug("ben")),))
    assert (figures_of(a_program(pairs=[pair]), apart).kept) == 0


def test_groups_of_five_are_compared() -> None:
    said = (Background(dimension="region", value="north", wish=Wish.SAME),)
    people = [a_participant(f"p{at}", background=said) for at in range(5)]

    (group,) = figures_of(a_program(participants=[a_mentor(capacity=2), *people])).parity

    assert (group.people, group.matched) == (5, 2)


def a_ranked_board(*requests: Application, capacity: int = 1) -> Board:
    people = [
        *(a_mentor(slug, capacity=capacity) for slug in ("m1", "m2")),
        *(a_participant(slug) for slug in ("a", "b")),
    ]
    named = {one.slug for one in requests}
    rest = [an_application(one.slug) for one in people if one.slug not in named]
    return a_board(a_program(participants=people, applications=[*requests, *rest]))


def blocking(board: Board, *pairs: tuple[str, str]) -> set[tuple[str, str]]:
    return {
        (board.mentors[column].slug, board.mentees[row].slug)
        for row, column in blocking_couples(board, chosen(board, *pairs))
    }


def test_two_who_would_both_rather_have_each_other_are_blocking() -> None:
    board = a_ranked_board(
        an_application("a", wishes=("m1", "m2")), an_application("m1", wishes=("a",))
    )

    assert blocking(board, ("m2", "a"), ("m1", "b")) == {("m1", "a")}
    assert blocking(board, ("m1", "a"), ("m2", "b")) == set()


def test_only_what_was_said_makes_a_couple_blocking() -> None:
    one_sided = a_ranked_board(an_application("a", wishes=("m1",)))
    ranked = a_ranked_board(
        an_application("a", wishes=("m2", "m1")), an_application("m1", wishes=("a",))
    )

    assert blocking(one_sided, ("m2", "a"), ("m1", "b")) == set()
    assert blocking(ranked, ("m2", "a"), ("m1", "b")) == set()
    assert blocking(ranked, ("m1", "b")) == {("m1", "a"), ("m2", "a")}


def test_room_makes_anybody_welcome_who_asked() -> None:
    board = a_ranked_board(an_application("a", wishes=("m1",)), capacity=2)

    assert blocking(board, ("m2", "a"), ("m1", "b")) == {("m1", "a")}


def test_a_couple_that_a_rule_keeps_apart_does_not_block() -> None:
    board = a_ranked_board(an_application("a", wishes=("m1",)), an_application("m1", wishes=("a",)))
    apart = board.points.copy()
    apart[:] = RULED_OUT

    assert blocking(replace(board, points=apart), ("m2", "a")) == set()


def test_granted_wishes_are_counted_by_rank_for_both_sides() -> None:
    board = a_ranked_board(
        an_application("a", wishes=("m2", "m1")),
        an_application("b", wishes=("m2",)),
        an_application("m1", wishes=("a",)),
    )
    solution = chosen(board, ("m1", "a"), ("m2", "b"))
    stages = solve(board.seats, stages_for(board.matching)).stages
    matches = [
        match
        for one in suggestions_of(board, replace(solution, stages=stages), explained=False)
        for match in one.matches
    ]

    assert wishes_granted(board.matching, matches) == (2, 1)
    assert wishes_granted(board.matching, matches[:1]) == (1, 1)
    assert wishes_granted(board.matching, []) == ()


@settings(max_examples=25)
@given(program=programs())
def test_as_many_are_reachable_as_the_largest_flow_says(program: Program) -> None:
    run = run_of(program, ROUND, today=TODAY)
    found = figures(run.board, run.solution, run.with_mentors, ())

    assert found.reachable == largest_flow(run)
    assert found.matched == found.reachable
    assert found.seeking == len(run.board.mentees)
    assert found.fairness >= 0
    assert sum(mentors for _, mentors in found.load) == len(run.board.mentors)
    assert sum(load * mentors for load, mentors in found.load) == run.solution.rows.size


def largest_flow(run: Run) -> int:
    board = run.board
    mentees, mentors = len(board.mentees), len(board.mentors)
    network = np.zeros((mentees + mentors + 2,) * 2, dtype=np.int32)
    network[-2, :mentees] = [mentors_sought(board.matching, one) > 0 for one in board.mentees]
    network[:mentees, mentees:-2] = board.points > RULED_OUT
    network[mentees:-2, -1] = [open_places(board.matching, one) for one in board.mentors]
    size = len(network)
    return int(maximum_flow(csr_array(network), size - 2, size - 1).flow_value)
