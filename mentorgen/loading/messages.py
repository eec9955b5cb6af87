"""pydantic's errors, in the words of the people who write the files."""

import re
from collections.abc import Callable, Collection
from datetime import date

from pydantic_core import ErrorDetails

from mentorgen.loading.languages import code_of
from mentorgen.loading.messages_of_fields import Sentence, empty, missing, unknown
from mentorgen.loading.rules import Rule
from mentorgen.loading.shapes import Shape
from mentorgen.loading.spelling import did_you_mean, shown, singular
from mentorgen.loading.text import invisible_in_keyword
from mentorgen.model.fields import VISIBLE_PATTERN
from mentorgen.model.ids import ID_PATTERN, PATH_ID_PATTERN
from mentorgen.model.record import SCHEMA

MOST_DIGITS = 15


def sentence_for(
    error: ErrorDetails, field: str, shapes: Collection[Shape], *, is_private: bool
) -> Sentence:
    """Say what is wrong with a field and how to mend it.

    `field` is the field's name as written, `shapes` are the fields that could stand there, in a
    public or a private file.
    """
    kind, value = error["type"], error["input"]
    shape = next((one for one in shapes if one.written == error["loc"][-1]), None)
    if kind == "missing":
        return missing(field, shape)
    if kind == "extra_forbidden":
        return unknown(field, shapes, is_private=is_private)
    if field == "schema":
        return Rule.SCHEMA, _schema(value)
    if value is None or value == "":
        return empty(field, shape)
    if (
        kind != "string_too_long"
        and isinstance(value, str)
        and (hidden := invisible_in_keyword(value))
    ):
        return Rule.HIDDEN_CHARACTER, f"{field} holds an {hidden}"
    return _SENTENCES[kind](field, error)


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
    value = error["input"]["kind"] if isinstance(error["input"], dict) else error["input"]
    nearest = did_you_mean(value, words) if isinstance(value, str) else ""
    nearest = nearest or f" Kinds are: {', '.join(words)}."
    return Rule.FACT_KIND, f"{shown(value)} is no kind of fact.{nearest}"


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
    if re.fullmatch("0|-?[1-9][0-9]{0,14}", value):
        return Rule.WHOLE_NUMBER, f"{field} must be a whole number; write {value} without quotes."
    if re.fullmatch("-?0[0-9]+", value):
        message = f"{field} must be a whole number without a zero in front; write {int(value)}."
        return Rule.WHOLE_NUMBER, message
    return (
        Rule.WHOLE_NUMBER,
        f"{field} must be a whole number written with the digits 0-9, not {_found(error)}.",
    )


def _range(field: str, error: ErrorDetails) -> Sentence:
    (word, limit), *_ = error["ctx"].items()
    side = "at least" if word == "ge" else "at most"
    return Rule.RANGE, f"{field} must be {side} {limit}, not {_found(error)}."


def _true_or_false(field: str, error: ErrorDetails) -> Sentence:
    meant = _YES_OR_NO.get(str(error["input"]).lower())
    right = f" Write {meant}, without quotes." if meant else ""
    return Rule.TRUE_OR_FALSE, f"{field} must be true or false, not {_found(error)}.{right}"


def _day(field: str, error: ErrorDetails) -> Sentence:
    found = _DAY.fullmatch(str(error["input"]))
    words = f"{field} must be a date such as 2026-03-01, not {_found(error)}."
    if found is None:
        return Rule.DATE, words
    year, month, day = map(int, found.groups())
    try:
        meant = date(year, month, day)
    except ValueError:
        return Rule.DATE, f"{words} There is no such day."
    return Rule.DATE, f"{words} Did you mean {meant}?"


def _day_range(field: str, error: ErrorDetails) -> Sentence:
    return (
        Rule.DATE,
        f"{field} must lie between 1990 and five years from now, not on {_found(error)}.",
    )


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
    value, entry = error["input"], _example(singular(field), error["input"])
    if entry is None:
        is_word = isinstance(value, str) and _WORD.fullmatch(value)
        entry = (code_of(value) or value) if is_word else "one, two"
    return Rule.LIST, f"{field} must be a list, such as [{entry}], not {_found(error)}."


