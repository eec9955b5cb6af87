"""Names of languages, for those who write one where its code belongs."""

_NAMES = {
    "ar": ("arabic",),
    "cs": ("czech",),
    "da": ("danish",),
    "de": ("german", "deutsch"),
    "el": ("greek",),
    "en": ("english",),
    "es": ("spanish", "español"),
    "fa": ("persian", "farsi"),
    "fi": ("finnish",),
    "fr": ("french", "français"),
    "he": ("hebrew",),
    "hi": ("hindi",),
    "hu": ("hungarian",),
    "id": ("indonesian",),
    "it": ("italian", "italiano"),
    "ja": ("japanese",),
    "ko": ("korean",),
    "nl": ("dutch", "nederlands"),
    "no": ("norwegian",),
    "pl": ("polish", "polski"),
    "pt": ("portuguese", "português"),
    "ro": ("romanian",),
    "ru": ("russian",),
    "sv": ("swedish",),
    "sw": ("swahili",),
    "tr": ("turkish",),
    "uk": ("ukrainian",),
    "vi": ("vietnamese",),
    "zh": ("chinese", "mandarin"),
}
_CODES = {name: code for code, names in _NAMES.items() for name in names}
NAMES = tuple(name.title() for name in _CODES)
"""Every name that is known, as people write it."""


def code_of(language: str) -> str | None:
    """Give the code of a language that is written by its name."""
    return _CODES.get(language.strip().lower())
