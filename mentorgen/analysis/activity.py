"""When each person was last active, from public facts only: it is shown by week, by consent."""

from collections.abc import Iterable, Mapping
from datetime import date

from mentorgen.analysis.life import meetings_until
from mentorgen.model.facts import Fact
from mentorgen.model.ids import Slug
from mentorgen.model.pairs import Pair
from mentorgen.model.privacy import Level
from mentorgen.model.program import Program


def last_active(program: Program, slug: Slug, *, today: date) -> date | None:
    """Tell when a person last did something; for many people `last_activity` is quicker."""
    return last_activity(program, today=today).get(slug)


def last_activity(program: Program, *, today: date) -> Mapping[Slug, date]:
    """Tell when each person last joined, met or wrote down a fact; who never did has no entry.

    A meeting whose record names nobody was everybody's. What organisers wrote about a person and what
    is private do not count.
    """
    newest: dict[Slug, date] = {}
    for slug, on in _deeds(program, today):
        if newest.get(slug, date.min) < on <= today:
            newest[slug] = on
    return {slug: newest[slug] for slug in program.participants if slug in newest}


def _deeds(program: Program, today: date) -> Iterable[tuple[Slug, date]]:
    for person in program.participants.values():
        if person.joined is not None:
            yield person.slug, person.joined
        yield from _said(program.person_facts.get(person.slug, ()), person.slug)
    for pair in program.pairs.values():
        yield from _said(program.pair_facts.get(pair.id, ()), None)
        yield from _met(program, pair, today)


def _said(facts: Iterable[Fact], unnamed: Slug | None) -> Iterable[tuple[Slug, date]]:
    for fact in facts:
        by = fact.by or unnamed
        if by is not None and fact.level is Level.PUBLIC:
            yield by, fact.on


def _met(program: Program, pair: Pair, today: date) -> Iterable[tuple[Slug, date]]:
    for meeting in meetings_until(program, pair, today=today):
        if meeting.visibility is Level.PUBLIC:
            for slug in meeting.present or pair.everyone:
                yield slug, meeting.on
