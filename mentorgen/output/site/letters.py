"""Very many people in the order of a register: by the letter that their names begin with."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from mentorgen.output.site.views import PersonCard

MOST_CARDS = 240
"""More people than these are a wall of cards: they get a line each, in a register."""
NO_LETTER = "#"


@dataclass(frozen=True, slots=True)
class Letter:
    """Everybody whose name begins with a letter, by name."""

    letter: str
    people: tuple[PersonCard, ...]


def register(cards: Iterable[PersonCard]) -> tuple[Letter, ...]:
    """Everybody by letter, accents left aside; names that begin with none come last."""
    found: defaultdict[str, list[PersonCard]] = defaultdict(list)
    for card in cards:
        found[letter_of(card.person.name)].append(card)
    return tuple(
        Letter(letter, tuple(sorted(found[letter], key=lambda card: card.person.name.casefold())))
        for letter in sorted(found, key=lambda letter: (letter == NO_LETTER, letter))
    )


def letter_of(name: str) -> str:
    """The letter under which a name stands: A for Åsa, Ж for Жанна."""
    first = unicodedata.normalize("NFD", name)[:1].upper()[:1]
    return first if first.isalpha() else NO_LETTER
