"""Which round a page speaks of, and where in it the day lies."""

from datetime import date

from mentorgen.model.cohorts import Cohort
from mentorgen.model.ids import CohortId
from mentorgen.model.said import Said, said
from mentorgen.output.site.pages.frame import Frame


def running_cohort(frame: Frame) -> Cohort | None:
    """Find the round that runs on the day, the newest if several do; else one that never closes."""
    cohorts = frame.program.cohorts.values()
    running = [one for one in cohorts if one.starts and is_running(one, frame.today)]
    rolling = [one for one in cohorts if one.rolling]
    return max(running, key=lambda one: (one.starts or date.min, one.id), default=None) or next(
        iter(rolling), None
    )


def round_path(cohort: CohortId) -> str:
    """Say where a round's page lies."""
    return f"rounds/{cohort}/"


def is_running(cohort: Cohort, today: date) -> bool:
    """Tell whether a round has started and has not ended."""
    started = cohort.starts is None or cohort.starts <= today
    return started and (cohort.ends is None or cohort.ends >= today)


def is_open(cohort: Cohort, today: date) -> bool:
    """Tell whether pairs can still be made in a round: it has not ended."""
    return cohort.ends is None or cohort.ends >= today


def week_number(cohort: Cohort, today: date) -> int:
    """Count the weeks of a round from 1."""
    return (today - (cohort.starts or today)).days // 7 + 1


def week_of(cohort: Cohort, today: date) -> Said:
    """Say where in a round the day lies."""
    if cohort.rolling:
        return said("open all year")
    return said("week %(week)s", week=week_number(cohort, today))
