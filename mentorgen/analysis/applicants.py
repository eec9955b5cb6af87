"""Where somebody who asked to join stands, and how long the others waited."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from statistics import median

from mentorgen.analysis.availability import places
from mentorgen.analysis.facts import facts_until
from mentorgen.analysis.figures import Figure, figure
from mentorgen.analysis.lifecycle import State
from mentorgen.analysis.members import gone_since
from mentorgen.analysis.relationships import relationship_of
from mentorgen.analysis.waiting import applications_by_person
from mentorgen.model.facts import Applied, Declined, Fact, FactKind, Withdrawn
from mentorgen.model.ids import Slug
from mentorgen.model.program import Program


class Stage(StrEnum):
    """How far somebody has come who is in the program."""

    APPLIED = "applied"
    ACCEPTED = "accepted"
    WAITING = "waiting for a match"
    SUGGESTED = "suggested"
    MATCHED = "matched"
    CLOSED = "closed"
    WITHDRAWN = "withdrawn"
    LEFT = "left"


@dataclass(frozen=True, slots=True)
class Queue:
    """How many people wait for a mentor, and how many days it usually took until one was found."""

    waiting: Figure
    usual_days: Figure


def stage_of(program: Program, slug: Slug, *, today: date) -> Stage:
    """Tell how far a participant has come on a day."""
    facts = facts_until(program.person_facts.get(slug, ()), today)
    if gone_since(facts) is not None:
        return Stage.LEFT
    states = {
        relationship_of(program, pair, today=today).standing.state
        for pair in program.pairs.values()
        if slug in pair.everyone
    } - {State.ENDED}
    if states - {State.SUGGESTED}:
        return Stage.MATCHED
    if states:
        return Stage.SUGGESTED
    if places(program, today=today)[slug].wait is not None:
        return Stage.APPLIED if _is_looked_at(program, facts) else Stage.WAITING
    last = [fact for fact in facts if isinstance(fact, Applied | Declined | Withdrawn)][-1:]
    if last and isinstance(last[0], Withdrawn):
        return Stage.WITHDRAWN
    return Stage.CLOSED if last and isinstance(last[0], Declined) else Stage.ACCEPTED


def _is_looked_at(program: Program, facts: Iterable[Fact]) -> bool:
    """Tell whether an organiser is still to say yes to somebody's application."""
    kinds = {fact.kind for fact in facts}
    return program.settings.reviews_applications and FactKind.ACCEPTED not in kinds


def queue(program: Program, *, today: date) -> Queue:
    """Count who waits, and take the median of the waits that came to an end; small groups are hidden."""
    waiting = [slug for slug, one in places(program, today=today).items() if one.wait is not None]
    waits = dict(_waits_that_ended(program, today))
    days = round(median(waits.values())) if waits else 0
    return Queue(figure(len(waiting), over=waiting), figure(days, over=waits))


def _waits_that_ended(program: Program, today: date) -> Iterator[tuple[Slug, int]]:
    """Give for each mentee the days from their application to the first day of a relationship after it."""
    applied = applications_by_person(program)
    for pair in program.pairs.values():
        began = relationship_of(program, pair, today=today).life.began
        if began is None or pair.informal:
            continue
        for slug in (*pair.mentees, *pair.members):
            days = [one.applied for one in applied.get(slug, ()) if one.applied <= began]
            if days:
                yield slug, (began - max(days)).days
