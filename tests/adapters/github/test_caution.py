"""How much may be written or closed at once without another word."""

import pytest

from mentorgen.adapters.github.caution import too_much
from mentorgen.adapters.github.journal import Journal
from mentorgen.adapters.github.plan import CloseIssue, OpenIssue, Plan

POST = OpenIssue(mark="m", title="t", body="b")


def _stops(posts: int, pairs: int, closings: int = 0) -> list[str]:
    changes = tuple(CloseIssue(number, "Thanks") for number in range(closings))
    plan = Plan((POST,) * posts, changes, Journal(), "")
    return [*too_much(plan, pairs, what="homes")]


@pytest.mark.parametrize(
    ("posts", "pairs", "stops"),
    [
        (3, 3, False),
        (4, 4, True),
        (4, 15, True),
        (4, 16, False),
        (50, 200, False),
        (51, 200, True),
    ],
)
def test_more_than_three_and_more_than_a_quarter_of_all_pairs_are_too_many(
    posts: int, pairs: int, *, stops: bool
) -> None:
    assert bool(_stops(posts, pairs)) is stops


def test_twenty_are_closed_without_a_word_and_one_more_is_not() -> None:
    assert _stops(0, 100, closings=20) == []
    assert _stops(0, 100, closings=21) == ["21 homes would be closed at once, more than 20."]
