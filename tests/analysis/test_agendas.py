"""Agendas: what stands on top, what a stage adds, who hosts, and what the first and last meeting are for."""

from datetime import date, timedelta
from typing import Unpack

import pytest

from mentorgen.analysis.agendas import Agenda, Occasion, Point, agenda_of
from mentorgen.model.facts import Fact, FactKind
from mentorgen.model.ids import Slug
from mentorgen.model.pairs import Pair, Plan
from mentorgen.model.words import Form, Outcome, Owner
from tests.builders import (
    COHORT,
    STARTS,
    Contents,
    a_fact,
    a_goal,
    a_meeting,
    a_mentor,
    a_pair,
    a_participant,
    a_program,
)

PAIR = f"{COHORT}/ana-ben"
SIX = ("ben", "cleo", "dana", "eli", "fay", "gus")
PLAN = Plan.model_validate(
    {
        "schema": 1,
        "id": "twelve",
        "name": "Twelve weeks",
        "rhythm_days": 14,
        "stages": (
            {"name": "Meet", "weeks": 4, "check_point": "One goal is written down."},
            {
                "name": "Make",
                "weeks": 6,
                "agenda": ({"item": "Read a draft", "minutes": 30, "owner": Owner.MENTEE},),
            },
            {"name": "Part", "weeks": 2},
        ),
    }
)


def day(number: int) -> date:
    return STARTS + timedelta(days=number)


def agenda(number: int, pair: Pair | None = None, **more: Unpack[Contents]) -> Agenda:
    pair = pair or a_pair()
    yes = [a_fact(FactKind.CONFIRMED, STARTS, by=slug) for slug in pair.everyone]
    people = [a_mentor(), *(a_participant(slug) for slug in SIX)]
    contents: Contents = {
        "pairs": [pair],
        "plans": [PLAN],
        "participants": people,
        "pair_facts": {PAIR: yes},
        **more,
    }
    found = agenda_of(a_program(**contents), pair, today=day(number))
    assert found is not None
    return found


def texts(found: Agenda) -> list[str]:
    return [point.text for point in found.points]


def test_the_first_meeting_is_for_getting_to_know_each_other_and_the_agreement() -> None:
    found = agenda(1, a_pair(plan="twelve"))

    assert (found.occasion, found.number) == (Occasion.FIRST, 1)
    assert texts(found)[0].startswith("Who are you")
    assert any("agreement" in text for text in texts(found))
    assert texts(found)[-1] == "When do you meet again?"


def test_a_usual_meeting_goes_from_goal_over_reality_and_options_to_will() -> None:
    found = agenda(15, meetings=[a_meeting(day(1))])

    assert found.occasion is Occasion.USUAL
    assert [text.partition(" ")[0] for text in texts(found)] == [
        *("What", "Where", "What", "Who", "When")
    ]
    assert found.minutes == 50


@pytest.mark.parametrize("mentees", [("ben",), SIX], ids=["two", "seven"])
def test_who_signed_something_else_is_asked_to_sign_again(mentees: tuple[str, ...]) -> None:
    form = Form.GROUP if len(mentees) > 1 else Form.ONE_TO_ONE
    pair = a_pair(form=form, mentees=mentees)
    said = [
        a_fact(kind, STARTS, by=slug)
        for slug in pair.everyone
        for kind in (FactKind.CONFIRMED, FactKind.AGREED)
    ]
    ending = a_fact(FactKind.ENDING, day(10))
    again = "Your agreement changed: read it together, and sign it as it stands now"

    def first(number: int, *facts: Fact, met: bool = True) -> str:
        meetings = [a_meeting(day(1))] if met else []
        return texts(agenda(number, pair, meetings=meetings, pair_facts={PAIR: facts}))[0]

    assert first(15, *said) == again
    assert first(15, *said[::2]) != again
    assert first(15, *said, ending) != again
    assert first(15, *said, met=False) != again


def test_the_points_of_a_stage_stand_in_the_middle() -> None:
    found = agenda(35, a_pair(plan="twelve"), meetings=[a_meeting(day(1))])

    assert found.stage is not None
    assert found.stage.stage.name == "Make"
    assert found.points[1] == Point("Read a draft", 30, Owner.MENTEE)
    assert texts(found)[0] == "What would make this a good meeting for you?"


@pytest.mark.parametrize(("number", "looks"), [(13, False), (14, True), (27, True), (28, False)])
def test_the_check_point_is_for_the_last_meeting_of_its_stage(number: int, *, looks: bool) -> None:
    found = agenda(number, a_pair(plan="twelve"), meetings=[a_meeting(day(1))])

    assert any("One goal is written down." in text for text in texts(found)) is looks


