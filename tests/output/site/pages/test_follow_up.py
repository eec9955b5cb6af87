"""When a pair is asked and how it is judged, with the program's own days."""

from datetime import date, timedelta

import pytest

from mentorgen.model.policies import FollowUpPolicy
from mentorgen.model.surveys import Survey
from mentorgen.model.words import Audience, SurveyMoment
from mentorgen.output.site.pages.follow_up import (
    MOST_HOLIDAYS,
    health_rules,
    ladder_view,
    limits,
    surveys,
)
from tests.builders import TODAY, a_program, some_settings

OWN = FollowUpPolicy.model_validate(
    {
        "first_meeting_within": 5,
        "overdue_after_rhythm": 11,
        "propose_pause_after": 33,
        "propose_ending_after": 66,
        "ending_notice": 1,
        "too_early_under": 1,
        "stuck_in_stage": 1,
    }
)


def limits_of(**over: object) -> dict[str, str]:
    return {one.label: one.text for one in limits(some_settings(**over), TODAY)}


def a_survey(**due: object) -> Survey:
    return Survey.model_validate(
        {
            "schema": 1,
            "id": "pulse",
            "title": "Three questions",
            "audience": (Audience.MENTOR,),
            "due": due,
            "questions": ({"id": "well", "text": "Is it going well?"},),
        }
    )


def test_each_step_stands_at_its_own_number_of_days() -> None:
    assert [(one.days, one.title) for one in ladder_view(OWN)] == [
        (5, "A first note"),
        (11, "How is it going?"),
        (33, "A pause is proposed"),
        (66, "An ending is announced"),
    ]
    assert ladder_view(OWN)[3].text.startswith("It is proposed to an organiser 1 day later")
    assert ladder_view(FollowUpPolicy())[3].text.startswith(
        "It is proposed to an organiser 7 days later"
    )


def test_how_well_a_pair_does_is_judged_by_the_programs_days() -> None:
    own, usual = (
        {one.label: one.text for one in health_rules(policy)} for policy in (OWN, FollowUpPolicy())
    )

    assert own["Too early to say"] == "In the first 1 day after the start."
    assert "a step is still open 1 day past" in own["Needs a check-in"]
    assert usual["Too early to say"] == "In the first 14 days after the start."
    assert "a step is still open 21 days past" in usual["Needs a check-in"]


def test_nobody_is_written_to_more_often_than_the_limits_say() -> None:
    told = limits_of()

    assert told["At most"].startswith("One note in 7 days to a person")
    assert told["In one run"] == "10 notes, or 5 % of all pairs where that is more."
    assert {*told} == {"At most", "In one run", "Never"}


def test_holidays_to_come_are_named_in_their_order_and_no_past_ones() -> None:
    days = (date(2026, 12, 25), TODAY - timedelta(days=1), TODAY)
    many = tuple(TODAY + timedelta(days=day) for day in range(MOST_HOLIDAYS + 5))

    assert limits_of(holidays=days)["Holidays"] == "1 April and 25 December"
    assert limits_of(holidays=many)["Holidays"].count("April") == MOST_HOLIDAYS
    assert "Holidays" not in limits_of(holidays=(TODAY - timedelta(days=1),))


@pytest.mark.parametrize(
    ("zone", "words"),
    [
        ({}, "Nothing goes out from 21:00 to 07:00, Europe/Lisbon time."),
        (
            {"timezone": "America/Mexico_City"},
            "Nothing goes out from 21:00 to 07:00, America/Mexico City time.",
        ),
    ],
)
def test_quiet_hours_are_told_with_their_clock(zone: dict[str, str], words: str) -> None:
    quiet = {"starts": 21 * 60, "ends": 7 * 60, **zone}

    told = limits_of(timezone="Europe/Lisbon", follow_up={"quiet_hours": quiet})

    assert told["Quiet hours"] == words


@pytest.mark.parametrize(
    ("due", "words"),
    [
        ({"after": SurveyMoment.START}, "30 days after the start, then every 60 days."),
        (
            {"after": SurveyMoment.START, "days": 20, "every": 40},
            "20 days after the start, then every 40 days.",
        ),
        ({"after": SurveyMoment.FIRST_MEETING, "days": 1}, "1 day after the first meeting."),
        ({"after": SurveyMoment.FIRST_MEETING, "days": 2}, "2 days after the first meeting."),
        ({"after": SurveyMoment.MIDDLE}, "At the middle."),
        ({"after": SurveyMoment.END}, "At the end."),
    ],
)
def test_a_survey_says_when_it_is_due(due: dict[str, object], words: str) -> None:
    (told,) = surveys(a_program(surveys=(a_survey(**due),)))

    assert (told.label, told.text) == ("Three questions", words)
