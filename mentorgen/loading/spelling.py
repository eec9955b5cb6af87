"""The nearest right word for a wrong one."""

from collections.abc import Iterable
from difflib import get_close_matches

LONGEST_SHOWN = 60
_MOST_COMPARED = 20_000


def did_you_mean(wrong: str, words: Iterable[str]) -> str:
    """Give " Did you mean 'x'?" for the nearest of the words, or nothing where none is near."""
    if len(wrong) > LONGEST_SHOWN:
        return ""
    near = get_close_matches(wrong.lower(), sorted(words)[:_MOST_COMPARED], n=1, cutoff=0.6)
    return f" Did you mean '{near[0]}'?" if near else ""


def shown(value: object) -> str:
    """Write a value found in a file so that it is short, on one line and without control characters."""
    text = value if isinstance(value, str) else str(value)
    if len(text) > LONGEST_SHOWN:
        text = text[: LONGEST_SHOWN - 1] + "…"
    if not text.isprintable():
        text = text.encode("unicode_escape").decode("ascii")
    return f"'{text}'"


def singular(field: str) -> str:
    """Name one of several: mentors are each a mentor."""
    return field.removesuffix("s")
