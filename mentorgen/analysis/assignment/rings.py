"""Odd rings of people who count as one person, and who is whose peer inside of them.

In a ring of an odd number of parts everybody finds a peer but one, and that can be anybody: whoever is
to have a peer outside becomes the base, and the others close up along the ring. A part is a person or
a ring itself. People are numbered from 0, rings from there on.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field

import numpy as np

from mentorgen.analysis.assignment.seats import Whole

ALONE = -1
"""Stands for the peer of who has none."""

Joint = tuple[int, int]
"""Two people whose pair leads from one part to the next."""


@dataclass(slots=True)
class Ring:
    """Parts in their order, the base's first; `joints[at]` leads from part `at` to the next one.

    The price is what it is worth, in the proof, that the ring has pairs for all members but one.
    """

    parts: list[int]
    joints: list[Joint]
    members: frozenset[int]
    base: int
    price: int = 0


@dataclass(slots=True)
class Rings:
    """Who has whom, and the rings so far; `outer` tells for each person the ring or person that they count as."""

    mate: list[int]
    outer: Whole
    rings: dict[int, Ring] = field(default_factory=dict)

    @classmethod
    def of(cls, people: int) -> "Rings":
        """Begin with everybody alone."""
        return cls([ALONE] * people, np.arange(people))

    @property
    def outermost(self) -> list[int]:
        """The rings that are part of no other."""
        return [one for one in np.unique(self.outer).tolist() if one in self.rings]

    @property
    def alone(self) -> list[int]:
        """People without a peer."""
        return [person for person, mate in enumerate(self.mate) if mate == ALONE]

    def base(self, part: int) -> int:
        """Who of a part has a peer outside, or nobody."""
        return self.rings[part].base if part in self.rings else part

    def members(self, part: int) -> frozenset[int]:
        """Everybody in a part."""
        return self.rings[part].members if part in self.rings else frozenset({part})

    def turn(self, part: int, person: int) -> None:
        """Make a person the base of their ring, and let the others close up."""
        if part not in self.rings:
            return
        ring = self.rings[part]
        at = self._place(ring, person)
        ring.parts = ring.parts[at:] + ring.parts[:at]
        ring.joints = ring.joints[at:] + ring.joints[:at]
        ring.base = person
        self.turn(ring.parts[0], person)
        for at in range(1, len(ring.parts), 2):
            self.pair_up(*ring.joints[at], parts=(ring.parts[at], ring.parts[at + 1]))

    def pair_up(self, one: int, other: int, *, parts: tuple[int, int]) -> None:
        """Make peers of two people, each the base of their part."""
        self.turn(parts[0], one)
        self.turn(parts[1], other)
        self.mate[one], self.mate[other] = other, one

    def close(self, parts: list[int], joints: list[Joint]) -> int:
        """Make a ring of parts, the base's first, and number it."""
        number = max([len(self.mate) - 1, *self.rings]) + 1
        members = frozenset[int]().union(*(self.members(part) for part in parts))
        self.rings[number] = Ring(parts, joints, members, self.base(parts[0]))
        self._count_as(number, members)
        return number

    def open(self, number: int) -> Ring:
        """Take a ring apart; its parts stand for themselves again."""
        ring = self.rings.pop(number)
        for part in ring.parts:
            self._count_as(part, self.members(part))
        return ring

    def entered_at(self, ring: Ring, person: int) -> list[int]:
        """Give the places of parts on the even way from a person's part to the base's."""
        at, size = self._place(ring, person), len(ring.parts)
        return [*range(at, size), 0] if at % 2 else [*range(at, -1, -1)]

    def _place(self, ring: Ring, person: int) -> int:
        return next(at for at, part in enumerate(ring.parts) if person in self.members(part))

    def _count_as(self, part: int, people: Iterable[int]) -> None:
        self.outer[[*people]] = part
