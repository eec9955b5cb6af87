"""The nearest right word for a wrong one."""

from collections.abc import Iterable
from difflib import get_close_matches

LONGEST_SHOWN = 60
_MOST_COMPARED = 20_000


def did_you_mean(wrong: str, words: Iterable[str]) -> str:
    """Give " Did you mean 'x'?" for the nearest of the words, or nothing where none is near."""
    near = nearest(wrong, words)
    return f" Did you mean '{near}'?" if near else ""


def nearest(wrong: str, words: Iterable[str], *, likeness: float = 0.6) -> str | None:
    """Find the word that looks most like a wrong one, unless all look different; 1 is the same."""
    if len(wrong) > LONGEST_SHOWN:
        return None
    near = get_close_matches(wrong.lower(), sorted(words)[:_MOST_COMPARED], n=1, cutoff=likeness)
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
    """Name one of several: mentors are each a mentor."""
    return field.removesuffix("s")
