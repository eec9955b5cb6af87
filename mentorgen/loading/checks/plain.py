"""Plain lines, in which nothing hides: most of a program, and each looked at once."""

from mentorgen.loading.checks.prose import may_nest
from mentorgen.loading.contacts import hints_at_contact

_MOST = 16_384
_PLAIN: set[str] = set()
"""Lines that were looked at and are plain; when there are too many, all are forgotten."""


def is_plain(text: str) -> bool:
    """Tell whether a file needs no search for contact details and nested prose."""
    new = {*text.split("\n")} - _PLAIN
    unseen = "\n".join(new)
    if hints_at_contact(unseen) or may_nest(unseen):
        return False
    if len(_PLAIN) > _MOST:
        _PLAIN.clear()
    _PLAIN.update(new)
    return True
