from collections import Counter
from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from mentorgen.analysis.availability import is_away
from mentorgen.analysis.calendar_days import is_working_day
from mentorgen.analysis.reminders import Reminder, ReminderKind, Sent, due_reminders
from mentorgen.model.facts import FactKind
from mentorgen.model.program import Program
from tests.analysis.histories import HOLIDAYS, days, programs
from tests.builders import STARTS, a_fact


def run(program: Program, today: date, sent: Sent) -> tuple[tuple[Reminder, ...], Sent]:
    """Send what is due and remember it, as a run of the automation does."""
    due = due_reminders(program, today=today, sent=sent).due
    asked = {slug: today for one in due if one.is_ping for slug in one.people}
    pairs = {one.pair: (*sent.pairs.get(one.pair, ()), today) for one in due if one.is_ping}
    keys = sent.keys | {one.key for one in due}
    return due, Sent(keys=keys, asked={**sent.asked, **asked}, pairs={**sent.pairs, **pairs})


@given(programs(), days)
def test_a_plan_keeps_every_limit(program: Program, today: date) -> None:
    plan = due_reminders(program, today=today)
    pinged = [slug for one in plan.due if not one.step.startswith("coord") for slug in one.people]

    assert len({one.key for one in plan.due}) == len(plan.due)
    assert max(Counter(one.pair for one in plan.due).values(), default=0) <= 1
    assert len(set(pinged)) == len(pinged)
    assert not plan.due or is_working_day(today, HOLIDAYS)
    for slug in pinged:
        assert not is_away(program, slug, today=today)
        assert program.participants[slug].consent is not None
    for reminder in plan.due:
        assert reminder.due_on <= today
        assert is_working_day(reminder.due_on, HOLIDAYS)
        assert reminder.evidence


@given(programs(), days)
def test_who_opted_out_gets_no_reminder(program: Program, today: date) -> None:
    silent = replace(
        program,
        person_facts={
            slug: (*facts, a_fact(FactKind.OPTED_OUT, today))
            for slug, facts in program.person_facts.items()
        },
    )

    assert not any(one.is_ping or one.privately for one in due_reminders(silent, today=today).due)


@given(programs(), days)
def test_planning_again_plans_the_same_and_after_sending_nothing_more(
    program: Program, today: date
) -> None:
    due, sent = run(program, today, Sent())

    assert due == due_reminders(program, today=today).due
    again = due_reminders(program, today=today, sent=sent).due
    pinged = {slug for one in due if one.is_ping for slug in one.people}
    assert not {one.key for one in due} & {one.key for one in again}
    assert not any(pinged & set(one.people) for one in again if one.is_ping)


@given(programs(), st.integers(0, 60), st.integers(1, 3))
def test_nobody_is_asked_twice_in_seven_days_nor_three_times_in_a_silence(
    program: Program, first: int, every: int
) -> None:
    sent = Sent()
    asked: dict[str, date] = {}
    silences: Counter[tuple[str, str, date]] = Counter()
    for number in range(first, first + 60, every):
        today = STARTS + timedelta(days=number)
        due, sent = run(program, today, sent)
        for one in due:
            if not one.is_ping:
                continue
            for slug in one.people:
                assert (today - asked.get(slug, date.min)).days >= 7
                asked[slug] = today
            if one.kind in {ReminderKind.CHECK_IN, ReminderKind.FIRST_MEETING}:
                silences[one.pair, one.kind, one.cycle] += 1

    assert max(silences.values(), default=0) <= 2


@given(programs(), days)
def test_after_ten_days_without_a_run_a_pair_gets_one_reminder(
    program: Program, today: date
) -> None:
    _, sent = run(program, today, Sent())
    due, _ = run(program, today + timedelta(days=10), sent)

    assert max(Counter(one.pair for one in due).values(), default=0) <= 1
