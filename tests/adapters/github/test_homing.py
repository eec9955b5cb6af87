"""The pairs' homes at a forge: each is opened once, kept up to date in place, and closed with thanks."""

import random
from dataclasses import replace
from datetime import date, timedelta
from functools import partial

import pytest

from mentorgen.adapters.github.forge import Issue, IssueEdit, State
from mentorgen.adapters.github.homing import Homing, homing, summary_of
from mentorgen.adapters.github.known import Moment
from mentorgen.adapters.github.read import Seen, StaleReadError, observe
from mentorgen.model.facts import Fact, FactKind
from mentorgen.model.ids import PairId, Slug
from mentorgen.model.program import Program
from mentorgen.model.words import Outcome
from mentorgen.output.github.homes import CLOSED_TITLE, LABEL
from mentorgen.output.github.marks import hidden, hidden_in
from mentorgen.output.github.reminders import home_mark
from tests.adapters.github.conftest import Sit
from tests.adapters.github.faults import Call, Fault, always, at_writes
from tests.adapters.github.hub import ORGANISER, Hub
from tests.adapters.github.memory import MemoryForge
from tests.adapters.github.simulation import Simulation, silent_pairs
from tests.builders import (
    COHORT,
    a_consent,
    a_fact,
    some_settings,
)

MONDAY = date(2026, 3, 2)
GOOD_DAY = 18
BAD_LUCK = (
    Fault.BAD_GATEWAY,
    Fault.BAD_GATEWAY_STORED,
    Fault.RESET_STORED,
    Fault.HTML_STORED,
    Fault.LIMITED,
    Fault.EMPTY_LIST,
    Fault.STALE_LIST,
    Fault.KILLED,
    Fault.KILLED_STORED,
)
FIRST = PairId(f"{COHORT}/pair-0")


def suggested(many: int) -> Program:
    """Pairs that were suggested together, and nobody has answered."""
    program = silent_pairs(many)
    pairs = {key: one.model_copy(update={"informal": False}) for key, one in program.pairs.items()}
    return replace(program, pairs=pairs)


def begun(hub: Hub, many: int = 2) -> Simulation:
    """A dashboard, and pairs that wait for their homes."""
    simulation = Simulation(suggested(many), hub)
    hub.now = hub.now.replace(month=3, day=2)
    simulation.run(MONDAY)
    simulation.decide = lambda seen, moment: found(simulation, seen, moment).plan
    return simulation


def found(simulation: Simulation, seen: Seen, moment: Moment) -> Homing:
    return homing(simulation.program, seen, moment, site="https://site.example/")


def look(simulation: Simulation, day: date, *, by_clock: bool = False) -> Homing:
    now = simulation.hub.now
    seen = observe(MemoryForge(simulation.hub), now=now, pause=simulation.wait)
    return found(simulation, seen, Moment(day, now, now if by_clock else None))


def homes(hub: Hub) -> list[Issue]:
    """Find what is there, the first one first."""
    there = (one for number, one in hub.issues.items() if number not in hub.deleted)
    return [one for one in there if hidden_in(one.body, "home")]


def later(simulation: Simulation, day: date) -> None:
    simulation.begin_day(day)
    simulation.run(day)


def say(simulation: Simulation, *facts: Fact, pair: PairId = FIRST) -> None:
    """Let something stand in a pair's log."""
    before = simulation.program.pair_facts
    log = (*before.get(pair, ()), *facts)
    simulation.program = replace(simulation.program, pair_facts={**before, pair: log})


def confirmed(number: int = 0, on: date = MONDAY) -> tuple[Fact, ...]:
    return tuple(
        a_fact(FactKind.CONFIRMED, on, by=who) for who in (f"ana-{number}", f"ben-{number}")
    )


def change_people(simulation: Simulation, slug: str, **over: object) -> None:
    people = dict(simulation.program.participants)
    people[Slug(slug)] = people[Slug(slug)].model_copy(update=over)
    simulation.program = replace(simulation.program, participants=people)


