"""Figures hide small groups, also from who subtracts."""

import pytest

from mentorgen.analysis.figures import Figure, beside_a_total, figure, share
from mentorgen.model.ids import Slug

HIDDEN = Figure(None, "Shown from 5 people up.")
TOLD_APART = Figure(None, "A small group could be told from it and the total.")


def _people(first: int, last: int) -> list[Slug]:
    return [Slug(f"p{number}") for number in range(first, last)]


@pytest.mark.parametrize(
    ("people", "found"), [(0, Figure(7)), (1, HIDDEN), (4, HIDDEN), (5, Figure(7)), (6, Figure(7))]
)
def test_a_figure_is_shown_over_nobody_and_over_five(people: int, found: Figure) -> None:
    assert figure(7, over=_people(0, people)) == found
    assert figure(7, over=_people(0, people)).people == {*_people(0, people)}


def test_somebody_who_is_named_twice_is_one_person() -> None:
    assert figure(7, over=_people(0, 4) * 2) == HIDDEN


def test_a_share_is_rounded_and_hidden_like_any_figure() -> None:
    assert share(1, 8, over=_people(0, 5)) == Figure(13)
    assert share(1, 8, over=_people(0, 4)) == HIDDEN
    assert share(0, 0, over=_people(0, 5)) == Figure(None, "There is nothing to count yet.")


def test_a_hidden_part_takes_the_smallest_other_part_with_it() -> None:
    parts = {
        "small": figure(2, over=_people(0, 4)),
        "large": figure(9, over=_people(10, 30)),
        "middle": figure(5, over=_people(30, 36)),
        "empty": figure(0, over=[]),
    }

    assert beside_a_total(parts) == {**parts, "middle": TOLD_APART}


@pytest.mark.parametrize("second", [_people(4, 8), _people(1, 5)], ids=["others", "one more"])
def test_hidden_parts_that_are_many_together_hide_nothing_else(second: list[Slug]) -> None:
    parts = {
        "one": figure(2, over=_people(0, 4)),
        "two": figure(2, over=second),
        "large": figure(9, over=_people(10, 30)),
    }

    assert beside_a_total(parts) == parts


def test_hidden_parts_of_the_same_few_people_are_few() -> None:
    parts = {
        "one": figure(2, over=_people(0, 4)),
        "two": figure(3, over=_people(0, 4)),
        "large": figure(9, over=_people(10, 30)),
    }

    assert beside_a_total(parts)["large"] == TOLD_APART


@pytest.mark.parametrize("people", [0, 4, 5])
def test_a_part_alone_is_as_it_is(people: int) -> None:
    parts = {"only": figure(3, over=_people(0, people))}

    assert beside_a_total(parts) == parts
