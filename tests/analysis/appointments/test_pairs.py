"""The dates of one pair, and what takes them back."""

from collections.abc import Iterable
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from inline_snapshot import snapshot

from mentorgen.analysis.appointments import Appointment, Certainty, names_of, pair_appointments
from mentorgen.model.facts import Fact, FactKind
from mentorgen.model.ids import PairId, Slug
from mentorgen.model.meetings import Meeting
from mentorgen.model.pairs import Goal, Pair, Plan
from mentorgen.model.privacy import Level
from mentorgen.model.program import Program
from mentorgen.model.words import Form, Outcome
from tests.builders import (
    COHORT,
    STARTS,
    TODAY,
    a_cohort,
    a_fact,
    a_goal,
    a_meeting,
    a_mentor,
    a_pair,
    a_participant,
    a_program,
)

PAIR = f"{COHORT}/ana-ben"
SAID_YES = (a_fact(FactKind.CONFIRMED, by="ana"), a_fact(FactKind.CONFIRMED, by="ben"))
PLAN = Plan.model_validate(
    {
        "schema": 1,
        "id": "short",
        "name": "Short",
        "stages": (
            {"name": "Begin", "weeks": 2, "check_point": "Do both like the rhythm?"},
            {"name": "Go on", "weeks": 4},
        ),
    }
)


def two(
    *facts: Fact,
    meetings: Iterable[Meeting] = (),
    goals: Iterable[Goal] = (),
    pair: Pair | None = None,
    away: Iterable[Fact] = (),
) -> Program:
    """Ana and Ben, who said yes, with a plan of six weeks."""
    return a_program(
        participants=(a_mentor(), a_participant()),
        cohorts=(a_cohort(opens=date(2026, 1, 12), plan="short"),),
        plans=(PLAN,),
        pairs=(pair or a_pair(),),
        pair_facts={PAIR: (*SAID_YES, *facts)},
        person_facts={"ben": tuple(away)},
        meetings=meetings,
        goals=goals,
    )


def dates(program: Program, *, today: date = TODAY, of: str | None = None) -> list[Appointment]:
    pair = program.pairs[PairId(PAIR)]
    return [*pair_appointments(program, pair, today=today, of=Slug(of) if of else None)]


def shown(appointments: Iterable[Appointment]) -> list[tuple[str, str, str]]:
    return [(f"{one.on:%d %b}", one.title, one.certainty.value) for one in appointments]


def planned(meeting: date, on: date, **over: object) -> Meeting:
    return a_meeting(meeting, PAIR, next={"on": on, "at": 17 * 60}, **over)


def test_a_pair_has_its_meetings_what_is_due_and_the_ends_of_its_stages() -> None:
    goal = a_goal(
        due=date(2026, 4, 20),
        milestones=(
            {"name": "Read the code", "due": date(2026, 3, 20), "reached": date(2026, 3, 18)},
            {"name": "Write a test", "due": date(2026, 4, 10)},
            {"name": "Whenever it comes"},
        ),
    )
    program = two(meetings=[planned(date(2026, 3, 18), date(2026, 4, 8))], goals=[goal])

    assert shown(dates(program)) == snapshot(
        [
            ("15 Mar", "Last day of 'Begin' (Ana and Ben)", "confirmed"),
            ("18 Mar", "Reached: Read the code (Ana and Ben)", "confirmed"),
            ("08 Apr", "Meeting (Ana and Ben)", "confirmed"),
            ("10 Apr", "Due: Write a test (Ana and Ben)", "confirmed"),
            ("12 Apr", "Last day of 'Go on' (Ana and Ben)", "confirmed"),
            ("20 Apr", "Due: First patch (Ana and Ben)", "confirmed"),
        ]
    )


def test_a_meeting_lasts_as_long_as_the_last_one_but_never_a_moment_only() -> None:
    def minutes(last: int | None) -> int:
        program = two(meetings=[planned(date(2026, 3, 18), date(2026, 4, 8), minutes=last)])
        return next(one.minutes for one in dates(program) if "Meeting" in one.title)

    assert [minutes(45), minutes(5), minutes(None)] == [45, 30, 60]


def test_a_meeting_without_a_time_says_so() -> None:
    program = two(meetings=[a_meeting(date(2026, 3, 18), next={"on": date(2026, 4, 8)})])

    meeting = next(one for one in dates(program) if "Meeting" in one.title)

    assert (meeting.at, meeting.text) == (None, "The time of day is not fixed yet.")


