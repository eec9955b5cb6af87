"""Small words and values of the templates."""

import dataclasses
from datetime import date

import pytest

from mentorgen.analysis.languages import language_name
from mentorgen.model.words import Role
from mentorgen.output.site import filters
from mentorgen.output.site.charts import Column
from mentorgen.output.site.views import ChoiceView, MonthCount
from mentorgen.output.site.words import ENGLISH, words_in
from tests.output.site.some_views import a_person


@pytest.mark.parametrize(
    ("name", "initials"),
    [
        ("Ioana Petrescu", "IP"),
        ("Phan Lệ Quyên", "PQ"),
        ("Ana-Maria", "AM"),
        ("ana", "A"),
        ("", ""),
        ("محمد علي", "مع"),
    ],
)
def test_initials_are_of_the_first_and_the_last_word(name: str, initials: str) -> None:
    assert filters.initials(name) == initials


@pytest.mark.parametrize(
    ("name", "given", "html"),
    [
        ("Ana Example", "Ana", 'Ana<span class="fam"> Example</span>'),
        ("Phan Lệ Quyên", "Lệ Quyên", '<span class="fam">Phan </span>Lệ Quyên'),
        ("Ana", "Ana", "Ana"),
        ("<b>", "Nick", "&lt;b&gt;"),
    ],
)
def test_a_short_name_keeps_the_given_part_in_sight(name: str, given: str, html: str) -> None:
    person = dataclasses.replace(a_person(name=name), given_name=given)

    assert filters.short_name(person) == html


@pytest.mark.parametrize(
    ("minutes", "words"), [(0, "0 min"), (40, "40 min"), (60, "1 h"), (80, "1 h 20 min")]
)
def test_lengths_of_time(minutes: int, words: str) -> None:
    assert filters.minutes_words(minutes) == words


@pytest.mark.parametrize(
    ("hours", "path"),
    [
        ((), ""),
        ((6, 7, 8), "M6 0h3"),
        ((22, 23, 0), "M0 0h1M22 0h2"),
        (tuple(range(24)), "M0 0h24"),
        ((30,), "M6 0h1"),
    ],
)
def test_hours_are_strokes_along_the_day(hours: tuple[int, ...], path: str) -> None:
    assert filters.hour_path(hours) == path


@pytest.mark.parametrize(
    ("hours", "spans", "bits"),
    [
        ((), "", "000000"),
        ((6, 7, 8), "06:00-09:00", "0001c0"),
        ((23, 0), "23:00-01:00", "800001"),
        ((22, 23), "22:00-24:00", "c00000"),
        ((1, 9, 10), "01:00-02:00, 09:00-11:00", "000602"),
        (tuple(range(24)), "00:00-24:00", "ffffff"),
    ],
)
def test_hours_join_where_they_touch_also_over_midnight(
    hours: tuple[int, ...], spans: str, bits: str
) -> None:
    assert filters.hour_spans(hours) == spans
    assert filters.hour_bits(hours) == bits


def test_roles_have_words_and_choices() -> None:
    assert [filters.role_words(role) for role in Role] == [
        "Mentor",
        "Mentee",
        "Mentor and mentee",
    ]
    assert [choice.value for choice in filters.role_choices()] == ["mentor", "mentee"]


def test_criteria_take_dyes_in_their_order_and_the_seventh_none() -> None:
    criteria = ("a", "b", "c", "d", "e", "f", "g")

    assert [filters.dye_in(name, criteria) for name in (*criteria, "unknown")] == [
        "woad",
        "madder",
        "lincoln",
        "weld",
        "plum",
        "tawny",
        "edge",
        "edge",
    ]


def test_months_become_columns_and_a_line_of_words() -> None:
    months = [MonthCount(month=date(2026, 3, 1), meetings=12, year_before=9)]

    columns = filters.month_columns(months, ENGLISH)

    assert columns == (Column("Mar", 12, 9),)
    assert filters.columns_words(columns, ENGLISH) == "Mar 12"


def test_pixels_are_whole_where_they_can_be() -> None:
    assert (filters.px(56.0), filters.px(74.66)) == ("56px", "74.7px")


def test_choices_stand_in_the_order_of_their_own_language() -> None:
    choices = [ChoiceView(value=tag, label=language_name(tag)) for tag in ("ar", "az", "de", "en")]

    assert [one.value for one in filters.in_order(choices, ENGLISH)] == ["ar", "az", "en", "de"]
    spanish = filters.in_order(choices, words_in("es"))
    assert [one.value for one in spanish] == ["de", "ar", "az", "en"]
