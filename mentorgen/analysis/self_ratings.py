"""How people rate their own skills, first and last: what grew, in their own eyes.

Ratings are private. What everybody of the organisers reads is over five people or more; what one
person said is for their pair and its coordinators.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from mentorgen.analysis.facts import facts_until
from mentorgen.analysis.figures import Figure, beside_a_total, figure
from mentorgen.model.facts import Rated
from mentorgen.model.ids import SkillId, Slug
from mentorgen.model.program import Program


@dataclass(frozen=True, slots=True)
class Rating:
    """What somebody said of one skill, from 1 to 10, on the first and on the last day they were asked."""

    slug: Slug
    skill: SkillId
    first: Rated
    last: Rated

    @property
    def change(self) -> int:
        """By how much the last differs from the first."""
        return self.last.value - self.first.value


@dataclass(frozen=True, slots=True)
class RatingChanges:
    """The mean change of all ratings and of each skill's, in tenths of a point; small groups are hidden."""

    all: Figure
    skills: Mapping[SkillId, Figure]


def ratings_of(program: Program, slugs: Iterable[Slug], *, today: date) -> tuple[Rating, ...]:
    """List what can be compared: skills that a person rated on two days or more, by person and skill."""
    found: list[Rating] = []
    for slug in sorted(set(slugs)):
        said: dict[SkillId, list[Rated]] = defaultdict(list)
        for fact in facts_until(program.person_facts.get(slug, ()), today):
            if isinstance(fact, Rated):
                said[fact.skill].append(fact)
        for skill, facts in sorted(said.items()):
            first, last = (choose(facts, key=lambda fact: fact.on) for choose in (min, max))
            if first.on < last.on:
                found.append(Rating(slug, skill, first, last))
    return tuple(found)


def rating_changes(program: Program, *, today: date) -> RatingChanges:
    """Average what people said of their skills, over all of the program."""
    ratings = ratings_of(program, program.participants, today=today)
    by_skill: dict[SkillId, list[Rating]] = defaultdict(list)
    for rating in ratings:
        by_skill[rating.skill].append(rating)
    parts = {skill: _mean_change(own) for skill, own in sorted(by_skill.items())}
    return RatingChanges(_mean_change(ratings), beside_a_total(parts))


def _mean_change(ratings: Collection[Rating]) -> Figure:
    if not ratings:
        return Figure(None, "There is nothing to compare yet.")
    tenths = round(10 * sum(rating.change for rating in ratings) / len(ratings))
    return figure(tenths, over=(rating.slug for rating in ratings))
