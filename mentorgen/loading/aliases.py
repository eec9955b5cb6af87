"""Other names of a skill lead to it: what people write becomes the vocabulary's id."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from operator import is_

from mentorgen.loading.documents import Document
from mentorgen.loading.shapes import fields_that_lead_to
from mentorgen.loading.yaml_events import Value
from mentorgen.model.ids import Kind
from mentorgen.model.skills import Skill


def skill_names(skills: Iterable[Skill]) -> dict[str, str]:
    """Map every label and alias, in lower case, to its skill's id."""
    names: dict[str, str] = {}
    for skill in skills:
        for name in (skill.label, *skill.aliases):
            names.setdefault(name.lower(), skill.id)
    return names


def with_skill_ids(document: Document, names: Mapping[str, str]) -> Document:
    """Give the document with each `skill` and each of its `skills` written as an id."""
    renamed: dict[str, Value] = {}
    for field in fields_that_lead_to(document.spot.shelf.model, Kind.SKILL):
        old = document.fields.get(field)
        if old is not None and (new := _renamed(field, old, names)) is not old:
            renamed[field] = new
    return replace(document, fields={**document.fields, **renamed}) if renamed else document


def _renamed(key: str, value: Value, names: Mapping[str, str]) -> Value:
    """Write the skills in a value as ids; a value without other names comes back itself."""
    if isinstance(value, dict):
        return value | changed if (changed := _changed(value.items(), names)) else value
    if isinstance(value, list):
        inner = "skill" if key == "skills" else key
        new = [_renamed(inner, item, names) for item in value]
        return value if all(map(is_, new, value)) else new
    if key == "skill" and isinstance(value, str):
        return names.get(value.lower(), value)
    return value


def _changed(fields: Iterable[tuple[str, Value]], names: Mapping[str, str]) -> dict[str, Value]:
    return {key: new for key, old in fields if (new := _renamed(key, old, names)) is not old}
