"""Hidden lines by which mentorgen finds again what it wrote, and the short names of what was sent.

Whoever reads them looks at who wrote the text first: anybody can copy such a line.
"""

import re
from hashlib import sha256

MARK = re.compile("[0-9a-f]{12}")
_HIDDEN = re.compile(r"^<!-- mentorgen:([a-z]+) ([^\s<>]+) -->$", re.MULTILINE)


def mark_of(key: str) -> str:
    """Shorten a key to 12 hex digits: of a million keys two are alike with a chance of 1 in 560."""
    return sha256(key.encode()).hexdigest()[:12]


def hidden(kind: str, value: str) -> str:
    """Write a line that GitHub does not show."""
    return f"<!-- mentorgen:{kind} {value} -->"


def hidden_in(text: str, kind: str) -> str | None:
    """Find the value of the last hidden line of a kind: what mentorgen adds stands at the end."""
    found = [value for name, value in _HIDDEN.findall(text.replace("\r", "")) if name == kind]
    return found[-1] if found else None
