"""Applicants read where they stand without anybody touching their form."""

import pytest

from mentorgen.adapters.github.forge import IssueEdit, State
from mentorgen.adapters.github.intake.doing import do
from mentorgen.adapters.github.intake.telling import REMEMBERED, tellings
from mentorgen.model.requests import RequestKind
from tests.adapters.github.hub import BOT, ORGANISER
from tests.adapters.github.intake.office import BEN, DANA, JOINING, Office
from tests.adapters.github.memory import MemoryForge

JOIN = RequestKind.JOIN_AS_MENTEE
PAIR, LOG = "program/pairs/2026-spring/ana-dana.yaml", "program/log/pairs/2026-spring/ana-dana.yaml"
TOGETHER = "schema: 1\nform: one-to-one\nmentors: [ana]\nmentees: [dana-ruiz]\nstarts: 2026-04-06\n"
CONFIRMED = "schema: 1\nfacts:\n" + "".join(
    f"  - {{on: 2026-04-01, kind: confirmed, by: {who}}}\n" for who in ("ana", "dana-ruiz")
)


def tell(office: Office) -> tuple[list[int], MemoryForge]:
    """Do what the daily run does, and give which forms were answered anew."""
    office.check_out()
    forge = MemoryForge(office.hub)
    found = [*tellings(forge, office.ground(), office.forms, now=office.hub.now)]
    for one in found:
        do(forge, one.seen, one.decision, office.root)
    return [one.seen.issue.number for one in found], forge


def headline(office: Office, number: int) -> str:
    return office.answer(number).split("**")[1].rstrip(".")


@pytest.fixture
def joined(office: Office) -> int:
    """Dana's form, which an organiser took over; nothing has answered since."""
    number = office.asks(DANA, JOIN, JOINING)
    office.hub.merge(office.pulls(number)[0].number)
    office.hub.edit_issue(ORGANISER, number, IssueEdit(state=State.CLOSED))
    return number


def test_each_stage_is_told_when_it_becomes_true(office: Office, joined: int) -> None:
    told = []
    for files in ({}, {PAIR: TOGETHER}, {LOG: CONFIRMED}):
        office.hub.commit_files(ORGANISER, "main", files)
        tell(office)
        told.append(headline(office, joined))

    assert told == ["Waiting for a match", "Suggested", "Matched"]
    assert office.issue(joined).state is State.CLOSED
    assert len(office.answers(joined)) == 1


@pytest.mark.usefixtures("joined")
def test_nobody_gets_a_message_by_it(office: Office) -> None:
    before = len(office.hub.history)

    tell(office)

    assert {event.what for event in office.hub.history[before:]} == {"edit_comment"}


def test_a_day_on_which_nobody_came_further_costs_two_calls(office: Office, joined: int) -> None:
    tell(office)
    office.asks(BEN, RequestKind.MEETING, {"day": "2026-03-30"})
    office.asks(BEN, RequestKind.EDIT, {"name": "Ben"})
    office.hub.add_comment(ORGANISER, joined, office.answers(joined)[0].body.replace("W", "V"))
    office.tomorrow()

    numbers, forge = tell(office)

    assert (numbers, dict(forge.calls)) == ([], {"me": 1, "talk": 1})


def test_who_is_not_in_the_program_yet_is_left_alone(office: Office) -> None:
    office.asks(DANA, JOIN, JOINING)

    assert tell(office)[0] == []


@pytest.mark.usefixtures("joined")
def test_a_form_that_an_organiser_has_yet_to_look_at_stays_as_it_is(office: Office) -> None:
    tell(office)
    place = "program/participants/dana-ruiz.yaml"
    office.hub.commit_files(BOT, "main", {place: office.main()[place] + "colour: red\n"})
    changes = {"wants-other": "Gardening"}
    number = office.asks(DANA, RequestKind.EDIT, changes)
    before = office.answer(number)
    assert before.startswith("**Received.**")

    assert tell(office)[0] == []
    assert office.answer(number) == before


def test_an_issue_that_is_no_form_any_more_is_left_alone(office: Office, joined: int) -> None:
    office.hub.edit_issue(DANA, joined, IssueEdit(title="Hello", body="Never mind"))

    assert tell(office)[0] == []


@pytest.mark.usefixtures("joined")
def test_old_answers_are_left_as_they_are(office: Office) -> None:
    office.hub.now += REMEMBERED * 2

    assert tell(office)[0] == []


def test_many_are_told_on_more_than_one_day(office: Office, joined: int) -> None:
    office.check_out()
    forge = MemoryForge(office.hub)

    found = tellings(forge, office.ground(), office.forms, now=office.hub.now, most=0)

    assert [*found] == []
    assert tell(office)[0] == [joined]
