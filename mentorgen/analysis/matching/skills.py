"""How well what somebody offers fits what somebody else wants to learn."""

import math
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from mentorgen.analysis.matching.texts import SAME, texts_of
from mentorgen.model.ids import SkillId
from mentorgen.model.people import Skilled
from mentorgen.model.skills import Skill
from mentorgen.model.words import SkillLevel

LONG_LIST = 5
"""An offer of up to so many skills, or as many as are wanted, counts in full; a longer one thins out."""

_SAME = 4
_BELOW = (3, 2)
_ABOVE = (2, 1)
_BY_NAME = 2
_MOST_COLUMNS = 2048
_LEVELS = {SkillLevel.TEACHES: 6, SkillLevel.HELPS: 5, SkillLevel.SOME: 3, SkillLevel.NEW: 1}
_SAID_NO_LEVEL = 6
_AHEAD, _NOT_AHEAD = 2, 1
MOST_WORTH = _SAME * _SAID_NO_LEVEL * _AHEAD
"""The worth of an offer that is just what is wanted."""

SHARES = 2**17
"""So fine that no point is lost, so coarse that all products stay below 2**24, exact in float32."""

_ORDER = tuple(SkillLevel)
_Key = tuple[str, str]
"""A skill and a level, by which what many people want and offer is told apart."""


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The skills of a program, and how near their names come: people's own words often do not meet."""

    skills: Mapping[SkillId, Skill]
    names: Mapping[SkillId, Mapping[int, int]]

    def alike(self, skill: SkillId, other: SkillId) -> bool:
        """Tell whether two skills are by half or more the same in name."""
        one, rest = self.names.get(skill, {}), self.names.get(other, {})
        return 2 * sum(much * rest.get(column, 0) for column, much in one.items()) >= SAME


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


def vocabulary_of(skills: Mapping[SkillId, Skill]) -> Vocabulary:
    """Learn from the names of all skills which of their words tell most."""
    words = texts_of((one.label for one in skills.values()), most_columns=_MOST_COLUMNS)
    names = {skill: words.vector(entry.label) for skill, entry in skills.items()}
    listed = {
        skill: dict(zip(columns.tolist(), amounts.tolist(), strict=True))
        for skill, (columns, amounts) in names.items()
    }
    return Vocabulary(skills, listed)


def wider_skills(vocabulary: Vocabulary, skill: SkillId) -> tuple[SkillId, ...]:
    """List the skills that a skill belongs to, nearest first; a circle of parents is cut."""
    found: list[SkillId] = []
    here = vocabulary.skills.get(skill)
    while here is not None and here.parent is not None and here.parent not in (skill, *found):
        found.append(here.parent)
        here = vocabulary.skills.get(here.parent)
    return tuple(found)


def worth(vocabulary: Vocabulary, offer: Skilled, want: Skilled) -> int:
    """Weigh one offer for one want, 0 to MOST_WORTH, by nearness and by how far the offer is ahead.

    A narrower skill than wanted is worth more than a wider one: who knows Django knows Python. Two
    skills that nobody joined in the vocabulary are near if their names are by half or more.
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


def share_of(most: int, wanted: int, offered: int) -> int:
    """Points for each unit of worth in parts of SHARES, where `most` points are for everything wanted.

    Divides by what was asked, so that a short wish counts as much as a long one, and by the root of
    how far the list of offers is too long, so that ticking everything gains nothing: on 48,882 real
    decisions the plain share of wishes met predicted acceptance worse than chance (AUC 0.415).
    """
    allowed = max(LONG_LIST, wanted)
    thinned = math.sqrt(allowed / max(allowed, offered))
    return round(SHARES * most * thinned / (MOST_WORTH * max(wanted, 1)))


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
    asked = {_key(want): want for one in wanted for want in one}
    column = {key: at for at, key in enumerate(sorted(asked))}
    want_matrix = np.zeros((len(wants), len(asked)), dtype=np.float32)
    for row, one in enumerate(wanted):
        want_matrix[row, [column[_key(want)] for want in one]] = 1
    offered = {_key(offer): offer for one in offers for offer in one}
    worths = _worths(vocabulary, [asked[key] for key in column], offered)
    offer_matrix = np.zeros((len(offers), len(asked)), dtype=np.float32)
    for row, listed in enumerate(offers):
        for offer in listed:
            columns, values = worths[_key(offer)]
            offer_matrix[row, columns] = np.maximum(offer_matrix[row, columns], values)
    return SkillTable(
        want_matrix,
        offer_matrix,
        np.array([len(one) for one in wanted], dtype=np.int64),
        np.array([skill_count(one) for one in offers], dtype=np.int64),
    )


def _worths(
    vocabulary: Vocabulary, asked: Sequence[Skilled], offers: Mapping[_Key, Skilled]
) -> Mapping[_Key, tuple[list[int], list[int]]]:
    """For each offer, the columns of wants that it can answer and its worth for them."""
    columns_of: dict[SkillId, list[int]] = defaultdict(list)
    for column, want in enumerate(asked):
        columns_of[want.skill].append(column)
    near = _near_skills(vocabulary, columns_of, {offer.skill for offer in offers.values()})
    found = {}
    for key, offer in offers.items():
        columns = [column for skill in near[offer.skill] for column in columns_of[skill]]
        found[key] = (columns, [worth(vocabulary, offer, asked[column]) for column in columns])
    return found


def _near_skills(
    vocabulary: Vocabulary, wanted: Iterable[SkillId], offered: Iterable[SkillId]
) -> Mapping[SkillId, set[SkillId]]:
    """Give for each offered skill the wanted ones that are the same, wider, narrower or alike in name."""
    below: dict[SkillId, set[SkillId]] = defaultdict(set)
    having: dict[int, set[SkillId]] = defaultdict(set)
    asked = set(wanted)
    for skill in asked:
        for wider in (skill, *wider_skills(vocabulary, skill)):
            below[wider].add(skill)
        for column in vocabulary.names.get(skill, ()):
            having[column].add(skill)
    near = {}
    for offer in offered:
        parts = (having[column] for column in vocabulary.names.get(offer, ()))
        alike = {skill for skill in set().union(*parts) if vocabulary.alike(offer, skill)}
        near[offer] = below[offer] | (asked & {*wider_skills(vocabulary, offer)}) | alike
    return near


def _nearness(vocabulary: Vocabulary, offered: SkillId, wanted: SkillId) -> int:
    if offered == wanted:
        return _SAME
    above_offer, above_want = wider_skills(vocabulary, offered), wider_skills(vocabulary, wanted)
    if wanted in above_offer:
        return _BELOW[min(above_offer.index(wanted), 1)]
    if offered in above_want:
        return _ABOVE[min(above_want.index(offered), 1)]
    return _BY_NAME if vocabulary.alike(offered, wanted) else 0


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


def _key(skilled: Skilled) -> _Key:
    return skilled.skill, skilled.level or ""
