"""What is wrong in the text of a certificate, as people say it: what stands there, and what would be right."""

import json
from collections.abc import Sequence

from pydantic import ValidationError
from pydantic_core import ErrorDetails

_LONGEST_SHOWN = 40
_RIGHT = {
    "schema": "1, the version of the format",
    "day": "a day such as 2026-04-01",
    "inputs": "64 digits and letters from a to f",
}
"""What belongs to a name, whatever is wrong with what stands there."""
_KINDS = {
    "model_type": "names with values, in {{}}",
    "tuple_type": "a list, in []",
    "int_type": "a whole number",
    "bool_type": "true or false",
    "string_type": "a text",
    "string_pattern_mismatch": "a name of letters, digits and signs without accents",
    "string_too_long": "a text of at most {max_length} signs",
    "too_long": "a list of at most {max_length}",
    "less_than": "a whole number below {lt:,}",
    "greater_than": "a whole number above {gt:,}",
    "greater_than_equal": "a whole number from {ge}",
}
"""What belongs there, by what is wrong."""


def flaw_of(error: ValidationError) -> str:
    """Tell the first thing that is wrong."""
    first = error.errors(include_url=False, include_context=True)[0]
    place = _place(first["loc"])
    match first["type"]:
        case "json_invalid":
            return "it is not JSON"
        case "missing":
            return f"{place} is missing"
        case "extra_forbidden":
            return f"{place} does not belong into it"
        case "value_error":
            return first["msg"].removeprefix("Value error, ")
        case _:
            return f"{place} must be {_right(first)}, not {_shown(first['input'])}"


def _right(error: ErrorDetails) -> str:
    own = _RIGHT.get(str(error["loc"][-1])) if error["loc"] else None
    return own or _KINDS.get(error["type"], "something else").format(**error.get("ctx", {}))


def _shown(value: object) -> str:
    """Write what stands there as it does in the file, cut where it is long."""
    if isinstance(value, dict | list | tuple):
        return f"a list of {len(value)}" if not isinstance(value, dict) else "names with values"
    text = json.dumps(value, default=str) if not isinstance(value, int) else _number(value)
    return text if len(text) <= _LONGEST_SHOWN else f"{text[:_LONGEST_SHOWN]}…"


def _number(value: int) -> str:
    """Write a number that may have more digits than Python likes to print."""
    if isinstance(value, bool):
        return json.dumps(value)
    most = 10**_LONGEST_SHOWN
    return str(value) if abs(value) < most else f"a number of more than {_LONGEST_SHOWN} digits"


def _place(steps: Sequence[int | str]) -> str:
    """Name a place as people count: 'values', number 3; names that only the format's reader has are left out."""
    names = [
        f"number {step + 1}" if isinstance(step, int) else f"'{step}'"
        for step in steps
        if isinstance(step, int) or step.isidentifier()
    ]
    return ", ".join(names) or "the whole of it"
