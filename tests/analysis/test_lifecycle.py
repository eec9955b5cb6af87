from collections.abc import Iterable
from datetime import date, timedelta
from typing import Unpack

import pytest

from mentorgen.analysis.life import life_of
from mentorgen.analysis.lifecycle import Standing, State, state_of
from mentorgen.model.facts import Fact, FactKind
from mentorgen.model.pairs import Pair, Plan
from mentorgen.model.program import Program
from mentorgen.model.words import Confirmation, Form, Outcome
from tests.builders import (
    ENDS,
    STARTS,
    Contents,
    a_cohort,
    a_fact,
    a_meeting,
    a_mentor,
    a_pair,
    a_participant,
    a_program,
    some_settings,
)

GROUP = ("ben", "cleo", "dan", "eve", "fay", "gus")


def day(number: int) -> date:
    """Count days from the pair's first."""
    return STARTS + timedelta(days=number)


def yes(*slugs: str, on: date = STARTS) -> tuple[Fact, ...]:
    return tuple(a_fact(FactKind.CONFIRMED, on, by=slug) for slug in slugs)


def a_plan(weeks: int) -> Plan:
    return Plan.model_validate(
        {"schema": 1, "id": "short", "name": "Short", "stages": ({"name": "All", "weeks": weeks},)}
    )


def with_pair(
    facts: Iterable[Fact] = (), pair: Pair | None = None, **more: Unpack[Contents]
) -> tuple[Program, Pair]:
    pair = pair or a_pair()
    people = {slug: a_participant(slug) for slug in pair.everyone} | {"ana": a_mentor()}
    contents: Contents = {"participants": people.values(), **more}
    contents["pairs"] = (pair,)
    contents["pair_facts"] = {pair.id: facts}
    return a_program(**contents), pair


def state(
    today: date,
    facts: Iterable[Fact] = (),
    pair: Pair | None = None,
    **more: Unpack[Contents],
) -> Standing:
    program, pair = with_pair(facts, pair, **more)
    return state_of(program, pair, today=today)


def a_group() -> Pair:
    return a_pair("group", form=Form.GROUP, mentees=GROUP)


def test_a_pair_is_suggested_until_everybody_said_yes() -> None:
    assert state(day(3), yes("ana")) == Standing(
        State.SUGGESTED, STARTS, None, ("No answer yet from Ben.",)
    )


def test_a_suggestion_for_a_day_to_come_has_no_date() -> None:
    assert state(day(-9)) == Standing(
        State.SUGGESTED, None, None, ("No answer yet from Ana and Ben.",)
    )


def test_a_pair_that_agreed_before_its_first_day_is_confirmed() -> None:
    assert state(day(-1), yes("ana", "ben", on=day(-5))) == Standing(
        State.CONFIRMED, day(-5), None, ("Everybody needed said yes; it starts on 2 March.",)
    )


def test_a_pair_is_active_from_its_first_day() -> None:
    assert state(day(0), yes("ana", "ben", on=day(-5))) == Standing(
        State.ACTIVE, STARTS, None, ("It began on 2 March.",)
    )


def test_signing_the_agreement_is_a_yes() -> None:
    facts = (*yes("ana"), a_fact(FactKind.AGREED, day(2), by="ben"))

    assert state(day(2), facts) == Standing(State.ACTIVE, day(2), None, ("It began on 4 March.",))


@pytest.mark.parametrize(
    "pair", [a_pair(informal=True), a_pair()], ids=["informal", "program without confirmation"]
)
def test_some_pairs_need_no_confirmation(pair: Pair) -> None:
    settings = some_settings(confirmation=Confirmation.BOTH if pair.informal else Confirmation.NONE)

    assert state(day(0), pair=pair, settings=settings).state is State.ACTIVE
    assert state(day(-1), pair=pair, settings=settings) == Standing(
        State.CONFIRMED, None, None, ("Everybody needed said yes; it starts on 2 March.",)
    )


