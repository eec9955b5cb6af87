"""Certificates as text: written so that they can be looked at, and read back whatever stands in the file."""

import json
from collections.abc import Iterable

from pydantic import ValidationError

from mentorgen.analysis.matching.certificate_flaws import flaw_of
from mentorgen.analysis.matching.certificate_sheets import Certificate
from mentorgen.errors import MentorgenError

_NO = "This is no certificate of a proposal:"
_WAY_OUT = "Take the file as 'mentorgen match' wrote it."


class CertificateError(MentorgenError):
    """A text is no certificate; the sentence says what is wrong with it."""


def certificate_text(certificate: Certificate) -> str:
    """Write a certificate as JSON with a line for each pair and each person's prices."""
    document = certificate.model_dump(mode="json", by_alias=True)
    return f"{{\n{_members(document)}\n}}\n"


def read_certificate(text: str) -> Certificate:
    """Read a certificate back.

    Raises:
        CertificateError: if the text is anything else; it says in a sentence what is wrong.
    """
    try:
        certificate = Certificate.model_validate_json(text)
    except ValidationError as error:
        raise CertificateError(f"{_NO} {flaw_of(error)}. {_WAY_OUT}") from None
    json.loads(text, object_pairs_hook=_refuse_repeats)
    return certificate


def _members(document: dict[str, object]) -> str:
    return ",\n".join(f"{_dumped(name)}: {_value(value)}" for name, value in document.items())


def _value(value: object) -> str:
    match value:
        case dict():
            return f"{{\n{_members(value)}\n}}"
        case [[*_], *_]:
            rows = ",\n".join(_dumped(row) for row in value)
            return f"[\n{rows}\n]"
        case _:
            return _dumped(value)


def _dumped(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def _refuse_repeats(members: Iterable[tuple[str, object]]) -> None:
    names = [name for name, _ in members]
    if len(set(names)) < len(names):
        raise CertificateError(f"{_NO} a name is in it twice. {_WAY_OUT}")
