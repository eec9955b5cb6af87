"""pydantic's errors, in the words of the people who write the files."""

import re
from collections.abc import Callable, Collection

from pydantic_core import ErrorDetails

from mentorgen.loading.spelling import did_you_mean, shown
from mentorgen.model.ids import ID_PATTERN, PATH_ID_PATTERN
from mentorgen.model.record import SCHEMA

Sentence = tuple[str, str]
"""A rule and what to say."""

MOST_DIGITS = 15


def sentence_for(error: ErrorDetails, field: str, fields: Collection[str]) -> Sentence:
    """Say what is wrong with a field and how to mend it.

    `field` is the field's name as written, `fields` are the names that could stand there.
    """
    kind = error["type"]
    if kind == "extra_forbidden":
        return "unknown-field", _unknown(field, fields)
    write = _SENTENCES.get(kind)
    if write is None:
        return "value", f"{field} is not right: {shown(error['input'])}."
    return write(field, error)


def _unknown(field: str, fields: Collection[str]) -> str:
    if field == "<<":
        return "unknown field '<<': merge keys are not supported. Write the fields themselves."
    nearest = did_you_mean(field, fields)
    return f"unknown field {shown(field)}.{nearest or ' Allowed here: ' + ', '.join(fields) + '.'}"


def _missing(field: str, _: ErrorDetails) -> Sentence:
    if field == "schema":
        return "schema", f"the version of the format is missing. Add 'schema: {SCHEMA}'."
    return "missing-field", f"{field} is missing. Add '{field}: …'."


def _choice(field: str, error: ErrorDetails) -> Sentence:
    value = error["input"]
    if field == "schema":
        return _schema(value)
    expected = str(error["ctx"]["expected"])
    words = re.findall("'([^']*)'", expected)
    rule = "role" if field == "role" else "choice"
    return rule, f"{field} must be {expected}, not {shown(value)}.{did_you_mean(str(value), words)}"


def _schema(value: object) -> Sentence:
    if isinstance(value, int) and value > SCHEMA:
        newer = (
            f"written for a newer mentorgen ({value}); this one knows {SCHEMA}. Update mentorgen."
        )
        return "schema", newer
    return "schema", f"schema must be {SCHEMA}, not {shown(value)}."


def _fact_kind(_: str, error: ErrorDetails) -> Sentence:
    words = re.findall("'([^']*)'", str(error["ctx"]["expected_tags"]))
    value = str(error["ctx"]["tag"])
    nearest = did_you_mean(value, words) or f" Kinds are: {', '.join(words)}."
    return "fact-kind", f"no fact is called {shown(value)}.{nearest}"


def _no_fact_kind(_: str, __: ErrorDetails) -> Sentence:
    return (
        "fact-kind",
        "this fact does not say what it is. Add 'kind: …', such as 'kind: confirmed'.",
    )


def _text(field: str, error: ErrorDetails) -> Sentence:
    if error["input"] is None:
        return "text", f"{field} is empty. Write something, or leave the field out."
    return "text", f"{field} must be a text, not a list or a map."


def _whole_number(field: str, error: ErrorDetails) -> Sentence:
    value = str(error["input"])
    if re.fullmatch(f"[0-9]{{{MOST_DIGITS + 1},}}", value):
        return "whole-number", f"{field} is a number that is too long (max {MOST_DIGITS} digits)."
    return (
        "whole-number",
        f"{field} must be a whole number written with the digits 0-9, not {shown(value)}.",
    )


def _range(field: str, error: ErrorDetails) -> Sentence:
    (word, limit), *_ = error["ctx"].items()
    side = "at least" if word == "ge" else "at most"
    return "range", f"{field} must be {side} {limit}, not {shown(error['input'])}."


def _true_or_false(field: str, error: ErrorDetails) -> Sentence:
    return "true-or-false", f"{field} must be true or false, not {shown(error['input'])}."


def _day(field: str, error: ErrorDetails) -> Sentence:
    return "date", f"{field} must be a date such as 2026-03-01, not {shown(error['input'])}."


def _day_range(field: str, error: ErrorDetails) -> Sentence:
    return "date", f"{field} must lie in the years 1990 to 2099, not on {shown(error['input'])}."


def _time_of_day(field: str, error: ErrorDetails) -> Sentence:
    return (
        "time-of-day",
        f"{field} must be a time of day such as 17:30, not {shown(error['input'])}.",
    )


def _too_short(field: str, error: ErrorDetails) -> Sentence:
    if error["type"] == "string_too_short":
        return "text", f"{field} is empty. Write something, or leave the field out."
    return "list", f"{field} needs at least {error['ctx']['min_length']} entry."


def _too_long(field: str, error: ErrorDetails) -> Sentence:
    most = error["ctx"]["max_length"]
    if error["type"] == "string_too_long":
        length = len(str(error["input"]))
        return "too-long", f"{field} has {length:,} characters; at most {most:,} fit. Shorten it."
    return "too-long", f"{field} has more than {most} entries; at most {most} are read. Shorten it."


def _list(field: str, error: ErrorDetails) -> Sentence:
    return "list", f"{field} must be a list, such as [one, two], not {shown(error['input'])}."


def _map(field: str, error: ErrorDetails) -> Sentence:
    return "map", f"{field} must be a map of fields, not {shown(error['input'])}."


def _pattern(field: str, error: ErrorDetails) -> Sentence:
    value, pattern = str(error["input"]), error["ctx"]["pattern"]
    if pattern in {ID_PATTERN, PATH_ID_PATTERN}:
        return "id", f"{field} {shown(value)} is no id.{_tidy(value, pattern)}"
    for start, rule, words in _PATTERNS:
        if pattern.startswith(start):
            return rule, words.format(field=field, value=shown(value))
    return "value", f"{field} is not right: {shown(value)}."


def _tidy(value: str, pattern: str) -> str:
    if "/" in value and pattern == ID_PATTERN:
        return " Write the id alone, without a path."
    tidy = re.sub("[^a-z0-9/]+", "-", value.lower()).strip("-/")
    if re.fullmatch(pattern, tidy):
        return f" Ids are lower-case letters, digits and single hyphens: '{tidy}'."
    return " Ids are lower-case letters, digits and single hyphens."


_PATTERNS = (
    ("^https://", "link", "{field} must be a link that begins with https://, not {value}."),
    (
        "^[A-Za-z0-9](-?",
        "login",
        "{field} must be a GitHub login (letters, digits, single hyphens), not {value}.",
    ),
    ("^[a-z]{2,3}", "language", "{field} must be a language code such as en, pt-BR, not {value}."),
)

_SENTENCES: dict[str, Callable[[str, ErrorDetails], Sentence]] = {
    "missing": _missing,
    "enum": _choice,
    "literal_error": _choice,
    "union_tag_invalid": _fact_kind,
    "union_tag_not_found": _no_fact_kind,
    "string_type": _text,
    "int_type": _whole_number,
    "greater_than_equal": _range,
    "less_than_equal": _range,
    "bool_type": _true_or_false,
    "day": _day,
    "day_range": _day_range,
    "time_of_day": _time_of_day,
    "string_too_short": _too_short,
    "too_short": _too_short,
    "string_too_long": _too_long,
    "too_long": _too_long,
    "tuple_type": _list,
    "model_type": _map,
    "model_attributes_type": _map,
    "string_pattern_mismatch": _pattern,
}
