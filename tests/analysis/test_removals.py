"""When so much is taken away that somebody has to say that it is meant."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentorgen.analysis.removals import label_for, removal_problems
from mentorgen.model.ids import Kind


def _stopped(gone: int, records: int, *labels: str) -> bool:
    kinds = [Kind.MEETING] * gone
    return bool([*removal_problems(kinds, records, labels=labels, at="program/program.yaml")])


@pytest.mark.parametrize(
    ("gone", "records", "stops"),
    [
        (0, 0, False),
        (2, 2, False),
        (3, 3, True),
        (3, 29, True),
        (3, 30, False),
        (10, 100, False),
        (11, 100, True),
        (26, 100, True),
        (1_000, 10_000, False),
        (1_001, 10_000, True),
    ],
)
def test_more_than_a_tenth_and_at_least_three(gone: int, records: int, *, stops: bool) -> None:
    assert _stopped(gone, records) is stops


@given(gone=st.integers(0, 300), records=st.integers(0, 300), other=st.integers(0, 300))
def test_only_the_label_with_the_number_lets_them_go(gone: int, records: int, other: int) -> None:
    assert not _stopped(gone, records, "spring", label_for(gone).upper())
    if other != gone:
        assert _stopped(gone, records, label_for(other)) == _stopped(gone, records)


def test_what_goes_is_told_by_kind_most_first() -> None:
    gone = [Kind.GOAL, Kind.MEETING, Kind.MEETING, Kind.PAIR_LOG, Kind.PERSON_LOG, Kind.PERSON_LOG]

    (problem,) = removal_problems(gone, 1_200 // 100, labels=(), at="program/program.yaml")

    assert "takes 6 of 12 records away" in problem.message
    assert ": 2 meetings, 2 person's logs, 1 goal and 1 pair's log. Put back" in problem.message
