"""What organisers read when a run of reminders stops: whole sentences that say what mends it."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from mentorgen.adapters.github.forge import Author, ForgeError, IssueEdit, NewIssue
from mentorgen.adapters.github.journal import Block, Entry, Fate, Journal, JournalError
from mentorgen.adapters.github.plan import Rewrite
from mentorgen.errors import MentorgenError
from tests.adapters.github.faults import Fault, always
from tests.adapters.github.hub import BOT, ORGANISER, Hub
from tests.adapters.github.memory import MemoryForge
from tests.adapters.github.simulation import Simulation
from tests.adapters.github.test_reminder_faults import MONDAY, grown
from tests.adapters.github.test_reminder_protocol import DASHBOARD, FIRST, begun

Break = Callable[[Hub], MemoryForge]


def _nobody_sees_the_dashboard(hub: Hub) -> MemoryForge:
    hub.labels["mentorgen-run-1"] = replace(
        hub.labels["mentorgen-run-1"],
        description=f"Reminders: issue 0, {hub.now:%Y-%m-%dT%H:%M}Z, word",
    )
    return MemoryForge(hub, faults=always("issues", Fault.EMPTY_LIST))


def _no_dashboard(hub: Hub) -> MemoryForge:
    hub.delete_issue(DASHBOARD)
    return MemoryForge(hub)


def _changed_by_hand(hub: Hub) -> MemoryForge:
    body = hub.issues[DASHBOARD].body.replace("check ", "check 0")
    hub.edit_issue(ORGANISER, DASHBOARD, IssueEdit(body=body))
    return MemoryForge(hub)


def _somebody_elses_token(hub: Hub) -> MemoryForge:
    return MemoryForge(hub, ORGANISER)


def _list_lacks_the_dashboard(hub: Hub) -> MemoryForge:
    return MemoryForge(hub, faults=always("issues", Fault.EMPTY_LIST))


def _journal_cannot_be_written(hub: Hub) -> MemoryForge:
    return MemoryForge(hub, faults=always("edit_issue", Fault.RESET))


class _WritesAsSomebodyElse(MemoryForge):
    def me(self) -> Author:
        return BOT


def _writes_as_somebody_else(hub: Hub) -> MemoryForge:
    return _WritesAsSomebodyElse(hub, ORGANISER)


BEFORE: Mapping[Break, str] = {
    _nobody_sees_the_dashboard: (
        "The dashboard was begun less than two days ago and is not in GitHub's list of issues. Nothing was written; run"
        " again later."
    ),
    _changed_by_hand: (
        "The hidden part of the dashboard was changed by hand, so nobody knows what was sent; nothing is sent now."
        " Open the dashboard's menu 'edited', put the last text by the bot back, and run again."
    ),
    _journal_cannot_be_written: "The journal of reminders could not be written; run again later.",
    _writes_as_somebody_else: (
        "The token writes as example-organiser, and reminders are sent by github-actions[bot]. Use the token of"
        " github-actions[bot]."
    ),
}
"""What stops the first run that would send something."""
AFTER: Mapping[Break, str] = {
    _no_dashboard: (
        "The dashboard, issue #1, is not there any more. To begin afresh, delete all labels whose names begin with"
        " 'mentorgen-run-' and run again; the first run sends nothing."
    ),
    _somebody_elses_token: (
        "The dashboard, issue #1, was written by github-actions[bot], and now example-organiser asks. Use the token"
        " that was used before."
    ),
    _list_lacks_the_dashboard: (
        "GitHub's list of issues is not up to date, so nothing is written; run again later. Issue #1 is missing in it or"
        " older than it is."
    ),
}
"""What stops a run after one that sent something."""


@pytest.mark.parametrize("breaks", [*BEFORE, *AFTER], ids=lambda breaks: breaks.__name__)
def test_a_run_that_stops_says_what_mends_it(hub: Hub, breaks: Break) -> None:
    simulation = begun(hub)
    if breaks in AFTER:
        simulation.run(FIRST)

    with pytest.raises(MentorgenError) as error:
        simulation.act(breaks(hub), FIRST)

    assert str(error.value) == {**BEFORE, **AFTER}[breaks]


def test_a_part_that_was_deleted_is_named(hub: Hub) -> None:
    simulation = grown(hub)
    simulation.run(FIRST)
    hub.delete_comment(next(iter(hub.comments)))

    with pytest.raises(JournalError) as error:
        simulation.act(MemoryForge(hub), FIRST)

    assert str(error.value) == (
        "A comment on the dashboard, issue #1, was deleted, and with it a part of what was sent. Begin afresh: delete"
        " the dashboard and all labels 'mentorgen-run-...'; what is open is found again by itself."
    )


def test_another_run_is_named(hub: Hub) -> None:
    simulation = begun(hub)
    hub.labels["mentorgen-run-9"] = replace(
        hub.labels["mentorgen-run-1"],
        name="mentorgen-run-9",
        description=f"Reminders: issue 1, {hub.now:%Y-%m-%dT%H:%M}Z, other",
    )

    with pytest.raises(ForgeError) as error:
        simulation.act(MemoryForge(hub), FIRST)

    assert str(error.value) == (
        "Another run writes reminders, or began to and was stopped less than an hour ago. Nothing was written; run"
        " again later."
    )


def test_a_journal_that_is_full_says_no_more_than_that() -> None:
    at = datetime(2026, 3, 13, tzinfo=UTC)
    many = tuple(Entry(f"{number:012x}", Fate.SENT, at) for number in range(1_000))

    with pytest.raises(JournalError) as error:
        Journal(blocks=(Block(0, many),)).with_entries([Entry("f" * 12, Fate.SENT, at)])

    assert str(error.value) == "The journal of reminders is full."


def test_what_was_the_dashboard_keeps_its_title_and_says_that_it_is_none(hub: Hub) -> None:
    simulation = begun(hub)
    other = hub.add_issue(BOT, NewIssue("Another", hub.issues[DASHBOARD].body)).number

    changes = simulation.plan(MONDAY).plan.changes

    assert changes == (
        Rewrite(other, "Another", "This page is kept elsewhere now. You can close it.\n"),
    )


def test_the_first_run_says_that_there_was_none(hub: Hub) -> None:
    assert Simulation(begun(Hub()).program, hub).plan(FIRST).plan.stops[0] == (
        "Reminders have never run here."
    )
