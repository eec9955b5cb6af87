from datetime import date, datetime
from typing import Any

import pytest
from pydantic import TypeAdapter, ValidationError

from mentorgen.model.fields import Day, LanguageTag, Link, Login, TimeOfDay, clock_text

DAY: TypeAdapter[date] = TypeAdapter(Day)
TIME: TypeAdapter[int] = TypeAdapter(TimeOfDay)
LINK: TypeAdapter[str] = TypeAdapter(Link)
LOGIN: TypeAdapter[str] = TypeAdapter(Login)
LANGUAGE: TypeAdapter[str] = TypeAdapter(LanguageTag)


def _kind(adapter: TypeAdapter[Any], value: object) -> str:
    with pytest.raises(ValidationError) as caught:
        adapter.validate_python(value)
    return caught.value.errors()[0]["type"]


@pytest.mark.parametrize("value", ["2026-03-01", date(2026, 3, 1)])
def test_a_day_is_written_in_one_way(value: object) -> None:
    assert DAY.validate_python(value) == date(2026, 3, 1)


@pytest.mark.parametrize(
    "value",
    ["2026-3-1", "01.03.2026", "2026-02-30", "1780000000", 0, None, datetime(2026, 3, 1)],  # noqa: DTZ001
)
def test_what_is_no_day_is_refused(value: object) -> None:
    assert _kind(DAY, value) == "day"


@pytest.mark.parametrize("value", ["1989-12-31", "2100-01-01", date(1989, 12, 31)])
def test_a_day_lies_in_our_times(value: object) -> None:
    assert _kind(DAY, value) == "day_range"


@pytest.mark.parametrize(
    ("value", "minutes"), [("0:00", 0), ("07:05", 425), ("24:00", 1440), (0, 0), (1440, 1440)]
)
def test_a_time_of_day_is_minutes_since_midnight(value: object, minutes: int) -> None:
    assert TIME.validate_python(value) == minutes


@pytest.mark.parametrize(
    "value", ["24:01", "7", "7:60", "7:5", "\u0667:\u0660\u0660", "", -1, 1441, True, None]
)
def test_what_is_no_time_of_day_is_refused(value: object) -> None:
    assert _kind(TIME, value) == "time_of_day"


@pytest.mark.parametrize(("minutes", "text"), [(0, "00:00"), (425, "07:05"), (1440, "24:00")])
def test_a_time_of_day_is_written_as_on_a_clock(minutes: int, text: str) -> None:
    assert clock_text(minutes) == text
    assert TIME.dump_python(minutes) == text


@pytest.mark.parametrize(
    "link",
    [
        "https://example.org",
        "https://example.org/",
        "https://social.example.org:8443/@ada?tab=looms#top",
        "https://xn--e1awd7f.example/путь",
    ],
)
def test_a_link_leads_to_a_plain_host(link: str) -> None:
    assert LINK.validate_python(link) == link


@pytest.mark.parametrize(
    "link",
    [
        "http://example.org",
        "https://localhost/",
        "https://ada@example.org/",
        "https://ada:pw@example.org/",
        "https://\u0430pple.com/",
        "https://example.org/<script>",
        "https://example.org/a b",
        "https://example.org\nhttps://evil.example",
        "HTTPS://example.org",
        "javascript:alert(1)",
        "//example.org",
    ],
)
def test_what_leads_elsewhere_is_no_link(link: str) -> None:
    assert _kind(LINK, link) == "string_pattern_mismatch"


@pytest.mark.parametrize("login", ["ada", "Ada-1", "ana_corp", "0"])
def test_a_login_is_one_of_github(login: str) -> None:
    assert LOGIN.validate_python(login) == login


@pytest.mark.parametrize(
    "login", ["-ada", "ada-", "a--b", "@ada", "x[bot]", "a_b_c", "\u0430da", "a\n"]
)
def test_what_github_would_refuse_is_no_login(login: str) -> None:
    assert _kind(LOGIN, login) == "string_pattern_mismatch"


@pytest.mark.parametrize("tag", ["en", "pt-BR", "zh-Hans", "zh-Hant-TW", "gsw"])
def test_a_language_is_written_as_its_code(tag: str) -> None:
    assert LANGUAGE.validate_python(tag) == tag


@pytest.mark.parametrize("tag", ["English", "EN", "pt_BR", "e", "en-us"])
def test_what_is_no_code_is_no_language(tag: str) -> None:
    assert _kind(LANGUAGE, tag) == "string_pattern_mismatch"
