"""The dashboard of reminders: an issue that tells people how much goes out, and nobody's name in the open."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from mentorgen.analysis.figures import Figure
from mentorgen.analysis.wording import day_text
from mentorgen.model.ids import PairId

DASHBOARD_TITLE = "How reminders are doing"
MOST_ROWS = 100
"""So many open reminders are listed; a body has no room for all of thousands."""
_ABOUT = """\
The program's automation keeps this page and remembers by it what it has sent. Please leave it open, and leave
its text as it is.
"""


@dataclass(frozen=True, slots=True)
class Tally:
    """How many reminders are due on a day, wait, and have been sent and not been answered.

    `last` is the day on which a run was last recorded, `missed` how many working days went by without one.
    """

    due: Figure
    held: Figure
    sent: Figure
    today: date
    last: date | None
    missed: int


@dataclass(frozen=True, slots=True)
class Waiting:
    """A reminder that has no answer yet, for those who may read names."""

    pair: PairId
    number: int
    since: date


def dashboard_text(tally: Tally, waiting: Iterable[Waiting] = ()) -> str:
    """Write what people read on the dashboard; `waiting` is given in a private repository only."""
    rows = (
        ("Due at the last run", _number(tally.due)),
        ("Held back then", _number(tally.held)),
        ("Sent before, and not answered then", _number(tally.sent)),
        ("Last run", day_text(tally.today, today=tally.today)),
    )
    lines = ["| | |", "|---|--:|", *(f"| {name} | {value} |" for name, value in rows)]
    named = [
        f"* #{one.number} to `{one.pair}`, since {day_text(one.since, today=tally.today)}"
        for one in waiting
    ]
    return "\n".join((_ABOUT, *gap_notice(tally), *lines, "", *named[:MOST_ROWS], ""))


def gap_notice(tally: Tally) -> tuple[str, ...]:
    """Say so where reminders have not run for some days, so that silence is noticed."""
    if tally.missed < FEWEST_MISSED or tally.last is None:
        return ()
    last = day_text(tally.last, today=tally.today)
    text = (
        f"**No run of reminders is known since {last}.** Nobody is asked twice for what was missed. "
        "Was the workflow switched off? GitHub does that after 60 days in which nothing changes.\n"
    )
    return (text,)


FEWEST_MISSED = 5
"""Working days without a run that nobody may overlook: three runs at least, since a run without news is noted every third day only."""


def _number(figure: Figure) -> str:
    return "a few" if figure.value is None else str(figure.value)
