"""What must hold of every model: levels, immutability, and that the design's words are all there."""

import importlib
import pkgutil
from collections.abc import Iterator
from datetime import date
from types import UnionType
from typing import Annotated, Union, get_args, get_origin

import pytest
from pydantic import BaseModel, ValidationError

from mentorgen import model
from mentorgen.model.cohorts import Application, Cohort, Event, Slot
from mentorgen.model.facts import Fact, FactKind
from mentorgen.model.logs import PairLog, PersonLog
from mentorgen.model.meetings import Meeting
from mentorgen.model.pairs import Goal, Milestone, Pair, Plan
from mentorgen.model.people import Consent, Participant
from mentorgen.model.privacy import Level
from mentorgen.model.program import Program
from mentorgen.model.record import Part, Record, Source
from mentorgen.model.scenarios import Scenario
from mentorgen.model.settings import Settings
from mentorgen.model.skills import Skill, Vocabulary
from mentorgen.model.surveys import Survey
from mentorgen.model.training import Module


def _parts(base: type[Part] = Part) -> Iterator[type[Part]]:
    for part in base.__subclasses__():
        yield part
        yield from _parts(part)


for _module in pkgutil.iter_modules(model.__path__):
    importlib.import_module(f"mentorgen.model.{_module.name}")
PARTS = sorted(set(_parts()), key=lambda part: part.__qualname__)
FACTS = get_args(get_args(Fact)[0])
FIELDS = [(part, name) for part in PARTS for name in part.model_fields]


def _name(value: object) -> str:
    return getattr(value, "__name__", str(value))


@pytest.mark.parametrize(("part", "field"), FIELDS, ids=_name)
def test_every_field_has_one_privacy_level(part: type[Part], field: str) -> None:
    marks = part.model_fields[field].metadata

    assert sum(isinstance(mark, Level) for mark in marks) == 1


@pytest.mark.parametrize(("part", "field"), FIELDS, ids=_name)
def test_no_field_holds_what_can_be_changed_in_place(part: type[Part], field: str) -> None:
    origins = {get_origin(inner) for inner in _types(part.model_fields[field].annotation)}

    assert origins <= {None, tuple, Annotated, UnionType, Union, *_literals()}


def _types(annotation: object) -> Iterator[object]:
    yield annotation
    for inner in get_args(annotation):
        yield from _types(inner)


def _literals() -> set[object]:
    return {get_origin(FACTS[0].model_fields["kind"].annotation)}


@pytest.mark.parametrize("part", PARTS, ids=_name)
def test_every_part_is_frozen_strict_and_closed(part: type[Part]) -> None:
    assert part.model_config == {"frozen": True, "extra": "forbid", "strict": True}


@pytest.mark.parametrize("part", PARTS, ids=_name)
def test_every_part_says_what_it_is(part: type[Part]) -> None:
    assert part.__name__.startswith("_") or (part.__doc__ or "").strip()


def test_a_value_cannot_be_changed() -> None:
    consent = Consent(version=1, given=date(2026, 1, 10))

    with pytest.raises(ValidationError, match="Instance is frozen"):
        consent.version = 2  # type: ignore[misc]


def test_each_kind_of_fact_is_one_model_of_the_union() -> None:
    kinds = [get_args(fact.model_fields["kind"].annotation) for fact in FACTS]

    assert kinds == [(kind,) for kind in FactKind]


@pytest.mark.parametrize("fact", FACTS, ids=_name)
def test_a_fact_is_about_a_pair_or_a_person(fact: type[BaseModel]) -> None:
    assert fact.of_pair or fact.of_person  # type: ignore[attr-defined]


@pytest.mark.parametrize("fact", FACTS, ids=_name)
def test_a_fact_keeps_its_own_fields_at_its_level(fact: type[BaseModel]) -> None:
    shared = {"on", "by", "replaces"}
    levels = {
        mark
        for name, field in fact.model_fields.items()
        if name not in shared
        for mark in field.metadata
        if isinstance(mark, Level)
    }

    assert levels == {fact.level}  # type: ignore[attr-defined]


def test_what_is_said_in_confidence_is_not_public() -> None:
    confidential = {fact.__name__: fact.level for fact in FACTS if fact.level is not Level.PUBLIC}

    assert confidential == {
        "Vetoed": Level.COORDINATORS,
        "Answered": Level.PAIR,
        "Rated": Level.PAIR,
        "Reflected": Level.PAIR,
        "Concern": Level.COORDINATORS,
        "ConcernAnswered": Level.COORDINATORS,
        "Reason": Level.COORDINATORS,
    }


def test_what_a_person_tells_the_organisers_is_not_public() -> None:
    levels = {
        name: mark
        for name, field in Participant.model_fields.items()
        for mark in field.metadata
        if isinstance(mark, Level) and mark is not Level.PUBLIC
    }

    assert levels == {
        "full_name": Level.MEMBERS,
        "team": Level.MEMBERS,
        "hours": Level.MEMBERS,
        "reports_to": Level.COORDINATORS,
        "contact": Level.COORDINATORS,
        "background": Level.COORDINATORS,
    }


DESIGN = {
    Settings: {"name", "purpose", "timezone", "language", "contact", "coordinators", "layout"},
    Vocabulary: {"skills"},
    Skill: {"id", "label", "aliases", "parent"},
    Cohort: {"starts", "ends", "rolling", "forms", "plan", "matching"},
    Plan: {"stages", "rhythm_days"},
    Participant: {"slug", "name", "role", "github", "github_id", "offers", "wants", "consent"},
    Application: {"cohort", "slug", "role", "wants", "wishes"},
    Pair: {"id", "cohort", "form", "mentors", "mentees", "members", "plan", "starts"},
    Goal: {"pair", "title", "milestones", "visibility"},
    Milestone: {"name", "due", "reached"},
    Meeting: {"pair", "on", "kind", "present", "notes", "visibility"},
    PairLog: {"pair", "facts"},
    PersonLog: {"slug", "facts"},
    Slot: {"slug", "on", "times"},
    Event: {"cohort", "kind", "on"},
    Survey: {"questions", "due"},
    Scenario: {"id", "matching"},
    Module: {"audience", "minutes", "objectives", "quiz", "reviewed"},
}
"""What the design's table of files promises of each record."""


@pytest.mark.parametrize("part", DESIGN, ids=_name)
def test_a_record_has_what_the_design_promises(part: type[Part]) -> None:
    assert DESIGN[part] - part.model_fields.keys() == set()


def test_every_file_says_its_version_and_takes_its_id_from_its_path() -> None:
    records = [part for part in PARTS if issubclass(part, Record)]
    own_file = {Settings, Vocabulary}

    assert len(records) == len(DESIGN) - len({Skill, Milestone}) + 1
    for record in set(records) - {Record}:
        sources = [mark for field in record.model_fields.values() for mark in field.metadata]
        assert record.model_fields["schema_"].alias == "schema"
        assert (Source.PATH in sources) is (record not in own_file)


def test_a_program_is_mappings_by_id_of_everything() -> None:
    assert set(Program.__dataclass_fields__) == {
        "settings",
        "skills",
        "cohorts",
        "plans",
        "participants",
        "pairs",
        "surveys",
        "scenarios",
        "modules",
        "applications",
        "events",
        "goals",
        "meetings",
        "pair_facts",
        "person_facts",
        "slots",
    }
