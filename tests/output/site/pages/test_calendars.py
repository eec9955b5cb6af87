"""The calendars of the site: the program's, and those that everybody in them chose to show."""

from collections.abc import Collection
from datetime import date

from mentorgen.model.cohorts import Event, Slot
from mentorgen.model.ids import PairId, Slug
from mentorgen.model.privacy import Level, Shared
from mentorgen.output.site.builder import SiteOptions, build_site
from mentorgen.output.site.pages.calendars import site_calendars
from mentorgen.output.site.pages.frame import Frame
from mentorgen.output.site.pages.home import home_view
from mentorgen.output.site.pages.pair import pair_view
from mentorgen.output.site.pages.person import person_view
from mentorgen.output.site.words import ENGLISH, words_in
from tests.builders import (
    COHORT,
    TODAY,
    Contents,
    a_consent,
    a_goal,
    a_meeting,
    a_mentor,
    a_pair,
    a_participant,
)
from tests.calendar_reader import read_calendar
from tests.output.site.pages.conftest import a_frame, yes

PAIR = f"{COHORT}/ana-ben"
OTHER = f"{COHORT}/ana-cleo"
OFFER = "Dates for your calendar"
EVENT = Event.model_validate(
    {
        "schema": 1,
        "cohort": COHORT,
        "id": "circle",
        "name": "Circle",
        "kind": "circle",
        "on": TODAY,
    },
    strict=False,
)
SLOT = Slot.model_validate(
    {
        "schema": 1,
        "slug": "ana",
        "on": date(2026, 4, 20),
        "times": (
            {"at": 540, "booked_by": "ben"},
            {"at": 600, "booked_by": "cleo"},
            {"at": 660},
        ),
    }
)


def a_site(*ticked: str, on_site: bool = True, events: Collection[Event] = (EVENT,)) -> Frame:
    """Ana mentors Ben and Cleo, in two pairs; the people who are named ticked their calendar."""
    people = (a_mentor("ana"), a_participant("ben"), a_participant("cleo"))
    contents: Contents = {
        "participants": [
            one.model_copy(update={"consent": a_consent(shows=(Shared.CALENDAR,))})
            if one.slug in ticked
            else one
            for one in people
        ],
        "events": events,
        "pairs": (a_pair(on_site=on_site), a_pair("ana-cleo", mentees=("cleo",))),
        "pair_facts": yes(PAIR, "ana", "ben") | yes(OTHER, "ana", "cleo"),
        "meetings": (
            a_meeting(date(2026, 3, 18), next={"on": date(2026, 4, 8)}),
            a_meeting(date(2026, 3, 19), next={"on": date(2026, 4, 9)}, visibility=Level.PAIR),
        ),
        "goals": (a_goal("secret", due=date(2026, 5, 1), visibility=Level.PAIR),),
        "slots": (SLOT,),
    }
    return a_frame(**contents)


def summaries(frame: Frame) -> dict[str, list[str]]:
    return {
        one.place: [entry.summary for entry in read_calendar(one.text)]
        for one in site_calendars(frame)
    }


def test_the_program_shows_its_events_and_nobodys_dates() -> None:
    frame = a_site()

    assert summaries(frame) == {"calendar.ics": ["Circle"]}
    link = home_view(frame).calendar
    assert link is not None
    assert (link.text, link.target) == (OFFER, "calendar.ics")


def test_a_program_without_events_offers_no_calendar() -> None:
    frame = a_site(events=())

    assert summaries(frame) == {}
    assert home_view(frame).calendar is None


def test_a_pair_shows_its_dates_only_if_everybody_in_it_does() -> None:
    place = f"pairs/{PAIR}/calendar.ics"

    assert place not in summaries(a_site("ana"))
    frame = a_site("ana", "ben")
    assert summaries(frame)[place] == [
        "Meeting (Ana and Ben)",
        "Last planned day (Ana and Ben)",
    ]
    assert [*summaries(frame)] == [
        "calendar.ics",
        place,
        "people/ana/calendar.ics",
        "people/ben/calendar.ics",
    ]
    assert (OFFER, place) in {
        (one.text, one.target) for one in pair_view(frame, PairId(PAIR)).actions
    }
    assert OFFER not in {one.text for one in pair_view(a_site("ana"), PairId(PAIR)).actions}


def test_a_person_shows_nothing_that_somebody_else_in_it_does_not() -> None:
    place = "people/ana/calendar.ics"
    alone, together = summaries(a_site("ana"))[place], summaries(a_site("ana", "ben"))[place]

    assert alone == ["Circle", "Flash mentoring: Ana (free)"]
    assert together == [
        "Circle",
        "Meeting (Ana and Ben)",
        "Flash mentoring: Ana with Ben",
        "Flash mentoring: Ana (free)",
        "Last planned day (Ana and Ben)",
    ]
    assert summaries(a_site("ben"))["people/ben/calendar.ics"] == ["Circle"]
    person = person_view(a_site("ana"), Slug("ana"))
    assert (OFFER, place) in {(one.text, one.target) for one in person.actions}
    assert OFFER not in {one.text for one in person_view(a_site(), Slug("ana")).actions}


def test_a_pair_without_a_page_is_in_no_calendar_either() -> None:
    found = summaries(a_site("ana", "ben", on_site=False))

    assert f"pairs/{PAIR}/calendar.ics" not in found
    assert "Ben" not in " ".join(found["people/ana/calendar.ics"]).replace("with Ben", "")


def test_the_site_holds_the_calendars_of_its_frame() -> None:
    frame = a_site("ana", "ben")

    site = build_site(frame.program, SiteOptions(today=TODAY))

    assert {*site_calendars(frame)} <= {*site.files}


def test_dates_are_said_in_the_programs_language_and_known_by_the_same_names() -> None:
    frame = a_site("ana", "ben")
    english, spanish = (
        {one.place: read_calendar(one.text) for one in site_calendars(frame, words)}
        for words in (ENGLISH, words_in("es"))
    )

    assert [entry.summary for entry in spanish["people/ana/calendar.ics"]] == [
        "Circle",
        "Encuentro (Ana y Ben)",
        "Charla suelta: Ana con Ben",
        "Charla suelta: Ana (libre)",
        "Último día previsto (Ana y Ben)",
    ]
    assert {
        place: [entry.values["UID"] for entry in found] for place, found in spanish.items()
    } == {place: [entry.values["UID"] for entry in found] for place, found in english.items()}
