"""Values that a JSON Schema of ours allows, for properties; it knows the keywords that we use."""

import re
from collections.abc import Mapping
from datetime import date
from typing import Any

from hypothesis import strategies as st

Schema = Mapping[str, Any]

_TEXT = st.text("abc XYZ 12.:#-'\"\\é漢🙂ل", max_size=30)


def values(schema: Schema, root: Schema) -> st.SearchStrategy[Any]:
    """Draw what a schema allows; `root` holds the definitions that it refers to."""
    match schema:
        case {"$ref": str(name)}:
            return values(root["$defs"][name.rpartition("/")[2]], root)
        case {"anyOf": choices} | {"oneOf": choices}:
            return st.one_of([values(choice, root) for choice in choices])
        case {"const": only}:
            return st.just(only)
        case {"enum": words}:
            return st.sampled_from(words)
        case {"type": list(kinds)}:
            return st.one_of([values({**schema, "type": kind}, root) for kind in kinds])
        case {"type": str(kind)}:
            return _of_kind(kind, schema, root)
        case _:
            raise NotImplementedError(schema)


def _of_kind(kind: str, schema: Schema, root: Schema) -> st.SearchStrategy[Any]:
    match kind:
        case "null":
            return st.none()
        case "boolean":
            return st.booleans()
        case "integer":
            return st.integers(schema.get("minimum", 0), schema.get("maximum", 10**9))
        case "string":
            return _strings(schema)
        case "array":
            least, most = schema.get("minItems", 0), schema.get("maxItems", 4)
            return st.lists(
                values(schema["items"], root), min_size=least, max_size=min(most, least + 3)
            )
        case "object":
            return _objects(schema, root)
        case _:
            raise NotImplementedError(kind)


def _strings(schema: Schema) -> st.SearchStrategy[str]:
    if schema.get("format") == "date":
        return st.dates(date(1990, 1, 1), date(2099, 12, 31)).map(date.isoformat)
    pattern = schema.get("pattern", "")
    if pattern.startswith("^"):
        most = schema.get("maxLength", 1000)
        drawn = st.from_regex(re.compile(pattern, re.ASCII), fullmatch=True)
        return drawn.map(str.strip).filter(lambda text: text.isprintable() and len(text) <= most)
    if "examples" in schema:
        return st.sampled_from(schema["examples"])
    least = schema.get("minLength", 0)
    return _TEXT.filter(lambda text: len(text) >= least and bool(re.search(pattern, text)))


def _objects(schema: Schema, root: Schema) -> st.SearchStrategy[Mapping[str, Any]]:
    fields = {name: values(field, root) for name, field in schema["properties"].items()}
    needed = set(schema["required"])
    return st.fixed_dictionaries(
        {name: drawn for name, drawn in fields.items() if name in needed},
        optional={name: drawn for name, drawn in fields.items() if name not in needed},
    )
