"""What differs between two versions of a plan, and where that leaves the pairs that follow it."""

from collections.abc import Iterable, Mapping
from datetime import date

import pytest

from mentorgen.analysis.plan_changes import Doing, PlanChange, plan_change
from mentorgen.model.facts import Fact, FactKind
from mentorgen.model.pairs import Pair, Plan
from mentorgen.model.words import Form, Outcome, Owner
from tests.builders import TODAY, a_fact, a_mentor, a_pair, a_participant, a_program

Stages = tuple[dict[str, object], ...]
BEGIN: dict[str, object] = {"name": "Begin", "weeks": 2, "agenda": ({"item": "Hello"},)}
MAKE: dict[str, object] = {"name": "Make", "weeks": 4, "agenda": ({"item": "Look"},)}
SHOW: dict[str, object] = {"name": "Show", "weeks": 2, "aim": "It is seen"}
CLOSE: dict[str, object] = {"name": "Close", "weeks": 1}
ALL = (BEGIN, MAKE, SHOW, CLOSE)
PAIR = a_pair(plan="plan")


def a_plan(stages: Stages) -> Plan:
    return Plan.model_validate({"schema": 1, "id": "plan", "name": "Plan", "stages": stages})


def changed(
    before: Stages,
    after: Stages,
    *,
    pairs: Iterable[Pair] = (PAIR,),
    facts: Mapping[str, Iterable[Fact]] | None = None,
    today: date = TODAY,
) -> PlanChange:
    pairs = tuple(pairs)
    names = {slug for pair in pairs for slug in pair.everyone} - {"ana"}
    said: dict[str, Iterable[Fact]] = {
        pair.id: [
            *(a_fact(FactKind.CONFIRMED, date(2026, 2, 27), by=slug) for slug in pair.everyone),
            *(facts or {}).get(pair.id, ()),
        ]
        for pair in pairs
    }
    program = a_program(
        participants=(a_mentor(), *(a_participant(slug) for slug in names)),
        plans=(a_plan(after),),
        pairs=pairs,
        pair_facts=said,
    )
    return plan_change(program, a_plan(before), today=today)


def told(change: PlanChange) -> list[tuple[str | None, str | None, tuple[Doing, ...]]]:
    return [
        (
            one.before.name if one.before else None,
            one.after.name if one.after else None,
            one.doings,
        )
        for one in change.stages
    ]


@pytest.mark.parametrize(
    ("after", "expected"),
    [
        (ALL, []),
        ((BEGIN, MAKE, SHOW), [("Close", None, (Doing.REMOVED,))]),
        ((*ALL, {"name": "More", "weeks": 1}), [(None, "More", (Doing.ADDED,))]),
        ((BEGIN, MAKE | {"weeks": 6}, SHOW, CLOSE), [("Make", "Make", (Doing.WEEKS,))]),
        ((BEGIN, SHOW, MAKE, CLOSE), [("Make", "Make", (Doing.MOVED,))]),
        ((BEGIN, MAKE | {"name": "make"}, SHOW, CLOSE), [("Make", "make", (Doing.RENAMED,))]),
        (
            (BEGIN, MAKE, SHOW | {"name": "Tell"}, CLOSE),
            [("Show", "Tell", (Doing.RENAMED,))],
        ),
        (
            (BEGIN, MAKE, SHOW, {"name": "Part", "weeks": 3}),
            [(None, "Part", (Doing.ADDED,)), ("Close", None, (Doing.REMOVED,))],
        ),
        (
            (MAKE | {"name": "Do"}, BEGIN, SHOW, CLOSE),
            [("Make", "Do", (Doing.RENAMED,)), ("Begin", "Begin", (Doing.MOVED,))],
        ),
        (
            (BEGIN, MAKE | {"owner": Owner.MENTEE}, SHOW, CLOSE),
            [("Make", "Make", (Doing.OWNER,))],
        ),
        (
            (BEGIN | {"aim": "Trust", "agenda": (), "check_point": "Signed"}, MAKE, SHOW, CLOSE),
            [("Begin", "Begin", (Doing.AIM, Doing.AGENDA, Doing.CHECK_POINT))],
        ),
    ],
)
def test_every_stage_that_differs_is_told_once(
    after: Stages, expected: list[tuple[str | None, str | None, tuple[Doing, ...]]]
) -> None:
    assert told(changed(ALL, after)) == expected


GROUP = a_pair(form=Form.GROUP, mentees=("b1", "b2", "b3", "b4", "b5", "b6"), plan="plan")
PEERS = a_pair(form=Form.PEER, mentors=(), mentees=(), members=("ana", "ben"), plan="plan")


@pytest.mark.parametrize("pair", [PAIR, GROUP, PEERS], ids=["two", "group", "peers"])
def test_a_running_pair_sees_its_stage_by_both_versions_and_the_days_that_move(pair: Pair) -> None:
    (shift,) = changed(ALL, (BEGIN | {"weeks": 5}, MAKE, SHOW, CLOSE), pairs=(pair,)).pairs

    assert shift.before is not None
    assert shift.after is not None
    assert (shift.before.stage.name, shift.after.stage.name) == ("Make", "Begin")
    assert (shift.end_before, shift.end_after) == (date(2026, 5, 3), date(2026, 5, 24))
    assert [(one.stage, one.before, one.after) for one in shift.moves] == [
        ("Make", date(2026, 3, 16), date(2026, 4, 6)),
        ("Show", date(2026, 4, 13), date(2026, 5, 4)),
        ("Close", date(2026, 4, 27), date(2026, 5, 18)),
    ]


def test_a_stage_that_went_or_came_has_a_day_in_one_version_only() -> None:
    more: dict[str, object] = {"name": "More", "weeks": 3}
    (shift,) = changed(ALL, (BEGIN, MAKE, SHOW, more)).pairs

    assert [(one.stage, one.before, one.after) for one in shift.moves] == [
        ("More", None, date(2026, 4, 27)),
        ("Close", date(2026, 4, 27), None),
    ]


def test_a_pause_moves_the_days_of_both_versions() -> None:
    pause = a_fact(FactKind.PAUSED, date(2026, 3, 9), by="ana", until=date(2026, 3, 23))
    (shift,) = changed(ALL, (BEGIN, MAKE, CLOSE), facts={PAIR.id: [pause]}).pairs

    assert (shift.end_before, shift.end_after) == (date(2026, 5, 17), date(2026, 5, 3))


def test_a_pair_whose_shorter_plan_is_over_still_sees_it() -> None:
    (shift,) = changed(ALL, (BEGIN, CLOSE), today=date(2026, 5, 1)).pairs

    assert (shift.before and shift.before.stage.name, shift.after) == ("Close", None)


def test_only_running_pairs_that_follow_it_are_told() -> None:
    others = (
        a_pair("ended", plan="plan"),
        a_pair("elsewhere"),
    )
    ended = a_fact(FactKind.ENDED, date(2026, 3, 20), outcome=Outcome.COMPLETED)
    change = changed(ALL, (BEGIN,), pairs=others, facts={others[0].id: [ended]})

    assert change.pairs == ()
