"""Whether people can apply to a round on a day."""

from datetime import date

from mentorgen.model.cohorts import Cohort


def takes_applications(cohort: Cohort, day: date) -> bool:
    """Tell whether a round takes applications: its sign-up has opened and not closed, and it has not ended."""
    if cohort.ends is not None and cohort.ends < day:
        return False
    return (cohort.opens or day) <= day <= (cohort.closes or day)
