"""What looks like an e-mail address or a phone number in a text, so that it is not published by a slip.

It guards against slips, not against somebody who wants to tell: words can always go around it.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from typing import NamedTuple


class Contact(NamedTuple):
    """A way to reach somebody: where it begins in the text, as it is written, and what it is."""

    start: int
    text: str
    what: str


EMAIL = "an e-mail address"
PHONE = "a phone number"

_FEWEST_DIGITS = 8
"""Shorter numbers reach nobody from abroad; years, prices and counts are shorter."""

_SIGNS = (
    *("@", "+", " dot ", "tél", "phone", "mobil", "móvil", "cell", "whats", "wa.me"),
    *("sms:", "callto", "signal"),
)
_SIGNS_IN_LINKS = ("%40", "%2b", "&#", "&commat", "number=")
_RARE = "%&="
"""One of these stands in each of them: to search for one letter takes a tenth of the time."""
_HINTS = tuple(
    re.compile(hint)
    for hint in (
        r"tel[:. ]|tele[fp]",
        r"at ?[)\]}>]",
        r"0(?<![^\n (\"']0)[0-9]",
        r"[).-](?<=[2-9][0-9]{2}[).-])(?:(?<=[)]) )?[0-9]{3}",
    )
)
"""Without a sign or one of these a text holds nothing to find.

