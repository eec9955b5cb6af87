"""Texts are compared by what few people say, in any script, with the same whole numbers everywhere."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentorgen.analysis.matching.texts import LENGTH, SAME, Texts, nearness, texts_of, words

SAID = (
    "I write parsers and tests for compilers.",
    "Testing parsers by hand is my hobby.",
    "Roses, tulips and a garden.",
    "We write about gardens",
)
TEXTS = texts_of(SAID, most_columns=1000)


def near(one: str, other: str, texts: Texts = TEXTS) -> int:
    return nearness(texts.vector(one), texts.vector(other))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("", []),
        ("The of and 2024 - ... !", []),
        ("I'd write **C++**, C# and R.", ["write", "c++", "c#", "r"]),
        ("See https://a.example/b?c=d or ask@a.example", ["see"]),
        ("## Naïve CAFÉ #covid-19", ["naïve", "café", "covid"]),
        ("كتابة الاختبارات", ["كتابة", "الاختبارات"]),
        ("हिन्दी में लिखना", ["हिन्दी", "में", "लिखना"]),
        ("学Python机器学习", ["学", "python", "机器", "器学", "学习"]),
    ],
)
def test_words_are_found_in_any_script(text: str, found: list[str]) -> None:
    assert words(text) == found


def test_a_text_is_nearest_to_itself_and_not_at_all_to_another_matter() -> None:
    twice = texts_of([*SAID, *SAID], most_columns=1000)

    assert near(SAID[0], SAID[0], twice) == pytest.approx(SAME, rel=0.02)
    assert near(SAID[0], SAID[2], twice) == 0
    assert near("", SAID[0]) == near("unheard-of", SAID[0]) == 0


def test_what_few_say_counts_more_than_what_many_say() -> None:
    texts = texts_of(["rust compilers", *["write compilers"] * 9, "write rust"], most_columns=99)

    assert near("write rust", "rust tulips", texts) > near("write rust", "write tulips", texts) > 0


def test_forms_of_one_word_come_near_each_other_but_the_same_word_nearer() -> None:
    assert 0 < near("tests", "testing") < near("tests", "tests")


def test_a_longer_list_comes_no_nearer_to_the_same_words() -> None:
    assert near("parsers", "parsers, roses, tulips, gardens") < near("parsers", "parsers")


@pytest.mark.parametrize(
    ("one", "other", "shared"),
    [
        ("Parsers, Tests and write!", "write TESTS of parsers", ("Tests", "Parsers", "write")),
        ("机器学习和数据", "数据与机器学习", ("数据", "机器学习")),
        ("roses", "parsers", ()),
        ("unheard-of roses", "unheard roses", ("roses", "unheard")),
    ],
)
def test_shared_words_are_told_as_the_first_wrote_them(
    one: str, other: str, shared: tuple[str, ...]
) -> None:
    texts = texts_of([*SAID, "我喜欢机器学习", "机器学习和数据", "数据"], most_columns=1000)

    assert texts.shared_words(one, other) == shared


def test_what_tells_least_is_left_out_where_there_is_not_room_for_all() -> None:
    few = texts_of(SAID, most_columns=3)

    assert few.width == 3
    assert 0 < near(SAID[0], SAID[1], few) < near(SAID[0], SAID[1])
    assert texts_of([], most_columns=9).width == 0


@given(st.lists(st.text(alphabet="abc xyzé机器", max_size=40), max_size=6), st.randoms())
def test_the_order_of_texts_changes_nothing_and_matrices_hold_what_vectors_do(
    said: list[str], random: np.random.Generator
) -> None:
    shuffled = list(said)
    random.shuffle(shuffled)
    texts, others = texts_of(said, most_columns=7), texts_of(shuffled, most_columns=7)
    vectors = [texts.vector(text) for text in said]
    rows = texts.matrix(vectors)

    products = (rows @ rows.T).tolist()

    assert products == [[nearness(one, other) for other in vectors] for one in vectors]
    assert products == [[near(one, other, others) for other in said] for one in said]
    assert all(product < 2**24 for row in products for product in row)
    assert all(amount <= LENGTH for row in rows.tolist() for amount in row)