def test_a_suggestion_without_a_sign_of_life_lapses_after_three_times_the_time_to_answer() -> None:
    assert state(day(20), yes("ana")).state is State.SUGGESTED
    assert state(day(21), yes("ana")) == Standing(
        State.ENDED, day(21), Outcome.CHANGED, ("Ben did not answer by 23 March.",)
    )


@pytest.mark.parametrize(
    "sign",
    [
        a_fact(FactKind.SNOOZED, day(1), until=day(10)),
        a_fact(FactKind.PAUSED, day(1), until=day(10)),
        a_fact(FactKind.CONFIRMED, day(10), by="ana"),
    ],
    ids=lambda fact: fact.kind,
)
def test_a_sign_of_life_keeps_a_suggestion(sign: Fact) -> None:
    assert state(day(30), (sign,)).state is State.SUGGESTED
    assert state(day(31), (sign,)).state is State.ENDED


def test_people_who_talk_before_they_answer_keep_their_suggestion() -> None:
    assert state(day(30), yes("ana"), meetings=[a_meeting(day(10))]).state is State.SUGGESTED


def test_a_yes_after_the_time_brings_the_pair_back() -> None:
    facts = (*yes("ana"), *yes("ben", on=day(40)))

    assert state(day(39), facts).state is State.ENDED
    assert state(day(40), facts).state is State.ACTIVE


def test_a_no_ends_a_pair_of_two() -> None:
    facts = (*yes("ana"), a_fact(FactKind.DECLINED, day(2), by="ben"))

    assert state(day(2), facts) == Standing(
        State.ENDED, day(2), Outcome.CHANGED, ("Ben said no on 4 March.",)
    )


def test_who_says_no_may_say_yes_another_day_but_not_the_same() -> None:
    no = a_fact(FactKind.DECLINED, day(2), by="ben")

    assert state(day(9), (*yes("ana"), no, *yes("ben", on=day(2)))).state is State.ENDED
    assert state(day(9), (*yes("ana"), no, *yes("ben", on=day(3)))).state is State.ACTIVE


@pytest.mark.parametrize("by", [None, "coordinator"])
def test_the_organisers_can_take_a_suggestion_back(by: str | None) -> None:
    no = a_fact(FactKind.DECLINED, day(2), by=by)

    assert state(day(3), (no,)) == Standing(
        State.ENDED,
        day(2),
        Outcome.CHANGED,
        ("The organisers took the suggestion back on 4 March.",),
    )


def test_a_group_waits_for_everybody_while_there_is_time_to_answer() -> None:
    facts = yes("ana", "ben", "cleo", on=day(-2))

    assert state(day(4), facts, a_group()) == Standing(
        State.SUGGESTED, day(-2), None, ("No answer yet from Dan, Eve, Fay and Gus.",)
    )


def test_a_group_begins_with_those_who_said_yes_when_the_time_to_answer_is_over() -> None:
    facts = yes("ana", "ben", "cleo", on=day(-2))
    program, pair = with_pair(facts, a_group())

    assert state_of(program, pair, today=day(5)) == Standing(
        State.ACTIVE, day(5), None, ("It began on 7 March.",)
    )
    assert life_of(program, pair, today=day(5)).members.everyone == ("ana", "ben", "cleo")


def test_a_group_begins_at_once_when_everybody_said_yes() -> None:
    assert state(day(1), yes("ana", *GROUP, on=day(1)), a_group()).since == day(1)


def test_a_group_without_a_yes_from_its_mentor_does_not_begin() -> None:
    assert state(day(10), yes(*GROUP), a_group()).state is State.SUGGESTED


def test_somebody_who_joins_a_group_does_not_make_it_wait() -> None:
    facts = (*yes("ana", *GROUP[:5]), *yes("gus", on=day(60)))

    for today in (day(59), day(60)):
        assert state(today, facts, a_group()) == Standing(
            State.ACTIVE, day(7), None, ("It began on 9 March.",)
        )


def test_a_group_goes_on_without_one_who_declined_and_one_who_left() -> None:
    facts = (
        *yes("ana", *GROUP[1:]),
        a_fact(FactKind.DECLINED, day(1), by="ben"),
        a_fact(FactKind.LEFT, day(30), by="cleo"),
    )
    program, pair = with_pair(facts, a_group())

    assert state_of(program, pair, today=day(31)).state is State.ACTIVE
    assert life_of(program, pair, today=day(31)).members.mentees == GROUP[2:]


