from datetime import date, timedelta
from typing import Unpack

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentorgen.analysis.actions import Action, open_actions
from mentorgen.analysis.goals import GoalProgress, Pace, goal_progress
from mentorgen.analysis.plans import rhythm_of
from mentorgen.analysis.progress import (
    MeetingProgress,
    Progress,
    StageProgress,
    StageState,
    progress_of,
)
from mentorgen.analysis.wording import counted, day_text, listed
from mentorgen.model.facts import Fact, FactKind
from mentorgen.model.meetings import NextMeeting
from mentorgen.model.pairs import Goal, Pair, Plan
from mentorgen.model.words import MeetingKind
from tests.builders import (
    COHORT,
    STARTS,
    Contents,
    a_cohort,
    a_fact,
    a_goal,
    a_meeting,
    a_pair,
    a_program,
)

PAIR = f"{COHORT}/ana-ben"
AGREED = tuple(a_fact(FactKind.CONFIRMED, STARTS, by=slug) for slug in ("ana", "ben"))
PLAN = Plan.model_validate(
    {
        "schema": 1,
        "id": "twelve",
        "name": "Twelve weeks",
        "rhythm_days": 7,
        "stages": tuple(
            {"name": name, "weeks": weeks}
            for name, weeks in (("Meet", 2), ("Make", 8), ("Part", 2))
        ),
    }
)


_DAYS = st.none() | st.integers(0, 90)


def day(number: int) -> date:
    """Count days from the pair's first."""
    return STARTS + timedelta(days=number)


def progress(
    today: date, *facts: Fact, pair: Pair | None = None, **more: Unpack[Contents]
) -> Progress:
    pair = pair or a_pair()
    contents: Contents = {"pairs": [pair], "pair_facts": {PAIR: (*AGREED, *facts)}, **more}
    return progress_of(a_program(**contents), pair, today=today)


def a_goal_with(*milestones: tuple[int | None, int | None], due: int | None = None) -> Goal:
    """Make a goal with milestones by the days on which they are due and were reached."""
    return a_goal(
        due=None if due is None else day(due),
        milestones=tuple(
            {
                "name": f"Step {number}",
                "due": None if planned is None else day(planned),
                "reached": None if reached is None else day(reached),
            }
            for number, (planned, reached) in enumerate(milestones, start=1)
        ),
    )


def test_a_goal_counts_what_was_reached_by_the_day() -> None:
    goal = a_goal_with((10, 8), (20, 25), (30, None))

    assert goal_progress(goal, today=day(24)) == GoalProgress(
        goal=goal,
        reached=1,
        total=3,
        pace=Pace.BEHIND,
        overdue=(goal.milestones[1],),
        next=goal.milestones[1],
    )


@pytest.mark.parametrize(
    ("goal", "today", "pace"),
    [
        (a_goal_with((10, 8), (20, None)), 9, Pace.AHEAD),
        (a_goal_with((10, 8), (20, None)), 10, Pace.ON_COURSE),
        (a_goal_with((10, 8), (20, None)), 20, Pace.ON_COURSE),
        (a_goal_with((10, 8), (20, None)), 21, Pace.BEHIND),
        (a_goal_with((10, None), (20, 5)), 11, Pace.BEHIND),
        (a_goal_with((None, None), due=10), 11, Pace.BEHIND),
        (a_goal_with((None, 4), (None, None), due=10), 5, Pace.ON_COURSE),
        (a_goal_with((None, 0), (None, None), due=10), 0, Pace.AHEAD),
        (a_goal_with((None, 1), (None, 4), (None, None), due=9), 4, Pace.ON_COURSE),
        (a_goal_with((None, 1), (None, 3), (None, None), due=9), 3, Pace.AHEAD),
        (a_goal_with((None, None), (None, None), due=10), 5, Pace.ON_COURSE),
        (a_goal_with((None, None), (None, None), due=10), 6, Pace.BEHIND),
        (a_goal_with((None, 5), (None, None), due=10), 10, Pace.ON_COURSE),
        (a_goal_with((20, 8), (None, None), due=30), 9, Pace.AHEAD),
        (a_goal_with((None, 4), (None, None)), 5, None),
        (a_goal_with(), 5, None),
    ],
    ids=range(16),
)
def test_a_goal_is_compared_with_its_own_days(goal: Goal, today: int, pace: Pace | None) -> None:
    assert goal_progress(goal, today=day(today)).pace is pace


def test_a_goal_is_done_when_every_milestone_is_reached() -> None:
    assert goal_progress(a_goal_with((10, 8), (None, 9)), today=day(9)).is_done
    assert not goal_progress(a_goal_with((10, 8), (None, 9)), today=day(8)).is_done
    assert not goal_progress(a_goal_with(), today=day(8)).is_done
    assert goal_progress(a_goal_with((10, 8)), today=day(8)).next is None


@given(st.lists(st.tuples(_DAYS, _DAYS), max_size=30))
def test_progress_never_goes_back(milestones: list[tuple[int | None, int | None]]) -> None:
    goal = a_goal_with(*milestones)
    reached = [goal_progress(goal, today=day(number)).reached for number in range(0, 91, 10)]

    assert reached == sorted(reached)