def test_a_newer_date_takes_the_place_of_one_that_had_not_come() -> None:
    program = two(
        meetings=[
            planned(date(2026, 3, 4), date(2026, 3, 18)),
            planned(date(2026, 3, 18), date(2026, 4, 8)),
            a_meeting(date(2026, 3, 20), number=1),
            planned(date(2026, 3, 27), date(2026, 4, 15)),
        ]
    )

    assert [one for one in shown(dates(program)) if "Meeting" in one[1]] == [
        ("18 Mar", "Meeting (Ana and Ben)", "confirmed"),
        ("08 Apr", "Meeting (Ana and Ben)", "cancelled"),
        ("15 Apr", "Meeting (Ana and Ben)", "confirmed"),
    ]


def test_a_talk_that_names_no_new_date_leaves_the_old_one_standing() -> None:
    program = two(
        meetings=[planned(date(2026, 3, 18), date(2026, 4, 8)), a_meeting(date(2026, 3, 25))]
    )

    assert ("08 Apr", "Meeting (Ana and Ben)", "confirmed") in shown(dates(program))


def test_moving_a_meeting_keeps_its_key() -> None:
    before = two(meetings=[planned(date(2026, 3, 18), date(2026, 4, 8))])
    after = two(meetings=[planned(date(2026, 3, 18), date(2026, 4, 9))])

    keys = [{one.key for one in dates(program)} for program in (before, after)]

    assert keys[0] == keys[1]
    assert f"meeting/{PAIR}/2026-03-18/1" in keys[0]


def test_the_end_takes_back_all_that_lies_after_it_and_nothing_before() -> None:
    ended = a_fact(FactKind.ENDED, date(2026, 3, 30), outcome=Outcome.STOPPED)
    goal = a_goal(due=date(2026, 4, 20), milestones=({"name": "Read", "due": date(2026, 3, 20)},))
    program = two(ended, meetings=[planned(date(2026, 3, 18), date(2026, 4, 8))], goals=[goal])

    assert shown(dates(program)) == [
        ("15 Mar", "Last day of 'Begin' (Ana and Ben)", "confirmed"),
        ("20 Mar", "Due: Read (Ana and Ben)", "confirmed"),
        ("08 Apr", "Meeting (Ana and Ben)", "cancelled"),
        ("12 Apr", "Last day of 'Go on' (Ana and Ben)", "cancelled"),
        ("20 Apr", "Due: First patch (Ana and Ben)", "cancelled"),
    ]
    assert all(one.certainty is Certainty.CONFIRMED for one in dates(program, today=STARTS))


def test_what_lies_on_the_day_of_the_end_still_takes_place() -> None:
    ended = a_fact(FactKind.ENDED, date(2026, 4, 8), outcome=Outcome.COMPLETED)
    program = two(ended, meetings=[planned(date(2026, 3, 18), date(2026, 4, 8))])

    assert ("08 Apr", "Meeting (Ana and Ben)", "confirmed") in shown(
        dates(program, today=date(2026, 4, 9))
    )


def test_a_pair_that_ended_in_silence_and_speaks_again_has_its_dates_back() -> None:
    closing = a_fact(FactKind.ENDING, date(2026, 3, 5))
    day = date(2026, 4, 2)

    before = next(one for one in dates(two(closing), today=day) if one.on > day)
    after = next(
        one for one in dates(two(closing, meetings=[a_meeting(day)]), today=day) if one.on > day
    )

    assert (before.key, before.certainty.value) == (after.key, "cancelled")
    assert after.certainty is Certainty.CONFIRMED
    assert before.revision < after.revision
    assert before.revised <= after.revised


def test_a_pause_takes_back_the_meeting_moves_the_stage_and_puts_off_what_is_due() -> None:
    pause = a_fact(FactKind.PAUSED, date(2026, 3, 25), until=date(2026, 4, 15))
    goal = a_goal(due=date(2026, 4, 1))
    program = two(pause, meetings=[planned(date(2026, 3, 18), date(2026, 4, 8))], goals=[goal])

    assert shown(dates(program)) == [
        ("15 Mar", "Last day of 'Begin' (Ana and Ben)", "confirmed"),
        ("08 Apr", "Meeting (Ana and Ben)", "cancelled"),
        ("15 Apr", "Due: First patch (Ana and Ben)", "confirmed"),
        ("03 May", "Last day of 'Go on' (Ana and Ben)", "confirmed"),
    ]
    over = a_fact(FactKind.RESUMED, date(2026, 3, 30))
    back = two(pause, over, meetings=[planned(date(2026, 3, 18), date(2026, 4, 8))], goals=[goal])
    assert [one for one in shown(dates(back)) if "Meeting" in one[1]] == [
        ("08 Apr", "Meeting (Ana and Ben)", "confirmed")
    ]


