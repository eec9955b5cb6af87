"""A certificate is read back as it was written, and anything else is refused in a sentence."""

import contextlib
import json
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentorgen.analysis.matching.certificates import (
    CertificateError,
    certificate_text,
    read_certificate,
)
from mentorgen.analysis.matching.checker import MOST_PRICE
from tests.analysis.matching.rounds_with_proof import a_certificate

BEGINNING = "This is no certificate of a proposal: "


def document() -> dict[str, object]:
    found: dict[str, object] = json.loads(certificate_text(a_certificate()))
    return found


def changed(change: dict[str, object]) -> str:
    """The text with other values for the pairs with mentors."""
    found = document()
    pairs = found["with_mentors"]
    assert isinstance(pairs, dict)
    return json.dumps(found | {"with_mentors": pairs | change})


def refusal(text: str) -> str:
    with pytest.raises(CertificateError) as caught:
        read_certificate(text)
    sentence = str(caught.value)
    assert sentence.startswith(BEGINNING)
    assert sentence.isprintable()
    return sentence.removeprefix(BEGINNING)


def test_a_certificate_comes_back_as_it_was_written() -> None:
    text = certificate_text(a_certificate())

    assert read_certificate(text) == a_certificate()
    assert certificate_text(read_certificate(text)) == text


def test_pairs_are_on_lines_of_their_own_and_prices_come_last() -> None:
    lines = certificate_text(a_certificate()).splitlines()

    assert '["ken", "ana"],' in lines
    assert '["mike", "mona"]' in lines
    assert lines.index('"prices": {') > lines.index('"pairs": [')


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("", "it is not JSON."),
        ("{", "it is not JSON."),
        ("[" * 100_000, "it is not JSON."),
        ("[]", "it is not a list of named values."),
        ("{}", "'schema' is missing."),
    ],
)
def test_other_texts_are_refused(text: str, sentence: str) -> None:
    assert refusal(text) == sentence


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"schema": 2}, "'schema' is not what belongs there."),
        ({"schema": True}, "'schema' is not a whole number."),
        ({"schema": 1.0}, "'schema' is not a whole number."),
        ({"day": "9999-12-31"}, "'day' is not what belongs there."),
        ({"more": 1}, "'more' does not belong into it."),
        ({"inputs": "ab"}, "'inputs' is not what belongs there."),
        ({"day": "today"}, "'day' is not what belongs there."),
    ],
)
def test_what_does_not_belong_is_named(change: dict[str, object], sentence: str) -> None:
    assert refusal(json.dumps(document() | change)) == sentence


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        (
            {"mentees": ["\x1b[31m"]},
            "'with_mentors', 'mentees', number 1 is not what belongs there.",
        ),
        (
            {"values": [["people", 1.5]]},
            "'with_mentors', 'values', number 1, number 2 is not a whole number.",
        ),
        (
            {"values": [["people", True]]},
            "'with_mentors', 'values', number 1, number 2 is not a whole number.",
        ),
        (
            {"values": [["people", 10**30]]},
            "'with_mentors', 'values', number 1, number 2 is too large a number.",
        ),
        ({"values": [["x", 0]] * 101}, "'with_mentors', 'values' is too long a list."),
        ({"values": []}, "a price of its mentees has not one number for each of its 0 values."),
        ({"mentees": ["ken"]}, "it lists 1 mentees and prices of 6."),
        ({"mentors": ["mona", "ana", "bea"]}, "its mentors are not sorted, or one is named twice."),
        ({"pairs": [["ken", "zoe"]]}, "ken with zoe is a pair of people whom it does not list."),
        ({"pairs": [["mike", "mona"]]}, "a pair is in it twice."),
        ({"pairs": [["lea", "bea"], ["ken", "ana"]]}, "its pairs are not sorted."),
    ],
)
def test_what_does_not_fit_is_named(change: dict[str, object], sentence: str) -> None:
    assert refusal(changed(change)) == sentence


@pytest.mark.parametrize("price", [MOST_PRICE, -MOST_PRICE, 10**4000])
def test_prices_beyond_all_bounds_are_refused(price: int) -> None:
    lists = a_certificate().with_mentors.prices
    mentees = [[price] * len(row) for row in lists.mentees]

    sentence = refusal(changed({"prices": {"mentees": mentees, "mentors": lists.mentors}}))

    assert "too large a number" in sentence or "not a whole number" in sentence


def test_what_stands_twice_is_refused() -> None:
    text = certificate_text(a_certificate())

    twice = text.replace('"pairs": [', '"pairs": [],\n"pairs": [')

    assert refusal(twice) == "a name is in it twice."


@given(
    st.text(max_size=200) | st.recursive(st.none() | st.integers() | st.text(), st.lists).map(str)
)
def test_no_text_leads_to_anything_but_a_sentence(text: str) -> None:
    refusal(text)


@given(st.integers(0, 10**6), st.sampled_from('0123456789-[]{}",:. \nabc\x00é'), st.randoms())
def test_a_changed_character_leads_to_a_sentence_or_to_another_certificate(
    place: int, other: str, random: Random
) -> None:
    text = certificate_text(a_certificate())
    at = place % len(text)
    edited = text[:at] + other + text[at + random.randrange(2) :]
    found = None
    with contextlib.suppress(CertificateError):
        found = read_certificate(edited)
    if found is not None:
        assert (found == a_certificate()) == (json.loads(edited) == json.loads(text))
