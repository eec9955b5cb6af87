"""A said text is English to whoever prints it, and remembers how it was made."""

import copy
import json
import pickle
from datetime import date

import pytest

from mentorgen.model.said import (
    Amount,
    DayShape,
    Joint,
    Message,
    Moment,
    Opening,
    Said,
    Series,
    amount,
    dated,
    joined,
    opening,
    said,
    said_n,
)

DAY = date(2026, 10, 3)


def test_a_sentence_is_english_and_remembers_its_message_and_values() -> None:
    text = said("%(name)s met on %(day)s.", name="Ana", day=DAY)
    assert text == "Ana met on 3 October 2026."
    assert text.how == Message("%(name)s met on %(day)s.", None, (("name", "Ana"), ("day", DAY)))


def test_a_sentence_without_values_may_hold_a_percent_sign() -> None:
    assert said("100 % done") == "100 % done"


@pytest.mark.parametrize(("num", "text"), [(0, "0 days"), (1, "1 day"), (2, "2 days")])
def test_a_number_chooses_the_form(num: int, text: str) -> None:
    days = said_n("%(num)s day", "%(num)s days", num)
    assert days == text
    assert days.how == Message("%(num)s day", "%(num)s days", (("num", num),), num)


@pytest.mark.parametrize(
    ("names", "text"),
    [
        ((), ""),
        (("Ana",), "Ana"),
        (("Ana", "Ben"), "Ana and Ben"),
        (("Ana", "Ben", "Cy"), "Ana, Ben and Cy"),
    ],
)
def test_names_are_joined_as_one_says_them(names: tuple[str, ...], text: str) -> None:
    row = joined(name for name in names)
    assert row == text
    assert row.how == Series(names, Joint.AND)


def test_a_row_can_be_joined_by_a_comma_or_a_space() -> None:
    assert joined(["one", "two"], Joint.COMMA) == "one, two"
    assert joined(["One.", "Two."], Joint.SPACE) == "One. Two."


@pytest.mark.parametrize(
    ("shape", "text"),
    [
        (DayShape.DAY, "3 October"),
        (DayShape.FULL, "3 October 2026"),
        (DayShape.SHORT, "3 Oct"),
        (DayShape.LONG, "Saturday 3 October"),
        (DayShape.MONTH, "October"),
        (DayShape.SHORT_MONTH, "Oct"),
        (DayShape.MONTH_YEAR, "October 2026"),
        (DayShape.WEEKDAY, "Saturday"),
        (DayShape.SHORT_WEEKDAY, "Sat"),
    ],
)
def test_a_day_is_written_in_each_shape(shape: DayShape, text: str) -> None:
    day = dated(DAY, shape)
    assert day == text
    assert day.how == Moment(DAY, shape)


def test_thousands_are_set_apart() -> None:
    assert amount(1234) == "1,234"
    assert amount(1234).how == Amount(1234)


def test_a_text_can_begin_with_a_capital() -> None:
    text = said("open all year")
    assert opening(text) == "Open all year"
    assert opening(text).how == Opening(text)
    assert opening("") == ""


def test_it_is_equal_to_its_english_and_has_its_hash() -> None:
    assert said("Home") == "Home"
    assert hash(said("Home")) == hash("Home")
    assert {"Home": 1}[said("Home")] == 1


def test_what_stands_inside_is_remembered_too() -> None:
    text = said("since %(month)s", month=dated(DAY, DayShape.MONTH))
    assert text == "since October"
    assert isinstance(text.how, Message)
    assert isinstance(dict(text.how.values)["month"], Said)


@pytest.mark.parametrize(
    "again", [copy.copy, copy.deepcopy, lambda text: pickle.loads(pickle.dumps(text))]
)
def test_a_copy_remembers_as_much(again: object) -> None:
    text = said_n("%(num)s day", "%(num)s days", 3)
    assert callable(again)
    other = again(text)
    assert type(other) is Said
    assert (other, other.how) == (text, text.how)


def test_json_sees_a_text() -> None:
    assert json.dumps({"text": said("Home")}) == '{"text": "Home"}'
