"""Everybody at an organiser's desk: what happened with each, and what is next."""

from datetime import date

import pytest

from mentorgen.model.facts import FactKind
from mentorgen.model.ids import Slug
from mentorgen.model.meetings import NextMeeting
from mentorgen.model.pairs import Goal
from mentorgen.model.surveys import Survey
from mentorgen.model.words import Outcome
from mentorgen.output.organiser.desk import Desk
from mentorgen.output.organiser.pages.contacts import contact_pages, contacts_page
from mentorgen.output.organiser.pages.touches import WORDS, touches_of
from mentorgen.output.organiser.views import ContactPage
from mentorgen.output.site.views import LinkView
from tests.analysis.test_outcomes import a_module
from tests.builders import a_fact, a_goal, a_meeting
from tests.output.organiser.desks import PAIR, a_desk, ana_and_ben

MARCH = date(2026, 3, 30)


def page_of(desk: Desk, slug: str = "ana") -> ContactPage:
    return contact_pages(desk)[Slug(slug)]


def told(desk: Desk, slug: str = "ana") -> list[str]:
    return [f"{one.on:%d %m} {one.text}" for one in touches_of(desk, Slug(slug))]


def test_somebody_is_told_with_how_to_reach_them() -> None:
    page = page_of(a_desk(**ana_and_ben()))

    assert dict(page.facts) == {
        "Role": "Mentor",
        "Now": "has no place left",
        "Places": "0 of 1 open",
        "Reached by": "ana@example.org",
        "On GitHub": "example-ana",
        "Time zone": "UTC",
    }
    assert page.actions == (
        LinkView(text="Write to Ana", target="mailto:ana@example.org?subject=Two%20Looms"),
        LinkView(text="Their public page", target="people/ana/"),
    )
    assert [one.names for one in page.pairs] == ["Ana and Ben"]
    assert page_of(a_desk(**ana_and_ben()), "ben").actions == ()


def test_what_happened_stands_with_the_newest_first() -> None:
    contents = ana_and_ben(joined=date(2025, 12, 1))

    assert told(a_desk(**contents)) == [
        "30 03 met, with Ben",
        "02 03 said yes, with Ben",
        "02 03 began, with Ben",
        "01 02 asked to join 2026 Spring",
        "01 12 joined the program",
    ]


def test_a_suggestion_has_not_begun() -> None:
    asked = a_desk(**(ana_and_ben() | {"pair_facts": {}, "meetings": ()}))

    assert not [line for line in told(asked) if "began" in line]


def test_what_others_did_or_what_comes_later_is_not_told_of_somebody() -> None:
    contents = ana_and_ben(joined=date(2026, 5, 1))
    only_ben = a_meeting(MARCH, present=("ben",))
    facts = {"ana": [a_fact(FactKind.VETOED, MARCH, who="cleo")]}

    found = told(a_desk(**(contents | {"meetings": (only_ben,), "person_facts": facts})))

    assert not [
        line for line in found if "met" in line or "joined" in line or "cleo" in line.lower()
    ]


def test_training_and_surveys_are_told_by_their_titles_and_answers_are_not() -> None:
    survey = Survey.model_validate(
        {
            "schema": 1,
            "id": "pulse",
            "title": "Three short questions",
            "audience": ("mentor",),
            "due": {"after": "start"},
            "questions": ({"id": "again", "text": "Again?", "kind": "text"},),
        },
        strict=False,
    )
    answered = a_fact(
        FactKind.ANSWERED,
        MARCH,
        survey="pulse",
        pair=PAIR,
        answers=({"question": "again", "text": "never"},),
    )
    facts = {
        "ana": [
            a_fact(FactKind.COMPLETED, MARCH, module="mentors/listening"),
            answered,
            a_fact(FactKind.WISHES_TO_MENTOR, MARCH),
            a_fact(FactKind.APPLIED, MARCH, cohort="2026-spring"),
        ]
    }
    desk = a_desk(
        **(
            ana_and_ben()
            | {
                "person_facts": facts,
                "modules": (a_module("mentors/listening", "mentor"),),
                "surveys": (survey,),
            }
        )
    )

    assert [line for line in told(desk) if line.startswith("30 03")] == [
        "30 03 would like to mentor",
        "30 03 met, with Ben",
        "30 03 finished “mentors/listening”",
        "30 03 answered “Three short questions”",
    ]
    assert "never" not in " ".join(told(desk))


def a_goal_with_steps() -> Goal:
    return a_goal(
        milestones=(
            {"name": "Read", "reached": date(2026, 3, 20)},
            {"name": "Write", "due": date(2026, 4, 20)},
            {"name": "Late", "due": date(2026, 3, 25)},
            {"name": "Open"},
        )
    )


def test_steps_and_the_next_meeting_lie_ahead() -> None:
    met = a_meeting(MARCH, next=NextMeeting(on=date(2026, 4, 13)))
    desk = a_desk(**(ana_and_ben() | {"meetings": (met,), "goals": (a_goal_with_steps(),)}))

    found = touches_of(desk, Slug("ana"))

    assert [(f"{one.on:%d %m}", one.text) for one in found if one.is_ahead] == [
        ("20 04", "“Write” is planned"),
        ("13 04", "means to meet, with Ben"),
    ]
    assert "20 03 reached “Read”" in told(desk)
    assert page_of(desk).next_steps == ("Meets Ben on 13 April.",)


def test_what_somebody_said_they_would_do_is_next() -> None:
    met = a_meeting(MARCH, notes="- [ ] ana: read the draft\n- [ ] ben: sleep\n")

    assert page_of(a_desk(**(ana_and_ben() | {"meetings": (met,)}))).next_steps == (
        "Said they would: read the draft",
    )


def test_an_ended_pair_has_no_next_step() -> None:
    met = a_meeting(MARCH, next=NextMeeting(on=date(2026, 4, 13)), notes="- [ ] ana: read\n")
    ended = a_fact(FactKind.ENDED, date(2026, 3, 31), outcome=Outcome.COMPLETED)
    goals = (a_goal_with_steps(),)
    desk = a_desk(**(ana_and_ben(ended) | {"meetings": (met,), "goals": goals}))

    assert page_of(desk).next_steps == ()
    assert not any(one.is_ahead for one in touches_of(desk, Slug("ana")))


def test_what_needs_an_organiser_comes_first_and_waiting_is_a_step() -> None:
    concern = a_fact(FactKind.CONCERN, date(2026, 3, 31), by=None)
    desk = a_desk(**ana_and_ben(concern))

    assert page_of(desk).next_steps == ("Somebody told you that something is wrong.",)
    assert page_of(desk, "cleo").next_steps == ("Waits to be matched.",)


def test_everybody_is_listed_by_name() -> None:
    desk = a_desk(**ana_and_ben())
    page = contacts_page(desk, contact_pages(desk))

    assert [(one.name, one.role, one.last, one.next_step) for one in page.people] == [
        ("Ana", "Mentor", MARCH, ""),
        ("Ben", "Mentee", MARCH, ""),
        ("Cleo", "Mentee", date(2026, 3, 20), "Waits to be matched."),
    ]


@pytest.mark.parametrize(
    "kind", [FactKind.VETOED, FactKind.REASON, FactKind.RATED, FactKind.REFLECTED]
)
def test_what_is_said_in_confidence_has_no_words(kind: FactKind) -> None:
    assert kind not in WORDS
