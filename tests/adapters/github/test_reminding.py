"""When a run of reminders stops for a person to look, when it notes that it looked, and its summary."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from mentorgen.adapters.github.caution import days_missed
from mentorgen.adapters.github.forge import NewIssue
from mentorgen.adapters.github.journal import journal_in
from mentorgen.adapters.github.known import Moment, handed_on, known_of, sent_of
from mentorgen.adapters.github.read import observe
from mentorgen.adapters.github.reminding import reminding, summary_of
from mentorgen.analysis.reminders import Because, Reminder, ReminderKind, Step
from mentorgen.model.ids import PairId, Slug
from mentorgen.model.policies import FollowUpPolicy, QuietHours
from tests.adapters.github.hub import ORGANISER, Hub
from tests.adapters.github.memory import MemoryForge
from tests.adapters.github.simulation import Simulation, silent_pairs
from tests.adapters.github.test_reminder_protocol import (
    BEGIN,
    DASHBOARD,
    FIRST,
    SECOND,
    begun,
    reminders,
)
from tests.builders import COHORT, a_meeting, a_program, some_settings

QUARTER = "4 of 15 pairs would be written to at once, more than a quarter."


def quiet_among(hub: Hub, *, silent: int, others: int) -> Simulation:
    """Pairs of which some have not met, and others meet on the last day but one."""
    simulation = begun(hub, silent + others)
    names = [PairId(f"{COHORT}/pair-{number}") for number in range(silent, silent + others)]
    meetings = {pair: (a_meeting(FIRST - timedelta(days=1), pair),) for pair in names}
    before = simulation.program.meetings
    simulation.program = replace(simulation.program, meetings={**before, **meetings})
    return simulation


def test_more_than_a_quarter_of_all_pairs_stops_a_run(hub: Hub) -> None:
    simulation = quiet_among(hub, silent=4, others=11)

    assert simulation.plan(FIRST).plan.stops == (QUARTER,)
    simulation.run(FIRST, large=False)
    assert not reminders(hub)

    simulation.run(FIRST, large=True)
    assert len(reminders(hub)) == 4


def test_a_quarter_goes_and_so_do_three_of_any_number(hub: Hub) -> None:
    assert quiet_among(hub, silent=4, others=12).plan(FIRST).plan.stops == ()
    assert begun(Hub(), 3).plan(FIRST).plan.stops == ()


@pytest.mark.parametrize(
    ("days", "stops"), [(14, ()), (15, ("Reminders have not run for 15 days.",))]
)
def test_a_gap_of_more_than_fourteen_days_stops_a_run(
    hub: Hub, days: int, stops: tuple[str, ...]
) -> None:
    simulation = begun(hub)
    day = BEGIN + timedelta(days=days)
    simulation.begin_day(day)

    assert simulation.plan(day).plan.stops == stops


def test_after_a_gap_a_run_tells_and_the_next_one_sends(hub: Hub) -> None:
    simulation = Simulation(silent_pairs(2), hub)
    hub.now = hub.now.replace(month=3, day=2)
    simulation.run(date(2026, 3, 2), large=False)
    day = date(2026, 3, 17)
    simulation.begin_day(day)
    simulation.run(day, large=False)
    assert "No run of reminders is known since 2 March." in hub.issues[DASHBOARD].body
    assert not reminders(hub)

    following = day + timedelta(days=1)
    simulation.begin_day(following)
    simulation.run(following, large=False)
    assert len(reminders(hub)) == 2


def test_more_than_twenty_closings_stop_a_run(hub: Hub) -> None:
    simulation = begun(hub, 21)
    for number in (0, 3, 4):
        simulation.begin_day(FIRST + timedelta(days=number))
        simulation.run(FIRST + timedelta(days=number))
    assert len(reminders(hub)) == 21
    simulation.program = silent_pairs(21, private=True)

    assert simulation.plan(FIRST + timedelta(days=4)).plan.stops == (
        "21 reminders would be closed at once, more than 20.",
    )


def test_a_quiet_day_is_noted_every_third_day(hub: Hub) -> None:
    simulation = begun(hub, 0)
    noted = []
    for number in range(1, 8):
        day = BEGIN + timedelta(days=number)
        simulation.begin_day(day)
        simulation.run(day)
        noted.append(journal_in(hub.issues[DASHBOARD].body).day)

    assert noted == [BEGIN] * 2 + [BEGIN + timedelta(days=3)] * 3 + [BEGIN + timedelta(days=6)] * 2


def test_weekends_and_holidays_are_no_days_missed() -> None:
    program = a_program(settings=some_settings(holidays=(date(2026, 3, 17),)))

    assert days_missed(program, date(2026, 3, 12), date(2026, 3, 19)) == 3
    assert days_missed(program, None, date(2026, 3, 19)) == 0


def test_the_summary_tells_comments_from_issues(hub: Hub) -> None:
    simulation = begun(hub, 1)
    (first,) = summary_of(simulation.plan(FIRST)).planned
    assert (first.title, first.number) == ("A first meeting?", 0)
    simulation.run(FIRST)
    simulation.begin_day(SECOND)

    (second,) = summary_of(simulation.plan(SECOND)).planned

    assert (second.title, second.number) == ("A comment on issue 2", 2)
    assert second.body == simulation.plan(SECOND).plan.posts[0].body


def test_the_summary_has_all_of_the_plan(hub: Hub) -> None:
    simulation = begun(hub, 1)
    simulation.run(FIRST)
    pair = PairId(f"{COHORT}/pair-0")
    simulation.program = replace(simulation.program, meetings={pair: (a_meeting(FIRST, pair),)})
    simulation.begin_day(SECOND)
    found = simulation.plan(SECOND)

    summary = summary_of(found)

    assert summary.closings == (2,)
    assert (summary.due, summary.hand_on) == (found.due, found.hand_on)
    assert (summary.stops, summary.hash) == (found.plan.stops, found.plan.hash)


def test_it_is_known_when_each_person_and_each_pair_was_asked(hub: Hub) -> None:
    simulation = begun(hub, 1)
    simulation.run(FIRST)
    simulation.begin_day(SECOND)
    simulation.run(SECOND)
    seen = observe(MemoryForge(hub), now=hub.now, pause=simulation.wait)

    sent = sent_of(known_of(simulation.program, seen, Moment(SECOND, hub.now, None), ()), ())

    assert sent.asked == {Slug("ana-0"): SECOND, Slug("ben-0"): SECOND}
    assert sent.pairs == {PairId(f"{COHORT}/pair-0"): (FIRST, SECOND)}


def test_questions_are_passed_on_to_those_of_a_pair_who_have_no_account() -> None:
    program = silent_pairs(1)
    ben = program.participants[Slug("ben-0")].model_copy(update={"github": None})
    program = replace(program, participants={**program.participants, ben.slug: ben})
    ask = Reminder(
        kind=ReminderKind.PULSE_SURVEY,
        pair=next(iter(program.pairs)),
        people=(Slug("ana-0"), ben.slug),
        cycle=FIRST,
        number=1,
        due_on=FIRST,
        step=Step.NUDGE_1,
        evidence=(),
    )

    meet = replace(ask, kind=ReminderKind.FIRST_MEETING)

    assert [*handed_on(program, (ask, meet))] == [replace(ask, people=(ben.slug,))]
    assert [*handed_on(silent_pairs(1), (ask, meet))] == []


def test_issues_of_others_are_not_even_listed(hub: Hub) -> None:
    simulation = begun(hub, 1)
    for number in range(150):
        hub.add_issue(ORGANISER, NewIssue(f"Something else {number}", ""))
    forge = MemoryForge(hub)

    observe(forge, now=hub.now, pause=simulation.wait)

    assert forge.calls["issues"] == 1


def test_nothing_goes_out_in_a_quiet_hour(hub: Hub) -> None:
    simulation = begun(hub, 1)
    quiet = FollowUpPolicy(quiet_hours=QuietHours(starts=22 * 60, ends=7 * 60))
    settings = simulation.program.settings.model_copy(update={"follow_up": quiet})
    simulation.program = replace(simulation.program, settings=settings)
    seen = observe(MemoryForge(hub), now=hub.now, pause=simulation.wait)
    night = hub.now.replace(hour=2)

    by_night = reminding(simulation.program, seen, Moment(FIRST, night, night), named=False)

    assert by_night.plan.posts == ()
    assert {one.because for one in by_night.due.held} == {Because.QUIET_HOURS}


def test_a_second_word_is_held_against_the_same_logs_as_the_first(hub: Hub) -> None:
    simulation = begun(hub, 1)
    (first,) = simulation.plan(FIRST).plan.posts
    simulation.run(FIRST)
    simulation.begin_day(SECOND)

    (second,) = simulation.plan(SECOND).plan.posts

    assert (
        first.logs
        == second.logs
        == (
            "program/log/pairs/2026-spring/pair-0.yaml",
            "program/log/people/ana-0.yaml",
            "program/log/people/ben-0.yaml",
        )
    )


def test_in_a_private_repository_the_dashboard_names_who_has_not_answered(hub: Hub) -> None:
    simulation = begun(hub, 1)
    simulation.run(FIRST)
    assert "pair-0" not in hub.issues[DASHBOARD].body
    simulation.named = True
    simulation.begin_day(SECOND)

    simulation.run(SECOND)

    assert "* #2 to `2026-spring/pair-0`, since 13 March" in hub.issues[DASHBOARD].body
