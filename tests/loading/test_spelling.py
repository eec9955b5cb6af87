import pytest

from mentorgen.loading.spelling import did_you_mean, nearest, shown, shown_path, singular


@pytest.mark.parametrize(
    ("wrong", "near"),
    [("bem", "ben"), ("BEN", "ben"), ("b-en", "ben"), ("zzz", None), ("", None), ("b" * 61, None)],
)
def test_the_nearest_word_is_found_unless_all_are_far(wrong: str, near: str | None) -> None:
    assert nearest(wrong, ["ada", "ben", "b" * 60]) == near


def test_a_suggestion_is_a_question() -> None:
    assert did_you_mean("bem", ["ben"]) == " Did you mean 'ben'?"
    assert did_you_mean("bem", []) == ""


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("Ada", "'Ada'"),
        ("", "''"),
        (7, "'7'"),
        ([1], "a list"),
        ({"a": 1}, "a map"),
        ("a\nb\x1b[31m", "'a\\nb\\x1b[31m'"),
        ("a\u202eb\ud800", "'a\\u202eb\\ud800'"),
        ("x" * 60, f"'{'x' * 60}'"),
        ("x" * 61, f"'{'x' * 59}…'"),
    ],
)
def test_a_value_is_shown_short_and_on_one_line(value: object, text: str) -> None:
    assert shown(value) == text


def test_a_path_is_shown_whole() -> None:
    assert shown_path("program/" + "é" * 80) == "program/" + "é" * 80
    assert shown_path("a\nb") == "a\\nb"


def test_one_of_several_is_called_by_its_own_word() -> None:
    assert [singular(word) for word in ("mentors", "skills", "member", "shows")] == [
        "mentor",
        "skill",
        "member",
        "shows",
    ]


def test_a_single_letter_is_no_word_to_guess_from() -> None:
    assert nearest("x", ["ux", "xy"]) is None