def change_pair(simulation: Simulation, **over: object) -> None:
    pairs = dict(simulation.program.pairs)
    pairs[FIRST] = pairs[FIRST].model_copy(update=over)
    simulation.program = replace(simulation.program, pairs=pairs)


def test_each_suggested_pair_gets_one_home_and_its_people_are_mentioned_once(
    sit: Sit, hub: Hub
) -> None:
    simulation = begun(hub)

    outcome = simulation.act(sit().forge, MONDAY)

    first, second = homes(hub)
    assert outcome is not None
    assert len(outcome.sent) == 2
    assert (first.title, first.labels) == ("Your place: Ana 0 and Ben 0", (LABEL,))
    assert first.body.startswith("For @example-ana-0 and @example-ben-0.\n\nHello Ana 0 and Ben 0,")
    assert hidden_in(first.body, "pair") == FIRST
    assert hidden_in(second.body, "home") == home_mark(PairId(f"{COHORT}/pair-1"))
    assert len([*hub.mentions("example-ana-0")]) == 1


def test_a_second_run_has_nothing_to_do_and_makes_two_calls_besides_pages(
    sit: Sit, hub: Hub
) -> None:
    simulation = begun(hub)
    simulation.run(MONDAY)
    seat = sit()

    assert simulation.act(seat.forge, MONDAY) is None

    assert seat.writes.total() == 0
    others = seat.calls.total() - seat.calls["issues"] - seat.calls["labels"]
    assert others - seat.calls["repository"] == 2


def test_a_home_changes_in_place_and_then_mentions_nobody(sit: Sit, hub: Hub) -> None:
    simulation = begun(hub, 1)
    simulation.run(MONDAY)
    say(simulation, *confirmed())
    simulation.begin_day(MONDAY + timedelta(days=1))

    simulation.act(sit().forge, MONDAY + timedelta(days=1))

    (home,) = homes(hub)
    assert "`/met" in home.body
    assert "/confirm" not in home.body
    assert "@" not in home.body
    assert not hub.comments
    later(simulation, MONDAY + timedelta(days=2))
    assert simulation.said["idle"] == 1


@pytest.mark.parametrize(
    "word",
    [
        a_fact(FactKind.DECLINED, MONDAY, by="ana-0"),
        a_fact(FactKind.ENDED, MONDAY, outcome=Outcome.COMPLETED),
    ],
    ids=["declined", "ended"],
)
def test_a_home_is_closed_with_thanks_and_says_nothing_of_how_it_ended(
    sit: Sit, hub: Hub, word: Fact
) -> None:
    simulation = begun(hub, 1)
    simulation.run(MONDAY)
    say(simulation, word)

    simulation.act(sit().forge, MONDAY)

    (home,) = homes(hub)
    assert home.state is State.CLOSED
    assert home.body == (
        "Thank you for the time that you gave. All is settled here, so this place is closed and asks"
        " nothing of you any more.\nWe are glad that you are here.\n\n"
        f"{hidden('pair', FIRST)}\n{hidden('home', home_mark(FIRST))}\n{hidden('key', home_mark(FIRST))}\n"
    )
    simulation.run(MONDAY)
    assert simulation.said["idle"] == 1


def test_a_home_is_closed_when_the_suggestion_lapses(hub: Hub) -> None:
    simulation = begun(hub, 1)
    simulation.run(MONDAY)

    later(simulation, MONDAY + timedelta(days=21))

    (home,) = homes(hub)
    assert home.state is State.CLOSED


@pytest.mark.parametrize("over", [True, False], ids=["pair", "person"])
def test_who_does_not_want_to_be_named_any_more_is_taken_out_of_the_home(
    sit: Sit, hub: Hub, *, over: bool
) -> None:
    simulation = begun(hub, 1)
    simulation.run(MONDAY)
    if over:
        change_pair(simulation, public_contact=False)
    else:
        change_people(simulation, "ana-0", consent=a_consent(withdrawn=MONDAY))

    simulation.act(sit().forge, MONDAY)

    (home,) = homes(hub)
    assert (home.title, home.state) == (CLOSED_TITLE, State.CLOSED)
    assert "Ana" not in home.body
    assert FIRST not in home.body
    simulation.run(MONDAY)
    assert simulation.said["idle"] == 1