def test_a_meeting_that_is_planned_while_a_pause_lasts_takes_place() -> None:
    pause = a_fact(FactKind.PAUSED, date(2026, 3, 10), until=date(2026, 4, 15))
    program = two(pause, meetings=[planned(date(2026, 3, 18), date(2026, 4, 8))])

    assert ("08 Apr", "Meeting (Ana and Ben)", "confirmed") in shown(dates(program))


def test_a_reached_goal_stands_on_the_day_on_which_it_was() -> None:
    step = {"name": "Read", "due": date(2026, 4, 10), "reached": date(2026, 3, 20)}
    program = two(goals=[a_goal(due=date(2026, 4, 20), milestones=(step,))])

    assert [one for one in shown(dates(program)) if "each" in one[1]] == [
        ("20 Mar", "Reached: First patch (Ana and Ben)", "confirmed"),
        ("20 Mar", "Reached: Read (Ana and Ben)", "confirmed"),
    ]
    assert ("10 Apr", "Due: Read (Ana and Ben)", "confirmed") in shown(
        dates(program, today=date(2026, 3, 19))
    )


def test_what_will_only_be_known_later_is_not_there_yet() -> None:
    program = two(
        goals=[a_goal(set_on=date(2026, 4, 2), due=date(2026, 4, 20)), a_goal("no-day")],
        meetings=[planned(date(2026, 4, 2), date(2026, 4, 8))],
    )

    assert [one.key.partition("/")[0] for one in dates(program)] == ["stage", "stage"]


def test_without_a_plan_the_last_day_of_the_round_stands_in_it() -> None:
    ends, never = a_cohort(), a_cohort(ends=None, starts=None, rolling=True)

    def last(cohort: object) -> list[tuple[str, str, str]]:
        program = a_program(
            cohorts=(cohort,),  # type: ignore[arg-type]
            pairs=(a_pair(),),
            pair_facts={PAIR: SAID_YES},
        )
        return shown(dates(program))

    assert last(ends) == [("30 Aug", "Last planned day (Ana and Ben)", "confirmed")]
    assert last(never) == []


def test_a_pair_that_nobody_agreed_to_has_no_dates() -> None:
    program = a_program(pairs=(a_pair(),), pair_facts={PAIR: (SAID_YES[0],)})
    declined = a_program(
        pairs=(a_pair(),), pair_facts={PAIR: (a_fact(FactKind.DECLINED, by="ben"),)}
    )

    assert dates(program, today=STARTS) == dates(program, today=date(2026, 7, 1)) == []
    assert dates(declined) == []


def test_who_leaves_a_group_sees_it_end_and_who_never_came_sees_nothing() -> None:
    people = ("ben", "cleo", "dan")
    pair = a_pair(form=Form.GROUP, mentees=people)
    facts = (
        *SAID_YES,
        a_fact(FactKind.CONFIRMED, by="cleo"),
        a_fact(FactKind.LEFT, date(2026, 3, 30), by="cleo"),
        a_fact(FactKind.DECLINED, by="dan"),
    )
    program = a_program(
        participants=(a_mentor(), *(a_participant(slug) for slug in people)),
        pairs=(pair,),
        pair_facts={PAIR: facts},
        meetings=[planned(date(2026, 3, 18), date(2026, 4, 8))],
    )

    def meeting(of: str | None) -> list[str]:
        return [one.certainty.value for one in dates(program, of=of) if "Meet" in one.title]

    assert [meeting(of) for of in (None, "ana", "ben", "cleo", "dan")] == [
        ["confirmed"],
        ["confirmed"],
        ["confirmed"],
        ["cancelled"],
        [],
    ]
    assert names_of(program, pair) == "Ana and 3 others"


@pytest.mark.parametrize(
    ("level", "count"), [(Level.PUBLIC, 2), (Level.PAIR, 2), (Level.COORDINATORS, 0)]
)
def test_what_only_coordinators_may_read_is_in_nobodys_calendar(level: Level, count: int) -> None:
    program = two(
        meetings=[planned(date(2026, 3, 18), date(2026, 4, 8), visibility=level)],
        goals=[a_goal(due=date(2026, 4, 20), visibility=level)],
    )

    found = [one for one in dates(program) if not one.key.startswith("stage/")]

    assert len(found) == count
    assert {one.is_private for one in found} <= {level is Level.PAIR}


