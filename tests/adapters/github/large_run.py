"""One run over 2,000 pairs: its calls, and how fast it writes."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime, timedelta

from tests.adapters.github.faults import Call, Fault
from tests.adapters.github.simulation import Simulation, silent_pairs

BEGIN, FIRST = date(2026, 3, 12), date(2026, 3, 13)


def large_run(pairs: int = 2000) -> Mapping[str, int]:
    """Send what a program of silent pairs is due, and count."""
    simulation = Simulation(silent_pairs(pairs))
    simulation.begin_day(BEGIN)
    simulation.run(BEGIN)
    simulation.begin_day(FIRST)
    writes: list[datetime] = []
    names: list[str] = []

    def watch(call: Call) -> Fault | None:
        names.append(call.name)
        if call.is_write:
            writes.append(simulation.hub.now)
        return None

    simulation.run(FIRST, faults=watch)
    seconds = (writes[-1] - writes[0]).total_seconds()
    return {
        "pairs": pairs,
        "reminders sent": len([*simulation.posts()]),
        "calls": len(names),
        "  that write": len(writes),
        "  besides these and pages": sum(name not in {"issues", "labels"} for name in names)
        - len(writes),
        "most writes in a minute": most_within(writes, timedelta(minutes=1)),
        "most writes in an hour": most_within(writes, timedelta(hours=1)),
        "seconds on the clock": round(seconds),
    }


def most_within(moments: Sequence[datetime], span: timedelta) -> int:
    """Count the moments of the fullest stretch."""
    return max(_within(moments, first, span) for first in moments)


def _within(moments: Iterable[datetime], first: datetime, span: timedelta) -> int:
    return sum(first <= moment < first + span for moment in moments)
