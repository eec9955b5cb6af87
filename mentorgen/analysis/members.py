"""Who is in a pair on a day: everyone in its file but those who declined or left."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import groupby

from mentorgen.analysis.facts import facts_until
from mentorgen.model.facts import Accepted, Applied, Fact, FactKind, Left
from mentorgen.model.ids import Slug
from mentorgen.model.pairs import Pair
from mentorgen.model.program import Program

_FEWEST_PEERS = 2


class Word(StrEnum):
    """What a member says to a pair; on one day the later in this list outweighs the earlier."""

    YES = "yes"
    LEFT = "left"
    DECLINED = "declined"


@dataclass(frozen=True, slots=True)
class LastWord:
    """What a member last said, since when it holds, and when they first said yes."""

    word: Word
    on: date
    said_yes: date | None


@dataclass(frozen=True, slots=True)
class Members:
    """The people of a pair by their part in it."""

    mentors: tuple[Slug, ...]
    mentees: tuple[Slug, ...]
    peers: tuple[Slug, ...]

    @property
    def everyone(self) -> tuple[Slug, ...]:
        """All of them, mentors first."""
        return (*self.mentors, *self.mentees, *self.peers)

    @property
    def suffice(self) -> bool:
        """A relationship needs a mentor and a mentee, or two peers."""
        return bool(self.mentors and self.mentees) or len(self.peers) >= _FEWEST_PEERS

    def without(self, absent: Collection[Slug]) -> "Members":
        """Leave some people out."""
        return Members(
            mentors=tuple(slug for slug in self.mentors if slug not in absent),
            mentees=tuple(slug for slug in self.mentees if slug not in absent),
            peers=tuple(slug for slug in self.peers if slug not in absent),
        )


def members_in_file(pair: Pair) -> Members:
    """List everybody whom the pair's file names, whatever they said since."""
    return Members(mentors=pair.mentors, mentees=pair.mentees, peers=pair.members)


def gone_since(facts: Collection[Fact]) -> date | None:
    """Find the day on which a person left the program, unless they applied again since.

    Takes the facts of one person that count; leaving and applying on one day means gone.
    """
    left = max((fact.on for fact in facts if isinstance(fact, Left)), default=None)
    back = max(
        (fact.on for fact in facts if isinstance(fact, Applied | Accepted)), default=date.min
    )
    return left if left is not None and left >= back else None


def last_words(
    program: Program, pair: Pair, facts: Collection[Fact], *, today: date
) -> Mapping[Slug, LastWord]:
    """Gather what each member last said to the pair; who said nothing has no entry.

    `facts` are those of the pair that count. Leaving the program is leaving each pair that existed by
    then. On one day a no outweighs a yes: nobody is held to a yes.
    """
    begins = min((pair.starts, *(fact.on for fact in facts)))
    words: dict[Slug, LastWord] = {}
    for slug in pair.everyone:
        own = facts_until(program.person_facts.get(slug, ()), today)
        said = sorted({*_said(facts, slug), *_left_program(own, begins)})
        if said:
            words[slug] = _last_word(said)
    return words


_WORDS = {
    FactKind.CONFIRMED: Word.YES,
    FactKind.AGREED: Word.YES,
    FactKind.LEFT: Word.LEFT,
    FactKind.DECLINED: Word.DECLINED,
}
_LOUDNESS = tuple(Word)


def _said(facts: Iterable[Fact], slug: Slug) -> Iterable[tuple[date, int]]:
    for fact in facts:
        if fact.by == slug and fact.kind in _WORDS:
            yield fact.on, _LOUDNESS.index(_WORDS[fact.kind])


def _left_program(facts: Collection[Fact], begins: date) -> Iterable[tuple[date, int]]:
    gone = gone_since(facts)
    for fact in facts:
        if isinstance(fact, Left) and (fact.on >= begins or fact.on == gone):
            yield fact.on, _LOUDNESS.index(Word.LEFT)


def _last_word(said: Sequence[tuple[date, int]]) -> LastWord:
    """Date the answer by the day since which it was not taken back: the first no after a yes counts."""
    runs = groupby(said, key=lambda one: _LOUDNESS[one[1]] is Word.YES)
    *_, (on, loudness) = (next(run) for _, run in runs)
    agreed = (day for day, word in said if _LOUDNESS[word] is Word.YES)
    return LastWord(_LOUDNESS[loudness], on, next(agreed, None))
