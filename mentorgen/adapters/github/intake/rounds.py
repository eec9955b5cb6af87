"""Which round somebody asks to join who names none."""

from datetime import date

from mentorgen.analysis.rounds import takes_applications
from mentorgen.model.cohorts import Cohort
from mentorgen.model.program import Program


def round_asked(program: Program, day: date) -> Cohort | None:
    """Give the round that takes applications on a day; None where none does.

    Of several it is the one that closes first, then the one that is still to begin.
    """
    open_now = [one for one in program.cohorts.values() if takes_applications(one, day)]
    return min(open_now, key=lambda one: _urgency(one, day), default=None)


def round_running(program: Program, day: date) -> Cohort | None:
    """Give the round in which a relationship that begins on a day lies: the one that began last."""
    running = [
        one
        for one in program.cohorts.values()
        if (one.starts or day) <= day and (one.ends is None or day <= one.ends)
    ]
    return max(running, key=lambda one: (one.starts or date.min, one.id), default=None)


def _urgency(one: Cohort, day: date) -> tuple[bool, date, bool, str]:
    return one.rolling, one.closes or date.max, (one.starts or day) < day, one.id
