"""Whole histories: however people live, and whenever the automation runs, nobody is asked too much."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentorgen.analysis.facts import facts_until
from mentorgen.analysis.members import gone_since
from mentorgen.analysis.pauses import pauses, snoozes
from mentorgen.analysis.relationships import relationship_of
from mentorgen.analysis.reminders import Because, Reminder, Sent, Step, due_reminders
from mentorgen.analysis.spans import span_on
from mentorgen.analysis.surveys import closing_day
from mentorgen.model.facts import Fact, FactKind
from mentorgen.model.ids import PairId, Slug
from mentorgen.model.program import Program
from tests.analysis.histories import HISTORIES, HOLIDAYS, days, programs
from tests.builders import STARTS, a_fact

GAP = 10
_hours = st.integers(0, 23)


def moment(today: date, hour: int) -> datetime:
    """In Lagos it is one hour later than in UTC."""
    return datetime.combine(today, time(hour), UTC)


def wants_none(facts: Sequence[Fact]) -> bool:
    words = [
        (fact.on, fact.kind is FactKind.OPTED_OUT)
        for fact in facts
        if fact.kind in {FactKind.OPTED_OUT, FactKind.OPTED_IN}
    ]
    return bool(words) and max(words)[1]


def check_ping(program: Program, reminder: Reminder, today: date) -> None:
    """Hold one ping against everything that people may ask for."""
    pair = program.pairs[reminder.pair]
    life = relationship_of(program, pair, today=today).life
    assert today.weekday() < 5
    assert today not in HOLIDAYS
    assert span_on((*life.pauses, *snoozes(life.facts)), today) is None
    assert set(reminder.people) <= set(pair.everyone)
    for slug in reminder.people:
        facts = facts_until(program.person_facts[slug], today)
        assert span_on((*pauses(facts), *snoozes(facts)), today) is None
        assert gone_since(facts) is None
        assert not wants_none(facts)
        assert not wants_none([fact for fact in life.facts if fact.by == slug])
        assert program.participants[slug].consent is not None


def shifted(sent: Sent, due: Sequence[Reminder], today: date) -> Sent:
    """Remember what went out, as a run of the automation does."""
    pings = [one for one in due if one.step is not Step.COORDINATORS]
    asked = {slug: today for one in pings for slug in one.people}
    pairs = {one.pair: (*sent.pairs.get(one.pair, ()), today) for one in pings}
    return Sent(
        keys=sent.keys | {one.key for one in due},
        asked={**sent.asked, **asked},
        pairs={**sent.pairs, **pairs},
    )


def pings_in_cycle(program: Program, pair: PairId, asked: Sequence[date], today: date) -> int:
    """Count the days since the newest contact, the start or the goodbye on which somebody was asked."""
    one = relationship_of(program, program.pairs[pair], today=today)
    over = closing_day(one.life, one.standing)
    begun = (one.life.answers.suggested, one.life.began, one.life.last_contact, over)
    return sum(day >= max(filter(None, begun)) for day in asked)


@HISTORIES
@given(programs(), st.integers(0, 150), st.integers(5, 30), st.lists(_hours, min_size=50))
def test_no_history_breaks_a_limit(
    program: Program, first: int, gap: int, hours: list[int]
) -> None:
    sent = Sent()
    asked: dict[str, list[date]] = defaultdict(list)
    pings: dict[tuple[PairId, Slug], list[date]] = defaultdict(list)
    for number in (*range(gap), *range(gap + GAP, gap + GAP + 15)):
        today, hour = STARTS + timedelta(days=first + number), hours[number % len(hours)]
        plan = due_reminders(program, today=today, sent=sent, now=moment(today, hour))
        if not 7 <= hour < 19:
            assert not plan.due
            assert {one.because for one in plan.held} <= {
                Because.QUIET_HOURS,
                Because.ANOTHER_FIRST,
                Because.ASKED_TWICE,
            }
        assert max(Counter(one.pair for one in plan.due).values(), default=0) <= 1
        for one in plan.due:
            assert one.key not in sent.keys
            if one.step is Step.COORDINATORS:
                assert set(one.people) <= set(program.settings.coordinators)
                continue
            check_ping(program, one, today)
            for slug in one.people:
                assert all((today - day).days >= 7 for day in asked[slug])
                asked[slug].append(today)
                pings[one.pair, slug].append(today)
                assert pings_in_cycle(program, one.pair, pings[one.pair, slug], today) <= 2
        sent = shifted(sent, plan.due, today)


@HISTORIES
@given(programs(), st.integers(0, 150))
def test_ten_silent_days_are_made_up_by_one_reminder(program: Program, first: int) -> None:
    start = STARTS + timedelta(days=first)
    due = due_reminders(program, today=start).due
    sent = shifted(Sent(), due, start)
    after = start + timedelta(days=GAP)
    caught_up = due_reminders(program, today=after, sent=sent).due
    sent = shifted(sent, caught_up, after)
    again = due_reminders(program, today=after, sent=sent).due

    pinged = [slug for one in caught_up if one.step is not Step.COORDINATORS for slug in one.people]
    assert len(pinged) == len(set(pinged))
    assert max(Counter(one.pair for one in caught_up).values(), default=0) <= 1
    assert not {one.key for one in again} & sent.keys
    assert not {slug for one in again if one.is_ping for slug in one.people} & {*pinged}


@pytest.mark.parametrize(
    "kind", [FactKind.SNOOZED, FactKind.PAUSED, FactKind.OPTED_OUT, FactKind.LEFT]
)
@given(program=programs(), today=days)
def test_who_wants_to_be_left_alone_is(kind: FactKind, program: Program, today: date) -> None:
    until = {"until": today + timedelta(days=5)}
    more = until if kind in {FactKind.SNOOZED, FactKind.PAUSED} else {}
    quiet = {
        slug: (*own, a_fact(kind, today, **more)) for slug, own in program.person_facts.items()
    }

    assert not any(
        one.is_ping for one in due_reminders(replace(program, person_facts=quiet), today=today).due
    )
