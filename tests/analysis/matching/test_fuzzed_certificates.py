"""A certificate with one character changed is refused, or it still claims just what it claimed."""

import json
from functools import cache

from hypothesis import event, given, settings
from hypothesis import strategies as st

from mentorgen.analysis.matching.certificate_sheets import Certificate
from mentorgen.analysis.matching.certificate_texts import (
    certificate_text,
    read_certificate,
)
from mentorgen.analysis.matching.verification import verdict_on
from mentorgen.errors import MentorgenError
from tests.analysis.matching.rounds_with_proof import certified, every_form


@cache
def a_text() -> str:
    return certificate_text(certified(every_form()))


def claims(certificate: Certificate) -> object:
    """Everything that a certificate says, without what it says to prove it."""
    found = certificate.model_dump(mode="json")
    for name in ("with_mentors", "peers", "single_meetings"):
        found[name].pop("prices")
    if circles := found["with_mentors"]["circles"]:
        del circles["prices"], circles["steps"]
    return found


def verified_otherwise(text: str) -> bool:
    """Tell whether a text is accepted as the proof of anything that the real one does not claim."""
    try:
        found = read_certificate(text)
        verdict = verdict_on(found, every_form())
    except MentorgenError:
        event("refused")
        return False
    event("holds" if verdict.holds else "told")
    return verdict.holds and claims(found) != claims(read_certificate(a_text()))


def test_the_certificate_has_every_form_and_holds_without_a_note() -> None:
    found = read_certificate(a_text())

    assert found.peers is not None
    assert found.single_meetings is not None
    assert found.with_mentors.circles is not None
    sheets = (found.with_mentors, found.peers, found.single_meetings)
    assert [len(one.pairs) for one in sheets] == [6, 2, 2]
    assert found.with_mentors.locked == (("ken", "ana"),)
    verdict = verdict_on(found, every_form())
    assert (verdict.problems, verdict.notes) == ((), ())


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_no_changed_digit_makes_it_a_proof_of_something_else(data: st.DataObject) -> None:
    text = a_text()
    digits = [at for at, one in enumerate(text) if one.isdigit()]
    at = data.draw(st.sampled_from(digits))
    digit = data.draw(st.sampled_from(sorted({*"0123456789"} - {text[at]})))

    assert not verified_otherwise(text[:at] + digit + text[at + 1 :])


@settings(max_examples=30, deadline=None)
@given(st.data())
def test_no_list_cut_short_makes_it_a_proof_of_something_else(data: st.DataObject) -> None:
    found = json.loads(a_text())
    sheet = found[data.draw(st.sampled_from(["with_mentors", "peers", "single_meetings"]))]
    if data.draw(st.booleans()) and sheet.get("circles"):
        sheet = sheet["circles"]
    name = data.draw(st.sampled_from(sorted(one for one in sheet if isinstance(sheet[one], list))))
    if sheet[name]:
        sheet[name].pop(data.draw(st.integers(0, len(sheet[name]) - 1)))

    text = json.dumps(found)
    assert not verified_otherwise(text)