def test_a_pair_sees_how_far_it_has_come() -> None:
    goal = a_goal_with((10, 8))
    later = a_goal("later", set_on=day(60))

    assert progress(
        day(30),
        goals=[goal, later],
        meetings=[
            a_meeting(day(1), minutes=45),
            a_meeting(
                day(15),
                kind=MeetingKind.CHAT,
                minutes=None,
                notes="- [ ] ben: write, by 2026-04-09",
            ),
            a_meeting(day(28), next={"on": day(40), "at": 1080}),
            a_meeting(day(31)),
        ],
    ) == Progress(
        pair=a_pair(),
        goals=(goal_progress(goal, today=day(30)),),
        meetings=MeetingProgress(held=3, planned=2, rhythm_days=14, minutes=75, last=day(28)),
        stages=(),
        now=None,
        next=None,
        next_meeting=NextMeeting(on=day(40), at=1080),
        open_actions=(Action("ben", "write", date(2026, 4, 9), day(15)),),
    )


def test_the_next_meeting_is_the_one_agreed_last_unless_its_day_has_passed() -> None:
    meetings = [a_meeting(day(1), next={"on": day(20)}), a_meeting(day(8), next={"on": day(15)})]

    agreed = progress(day(15), meetings=meetings).next_meeting
    assert agreed is not None
    assert agreed.on == day(15)
    assert progress(day(16), meetings=meetings).next_meeting is None
    assert progress(day(0)).next_meeting is None


def test_a_plan_says_where_a_pair_is_and_what_comes_next() -> None:
    found = progress(day(14), pair=a_pair(plan="twelve"), plans=[PLAN])

    assert found.stages == (
        StageProgress(PLAN.stages[0], day(0), day(13), StageState.DONE),
        StageProgress(PLAN.stages[1], day(14), day(69), StageState.NOW),
        StageProgress(PLAN.stages[2], day(70), day(83), StageState.NEXT),
    )
    assert (found.now, found.next) == (found.stages[1], found.stages[2])


def test_before_the_start_everything_is_to_come_and_after_the_end_nothing() -> None:
    before = progress(day(-5), pair=a_pair(plan="twelve"), plans=[PLAN])
    after = progress(day(90), pair=a_pair(plan="twelve"), plans=[PLAN])

    assert (before.now, before.next) == (None, before.stages[0])
    assert (after.now, after.next) == (None, None)
    assert before.meetings.planned == 0
    assert after.meetings.planned == 6


def test_a_pause_moves_the_stages_and_plans_no_meetings() -> None:
    paused = a_fact(FactKind.PAUSED, day(7), until=day(21))
    found = progress(day(42), paused, pair=a_pair(plan="twelve"), plans=[PLAN])

    assert [(one.first_day, one.last_day) for one in found.stages] == [
        (day(0), day(27)),
        (day(28), day(83)),
        (day(84), day(97)),
    ]
    assert found.meetings.planned == 2


def test_a_suggested_pair_has_planned_nothing_yet() -> None:
    assert progress(day(10), pair_facts={}).meetings.planned == 0


@pytest.mark.parametrize(
    ("pair", "days"),
    [
        (a_pair(rhythm_days=21, plan="twelve"), 21),
        (a_pair(rhythm_days=None, plan="twelve"), 7),
        (a_pair(rhythm_days=None), 14),
        (a_pair(rhythm_days=None, informal=True), 30),
    ],
    ids=["its own", "its plan's", "the default", "informal"],
)
def test_every_pair_has_a_rhythm(pair: Pair, days: int) -> None:
    assert rhythm_of(a_program(pairs=[pair], plans=[PLAN]), pair) == days


def test_a_pair_follows_the_plan_of_its_cohort() -> None:
    program = a_program(cohorts=[a_cohort(plan="twelve")], plans=[PLAN])

    assert rhythm_of(program, a_pair(rhythm_days=None)) == 7


def test_actions_stay_open_until_a_later_meeting_ticks_them() -> None:
    first = a_meeting(
        day(1),
        notes="""# Notes
- [ ] ana: send the outline, by 2026-03-12
  * [ ] Ben: read it by 2026-03-14.
- [ ] ask for a review
- [ ] see https://example.org/a: the list
- [ ] ana: dream, by 2026-02-31
- [x] ben: say hello
- [ ]
not - [ ] a task
""",
    )
    second = a_meeting(
        day(8), notes="- [X] Ana: Send the outline\n+ [ ] ben: read it, by 2026-03-20"
    )

    assert open_actions((first, second)) == (
        Action("ben", "read it", date(2026, 3, 20), day(8)),
        Action(None, "ask for a review", None, day(1)),
        Action(None, "see https://example.org/a: the list", None, day(1)),
        Action("ana", "dream, by 2026-02-31", None, day(1)),
    )


@given(st.text())
def test_no_notes_stop_the_reading_of_actions(notes: str) -> None:
    for action in open_actions((a_meeting(notes=notes[:10_000]),)):
        assert action.what


def test_days_numbers_and_names_read_as_one_says_them() -> None:
    assert day_text(date(2026, 10, 3), today=date(2026, 12, 1)) == "3 October"
    assert day_text(date(2025, 10, 3), today=date(2026, 12, 1)) == "3 October 2025"
    assert (counted(1, "day"), counted(0, "day")) == ("1 day", "0 days")
    assert listed(()) == "nobody"
    assert listed(("Ana", "Ben", "Cleo")) == "Ana, Ben and Cleo"
