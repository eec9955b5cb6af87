"""Every field of every model says by itself who may see it."""

import importlib
import pkgutil
from collections.abc import Iterator

import pytest

import mentorgen.model
from mentorgen.loading.shapes import shapes_of
from mentorgen.model.facts import FactKind
from mentorgen.model.logs import FACTS
from mentorgen.model.privacy import Level
from mentorgen.model.record import Part

for module in pkgutil.iter_modules(mentorgen.model.__path__):
    importlib.import_module(f"mentorgen.model.{module.name}")


def _all(model: type[Part]) -> Iterator[type[Part]]:
    for inner in model.__subclasses__():
        yield inner
        yield from _all(inner)


MODELS = sorted(
    {model for model in _all(Part) if model.__module__.startswith("mentorgen.")},
    key=lambda model: model.__qualname__,
)


def _unmarked(model: type[Part]) -> list[str]:
    """Name the fields that have no level of their own, or more than one."""
    return [
        name
        for name, info in model.model_fields.items()
        if sum(isinstance(mark, Level) for mark in info.metadata) != 1
    ]


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__qualname__)
def test_every_field_has_a_level_of_its_own(model: type[Part]) -> None:
    assert _unmarked(model) == []


def test_there_are_models_to_look_at() -> None:
    assert {"Participant", "Consent", "Hours", "Answer", "PairLog", "HardRules"} <= {
        model.__qualname__ for model in MODELS
    }


class _Careless(Part):
    said: tuple[Level, ...] = ()
    nickname: str


def test_a_field_without_a_level_is_seen_and_cannot_be_read() -> None:
    assert _unmarked(_Careless) == ["said", "nickname"]
    with pytest.raises(ValueError, match="unpack"):
        shapes_of(_Careless)


@pytest.mark.parametrize("kind", FactKind)
def test_a_fact_says_no_more_than_may_be_known_of_it(kind: FactKind) -> None:
    model = FACTS[kind]

    own = {shape.level for shape in shapes_of(model) if shape.name not in {"on", "by", "replaces"}}

    assert own == {model.level}


def test_each_level_sees_all_that_the_levels_before_it_see() -> None:
    levels = [*Level]

    assert [[reader.allows(other) for other in levels] for reader in levels] == [
        [True, False, False, False],
        [True, True, False, False],
        [True, True, True, False],
        [True, True, True, True],
    ]
