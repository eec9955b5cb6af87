"""Which dated facts count on a day: those written by then and not put right since."""

from collections.abc import Iterable
from datetime import date

from mentorgen.model.facts import Fact, Replaced


def facts_until(facts: Iterable[Fact], today: date) -> tuple[Fact, ...]:
    """Keep, in their order, the facts up to and including `today` that no correction replaces.

    A correction counts from its own day. It replaces plain facts wherever they stand in the log, and
    other corrections only when they stand before it.
    """
    known = tuple(fact for fact in facts if fact.on <= today)
    corrections = tuple(
        (place, fact.replaces) for place, fact in enumerate(known) if fact.replaces is not None
    )
    if not corrections:
        return known
    return tuple(
        fact
        for place, fact in enumerate(known)
        if not any(
            names(replaced, fact) and (fact.replaces is None or place < later)
            for later, replaced in corrections
            if later != place
        )
    )


def names(replaced: Replaced, fact: Fact) -> bool:
    """Tell whether a correction means a fact; without `by` it means everybody's."""
    return replaced.on == fact.on and replaced.kind is fact.kind and replaced.by in {None, fact.by}