def test_a_group_ends_when_its_mentor_leaves() -> None:
    facts = (*yes("ana", *GROUP), a_fact(FactKind.LEFT, day(30), by="ana"))

    assert state(day(31), facts, a_group()) == Standing(
        State.ENDED, day(30), Outcome.STOPPED, ("Ana left on 1 April.",)
    )


def test_a_circle_of_peers_needs_two() -> None:
    circle = a_pair(
        "circle", form=Form.PEER, mentors=(), mentees=(), members=("ana", "ben", "cleo")
    )
    left = [
        a_fact(FactKind.LEFT, day(9 + number), by=slug)
        for number, slug in enumerate(("ben", "cleo"))
    ]
    facts = (*yes("ana", "ben", "cleo"), *left)

    assert state(day(9), facts, circle).state is State.ACTIVE
    assert state(day(10), facts, circle).evidence == ("Cleo left on 12 March.",)


def test_leaving_the_program_is_leaving_its_pairs() -> None:
    left = {
        "ben": [
            a_fact(FactKind.LEFT, day(12)),
            a_fact(FactKind.APPLIED, day(50), cohort="2026-spring"),
        ]
    }

    for today in (day(12), day(60)):
        assert state(today, yes("ana", "ben"), person_facts=left) == Standing(
            State.ENDED, day(12), Outcome.STOPPED, ("Ben left on 14 March.",)
        )


def test_a_pair_made_after_somebody_came_back_is_not_touched_by_their_leaving() -> None:
    left = {
        "ben": [
            a_fact(FactKind.LEFT, day(-60)),
            a_fact(FactKind.ACCEPTED, day(-50), cohort="2026-spring"),
        ]
    }

    assert state(day(1), yes("ana", "ben"), person_facts=left).state is State.ACTIVE


def test_a_pair_made_for_somebody_who_is_gone_has_ended() -> None:
    left = {"ben": [a_fact(FactKind.LEFT, day(-60))]}

    assert state(day(1), yes("ana"), person_facts=left).state is State.ENDED


def test_who_left_first_does_not_end_the_pair_again_when_they_decline() -> None:
    facts = (
        *yes("ana", "ben"),
        a_fact(FactKind.LEFT, day(5), by="ben"),
        a_fact(FactKind.DECLINED, day(9), by="ben"),
    )

    assert state(day(10), facts).since == day(5)


def test_a_pair_pauses_and_goes_on_by_itself() -> None:
    facts = (*yes("ana", "ben"), a_fact(FactKind.PAUSED, day(10), until=day(20)))

    assert state(day(19), facts) == Standing(
        State.PAUSED,
        day(10),
        None,
        ("It pauses from 12 March and goes on by itself on 22 March.",),
    )
    assert state(day(20), facts) == Standing(
        State.ACTIVE, day(20), None, ("It began on 2 March.", "A pause ended on 22 March.")
    )


def test_a_pair_of_two_pauses_with_one_of_them() -> None:
    away = {"ana": [a_fact(FactKind.PAUSED, day(10), until=day(20))]}

    assert state(day(10), yes("ana", "ben"), person_facts=away).state is State.PAUSED


def test_a_pair_that_says_so_is_ending() -> None:
    facts = (*yes("ana"), a_fact(FactKind.ENDING, day(40), by="ana"))

    assert state(day(41), facts) == Standing(
        State.ENDING, day(40), None, ("They said that they are closing on 11 April.",)
    )


def test_a_pair_is_ending_after_its_plan() -> None:
    pair = a_pair(plan="short")

    assert state(day(27), yes("ana", "ben"), pair, plans=[a_plan(4)]).state is State.ACTIVE
    assert state(day(28), yes("ana", "ben"), pair, plans=[a_plan(4)]) == Standing(
        State.ENDING, day(28), None, ("Its planned time was over on 30 March.",)
    )


