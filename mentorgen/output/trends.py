"""The last weeks of pairs in words and small tables."""

from collections.abc import Collection, Iterator
from itertools import groupby

from mentorgen.analysis.health import Health
from mentorgen.analysis.trends import HealthWeek, PairWeek
from mentorgen.analysis.wording import counted
from mentorgen.model.said import DayShape, dated, said
from mentorgen.output.report import Block, Heading, Json, Paragraph, Table

_HEALTH = {
    Health.TOO_EARLY: said("too early"),
    Health.ON_TRACK: said("on track"),
    Health.NEEDS_CHECK_IN: said("needs check in"),
}


def pair_trend(weeks: Collection[PairWeek]) -> Iterator[Block]:
    """Say where a pair was in the last weeks, one after the other."""
    runs = [
        f"{name.replace('-', ' ')} for {counted(len(tuple(run)), 'week')}"
        for name, run in groupby((week.health or week.state).value for week in weeks)
    ]
    if runs:
        yield Paragraph(f"In the last {counted(len(weeks), 'week')}: {', then '.join(runs)}.")


def pair_trend_data(weeks: Collection[PairWeek]) -> Json:
    """Give the same for other programs; `health` is empty unless the pair was active."""
    return [
        {
            "on": week.on.isoformat(),
            "state": week.state.value,
            "health": week.health.value if week.health else None,
        }
        for week in weeks
    ]


def health_trend(weeks: Collection[HealthWeek]) -> Iterator[Block]:
    """Lay out how many active pairs were in each health, week by week, for organisers.

    From one week to the next a single pair comes or goes, so that no public page may hold this.
    """
    if not weeks:
        return
    yield Heading("The last weeks")
    yield Table(
        (said("Pairs"), *(dated(week.on, DayShape.SHORT) for week in weeks)),
        tuple(
            (
                _HEALTH[health],
                *(str(week.counts[health]) for week in weeks),
            )
            for health in Health
        ),
        frozenset(range(1, len(weeks) + 1)),
    )


def trend_data(weeks: Collection[HealthWeek]) -> Json:
    """Give the same for other programs."""
    return [
        {"on": week.on.isoformat(), **{health.value: week.counts[health] for health in Health}}
        for week in weeks
    ]
