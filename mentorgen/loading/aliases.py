"""Other names of a skill lead to it: what people write becomes the vocabulary's id."""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import replace

from mentorgen.loading.documents import Document
from mentorgen.loading.shapes import fields_that_lead_to
from mentorgen.loading.yaml_events import Value
from mentorgen.model.ids import Kind
from mentorgen.model.skills import Skill

_NEARLY_ID = re.compile("[a-z0-9-]*|.*/.*")
"""Ids, and what cannot be meant as a skill's label: its model says what is wrong with it."""


def skill_names(skills: Iterable[Skill]) -> dict[str, str]:
    """Map every label and alias, in lower case, to its skill's id."""
    names: dict[str, str] = {}
    for skill in skills:
        for name in (skill.label, *skill.aliases):
            names.setdefault(name.lower(), skill.id)
    return names


class SkillIds(dict[str, str]):
    """The id that is meant by what somebody wrote; what was asked for before is remembered.

    What no name knows becomes an id as well as it can: whether there is such a skill, and which one
    was meant, is told by the check of all names.
    """

    def __init__(self, names: Mapping[str, str]) -> None:
        super().__init__()
        self._names = names

    def __missing__(self, written: str) -> str:
        """Find the id of what was not asked for before."""
        meant = self[written] = _id_of(written, self._names)
        return meant


def with_skill_ids(document: Document, ids: SkillIds) -> Document:
    """Give the document with each `skill` and each of its `skills` written as an id."""
    renamed: dict[str, Value] = {}
    for field in fields_that_lead_to(document.spot.shelf.model, Kind.SKILL):
        entries = document.fields.get(field)
        if isinstance(entries, list):
            new = [_renamed(field, entry, ids) for entry in entries]
            if new != entries:
                renamed[field] = new
    return replace(document, fields={**document.fields, **renamed}) if renamed else document


def _renamed(field: str, entry: Value, ids: SkillIds) -> Value:
    """Write a skill, or the skill in a map, as an id; what is written so already comes back itself."""
    if isinstance(entry, dict):
        skill = entry.get("skill")
        new = ids[skill] if isinstance(skill, str) else skill
        return entry if new == skill else {**entry, "skill": new}
    if field == "skills" and isinstance(entry, str):
        return ids[entry]
    return entry


def _id_of(name: str, names: Mapping[str, str]) -> str:
    known = names.get(name.lower())
    if known or _NEARLY_ID.fullmatch(name):
        return known or name
    plain = unicodedata.normalize("NFKC", name).lower()
    return re.sub("[^a-z0-9]+", "-", plain).strip("-") or name
