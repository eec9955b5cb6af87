"""Reminders at a forge, in memory and over HTTP: what goes out, what is closed, and what stops a run."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from mentorgen.adapters.github.forge import (
    Author,
    Issue,
    IssueEdit,
    NewIssue,
    State,
    UnknownOutcomeError,
)
from mentorgen.adapters.github.journal import Fate, journal_in
from mentorgen.adapters.github.plan import CloseIssue
from mentorgen.adapters.github.read import StaleReadError
from mentorgen.adapters.github.writing import Outcome
from mentorgen.model.ids import PairId
from mentorgen.output.github.dashboard import DASHBOARD_TITLE
from mentorgen.output.github.marks import hidden, hidden_in
from mentorgen.output.github.reminders import LABEL, home_mark
from tests.adapters.github.conftest import Sit
from tests.adapters.github.faults import Fault, always
from tests.adapters.github.hub import BOT, ORGANISER, Hub
from tests.adapters.github.simulation import Simulation, silent_pairs
from tests.builders import COHORT, a_meeting, a_program

BEGIN = date(2026, 3, 12)
FIRST = date(2026, 3, 13)
"""The working day after the ten days within which a new pair meets."""
SECOND = date(2026, 3, 20)
DASHBOARD = 1


def begun(hub: Hub, many: int = 2) -> Simulation:
    """A program of pairs that have not met, and whose dashboard is there."""
    simulation = Simulation(silent_pairs(many), hub)
    hub.now = hub.now.replace(year=2026, month=3, day=12)
    simulation.run(BEGIN)
    simulation.begin_day(FIRST)
    return simulation


def reminders(hub: Hub) -> list[Issue]:
    return [one for one in hub.issues.values() if hidden_in(one.body, "key")]


def test_the_first_run_makes_the_dashboard_and_sends_nothing(sit: Sit, hub: Hub) -> None:
    simulation = Simulation(silent_pairs(2), hub)
    simulation.hub.now = hub.now.replace(month=3, day=13)

    outcome = simulation.act(sit().forge, FIRST)

    assert outcome == Outcome(dashboard=DASHBOARD)
    assert [one.title for one in hub.issues.values()] == [DASHBOARD_TITLE]
    assert [*hub.labels] == ["mentorgen-run-1"]


def test_the_second_run_sends_an_issue_to_each_pair_and_mentions_its_people_once(
    sit: Sit, hub: Hub
) -> None:
    simulation = begun(hub)

    outcome = simulation.act(sit().forge, FIRST)

    first, second = reminders(hub)
    assert outcome is not None
    assert len(outcome.sent) == 2
    assert (first.title, first.labels) == ("A first meeting?", (LABEL,))
    assert "For @example-ana-0 and @example-ben-0." in first.body
    assert hidden_in(second.body, "pair") == f"{COHORT}/pair-1"
    assert len([*hub.mentions("example-ana-0")]) == 1
    assert sorted(hub.labels) == ["mentorgen-run-1", "mentorgen-run-2", LABEL]
    assert "| Due at the last run | a few |" in hub.issues[DASHBOARD].body


def test_a_second_run_of_a_day_has_nothing_to_do_and_makes_two_calls_besides_pages(
    sit: Sit, hub: Hub
) -> None:
    simulation = begun(hub)
    simulation.run(FIRST)
    seat = sit()

    assert simulation.act(seat.forge, FIRST) is None
    assert seat.writes.total() == 0
    assert (seat.calls["me"], seat.calls["issue"]) == (1, 1)
    assert {*seat.calls} - {"repository", "labels", "issues"} == {"me", "issue"}


def test_the_second_nudge_is_a_comment_and_the_third_step_is_none_of_this(
    sit: Sit, hub: Hub
) -> None:
    simulation = begun(hub, 1)
    simulation.run(FIRST)
    simulation.begin_day(SECOND)

    simulation.act(sit().forge, SECOND)

    (comment,) = hub.comments.values()
    assert comment.body.startswith("Hello Ana 0 and Ben 0,\n\nCalendars are stubborn things.")
    assert "@" not in comment.body
    later = SECOND + timedelta(days=10)
    simulation.begin_day(later)
    simulation.run(later)
    assert len(hub.comments) == 1
    assert len(reminders(hub)) == 1


def test_an_issue_is_closed_with_thanks_when_the_pair_has_met(sit: Sit, hub: Hub) -> None:
    simulation = begun(hub, 1)
    simulation.run(FIRST)
    pair = PairId(f"{COHORT}/pair-0")
    simulation.program = replace(
        simulation.program, meetings={pair: (a_meeting(date(2026, 3, 14), pair),)}
    )
    monday = date(2026, 3, 16)
    simulation.begin_day(monday)

    simulation.act(sit().forge, monday)

    (issue,) = reminders(hub)
    assert issue.state is State.CLOSED
    assert issue.body.startswith("Thank you! All is settled here")
    assert "Hello Ana 0 and Ben 0" in issue.body
    assert issue.title == "A first meeting?"
    assert simulation.plan(monday).plan.is_idle


@pytest.mark.parametrize("is_deleted", [False, True])
def test_what_somebody_closed_or_deleted_is_left_alone(
    sit: Sit, hub: Hub, *, is_deleted: bool
) -> None:
    simulation = begun(hub, 1)
    simulation.run(FIRST)
    (issue,) = reminders(hub)
    if is_deleted:
        hub.delete_issue(issue.number)
    else:
        hub.edit_issue(ORGANISER, issue.number, IssueEdit(state=State.CLOSED))

    for day in (FIRST + timedelta(days=3), SECOND, SECOND + timedelta(days=7)):
        simulation.begin_day(day)
        simulation.act(sit().forge, day)

    assert len(reminders(hub)) == 1
    assert not hub.comments
    (entry,) = journal_in(hub.issues[DASHBOARD].body).entries.values()
    assert entry.fate is Fate.LEFT


def test_what_stands_open_is_not_forgotten_before_it_is_closed(hub: Hub) -> None:
    simulation = begun(hub, 1)
    simulation.run(FIRST)
    pair = PairId(f"{COHORT}/pair-0")
    simulation.program = replace(
        simulation.program, meetings={pair: (a_meeting(date(2026, 3, 14), pair),)}
    )
    later = FIRST + timedelta(days=9)
    simulation.begin_day(later)

    found = simulation.plan(later).plan

    assert [one.number for one in found.changes if isinstance(one, CloseIssue)] == [2]
    assert [one.number for one in found.journal.entries.values()] == [2]


def test_names_of_who_is_not_to_be_read_of_any_more_leave_every_reminder(
    sit: Sit, hub: Hub
) -> None:
    simulation = begun(hub, 2)
    simulation.run(FIRST)
    open_still, closed = (one.number for one in reminders(hub))
    hub.edit_issue(ORGANISER, closed, IssueEdit(state=State.CLOSED))
    home = hub.add_issue(
        BOT, NewIssue("A place", f"{hidden('pair', 'x/y')}\n{hidden('home', 'x')}")
    )
    simulation.program = a_program()
    simulation.begin_day(SECOND)

    simulation.act(sit().forge, SECOND)

    for number in (open_still, closed):
        text = hub.issues[number].body
        assert text.startswith("Thank you! All is settled here")
        assert "Ana" not in text
        assert "@" not in text
        assert "pair-" not in text
        assert hidden_in(text, "key") is not None
        assert hub.issues[number].state is State.CLOSED
    assert hub.issues[home.number].body == home.body
    assert simulation.plan(SECOND).plan.is_idle


def test_a_cycle_that_is_over_is_forgotten(hub: Hub) -> None:
    simulation = begun(hub, 1)
    simulation.run(FIRST)
    simulation.begin_day(SECOND)
    simulation.run(SECOND)
    pair = PairId(f"{COHORT}/pair-0")
    simulation.program = replace(
        simulation.program, meetings={pair: (a_meeting(date(2026, 3, 21), pair),)}
    )
    for days in (3, 6, 9):
        day = SECOND + timedelta(days=days)
        simulation.begin_day(day)
        simulation.run(day)

    assert journal_in(hub.issues[DASHBOARD].body).entries == {}


def test_a_reminder_whose_marker_somebody_edited_away_is_not_sent_again(sit: Sit, hub: Hub) -> None:
    simulation = begun(hub, 1)
    simulation.run(FIRST)
    (issue,) = reminders(hub)
    hub.edit_issue(ORGANISER, issue.number, IssueEdit(body="We talked on the phone."))

    for days in (3, 7, 10):
        day = FIRST + timedelta(days=days)
        simulation.begin_day(day)
        simulation.act(sit().forge, day)

    assert [one.number for one in hub.issues.values()] == [DASHBOARD, issue.number]
    assert hub.issues[issue.number].body == "We talked on the phone."


def test_a_marker_of_somebody_else_counts_for_nothing(sit: Sit, hub: Hub) -> None:
    simulation = begun(hub, 1)
    planned = simulation.plan(FIRST).plan.posts[0].body
    hub.add_issue(Author(2001, "mallory"), NewIssue("A first meeting?", planned))
    hub.add_issue(Author(2001, "mallory"), NewIssue(DASHBOARD_TITLE, hub.issues[DASHBOARD].body))

    outcome = simulation.act(sit().forge, FIRST)

    assert outcome is not None
    assert len(outcome.sent) == 1


def test_a_pair_without_public_contact_gets_no_issue_and_one_that_changes_its_mind_is_closed(
    hub: Hub,
) -> None:
    simulation = begun(hub, 1)
    simulation.run(FIRST)
    simulation.program = silent_pairs(1, private=True)
    simulation.begin_day(SECOND)

    simulation.run(SECOND)

    (issue,) = reminders(hub)
    assert issue.state is State.CLOSED
    assert not hub.comments
    assert [one.pair for one in simulation.plan(SECOND).hand_on] == [f"{COHORT}/pair-0"]


def test_who_has_no_account_is_handed_on(hub: Hub) -> None:
    simulation = begun(hub, 1)
    people = {
        slug: one.model_copy(update={"github": None})
        for slug, one in simulation.program.participants.items()
    }
    simulation.program = replace(simulation.program, participants=people)

    found = simulation.plan(FIRST)

    assert not found.plan.posts
    assert [one.pair for one in found.hand_on] == [f"{COHORT}/pair-0"]


def test_a_home_is_linked(hub: Hub) -> None:
    simulation = begun(hub, 1)
    pair = next(iter(simulation.program.pairs))
    home = hub.add_issue(BOT, NewIssue("Your place", hidden("home", home_mark(pair))))

    (post,) = simulation.plan(FIRST).plan.posts

    assert f"Your place for everything else is #{home.number}." in post.body


@pytest.mark.parametrize(
    "fault", [Fault.EMPTY_LIST, Fault.STALE_LIST], ids=["empty", "lacks the newest"]
)
def test_a_list_that_lacks_what_is_known_stops_a_run(sit: Sit, hub: Hub, fault: Fault) -> None:
    simulation = begun(hub)
    simulation.run(FIRST)
    seat = sit(faults=always("issues", fault))

    with pytest.raises(StaleReadError, match="not up to date"):
        simulation.act(seat.forge, SECOND)

    assert seat.writes.total() == 0


def test_a_page_that_does_not_come_stops_a_run(sit: Sit, hub: Hub) -> None:
    simulation = begun(hub)
    for number in range(120):
        hub.add_issue(BOT, NewIssue(f"Number {number}", "Something else"))
    seat = sit(faults=always("issues", Fault.PAGE_LOST))

    with pytest.raises(UnknownOutcomeError):
        simulation.act(seat.forge, FIRST)

    assert seat.writes.total() == 0
