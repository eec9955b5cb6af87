"""A program and a language without one Latin letter: what is left of them on a page is a leak of English."""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields, replace
from enum import Enum
from html import unescape
from typing import Any

from babel import Locale
from babel.support import NullTranslations
from pydantic import BaseModel

from mentorgen.model.program import Program
from mentorgen.output.site.page import Page
from mentorgen.output.site.words import Translated
from tests.programs.sites import parsed

_LATIN = "abcdefghijklmnopqrstuvwxyz"
_GREEK = "αβκδεφγηιξκλμνοπθρστυωωχυζ"
_LETTERS = str.maketrans(_LATIN + _LATIN.upper(), _GREEK + _GREEK.upper())
_HOLES = re.compile(r"(%\(\w+\)s|\{\w+\}|<[^>]*>)")
_SENTENCE = re.compile(r"^[A-Z]|\s")
_PLACES = ("timezone", "language", "languages", "github", "links", "link", "repository", "chat")
_ATTRIBUTES = ("aria-label", "title", "placeholder", "alt")
_WORD = re.compile(r"[A-Za-z]{2,}")
_TAG = re.compile(r"<[^>]*>")


class Greek(NullTranslations):
    """Says everything in Greek letters."""

    def gettext(self, message: str) -> str:
        return in_greek_letters(message)

    def ngettext(self, singular: str, plural: str, n: int) -> str:
        return in_greek_letters(singular if n == 1 else plural)


GREEK = Translated(Locale("el"), Greek())


def in_greek_letters(text: str) -> str:
    """Write a text in Greek letters, but for its tags and what is filled in."""
    parts = _HOLES.split(text)
    return "".join(part if at % 2 else part.translate(_LETTERS) for at, part in enumerate(parts))


def in_greek(program: Program) -> Program:
    """Let everybody in a program write Greek; ids, places and links stay."""
    told: dict[str, Any] = {one.name: _told(getattr(program, one.name)) for one in fields(program)}
    return replace(program, **told)


def leaks(page: Page) -> Iterator[str]:
    """List the Latin words that somebody could read on a page."""
    texts = [page.title, page.description, page.search_text]
    texts.append(unescape(_TAG.sub(" ", page.html)))
    for element in parsed(page.html).elements:
        for name, value in element.attributes.items():
            if name in _ATTRIBUTES or (name.startswith("data-") and "{" in value):
                texts.append(_filled(value))
    for text in texts:
        yield from _WORD.findall(text)


def still_latin(value: object) -> set[str]:
    """Collect the words of a program that stayed as they are: ids, places and links."""
    match value:
        case BaseModel():
            values: Iterable[object] = (getattr(value, one) for one in type(value).model_fields)
        case Mapping():
            values = (*value.keys(), *value.values())
        case tuple():
            values = value
        case Program():
            values = (getattr(value, one.name) for one in fields(value))
        case str():
            return {*_WORD.findall(value)}
        case _:
            return set()
    return {word for one in values for word in still_latin(one)}


def _filled(value: str) -> str:
    """Give the words of an attribute, without what a script puts in or chooses by."""
    forms = json.loads(value).values() if value.startswith('{"') else (value,)
    return re.sub(r"\{\w+\}", " ", " ".join(forms))


def _told(value: object) -> object:
    match value:
        case BaseModel():
            told = {
                name: _told(getattr(value, name))
                for name in type(value).model_fields
                if name not in _PLACES
            }
            return value.model_copy(update=told)
        case Mapping():
            return {key: _told(one) for key, one in value.items()}
        case tuple():
            return tuple(_told(one) for one in value)
        case str() if not isinstance(value, Enum) and _SENTENCE.search(value):
            return value.translate(_LETTERS)
        case _:
            return value
