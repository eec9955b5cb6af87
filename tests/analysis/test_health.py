from datetime import date, timedelta
from typing import Unpack

import pytest

from mentorgen.analysis.health import Health, HealthRule, PairHealth, health_of
from mentorgen.analysis.wording import day_text
from mentorgen.model.facts import Fact, FactKind
from mentorgen.model.words import MeetingKind, Outcome
from tests.builders import (
    COHORT,
    STARTS,
    Contents,
    a_fact,
    a_goal,
    a_meeting,
    a_pair,
    a_program,
)

PAIR = f"{COHORT}/ana-ben"
AGREED = tuple(a_fact(FactKind.CONFIRMED, STARTS, by=slug) for slug in ("ana", "ben"))


def day(number: int) -> date:
    """Count days from the pair's first."""
    return STARTS + timedelta(days=number)


def health(today: int, *facts: Fact, **more: Unpack[Contents]) -> PairHealth | None:
    contents: Contents = {"pairs": [a_pair()], "pair_facts": {PAIR: (*AGREED, *facts)}, **more}
    return health_of(a_program(**contents), a_pair(), today=day(today))


def rule(today: int, *facts: Fact, **more: Unpack[Contents]) -> HealthRule | None:
    found = health(today, *facts, **more)
    return None if found is None else found.rule


def test_the_first_two_weeks_are_too_early_to_judge() -> None:
    assert health(13) == PairHealth(
        pair=a_pair().id,
        health=Health.TOO_EARLY,
        rule=HealthRule.TOO_EARLY,
        days_silent=13,
        rhythm_days=14,
        last_contact=None,
        evidence=(
            (
                "They began on 2 March, 13 days ago, and no meeting is noted yet;"
                " they planned to meet every 14 days."
            ),
            "The first 14 days are too early to judge.",
        ),
    )


def test_a_pair_without_a_first_meeting_needs_a_check_in() -> None:
    found = health(14)

    assert found is not None
    assert (found.health, found.rule) == (Health.NEEDS_CHECK_IN, HealthRule.NO_FIRST_MEETING)


def test_a_pair_needs_a_check_in_two_weeks_after_its_rhythm() -> None:
    meetings = [a_meeting(day(20))]

    assert rule(48, meetings=meetings) is HealthRule.IN_RHYTHM
    assert health(49, meetings=meetings) == PairHealth(
        pair=a_pair().id,
        health=Health.NEEDS_CHECK_IN,
        rule=HealthRule.OVERDUE,
        days_silent=29,
        rhythm_days=14,
        last_contact=day(20),
        evidence=("They last met on 22 March, 29 days ago; they planned to meet every 14 days.",),
    )


@pytest.mark.parametrize("kind", MeetingKind)
def test_contact_of_any_kind_counts(kind: MeetingKind) -> None:
    assert rule(40, meetings=[a_meeting(day(39), kind=kind)]) is HealthRule.IN_RHYTHM


def test_a_talk_before_the_start_is_not_the_first_meeting() -> None:
    assert rule(20, meetings=[a_meeting(day(-3))]) is HealthRule.NO_FIRST_MEETING


def test_days_in_a_pause_are_no_silence() -> None:
    paused = a_fact(FactKind.PAUSED, day(25), until=day(45))
    meetings = [a_meeting(day(20))]

    assert rule(68, paused, meetings=meetings) is HealthRule.IN_RHYTHM
    found = health(69, paused, meetings=meetings)
    assert found is not None
    assert (found.rule, found.days_silent) == (HealthRule.OVERDUE, 29)
    assert found.evidence == (
        (
            "They last met on 22 March, 49 days ago, 20 days of them in a pause;"
            " they planned to meet every 14 days."
        ),
    )


def test_an_agreed_meeting_ahead_is_no_silence() -> None:
    meetings = [a_meeting(day(20), next={"on": day(60)})]

    found = health(50, meetings=meetings)
    assert found is not None
    assert found.rule is HealthRule.IN_RHYTHM
    assert found.evidence[1] == f"They mean to meet on {day_text(day(60), today=day(50))}."
    assert rule(74, meetings=meetings) is HealthRule.IN_RHYTHM
    assert rule(75, meetings=meetings) is HealthRule.OVERDUE


def test_a_milestone_three_weeks_after_its_day_asks_for_a_check_in() -> None:
    more: Contents = {
        "goals": [
            a_goal(
                milestones=({"name": "Draft", "due": day(30)}, {"name": "Talk", "due": day(25)})
            ),
            a_goal("later", set_on=day(90), milestones=({"name": "Old", "due": day(1)},)),
        ],
        "meetings": [a_meeting(day(number)) for number in (14, 28, 42)],
    }

    assert rule(46, **more) is HealthRule.IN_RHYTHM
    found = health(47, **more)
    assert found is not None
    assert (found.health, found.rule) == (Health.NEEDS_CHECK_IN, HealthRule.STUCK)
    assert found.evidence == (
        "They last met on 13 April, 5 days ago; they planned to meet every 14 days.",
        'The step "Talk" was planned for 27 March and is still open.',
    )


def test_a_pair_that_met_today_and_meets_every_day_reads_well() -> None:
    daily = a_pair(rhythm_days=1)
    program = a_program(pairs=[daily], pair_facts={PAIR: AGREED}, meetings=[a_meeting(day(20))])

    found = health_of(program, daily, today=day(20))
    assert found is not None
    assert found.evidence == ("They last met on 22 March, today; they planned to meet every day.",)


@pytest.mark.parametrize(
    "fact",
    [
        a_fact(FactKind.PAUSED, day(5), until=day(60)),
        a_fact(FactKind.ENDING, day(5)),
        a_fact(FactKind.ENDED, day(5), outcome=Outcome.STOPPED),
    ],
    ids=lambda fact: fact.kind,
)
def test_only_an_active_pair_has_a_health(fact: Fact) -> None:
    assert health(20, fact) is None


def test_the_health_on_a_past_day_does_not_know_what_came_after() -> None:
    meetings = [a_meeting(day(20)), a_meeting(day(50))]

    assert rule(49, meetings=meetings) is HealthRule.OVERDUE
    assert rule(50, meetings=meetings) is HealthRule.IN_RHYTHM
