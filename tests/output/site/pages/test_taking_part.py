"""How to take part: one way in, whatever the program has, and what becomes of it."""

from datetime import date
from typing import Unpack

import pytest

from mentorgen.model.privacy import Shared
from mentorgen.model.requests import RequestKind
from mentorgen.model.words import Confirmation, Form
from mentorgen.output.site.pages.frame import Frame, frame_of
from mentorgen.output.site.pages.taking_part import take_part_view
from mentorgen.output.site.views import TakePartView
from tests.builders import (
    TODAY,
    Contents,
    a_cohort,
    a_mentor,
    a_participant,
    a_program,
    an_application,
    some_settings,
)
from tests.output.site.pages.conftest import HOW, a_frame

REPOSITORY = "https://github.com/example-looms/mentors"
EVERY_FORM = dict.fromkeys(RequestKind, "[Asks] ")
OWN_FORM = "https://join.example.org/"


def page(**contents: Unpack[Contents]) -> TakePartView:
    return take_part_view(a_frame(**contents))


def with_forms(**contents: Unpack[Contents]) -> Frame:
    """A program whose repository has every form."""
    given: Contents = {"settings": some_settings(repository=REPOSITORY)}
    program = a_program(**(given | contents))
    return frame_of(program, today=TODAY, forms=EVERY_FORM)


def test_a_round_says_until_when_one_can_apply_to_it() -> None:
    view = page(
        cohorts=(
            a_cohort("a", name="A", closes=date(2026, 5, 3), forms=(Form.PEER, Form.GROUP)),
            a_cohort("b", name="B"),
            a_cohort("c", name="C", rolling=True, starts=None, ends=None),
            a_cohort("d", name="D", opens=date(2027, 1, 4), starts=None, ends=None),
            a_cohort("e", name="E", closes=date(2026, 3, 31)),
        )
    )

    assert [(one.name, one.days, one.path) for one in view.open_now] == [
        ("A", "until 3 May", "rounds/a/"),
        ("B", "no closing day is set", "rounds/b/"),
        ("C", "all year", "rounds/c/"),
    ]
    assert [(one.name, one.days) for one in view.coming] == [("D", "opens on 4 January 2027")]
    assert view.open_now[0].forms == "Peers and group"


def test_forms_of_the_repository_are_one_button_for_each_way() -> None:
    view = take_part_view(with_forms(cohorts=(a_cohort(forms=(Form.ONE_TO_ONE, Form.PEER)),)))

    assert [(way.title, way.link.text) for way in view.ways if way.link] == [
        ("As a mentee", "Join as a mentee"),
        ("As a mentor", "Join as a mentor"),
        ("As a peer", "Join as a peer"),
    ]
    first = view.ways[0].link
    assert first is not None
    assert first.target.startswith(f"{REPOSITORY}/issues/new?template=join-as-mentee.yml")
    assert view.join is None
    assert view.lead.startswith("One short form.")


def test_a_form_of_the_programs_own_is_the_one_way_in() -> None:
    home = {"join_link": OWN_FORM}
    view = take_part_view(with_forms(settings=some_settings(repository=REPOSITORY, home=home)))

    assert view.join is not None
    assert view.join.target == OWN_FORM
    assert [way.link for way in view.ways] == [None, None]
    assert view.lead.startswith("One short form.")


def test_without_any_form_the_organisers_are_the_way_in() -> None:
    view = page(settings=some_settings(contact="The room looms", coordinators=("ana",)), cohorts=())

    assert (view.join, [way.link for way in view.ways]) == (None, [None, None])
    assert view.lead.startswith("Say a few things about yourself")
    assert view.organisers.contact == "The room looms"
    assert [one.name for one in view.organisers.people] == ["Ana"]
    assert (view.open_now, view.coming) == ((), ())


def test_the_organisers_own_page_has_the_details() -> None:
    view, without = page(), take_part_view(a_frame(how_to_join=None))

    assert view.details is not None
    assert view.details.target == HOW
    assert without.details is None


@pytest.mark.parametrize(
    ("over", "at", "words"),
    [
        ({}, 0, "an organiser reads them"),
        ({"review": ()}, 0, "written down at once"),
        ({"review": (), "reviews_applications": True}, 0, "an organiser reads them"),
        ({"follow_up": {"answer_within": 1}}, 3, "within 1 day;"),
        ({"follow_up": {"answer_within": 9}}, 3, "within 9 days;"),
        ({"confirmation": Confirmation.NONE}, 3, "Does it not fit? Say so"),
    ],
)
def test_the_steps_follow_the_programs_settings(
    over: dict[str, object], at: int, words: str
) -> None:
    steps = page(settings=some_settings(**over)).steps

    assert [one.title for one in steps] == [
        "Received",
        "Accepted",
        "Waiting for a match",
        "Suggested",
        "Matched",
    ]
    assert words in steps[at].text


def test_how_many_wait_is_told_from_five_people_up() -> None:
    few = page()
    many = page(
        participants=(a_mentor(), *(a_participant(f"m{number}") for number in range(5))),
        applications=tuple(an_application(slug=f"m{number}") for number in range(5)),
        settings=some_settings(confirmation=Confirmation.NONE),
    )

    assert [(one.number, one.label) for one in few.figures] == [
        ("1", "mentor has an open place today"),
        ("7", "days to answer a suggestion"),
    ]
    assert [(one.number, one.label) for one in many.figures] == [
        ("1", "mentor has an open place today"),
        ("5", "people wait for a mentor"),
    ]


def test_how_long_it_took_is_told_where_it_is_known() -> None:
    from tests.analysis.test_applicants import some_waits  # noqa: PLC0415

    view = take_part_view(frame_of(some_waits(), today=TODAY))

    assert ("16", "days until somebody was found, usually") in [
        (one.number, one.label) for one in view.figures
    ]


def test_every_case_has_its_door_and_only_where_a_round_offers_it() -> None:
    everything = take_part_view(with_forms(cohorts=(a_cohort(forms=(*Form,)),)))
    peers = take_part_view(with_forms(cohorts=(a_cohort(forms=(Form.PEER,)),)))
    bare = page()

    assert [one.id for one in everything.doors] == [
        "one-question",
        "by-name",
        "informal",
        "coming-back",
        "a-break",
        "no-answer",
        "leaving",
    ]
    assert {one.id for one in everything.doors} - {one.id for one in peers.doors} == {
        "one-question",
        "by-name",
    }
    assert [one.link for one in bare.doors] == [None] * len(bare.doors)


def test_a_mentor_who_does_not_answer_is_told_of_in_private_only() -> None:
    settings = some_settings(repository=REPOSITORY, private_form_url="https://f.example.org/p")
    doors = {one.id: one.link for one in take_part_view(with_forms(settings=settings)).doors}
    open_only = {one.id: one.link for one in take_part_view(with_forms()).doors}

    link = doors["no-answer"]
    assert link is not None
    assert link.target == "https://f.example.org/p"
    assert open_only["no-answer"] is None


def test_what_one_can_tick_is_the_whole_list() -> None:
    assert len(page().by_choice) == len(Shared)
    assert "what you can help with" in page().asked
