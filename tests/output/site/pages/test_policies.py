"""How rounds are matched, in words: what the matcher does and nothing beside it."""

import pytest

from mentorgen.model.policies import HardRules, MatchingPolicy, Weights
from mentorgen.model.words import Changes, Form, Objective
from mentorgen.output.site.pages.policies import policy_views
from mentorgen.output.site.views import PolicyView
from tests.builders import TODAY, a_cohort, a_mentor, some_settings
from tests.output.site.pages.conftest import a_frame

FEW = "As few weak pairs as possible."
TOTAL = "The highest total of points."
KEPT = "Few changes to what is suggested already."


def the_policy(**over: object) -> PolicyView:
    """The one policy of a program whose round follows it."""
    (view,) = policy_views(a_frame(settings=some_settings(matching=over)))
    return view


def more(view: PolicyView) -> dict[str, str]:
    return {one.label: one.text for one in view.more}


def test_every_weight_has_its_words_and_one_of_nought_is_left_out() -> None:
    every, few = the_policy(), the_policy(weights={"background": 0, "skills": 40})

    assert {one.criterion for one in every.weights} == {*Weights.model_fields}
    assert every.total == 100
    assert [(one.label, one.most) for one in few.weights][:2] == [("Skills", 40), ("Goals", 15)]
    assert ({one.criterion for one in few.weights}, few.total) == (
        {*Weights.model_fields} - {"background"},
        100,
    )


@pytest.mark.parametrize("rule", HardRules.model_fields)
def test_every_hard_rule_has_its_words_and_is_told_where_it_holds(rule: str) -> None:
    off = dict.fromkeys(HardRules.model_fields, False)
    on, none = (the_policy(hard={**off, rule: is_on}).apart for is_on in (True, False))

    assert len(on) == len(none) + 1
    assert {*none} < {*on}


@pytest.mark.parametrize(
    ("over", "order"),
    [
        ({}, [FEW, TOTAL, KEPT]),
        ({"objective": Objective.BEST_FIT}, [TOTAL, FEW, KEPT]),
        ({"changes": Changes.FIRST}, [KEPT, FEW, TOTAL]),
        ({"bands": ()}, [TOTAL, KEPT]),
    ],
)
def test_what_comes_first_is_what_the_matcher_puts_first(
    over: dict[str, object], order: list[str]
) -> None:
    told = the_policy(**over).order

    assert told[0] == "As many people as possible find somebody."
    assert list(told[3:-1]) == order
    assert told[-1] == "A fixed draw, which favours nobody."


def test_what_else_holds_is_told_with_the_programs_figures() -> None:
    usual = more(the_policy())
    strict = more(
        the_policy(
            minimum_hours=2,
            floor=50,
            bands=(45, 70),
            locked=({"mentor": "ana", "mentee": "ben"},),
        )
    )

    assert usual["Hours in common"].startswith("No number is asked for.")
    assert usual["Lowest score"].startswith("None.")
    assert usual["Weak pairs"] == "A pair is weak below 40 and 60 of 100."
    assert "Set beforehand" not in usual
    assert strict["Hours in common"].startswith("At least 2 hours a week")
    assert strict["Lowest score"] == "50 of 100: below it nobody is suggested."
    assert strict["Weak pairs"] == "A pair is weak below 45 and 70 of 100."
    assert "Ana" not in strict["Set beforehand"]
    assert "Weak pairs" not in more(the_policy(bands=()))


def test_rounds_with_a_policy_of_their_own_stand_below_the_usual_one() -> None:
    own = MatchingPolicy.model_validate({"floor": 65})
    frame = a_frame(
        participants=(a_mentor(),),
        cohorts=(
            a_cohort("over", ends=TODAY.replace(year=2025), starts=None, matching=own),
            a_cohort("usual", name="Usual", forms=(Form.PEER,)),
            a_cohort("strict", name="Strict", matching=own, forms=(Form.GROUP,)),
            a_cohort("too", name="Too", matching=own),
        ),
    )
    usual, strict = policy_views(frame)

    assert (usual.id, [one.text for one in usual.rounds]) == ("matching", ["Usual"])
    assert (strict.id, [one.text for one in strict.rounds]) == (
        "matching-strict",
        ["Strict", "Too"],
    )
    assert strict.rounds[0].target == "rounds/strict/"
    assert "Groups" not in more(usual)
    assert more(strict)["Groups"] == "They open with 3 mentees and take 8 at most."
