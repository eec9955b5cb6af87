"""The reference of every kind of file: each field, what it holds and what it is for."""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from mentorgen.model.ids import Kind
from mentorgen.model.privacy import Level
from mentorgen.model.record import Record
from mentorgen.output.reference.schemas import schema_text

Schema = Mapping[str, Any]

EXAMPLES: Mapping[Kind, str] = {
    Kind.PROGRAM: "the-program",
    Kind.VOCABULARY: "skills",
    Kind.COHORT: "a-round",
    Kind.PLAN: "a-plan",
    Kind.SURVEY: "a-survey",
    Kind.SCENARIO: "a-scenario",
    Kind.PARTICIPANT: "a-person",
    Kind.APPLICATION: "an-application",
    Kind.EVENT: "an-event",
    Kind.PAIR: "a-pair",
    Kind.GOAL: "a-goal",
    Kind.MEETING: "a-meeting",
    Kind.PAIR_LOG: "the-log-of-a-pair",
    Kind.PERSON_LOG: "the-log-of-a-person",
    Kind.SLOT: "a-half-hour-on-offer",
    Kind.MODULE: "a-training-module",
}
"""Where the handbook shows a file of each kind."""

_EVERY_FACT = frozenset({"on", "kind", "by", "replaces"})


@dataclass(frozen=True, slots=True)
class FileKind:
    """One kind of record: its name, the place of its files and its model."""

    kind: Kind
    place: str
    model: type[Record]


def files_page(kinds: Iterable[FileKind]) -> str:
    """Write the reference of all kinds as Markdown."""
    return "\n".join(_INTRODUCTION + [line for one in kinds for line in _section(one)])


_INTRODUCTION = [
    "# Every field of every file",
    "",
    "This page lists all that can be written. [Every kind of file](../handbook/files.md) shows one of each, and",
    "[Editors that help](../handbook/editors.md) how to have these lists at hand while writing. Fields in bold have to",
    "be there. A field behind a dot stands inside the field above it, or inside each entry of it.",
    "",
]


def _section(one: FileKind) -> Iterator[str]:
    everything, public = (
        json.loads(schema_text(one.kind, one.place, one.model, readers=readers))
        for readers in (Level.COORDINATORS, Level.PUBLIC)
    )
    about = everything["description"].removeprefix(f"{one.place}: ")
    example = f"[An example](../handbook/files.md#{EXAMPLES[one.kind]})"
    yield from (f"## {public['title']}", "", f"`{one.place}`", "", f"{about} {example}.", "")
    yield from ("| field | holds | is for |", "|---|---|---|")
    needed = {**everything, "required": public["required"]}
    for name, dots, field in _fields(needed, everything):
        yield f"| {dots}{name} | {_holds(field, everything)} | {_cell(field['description'])} |"
    yield ""
    yield from _facts(everything)


def _fields(schema: Schema, root: Schema, dots: str = "") -> Iterator[tuple[str, str, Schema]]:
    """Yield every field of an object and, after it, those of what it holds, with a dot for each step."""
    for name, field in schema["properties"].items():
        yield _name(name, schema), dots, field
        inner = _resolved(field, root)
        for held in (inner, _resolved(inner.get("items", {}), root)):
            if "properties" in held:
                yield from _fields(held, root, f"· {dots}")


def _facts(root: Schema) -> Iterator[str]:
    """Yield a table of the facts that a log can hold."""
    entries = root["properties"].get("facts", {}).get("items", {}).get("oneOf", ())
    if not entries:
        return
    yield from ("Every fact has **`on`** and **`kind`**, and may have `by` and `replaces`.", "")
    yield from ("| kind | also says | means |", "|---|---|---|")
    for entry in entries:
        fact = _resolved(entry, root)
        says = [_name(name, fact) for name in fact["properties"] if _is_own(name, fact)]
        kind = fact["properties"]["kind"]
        yield f"| `{kind['const']}` | {', '.join(says)} | {_cell(kind['description'])} |"
    yield ""


def _is_own(name: str, fact: Schema) -> bool:
    return name not in _EVERY_FACT or (name == "by" and name in fact["required"])


def _name(name: str, schema: Schema) -> str:
    return f"**`{name}`**" if name in schema["required"] else f"`{name}`"


def _holds(field: Schema, root: Schema) -> str:
    """Say in words what a field can hold and what it is if it is left out."""
    usual = field.get("default")
    text = _kind_of_value(_resolved(field, root), root)
    return text if usual is None else f"{text}; usually `{_written(usual)}`"


def _written(value: object) -> str:
    return str(value) if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


def _kind_of_value(field: Schema, root: Schema) -> str:
    match field:
        case {"const": only}:
            return f"`{only}`"
        case {"enum": words}:
            return " or ".join(f"`{word}`" for word in words)
        case {"items": entry, **rest}:
            most = f"up to {rest['maxItems']:,}" if "maxItems" in rest else "several"
            return f"{most}: {_kind_of_value(_resolved(entry, root), root)}"
        case {"properties": _} | {"oneOf": _}:
            return "fields" if "properties" in field else "facts"
        case {"examples": [example, *_]}:
            return f"such as `{example}`"
        case _:
            return _plain(field)


def _plain(field: Schema) -> str:
    kinds = field["type"] if isinstance(field["type"], list) else [field["type"]]
    if kinds[0] == "boolean":
        return "`true` or `false`"
    if kinds[0] == "string":
        return f"text, up to {field['maxLength']:,} characters"
    least, most = field.get("minimum", 0), field.get("maximum")
    return f"{least} to {most:,}" if most is not None else f"{least} or more"


def _resolved(field: Schema, root: Schema) -> Schema:
    """Follow a reference, also one that can be left empty."""
    choices = field.get("anyOf", ())
    if choices:
        return _resolved(choices[0], root)
    if "$ref" in field:
        found: Schema = root["$defs"][field["$ref"].rpartition("/")[2]]
        return found
    return field


def _cell(text: str) -> str:
    """Write a text for a table, in which a bar or a bracket would mean something."""
    return text.replace("|", r"\|").replace("<", "&lt;")
