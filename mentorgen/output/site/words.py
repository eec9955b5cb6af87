"""The words of the site in the program's language: sentences from a catalogue, days and numbers by locale.

A catalogue is a file `output/locale/<language>.po`, read as it is. In a language without one everything
stays English, days too, so that no sentence is half of one language and half of another.
"""

from __future__ import annotations

import re
from datetime import date
from functools import cache
from importlib.resources import files
from io import BytesIO
from typing import TYPE_CHECKING, assert_never

from babel import Locale
from babel.dates import format_date, match_skeleton
from babel.lists import format_list
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from babel.numbers import format_decimal
from babel.support import NullTranslations, Translations
from markupsafe import Markup

from mentorgen.model.said import (
    Amount,
    DayShape,
    Joint,
    Message,
    Moment,
    Opening,
    Said,
    Series,
    Tongue,
    Value,
    plain,
    said,
)

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from mentorgen.model.said import How

CATALOGUES = files("mentorgen.output").joinpath("locale")
"""Where the catalogues lie."""
_FORMATS = {DayShape.FULL: "long", DayShape.MONTH: "LLLL", DayShape.SHORT_MONTH: "LLL"} | {
    DayShape.WEEKDAY: "cccc",
    DayShape.SHORT_WEEKDAY: "ccc",
}
_SKELETONS = {DayShape.DAY: "MMMMd", DayShape.SHORT: "MMMd", DayShape.LONG: "MMMMEd"} | {
    DayShape.MONTH_YEAR: "yMMMM"
}
"""What has no format of its own in a locale is looked up by the fields that it shows."""
_APART = "\N{FIRST STRONG ISOLATE}%s\N{POP DIRECTIONAL ISOLATE}"
"""Keeps a name in Latin letters from changing the order of a sentence that runs from right to left."""
_BEGINS_WITH_I = re.compile(r"h?[ií](?![aeoáéó])", re.IGNORECASE)
"""Before this sound Spanish says `e` for `and`."""
_JOINTS = {Joint.COMMA: said(", "), Joint.SEMICOLON: said("; "), Joint.SPACE: " "}
_MANY = 200
"""Every plural category of a small number occurs below this."""


class Words:
    """Says texts in English, as they stand in the source."""

    language = "en"
    direction = "ltr"
    _catalogue = NullTranslations()
    _locale = Locale("en")

    def of(self, text: str) -> str:
        """Say a text; what people wrote stays as it is."""
        return text

    def shown(self, value: object) -> object:
        """Say what a template prints, if it is a text of ours."""
        return self.of(value) if isinstance(value, Said) else value

    def gettext(self, message: str, **values: Value) -> Markup:
        """Say a sentence of a template; what people wrote in it is escaped."""
        return Markup(self._catalogue.gettext(message)) % self._values(values)  # noqa: S704 # ours

    def ngettext(self, singular: str, plural: str, num: int, **values: Value) -> Markup:
        """Say a sentence of a template that depends on a number."""
        text = self._catalogue.ngettext(singular, plural, num)
        return Markup(text) % self._values({"num": num, **values})  # noqa: S704 # ours

    def with_bold(self, text: str) -> str:
        """Say a sentence with its values in bold; what people wrote in them is escaped."""
        if not (isinstance(text, Said) and isinstance(text.how, Message)):
            return self.of(text)
        bold = Markup("<b>{}</b>").format
        values = self._values(dict(text.how.values))
        return Markup(self._catalogue.gettext(text.how.text)) % {  # noqa: S704 # ours
            name: bold(value) for name, value in values.items()
        }

    def forms(self, singular: str, plural: str, **values: str) -> Mapping[str, str]:
        """Give a sentence in each form that a number can ask for, by its plural category: a script chooses."""
        return {
            category: self._catalogue.ngettext(singular, plural, num) % values
            for category, num in _one_of_each(self._locale).items()
        }

    def _values(self, values: Mapping[str, Value]) -> dict[str, str]:
        return {name: self._value(value) for name, value in values.items()}

    def _value(self, value: Value) -> str:
        return plain(value)


class Translated(Words):
    """Says texts in another language, by its catalogue and its locale."""

    def __init__(self, locale: Locale, catalogue: NullTranslations) -> None:
        self.language = locale.language
        self.direction = locale.text_direction
        self._locale = locale
        self._catalogue = catalogue

    def of(self, text: str) -> str:
        """Say a text; what people wrote stays as it is."""
        return self._spoken(text.how) if isinstance(text, Said) else text

    def _spoken(self, how: How) -> str:
        match how:
            case Message():
                return self._sentence(how)
            case Series(parts, joint):
                return self._row([self._value(part) for part in parts], joint)
            case Moment(day, shape):
                return self._day(day, shape)
            case Amount(number):
                return self._value(number)
            case Opening(text):
                text = self.of(text)
                return text[:1].upper() + text[1:]
            case Tongue(tag):
                return str(self._locale.languages.get(tag, tag))
            case _:
                assert_never(how)

    def _sentence(self, message: Message) -> str:
        values = dict(message.values)
        if message.plural is None:
            text = self._catalogue.gettext(message.text)
        else:
            text = self._catalogue.ngettext(message.text, message.plural, message.num)
        return text % self._values(values) if values else text

    def _value(self, value: Value) -> str:
        match value:
            case Said():
                return self.of(value)
            case str():
                return _APART % value if self.direction == "rtl" else value
            case date():
                return self._day(value, DayShape.FULL)
            case _:
                return format_decimal(value, locale=self._locale)

    def _row(self, parts: Sequence[str], joint: Joint) -> str:
        if joint is not Joint.AND:
            return self.of(_JOINTS[joint]).join(parts)
        row = format_list(parts, locale=self._locale)
        if self.language == "es" and len(parts) > 1 and _BEGINS_WITH_I.match(parts[-1]):
            return row.removesuffix(f" y {parts[-1]}") + f" e {parts[-1]}"
        return row

    def _day(self, day: date, shape: DayShape) -> str:
        if shape in _FORMATS:
            return format_date(day, _FORMATS[shape], locale=self._locale)
        known = self._locale.datetime_skeletons
        pattern = known[match_skeleton(_SKELETONS[shape], known)].pattern
        whole = pattern.replace("E", "EEEE") if shape is DayShape.LONG else pattern
        return format_date(day, whole, locale=self._locale)


ENGLISH = Words()


@cache
def words_in(tag: str) -> Words:
    """Give the words of a language; those of English for one that has no catalogue."""
    language = tag.partition("-")[0].lower()
    found = CATALOGUES.joinpath(f"{language}.po")
    if not found.is_file():
        return ENGLISH
    compiled = BytesIO()
    with found.open("rb") as catalogue:
        write_mo(compiled, read_po(catalogue, locale=language))
    compiled.seek(0)
    return Translated(Locale(language), Translations(compiled))


@cache
def _one_of_each(locale: Locale) -> Mapping[str, int]:
    """Find a number for each of the categories that a language counts in."""
    return {locale.plural_form(number): number for number in range(_MANY, -1, -1)}
