"""Languages that people share, and what they are called in English."""

from collections.abc import Iterable, Mapping
from functools import cache

from babel import Locale


def spoken(tags: Iterable[str]) -> tuple[str, ...]:
    """Reduce tags to languages, each once and in the order given: `pt-BR` and `pt-PT` are both `pt`."""
    return tuple(dict.fromkeys(tag.partition("-")[0] for tag in tags))


def language_name(tag: str) -> str:
    """Name a language in English; one without a name goes by its tag."""
    language = tag.partition("-")[0]
    return _english_names().get(language, language)


@cache
def _english_names() -> Mapping[str, str]:
    names: Mapping[str, str] = Locale.parse("en").languages
    return names
