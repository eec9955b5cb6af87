"""Patterns that would hold as cloth, from any slug."""

from itertools import islice

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentorgen.output.site.drafts import (
    LEAST_SHARE,
    LONGEST_FLOAT,
    columns_of,
    crossed,
    drafts_of,
    is_sound,
)

slugs = st.text(min_size=1)


def test_a_slug_has_one_pattern_for_good() -> None:
    draft = next(drafts_of("ioana-petrescu"))

    assert "\n".join(draft.grid) == (
        "#...#..###..#...\n"
        ".#.#.#..#..#.#.#\n"
        "..#...#...#...#.\n"
        "#...#..#.#..#...\n"
        "##.###..#..###.#\n"
        "#######...######\n"
        ".###.###.###.###\n"
        "..#...#####...#."
    )


@given(slugs, st.integers(0, 5))
def test_every_turn_of_every_slug_holds_as_cloth(slug: str, turn: int) -> None:
    grid = next(islice(drafts_of(slug), turn, None)).grid
    crossings = "".join(grid)

    assert all("." * (LONGEST_FLOAT + 1) not in row * 2 for row in grid)
    assert all("#" * (LONGEST_FLOAT + 1) not in column * 2 for column in columns_of(grid))
    assert LEAST_SHARE <= crossings.count("#") / len(crossings) <= 1 - LEAST_SHARE


@pytest.mark.parametrize(
    ("fault", "grid"),
    [
        ("hardly any warp shows", ("#.....", "......", "......")),
        ("it flickers", ("#.#.", ".#.#")),
        ("a weft skips six threads", ("##......", "######..", "..######", "##..##..")),
        ("a warp skips six threads", tuple("##.." for _ in range(6))),
    ],
)
def test_what_would_not_hold_or_flickers_is_not_cloth(fault: str, grid: tuple[str, ...]) -> None:
    assert not is_sound(grid), fault


def test_a_plain_twill_is_cloth() -> None:
    assert is_sound(tuple("####...."[-step:] + "####...."[:-step] for step in range(8)))


@given(slugs, slugs)
def test_a_pair_has_the_threading_of_one_and_the_treadling_of_the_other(
    mentor_slug: str, mentee_slug: str
) -> None:
    mentor, mentee = next(drafts_of(mentor_slug)), next(drafts_of(mentee_slug))

    pair = crossed(mentor, mentee)

    assert (pair.threading, pair.tie_up) == (mentor.threading, mentor.tie_up)
    assert (len(pair.grid), len(pair.grid[0])) == (len(mentee.treadling), len(mentor.threading))


def test_a_pair_of_one_slug_is_that_slugs_own_pattern() -> None:
    draft = next(drafts_of("ana"))

    assert crossed(draft, draft) == draft
