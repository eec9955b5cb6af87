"""The last weeks in words and small tables."""

from datetime import date, timedelta

from mentorgen.analysis.health import Health
from mentorgen.analysis.lifecycle import State
from mentorgen.analysis.trends import HealthWeek, PairWeek
from mentorgen.output.report import Heading, Paragraph, Table
from mentorgen.output.trends import health_trend, pair_trend, pair_trend_data, trend_data

DAY = date(2026, 9, 25)
WEEK = HealthWeek(DAY, dict(zip(Health, (1, 12, 0), strict=True)))


def test_a_pair_is_told_in_runs() -> None:
    states = (State.ACTIVE, State.ACTIVE, State.PAUSED)
    health = (Health.NEEDS_CHECK_IN, Health.NEEDS_CHECK_IN, None)
    weeks = [
        PairWeek(DAY + timedelta(weeks=number), state, found)
        for number, (state, found) in enumerate(zip(states, health, strict=True))
    ]

    assert [*pair_trend(weeks)] == [
        Paragraph("In the last 3 weeks: needs check in for 2 weeks, then paused for 1 week.")
    ]
    assert [*pair_trend([])] == []
    assert pair_trend_data(weeks[1:]) == [
        {"on": "2026-10-02", "state": "active", "health": "needs-check-in"},
        {"on": "2026-10-09", "state": "paused", "health": None},
    ]


def test_a_table_has_a_column_a_week() -> None:
    rows = (("too early", "1"), ("on track", "12"), ("needs check in", "0"))

    assert [*health_trend([WEEK])] == [
        Heading("The last weeks"),
        Table(("Pairs", "25 Sep"), rows, frozenset({1})),
    ]
    assert [*health_trend([])] == []


def test_programs_read_the_days_and_the_numbers() -> None:
    assert trend_data([WEEK]) == [
        {"on": "2026-09-25", "too-early": 1, "on-track": 12, "needs-check-in": 0}
    ]
