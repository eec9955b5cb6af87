"""Very many people stand in a register."""

import pytest

from mentorgen.output.site.letters import letter_of, register
from tests.output.site.some_views import a_card, a_person


@pytest.mark.parametrize(
    ("name", "letter"),
    [("Åsa", "A"), ("ana", "A"), ("Жанна", "Ж"), ("ßen", "S"), ("7 of 9", "#"), ("李娜", "李")],
)
def test_a_name_stands_under_its_first_letter(name: str, letter: str) -> None:
    assert letter_of(name) == letter


def test_names_are_in_order_and_those_without_a_letter_come_last() -> None:
    names = ("42", "Zoe", "Ágata", "ana", "Жанна")

    letters = register(a_card(a_person(name=name)) for name in names)

    assert [(one.letter, [card.person.name for card in one.people]) for one in letters] == [
        ("A", ["ana", "Ágata"]),
        ("Z", ["Zoe"]),
        ("Ж", ["Жанна"]),
        ("#", ["42"]),
    ]
