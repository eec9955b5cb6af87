"""Everybody's pairs on a day, found once for the whole program instead of once for each person."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from mentorgen.analysis.life import Life, life_of
from mentorgen.analysis.lifecycle import Standing, State, standing_of
from mentorgen.model.ids import PairId, Slug
from mentorgen.model.pairs import Pair
from mentorgen.model.program import Program
from mentorgen.model.words import Outcome


@dataclass(frozen=True, slots=True)
class Relationship:
    """A pair on a day, with what its facts say and where that leaves it."""

    life: Life
    standing: Standing

    @property
    def pair(self) -> Pair:
        """The pair as its file has it."""
        return self.life.pair

    @property
    def goes_on(self) -> bool:
        """The pair has not ended."""
        return self.standing.state is not State.ENDED

    @property
    def people(self) -> tuple[Slug, ...]:
        """Those who are in it or still invited to it, in the order of its file."""
        invited = self.life.answers.unanswered if self.life.today < self.life.answers.lapses else ()
        held = {*self.life.members.everyone, *invited}
        return tuple(slug for slug in self.pair.everyone if slug in held)

    @property
    def named(self) -> tuple[Slug, ...]:
        """Those of whom a report speaks: who is in it, or, once it has ended, everybody in its file."""
        return self.people if self.goes_on else self.pair.everyone

    def kept_for(self, slugs: Iterable[Slug]) -> int:
        """Count those of the given people who are in it or still invited to it."""
        held = self.people
        return sum(slug in held for slug in slugs)


def relationship_of(program: Program, pair: Pair, *, today: date) -> Relationship:
    """Compute one pair on a day."""
    life = life_of(program, pair, today=today)
    return Relationship(life, standing_of(program, life))


def relationships(program: Program, *, today: date) -> Mapping[PairId, Relationship]:
    """Compute every pair on a day, sorted by id; linear in the size of the program."""
    return {pair.id: relationship_of(program, pair, today=today) for pair in program.pairs.values()}


def pairs_by_person(program: Program) -> Mapping[Slug, tuple[Pair, ...]]:
    """List the pairs whose file names each person, whatever became of them; sorted by id."""
    found: dict[Slug, list[Pair]] = defaultdict(list)
    for pair in program.pairs.values():
        for slug in pair.everyone:
            found[slug].append(pair)
    return {slug: tuple(found.get(slug, ())) for slug in program.participants}


def broke_off_last(own: Iterable[Relationship]) -> bool:
    """Tell of somebody's relationships whether the last thing that happened is that one broke off."""
    begun = [one for one in own if one.life.began is not None]
    broken = [
        one.standing.since or date.max
        for one in begun
        if one.standing.outcome in {Outcome.CHANGED, Outcome.STOPPED}
    ]
    return bool(broken) and max(broken) >= max(one.life.began or date.min for one in begun)
