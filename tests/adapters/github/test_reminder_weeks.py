"""Bad weeks in short; `python bench/reminders.py` looks at 100,000 reminders."""

import re
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentorgen.adapters.github.forge import NewIssue
from mentorgen.model.program import Program
from mentorgen.output.github.marks import hidden_in
from tests.adapters.github.bad_weeks import bad_weeks, bad_weeks_of_wishes
from tests.adapters.github.hub import BOT
from tests.adapters.github.large_run import large_run
from tests.adapters.github.simulation import Simulation, silent_pairs
from tests.analysis.histories import HISTORIES, programs
from tests.builders import STARTS


@pytest.mark.parametrize("seed", [1, 2])
def test_nothing_is_sent_twice_or_lost_in_bad_weeks(seed: int) -> None:
    weeks = bad_weeks_of_wishes(seed, days=25)

    assert weeks.sent > 200
    assert (weeks.duplicates, weeks.lost) == (0, 0)


def test_nobody_is_written_to_twice_in_seven_days_however_bad_they_are() -> None:
    weeks = bad_weeks(3, pairs=20, days=60)

    assert weeks.sent > 30
    assert (weeks.duplicates, weeks.lost, weeks.too_soon) == (0, 0, 0)


def test_two_thousand_pairs_are_reminded_within_the_limits_of_github() -> None:
    found = large_run(2000)

    assert found["reminders sent"] == 100
    assert found["calls"] <= 110
    assert found["most writes in a minute"] <= 80
    assert found["most writes in an hour"] <= 500


def test_what_is_sent_twice_is_counted() -> None:
    simulation = Simulation(silent_pairs(0))
    body = "Hello\n\n<!-- mentorgen:pair a/b -->\n<!-- mentorgen:key 0123456789ab -->\n"
    for _ in range(2):
        simulation.hub.add_issue(BOT, NewIssue("Hello", body))

    assert simulation.duplicates() == 1
    assert simulation.too_soon() == 1


@HISTORIES
@given(programs(), st.integers(0, 60))
def test_nobody_is_pinged_twice_in_seven_days_in_any_history(program: Program, first: int) -> None:
    people = {
        slug: one.model_copy(update={"github": f"example-{slug}"})
        for slug, one in program.participants.items()
    }
    simulation = Simulation(replace(program, participants=people))
    for number in range(first, first + 28, 4):
        day = STARTS + timedelta(days=number)
        simulation.begin_day(day)
        simulation.run(day)

    asked: dict[str, date] = {}
    for event in simulation.hub.history:
        if event.what in {"create_issue", "create_comment"} and hidden_in(event.text, "key"):
            greeting = event.text.partition("\n")[0]
            for name in re.findall("[A-Z][a-z]+", greeting.removeprefix("Hello ")):
                assert event.at.date() - asked.get(name, date.min) >= timedelta(days=7)
                asked[name] = event.at.date()
    assert simulation.duplicates() == 0
