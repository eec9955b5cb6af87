"""Letters that are stored in two ways: as one character, or as a letter and the accent after it."""

import unicodedata
from collections.abc import Iterator, Mapping

from mentorgen.loading.yaml_events import Path, Value


def is_composed(text: str) -> bool:
    """Tell whether each letter of a text is stored as one character, where there is such a one."""
    return text.isascii() or unicodedata.is_normalized("NFC", text)


def composed(value: Value) -> Value:
    """Give a value with each letter of its texts as one character, as searches expect them."""
    if isinstance(value, str):
        return unicodedata.normalize("NFC", value)
    if isinstance(value, list):
        return [composed(inner) for inner in value]
    if isinstance(value, dict):
        return {key: composed(inner) for key, inner in value.items()}
    return value


def texts_in(value: object, path: Path = ()) -> Iterator[tuple[Path, str]]:
    """Give every text below a value, with its place."""
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, Mapping):
        for key, inner in value.items():
            yield from texts_in(inner, (*path, key))
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            yield from texts_in(inner, (*path, index))
