"""People's words made harmless for a place where text is markup.

On GitHub a text can call somebody, close an issue or hide a command. A backslash does not prevent that,
for mentions and links are looked for after the markup is read; a space of no width does.
"""

import re
import unicodedata

_NO_WIDTH = "\N{ZERO WIDTH SPACE}"
_JOINERS = {"\N{ZERO WIDTH NON-JOINER}", "\N{ZERO WIDTH JOINER}"}
"""Persian, Hindi and many others cannot be spelt without them."""

_ENTITIES = {"&": "&amp;", "<": "&lt;", ">": "&gt;"}
_MARKUP = re.compile(r"[\\`*_{}\[\]()!|~$^]")
_AT_START = re.compile(r"^([0-9]*)([-+=#:.])")
_LINKS = re.compile(
    r"[@#](?=.)"
    r"|(?i:GH-)(?=[0-9])"
    r"|:(?=//)"
    r"|(?i:www)(?=\.)"
    r"|:(?=[a-z0-9_+-]+:)"
    r"|(?i:\b[0-9a-f]{6}(?=[0-9a-f]+\b))"
)


def neutral(text: str) -> str:
    """Write people's words on one line of Markdown so that they read the same and do nothing.

    Neither a mention, a link, an issue number, an emoji code, HTML nor markup comes of them.
    """
    marked = _MARKUP.sub(lambda found: f"\\{found[0]}", _without_links(text))
    return _AT_START.sub(r"\1\\\2", _as_entities(marked))


def neutral_in_html(text: str) -> str:
    """Write people's words on one line inside a tag of HTML, where Markdown's own signs are only signs."""
    return _as_entities(_without_links(text))


def _without_links(text: str) -> str:
    return _LINKS.sub(lambda found: found[0] + _NO_WIDTH, one_line(text))


def _as_entities(text: str) -> str:
    for character, entity in _ENTITIES.items():
        text = text.replace(character, entity)
    return text


def one_line(text: str) -> str:
    """Write people's words on one line of plain text, without anything that cannot be seen."""
    return " ".join("".join(_plain(character) for character in text).split())


def _plain(character: str) -> str:
    """Leave out what cannot be seen, and make a space of every kind of break."""
    if character in _JOINERS:
        return character
    category = unicodedata.category(character)
    if category in {"Cc", "Zl", "Zp"}:
        return " "
    return "" if category in {"Cf", "Cs", "Co"} else character
