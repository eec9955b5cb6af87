"""Charts count threads."""

import re

import pytest

from mentorgen.output.site.charts import Column, glyph, picks, thread_worth, ticks
from mentorgen.output.site.views import Health


@pytest.mark.parametrize(
    ("health", "kinds"),
    [
        (Health.ON_TRACK, ["woad", "case", "madder"]),
        (Health.EARLY, ["woad", "madder"]),
        (Health.CHECK_IN, ["woad", "case", "madder"]),
        (Health.PAUSED, ["woad", "case", "madder", "weld"]),
    ],
)
def test_a_pair_is_two_threads_whose_shape_tells_its_health(
    health: Health, kinds: list[str]
) -> None:
    assert re.findall(r'class="t-(\w+)"', glyph(health)) == kinds


def test_no_two_states_have_the_same_shape() -> None:
    assert len({glyph(health) for health in Health}) == len(Health)


def test_ticks_are_one_line_for_each_person() -> None:
    assert ticks(3, "woad") == (
        '<svg class="tks" style="--n:3" viewBox="0 0 24 22" preserveAspectRatio="none" '
        'aria-hidden="true"><path class="tk tk-woad" d="M4 0v22M12 0v22M20 0v22"/></svg>'
    )


def test_where_there_are_many_one_end_stands_for_several_people() -> None:
    assert ticks(9, "woad", worth=4) == ticks(3, "woad")


@pytest.mark.parametrize(
    ("counts", "worth"), [([], 1), ([0], 1), ([38], 1), ([39], 2), ([380], 10)]
)
def test_a_thread_stands_for_more_meetings_when_there_are_many(
    counts: list[int], worth: int
) -> None:
    assert thread_worth([Column("", count) for count in counts]) == worth


def test_columns_stand_on_the_base_with_their_numbers_above_and_months_below() -> None:
    svg = picks([Column("Mar", 2), Column("Apr", 0)], label="Mar 2, Apr 0", pattern_id="pick")

    assert svg == (
        '<svg class="picks" width="100%" style="height:82px" role="img" aria-label="Mar 2, Apr 0">'
        '<defs><pattern id="pick" width="100" height="8" y="4" patternUnits="userSpaceOnUse">'
        '<path class="k-pick" d="M0 4h100"/></pattern></defs>'
        '<rect x="5.00%" y="36" width="40.00%" height="16" fill="url(#pick)"/>'
        '<text x="25.00%" y="27">2</text><text class="ax" x="25.00%" y="74">Mar</text>'
        '<rect x="55.00%" y="52" width="40.00%" height="0" fill="url(#pick)"/>'
        '<text x="75.00%" y="43">0</text><text class="ax" x="75.00%" y="74">Apr</text>'
        '<line class="base" x1="0" x2="100%" y1="52.5" y2="52.5"/></svg>'
    )


def test_the_year_before_is_a_line_through_the_months_that_have_one() -> None:
    columns = [Column("Mar", 2, 1), Column("Apr", 3), Column("May", 4, 2)]

    svg = picks(columns, label="", pattern_id="pick")

    assert re.findall(r'<line class="(\w+)" x1="([\d.]+)%" y1="(\d+)" x2="([\d.]+)%"', svg) == [
        ("case", "16.67", "60", "83.33"),
        ("last", "16.67", "60", "83.33"),
    ]
    assert svg.count("<circle") == 2


def test_the_tallest_column_may_be_of_the_year_before() -> None:
    svg = picks([Column("Mar", 1, 10)], label="", pattern_id="pick")

    assert 'cy="36"' in svg


def test_a_chart_of_no_months_is_only_a_base() -> None:
    assert "<rect" not in picks([], label="", pattern_id="pick")


def test_where_names_are_long_every_other_stands_below_and_the_last_always() -> None:
    columns = [Column(f"month {number:02}", 1) for number in range(12)]

    words = re.findall(r'class="ax"[^>]*>([^<]*)', picks(columns, label="", pattern_id="pick"))

    assert words == ["" if at % 2 == 0 else f"month {at:02}" for at in range(12)]
