"""The picture of a matching: every pair has its ribbon, side by side, and who waits has an end."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentorgen.output.site.loom import APART, ROW, STRAND, braided, loom, strands
from mentorgen.output.site.views import LoomView, RibbonView
from tests.output.site.some_views import a_loom, a_person

TITLE = "{mentor} with {mentee}: {score} of 100"


def ribbon(mentor: str, mentee: str, score: int = 80) -> RibbonView:
    return RibbonView(mentor=mentor, mentee=mentee, score=score)


def one_to_one(number: int) -> LoomView:
    return a_loom(*(ribbon(f"m{at:03}", f"t{at:03}") for at in range(number)))


def drawing(view: LoomView) -> str:
    return loom(view, label="The matching", title=TITLE).drawing


@pytest.mark.parametrize(("score", "count"), [(0, 3), (34, 3), (49, 5), (91, 9), (100, 10)])
def test_a_strand_is_ten_points(score: int, count: int) -> None:
    assert strands(score) == count


def test_one_pair_is_one_straight_ribbon_that_changes_colour_in_the_middle() -> None:
    drawn = loom(a_loom(ribbon("ana", "ben", 34)), label="The matching", title=TITLE)

    assert (drawn.height, [row.height for row in drawn.left]) == (ROW, [ROW])
    assert drawn.drawing == (
        '<svg viewBox="0 0 1000 56" preserveAspectRatio="none" style="height:56px" '
        'role="img" aria-label="The matching"><g class="ribbon">'
        "<title>Ana Example with Ben Example: 34 of 100</title>"
        '<path class="l-case" style="stroke-width:19.2px" d="M0 28C370 28 630 28 1000 28"/>'
        '<path class="l-a" d="'
        "M0 23.6C153.5 23.6 288.2 23.6 419.5 23.6"
        "M0 28C216.4 28 395.3 28 580.5 28"
        "M0 32.4C153.5 32.4 288.2 32.4 419.5 32.4"
        '"/><path class="l-b" d="'
        "M419.5 23.6C604.7 23.6 783.5 23.6 1000 23.6"
        "M580.5 28C711.8 28 846.5 28 1000 28"
        "M419.5 32.4C604.7 32.4 783.5 32.4 1000 32.4"
        '"/></g></svg>'
    )


def test_every_pair_has_one_ribbon_named_for_both() -> None:
    view = a_loom(ribbon("ana", "ben", 91), ribbon("ana", "chi", 62), ribbon("dan", "eva", 70))

    assert sorted(re.findall("<title>(.*?)</title>", drawing(view))) == [
        "Ana Example with Ben Example: 91 of 100",
        "Ana Example with Chi Example: 62 of 100",
        "Dan Example with Eva Example: 70 of 100",
    ]


def test_ribbons_of_one_person_lie_side_by_side_in_the_order_of_where_they_go() -> None:
    view = a_loom(ribbon("ana", "chi"), ribbon("ana", "ben"))

    starts = [float(y) for y in re.findall(r'l-case.*?d="M0 ([\d.]+)C', drawing(view))]
    ends = [float(y) for y in re.findall(r'l-case.*? 1000 ([\d.]+)"', drawing(view))]

    assert abs(starts[0] - starts[1]) == pytest.approx(strands(80) * STRAND + APART)
    assert (starts[0] < starts[1]) == (ends[0] < ends[1])


def test_a_person_with_many_ribbons_gets_room_for_them() -> None:
    view = a_loom(*(ribbon("ana", f"t{at}", 100) for at in range(8)))

    drawn = loom(view, label="", title=TITLE)

    assert drawn.left[0].height >= 8 * (10 * STRAND + APART)
    assert sum(row.height for row in drawn.right) == pytest.approx(drawn.height)


def test_who_has_no_ribbon_has_a_loose_end_and_stands_last() -> None:
    view = a_loom(
        ribbon("ana", "ben"),
        mentors=(a_person("ana"), a_person("mia")),
        mentees=(a_person("aya"), a_person("ben")),
    )

    assert [person.slug for person in braided(view)] == ["ben", "aya"]
    assert re.findall(r"l-loose--(\w)", drawing(view)) == ["a", "b"]


def test_both_ends_of_peers_are_of_one_colour() -> None:
    view = a_loom(ribbon("ana", "ben"), is_peers=True)

    assert 'class="l-b"' not in drawing(view)


def test_names_cannot_break_out_of_the_drawing() -> None:
    view = a_loom(
        ribbon("ana", "ben"),
        mentors=(a_person("ana", name="<script>alert(1)</script>"),),
    )

    assert "<script>" not in drawing(view)


@given(st.integers(0, 60))
def test_neighbours_cross_but_nobody_is_carried_far(number: int) -> None:
    view = one_to_one(number)

    places = [int(person.slug[1:]) for person in braided(view)]

    assert sorted(places) == list(range(number))
    assert all(abs(place - at) <= 2 for at, place in enumerate(places))


def test_a_loom_of_nobody_is_empty() -> None:
    assert loom(a_loom(), label="", title=TITLE).height == 0
