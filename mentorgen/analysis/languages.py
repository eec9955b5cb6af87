"""Languages that people share, and what they are called in English."""

from collections.abc import Iterable, Mapping
from functools import cache

from babel import Locale

from mentorgen.model.said import Said, Tongue


def spoken(tags: Iterable[str]) -> tuple[str, ...]:
    """Reduce tags to languages, each once and in the order given: `pt-BR` and `pt-PT` are both `pt`."""
    return tuple(dict.fromkeys(tag.partition("-")[0] for tag in tags))


def language_name(tag: str) -> Said:
    """Name a language; one without a name goes by its tag."""
    language = tag.partition("-")[0]
    return Said(_english_names().get(language, language), Tongue(language))


@cache
def _english_names() -> Mapping[str, str]:
    names: Mapping[str, str] = Locale.parse("en").languages
    return names
