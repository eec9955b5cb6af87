"""What goes wrong at a forge while reminders are sent, and what a run and the next ones make of it."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from mentorgen.adapters.github.apply import apply
from mentorgen.adapters.github.forge import (
    Author,
    Comment,
    ForbiddenError,
    ForgeError,
    GoneError,
    Issue,
    IssueEdit,
    LimitedError,
    NewIssue,
    NotFoundError,
    State,
    UnknownOutcomeError,
)
from mentorgen.adapters.github.journal import (
    MOST_BYTES,
    Entry,
    Fate,
    JournalError,
    journal_in,
    journal_text,
)
from mentorgen.adapters.github.known import Moment
from mentorgen.adapters.github.plan import Plan, Post
from mentorgen.adapters.github.read import UNSEEN_FOR, Seen, StaleReadError, observe
from mentorgen.adapters.github.reminding import reminding
from mentorgen.adapters.github.turns import NotOurTurnError, Turn
from mentorgen.adapters.github.writing import World
from mentorgen.output.github.marks import hidden_in
from tests.adapters.github.conftest import Sit
from tests.adapters.github.faults import Call, Fault, Schedule, always, at_writes
from tests.adapters.github.hub import BOT, ORGANISER, Hub
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

MONDAY = FIRST + timedelta(days=3)
INTENTS, FIRST_POST, SECOND_POST, LAST_NOTE = 2, 3, 4, 5
"""The writes of a run with two posts, from 1; the first is the turn."""


def entries(hub: Hub) -> list[Entry]:
    return [*journal_in(hub.issues[DASHBOARD].body).entries.values()]


def carry_on(simulation: Simulation, *, days: int = 6) -> None:
    for number in range(days):
        day = FIRST + timedelta(days=number)
        simulation.begin_day(day + timedelta(days=1))
        simulation.run(day + timedelta(days=1))


def test_a_plan_writes_nothing(sit: Sit, hub: Hub) -> None:
    simulation = begun(hub)
    seat = sit()

    once, again = (simulation.plan(FIRST, seat.forge).plan for _ in range(2))

    assert seat.writes.total() == 0
    assert len(once.posts) == 2
    assert once.hash == again.hash
    assert once.hash != replace(once, posts=once.posts[:1]).hash
    assert once.hash != once.only_noting().hash


def test_intents_are_written_first_then_each_post_once_a_second_apart_then_the_end(
    sit: Sit, hub: Hub
) -> None:
    simulation = begun(hub)

    simulation.act(sit().forge, FIRST)

    what = [one.what for one in hub.history if one.at.date() == FIRST]
    moments = [one.at for one in hub.history if one.what == "create_issue"][1:]
    assert what == ["edit_issue", "create_issue", "create_issue", "edit_issue"]
    assert moments[1] - moments[0] >= timedelta(seconds=1)


@pytest.mark.parametrize(
    "fault", [Fault.BAD_GATEWAY, Fault.RESET, Fault.HTML, Fault.TRUNCATED, Fault.TIME_OUT]
)
def test_what_nobody_knows_of_is_not_tried_again_before_two_days(
    sit: Sit, hub: Hub, fault: Fault
) -> None:
    simulation = begun(hub)
    seat = sit(faults=at_writes({FIRST_POST: fault}))

    outcome = simulation.act(seat.forge, FIRST)

    assert outcome is not None
    assert (len(outcome.sent), len(outcome.unknown)) == (1, 1)
    assert seat.writes["create_issue"] == 2
    assert len(reminders(hub)) == 1
    simulation.wait(46 * 3600)
    simulation.run(MONDAY)
    assert len(reminders(hub)) == 1
    simulation.wait(2 * 3600)
    simulation.run(MONDAY)
    assert len(reminders(hub)) == 2


@pytest.mark.parametrize("fault", [Fault.BAD_GATEWAY_STORED, Fault.HTML_STORED])
def test_what_was_stored_without_a_word_is_found_in_the_next_run(
    sit: Sit, hub: Hub, fault: Fault
) -> None:
    simulation = begun(hub)
    simulation.run(FIRST, faults=at_writes({FIRST_POST: fault}))
    simulation.begin_day(MONDAY)

    simulation.act(sit().forge, MONDAY)

    assert {one.fate for one in entries(hub)} == {Fate.SENT}
    carry_on(simulation)
    assert simulation.duplicates() == 0


@pytest.mark.parametrize("fault", [Fault.RESET, Fault.RESET_STORED])
def test_a_comment_that_nobody_knows_of_is_found_or_written_after_two_days(
    sit: Sit, hub: Hub, fault: Fault
) -> None:
    simulation = begun(hub, 1)
    simulation.run(FIRST)
    simulation.begin_day(SECOND)
    simulation.run(SECOND, faults=always("create_comment", fault))
    assert len(hub.comments) == fault.is_stored
    hub.add_comment(BOT, 2, "Well done!")
    monday = SECOND + timedelta(days=3)
    simulation.begin_day(monday)

    simulation.act(sit().forge, monday)

    assert len(hub.comments) == 2
    assert simulation.lost(monday) == 0


@pytest.mark.parametrize(("seconds", "looks"), [(-1, 1), (0, 5)])
def test_all_is_listed_again_from_the_hour_on_in_which_something_counts_as_lost(
    hub: Hub, seconds: int, looks: int
) -> None:
    simulation = begun(hub, 1)
    simulation.run(FIRST, faults=at_writes({FIRST_POST: Fault.RESET}))
    (entry,) = entries(hub)
    forge = MemoryForge(hub)

    now = entry.at + UNSEEN_FOR + timedelta(seconds=seconds)
    observe(forge, now=now, pause=lambda _: None)

    assert forge.calls["issues"] == looks


def test_a_list_of_comments_that_lacks_some_stops_a_run(sit: Sit, hub: Hub) -> None:
    simulation = begun(hub, 1)
    simulation.run(FIRST)
    simulation.begin_day(SECOND)
    simulation.run(SECOND, faults=always("create_comment", Fault.RESET_STORED))
    seat = sit(faults=always("comments", Fault.EMPTY_LIST))

    with pytest.raises(StaleReadError, match="comment"):
        simulation.act(seat.forge, SECOND)

    assert seat.writes.total() == 0


def test_a_comment_below_an_issue_that_is_deleted_is_given_up(hub: Hub) -> None:
    simulation = begun(hub, 1)
    simulation.run(FIRST)
    simulation.begin_day(SECOND)
    simulation.run(SECOND, faults=always("create_comment", Fault.RESET))
    hub.delete_issue(2)

    simulation.run(SECOND)

    assert [one.fate for one in entries(hub)] == [Fate.LEFT]
    assert not simulation.plan(SECOND).plan.posts


def test_a_limit_that_ends_soon_is_waited_for(sit: Sit, hub: Hub) -> None:
    simulation = begun(hub)
    faults = {FIRST_POST: Fault.LIMITED, SECOND_POST: Fault.LIMITED_SILENT}

    outcome = simulation.act(sit(faults=at_writes(faults)).forge, FIRST)

    assert outcome is not None
    assert len(outcome.sent) == 2
    assert simulation.duplicates() == 0
    assert hub.now.hour * 60 + hub.now.minute >= 9 * 60 + 19


def test_a_limit_that_lasts_stops_the_run_and_what_was_not_tried_goes_out_the_next_time(
    sit: Sit, hub: Hub
) -> None:
    simulation = begun(hub)

    with pytest.raises(LimitedError) as caught:
        simulation.act(sit(faults=always("create_issue", Fault.LIMITED_SILENT)).forge, FIRST)

    assert caught.value.exit_code == 4
    assert entries(hub) == []
    assert simulation.act(sit().forge, FIRST) is not None
    assert len(reminders(hub)) == 2


def test_a_limit_that_is_said_to_last_is_not_waited_for(hub: Hub) -> None:
    simulation = begun(hub)

    class Tired(MemoryForge):
        def create_issue(self, new: NewIssue) -> Issue:  # noqa: ARG002
            raise LimitedError("in an hour", wait=3600)

    before = hub.now
    with pytest.raises(LimitedError):
        simulation.act(Tired(hub), FIRST)

    assert hub.now - before < timedelta(minutes=1)


@pytest.mark.parametrize(
    ("fault", "error"),
    [
        (Fault.UNAUTHORIZED, ForbiddenError),
        (Fault.FORBIDDEN, ForbiddenError),
        (Fault.GONE, GoneError),
    ],
)
def test_a_missing_right_stops_the_run_and_leaves_nothing_half_done(
    sit: Sit, hub: Hub, fault: Fault, error: type[ForgeError]
) -> None:
    simulation = begun(hub)

    with pytest.raises(error):
        simulation.act(sit(faults=at_writes({FIRST_POST: fault})).forge, FIRST)

    assert entries(hub) == []
    assert journal_in(hub.issues[DASHBOARD].body).done
    simulation.run(FIRST)
    assert len(reminders(hub)) == 2


@pytest.mark.parametrize("fault", [Fault.REFUSED, Fault.NOT_FOUND])
def test_one_that_is_refused_does_not_stop_the_others(sit: Sit, hub: Hub, fault: Fault) -> None:
    simulation = begun(hub)

    outcome = simulation.act(sit(faults=at_writes({FIRST_POST: fault})).forge, FIRST)

    assert outcome is not None
    assert (len(outcome.sent), len(outcome.refused)) == (1, 1)
    assert len(entries(hub)) == 1


@pytest.mark.parametrize("stored", [Fault.KILLED, Fault.KILLED_STORED])
@pytest.mark.parametrize("write", range(1, 7))
def test_a_run_that_dies_at_any_write_is_carried_on_by_the_next_ones(
    hub: Hub, write: int, stored: Fault
) -> None:
    simulation = begun(hub)

    simulation.run(FIRST, faults=at_writes({write: stored}))
    carry_on(simulation)

    assert simulation.duplicates() == 0
    assert len(reminders(hub)) == 2
    assert simulation.lost(FIRST + timedelta(days=6)) == 0


@pytest.mark.parametrize("stored", [Fault.KILLED, Fault.KILLED_STORED, Fault.RESET_STORED])
@pytest.mark.parametrize("write", [1, 2])
def test_a_first_run_that_dies_leaves_one_dashboard_in_the_end(
    hub: Hub, write: int, stored: Fault
) -> None:
    simulation = Simulation(silent_pairs(2), hub)
    hub.now = hub.now.replace(month=3, day=12)

    simulation.run(BEGIN, faults=at_writes({write: stored}))
    carry_on(simulation)

    assert len([one for one in hub.issues.values() if "mentorgen:journal" in one.body]) == 1
    assert len(reminders(hub)) == 2


def test_a_dashboard_that_is_not_seen_is_not_made_a_second_time_for_two_days(hub: Hub) -> None:
    simulation = Simulation(silent_pairs(2), hub)
    hub.now = hub.now.replace(month=3, day=12)
    simulation.run(BEGIN)

    with pytest.raises(StaleReadError, match="begun less than two days ago"):
        simulation.act(MemoryForge(hub, faults=always("issues", Fault.EMPTY_LIST)), FIRST)

    unseen = _first_of(Fault.EMPTY_LIST, "issues", "labels")
    with pytest.raises(NotOurTurnError):
        simulation.act(MemoryForge(hub, faults=unseen), FIRST)


def test_of_two_dashboards_one_counts_and_the_other_says_so(hub: Hub) -> None:
    simulation = begun(hub)
    hub.now += timedelta(days=2)
    empty = always("issues", Fault.EMPTY_LIST)
    simulation.run(MONDAY, faults=empty)
    titles = [one.number for one in hub.issues.values() if "mentorgen:journal" in one.body]
    assert titles == [DASHBOARD, 2]

    simulation.run(MONDAY)

    assert [one.number for one in hub.issues.values() if "mentorgen:journal" in one.body] == [2]
    assert "kept elsewhere" in hub.issues[DASHBOARD].body
    simulation.run(MONDAY, faults=always("labels", Fault.EMPTY_LIST))
    assert simulation.duplicates() == 0


def test_two_runs_at_once_send_once(hub: Hub) -> None:
    simulation = begun(hub)
    forge = MemoryForge(hub)
    seen, plan = look(simulation, forge)
    simulation.run(FIRST)
    simulation.wait(3 * 3600)
    simulation.begin_day(MONDAY)
    simulation.run(MONDAY)

    with pytest.raises(NotOurTurnError, match="meanwhile"):
        apply(world(simulation, forge), seen, plan)

    assert simulation.duplicates() == 0
    assert [name for name in hub.labels if name.startswith("mentorgen")] == [
        "mentorgen-run-1",
        "mentorgen-run-3",
    ]


def test_a_run_waits_until_another_is_done(hub: Hub) -> None:
    simulation = begun(hub)
    hub.add_label(Turn(2, DASHBOARD, hub.now, "other").label)

    with pytest.raises(NotOurTurnError, match="Another run"):
        simulation.act(MemoryForge(hub), FIRST)
    with pytest.raises(NotOurTurnError):
        simulation.act(MemoryForge(hub, faults=always("labels", Fault.EMPTY_LIST)), FIRST)

    simulation.wait(3600)
    assert simulation.act(MemoryForge(hub), FIRST) is not None


def test_a_run_that_was_killed_while_it_sent_holds_others_back_for_an_hour(hub: Hub) -> None:
    simulation = begun(hub)
    simulation.run(FIRST, faults=at_writes({SECOND_POST: Fault.KILLED}))

    unseen = always("labels", Fault.EMPTY_LIST)
    with pytest.raises(NotOurTurnError):
        simulation.act(MemoryForge(hub, faults=unseen), FIRST)

    assert len(reminders(hub)) == 1


def test_nothing_is_taken_for_lost_before_a_later_run_has_come_to_its_end(hub: Hub) -> None:
    simulation = begun(hub)
    simulation.run(FIRST, faults=at_writes({SECOND_POST: Fault.KILLED}))
    simulation.begin_day(MONDAY)

    simulation.run(MONDAY)
    assert len(reminders(hub)) == 1

    simulation.run(MONDAY)
    assert len(reminders(hub)) == 2


def test_before_something_is_taken_for_lost_all_is_listed_again(sit: Sit, hub: Hub) -> None:
    simulation = begun(hub, 1)
    simulation.run(FIRST, faults=at_writes({FIRST_POST: Fault.RESET_STORED}))
    simulation.begin_day(MONDAY)
    seat = sit(faults=_first_of(Fault.STALE_LIST, "issues"))

    simulation.act(seat.forge, MONDAY)

    assert len(reminders(hub)) == 1
    assert [one.fate for one in entries(hub)] == [Fate.SENT]


@pytest.mark.parametrize("note", [INTENTS, LAST_NOTE])
@pytest.mark.parametrize("fault", [Fault.RESET, Fault.RESET_STORED])
def test_the_journal_is_written_until_it_is_there(
    sit: Sit, hub: Hub, note: int, fault: Fault
) -> None:
    simulation = begun(hub)

    outcome = simulation.act(sit(faults=at_writes({note: fault})).forge, FIRST)

    assert outcome is not None
    assert {one.fate for one in entries(hub)} == {Fate.SENT}


def test_without_a_journal_nothing_is_sent(sit: Sit, hub: Hub) -> None:
    simulation = begun(hub)

    with pytest.raises(UnknownOutcomeError, match="journal of reminders could not be written"):
        simulation.act(sit(faults=always("edit_issue", Fault.RESET)).forge, FIRST)

    assert not reminders(hub)


def test_what_does_not_fit_any_more_is_left_out(hub: Hub) -> None:
    simulation = begun(hub)
    first, second = (post.mark for post in simulation.plan(FIRST).plan.posts)
    simulation.fits = lambda post: post.mark != first

    outcome = simulation.run(FIRST)

    assert outcome is not None
    assert (outcome.left_out, outcome.sent) == ([first], [second])
    assert [one.mark for one in entries(hub)] == [second]


def test_a_token_that_writes_as_somebody_else_stops_the_run_and_is_not_followed_by_another(
    hub: Hub,
) -> None:
    simulation = begun(hub)

    class Mistaken(MemoryForge):
        """Says that it is the bot, and writes as an organiser."""

        def me(self) -> Author:
            return BOT

    with pytest.raises(ForbiddenError, match="writes as example-organiser"):
        simulation.act(Mistaken(hub, ORGANISER), FIRST)
    simulation.run(FIRST)

    issues = [one for one in hub.issues.values() if hidden_in(one.body, "key")]
    assert [one.author for one in issues] == [ORGANISER, BOT]
    assert {(one.fate, one.number) for one in entries(hub)} == {(Fate.LEFT, 2), (Fate.SENT, 3)}
    assert simulation.duplicates() == 0


def test_an_answer_about_something_else_is_no_answer(hub: Hub) -> None:
    simulation = begun(hub, 1)

    class Confused(MemoryForge):
        def create_issue(self, new: NewIssue) -> Issue:
            return replace(super().create_issue(new), body="Another")

    outcome = simulation.act(Confused(hub), FIRST)

    assert outcome is not None
    assert len(outcome.unknown) == 1


def test_a_wrong_account_on_a_comment_is_noticed_too(hub: Hub) -> None:
    simulation = begun(hub, 1)
    simulation.run(FIRST)
    simulation.begin_day(SECOND)

    class Mistaken(MemoryForge):
        def create_comment(self, number: int, body: str) -> Comment:
            return MemoryForge(self.hub, ORGANISER).create_comment(number, body)

    with pytest.raises(ForbiddenError):
        simulation.act(Mistaken(hub), SECOND)
    simulation.run(SECOND)

    assert len(hub.comments) == 1


def test_a_run_ends_before_its_turn_is_over(hub: Hub) -> None:
    simulation = begun(hub)

    def slowly(_: Post) -> bool:
        simulation.wait(41 * 60)
        return True

    simulation.fits = slowly

    outcome = simulation.run(FIRST)

    assert outcome is not None
    assert (len(outcome.sent), len(outcome.not_tried)) == (1, 1)
    assert len(entries(hub)) == 1


def test_a_change_that_fails_is_planned_again(hub: Hub) -> None:
    simulation = begun(hub, 1)
    simulation.run(FIRST)
    simulation.program = silent_pairs(1, private=True)
    simulation.begin_day(MONDAY)

    outcome = simulation.run(MONDAY, faults=at_writes({2: Fault.REFUSED}))
    assert outcome is not None
    assert outcome.changed == []

    simulation.run(MONDAY)
    assert hub.issues[2].state is State.CLOSED


def test_changes_wait_where_the_turn_is_over(hub: Hub) -> None:
    simulation = begun(hub, 1)
    simulation.run(FIRST)
    simulation.program = silent_pairs(1, private=True)
    simulation.begin_day(MONDAY)
    forge = MemoryForge(hub)
    seen, plan = look(simulation, forge, MONDAY)
    slow = replace(world(simulation, forge), pause=lambda _: simulation.wait(41 * 60))
    plan = replace(plan, changes=plan.changes * 2)

    assert len(apply(slow, seen, plan).changed) == 1


# The journal in several parts, and what people do to it


def grown(hub: Hub) -> Simulation:
    """A journal that is nearly full, so that the next run adds a part."""
    simulation = begun(hub)
    journal = journal_in(hub.issues[DASHBOARD].body)
    many = MOST_BYTES // 64
    old = [Entry(f"{number:012x}", Fate.LEFT, hub.now, 2) for number in range(many)]
    full = replace(journal.with_entries(old), run=1)
    hub.edit_issue(BOT, DASHBOARD, IssueEdit(body=f"Hello\n\n{journal_text(full)}\n"))
    return simulation


def test_a_journal_that_is_full_goes_on_in_a_comment(sit: Sit, hub: Hub) -> None:
    simulation = grown(hub)

    simulation.act(sit().forge, FIRST)

    (comment,) = hub.comments.values()
    assert comment.body.startswith("This comment belongs to the journal above.")
    assert f"more {comment.id}" in hub.issues[DASHBOARD].body
    assert len(reminders(hub)) == 2
    assert simulation.act(sit().forge, FIRST) is None
    simulation.begin_day(SECOND)
    simulation.act(sit().forge, SECOND)
    assert len(hub.comments) == 3
    assert simulation.duplicates() == 0


@pytest.mark.parametrize("stored", [Fault.KILLED_STORED, Fault.RESET_STORED])
@pytest.mark.parametrize("write", range(2, 7))
def test_a_run_that_dies_while_the_journal_grows_is_carried_on(
    hub: Hub, write: int, stored: Fault
) -> None:
    simulation = grown(hub)

    simulation.run(FIRST, faults=at_writes({write: stored}))
    carry_on(simulation)

    assert simulation.duplicates() == 0
    assert len(reminders(hub)) == 2


def test_a_part_that_is_deleted_stops_a_run(hub: Hub) -> None:
    simulation = grown(hub)
    simulation.run(FIRST)
    hub.delete_comment(next(iter(hub.comments)))

    with pytest.raises(JournalError, match="was deleted"):
        simulation.act(MemoryForge(hub), FIRST)


def test_a_dashboard_that_is_deleted_stops_a_run(sit: Sit, hub: Hub) -> None:
    simulation = begun(hub)
    simulation.run(FIRST)
    hub.delete_issue(DASHBOARD)

    with pytest.raises(JournalError, match="not there any more"):
        simulation.act(sit().forge, FIRST)


def test_who_begins_afresh_finds_what_was_sent(hub: Hub) -> None:
    simulation = begun(hub)
    simulation.run(FIRST)
    hub.delete_issue(DASHBOARD)
    hub.labels.clear()

    simulation.begin_day(MONDAY)
    simulation.run(MONDAY)
    simulation.run(MONDAY)

    assert simulation.duplicates() == 0
    assert len(reminders(hub)) == 2


def test_a_journal_changed_by_hand_stops_a_run(sit: Sit, hub: Hub) -> None:
    simulation = begun(hub)
    body = hub.issues[DASHBOARD].body.replace("run 1 done", "run 1 open")
    hub.edit_issue(ORGANISER, DASHBOARD, IssueEdit(body=body))

    with pytest.raises(JournalError, match="changed by hand"):
        simulation.act(sit().forge, FIRST)


def test_a_dashboard_of_another_account_stops_a_run(hub: Hub) -> None:
    simulation = begun(hub)
    simulation.run(FIRST)

    with pytest.raises(JournalError, match=r"written by github-actions\[bot\], and now example-"):
        simulation.act(MemoryForge(hub, ORGANISER), FIRST)


def test_a_deleted_issue_is_told_from_a_list_that_lacks_it(sit: Sit, hub: Hub) -> None:
    simulation = begun(hub)
    simulation.run(FIRST)
    hub.delete_issue(3)

    found = simulation.plan(FIRST, sit().forge)

    assert [one.fate for one in found.plan.journal.entries.values()].count(Fate.LEFT) == 1


def test_a_comment_on_what_was_moved_away_is_not_looked_for(hub: Hub) -> None:
    simulation = begun(hub, 1)
    simulation.run(FIRST)
    simulation.begin_day(SECOND)
    simulation.run(SECOND, faults=always("create_comment", Fault.RESET))

    class Moved(MemoryForge):
        def issue(self, number: int) -> Issue:
            if number != DASHBOARD:
                raise NotFoundError("moved")
            return super().issue(number)

    assert not simulation.plan(SECOND, Moved(hub)).plan.posts


def look(simulation: Simulation, forge: MemoryForge, day: date = FIRST) -> tuple[Seen, Plan]:
    now = simulation.hub.now
    seen = observe(forge, now=now, pause=simulation.wait)
    return seen, reminding(simulation.program, seen, Moment(day, now, None), named=False).plan


def world(simulation: Simulation, forge: MemoryForge) -> World:
    return World(forge, lambda: simulation.hub.now, simulation.wait, "word", lambda _: True)


def _first_of(fault: Fault, *names: str) -> Schedule:
    """Let the first call of each of these go wrong."""
    left = {*names}

    def schedule(call: Call) -> Fault | None:
        if call.name not in left:
            return None
        left.discard(call.name)
        return fault

    return schedule
