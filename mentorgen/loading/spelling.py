"""The nearest right word for a wrong one."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

LONGEST_SHOWN = 60
_FEW = 50
"""So many words are all compared; of more, only those that share letters with the wrong one."""
_MOST_COMPARED = 12
_MOST_COUNTED = 1_000


def did_you_mean(wrong: str, words: Iterable[str]) -> str:
    """Give " Did you mean 'x'?" for the nearest of the words, or nothing where none is near."""
    near = nearest(wrong, words)
    return f" Did you mean '{near}'?" if near else ""


def nearest(wrong: str, words: Iterable[str], *, likeness: float = 0.6) -> str | None:
    """Find the word that looks most like a wrong one, unless all look different; 1 is the same.

    With thousands of words it stays quick and may miss one that differs in most places.
    """
    if not 1 < len(wrong) <= LONGEST_SHOWN:
        return None
    from difflib import get_close_matches  # noqa: PLC0415 # only where something is wrong

    meant, known = wrong.lower(), frozenset(words)
    candidates = sorted(known) if len(known) <= _FEW else _sharing_letters(meant, known)
    near = get_close_matches(meant, candidates, n=1, cutoff=likeness)
    return near[0] if near else None


def shown(value: object) -> str:
    """Write a value found in a file so that it is short, on one line and without control characters."""
    if isinstance(value, dict):
        return "a map"
    if isinstance(value, list):
        return "a list"
    text = str(value)
    if len(text) > LONGEST_SHOWN:
        text = text[: LONGEST_SHOWN - 1] + "…"
    return f"'{shown_path(text)}'"


def shown_path(path: str) -> str:
    """Write a path as it is, or with escapes where it holds what cannot be printed."""
    return path if path.isprintable() else path.encode("unicode_escape").decode("ascii")


def singular(field: str) -> str:
    """Name one of several: mentors are each a mentor; what a person shows is a verb."""
    return field if field == "shows" else field.removesuffix("s")


def _sharing_letters(wrong: str, words: frozenset[str]) -> list[str]:
    """Choose the words that share most pairs of letters with one, the rare pairs counting first."""
    index = _by_letters(words)
    found = sorted((index[pair] for pair in _letters(wrong) if pair in index), key=len)
    counts: Counter[str] = Counter()
    left = _MOST_COUNTED
    for sharing in found:
        counts.update(sharing[:left])
        left = max(left - len(sharing), 0)
    return [word for word, _ in counts.most_common(_MOST_COMPARED)]


@lru_cache(maxsize=16)
def _by_letters(words: frozenset[str]) -> Mapping[str, Sequence[str]]:
    """List for each pair of letters the words that hold it."""
    index = defaultdict(list)
    for word in sorted(words):
        for pair in _letters(word):
            index[pair].append(word)
    return index


def _letters(word: str) -> list[str]:
    """Give each two letters that follow one another, the edges counting as letters."""
    framed = f"^{word}$"
    return sorted({framed[at : at + 2] for at in range(len(framed) - 1)})
