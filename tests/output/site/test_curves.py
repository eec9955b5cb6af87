"""Curves cut in two stay on their course."""

import pytest

from mentorgen.output.site.curves import cut, flowing, number, path_data


def test_a_curve_leaves_and_arrives_level() -> None:
    assert path_data(flowing((0, 10), (1000, 50))) == "M0 10C370 10 630 50 1000 50"


def test_a_curve_cut_in_the_middle_meets_there() -> None:
    first, second = cut(flowing((0, 0), (100, 40)), 0.5)

    assert [first[0], first[-1], second[0], second[-1]] == [(0, 0), (50, 20), (50, 20), (100, 40)]


@pytest.mark.parametrize(
    ("value", "printed"), [(1.0, "1"), (1.25, "1.2"), (-0.01, "0"), (1234567.0, "1234567")]
)
def test_coordinates_are_short(value: float, printed: str) -> None:
    assert number(value) == printed
