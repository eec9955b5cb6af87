"""The watch itself: each way in which a case can go wrong is seen and named, and the next one runs."""

from collections.abc import Callable, Iterator

import pytest

from tests.hostile import planted
from tests.hostile.cases import Case, End, Outcome
from tests.hostile.watched import Watched

FINE = Case(planted.answer, "b.yaml", b"2")


@pytest.fixture
def watched() -> Iterator[Watched]:
    """Give a process with less time than usual, for here it is used up."""
    with Watched(seconds=0.25) as process:
        yield process


def _outcomes(watched: Watched, *cases: Case) -> list[Outcome]:
    return [outcome for _, outcome in watched.outcomes(cases)]


def test_answers_come_in_the_order_of_the_cases_from_one_process(watched: Watched) -> None:
    cases = [Case(planted.answer, "a.yaml", str(number).encode()) for number in range(3)]

    assert [outcome.answer for outcome in _outcomes(watched, *cases)] == [
        "a.yaml: 0",
        "a.yaml: 1",
        "a.yaml: 2",
    ]
    assert watched.starts == 1


@pytest.mark.parametrize(
    ("target", "end", "said"),
    [
        (planted.segfault, End.DIED, "SIGSEGV"),
        (planted.gone, End.DIED, "exit code 3"),
        (planted.endless, End.SLOW, "more than 0.25 s"),
        (planted.endless_in_c, End.SLOW, "more than 0.25 s"),
        (planted.asleep, End.SLOW, "more than 0.25 s"),
    ],
)
def test_a_case_that_kills_its_process_is_named_and_the_next_one_runs_in_a_new_one(
    target: Callable[[str, bytes], object], end: End, said: str, watched: Watched
) -> None:
    killing, after = _outcomes(watched, Case(target, "a.yaml", b"1"), FINE)

    assert (killing.end, killing.answer) == (end, said)
    assert (after.end, after.answer) == (End.ANSWERED, "b.yaml: 2")
    assert watched.starts == 2


def test_a_case_that_takes_too_much_memory_is_named_and_leaves_none_behind() -> None:
    hog = Case(planted.hog, "a.yaml", b"1")
    with Watched() as watched:
        first, second, after = _outcomes(watched, hog, hog, FINE)

    assert (first.end, first.answer) == (End.BIG, "more than 536,870,912 bytes")
    assert second == first
    assert after.end is End.ANSWERED
    assert watched.starts == 3


def test_an_uncaught_error_is_told_with_its_traceback(watched: Watched) -> None:
    failing, after = _outcomes(watched, Case(planted.uncaught, "a.yaml", b"\xff"), FINE)

    assert failing.end is End.FAILED
    assert "in uncaught" in str(failing.answer)
    assert "UnicodeDecodeError: 'ascii' codec" in str(failing.answer)
    assert after.end is End.ANSWERED
    assert watched.starts == 1


def test_a_case_cannot_end_the_process_in_peace(watched: Watched) -> None:
    (outcome,) = _outcomes(watched, Case(planted.leaving, "a.yaml", b""))

    assert outcome.end is End.FAILED


def test_what_a_case_prints_is_no_answer(watched: Watched) -> None:
    (outcome,) = _outcomes(watched, Case(planted.talking, "a.yaml", b""))

    assert (outcome.end, outcome.answer) == (End.ANSWERED, "said")


def test_a_complaint_holds_the_bytes_and_where_they_come_from(watched: Watched) -> None:
    bad = Case(planted.gone, "a.yaml", b"\xff\x00", origin="mutant 7")

    assert watched.complaints([FINE, bad]) == [
        "gone of a.yaml (mutant 7) killed the process: exit code 3\n" + r"b'\xff\x00'"
    ]


def test_the_slowest_case_is_remembered() -> None:
    with Watched() as watched:
        watched.complaints([FINE, Case(planted.endless, "slow.yaml", b"1", origin="planted")])

    assert watched.slowest == (2.0, "slow.yaml (planted)")
