"""Asking for a mentor by name, and for a short talk."""

from pathlib import Path

import pytest

from mentorgen.adapters.github.forge import State
from mentorgen.model.requests import RequestKind
from tests.adapters.github.intake.office import BEN, CLEO, Office, at_github
from tests.programs.trees import three_people

ASK, BOOK = RequestKind.ASK, RequestKind.BOOK
APPLICATION = "program/applications/2026-spring/{}.yaml"
SLOT = "program/slots/ana/2026-04-05.yaml"
SLOTS = """\
schema: 1
times:
  - {at: "09:30", booked_by: ben}
  - at: 17:00 # after work
    minutes: 20
"""


@pytest.fixture
def office(tmp_path: Path) -> Office:
    files = at_github(three_people())
    files["program/participants/ana.yaml"] = files["program/participants/ana.yaml"].replace(
        "last-active]", "last-active, ask-by-name]"
    )
    files[SLOT] = SLOTS
    return Office.of(tmp_path / "repository", files)


def test_somebody_asks_for_a_mentor_who_allows_it(office: Office) -> None:
    number = office.asks(CLEO, ASK, {"asks_for": "ana", "aim": "Tests"})

    assert office.main()[APPLICATION.format("cleo")] == (
        "schema: 1\napplied: 2026-03-20\naim: Tests\nasks_for:\n  - ana\n"
    )
    assert office.issue(number).state is State.CLOSED


def test_who_did_not_apply_applies_by_it(office: Office) -> None:
    office.asks(BEN, ASK, {"asks_for": "ana\nana"})

    assert office.main()[APPLICATION.format("ben")] == (
        "schema: 1\napplied: 2026-04-01\nasks_for:\n  - ana\n"
    )


def test_only_who_allows_it_is_asked_for_and_nobody_else_is_told_of(office: Office) -> None:
    for name in ("ben", "bne", "nobody"):
        number = office.asks(CLEO, ASK, {"asks_for": name})
        assert office.answer(number).splitlines()[2] == (
            f"* **For whom do you ask?**: nobody by the name of '{name}' can be asked for."
        )
        office.hub.delete_issue(number)


def test_a_name_that_is_nearly_right_is_found(office: Office) -> None:
    number = office.asks(CLEO, ASK, {"asks_for": "anna"})

    assert "Did you mean 'ana'?" in office.answer(number)


def test_without_a_round_there_is_nothing_to_ask_in(tmp_path: Path) -> None:
    files = at_github(three_people())
    files["program/cohorts/2026-spring.yaml"] += "closes: 2026-03-31\n"
    office = Office.of(tmp_path / "one", files)

    number = office.asks(CLEO, ASK, {"asks_for": "ana"})

    assert "No round takes applications now" in office.answer(number)


def test_a_free_time_is_booked_at_once_and_nothing_else_changes(office: Office) -> None:
    number = office.asks(CLEO, BOOK, {"mentor": "ana", "day": "2026-04-05", "at": "17:00 UTC"})

    assert office.main()[SLOT] == SLOTS.replace(
        "    minutes: 20\n", "    minutes: 20\n    booked_by: cleo\n"
    )
    assert office.issue(number).state is State.CLOSED


def test_another_time_that_suits_better_sets_the_first_one_free(tmp_path: Path) -> None:
    files = at_github(three_people())
    files[SLOT] = SLOTS.replace(", booked_by: ben", "")
    later = SLOT.replace("04-05", "04-06")
    files[later] = files[SLOT]
    office = Office.of(tmp_path / "one", files)
    number = office.asks(CLEO, BOOK, {"mentor": "ana", "day": "2026-04-05", "at": "17:00"})
    booked = office.main()[SLOT]
    office.run(number)
    assert office.main()[SLOT] == booked

    office.edits(number, {"mentor": "ana", "day": "2026-04-05", "at": "09:30"}, BOOK)
    assert office.main()[SLOT] == files[SLOT].replace('"09:30"}', '"09:30", booked_by: cleo}')

    office.edits(number, {"mentor": "ana", "day": "2026-04-06", "at": "17:00"}, BOOK)
    assert office.main()[SLOT] == files[SLOT]
    assert office.main()[later].endswith("    booked_by: cleo\n")
    assert office.answer(number).startswith("**Done.** The time is yours.")


@pytest.mark.parametrize(
    ("mentor", "day", "at", "said"),
    [
        ("ana", "2026-04-05", "9:30", "'9:30' is no free time on that day. Free, in UTC: 17:00."),
        ("ana", "2026-04-05", "noon", "Free, in UTC: 17:00."),
        ("ana", "2026-04-06", "17:00", "'ana' offers no time on that day."),
        ("anna", "2026-04-05", "17:00", "Did you mean 'ana'?"),
        ("cleo", "2026-04-05", "17:00", "'cleo' offers no time on that day."),
        ("ana", "tomorrow", "17:00", "'tomorrow' is no day such as 2026-11-20."),
    ],
)
def test_what_cannot_be_booked_is_told(
    office: Office, mentor: str, day: str, at: str, said: str
) -> None:
    number = office.asks(CLEO, BOOK, {"mentor": mentor, "day": day, "at": at})

    assert said in office.answer(number)
    assert office.main()[SLOT] == SLOTS


def test_a_day_that_is_over_cannot_be_booked(tmp_path: Path) -> None:
    files = at_github(three_people())
    files["program/slots/ana/2026-03-05.yaml"] = SLOTS.replace(", booked_by: ben", "")
    office = Office.of(tmp_path / "one", files)

    number = office.asks(CLEO, BOOK, {"mentor": "ana", "day": "2026-03-05", "at": "17:00"})

    assert "that day, 2026-03-05, is over." in office.answer(number)


def test_the_last_time_goes_to_who_came_first(office: Office) -> None:
    answers = {"mentor": "ana", "day": "2026-04-05", "at": "17:00"}
    first, second = office.sends(CLEO, BOOK, answers), office.sends(BEN, BOOK, answers)

    office.run(first, "opened")
    office.run(second, "opened")

    assert "booked_by: cleo" in office.main()[SLOT]
    assert "Free, in UTC: 09:30." in office.answer(second), "his own time is his to name"


def test_a_mentor_can_be_asked_for_twice_without_losing_anybody(office: Office) -> None:
    office.asks(CLEO, ASK, {"asks_for": "ana"})
    number = office.asks(CLEO, ASK, {"asks_for": "ana"})

    assert office.answer(number).startswith("**Nothing to do.**")
