"""Where somebody who asked to join stands, and how long the others waited."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from statistics import median

from mentorgen.analysis.availability import Places, places_among, places_of
from mentorgen.analysis.facts import facts_until
from mentorgen.analysis.figures import Figure, figure
from mentorgen.analysis.lifecycle import State
from mentorgen.analysis.members import gone_since
from mentorgen.analysis.relationships import Relationship, relationship_of, relationships
from mentorgen.analysis.waiting import applications_by_person
from mentorgen.model.facts import Applied, Declined, Fact, FactKind, Withdrawn
from mentorgen.model.ids import PairId, SkillId, Slug
from mentorgen.model.pairs import Pair
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
    if places_of(program, slug, today=today).wait is not None:
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
    known = relationships(program, today=today)
    return queue_among(program, known, places_among(program, known, today=today))


def queue_among(
    program: Program, known: Mapping[PairId, Relationship], places: Mapping[Slug, Places]
) -> Queue:
    """Do the same with the program's relationships and places on the day at hand."""
    waits = {one.slug: one.days for one in _waits_that_ended(program, known.values())}
    return _queue(_waiting(places), waits)


def queues_by_skill(
    program: Program, known: Mapping[PairId, Relationship], places: Mapping[Slug, Places]
) -> Mapping[SkillId, Queue]:
    """Do the same for each skill of the vocabulary: who waits for it, and how long it took who found it."""
    waiting: defaultdict[SkillId, set[Slug]] = defaultdict(set)
    for slug in _waiting(places):
        for skill in _wanted(program, slug):
            waiting[skill].add(slug)
    waits: defaultdict[SkillId, dict[Slug, int]] = defaultdict(dict)
    for one in _waits_that_ended(program, known.values()):
        for skill in one.pair.skills or _wanted(program, one.slug):
            waits[skill][one.slug] = one.days
    return {skill: _queue(waiting[skill], waits[skill]) for skill in program.skills}


@dataclass(frozen=True, slots=True)
class _Ended:
    """The days from somebody's application to the first day of a relationship after it."""

    slug: Slug
    pair: Pair
    days: int


def _waiting(places: Mapping[Slug, Places]) -> tuple[Slug, ...]:
    return tuple(slug for slug, own in places.items() if own.wait is not None)


def _wanted(program: Program, slug: Slug) -> set[SkillId]:
    return {one.skill for one in program.participants[slug].wants}


def _queue(waiting: Collection[Slug], waits: Mapping[Slug, int]) -> Queue:
    days = round(median(waits.values())) if waits else 0
    return Queue(figure(len(waiting), over=waiting), figure(days, over=waits))


def _waits_that_ended(program: Program, known: Iterable[Relationship]) -> Iterator[_Ended]:
    applied = applications_by_person(program)
    for one in known:
        began, pair = one.life.began, one.pair
        if began is None or pair.informal:
            continue
        for slug in (*pair.mentees, *pair.members):
            days = [
                request.applied for request in applied.get(slug, ()) if request.applied <= began
            ]
            if days:
                yield _Ended(slug, pair, (began - max(days)).days)
