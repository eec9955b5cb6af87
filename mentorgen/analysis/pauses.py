"""When nothing is expected of a pair or a person, and when no reminder may reach them.

A pause ends by itself on its `until` day, which is the first day back. The newest word counts: a new
pause takes the place of one in force, and `resumed` ends it on that day. Where a pause and a
`resumed` carry the same day, `resumed` wins.
"""

from collections.abc import Collection, Iterable, Mapping
from datetime import date
from itertools import pairwise

from mentorgen.analysis.members import Members
from mentorgen.analysis.spans import Span, merged
from mentorgen.model.facts import Fact, Paused, Resumed, Snoozed
from mentorgen.model.ids import Slug


def pauses(facts: Collection[Fact]) -> tuple[Span, ...]:
    """Read the pauses out of the facts that count, as merged spans."""
    begun = ((fact.on, fact.until) for fact in facts if isinstance(fact, Paused))
    return _spans(begun, [fact.on for fact in facts if isinstance(fact, Resumed)])


def snoozes(facts: Iterable[Fact]) -> tuple[Span, ...]:
    """Read the times without reminders out of the facts that count, as merged spans."""
    return _spans(((fact.on, fact.until) for fact in facts if isinstance(fact, Snoozed)), ())


def pauses_together(
    own: Iterable[Span], away: Mapping[Slug, tuple[Span, ...]], members: Members
) -> tuple[Span, ...]:
    """Join the pair's own pauses with the days when too few of its people are there to go on.

    So a pair of two pauses when one of them does, and a group goes on without one mentee.
    """
    edges = sorted({edge for spans in away.values() for span in spans for edge in _edges(span)})
    alone = (
        Span(first, back)
        for first, back in pairwise(edges)
        if not members.without(_away_on(first, away)).suffice
    )
    return merged((*own, *alone))


def _spans(begun: Iterable[tuple[date, date]], ended: Collection[date]) -> tuple[Span, ...]:
    spans = [Span(first, until) for first, until in sorted(begun)]
    newer = [*(span.first for span in spans[1:]), date.max]
    return merged(
        Span(span.first, min(span.back, following, *(day for day in ended if day >= span.first)))
        for span, following in zip(spans, newer, strict=False)
    )


def _edges(span: Span) -> tuple[date, date]:
    return span.first, span.back


def _away_on(day: date, away: Mapping[Slug, tuple[Span, ...]]) -> set[Slug]:
    return {slug for slug, spans in away.items() if any(span.holds(day) for span in spans)}
