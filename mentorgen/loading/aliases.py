"""Other names of a skill lead to it: what people write becomes the vocabulary's id."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

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
    renamed = {
        field: new
        for field in fields_that_lead_to(document.spot.shelf.model, Kind.SKILL)
        if field in document.fields
        and (new := _renamed(field, old := document.fields[field], names)) != old
    }
    return replace(document, fields={**document.fields, **renamed}) if renamed else document


def _renamed(key: str, value: Value, names: Mapping[str, str]) -> Value:
    if isinstance(value, dict):
        return {inner: _renamed(inner, item, names) for inner, item in value.items()}
    if isinstance(value, list):
        return [_renamed("skill" if key == "skills" else key, item, names) for item in value]
    if key == "skill" and isinstance(value, str):
        return names.get(value.lower(), value)
    return value
