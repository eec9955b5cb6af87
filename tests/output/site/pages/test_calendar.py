"""The page of all dates: everything that is on, in order, with what became of it."""

from collections.abc import Mapping
from datetime import date
from typing import Any

import pytest

from mentorgen.model.cohorts import Event
from mentorgen.model.pairs import Plan
from mentorgen.model.words import EventKind
from mentorgen.output.site.pages.calendar import MOST_PAST, calendar_view
from mentorgen.output.site.pages.calendars import program_calendar_link
from mentorgen.output.site.pages.frame import Frame, frame_of
from mentorgen.output.site.render import render_page
from mentorgen.output.site.views import DateKind, DateView
from tests.builders import COHORT, TODAY, a_cohort, a_program, some_settings
from tests.output.site.pages.conftest import a_frame

SITE = "https://mentors.example.org/looms/"
STAGES = ({"name": "Begin", "weeks": 5}, {"name": "Make", "weeks": 4, "aim": "A thing is made."})
PLAN = Plan.model_validate({"schema": 1, "id": "plan", "name": "Plan", "stages": STAGES})


def an_event(on: date, name: str = "Circle", **over: object) -> Event:
    fields = {"cohort": COHORT, "id": name.lower(), "name": name, "kind": EventKind.CIRCLE}
    return Event.model_validate({"schema": 1, "on": on, **fields, **over})


def ahead(frame: Frame) -> list[DateView]:
    return [one for month in calendar_view(frame).months for one in month.dates]


def html_of(frame: Frame) -> str:
    return render_page(calendar_view(frame), path="calendar/").html


def test_everything_that_comes_stands_by_month_in_its_order() -> None:
    frame = a_frame(
        cohorts=(a_cohort(plan="plan", closes=date(2026, 4, 10)),),
        plans=(PLAN,),
        events=(an_event(date(2026, 5, 2)), an_event(date(2026, 4, 10), "Talk", at=18 * 60)),
    )
    view = calendar_view(frame)

    assert [(month.first, len(month.dates)) for month in view.months] == [
        (date(2026, 4, 1), 3),
        (date(2026, 5, 1), 1),
        (date(2026, 8, 1), 1),
    ]
    assert [(one.on.day, one.kind, one.title) for one in ahead(frame)] == [
        (6, DateKind.STAGE, "A new stage: Make"),
        (10, DateKind.DEADLINE, "Sign-up closes"),
        (10, DateKind.EVENT, "Talk"),
        (2, DateKind.EVENT, "Circle"),
        (30, DateKind.DEADLINE, "The round ends"),
    ]
    assert [one.title for one in view.past] == ["The round begins", "A new stage: Begin"]


def test_an_empty_program_says_what_will_stand_here() -> None:
    frame = a_frame(cohorts=())

    assert calendar_view(frame).months == ()
    assert (calendar_view(frame).subscribe, calendar_view(frame).address) == (None, "")
    assert "Nothing is planned yet." in html_of(frame)
    assert "In your own calendar" not in html_of(frame)


def test_the_next_date_that_takes_place_is_marked() -> None:
    frame = a_frame(
        cohorts=(a_cohort(ends=None),),
        events=(
            an_event(TODAY, "Off", cancelled=TODAY),
            an_event(TODAY, "On"),
            an_event(TODAY, "Other"),
        ),
    )

    assert {one.title: one.is_next for one in ahead(frame)} == {
        "Off": False,
        "On": True,
        "Other": False,
    }


@pytest.mark.parametrize(
    ("told", "note", "is_off"),
    [
        ({}, "", False),
        (
            {"changed": (date(2026, 3, 20), date(2026, 3, 28))},
            "This was changed on 28 March.",
            False,
        ),
        ({"changed": (date(2026, 4, 20),)}, "", False),
        (
            {"changed": (date(2026, 3, 20),), "cancelled": date(2026, 3, 30)},
            "This was called off on 30 March.",
            True,
        ),
    ],
    ids=["as it was", "changed", "changed later", "called off"],
)
def test_what_became_of_an_event_is_said(
    told: Mapping[str, Any], note: str, *, is_off: bool
) -> None:
    (one, *_) = ahead(a_frame(events=(an_event(date(2026, 4, 20), at=600, **told),)))

    assert (one.note, one.is_off) == (note, is_off)
    html = html_of(a_frame(events=(an_event(date(2026, 4, 20), at=600, **told),)))
    assert ("data-moment" in html) is not is_off
    assert ("is-off" in html) is is_off