def _map(field: str, error: ErrorDetails) -> Sentence:
    example = _example(field, error["input"])
    such_as = f", such as {example}" if example else ""
    return Rule.MAP, f"{field} must be a map of fields{such_as}, not {_found(error)}."


def _example(field: str, value: object) -> str | None:
    """Show a map that could stand in a field, with the word that stands there where it fits."""
    if field in _SKILLED:
        is_skill = isinstance(value, str) and _WORD.fullmatch(value) and not value.isdecimal()
        return f"{{skill: {value if is_skill else 'docs'}}}"
    return _MAPS.get(field)


def _pattern(field: str, error: ErrorDetails) -> Sentence:
    value, pattern = error["input"], error["ctx"]["pattern"]
    if pattern in {ID_PATTERN, PATH_ID_PATTERN}:
        return Rule.ID, f"{field} {shown(value)} is no id.{_tidy(value, pattern)}"
    if pattern == VISIBLE_PATTERN:
        return Rule.TEXT, f"{field} holds nothing that can be seen. Write something."
    if pattern.startswith("^https://"):
        return Rule.LINK, _link(field, value)
    rule, words = next(
        (rule, words) for start, rule, words in _PATTERNS if pattern.startswith(start)
    )
    meant = _login_in(value) if rule is Rule.LOGIN else code_of(value)
    question = f" Did you mean '{meant}'?" if meant else ""
    return rule, f"{field} must be {words}, not {shown(value)}.{question}"


def _link(field: str, value: str) -> str:
    """Say which part of a link is wrong."""
    host = re.match("https://([^/?#]*)", value)
    if host is None:
        return f"{field} must begin with https://, such as https://example.org/page, not {shown(value)}."
    if "@" in host[1]:
        return f"{field} has a name or a password before its host in {shown(value)}; delete them."
    if not host[1].isascii():
        return (
            f"{field} has letters other than a-z in the host of {shown(value)}, which can look like "
            "others; write the host in the form that begins with xn--."
        )
    return f"{field} must be a link such as https://example.org/page, not {shown(value)}."


def _login_in(value: str) -> str | None:
    """Find the login in what people copy in its place: '@ana', or the profile's address."""
    found = _PROFILE.fullmatch(value.strip())
    return found[1] if found else None


def _tidy(value: str, pattern: str) -> str:
    if "/" in value and pattern == ID_PATTERN:
        return " Write the id alone, without a path."
    tidy = re.sub("[^a-z0-9/]+", "-", value.lower()).strip("-/")
    if re.fullmatch(pattern, tidy):
        return f" Ids are lower-case letters, digits and single hyphens: '{tidy}'."
    return " Ids are lower-case letters, digits and single hyphens."


def _found(error: ErrorDetails) -> str:
    return shown(error["input"])


_YES_OR_NO = {
    **dict.fromkeys(("true", "yes", "y", "on", "1"), "true"),
    **dict.fromkeys(("false", "no", "n", "off", "0"), "false"),
}
_DAY = re.compile("([0-9]{4})[-/.]?([0-9]{1,2})[-/.]?([0-9]{1,2})(?:[T ].*)?")
"""Year, month and day in that order, however they are kept apart."""
_PROFILE = re.compile(
    r"@?(?:(?:https?://)?(?:www\.)?github\.com/)?([A-Za-z0-9](?:-?[A-Za-z0-9])*)/?"
)
_MAPS = {
    "consent": "{version: 1, given: 2026-03-01}",
    "fact": "{on: 2026-03-01, kind: confirmed, by: ana}",
    "hour": "{day: mon, from: 17:30, to: 18:30}",
    "milestone": "{name: A first draft}",
    "stage": "{name: Start, weeks: 4}",
}
"""What one of several maps looks like, for those who wrote a word instead."""
_SKILLED = frozenset({"offer", "want"})
_WORD = re.compile(r"[\w-]{1,30}")
_PATTERNS: tuple[tuple[str, Rule, str], ...] = (
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
