"""The reference of the site's data files, and the JSON Schema of each, made of their types."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from enum import StrEnum
from types import NoneType, UnionType
from typing import Any, TypeAlias, get_args, get_origin, get_type_hints

from mentorgen.output.reference.descriptions import descriptions_of

Schema: TypeAlias = dict[str, Any]
_DIALECT = "https://json-schema.org/draft/2020-12/schema"
_PLAIN: Mapping[object, Schema] = {
    str: {"type": "string"},
    int: {"type": "integer"},
    bool: {"type": "boolean"},
    date: {"type": "string", "format": "date"},
}


def schema_text(file: type) -> str:
    """Write the schema of a data file."""
    named = {view.__name__: _object(view) for view in _inside(file)}
    schema = {"$schema": _DIALECT, "title": file.__name__.removeprefix("Api"), **_object(file)}
    if named:
        schema["$defs"] = named
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"


def api_page(files: Mapping[str, type]) -> str:
    """Write the reference of all data files as Markdown; `files` gives what each holds, by its name."""
    sections = (line for name, file in files.items() for line in _section(name, file))
    return "\n".join([*_INTRODUCTION, *sections])


_INTRODUCTION = (
    "# The data of the site",
    "",
    "Beside its pages the site holds the same facts as JSON, for whoever wants to count or to show them",
    "elsewhere. Only what the pages show is in these files: nothing of people who did not agree to be shown, nothing",
    "that they did not tick, and no figure over fewer than five people who could be told from it.",
    "",
    "The files lie in `api/`, the schema of each in `api/schema/` under the same name. They hold no time and change only",
    "when the program does; `schema` is raised when a field goes or means something else. Every field is always there,",
    "`null` or empty where nothing is known. A field behind a dot stands inside each entry of the field above it.",
    "",
)


def _section(name: str, file: type) -> Iterator[str]:
    yield f"## `api/{name}.json`"
    yield ""
    yield _about(file)
    yield ""
    yield "| Field | Holds | What it says |"
    yield "|---|---|---|"
    yield from _rows(file, depth=0)
    yield ""


def _rows(view: type, *, depth: int) -> Iterator[str]:
    texts = descriptions_of(view)
    for name, hint in _hints(view).items():
        yield f"| {'· ' * depth}`{name}` | {_words(hint)} | {texts[name]} |"
        for inner in _views(hint):
            yield from _rows(inner, depth=depth + 1)


def _words(hint: object) -> str:
    """Say in words what a field holds."""
    if isinstance(hint, UnionType):
        return f"{_words(_known(hint))}, or null"
    if get_origin(hint) is tuple:
        inner = get_args(hint)[0]
        return "a list" if is_dataclass(inner) else f"a list of {_MANY.get(inner) or _words(inner)}"
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        return ", ".join(f"`{one.value}`" for one in hint)
    return _ONE[hint]


def _known(hint: UnionType) -> object:
    """Give what a field holds where it is not null."""
    return next(one for one in get_args(hint) if one is not NoneType)


_ONE: Mapping[object, str] = {
    str: "text",
    int: "a number",
    bool: "true or false",
    date: "a day, as `2026-11-20`",
}
_MANY: Mapping[object, str] = {str: "texts", date: "days"}


def _object(view: type) -> Schema:
    texts = descriptions_of(view)
    hints = _hints(view)
    return {
        "type": "object",
        "description": _about(view),
        "properties": {
            name: {**_schema(hint), "description": texts[name]} for name, hint in hints.items()
        },
        "required": [*hints],
        "additionalProperties": False,
    }


def _schema(hint: object) -> Schema:
    if get_origin(hint) is tuple:
        return {"type": "array", "items": _schema(get_args(hint)[0])}
    if isinstance(hint, UnionType):
        return {"anyOf": [_schema(_known(hint)), {"type": "null"}]}
    if isinstance(hint, type) and is_dataclass(hint):
        return {"$ref": f"#/$defs/{hint.__name__}"}
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        return {"type": "string", "enum": [one.value for one in hint]}
    return _PLAIN[hint]


def _inside(view: type) -> Iterator[type]:
    """Give the views inside a view, at every depth."""
    for hint in _hints(view).values():
        for inner in _views(hint):
            yield inner
            yield from _inside(inner)


def _views(hint: object) -> Iterator[type]:
    """Give the view that a field lists, if it lists views."""
    yield from (one for one in get_args(hint) if isinstance(one, type) and is_dataclass(one))


def _hints(view: type) -> dict[str, object]:
    hints = get_type_hints(view)
    return {field.name: hints[field.name] for field in fields(view)}


def _about(view: type) -> str:
    return " ".join((view.__doc__ or "").split())