def test_names_leave_a_home_that_somebody_closed_before(hub: Hub) -> None:
    simulation = begun(hub, 1)
    simulation.run(MONDAY)
    (home,) = homes(hub)
    hub.edit_issue(ORGANISER, home.number, IssueEdit(state=State.CLOSED))
    simulation.program = replace(simulation.program, pairs={})

    simulation.run(MONDAY)

    (home,) = homes(hub)
    assert (home.title, "Ana" in home.body) == (CLOSED_TITLE, False)


@pytest.mark.parametrize("how", ["close", "delete"])
def test_a_home_that_was_closed_or_deleted_is_left_alone_and_never_made_again(
    hub: Hub, how: str
) -> None:
    simulation = begun(hub, 1)
    simulation.run(MONDAY)
    (home,) = homes(hub)
    if how == "delete":
        hub.delete_issue(home.number)
    else:
        hub.edit_issue(ORGANISER, home.number, IssueEdit(state=State.CLOSED))
    body = home.body
    say(simulation, *confirmed())

    for days in range(1, 30):
        later(simulation, MONDAY + timedelta(days=days))

    assert [one.body for one in homes(hub)] == ([] if how == "delete" else [body])


def test_a_home_that_was_opened_again_is_kept_up_to_date(hub: Hub) -> None:
    simulation = begun(hub, 1)
    simulation.run(MONDAY)
    (home,) = homes(hub)
    hub.edit_issue(ORGANISER, home.number, IssueEdit(state=State.CLOSED))
    simulation.run(MONDAY)
    hub.edit_issue(ORGANISER, home.number, IssueEdit(state=State.OPEN))
    say(simulation, *confirmed())

    simulation.run(MONDAY)

    assert "`/met" in homes(hub)[0].body


def test_pairs_without_public_contact_accounts_or_consent_have_none_and_are_counted(
    hub: Hub,
) -> None:
    simulation = begun(hub, 4)
    change_pair(simulation, public_contact=False)
    change_people(simulation, "ben-1", github=None)
    change_people(simulation, "ben-2", consent=None)

    simulation.run(MONDAY)

    assert [hidden_in(one.body, "pair") for one in homes(hub)] == [f"{COHORT}/pair-3"]
    assert look(simulation, MONDAY).without == tuple(f"{COHORT}/pair-{one}" for one in range(3))


def test_who_was_asked_lately_is_not_mentioned_a_second_time(hub: Hub) -> None:
    simulation = begun(hub, 2)
    pairs = dict(simulation.program.pairs)
    second = PairId(f"{COHORT}/pair-1")
    pairs[second] = pairs[second].model_copy(update={"mentors": (Slug("ana-0"),)})
    simulation.program = replace(simulation.program, pairs=pairs)

    simulation.run(MONDAY)

    assert homes(hub)[1].body.startswith("For @example-ben-1.\n\nHello Ana 0 and Ben 1,")
    assert len([*hub.mentions("example-ana-0")]) == 1


@pytest.mark.parametrize("day", [date(2026, 3, 7), date(2026, 3, 10)], ids=["weekend", "holiday"])
def test_a_home_waits_for_a_working_day(hub: Hub, day: date) -> None:
    simulation = begun(hub, 1)
    settings = some_settings(holidays=(date(2026, 3, 10),))
    simulation.program = replace(simulation.program, settings=settings)
    simulation.begin_day(day)

    assert look(simulation, day).waiting == (FIRST,)
    later(simulation, day)
    assert not homes(hub)
    later(simulation, day + timedelta(days=2))
    assert len(homes(hub)) == 1


def test_a_home_waits_for_the_end_of_the_quiet_hours(hub: Hub) -> None:
    simulation = begun(hub, 1)
    quiet = {"starts": 8 * 60, "ends": 10 * 60}
    settings = some_settings(follow_up={"quiet_hours": quiet})
    simulation.program = replace(simulation.program, settings=settings)

    assert look(simulation, MONDAY, by_clock=True).opened == ()
    assert look(simulation, MONDAY, by_clock=True).waiting == (FIRST,)
    assert look(simulation, MONDAY).opened == (FIRST,)


