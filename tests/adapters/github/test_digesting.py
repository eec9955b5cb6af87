"""The organisers' two issues at a forge."""

from datetime import date, timedelta
from functools import partial

import pytest

from mentorgen.adapters.github.digesting import digesting
from mentorgen.adapters.github.forge import Issue, IssueEdit, State
from mentorgen.adapters.github.journal import journal_in
from mentorgen.output.github.digest import DIGEST_TITLE, NEEDS_TITLE
from tests.adapters.github.conftest import Sit
from tests.adapters.github.hub import ORGANISER, Hub
from tests.adapters.github.simulation import Simulation, silent_pairs

MONDAY = date(2026, 3, 16)
LATER = date(2026, 4, 1)
"""Two nudges have gone by: it is the organisers' turn."""


def begun(hub: Hub, *, named: bool = False) -> Simulation:
    """A program of six pairs whose organisers' issues are there since a Monday."""
    program = silent_pairs(6)
    simulation = Simulation(program, hub)
    simulation.decide = partial(digesting, program, named=named)
    hub.now = hub.now.replace(month=3, day=16)
    simulation.run(MONDAY)
    simulation.run(MONDAY)
    return simulation


def issue(hub: Hub, title: str) -> Issue:
    (found,) = (one for one in hub.issues.values() if one.title == title)
    return found


def later(simulation: Simulation, day: date) -> None:
    simulation.begin_day(day)
    simulation.run(day)


def test_both_issues_are_made_once(sit: Sit, hub: Hub) -> None:
    simulation = begun(hub)

    assert simulation.act(sit().forge, MONDAY) is None

    assert issue(hub, NEEDS_TITLE).body.startswith("Nothing needs you today.")
    assert "The week of 16 March." in issue(hub, DIGEST_TITLE).body
    assert not hub.comments


def test_both_are_updated_in_place_and_a_new_week_gets_one_note(sit: Sit, hub: Hub) -> None:
    simulation = begun(hub)
    simulation.begin_day(LATER)

    simulation.act(sit().forge, LATER)

    assert len(hub.issues) == 3
    assert "6 things need the organisers." in issue(hub, NEEDS_TITLE).body
    assert "The week of 30 March." in issue(hub, DIGEST_TITLE).body
    (note,) = hub.comments.values()
    assert note.body.startswith("A new week: some things would be good to look at.")
    later(simulation, LATER + timedelta(days=1))
    assert len(hub.comments) == 1
    later(simulation, LATER + timedelta(days=7))
    assert len(hub.comments) == 2


def test_reminders_that_wait_for_a_word_are_told_until_it_is_given(hub: Hub) -> None:
    simulation = begun(hub)
    simulation.decide, digest = None, simulation.decide
    due = MONDAY + timedelta(days=1)
    simulation.run(MONDAY, large=False)
    simulation.begin_day(due)
    simulation.run(due, large=False)
    simulation.decide = digest
    later(simulation, due)
    assert issue(hub, NEEDS_TITLE).body.startswith("**Reminders wait for a word of yours.**")
    assert "**Reminders wait for a word of yours.**" in issue(hub, DIGEST_TITLE).body

    simulation.decide = None
    simulation.run(due)
    simulation.decide = digest
    later(simulation, due)

    assert "Reminders wait" not in issue(hub, NEEDS_TITLE).body
    assert "Reminders wait" not in issue(hub, DIGEST_TITLE).body


def test_in_private_both_name_who_it_is_about(hub: Hub) -> None:
    simulation = begun(hub, named=True)

    later(simulation, LATER)

    assert "Ana 0 and Ben 0." in issue(hub, NEEDS_TITLE).body
    assert "Ana 0 and Ben 0." in issue(hub, DIGEST_TITLE).body


def test_who_closed_one_gets_it_no_more_until_it_is_opened_again(hub: Hub) -> None:
    simulation = begun(hub)
    number = issue(hub, NEEDS_TITLE).number
    hub.edit_issue(ORGANISER, number, IssueEdit(state=State.CLOSED))

    later(simulation, LATER)
    assert issue(hub, NEEDS_TITLE).body.startswith("Nothing needs you")

    hub.edit_issue(ORGANISER, number, IssueEdit(state=State.OPEN))
    later(simulation, LATER)
    assert issue(hub, NEEDS_TITLE).body.startswith("6 things")


def test_one_that_was_deleted_is_made_again(hub: Hub) -> None:
    simulation = begun(hub)
    number = issue(hub, NEEDS_TITLE).number
    hub.delete_issue(number)

    later(simulation, LATER)
    later(simulation, LATER)

    assert [one.title for one in hub.issues.values()].count(NEEDS_TITLE) == 2
    assert len(hub.deleted) == 1


@pytest.mark.parametrize("named", [False, True])
def test_reminders_leave_the_organisers_issues_alone(hub: Hub, *, named: bool) -> None:
    simulation = begun(hub, named=named)
    later(simulation, LATER)
    simulation.decide = None

    for days in range(0, 28, 7):
        later(simulation, LATER + timedelta(days=days))

    assert issue(hub, NEEDS_TITLE).state is State.OPEN
    assert issue(hub, DIGEST_TITLE).state is State.OPEN


def test_the_note_of_a_week_that_is_over_is_forgotten(hub: Hub) -> None:
    simulation = begun(hub)
    later(simulation, LATER)
    (note,) = hub.comments
    assert note in {one.comment for one in journal_in(hub.issues[1].body).entries.values()}
    simulation.decide = None

    later(simulation, LATER + timedelta(days=9))

    assert note not in {one.comment for one in journal_in(hub.issues[1].body).entries.values()}


def test_what_people_read_on_the_dashboard_stays(hub: Hub) -> None:
    simulation = begun(hub)
    simulation.decide, decide = None, simulation.decide
    later(simulation, LATER)
    before = hub.issues[1].body.partition("<!--")[0].strip()
    simulation.decide = decide

    later(simulation, LATER + timedelta(days=7))

    assert hub.issues[1].body.partition("<!--")[0].strip() == before
