from datetime import UTC, datetime, timedelta

import pytest

from mentorgen.adapters.github.forge import Label, UnknownOutcomeError
from mentorgen.adapters.github.turns import (
    LONGEST_TURN,
    NotOurTurnError,
    Turn,
    clear,
    refuse_while_taken,
    take,
    turns_in,
)
from tests.adapters.github.faults import Fault, always
from tests.adapters.github.hub import Hub
from tests.adapters.github.memory import MemoryForge

NOW = datetime(2026, 3, 2, 9, 17, tzinfo=UTC)
TURN = Turn(18, 12, NOW, "1a2b3c4d")


def test_a_turn_is_a_label_that_remembers_the_dashboard() -> None:
    assert TURN.label == Label(
        "mentorgen-run-18",
        "ededed",
        "Please keep. Reminders: issue 12, 2026-03-02T09:17Z, 1a2b3c4d",
    )
    assert turns_in([Label("bug", "ff0000"), TURN.label]) == (TURN,)


def test_a_label_that_somebody_rewrote_still_has_its_number() -> None:
    (turn,) = turns_in([Label("mentorgen-run-18", "ededed", "What is this?")])

    assert (turn.run, turn.number) == (18, 0)


def test_turns_are_sorted_by_their_numbers() -> None:
    labels = [Turn(run, 12, NOW, "w").label for run in (10, 9, 1)]

    assert [turn.run for turn in turns_in(labels)] == [1, 9, 10]


def test_only_one_gets_a_turn() -> None:
    hub = Hub()
    take(MemoryForge(hub), TURN)

    with pytest.raises(NotOurTurnError):
        take(MemoryForge(hub), Turn(18, 12, NOW, "another"))


@pytest.mark.parametrize("fault", [Fault.RESET_STORED, Fault.HTML_STORED])
def test_a_lost_answer_does_not_lose_the_turn(fault: Fault) -> None:
    hub = Hub()

    take(MemoryForge(hub, faults=always("create_label", fault)), TURN)

    assert [*hub.labels] == ["mentorgen-run-18"]


def test_a_turn_that_is_not_there_is_not_ours() -> None:
    with pytest.raises(UnknownOutcomeError):
        take(MemoryForge(Hub(), faults=always("create_label", Fault.RESET)), TURN)


def test_a_turn_of_somebody_else_is_not_ours_although_its_label_is_there() -> None:
    hub = Hub()
    hub.add_label(Turn(18, 12, NOW, "another").label)

    with pytest.raises(UnknownOutcomeError):
        take(MemoryForge(hub, faults=always("create_label", Fault.RESET)), TURN)


def test_what_is_over_goes_but_the_first_stays() -> None:
    hub = Hub()
    turns = [Turn(run, 12, NOW, "w") for run in (1, 16, 17)]
    for turn in (*turns, TURN):
        hub.add_label(turn.label)

    clear(MemoryForge(hub), [*turns, Turn(15, 12, NOW, "gone")], but=TURN)

    assert [*hub.labels] == ["mentorgen-run-1", "mentorgen-run-18"]


@pytest.mark.parametrize("fault", [Fault.FORBIDDEN, Fault.RESET, Fault.LIMITED])
def test_what_does_not_go_now_goes_next_time(fault: Fault) -> None:
    hub = Hub()
    hub.add_label(TURN.label)

    clear(MemoryForge(hub, faults=always("delete_label", fault)), [TURN], but=Turn(19, 12, NOW, ""))

    assert [*hub.labels] == ["mentorgen-run-18"]


@pytest.mark.parametrize(
    ("run", "open_since", "minutes", "is_taken"),
    [
        (18, None, 0, False),
        (18, NOW, 59, True),
        (18, NOW, 60, False),
        (17, None, 59, True),
        (17, None, 60, False),
    ],
)
def test_a_turn_lasts_until_the_run_is_done_or_an_hour_is_over(
    *, run: int, open_since: datetime | None, minutes: int, is_taken: bool
) -> None:
    now = NOW + timedelta(minutes=minutes)

    try:
        refuse_while_taken([TURN], run=run, open_since=open_since, now=now)
    except NotOurTurnError:
        assert is_taken
    else:
        assert not is_taken
    assert timedelta(minutes=60) == LONGEST_TURN