def test_who_says_goodbye_gets_no_new_home(hub: Hub) -> None:
    simulation = begun(hub, 1)
    say(simulation, *confirmed(), a_fact(FactKind.ENDING, MONDAY))

    plan = look(simulation, MONDAY)

    assert (plan.opened, plan.waiting) == ((), ())


def test_many_homes_at_once_wait_for_a_word(hub: Hub) -> None:
    simulation = begun(hub, 5)

    simulation.run(MONDAY, large=False)
    assert not homes(hub)
    assert look(simulation, MONDAY).plan.stops == (
        "5 of 5 pairs would be written to at once, more than a quarter.",
    )

    simulation.run(MONDAY, large=True)
    assert len(homes(hub)) == 5


def test_more_than_twenty_closings_wait_for_a_word(hub: Hub) -> None:
    simulation = begun(hub, 21)
    simulation.run(MONDAY)
    for number in range(21):
        say(
            simulation,
            a_fact(FactKind.DECLINED, MONDAY, by=f"ana-{number}"),
            pair=PairId(f"{COHORT}/pair-{number}"),
        )

    plan = look(simulation, MONDAY)

    assert plan.plan.stops == ("21 homes would be closed at once, more than 20.",)
    assert len(summary_of(plan).closed) == 21


def test_a_run_writes_at_most_so_much_as_an_hour_allows(hub: Hub) -> None:
    plan = look(begun(hub, 410), MONDAY)

    assert len(plan.plan.posts) == 400
    assert len(plan.waiting) == 10
    assert plan.plan.stops == (
        "410 of 410 pairs would be written to at once, more than a quarter.",
    )


# Together with reminders


def test_the_home_is_the_first_asking_and_the_reminders_keep_their_distance(hub: Hub) -> None:
    simulation = begun(hub, 1)
    opening, sent = simulation.decide, list[int]()
    for days in range(21):
        day = MONDAY + timedelta(days=days)
        for simulation.decide in (opening, None):
            later(simulation, day)
        sent += [days] * (len([*simulation.posts()]) - len(sent))

    assert sent == [0, 8, 15]
    assert len(homes(hub)) == 1


def test_a_home_that_comes_late_waits_for_the_reminder_that_went_before(hub: Hub) -> None:
    simulation = begun(hub, 1)
    opening, simulation.decide = simulation.decide, None
    day = MONDAY + timedelta(days=8)
    later(simulation, day)
    assert len([*simulation.posts()]) == 1
    simulation.decide = opening

    later(simulation, day)
    assert not homes(hub)
    later(simulation, day + timedelta(days=7))
    assert len(homes(hub)) == 1


def test_reminders_leave_homes_alone_and_name_them(hub: Hub) -> None:
    simulation = begun(hub, 1)
    simulation.run(MONDAY)
    say(simulation, *confirmed())
    (home,) = homes(hub)
    simulation.decide = None

    for days in range(1, 20):
        later(simulation, MONDAY + timedelta(days=days))

    assert homes(hub) == [home]
    assert any(
        f"Your place for everything else is #{home.number}." in one.body
        for one in hub.issues.values()
    )


def test_reminders_do_not_forget_a_home_that_somebody_closed(hub: Hub) -> None:
    simulation = begun(hub, 1)
    simulation.run(MONDAY)
    hub.edit_issue(ORGANISER, homes(hub)[0].number, IssueEdit(state=State.CLOSED))
    say(simulation, *confirmed())
    before = look(simulation, MONDAY).plan.journal.entries
    simulation.decide = None

    for days in range(1, 20):
        later(simulation, MONDAY + timedelta(days=days))

    seen = observe(MemoryForge(hub), now=hub.now, pause=simulation.wait)
    assert before.keys() <= seen.journal.entries.keys()