Each begins with what it is sought by, for every file is searched with them: a number's first zero is
one after a blank, a quote or a bracket, and what stands between two parts of a number looks back.
"""

_Way = tuple[tuple[str, ...], re.Pattern[str]]
"""A way to write a contact, after signs of which a text must hold one for it to be there."""

_AT = r"(?:@|%40|&\#0*64;|&\#x0*40;|&commat;|\s?[\[({<]\s?(?:at|@)\s?[\])}>]\s?)"
_DOT = r"(?:\.|\s?[\[({<]\s?(?:dot|\.)\s?[\])}>]\s?|\sdot\s)"
_LABEL = r"(?:xn--[\w-]{1,59}|[^\W_](?:[\w-]{0,61}[^\W_])?)"
_EMAIL = re.compile(
    rf"""
    (?<![\w.+@-])                                    # @ana@social.example is no address
    (?!git(?:ea)?@|[\w+.-]+@users[.]noreply[.])      # the way to a repository; an address of nobody
    [\w.+%'-]{{1,64}} {_AT}
    (?:{_LABEL}{_DOT}){{1,8}} (?:xn--[\w-]{{1,59}}|[^\W\d_]{{2,24}}) (?![\w-])
    """,
    re.VERBOSE | re.IGNORECASE,
)
_SPOKEN_EMAIL = re.compile(
    r"(?<!\w)[\w.+-]{1,64} at [\w-]{1,63}(?: dot [\w-]{1,63}){0,3} dot (?:com|org|net|edu|info|eu|io)\b",
    re.IGNORECASE,
)
_EMAILS: tuple[_Way, ...] = (
    (("@", "%40", "&#", "&commat", ")", "]", "}", ">"), _EMAIL),
    ((" dot ",), _SPOKEN_EMAIL),
)
_GAP = r"[\s().\-/]{0,3}"
_DIGITS = rf"[0-9](?:{_GAP}[0-9]){{6,14}}(?![\w-])"
_PHONES: tuple[_Way, ...] = (
    # +351 912 345 678, also as %2B in a link
    (("+", "%2b"), re.compile(rf"(?<![\w+])(?:\+|%2b)\(?{_DIGITS}", re.IGNORECASE)),
    # 00351 912 345 678; ORCID ids begin with four zeros, versions and paths have something before it
    (("00",), re.compile(rf"(?<![\w./:+-])00[ ]?[1-9](?:{_GAP}[0-9]){{7,13}}(?![\w-])")),
    # 0171 2345678, (030) 123 456 78; a date has no third digit, and 0317-8471 is a journal's ISSN
    (
        ("0",),
        re.compile(
            r"(?<![\w./:+-])(?!0[0-9]{3}-[0-9]{4}(?![0-9]))"
            r"\(?0[1-9][0-9]{1,4}\)?[ /-]{1,3}[0-9]{3,}(?:[ /-]?[0-9]{2,}){0,4}(?![\w-]|[.][0-9])"
        ),
    ),
    # 06 12 34 56 78 and 01712345678; ten digits without a space may be a book's ISBN
    (("0",), re.compile(r"0(?<![\w./:+-]0)[1-9](?:[ .-][0-9]{2}){4}(?![\w-]|[.][0-9])")),
    (("0",), re.compile(r"0(?<![\w./:+-]0)[1-9][0-9]{9,10}(?![\w-]|[.][0-9])")),
    # (555) 010-9999, 555-010-9999
    (("(",), re.compile(r"(?<![\w./:+-])\([2-9][0-9]{2}\) ?[0-9]{3}[ .-][0-9]{4}(?![\w-])")),
    (
        (".", "-"),
        re.compile(r"(?<![\w./:+-])[2-9][0-9]{2}([.-])[0-9]{3}\1[0-9]{4}(?![\w-]|[.][0-9])"),
    ),
    # tel:912345678, sms:…, wa.me/351912345678, …whatsapp.com/send?phone=351912345678
    (
        ("tel:", "sms:", "callto:", ".me/", "phone=", "number="),
        re.compile(
            rf"(?:\b(?:tel|sms|callto):|\bwa[.]me/|\bphone=|\bnumber=|\bsignal[.]me/\#p/)\+?{_DIGITS}",
            re.IGNORECASE,
        ),
    ),
    # phone: 912 345 678, my mobile is 912 345 678
    (
        ("",),
        re.compile(
            r"\b(?:tel|phone|telephone|telefon|telefone|tel[eé]fono|t[eé]l[eé]phone|mobile|m[oó]vil|cell|"
            rf"whats[ ]?app|signal)[.:]?(?:\s(?:no|number|nr|is|me|at|on)[.:]?){{0,2}}\s*{_DIGITS}",
            re.IGNORECASE,
        ),
    ),
)


def contacts_in(text: str) -> Iterator[Contact]:
    """Give every e-mail address and phone number of a text, the addresses first."""
    if not hints_at_contact(text):
        return
    plain = _plain(text)
    for found in _ways_in(plain, _EMAILS):
        yield Contact(found.start(), text[found.start() : found.end()], EMAIL)
    for start, end in _numbers(plain):
        yield Contact(start, text[start:end], PHONE)


def _ways_in(plain: str, ways: Iterable[_Way]) -> Iterator[re.Match[str]]:
    lowered = plain.lower()
    for signs, pattern in ways:
        if any(map(lowered.__contains__, signs)):
            yield from pattern.finditer(plain)


def hints_at_contact(text: str) -> bool:
    """Tell whether a text could have to do with a way to reach somebody; cheap, and wrong on the safe side."""
    lowered = _plain(text).lower()
    found = lowered.__contains__
    return (
        any(map(found, _SIGNS))
        or (any(map(found, _RARE)) and any(map(found, _SIGNS_IN_LINKS)))
        or any(hint.search(lowered) for hint in _HINTS)
    )


def _plain(text: str) -> str:
    return text if text.isascii() else text.translate(_PLAIN)


def _numbers(plain: str) -> Iterator[tuple[int, int]]:
    """Give where numbers stand, each once, though several ways of writing may fit it."""
    found = _ways_in(plain, _PHONES)
    spans = sorted(match.span() for match in found if _digits(match[0]) >= _FEWEST_DIGITS)
    last = 0
    for start, end in spans:
        if start >= last:
            last = end
            yield start, end


def _digits(text: str) -> int:
    return sum(map(str.isdigit, text))


class _Plain(dict[int, int | str]):
    """Maps digits, signs and spaces of other scripts to plain ones of the same length, as they are met."""

    def __missing__(self, point: int) -> int | str:
        character = chr(point)
        if character.isdecimal():
            plain = str(unicodedata.decimal(character))
        elif unicodedata.category(character) == "Zs":
            plain = " "
        elif unicodedata.category(character) == "Pd":
            plain = "-"
        else:
            folded = unicodedata.normalize("NFKC", character)
            plain = folded if len(folded) == 1 else character
        self[point] = plain
        return plain


_PLAIN = _Plain()