@pytest.mark.parametrize(
    ("number", "occasion"), [(69, Occasion.USUAL), (70, Occasion.LAST), (90, Occasion.LAST)]
)
def test_the_last_meeting_is_the_one_after_which_the_time_is_over(
    number: int, occasion: Occasion
) -> None:
    found = agenda(number, a_pair(plan="twelve"), meetings=[a_meeting(day(60))])

    assert found.occasion is occasion
    if occasion is Occasion.LAST:
        assert any("Thank each other" in text for text in texts(found))
        assert texts(found)[-1].startswith("What next")
        assert found.stage is not None
        assert found.stage.stage.name == "Part"


def test_a_pair_that_said_that_it_closes_meets_for_the_last_time() -> None:
    yes = [a_fact(FactKind.CONFIRMED, STARTS, by=slug) for slug in ("ana", "ben")]
    ending = a_fact(FactKind.ENDING, day(20))

    found = agenda(21, meetings=[a_meeting(day(1))], pair_facts={PAIR: [*yes, ending]})

    assert found.occasion is Occasion.LAST


def test_an_ended_pair_has_no_agenda() -> None:
    ended = a_fact(FactKind.ENDED, day(20), outcome=Outcome.COMPLETED)
    program = a_program(pairs=[a_pair()], pair_facts={PAIR: [ended]})

    assert agenda_of(program, a_pair(), today=day(21)) is None


def test_open_promises_stand_on_top_until_they_are_ticked() -> None:
    said = a_meeting(day(1), notes="- [ ] ben: read, by 2026-03-10\n- [ ] ana: write\n")
    ticked = a_meeting(day(15), notes="- [x] ana: write\n", next={"on": day(29), "at": 1080})

    found = agenda(16, meetings=[said, ticked])

    assert [(one.action.what, one.passed) for one in found.promises] == [("read", True)]
    assert texts(found)[0].startswith("What became of what you promised")
    assert found.on == day(29)
    assert agenda(16, meetings=[ticked]).promises == ()


def test_goals_that_are_reached_and_meetings_without_topics_are_no_matter() -> None:
    reached = a_goal("done", milestones=({"name": "It", "reached": day(3)},))
    meetings = [a_meeting(day(1), topics=("Looms",)), a_meeting(day(2))]

    found = agenda(5, goals=[reached, a_goal("open")], meetings=meetings)

    assert [one.goal.id for one in found.goals] == ["open"]
    assert found.last is not None
    assert found.last.topics == ("Looms",)


def test_a_flash_meeting_has_one_agenda_without_ceremony() -> None:
    found = agenda(0, a_pair(form=Form.FLASH))

    assert (found.occasion, found.host) == (Occasion.ONLY, None)
    assert texts(found)[0].startswith("The question")


def test_a_flash_meeting_with_a_plan_has_the_points_of_the_plan_alone() -> None:
    stage = {
        "name": "Ask it",
        "weeks": 1,
        "agenda": ({"item": "The question", "minutes": 5}, {"item": "Try it", "minutes": 25}),
        "check_point": "One line on how it went.",
    }
    plan = Plan.model_validate({"schema": 1, "id": "once", "name": "Once", "stages": (stage,)})

    found = agenda(6, a_pair(form=Form.FLASH, plan="once"), plans=[plan])

    assert (texts(found), found.minutes) == (["The question", "Try it"], 30)


def test_in_a_group_the_mentor_opens_and_closes_and_the_six_take_turns() -> None:
    group = a_pair(form=Form.GROUP, mentees=SIX, plan="twelve")
    hosts = [
        agenda(40, group, meetings=[a_meeting(day(one)) for one in range(met)]).host
        for met in range(8)
    ]

    assert hosts == [Slug(one) for one in ("ana", *SIX, "ben")]
    assert agenda(75, group, meetings=[a_meeting(day(1))]).host == "ana"


def test_peers_take_turns_from_the_first_meeting_on() -> None:
    peers = a_pair(form=Form.PEER, mentors=(), mentees=(), members=("ana", "ben", "cleo"))
    hosts = [
        agenda(40, peers, meetings=[a_meeting(day(one)) for one in range(met)]).host
        for met in range(4)
    ]

    assert hosts == ["ana", "ben", "cleo", "ana"]


def test_peers_prepare_everything_together() -> None:
    peers = a_pair(form=Form.PEER, mentors=(), mentees=(), members=("ana", "ben"), plan="twelve")

    found = agenda(35, peers, meetings=[a_meeting(day(1))])

    assert {point.owner for point in found.points} == {Owner.BOTH}


def test_two_people_need_no_host_and_an_informal_pair_no_plan() -> None:
    found = agenda(20, a_pair(informal=True), meetings=[a_meeting(day(1))], pair_facts={})

    assert (found.host, found.stage, found.occasion) == (None, None, Occasion.USUAL)