def test_the_home_of_who_has_ended_is_forgotten_once_it_is_closed(hub: Hub) -> None:
    simulation = begun(hub, 1)
    simulation.run(MONDAY)
    say(simulation, a_fact(FactKind.DECLINED, MONDAY, by="ana-0"))
    simulation.decide, opening = None, simulation.decide
    later(simulation, MONDAY + timedelta(days=1))
    assert homes(hub)[0].state is State.OPEN
    for simulation.decide in (opening, None):
        later(simulation, MONDAY + timedelta(days=9))

    seen = observe(MemoryForge(hub), now=hub.now, pause=simulation.wait)

    assert homes(hub)[0].state is State.CLOSED
    assert not seen.journal.entries


# When something fails


def test_an_answer_that_is_lost_makes_no_second_home(sit: Sit, hub: Hub) -> None:
    simulation = begun(hub, 1)
    faulty = sit(faults=always("create_issue", Fault.BAD_GATEWAY_STORED))

    outcome = simulation.act(faulty.forge, MONDAY)

    assert outcome is not None
    assert len(outcome.unknown) == 1
    for days in range(6):
        later(simulation, MONDAY + timedelta(days=days))
    assert len(homes(hub)) == 1


def test_a_home_that_did_not_arrive_is_opened_two_days_later(hub: Hub) -> None:
    simulation = begun(hub, 1)
    simulation.run(MONDAY, faults=always("create_issue", Fault.BAD_GATEWAY))
    later(simulation, MONDAY + timedelta(days=1))
    assert not homes(hub)

    later(simulation, MONDAY + timedelta(days=2))
    assert len(homes(hub)) == 1


@pytest.mark.parametrize("fault", [Fault.EMPTY_LIST, Fault.STALE_LIST], ids=["empty", "stale"])
def test_a_list_that_lacks_what_is_known_stops_a_run(sit: Sit, hub: Hub, fault: Fault) -> None:
    simulation = begun(hub)
    simulation.run(MONDAY)
    seat = sit(faults=always("issues", fault))

    with pytest.raises(StaleReadError, match="not up to date"):
        simulation.act(seat.forge, MONDAY)

    assert seat.writes.total() == 0
    assert len(homes(hub)) == 2


@pytest.mark.parametrize("number", range(1, 12))
def test_a_run_that_dies_anywhere_makes_no_second_home_and_loses_none(
    hub: Hub, number: int
) -> None:
    simulation = begun(hub, 3)
    simulation.run(MONDAY, faults=at_writes({number: Fault.KILLED_STORED}))

    for days in range(10):
        later(simulation, MONDAY + timedelta(days=days))

    assert len(homes(hub)) == 3
    assert simulation.duplicates() == 0


def test_homes_are_found_again_when_the_journal_is_begun_afresh(hub: Hub) -> None:
    simulation = begun(hub, 2)
    simulation.run(MONDAY)
    hub.delete_issue(1)
    for label in [*hub.labels]:
        if label.startswith("mentorgen-run-"):
            hub.delete_label(label)

    for days in range(1, 4):
        later(simulation, MONDAY + timedelta(days=days))

    assert len(homes(hub)) == 2
    assert len(look(simulation, MONDAY + timedelta(days=3)).plan.journal.entries) == 2


@pytest.mark.parametrize("seed", range(6))
def test_bad_weeks_with_overlapping_runs_make_no_home_twice_and_lose_none(
    hub: Hub, seed: int
) -> None:
    chance = random.Random(seed)
    simulation = begun(hub, 6)
    opening = simulation.decide
    for days in range(20):
        day = MONDAY + timedelta(days=days)
        for simulation.decide in (opening, None):
            simulation.begin_day(day)
            if days >= GOOD_DAY:
                simulation.run(day)
            else:
                simulation.overlapping(day, 2, chance, partial(bad_luck, chance))

    assert simulation.duplicates() == 0
    assert sorted(hidden_in(one.body, "pair") or "" for one in homes(hub)) == sorted(
        simulation.program.pairs
    )


def bad_luck(chance: random.Random, _: Call) -> Fault | None:
    """Let one call in ten fail in one of many ways."""
    return chance.choice(BAD_LUCK) if chance.random() < 0.1 else None
