"""JSON Schemas of records, which tell an editor what can be written where."""

import inspect
import json
from collections.abc import Mapping
from typing import Any

from pydantic.fields import FieldInfo
from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core import CoreSchema, core_schema

from mentorgen.model.facts import Fact
from mentorgen.model.ids import Kind
from mentorgen.model.logs import FACTS, PairLog, PersonLog
from mentorgen.model.privacy import Level
from mentorgen.model.record import SCHEMA, Part, Record, Source
from mentorgen.output.reference.descriptions import descriptions_of

READERS = (Level.PUBLIC, Level.MEMBERS, Level.COORDINATORS)
"""Who can read a file: everybody, the members of a private repository, or those with a private folder."""

SCHEMAS = "docs/reference/schemas"
"""Where files look for their schemas, from the program's root."""

FOR: Mapping[Level, str] = {
    Level.PUBLIC: "",
    Level.MEMBERS: "For members: in a public program it belongs to the private folder.",
    Level.PAIR: "For the pair and the organisers: it belongs to the private folder.",
    Level.COORDINATORS: "For the organisers: it belongs to the private folder.",
}
"""What is said of a field that not everybody may read."""

_DIALECT = "https://json-schema.org/draft/2020-12/schema"
_REFERENCE = "#/$defs/{model}"
_SKILL = {"type": "string", "minLength": 1, "maxLength": 200, "examples": ["code-review"]}
"""A label or an alias of a skill does as well as its id."""


def schema_text(kind: Kind, place: str, model: type[Record], *, readers: Level) -> str:
    """Write the schema of one kind of record, for files that `readers` can read.

    A private file adds to a public one, so that nothing but its version is required there.
    """
    words = kind.value.replace("-", " ")
    hidden = "" if readers is Level.PUBLIC else f", in files for {readers.value}"
    schema = {
        "$schema": _DIALECT,
        "title": f"{words.capitalize()}{hidden}",
        **_Generator(model, readers).generate(model.__pydantic_core_schema__),
    }
    schema["description"] = f"{place}: {_about(model)}"
    if readers is Level.COORDINATORS:
        schema["required"] = ["schema"]
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"


def editors_line(kind: Kind, place: str) -> str:
    """Write the comment by which an editor finds the schema of the record at a place."""
    up = "../" * place.count("/")
    return f"# yaml-language-server: $schema={up}{SCHEMAS}/{kind.value}.json\n"


def level_of(info: FieldInfo) -> Level:
    """Tell who may see a field."""
    return next(mark for mark in info.metadata if isinstance(mark, Level))


def written_fields(model: type[Part]) -> dict[str, tuple[str, FieldInfo]]:
    """Map the fields that stand in the file, as they are written there, to their names in Python."""
    return {
        info.alias or name: (name, info)
        for name, info in model.model_fields.items()
        if not any(isinstance(mark, Source) for mark in info.metadata)
    }


class _Generator(GenerateJsonSchema):
    """Writes what the files hold, where pydantic would write what the models hold."""

    def __init__(self, record: type[Record], readers: Level) -> None:
        super().__init__(by_alias=True, ref_template=_REFERENCE)
        self._record = record
        self._readers = readers

    def field_title_should_be_set(self, schema: object) -> bool:  # noqa: ARG002
        """Leave out titles, which would say nothing but the field's name."""
        return False

    def model_schema(self, schema: core_schema.ModelSchema) -> JsonSchemaValue:
        """Describe the fields of a part, without those that the path gives or that are for others."""
        model: type[Part] = schema["cls"]
        found = super().model_schema(schema)
        written = {
            field: info
            for field, (_, info) in written_fields(model).items()
            if self._readers.allows(level_of(info))
        }
        found["description"] = _about(model)
        found["properties"] = {
            field: _described(found["properties"][field], model, field) for field in written
        }
        found["required"] = [field for field, info in written.items() if info.is_required()]
        found.pop("title")
        return found

    def nullable_schema(self, schema: core_schema.NullableSchema) -> JsonSchemaValue:
        """Allow a field to be left empty."""
        inner = self.generate_inner(schema["schema"])
        if "type" in inner:
            return {**inner, "type": [inner["type"], "null"]}
        return super().nullable_schema(schema)

    def default_schema(self, schema: core_schema.WithDefaultSchema) -> JsonSchemaValue:
        """Name the usual value, where it says more than that there is none."""
        found = super().default_schema(schema)
        if found["default"] in (None, []) or isinstance(found["default"], dict):
            del found["default"]
        return found

    def enum_schema(self, schema: core_schema.EnumSchema) -> JsonSchemaValue:
        """List the words; of the levels those that the readers of this file may use."""
        found = super().enum_schema(schema)
        if schema["cls"] is Level:
            found["enum"] = [level.value for level in Level if self._readers.allows(level)]
        return found

    def tagged_union_schema(self, schema: core_schema.TaggedUnionSchema) -> JsonSchemaValue:
        """List the facts that belong into this log and that its readers may know."""
        kept: dict[Any, CoreSchema] = {
            kind: fact for kind, fact in schema["choices"].items() if self._keeps(FACTS[kind])
        }
        found = super().tagged_union_schema({**schema, "choices": kept})
        found.pop("discriminator")
        return found

    def _keeps(self, fact: type[Fact]) -> bool:
        of_log = {PairLog: "of_pair", PersonLog: "of_person"}[self._record]
        return getattr(fact, of_log) and self._readers.allows(fact.level)


def _described(schema: JsonSchemaValue, model: type[Part], field: str) -> JsonSchemaValue:
    """Say what a field is for; the kind of a fact says what the fact is."""
    name, info = written_fields(model)[field]
    about = _about(model) if "const" in schema else descriptions_of(model)[name]
    text = f"{about} {FOR[level_of(info)]}".strip()
    rest = {"const": SCHEMA} if field == "schema" else _by_any_name(schema, field)
    return {**rest, "description": text}


def _by_any_name(schema: JsonSchemaValue, field: str) -> JsonSchemaValue:
    if field == "skill":
        return _SKILL
    if field == "skills" and "pattern" in schema.get("items", {}):
        return {**schema, "items": _SKILL}
    return schema


def _about(model: type[Part]) -> str:
    """Give the first sentence of what is said of a record or a part."""
    text, *_ = inspect.cleandoc(model.__doc__ or "").split("\n\n")
    return " ".join(text.split())
