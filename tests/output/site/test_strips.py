"""Strips count threads: dyed for what there is, pale for the rest."""

import re

import pytest

from mentorgen.output.site.strips import glyph_worth, strip


def threads(svg: str) -> tuple[int, int]:
    """Count the dyed and the pale threads."""
    dyed = re.search(r'class="st st-plum" d="([^"]*)"', svg)
    pale = re.search(r'class="st" d="([^"]*)"', svg)
    assert dyed
    assert pale
    return dyed[1].count("M"), pale[1].count("M")


@pytest.mark.parametrize(
    ("percent", "expected"), [(None, (0, 50)), (0, (0, 50)), (50, (25, 25)), (120, (50, 0))]
)
def test_a_thread_is_two_in_a_hundred(percent: int | None, expected: tuple[int, int]) -> None:
    assert threads(strip(percent, "plum", label="So many")) == expected


def test_where_there_is_room_a_thread_is_one_in_a_hundred() -> None:
    assert threads(strip(77, "plum", label="77 %", ends=100)) == (77, 23)


def test_a_strip_says_its_figure_and_can_be_looked_across() -> None:
    svg = strip(100, "plum", label="All", mark=82, ends=2)

    assert svg == (
        '<svg class="strip" style="--ends:2" width="100%" viewBox="0 0 100 20" '
        'preserveAspectRatio="none" role="img" aria-label="All"><path class="st" d=""/>'
        '<path class="st st-plum" d="M25 0v20M75 0v20"/>'
        '<path class="st-case" d="M82 -4v28"/><path class="st-mark" d="M82 -4v28"/></svg>'
    )


@pytest.mark.parametrize(("counts", "worth"), [([], 1), ([56], 1), ([50, 7], 2), ([2000], 36)])
def test_a_shape_stands_for_more_pairs_where_there_are_many(counts: list[int], worth: int) -> None:
    assert glyph_worth(counts) == worth