FIRST, THIRD = date(2026, 3, 4), date(2026, 3, 18)


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        ((), [("18 Mar", "confirmed")]),
        (
            ((FactKind.PLANNED, 10, {"day": date(2026, 3, 20), "at": 540}),),
            [("18 Mar", "cancelled"), ("20 Mar", "confirmed")],
        ),
        (((FactKind.CANCELLED, 18, {}),), [("18 Mar", "cancelled")]),
        (((FactKind.CANCELLED, 19, {}),), [("18 Mar", "confirmed")]),
        (
            (
                (FactKind.PLANNED, 10, {"day": date(2026, 3, 20)}),
                (
                    FactKind.PLANNED,
                    12,
                    {
                        "day": date(2026, 3, 25),
                        "replaces": {"on": date(2026, 3, 10), "kind": FactKind.PLANNED},
                    },
                ),
            ),
            [("18 Mar", "cancelled"), ("20 Mar", "cancelled"), ("25 Mar", "confirmed")],
        ),
    ],
    ids=["as it was said", "moved", "called off", "called off too late", "put right"],
)
def test_what_the_log_moves_or_calls_off_is_taken_back(
    facts: tuple[tuple[FactKind, int, dict[str, object]], ...],
    expected: list[tuple[str, str]],
) -> None:
    more = [a_fact(kind, date(2026, 3, on), **over) for kind, on, over in facts]
    found = dates(two(*more, meetings=[planned(FIRST, THIRD)]))
    before = dates(two(meetings=[planned(FIRST, THIRD)]))

    def meetings(all_dates: Iterable[Appointment]) -> list[Appointment]:
        return [one for one in all_dates if "Meeting" in one.title]

    assert [(f"{one.on:%d %b}", one.certainty.value) for one in meetings(found)] == expected
    assert len({one.key for one in meetings(found)}) == len(expected)
    (old,) = meetings(before)
    assert meetings(found)[0].key == old.key
    assert meetings(found)[0].revision == old.revision + 2 * len(facts)


def test_private_facts_do_not_show_in_a_number() -> None:
    concern = a_fact(FactKind.CONCERN, date(2026, 3, 20))
    vetoed = a_fact(FactKind.VETOED, date(2026, 3, 20), who="ana")

    assert dates(two(concern, away=(vetoed,))) == dates(two())


days = st.integers(0, 60).map(lambda day: STARTS + timedelta(days=day))
said = st.one_of(
    st.builds(
        lambda on, more: a_fact(FactKind.PAUSED, on, until=on + more),
        days,
        st.integers(1, 30).map(lambda n: timedelta(days=n)),
    ),
    st.builds(lambda on: a_fact(FactKind.RESUMED, on), days),
    st.builds(lambda on: a_fact(FactKind.ENDED, on, outcome=Outcome.STOPPED), days),
    st.builds(lambda on: a_fact(FactKind.ENDING, on), days),
    st.builds(
        lambda on, by: a_fact(FactKind.LEFT, on, by=by), days, st.sampled_from(["ana", "ben"])
    ),
)


moved = st.one_of(
    st.builds(
        lambda on, more: a_fact(FactKind.PLANNED, on, day=on + more, at=17 * 60),
        days,
        st.integers(0, 30).map(lambda n: timedelta(days=n)),
    ),
    st.builds(lambda on: a_fact(FactKind.CANCELLED, on), days),
    st.builds(
        lambda on, old: a_fact(
            FactKind.CANCELLED, on, replaces={"on": old, "kind": FactKind.PLANNED}
        ),
        days,
        days,
    ),
)


@given(
    st.lists(st.one_of(said, moved), max_size=6),
    st.lists(days, max_size=4, unique=True),
    st.integers(0, 90),
)
def test_as_days_pass_keys_stay_and_a_change_comes_with_a_higher_revision(
    facts: list[Fact], met: list[date], wait: int
) -> None:
    meetings = [planned(day, day + timedelta(days=10)) for day in met]
    step = {"name": "Read", "due": date(2026, 4, 10), "reached": date(2026, 4, 20)}
    goal = a_goal(due=date(2026, 4, 20), milestones=(step,))
    program = two(*facts, meetings=meetings, goals=[goal])
    earlier = {one.key: one for one in dates(program)}
    later = {one.key: one for one in dates(program, today=TODAY + timedelta(days=wait))}

    assert {*earlier} <= {*later}
    for key, before in earlier.items():
        assert before.revised <= later[key].revised
        assert before == later[key] or before.revision < later[key].revision


@given(
    st.permutations(
        [a_fact(FactKind.PAUSED, date(2026, 3, 25), until=date(2026, 4, 15)), *SAID_YES]
    )
)
def test_the_order_of_facts_of_a_day_changes_nothing(facts: list[Fact]) -> None:
    program = a_program(pairs=(a_pair(),), pair_facts={PAIR: facts})

    assert dates(program) == dates(a_program(pairs=(a_pair(),), pair_facts={PAIR: facts[::-1]}))
