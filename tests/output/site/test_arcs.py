"""People from west to east: each two have one arc, the nearer the flatter."""

import re

import pytest

from mentorgen.output.site.arcs import DEPTH, LOWEST, MOST_ROOMY, ROW, Arcs, arcs, width
from mentorgen.output.site.views import LoomView, RibbonView, StandView
from tests.output.site.some_views import a_loom, a_person

TITLE = "{mentor} with {mentee}: {score} of 100"


def a_view(*pairs: tuple[str, str], stands: str = "abcd", strongest: str = "") -> LoomView:
    return a_loom(
        *(
            RibbonView(mentor=mentor, mentee=mentee, score=50, strongest=strongest)
            for mentor, mentee in pairs
        ),
        stands=tuple(
            StandView(person=a_person(slug), place="+1" if slug < "c" else "+2") for slug in stands
        ),
    )


def drawn(view: LoomView) -> Arcs:
    return arcs(view, label="The matching", title=TITLE, criteria=("skills", "language"))


def test_two_people_are_joined_where_they_stand_once_lying_and_once_upright() -> None:
    picture = drawn(a_view(("a", "b"), stands="ab"))

    assert 'd="M250 300C250 -88 750 -88 750 300"' in picture.lying
    assert 'd="M0 250C388 250 388 750 0 750"' in picture.standing
    assert f'style="height:{2 * ROW}px" role="img" aria-label="The matching"' in picture.standing
    assert f"height:{number(LOWEST + 2 * ROW / 3)}px" in picture.lying
    assert picture.lying.count("<title>A Example with B Example: 50 of 100</title>") == 1


def test_an_arc_is_the_same_whichever_of_the_two_stands_first() -> None:
    paths = [
        re.findall(r' d="([^"]+)"', drawn(a_view(pair)).standing)
        for pair in (("a", "c"), ("c", "a"))
    ]

    assert paths[0] == paths[1]


def test_whoever_stands_further_apart_has_the_deeper_arc_and_it_lies_beneath() -> None:
    picture = drawn(a_view(("a", "b"), ("a", "d"), ("b", "d")))

    depths = [float(x) for x in re.findall(r'l-case" .*? d="M0 [\d.]+C([\d.]+) ', picture.standing)]
    assert depths == sorted(depths, reverse=True)
    assert depths[0] * 3 / 4 < DEPTH


def test_people_of_one_distance_from_utc_stand_under_one_label() -> None:
    picture = drawn(a_view(("a", "b")))

    assert [(place.label, len(place.people)) for place in picture.places] == [("+1", 2), ("+2", 2)]


@pytest.mark.parametrize(
    ("strongest", "dye"), [("skills", "woad"), ("language", "madder"), ("", "edge")]
)
def test_the_colour_is_that_of_the_strongest_reason(strongest: str, dye: str) -> None:
    assert f"stroke:var(--{dye})" in drawn(a_view(("a", "b"), strongest=strongest)).standing


@pytest.mark.parametrize(("score", "pixels"), [(0, 2), (50, 5.5), (100, 9)])
def test_the_better_the_fit_the_wider_the_arc(score: int, pixels: float) -> None:
    assert width(score) == pixels


def test_very_many_stand_close() -> None:
    slugs = [f"p{number:02}" for number in range(MOST_ROOMY + 1)]
    view = a_loom(
        RibbonView(mentor="p00", mentee="p01", score=50),
        stands=tuple(StandView(person=a_person(slug), place="") for slug in slugs),
    )

    assert drawn(view).is_close
    assert not drawn(a_view(("a", "b"))).is_close


def number(value: float) -> str:
    return f"{value:.1f}".removesuffix(".0")
