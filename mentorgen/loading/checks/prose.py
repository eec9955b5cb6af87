"""Texts in Markdown that would take long to lay out."""

import re
from collections.abc import Iterator

from mentorgen.loading.documents import BODY_FIELDS, Document
from mentorgen.loading.letters import texts_in
from mentorgen.loading.rules import Rule
from mentorgen.loading.text import position
from mentorgen.model.problems import Problem

_NESTED = re.compile(r"(?:(?:>|[-*+][ \t]|[0-9]{1,9}[.)][ \t])[ \t]*){17}.*")
"""More than sixteen quotes and lists that open inside one another, and the rest of the line."""
_RULE = re.compile(r"([-*])[ \t]*(?:\1[ \t]*)+")
"""A line across the page, which nests nothing."""
_SIGNS = (">>", "> ", "- -", "* *", "+ +", ". 1", ") 1", "\\")
"""Without one of these (a backslash may stand for any) nothing is nested on one line."""
_FREQUENT = ("- -", ". 1")
_RARE = ">*+)\\"
"""With what the other signs begin: to search for one letter takes a tenth of the time."""


def may_nest(text: str) -> bool:
    """Tell whether a line could open quotes and lists inside one another, or hide with a backslash that it does."""
    found = text.__contains__
    return any(map(found, _FREQUENT)) or (any(map(found, _RARE)) and any(map(found, _SIGNS)))


def nested_prose(document: Document) -> Iterator[Problem]:
    """Yield a problem for a text with quotes and lists that nobody could read, and few programs."""
    body = BODY_FIELDS.get(document.spot.shelf.kind)
    message = "quotes and lists are nested more than 16 deep here; write it flatter."
    for path, text in texts_in(document.fields):
        found = next((one for one in _NESTED.finditer(text) if not _RULE.fullmatch(one[0])), None)
        if found and path == (body,):
            line, column = position(text, found.start())
            place = document.place_in_body(line - 1, column - 1)
            yield Problem(place.path, place.line, place.column, Rule.TOO_DEEP, message)
        elif found:
            yield document.problem(path, Rule.TOO_DEEP, message)
