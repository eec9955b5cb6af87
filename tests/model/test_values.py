from datetime import date

import pytest

from mentorgen.model.privacy import Level
from mentorgen.model.problems import Problem, Severity
from mentorgen.model.words import Form, Role
from tests.builders import a_pair


@pytest.mark.parametrize(
    ("role", "mentors", "learns"),
    [(Role.MENTOR, True, False), (Role.MENTEE, False, True), (Role.BOTH, True, True)],
)
def test_a_role_says_what_a_person_can_be(role: Role, *, mentors: bool, learns: bool) -> None:
    assert (role.mentors, role.learns) == (mentors, learns)


@pytest.mark.parametrize("reader", Level)
@pytest.mark.parametrize("level", Level)
def test_a_reader_may_see_their_own_level_and_all_below(reader: Level, level: Level) -> None:
    order = ["public", "members", "pair", "coordinators"]

    assert reader.allows(level) is (order.index(level) <= order.index(reader))


def test_everyone_of_a_pair_is_its_mentors_its_mentees_and_its_members() -> None:
    group = a_pair(form=Form.GROUP, mentors=("ana",), mentees=("ben", "cleo"))
    peers = a_pair(form=Form.PEER, mentors=(), mentees=(), members=("ana", "ben"))

    assert group.everyone == ("ana", "ben", "cleo")
    assert peers.everyone == ("ana", "ben")


def test_a_pairs_dates_are_dates() -> None:
    assert a_pair().starts == date(2026, 3, 2)


def test_a_problem_reads_as_those_of_compilers_do() -> None:
    problem = Problem("program/program.yaml", 2, 9, "role", "role must be 'mentor'.")

    assert str(problem) == "program/program.yaml:2:9: role must be 'mentor'. [role]"
    assert problem.severity is Severity.ERROR


def test_problems_sort_by_their_place() -> None:
    places = [("b", 1, 1), ("a", 10, 1), ("a", 9, 2), ("a", 9, 1)]
    problems = [Problem(path, line, column, "r", "m") for path, line, column in places]

    assert [(p.path, p.line, p.column) for p in sorted(problems)] == sorted(places)
