"""Who finished a round, and who of them would like to mentor next."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from mentorgen.analysis.facts import facts_until
from mentorgen.analysis.members import gone_since
from mentorgen.analysis.relationships import Relationship, relationships
from mentorgen.model.facts import Fact, WishesToMentor
from mentorgen.model.ids import CohortId, Slug
from mentorgen.model.program import Program
from mentorgen.model.words import Outcome


@dataclass(frozen=True, slots=True)
class Alumnus:
    """Somebody who finished; rounds in the order of their ids, `wishes` since the day of the wish."""

    slug: Slug
    rounds: tuple[CohortId, ...]
    wishes: date | None


def alumni(program: Program, *, today: date) -> tuple[Alumnus, ...]:
    """List who finished a round by the day and is still there; who wishes to mentor first, then by id."""
    known = tuple(relationships(program, today=today).values())
    found = _those_who_finished(program, known, today)
    return tuple(sorted(found, key=lambda one: (one.wishes is None, one.slug)))


def rounds_finished(slug: Slug, pairs: Iterable[Relationship]) -> tuple[CohortId, ...]:
    """List the rounds in which somebody was in a pair until it was completed."""
    return tuple(
        sorted(
            {
                one.pair.cohort
                for one in pairs
                if one.standing.outcome is Outcome.COMPLETED and slug in one.life.members.everyone
            }
        )
    )


def wishes_to_mentor(facts: Iterable[Fact]) -> date | None:
    """Find since when somebody wishes to mentor, from their facts that count; None if they do not."""
    said = [fact for fact in facts if isinstance(fact, WishesToMentor)]
    last = max(said, key=lambda fact: fact.on, default=None)
    return last.on if last is not None and last.wish else None


def _those_who_finished(
    program: Program, known: Collection[Relationship], today: date
) -> Iterator[Alumnus]:
    for slug in program.participants:
        facts = facts_until(program.person_facts[slug], today)
        rounds = rounds_finished(slug, known)
        if rounds and gone_since(facts) is None:
            yield Alumnus(slug, rounds, wishes_to_mentor(facts))
