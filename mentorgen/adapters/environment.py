"""The variables of the environment that say for one run what options say, and how wide an answer may be."""

import os

TODAY = "MENTORGEN_TODAY"
PREVIEW = "MENTORGEN_PREVIEW"
PRIVATE = "MENTORGEN_PRIVATE"


def columns() -> int | None:
    """Give the width that somebody asked for; None where COLUMNS is not set, or holds no usable number."""
    asked = os.environ.get("COLUMNS", "")
    return (int(asked) or None) if asked.isdecimal() else None
