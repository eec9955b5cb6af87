"""PyYAML's events: where they come from and what their scalars mean."""

import re
from collections.abc import Callable
from typing import TypeAlias

import yaml
from yaml.events import Event
from yaml.scanner import ScannerError

Value: TypeAlias = "str | int | bool | list[Value] | dict[str, Value] | None"
Path: TypeAlias = tuple[str | int, ...]
"""The way from the top of a file to a value: field names and positions in lists, from 0."""
EventSource: TypeAlias = Callable[[], Event]
"""Gives PyYAML's events, one a call."""

LIBYAML = yaml.__with_libyaml__
_FIRST = frozenset("-0123456789")
_WHOLE_NUMBER = re.compile(r"0|-?[1-9][0-9]{0,14}")
_WORDS: dict[str, bool | None] = {
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
    **dict.fromkeys(("", "~", "null", "Null", "NULL")),
}


def event_source(text: str, *, fast: bool) -> EventSource:
    """Open the text with libyaml's parser (`fast`) or with the one in Python.

    Only the events of these loaders are used, never what they would construct.
    """
    loader = yaml.CBaseLoader(text) if fast else _Python(text)
    return loader.get_event  # type: ignore[return-value] # None only after the stream's end


class _Python(yaml.BaseLoader):
    """The parser in Python, mended where an escape in quotes stands for no character."""

    def get_event(self) -> Event:
        """Give the next event, or a scanner's error where Python's own would come."""
        try:
            event: Event = super().get_event()  # type: ignore[no-untyped-call]
        except (ValueError, OverflowError):
            mark, problem = self.get_mark(), "found an escape of no character"
            raise ScannerError(problem=problem, problem_mark=mark) from None
        return event


def scalar(text: str) -> str | int | bool | None:
    """Resolve an unquoted scalar: null, true, false, a decimal whole number, otherwise text."""
    if text in _WORDS:
        return _WORDS[text]
    return int(text) if text[0] in _FIRST and _WHOLE_NUMBER.fullmatch(text) else text
