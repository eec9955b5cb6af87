"""The dyes of the site and which threads a person or a pair is woven of."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from hashlib import sha256
from typing import assert_never

from mentorgen.model.words import Role


class Dye(StrEnum):
    """A colour that somebody may choose; each names a CSS variable, in chart order."""

    WOAD = "woad"
    MADDER = "madder"
    LINCOLN = "lincoln"
    WELD = "weld"
    PLUM = "plum"
    TAWNY = "tawny"


NATURAL = "natural"
"""Undyed thread."""


@dataclass(frozen=True, slots=True)
class Threads:
    """The CSS variables of the threads that run down (warp) and across (weft)."""

    warp: str
    weft: str


def dye_of(slug: str, chosen: Dye | None = None) -> Dye:
    """The dye a person chose, else one that their slug decides for good."""
    if chosen is not None:
        return chosen
    dyes = tuple(Dye)
    return dyes[sha256(f"dye:{slug}".encode()).digest()[0] % len(dyes)]


def pale(dye: Dye) -> str:
    """The CSS variable of the weaker bath of a dye."""
    return f"{dye}-pale"


def threads_of_person(role: Role, dye: Dye) -> Threads:
    """A mentor dyes the warp, a mentee the weft, who is both dyes the two."""
    match role:
        case Role.MENTOR:
            return Threads(dye, NATURAL)
        case Role.MENTEE:
            return Threads(NATURAL, dye)
        case Role.BOTH:
            return Threads(dye, pale(dye))
        case _:
            assert_never(role)


def threads_of_pair(mentor: Dye, mentee: Dye) -> Threads:
    """The mentor's dye down, the mentee's across; of one dye twice the mentee's turns pale."""
    return Threads(mentor, pale(mentee) if mentor == mentee else mentee)
