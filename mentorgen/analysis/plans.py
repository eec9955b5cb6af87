"""What a pair has planned: its plan, how often it means to meet, and when its time is over."""

from collections.abc import Iterable
from datetime import date, timedelta

from mentorgen.analysis.spans import Span, day_after
from mentorgen.model.pairs import Pair, Plan
from mentorgen.model.program import Program
from mentorgen.model.words import Form

RHYTHM_DAYS = 14
"""How often a pair without a plan of its own means to meet: the default of a plan, two weeks."""
INFORMAL_RHYTHM_DAYS = 30
"""The same for an informal pair, which gets gentle reminders only: once a month."""


def plan_of(program: Program, pair: Pair) -> Plan | None:
    """Find the plan the pair follows: its own, or else its cohort's.

    A cohort's plan is not meant for informal pairs and flash meetings: they follow their own or none.
    """
    named = pair.plan
    if named is None and not pair.informal and pair.form is not Form.FLASH:
        named = program.cohorts[pair.cohort].plan
    return program.plans[named] if named else None


def rhythm_of(program: Program, pair: Pair) -> int:
    """Tell after how many days the pair means to be in contact again."""
    if pair.rhythm_days is not None:
        return pair.rhythm_days
    plan = plan_of(program, pair)
    if plan is not None:
        return plan.rhythm_days
    return INFORMAL_RHYTHM_DAYS if pair.informal else RHYTHM_DAYS


def planned_end(program: Program, pair: Pair, pauses: Iterable[Span]) -> date | None:
    """Find the first day after the pair's time: its plan moved on by its pauses, or else its cohort's end.

    None where neither says: such a pair goes on until it says that it ends.
    """
    plan = plan_of(program, pair)
    if plan is not None:
        return day_after(pair.starts, 7 * sum(stage.weeks for stage in plan.stages), pauses)
    ends = program.cohorts[pair.cohort].ends
    return None if ends is None else ends + timedelta(days=1)
