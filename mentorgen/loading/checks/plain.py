"""Plain files, in which nothing hides: most of a program, and many are looked at in one go."""

from collections.abc import Iterator, Sequence

from mentorgen.loading.checks.prose import may_nest
from mentorgen.loading.contacts import hints_at_contact

_TOGETHER = 64
"""Files that are looked at as one; many of their lines are the same."""


def are_plain(texts: Sequence[str]) -> Iterator[bool]:
    """Tell of each text whether it needs no search for contact details and nested prose."""
    for first in range(0, len(texts), _TOGETHER):
        some = texts[first : first + _TOGETHER]
        if is_plain("\n".join({*"\n".join(some).split("\n")})):
            yield from [True] * len(some)
        else:
            yield from map(is_plain, some)


def is_plain(text: str) -> bool:
    """Tell whether a text needs no search for contact details and nested prose."""
    return not (hints_at_contact(text) or may_nest(text))
