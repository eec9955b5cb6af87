"""Words about matchings: who, which rank, what another choice costs."""

from datetime import date, time

import pytest

from mentorgen.analysis.matching.values import FlashTime, Loss, Suggestion
from mentorgen.model.words import Form
from mentorgen.output.matching.words import (
    loss_text,
    made_text,
    name_of,
    people_text,
    rank_text,
)
from tests.output.matching.some_proposals import (
    a_flash,
    a_group,
    a_match,
    one_to_one,
    peers,
    people,
)

NOON = FlashTime(on=date(2026, 4, 3), at=time(12), minutes=30)


@pytest.mark.parametrize(
    ("suggestion", "text"),
    [
        (one_to_one(), "Ana with Cy"),
        (
            a_group(a_match(), a_match(mentee="di"), a_match(mentee="eva")),
            "Ana with Cy, Di and Eva (group)",
        ),
        (peers(a_match("cy", "di")), "Cy and Di (peers)"),
        (a_flash(a_match(), NOON), "Ana with Cy (flash, 3 April 2026 at 12:00 UTC, 30 minutes)"),
        (one_to_one(form=Form.REVERSE), "Ana with Cy (reverse)"),
    ],
)
def test_everybody_is_named_with_the_form_where_it_is_not_the_usual_one(
    suggestion: Suggestion, text: str
) -> None:
    assert people_text(people(), suggestion) == text


def test_nobody_has_a_name_too() -> None:
    assert name_of(people(), None) == "nobody"


def test_groups_are_counted_by_themselves() -> None:
    group = a_group(a_match(), a_match(mentee="di"))

    assert made_text([one_to_one()]) == "1 pair"
    assert (
        made_text([one_to_one(), one_to_one(), group], more="more ")
        == "2 more pairs and 1 more group"
    )


@pytest.mark.parametrize(
    ("rank", "text"),
    [
        (1, "best"),
        (2, "second best"),
        (3, "third best"),
        (4, "4th best"),
        (11, "11th best"),
        (21, "21st best"),
        (22, "22nd best"),
        (103, "103rd best"),
        (112, "112th best"),
    ],
)
def test_a_rank_is_said_as_people_say_it(rank: int, text: str) -> None:
    assert rank_text(rank) == text


@pytest.mark.parametrize(
    ("loss", "text"),
    [
        (Loss(), "nothing: it is just as good"),
        (Loss(points=4), "4 points less, nobody loses a place"),
        (Loss(points=-1), "1 point more, nobody loses a place"),
        (Loss(people=1), "1 person less with a place"),
        (Loss(people=-2, points=3), "2 people more with a place, 3 points less"),
        (Loss(waited=1), "people who have waited before wait again, nobody loses a place"),
        (
            Loss(waited=-1, people=1),
            "1 person less with a place, people who have waited before wait no longer",
        ),
        (Loss(further=2), "2 second mentors less, nobody loses a place"),
        (Loss(weak=(0, 1)), "1 more weak pair, nobody loses a place"),
        (Loss(weak=(-1, -1)), "2 fewer weak pairs, nobody loses a place"),
        (Loss(weak=(1, -1)), "the weak pairs are weaker, nobody loses a place"),
        (Loss(weak=(-1, 1)), "the weak pairs are stronger, nobody loses a place"),
        (Loss(kept=1), "1 pair less that stood before, nobody loses a place"),
    ],
)
def test_a_loss_is_told_in_words_what_matters_most_first(loss: Loss, text: str) -> None:
    assert loss_text(loss) == text
