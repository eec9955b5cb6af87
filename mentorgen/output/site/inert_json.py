"""Views as JSON that does nothing wherever it is put: in a file, in a page or in a script."""

from __future__ import annotations

import json
from dataclasses import fields, is_dataclass
from datetime import date

_MARKS = {ord(mark): f"\\u{ord(mark):04x}" for mark in "<>&\u2028\u2029"}
"""What could end a script or begin one; in JSON these stand in strings alone."""


def json_text(value: object) -> str:
    """Write a value, views by their fields in order; the same value always gives the same text."""
    text = json.dumps(value, default=_plain, ensure_ascii=False, separators=(",", ":"))
    return f"{text.translate(_MARKS)}\n"


def _plain(value: object) -> object:
    if isinstance(value, date):
        return value.isoformat()
    if is_dataclass(value):
        return {field.name: getattr(value, field.name) for field in fields(value)}
    raise TypeError(f"no JSON is known for {type(value).__name__}")
