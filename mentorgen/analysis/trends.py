"""How pairs did in the last weeks, computed for each day from the facts that were dated by then."""

from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from mentorgen.analysis.health import Health, health_of_life
from mentorgen.analysis.lifecycle import State
from mentorgen.analysis.relationships import relationship_of
from mentorgen.model.pairs import Pair
from mentorgen.model.program import Program

WEEKS = 8
"""As many as a glance takes in; two months show whether a word from an organiser helped."""


@dataclass(frozen=True, slots=True)
class PairWeek:
    """Where a pair was on one day; `health` is None unless it was active."""

    on: date
    state: State
    health: Health | None


@dataclass(frozen=True, slots=True)
class HealthWeek:
    """How many active pairs were in each health on one day; for organisers, small groups and all."""

    on: date
    counts: Mapping[Health, int]


def weeks_until(today: date) -> tuple[date, ...]:
    """List the same day of the week over the last weeks, the oldest first and `today` last."""
    return tuple(today - timedelta(weeks=back) for back in reversed(range(WEEKS)))


def pair_weeks(program: Program, pair: Pair, *, today: date) -> tuple[PairWeek, ...]:
    """Follow a pair over the last weeks; the days before it was suggested are left out."""
    return tuple(
        found
        for day in weeks_until(today)
        for found in (_on(program, pair, day),)
        if found is not None
    )


def health_weeks(
    program: Program, pairs: Collection[Pair], *, today: date
) -> tuple[HealthWeek, ...]:
    """Count the health of active pairs over the last weeks; nothing where none was active."""
    weeks = tuple(_week(program, pairs, day) for day in weeks_until(today))
    return weeks if any(any(week.counts.values()) for week in weeks) else ()


def _on(program: Program, pair: Pair, day: date) -> PairWeek | None:
    one = relationship_of(program, pair, today=day)
    if day < one.life.answers.suggested:
        return None
    health = None
    if one.standing.state is State.ACTIVE and one.life.began is not None:
        health = health_of_life(program, one.life, one.life.began).health
    return PairWeek(day, one.standing.state, health)


def _week(program: Program, pairs: Collection[Pair], day: date) -> HealthWeek:
    known = (_on(program, pair, day) for pair in pairs)
    counts = Counter(found.health for found in known if found is not None)
    return HealthWeek(day, {health: counts[health] for health in Health})
