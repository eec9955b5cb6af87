"""Plain lines, in which nothing hides: most of a program, and each looked at once."""

from functools import lru_cache

from mentorgen.loading.checks.prose import may_nest
from mentorgen.loading.contacts import hints_at_contact


def is_plain(text: str) -> bool:
    """Tell whether a file needs no search for contact details and nested prose."""
    return all(map(_is_plain, text.split("\n")))


@lru_cache(16_384)
def _is_plain(line: str) -> bool:
    return not hints_at_contact(line) and not may_nest(line)
