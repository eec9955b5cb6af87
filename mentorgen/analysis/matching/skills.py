"""How well what somebody offers fits what somebody else wants to learn."""

import math
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from mentorgen.model.ids import SkillId
from mentorgen.model.people import Skilled
from mentorgen.model.skills import Skill
from mentorgen.model.words import SkillLevel

LONG_LIST = 5
"""An offer of up to so many skills, or as many as are wanted, counts in full; a longer one thins out."""

_SAME = 4
_BELOW = (3, 2)
_ABOVE = (2, 1)
_LEVELS = {SkillLevel.TEACHES: 6, SkillLevel.HELPS: 5, SkillLevel.SOME: 3, SkillLevel.NEW: 1}
_SAID_NO_LEVEL = 6
_AHEAD, _NOT_AHEAD = 2, 1
MOST_WORTH = _SAME * _SAID_NO_LEVEL * _AHEAD
"""The worth of an offer that is just what is wanted."""

_ORDER = tuple(SkillLevel)

Vocabulary = Mapping[SkillId, Skill]


@dataclass(frozen=True, slots=True)
class Answer:
    """One wanted skill with the offer that answers it best; worth runs from 1 to MOST_WORTH."""

    wanted: SkillId
    offered: SkillId
    worth: int


@dataclass(frozen=True, slots=True)
class SkillTable:
    """Wants and offers of many people as whole numbers: wants @ offers.T is the worth of every pair."""

    wants: NDArray[np.float32]
    offers: NDArray[np.float32]
    wanted: NDArray[np.int64]
    offered: NDArray[np.int64]


def wider_skills(vocabulary: Vocabulary, skill: SkillId) -> tuple[SkillId, ...]:
    """List the skills that a skill belongs to, nearest first; a circle of parents is cut."""
    found: list[SkillId] = []
    here = vocabulary.get(skill)
    while here is not None and here.parent is not None and here.parent not in (skill, *found):
        found.append(here.parent)
        here = vocabulary.get(here.parent)
    return tuple(found)


def worth(vocabulary: Vocabulary, offer: Skilled, want: Skilled) -> int:
    """Weigh one offer for one want, 0 to MOST_WORTH, by nearness and by how far the offer is ahead.

    A narrower skill than wanted is worth more than a wider one: who knows Django knows Python.
    """
    level = _SAID_NO_LEVEL if offer.level is None else _LEVELS[offer.level]
    return _nearness(vocabulary, offer.skill, want.skill) * level * _ahead(offer, want)


def answers(
    vocabulary: Vocabulary, offers: Iterable[Skilled], wants: Iterable[Skilled]
) -> tuple[Answer, ...]:
    """Find the best offer for each want that has one, the best answers first."""
    offered = tuple(offers)
    found = (
        max(
            (Answer(want.skill, offer.skill, worth(vocabulary, offer, want)) for offer in offered),
            key=lambda answer: (answer.worth, answer.offered),
            default=None,
        )
        for want in _once(wants)
    )
    worthy = (answer for answer in found if answer is not None and answer.worth)
    return tuple(sorted(worthy, key=lambda answer: (-answer.worth, answer.wanted)))


def share_of(most: int, wanted: int, offered: int) -> float:
    """Points for each unit of worth, where `most` points are for everything wanted.

    Divides by what was asked, so that a short wish counts as much as a long one, and by the root of
    how far the list of offers is too long, so that ticking everything gains nothing: on 48,882 real
    decisions the plain share of wishes met predicted acceptance worse than chance (AUC 0.415).
    """
    allowed = max(LONG_LIST, wanted)
    return most * math.sqrt(allowed / max(allowed, offered)) / (MOST_WORTH * max(wanted, 1))


def skill_count(skills: Iterable[Skilled]) -> int:
    """Count different skills."""
    return len({one.skill for one in skills})


def skill_table(
    vocabulary: Vocabulary,
    wants: Sequence[tuple[Skilled, ...]],
    offers: Sequence[tuple[Skilled, ...]],
) -> SkillTable:
    """Lay out the wants of many people against the offers of many others."""
    wanted = [tuple(_once(one)) for one in wants]
    asked = sorted({want for one in wanted for want in one}, key=_key)
    column = {want: at for at, want in enumerate(asked)}
    want_matrix = np.zeros((len(wants), len(asked)), dtype=np.float32)
    for row, one in enumerate(wanted):
        want_matrix[row, [column[want] for want in one]] = 1
    worths = _worths(vocabulary, asked, {offer for one in offers for offer in one})
    offer_matrix = np.zeros((len(offers), len(asked)), dtype=np.float32)
    for row, listed in enumerate(offers):
        for offer in listed:
            columns, values = worths[offer]
            offer_matrix[row, columns] = np.maximum(offer_matrix[row, columns], values)
    return SkillTable(
        want_matrix,
        offer_matrix,
        np.array([len(one) for one in wanted], dtype=np.int64),
        np.array([skill_count(one) for one in offers], dtype=np.int64),
    )


def _worths(
    vocabulary: Vocabulary, asked: Sequence[Skilled], offers: Iterable[Skilled]
) -> Mapping[Skilled, tuple[list[int], list[int]]]:
    """For each offer, the columns of wants that it can answer and its worth for them."""
    at_or_below: dict[SkillId, list[int]] = defaultdict(list)
    at: dict[SkillId, list[int]] = defaultdict(list)
    for column, want in enumerate(asked):
        at[want.skill].append(column)
        for skill in (want.skill, *wider_skills(vocabulary, want.skill)):
            at_or_below[skill].append(column)
    found = {}
    for offer in offers:
        above = (column for wider in wider_skills(vocabulary, offer.skill) for column in at[wider])
        columns = [*at_or_below[offer.skill], *above]
        found[offer] = (columns, [worth(vocabulary, offer, asked[column]) for column in columns])
    return found


def _nearness(vocabulary: Vocabulary, offered: SkillId, wanted: SkillId) -> int:
    if offered == wanted:
        return _SAME
    above_offer, above_want = wider_skills(vocabulary, offered), wider_skills(vocabulary, wanted)
    if wanted in above_offer:
        return _BELOW[min(above_offer.index(wanted), 1)]
    return _ABOVE[min(above_want.index(offered), 1)] if offered in above_want else 0


def _ahead(offer: Skilled, want: Skilled) -> int:
    if offer.level is None or want.level is None:
        return _AHEAD
    return _AHEAD if _ORDER.index(offer.level) > _ORDER.index(want.level) else _NOT_AHEAD


def _once(wants: Iterable[Skilled]) -> Iterator[Skilled]:
    """Keep the first mention of each skill."""
    seen: dict[SkillId, Skilled] = {}
    for want in wants:
        seen.setdefault(want.skill, want)
    yield from seen.values()


def _key(skilled: Skilled) -> tuple[str, str]:
    return skilled.skill, skilled.level or ""
