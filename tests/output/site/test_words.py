"""Texts are said in the program's language, days and numbers as its readers write them."""

from datetime import date

import pytest
from markupsafe import Markup

from mentorgen.analysis.languages import language_name
from mentorgen.model.said import (
    DayShape,
    Joint,
    amount,
    dated,
    joined,
    opening,
    said,
    said_n,
)
from mentorgen.output.site.words import ENGLISH, words_in

DAY = date(2026, 9, 8)
SPANISH = words_in("es")
ARABIC = words_in("ar")


@pytest.mark.parametrize("tag", ["es", "es-MX", "ES"])
def test_a_language_is_found_whatever_its_country(tag: str) -> None:
    assert words_in(tag).of(said("Home together")) == "Home together"
    assert words_in(tag).language == "es"
    assert words_in(tag).direction == "ltr"


def test_a_language_without_a_catalogue_reads_english_days_and_all() -> None:
    words = words_in("tlh")

    assert words is ENGLISH
    assert (words.language, words.direction) == ("en", "ltr")
    assert words.of(dated(DAY, DayShape.LONG)) == "Tuesday 8 September"


def test_arabic_runs_from_right_to_left() -> None:
    assert (ARABIC.language, ARABIC.direction) == ("ar", "rtl")


def test_what_people_wrote_stays_as_it_is() -> None:
    assert SPANISH.of("People") == "People"
    assert SPANISH.shown("People") == "People"
    assert SPANISH.shown(7) == 7
    assert SPANISH.shown(said("People")) == "Personas"
    assert ENGLISH.shown(said("People")) == "People"


def test_a_sentence_is_said_with_what_stands_in_it() -> None:
    text = said("With %(name)s since %(month)s", name="Ana", month=dated(DAY, DayShape.MONTH))

    assert SPANISH.of(text) == "Con Ana desde septiembre"
    assert ENGLISH.of(text) == "With Ana since September"


@pytest.mark.parametrize(
    ("num", "text"), [(1, "1 semana"), (2, "2 semanas"), (12345, "12.345 semanas")]
)
def test_a_number_chooses_the_form_and_is_written_as_people_do(num: int, text: str) -> None:
    assert SPANISH.of(said_n("%(num)s week", "%(num)s weeks", num)) == text


def test_arabic_counts_in_six_forms() -> None:
    weeks = {
        ARABIC.of(said_n("%(num)s week", "%(num)s weeks", num)) for num in (0, 1, 2, 3, 11, 100)
    }

    assert len(weeks) == 6


@pytest.mark.parametrize(
    ("shape", "spanish"),
    [
        (DayShape.DAY, "8 de septiembre"),
        (DayShape.FULL, "8 de septiembre de 2026"),
        (DayShape.SHORT, "8 sept"),
        (DayShape.LONG, "martes, 8 de septiembre"),
        (DayShape.MONTH, "septiembre"),
        (DayShape.SHORT_MONTH, "sept"),
        (DayShape.MONTH_YEAR, "septiembre de 2026"),
        (DayShape.WEEKDAY, "martes"),
        (DayShape.SHORT_WEEKDAY, "mar"),
    ],
)
def test_days_are_written_as_in_the_language(shape: DayShape, spanish: str) -> None:
    assert SPANISH.of(dated(DAY, shape)) == spanish


def test_a_day_in_a_sentence_is_written_whole() -> None:
    assert SPANISH.of(said("Until %(day)s.", day=DAY)) == "Hasta el 8 de septiembre de 2026."
    assert ENGLISH.gettext("Until %(day)s.", day=DAY) == "Until 8 September 2026."


@pytest.mark.parametrize(
    ("names", "text"),
    [
        (("Ana", "Ben"), "Ana y Ben"),
        (("Ana", "Ben", "Inés"), "Ana, Ben e Inés"),
        (("Ana", "Hilda"), "Ana e Hilda"),
        (("Ana", "Iago"), "Ana y Iago"),
        (("Inés",), "Inés"),
    ],
)
def test_spanish_joins_names_by_their_sound(names: tuple[str, ...], text: str) -> None:
    assert SPANISH.of(joined(names)) == text


def test_rows_are_joined_by_the_signs_of_the_language() -> None:
    parts = [said("People"), said("Skills")]

    assert SPANISH.of(joined(parts, Joint.COMMA)) == "Personas, Habilidades"
    assert SPANISH.of(joined(parts, Joint.SEMICOLON)) == "Personas; Habilidades"
    assert SPANISH.of(joined(parts, Joint.SPACE)) == "Personas Habilidades"
    assert "\N{ARABIC COMMA} " in ARABIC.of(joined(parts, Joint.COMMA))


def test_capitals_numbers_and_languages_follow() -> None:
    assert SPANISH.of(opening(said("open all year"))) == "Abierta todo el año"
    assert SPANISH.of(amount(12345)) == "12.345"
    assert SPANISH.of(language_name("en")) == "inglés"
    assert language_name("en") == "English"
    assert SPANISH.of(language_name("zxx-none")) != ""


def test_a_sentence_of_a_template_escapes_what_people_wrote() -> None:
    assert SPANISH.gettext("You are %(name)s.", name="<b>") == Markup("Eres &lt;b&gt;.")
    assert SPANISH.ngettext("%(num)s week", "%(num)s weeks", 2) == "2 semanas"
    assert SPANISH.gettext("seen %(when)s", when=said("this week")) == "con actividad esta semana"


def test_values_can_stand_out() -> None:
    text = said("like %(things)s", things=joined(["<i>", said("calls")]))

    assert SPANISH.with_bold(text) == "prefieren <b>&lt;i&gt; y las llamadas</b>"
    assert ENGLISH.with_bold(text) == "like <b>&lt;i&gt; and calls</b>"
    assert ENGLISH.with_bold("walk") == "walk"
    assert SPANISH.with_bold(dated(DAY, DayShape.MONTH)) == "septiembre"


def test_a_script_gets_every_form_that_its_numbers_ask_for() -> None:
    forms = ("%(num)s name fits", "%(num)s names fit")

    assert ENGLISH.forms(*forms, num="{count}") == {
        "one": "{count} name fits",
        "other": "{count} names fit",
    }
    assert set(ARABIC.forms(*forms, num="{count}")) == {
        "zero",
        "one",
        "two",
        "few",
        "many",
        "other",
    }


def test_a_name_does_not_turn_the_order_of_a_sentence_from_right_to_left() -> None:
    text = ARABIC.of(said("You are %(name)s.", name="Ana"))

    assert "\N{FIRST STRONG ISOLATE}Ana\N{POP DIRECTIONAL ISOLATE}" in text
