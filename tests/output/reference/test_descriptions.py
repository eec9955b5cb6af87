"""Every field says what it is for, in a sentence below it."""

import re
from collections.abc import Iterator

import pytest

from mentorgen.loading.layout import SHELVES
from mentorgen.loading.shapes import shapes_of
from mentorgen.model.facts import Agreed
from mentorgen.model.record import Part
from mentorgen.output.reference.descriptions import descriptions_of
from mentorgen.output.reference.schemas import written_fields


def _parts(model: type[Part]) -> Iterator[type[Part]]:
    yield model
    for shape in shapes_of(model):
        for part in shape.parts:
            yield from _parts(part)


PARTS = sorted(
    {part for shelf in SHELVES for part in _parts(shelf.model)}, key=lambda part: part.__name__
)


@pytest.mark.parametrize("part", PARTS, ids=lambda part: part.__name__)
def test_every_field_says_in_a_sentence_what_it_is_for(part: type[Part]) -> None:
    described = descriptions_of(part)

    for name, info in written_fields(part).values():
        if "Literal" not in str(info.annotation):
            assert re.fullmatch(r"[A-Z][^\n]{4,98}[.]", described.get(name, "")), name


def test_a_description_is_inherited_and_can_be_said_anew() -> None:
    described = descriptions_of(Agreed)

    assert described["on"] == "The day on which it happened."
    assert described["by"] == "Who of the pair said so."