def test_a_pause_moves_the_end_of_a_plan() -> None:
    pair = a_pair(plan="short")
    facts = (*yes("ana", "ben"), a_fact(FactKind.PAUSED, day(10), until=day(20)))

    assert state(day(37), facts, pair, plans=[a_plan(4)]).state is State.ACTIVE
    assert state(day(38), facts, pair, plans=[a_plan(4)]).state is State.ENDING


@pytest.mark.parametrize(
    "pair",
    [a_pair(), a_pair(informal=True), a_pair(form=Form.FLASH)],
    ids=["without a plan", "informal", "flash"],
)
def test_a_pair_without_a_plan_of_its_own_is_ending_after_its_cohort(pair: Pair) -> None:
    plan = None if pair == a_pair() else "short"
    more: Contents = {"cohorts": [a_cohort(plan=plan)], "plans": [a_plan(4)]}

    assert state(ENDS, yes("ana", "ben"), pair, **more).state is State.ACTIVE
    assert state(ENDS + timedelta(days=1), yes("ana", "ben"), pair, **more).state is State.ENDING


def test_a_rolling_pair_goes_on_until_it_says_that_it_ends() -> None:
    rolling = a_cohort(rolling=True, starts=None, ends=None)

    assert state(day(900), yes("ana", "ben"), cohorts=[rolling]).state is State.ACTIVE


def test_an_ending_that_nobody_wrote_down_frees_the_places_in_the_end() -> None:
    more: Contents = {"plans": [a_plan(4)], "meetings": [a_meeting(day(30))]}
    pair = a_pair(plan="short")

    assert state(day(57), yes("ana", "ben"), pair, **more).state is State.ENDING
    assert state(day(58), yes("ana", "ben"), pair, **more) == Standing(
        State.ENDED,
        day(58),
        None,
        ("Its time was over on 30 March, and 28 days went by since.",),
    )


def test_an_ended_pair_keeps_its_outcome() -> None:
    facts = (
        *yes("ana", "ben"),
        a_fact(FactKind.ENDED, day(50), outcome=Outcome.STOPPED),
        a_fact(FactKind.ENDED, day(50), outcome=Outcome.COMPLETED),
        a_fact(FactKind.ENDED, day(60), outcome=Outcome.CHANGED),
    )

    assert state(day(49), facts).state is State.ACTIVE
    assert state(day(70), facts) == Standing(
        State.ENDED, day(50), Outcome.COMPLETED, ("It ended on 21 April: completed.",)
    )


def test_a_correction_takes_an_end_back() -> None:
    facts = (
        *yes("ana", "ben"),
        a_fact(FactKind.ENDED, day(50), outcome=Outcome.STOPPED),
        a_fact(FactKind.RESUMED, day(52), replaces={"on": day(50), "kind": FactKind.ENDED}),
    )

    assert state(day(51), facts).state is State.ENDED
    assert state(day(52), facts).state is State.ACTIVE


def test_a_pair_without_the_people_it_needs_stays_a_suggestion_and_lapses() -> None:
    pair = a_pair(mentees=())

    assert state(day(1), yes("ana"), pair) == Standing(
        State.SUGGESTED, STARTS, None, ("It does not have the people a relationship needs.",)
    )
    assert state(day(21), yes("ana"), pair).evidence == (
        "It does not have the people a relationship needs.",
    )


def test_a_pair_that_agreed_after_its_time_is_ending_since_then() -> None:
    facts = (*yes("ana", on=day(20)), *yes("ben", on=day(40)))

    assert state(day(41), facts, a_pair(plan="short"), plans=[a_plan(4)]).since == day(40)


@pytest.mark.parametrize("left", [-3, 0])
def test_somebody_who_left_by_the_first_day_never_began(left: int) -> None:
    facts = (*yes("ana", "ben", on=day(-9)), a_fact(FactKind.LEFT, day(left), by="ben"))
    program, pair = with_pair(facts)

    assert life_of(program, pair, today=day(9)).began is None
    assert state_of(program, pair, today=day(9)).outcome is Outcome.STOPPED