@pytest.mark.parametrize(
    ("zone", "at", "starts", "times"),
    [
        ("UTC", 18 * 60, "2026-04-20T18:00Z", "18:00 UTC"),
        ("Europe/Lisbon", 18 * 60, "2026-04-20T18:00Z", "18:00 UTC. 19:00 in Lisbon, UTC+1"),
        ("Europe/Lisbon", None, "", ""),
    ],
)
def test_an_hour_is_told_in_utc_and_where_the_program_lives(
    zone: str, at: int | None, starts: str, times: str
) -> None:
    frame = a_frame(
        settings=some_settings(timezone=zone), events=(an_event(date(2026, 4, 20), at=at),)
    )
    (one, *_) = ahead(frame)

    assert (one.starts, one.times) == (starts, times)


def test_a_month_is_drawn_in_whole_weeks_with_what_weighs_most() -> None:
    frame = a_frame(
        cohorts=(a_cohort(closes=date(2026, 4, 10)),),
        events=(
            an_event(date(2026, 4, 10), "Talk"),
            an_event(date(2026, 4, 20), "Off", cancelled=TODAY),
        ),
    )
    month = calendar_view(frame).months[0]

    assert len(month.days) == 35
    assert [day.number for day in month.days[:4]] == [0, 0, 1, 2]
    assert [day.number for day in month.days[-4:]] == [30, 0, 0, 0]
    assert {day.number: day.kind for day in month.days if day.kind} == {10: DateKind.EVENT}
    assert [day.number for day in month.days if day.is_today] == [TODAY.day]
    assert calendar_view(frame).weekdays[0].weekday() == 0


@pytest.mark.parametrize("starts", [date(2026, 2, 1), date(2027, 2, 1), date(2026, 12, 1)])
def test_every_month_is_whole(starts: date) -> None:
    frame = a_frame(today=starts, cohorts=(a_cohort(starts=starts, ends=None),))
    month = calendar_view(frame).months[0]

    assert len(month.days) % 7 == 0
    assert {day.number for day in month.days} - {0} == set(
        range(1, 29 if starts.month == 2 else 32)
    )


def test_of_what_is_over_the_newest_stand_first_and_stages_of_a_round_that_ended_do_not() -> None:
    over = a_cohort(plan="plan", starts=date(2025, 1, 6), ends=date(2025, 6, 1))
    events = [an_event(date(2025, 2, 1), f"E-{number:02}") for number in range(MOST_PAST + 5)]
    view = calendar_view(a_frame(cohorts=(over,), plans=(PLAN,), events=events))

    assert len(view.past) == MOST_PAST
    assert view.past[0].title == "The round ends"
    assert DateKind.STAGE not in {one.kind for one in view.past}


def test_a_round_without_days_has_no_stages_on_days() -> None:
    frame = a_frame(
        cohorts=(a_cohort(plan="plan", rolling=True, starts=None, ends=None),), plans=(PLAN,)
    )

    assert ahead(frame) == []


def test_one_subscribes_where_the_address_is_known_and_takes_the_file_elsewhere() -> None:
    program = a_program(events=(an_event(date(2026, 4, 20)),))
    known = frame_of(program, today=TODAY, site_url=SITE)
    unknown = frame_of(program, today=TODAY)

    link = program_calendar_link(known)
    assert link is not None
    assert link.target == "webcal://mentors.example.org/looms/calendar.ics"
    assert f"<code>{SITE}calendar.ics</code>" in html_of(known)
    assert 'href="../calendar.ics"' in html_of(unknown)
    assert "<code>" not in html_of(unknown)
