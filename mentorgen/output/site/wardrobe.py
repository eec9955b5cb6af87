"""Who wears which cloth: within one program no two people share one."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

from mentorgen.output.site.drafts import Draft, Grid, crossed, drafts_of
from mentorgen.output.site.dyes import Dye, Threads, dye_of, threads_of_pair, threads_of_person

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from mentorgen.model.words import Role

MOST_TURNS = 60
"""After so many turns somebody may share a cloth: tens of thousands of people would run out."""


@dataclass(frozen=True, slots=True)
class Wearer:
    """A person as far as their cloth must know; `dye` is the one they chose, if any."""

    slug: str
    role: Role
    dye: Dye | None = None


@dataclass(frozen=True, slots=True)
class Cloth:
    """A draft in two threads; `dye` stands for its owner in a pair's cloth."""

    draft: Draft
    threads: Threads
    dye: Dye


def cloths_for(wearers: Iterable[Wearer]) -> dict[str, Cloth]:
    """The cloth of each slug; in the order of slugs, whoever would repeat a cloth takes the next turn."""
    taken: set[tuple[Grid, Threads]] = set()
    cloths: dict[str, Cloth] = {}
    for wearer in sorted(wearers, key=lambda wearer: wearer.slug):
        cloth = _first_free(wearer, taken)
        taken.add((cloth.draft.grid, cloth.threads))
        cloths[wearer.slug] = cloth
    return cloths


def cloth_of_pair(mentors: Sequence[Cloth], mentees: Sequence[Cloth]) -> Cloth:
    """A pair's cloth: of a group the first mentor's threads down and the first mentee's across.

    Peers are all mentors to one another: the first takes the mentor's place, the second the
    mentee's. Whoever is alone keeps their own pattern.
    """
    first, *rest = (*mentors[:1], *mentees[:1], *mentors[1:], *mentees[1:])
    second = rest[0] if rest else first
    return Cloth(
        crossed(first.draft, second.draft), threads_of_pair(first.dye, second.dye), first.dye
    )


def _first_free(wearer: Wearer, taken: set[tuple[Grid, Threads]]) -> Cloth:
    dye = dye_of(wearer.slug, wearer.dye)
    threads = threads_of_person(wearer.role, dye)
    turns = islice(drafts_of(wearer.slug), MOST_TURNS)
    free = (draft for draft in turns if (draft.grid, threads) not in taken)
    draft = next(free, None) or next(drafts_of(wearer.slug))
    return Cloth(draft, threads, dye)
