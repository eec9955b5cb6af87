"""The words by which a person can be found in a text, and putting other words in their place."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from mentorgen.loading.text import position
from mentorgen.loading.yaml_events import Value
from mentorgen.model.erasure import Hit, Identity

_LONGEST_SHOWN = 80
_SHORTEST_WORD = 3


@dataclass(frozen=True, slots=True)
class Words:
    """Patterns: what certainly names the person, and single words of their name."""

    certain: re.Pattern[str]
    perhaps: re.Pattern[str]
    in_file_names: re.Pattern[str]

    def hits(self, path: str, text: str) -> Iterator[Hit]:
        """Yield every place in a text where the person is named, and its file and folders if they are."""
        for end in re.finditer("/|$", path):
            name = path[: end.end()]
            if self.in_file_names.search(name.removesuffix("/").rpartition("/")[2]):
                what = "folder" if end.group() else "file"
                yield Hit(name, 1, 1, f"(the name of this {what})", certain=False)
        spans = [found.span() for found in self.certain.finditer(text)]
        for start, _ in spans:
            yield _hit(path, text, start)
        for found in self.perhaps.finditer(text):
            if not any(start <= found.start() < end for start, end in spans):
                hit = _hit(path, text, found.start())
                yield replace(hit, certain=False, word=found.group())

    def reworded(self, path: str, text: str, replacement: str) -> tuple[str, tuple[Hit, ...]]:
        """Put other words in the place of the person's; say where they stand then."""
        after, end, starts = "", 0, []
        for found in self.certain.finditer(text):
            after += text[end : found.start()]
            starts.append(len(after))
            after, end = after + replacement, found.end()
        after += text[end:]
        return after, tuple(_hit(path, after, start) for start in starts)

    def name_of(self, text: str) -> str | None:
        """Find the first of their names or of the words of it that a text has in any case."""
        found = self.certain.search(text) or self.in_file_names.search(text)
        return found.group() if found else None

    def replaced(self, value: Value, replacement: str) -> Value:
        """Put other words in the place of the person's in all texts of a value."""
        if isinstance(value, str):
            return self.certain.sub(lambda _: replacement, value)
        if isinstance(value, list):
            return [self.replaced(item, replacement) for item in value]
        if isinstance(value, dict):
            return {key: self.replaced(item, replacement) for key, item in value.items()}
        return value


def words_of(who: Identity, pairs: Iterable[str] = ()) -> Words:
    """Build the patterns for a person, and for the names of relationships that go with them."""
    ids = {name: _word(name, "[\\w-]") for name in (who.slug, *who.accounts, *pairs)}
    names = {name: _name(name) for name in who.names}
    longest_first = sorted({**names, **ids}.items(), key=lambda item: (-len(item[0]), item[0]))
    singles = {word for name in who.names for word in name.split() if _is_telling(word)}
    return Words(
        _any(pattern for _, pattern in longest_first),
        _any(_word(word, "\\w", flag="") for word in sorted(singles)),
        _any(_word(word, "\\w") for word in sorted({who.slug, *singles})),
    )


def _any(patterns: Iterable[str]) -> re.Pattern[str]:
    return re.compile("|".join(patterns) or "(?!)")


def _name(name: str) -> str:
    """Find a whole name in any case; a single word may be another word when it is not capital."""
    return _word(name, "\\w", flag="i" if len(name.split()) > 1 else "")


def _word(text: str, inside: str, *, flag: str = "i") -> str:
    """Write a pattern for a text, also over line breaks and in both forms of its accents.

    Letters without cases (Chinese, Arabic) belong to scripts that join words without a space.
    """
    forms = {unicodedata.normalize(form, text) for form in ("NFC", "NFD")}
    before = f"(?<!{inside})" if _ends_words(text[0]) else ""
    behind = f"(?!{inside})" if _ends_words(text[-1]) else ""
    body = "|".join("\\s+".join(map(_letters, form.split())) for form in sorted(forms))
    return f"{before}(?{flag}:{body}){behind}"


def _letters(word: str) -> str:
    return re.escape(word).replace("'", "'{1,2}")


def _ends_words(letter: str) -> bool:
    return letter.isascii() or letter.lower() != letter.upper()


def _is_telling(word: str) -> bool:
    return word[:1].isalpha() and (len(word) >= _SHORTEST_WORD or not _ends_words(word[0]))


def _hit(path: str, text: str, start: int) -> Hit:
    line, column = position(text, start)
    whole = text.split("\n")[line - 1].strip()
    shown = whole if len(whole) <= _LONGEST_SHOWN else f"{whole[: _LONGEST_SHOWN - 1]}…"
    return Hit(path, line, column, shown)
