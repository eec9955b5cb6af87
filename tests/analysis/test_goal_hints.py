"""Hints for goals: each asks for one thing, none judges, and a goal that says all has none."""

from datetime import date
from typing import Any

import pytest

from mentorgen.analysis.goal_hints import Asks, goal_hints
from tests.builders import STARTS, a_goal

WHOLE: dict[str, Any] = {
    "title": "A first patch in the parser, merged",
    "why": "Ben wants to mend what he uses.",
    "measure": "It is merged.",
    "due": date(2026, 6, 1),
    "milestones": ({"name": "Read one", "reached": STARTS},),
    "evidence": ("https://example.org/pull/7",),
}


def test_a_goal_that_says_all_has_no_hint() -> None:
    assert goal_hints(a_goal(**WHOLE)) == {}


@pytest.mark.parametrize(
    ("without", "asks"),
    [
        ({"why": None}, [Asks.WHY]),
        ({"measure": None}, [Asks.MEASURE]),
        ({"measure": None, "title": "Tests"}, [Asks.CONCRETE, Asks.MEASURE]),
        ({"title": "Tests"}, []),
        ({"measure": None, "title": "Get better at writing tests"}, [Asks.CONCRETE, Asks.MEASURE]),
        ({"measure": None, "title": "翻訳の最初のページ"}, [Asks.MEASURE]),
        ({"due": None}, [Asks.DUE]),
        ({"due": None, "milestones": ({"name": "Read", "due": STARTS},)}, []),
        ({"milestones": ()}, [Asks.STEPS]),
        ({"evidence": ()}, [Asks.EVIDENCE]),
        ({"evidence": (), "milestones": ({"name": "Read"},)}, []),
    ],
)
def test_a_hint_asks_for_what_is_missing(without: dict[str, Any], asks: list[Asks]) -> None:
    assert [*goal_hints(a_goal(**{**WHOLE, **without}))] == asks


def test_no_hint_scolds() -> None:
    said = " ".join(goal_hints(a_goal(title="Tests")).values()).lower()

    assert not [word for word in ("must", "wrong", "should", "vague", "missing") if word in said]
    assert said.count("?") == len(goal_hints(a_goal(title="Tests"))) == 5
