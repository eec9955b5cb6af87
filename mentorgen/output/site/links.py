"""Links of a page: relative to where it lies, and to nowhere dangerous."""

from __future__ import annotations

import re

SCHEMES = ("https://", "http://", "mailto:", "webcal://")

_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:", re.IGNORECASE)


def href(target: str, *, path: str) -> str:
    """Where a link on the page at `path` points: targets of our own count from the site's root.

    A full address stays as it is if its scheme is one of ours; any other becomes `#`, so that a
    hostile one is harmless wherever it slipped through.
    """
    if target.startswith(SCHEMES) or target.startswith("#"):
        return target
    if _SCHEME.match(target) or target.startswith(("/", "\\")):
        return "#"
    return "../" * path.count("/") + target or "./"
