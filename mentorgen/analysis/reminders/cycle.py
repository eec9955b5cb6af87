"""The cycle of a pair, in which it is asked twice at most, whatever it is asked."""

from datetime import date

from mentorgen.analysis.relationships import Relationship
from mentorgen.analysis.reminders.values import Reminder, Sent, Step
from mentorgen.analysis.surveys import closing_day

MOST_IN_A_CYCLE = 2


def cycle_start(one: Relationship) -> date:
    """Find since when a pair's cycle runs: its newest contact, or else its start or when it was suggested.

    Its end begins the last cycle: what is asked of who says goodbye is another matter than a silence.
    """
    life = one.life
    days = (life.answers.suggested, life.began, life.last_contact, closing_day(life, one.standing))
    return max(day for day in days if day is not None)


def is_asked_enough(one: Relationship, reminder: Reminder, sent: Sent) -> bool:
    """Tell whether a reminder would be the third in its pair's cycle; lines for coordinators are none."""
    if reminder.step is Step.COORDINATORS:
        return False
    since = cycle_start(one)
    return sum(day >= since for day in sent.pairs.get(one.pair.id, ())) >= MOST_IN_A_CYCLE
