"""Every reader of YAML that the loader has must understand a text alike."""

import re
from collections.abc import Iterator

from mentorgen.loading.faults import Fault, UnreadableError
from mentorgen.loading.yaml_events import Path, Value
from mentorgen.loading.yaml_source import Source, parse_yaml

_PARTED = re.compile(r"\t|[\[{][^\]}]*\?|:[,\[\]{}]|[|>][0-9+-]*#")
"""Where YAML's parsers part, and one may refuse what the other reads: a tab outside quotes, '?'
and ':' against another mark in brackets, a comment against '|'."""


def agree(text: str) -> Source | Fault:
    """Read a text line by line or with libyaml, as `parse_yaml` chooses, and with the parser in Python.

    Raises:
        AssertionError: they find other values, places or repeated keys, or only one of them refuses.
    """
    quick, thorough = _read(text, fast=True), _read(text, fast=False)
    one_refuses = isinstance(quick, Fault) is not isinstance(thorough, Fault)
    if not (one_refuses and _PARTED.search(text)):
        difference = f"{text!r} is read as {quick} and as {thorough}"
        assert _understood(quick) == _understood(thorough), difference
    return quick


def _read(text: str, *, fast: bool) -> Source | Fault:
    try:
        return parse_yaml(text, fast=fast)
    except UnreadableError as error:
        return error.fault


def _understood(found: Source | Fault) -> object:
    """Give what must be equal: as text, for to Python 1 is True, and the order of keys counts."""
    if isinstance(found, Fault):
        return "refused"
    places = found.places
    parts = [*_parts(found.fields, ())]
    assert all(places.of_value(path) for path, _ in parts), (
        f"no place for a value of {found.fields}"
    )
    keys = [places.of_key(path) for path, _ in parts if "" not in path]  # nothing has no place
    values = [places.of_value(path) for path, value in parts if value is not None]
    written = [places.written(path) for path, _ in parts]
    return repr(found.fields), keys, values, written, found.faults


def _parts(value: Value, path: Path) -> Iterator[tuple[Path, Value]]:
    """Give a value and everything in it, each with the way to it."""
    yield path, value
    if isinstance(value, dict):
        for key in value:
            yield from _parts(value[key], (*path, key))
    elif isinstance(value, list):
        for at, entry in enumerate(value):
            yield from _parts(entry, (*path, at))
