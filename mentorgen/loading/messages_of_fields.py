"""What is said of fields that are missing, empty, or not known."""

from collections.abc import Collection

from mentorgen.loading.rules import Rule
from mentorgen.loading.shapes import Shape
from mentorgen.loading.spelling import did_you_mean, shown
from mentorgen.loading.text import invisible_in_keyword
from mentorgen.model.privacy import Level
from mentorgen.model.record import SCHEMA

Sentence = tuple[Rule, str]
"""A rule and what to say."""

_NEVER_STORED = "This is never stored; delete it."
_IN_CONTACT = "How to reach somebody belongs into 'contact', in the private folder."
_MOST_WORDS = 7
"""As many as a week has days; more are for the reference."""
_ASKED_ELSEWHERE = {
    **dict.fromkeys(("email", "e-mail", "e_mail", "mail"), _IN_CONTACT),
    **dict.fromkeys(("phone", "mobile", "telephone", "tel", "address"), _NEVER_STORED),
    **dict.fromkeys(("birthday", "birthdate", "birth_date", "date_of_birth"), _NEVER_STORED),
}
"""What other forms ask of people, and what becomes of it here."""


def missing(field: str, shape: Shape | None) -> Sentence:
    """Say what to add where a field is missing."""
    if field == "schema":
        return Rule.SCHEMA, f"the version of the format is missing. Add 'schema: {SCHEMA}'."
    return Rule.MISSING_FIELD, f"{field} is missing. Add '{field}: …'{_such_as(shape)}."


def _such_as(shape: Shape | None) -> str:
    """Say what a field may hold where that is a date, or one of a few words."""
    if shape and shape.is_day:
        return ", a date such as 2026-03-01"
    if shape and 0 < len(shape.words) <= _MOST_WORDS:
        *first, last = map(repr, shape.words)
        return f", which is {', '.join(first)} or {last}"
    return ""


def empty(field: str, shape: Shape | None) -> Sentence:
    """Say what to do with a field that says nothing; some cannot be left out."""
    way_out = "" if shape and shape.is_required else ", or leave the field out"
    return Rule.TEXT, f"{field} is empty. Write something{way_out}."


def unknown(field: str, shapes: Collection[Shape], *, is_private: bool) -> Sentence:
    """Say what may stand in place of a field that is not known; of a public file, what all may read."""
    if field == "<<":
        message = "unknown field '<<': merge keys are not supported. Write the fields themselves."
        return Rule.UNKNOWN_FIELD, message
    if hidden := invisible_in_keyword(field):
        return Rule.HIDDEN_CHARACTER, f"this field's name holds an {hidden}"
    names = {shape.written: shape for shape in shapes}
    elsewhere = _ASKED_ELSEWHERE.get(field.lower())
    if elsewhere and "contact" in names:
        return Rule.UNKNOWN_FIELD, f"unknown field {shown(field)}. {elsewhere}"
    here = [name for name, one in names.items() if is_private or one.level is Level.PUBLIC]
    advice = did_you_mean(field, names) or f" Allowed here: {', '.join(here or names)}."
    return Rule.UNKNOWN_FIELD, f"unknown field {shown(field)}.{advice}"
