"""The last weeks of pairs, from dated facts alone."""

from dataclasses import replace
from datetime import timedelta

from mentorgen.analysis.health import Health
from mentorgen.analysis.lifecycle import State
from mentorgen.analysis.trends import WEEKS, health_weeks, pair_weeks
from mentorgen.model.facts import FactKind
from mentorgen.model.ids import PairId
from mentorgen.model.program import Program
from tests.builders import COHORT, STARTS, a_fact, a_meeting, a_pair, a_program

PAIR = PairId(f"{COHORT}/ana-ben")
AGREED = tuple(a_fact(FactKind.CONFIRMED, STARTS, by=slug) for slug in ("ana", "ben"))
TODAY = STARTS + timedelta(weeks=WEEKS - 2)


def a_life() -> Program:
    """Begun six weeks ago, met once after a week, in a pause now."""
    return a_program(
        pairs=[a_pair()],
        pair_facts={PAIR: (*AGREED, a_fact(FactKind.PAUSED, TODAY, until=TODAY + timedelta(9)))},
        meetings=[a_meeting(STARTS + timedelta(days=7))],
    )


def test_a_pair_is_followed_from_its_suggestion_on_week_by_week() -> None:
    program = a_life()

    weeks = pair_weeks(program, program.pairs[a_pair().id], today=TODAY)

    early, well, check = Health.TOO_EARLY, Health.ON_TRACK, Health.NEEDS_CHECK_IN
    assert [week.health for week in weeks] == [early, early, well, well, well, well, None]
    assert [week.state for week in weeks] == [*[State.ACTIVE] * 6, State.PAUSED]
    assert weeks[0].on == STARTS
    later = pair_weeks(
        replace(program, pair_facts={PAIR: AGREED}), a_pair(), today=TODAY + timedelta(weeks=1)
    )
    assert [week.health for week in later][-2:] == [check, check]


def test_what_happens_later_does_not_change_the_past() -> None:
    program = a_life()
    before = health_weeks(replace(program, meetings={PAIR: ()}), [a_pair()], today=STARTS)

    assert before == health_weeks(program, [a_pair()], today=STARTS)
    assert [week.counts[Health.TOO_EARLY] for week in before] == [0] * (WEEKS - 1) + [1]


def test_without_an_active_pair_there_is_no_trend() -> None:
    assert health_weeks(a_life(), [a_pair()], today=STARTS - timedelta(days=1)) == ()
