"""A certificate is read back as it was written, and anything else is refused in a sentence."""

import contextlib
import json
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentorgen.analysis.matching.certificate_texts import (
    CertificateError,
    certificate_text,
    read_certificate,
)
from mentorgen.analysis.matching.checker import MOST_PRICE
from tests.analysis.matching.rounds_with_proof import a_certificate, certified, every_form

BEGINNING = "This is no certificate of a proposal: "
WAY_OUT = " Take the file as 'mentorgen match' wrote it."


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
    assert sentence.endswith(WAY_OUT)
    return sentence.removeprefix(BEGINNING).removesuffix(WAY_OUT)


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
        ("[]", "the whole of it must be names with values, in {}, not a list of 0."),
        ("{}", "'schema' is missing."),
    ],
)
def test_other_texts_are_refused(text: str, sentence: str) -> None:
    assert refusal(text) == sentence


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"schema": 2}, "'schema' must be 1, the version of the format, not 2."),
        ({"schema": True}, "'schema' must be 1, the version of the format, not true."),
        ({"schema": 1.0}, "'schema' must be 1, the version of the format, not 1.0."),
        ({"day": "9999-12-31"}, "'day' must be a day such as 2026-04-01, not \"9999-12-31\"."),
        ({"more": 1}, "'more' does not belong into it."),
        ({"inputs": "ab"}, "'inputs' must be 64 digits and letters from a to f, not \"ab\"."),
        ({"day": "today"}, "'day' must be a day such as 2026-04-01, not \"today\"."),
        ({"rematch": 1}, "'rematch' must be true or false, not 1."),
        ({"cohort": 5}, "'cohort' must be a text, not 5."),
        (
            {"cohort": "x" * 400},
            f"'cohort' must be a text of at most 300 signs, not \"{'x' * 39}….",
        ),
        ({"with_mentors": []}, "'with_mentors' must be names with values, in {}, not a list of 0."),
        ({"peers": {}}, "'peers', 'values' is missing."),
    ],
)
def test_what_does_not_belong_is_named(change: dict[str, object], sentence: str) -> None:
    assert refusal(json.dumps(document() | change)) == sentence


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        (
            {"mentees": ["\x1b[31m"]},
            (
                "'with_mentors', 'mentees', number 1 must be a name of letters, digits and signs without "
                'accents, not "\\u001b[31m".'
            ),
        ),
        (
            {"values": [["people", 1.5]]},
            "'with_mentors', 'values', number 1, number 2 must be a whole number, not 1.5.",
        ),
        (
            {"values": [["people", True]]},
            "'with_mentors', 'values', number 1, number 2 must be a whole number, not true.",
        ),
        (
            {"values": {}},
            "'with_mentors', 'values' must be a list, in [], not names with values.",
        ),
        (
            {"values": [["people", 10**30]]},
            (
                "'with_mentors', 'values', number 1, number 2 must be a whole number below "
                f"9,223,372,036,854,775,808, not {10**30}."
            ),
        ),
        (
            {"values": [["x", 0]] * 101},
            "'with_mentors', 'values' must be a list of at most 100, not a list of 101.",
        ),
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


@pytest.mark.parametrize(
    ("sheet", "change", "sentence"),
    [
        ("peers", {"people": ["p1", "p0"]}, "its peers are not sorted, or one is named twice."),
        ("peers", {"people": ["p0"]}, "it lists 1 peers and prices of 5."),
        (
            "peers",
            {"prices": {"people": [0] * 5, "sets": [{"people": ["p1", "p0", "p2"], "price": 1}]}},
            "a set of peers is not sorted, or names somebody twice or who is no peer.",
        ),
        (
            "with_mentors",
            {"circles": {"gap": [0], "steps": [], "prices": []}},
            "the gap has not one number for each of its 9 values.",
        ),
        (
            "with_mentors",
            {"circles": {"gap": [0] * 9, "steps": ["gil", "zoe"], "prices": []}},
            "a step of its circles names zoe, which is neither a mentor nor a list of prices.",
        ),
        (
            "with_mentors",
            {"circles": {"gap": [0] * 9, "steps": [1], "prices": []}},
            "a step of its circles names 1, which is neither a mentor nor a list of prices.",
        ),
    ],
)
def test_what_does_not_fit_of_peers_and_circles_is_named(
    sheet: str, change: dict[str, object], sentence: str
) -> None:
    found = json.loads(certificate_text(certified(every_form())))

    assert refusal(json.dumps(found | {sheet: found[sheet] | change})) == sentence


@pytest.mark.parametrize("price", [MOST_PRICE, -MOST_PRICE, 10**4000])
def test_prices_beyond_all_bounds_are_refused(price: int) -> None:
    lists = a_certificate().with_mentors.prices
    mentees = [[price] * len(row) for row in lists.mentees]

    sentence = refusal(changed({"prices": {"mentees": mentees, "mentors": lists.mentors}}))

    assert "must be a whole number" in sentence
    assert len(sentence) < 200


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
