"""pydantic's errors, in the words of the people who write the files."""

import re
from collections.abc import Callable, Collection

from pydantic_core import ErrorDetails

from mentorgen.loading.rules import Rule
from mentorgen.loading.spelling import did_you_mean, shown
from mentorgen.loading.text import invisible_in_keyword
from mentorgen.model.ids import ID_PATTERN, PATH_ID_PATTERN
from mentorgen.model.record import SCHEMA

Sentence = tuple[Rule, str]
"""A rule and what to say."""

MOST_DIGITS = 15


def sentence_for(error: ErrorDetails, field: str, fields: Collection[str]) -> Sentence:
    """Say what is wrong with a field and how to mend it.

    `field` is the field's name as written, `fields` are the names that could stand there.
    """
    kind, value = error["type"], error["input"]
    if kind == "missing":
        return _missing(field)
    if kind == "extra_forbidden":
        return Rule.UNKNOWN_FIELD, _unknown(field, fields)
    if field == "schema":
        return Rule.SCHEMA, _schema(value)
    if value is None or value == "":
        return Rule.TEXT, f"{field} is empty. Write something, or leave the field out."
    if isinstance(value, str) and (hidden := invisible_in_keyword(value)):
        return Rule.HIDDEN_CHARACTER, f"{field} holds an {hidden}"
    return _SENTENCES[kind](field, error)


def _missing(field: str) -> Sentence:
    if field == "schema":
        return Rule.SCHEMA, f"the version of the format is missing. Add 'schema: {SCHEMA}'."
    return Rule.MISSING_FIELD, f"{field} is missing. Add '{field}: …'."


def _unknown(field: str, fields: Collection[str]) -> str:
    if field == "<<":
        return "unknown field '<<': merge keys are not supported. Write the fields themselves."
    nearest = did_you_mean(field, fields)
    return f"unknown field {shown(field)}.{nearest or ' Allowed here: ' + ', '.join(fields) + '.'}"


def _schema(value: object) -> str:
    if re.fullmatch("[0-9]{1,15}", str(value)) and int(str(value)) > SCHEMA:
        return (
            f"written for a newer mentorgen ({value}); this one knows {SCHEMA}. Update mentorgen."
        )
    return f"schema must be {SCHEMA}, not {shown(value)}."


def _choice(field: str, error: ErrorDetails) -> Sentence:
    value, expected = error["input"], str(error["ctx"]["expected"])
    words = re.findall("'([^']*)'", expected)
    rule = Rule.ROLE if field == "role" else Rule.CHOICE
    nearest = did_you_mean(value, words) if isinstance(value, str) else ""
    return rule, f"{field} must be {expected}, not {shown(value)}.{nearest}"


def _fact_kind(_: str, error: ErrorDetails) -> Sentence:
    words = re.findall("'([^']*)'", str(error["ctx"]["expected_tags"]))
    value = str(error["ctx"]["tag"])
    nearest = did_you_mean(value, words) or f" Kinds are: {', '.join(words)}."
    return Rule.FACT_KIND, f"no fact is called {shown(value)}.{nearest}"


def _no_fact_kind(_: str, __: ErrorDetails) -> Sentence:
    return (
        Rule.FACT_KIND,
        "this fact does not say what it is. Add 'kind: …', such as 'kind: confirmed'.",
    )


def _text(field: str, _: ErrorDetails) -> Sentence:
    return Rule.TEXT, f"{field} must be a text, not a list or a map."


def _whole_number(field: str, error: ErrorDetails) -> Sentence:
    value = str(error["input"])
    if re.fullmatch(f"[0-9]{{{MOST_DIGITS + 1},}}", value):
        return (
            Rule.WHOLE_NUMBER,
            f"{field} is a number that is too long (max {MOST_DIGITS} digits).",
        )
    return (
        Rule.WHOLE_NUMBER,
        f"{field} must be a whole number written with the digits 0-9, not {_found(error)}.",
    )


def _range(field: str, error: ErrorDetails) -> Sentence:
    (word, limit), *_ = error["ctx"].items()
    side = "at least" if word == "ge" else "at most"
    return Rule.RANGE, f"{field} must be {side} {limit}, not {_found(error)}."


def _true_or_false(field: str, error: ErrorDetails) -> Sentence:
    return Rule.TRUE_OR_FALSE, f"{field} must be true or false, not {_found(error)}."


def _day(field: str, error: ErrorDetails) -> Sentence:
    return Rule.DATE, f"{field} must be a date such as 2026-03-01, not {_found(error)}."


def _day_range(field: str, error: ErrorDetails) -> Sentence:
    return Rule.DATE, f"{field} must lie in the years 1990 to 2099, not on {_found(error)}."


def _time_of_day(field: str, error: ErrorDetails) -> Sentence:
    return Rule.TIME_OF_DAY, f"{field} must be a time of day such as 17:30, not {_found(error)}."


def _too_short(field: str, error: ErrorDetails) -> Sentence:
    least = error["ctx"]["min_length"]
    entries = "one entry" if least == 1 else f"{least} entries"
    return Rule.LIST, f"{field} needs at least {entries}."


def _too_long(field: str, error: ErrorDetails) -> Sentence:
    most = error["ctx"]["max_length"]
    if error["type"] == "string_too_long":
        length = len(error["input"])
        return (
            Rule.TOO_LONG,
            f"{field} has {length:,} characters; at most {most:,} fit. Shorten it.",
        )
    return (
        Rule.TOO_LONG,
        f"{field} has more than {most:,} entries; at most {most:,} are read. Shorten it.",
    )


def _list(field: str, error: ErrorDetails) -> Sentence:
    return Rule.LIST, f"{field} must be a list, such as [one, two], not {_found(error)}."


def _map(field: str, error: ErrorDetails) -> Sentence:
    return Rule.MAP, f"{field} must be a map of fields, not {_found(error)}."


def _pattern(field: str, error: ErrorDetails) -> Sentence:
    value, pattern = error["input"], error["ctx"]["pattern"]
    if pattern in {ID_PATTERN, PATH_ID_PATTERN}:
        return Rule.ID, f"{field} {shown(value)} is no id.{_tidy(value, pattern)}"
    rule, words = next(
        (rule, words) for start, rule, words in _PATTERNS if pattern.startswith(start)
    )
    return rule, f"{field} must be {words}, not {shown(value)}."


def _tidy(value: str, pattern: str) -> str:
    if "/" in value and pattern == ID_PATTERN:
        return " Write the id alone, without a path."
    tidy = re.sub("[^a-z0-9/]+", "-", value.lower()).strip("-/")
    if re.fullmatch(pattern, tidy):
        return f" Ids are lower-case letters, digits and single hyphens: '{tidy}'."
    return " Ids are lower-case letters, digits and single hyphens."


def _found(error: ErrorDetails) -> str:
    return shown(error["input"])


_PATTERNS: tuple[tuple[str, Rule, str], ...] = (
    ("^https://", Rule.LINK, "a link such as https://example.org/page"),
    (
        "^[A-Za-z0-9](-?",
        Rule.LOGIN,
        "a GitHub login (letters a-z, digits, single hyphens; no '@')",
    ),
    ("^[a-z]{2,3}", Rule.LANGUAGE, "a language code such as en, pt-BR or zh-Hans"),
)

_SENTENCES: dict[str, Callable[[str, ErrorDetails], Sentence]] = {
    "enum": _choice,
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
    "too_short": _too_short,
    "string_too_long": _too_long,
    "too_long": _too_long,
    "tuple_type": _list,
    "model_type": _map,
    "dict_type": _map,
    "string_pattern_mismatch": _pattern,
}
