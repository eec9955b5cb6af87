"""The page of everybody, their cards, and the page of one person."""

from datetime import date
from typing import Any

import pytest

from mentorgen.model.facts import FactKind
from mentorgen.model.ids import Slug
from mentorgen.model.pairs import Pair
from mentorgen.model.privacy import Shared
from mentorgen.model.words import Form, Outcome, PartOfDay, Role, SkillLevel, Weekday
from mentorgen.output.site.pages.cards import card, openness_text
from mentorgen.output.site.pages.links import TAKE_PART
from mentorgen.output.site.pages.people import people_view
from mentorgen.output.site.pages.person import person_view
from mentorgen.output.site.views import Openness
from tests.builders import (
    TODAY,
    a_consent,
    a_fact,
    a_meeting,
    a_mentor,
    a_pair,
    a_participant,
    a_skill,
    an_application,
    some_settings,
    some_skills,
)
from tests.output.site.pages.conftest import a_frame, with_ana_and_ben, yes

ANA, BEN = Slug("ana"), Slug("ben")
REPOSITORY = "https://github.com/example-looms/mentors"


def test_nobody_is_an_empty_page_that_invites() -> None:
    view = people_view(a_frame(participants=()))

    assert (view.people, view.aims, view.skills, view.languages, view.zones) == ((),) * 5
    assert view.join is not None
    assert view.join.target == TAKE_PART


def test_who_has_a_place_open_comes_first_then_who_waits_then_by_name() -> None:
    frame = a_frame(
        participants=(
            a_participant("zoe", name="Zoë"),
            a_participant("bea", name="bea"),
            a_mentor("max", name="Max", capacity=0),
            a_mentor("ana", name="Ana"),
        ),
        applications=(an_application("zoe"), an_application("bea")),
    )

    assert [one.person.name for one in people_view(frame).people] == ["Ana", "bea", "Zoë", "Max"]


def test_choices_are_what_people_have_each_once_in_the_order_of_their_words() -> None:
    frame = a_frame(
        skills=(a_skill("b", label="Zebra"), a_skill("a", label="apple"), a_skill("c")),
        participants=(
            a_mentor(offers=some_skills("b", "a"), languages=("pt", "en")),
            a_participant(wants=some_skills("a"), languages=("en",)),
        ),
    )
    view = people_view(frame)

    assert [(one.value, one.label) for one in view.skills] == [("a", "apple"), ("b", "Zebra")]
    assert [one.value for one in view.languages] == ["en", "pt"]


def test_aims_lead_to_the_people_of_a_skill_where_there_are_any() -> None:
    frame = a_frame(
        skills=(a_skill("a", aim="write a test"), a_skill("b", aim="sing"), a_skill("c")),
        participants=(a_mentor(offers=some_skills("a", "c")),),
    )

    assert [(one.text, one.target) for one in people_view(frame).aims] == [
        ("write a test", "people/?skill=a")
    ]


def test_zones_are_those_that_people_ticked_from_west_to_east() -> None:
    ticked = a_consent(shows=(Shared.TIME_ZONE,))
    frame = a_frame(
        participants=(
            a_mentor("a", timezone="Asia/Tokyo", consent=ticked),
            a_mentor("b", timezone="America/Bogota", consent=ticked),
            a_mentor("c", timezone="Europe/Paris"),
            a_mentor("d", timezone="Asia/Tokyo", consent=ticked),
        )
    )

    assert [zone.label for zone in people_view(frame).zones] == [
        "Bogota, UTC\N{MINUS SIGN}5",
        "Tokyo, UTC+9",
    ]


def test_somebody_who_said_nothing_has_a_bare_card_and_page() -> None:
    frame = a_frame(participants=(a_mentor(),))
    one, page = card(frame, ANA), person_view(frame, ANA)

    assert (one.line, one.skills, one.languages, one.place) == ("", (), (), "")
    assert (one.free_hours, one.last_active) == ((), "")
    assert (page.words, page.offers, page.wants, page.training) == ("", (), (), ())
    assert (page.pairs, page.links, page.role_note, page.zone) == ((), (), "", "")
    assert page.description == "Ana in Two Looms."


def test_what_was_not_ticked_is_not_shown() -> None:
    told: dict[str, Any] = {
        "timezone": "Europe/Lisbon",
        "parts_of_day": (PartOfDay.WEEKDAY_EVENING,),
        "links": ("https://www.ana.example.org/x",),
        "joined": TODAY,
    }
    everything = a_consent(shows=tuple(Shared))
    hidden = a_frame(participants=(a_mentor(**told),))
    shown = a_frame(participants=(a_mentor(**told, consent=everything),))

    before, after = person_view(hidden, ANA), person_view(shown, ANA)

    assert (before.place, before.zone, before.free_hours) == ("", "", ())
    assert (before.links, before.last_active, before.zones) == ((), "", ())
    assert (after.place, after.zone) == ("Lisbon, UTC+1", "Europe/Lisbon")
    assert after.free_hours == (17, 18, 19, 20)
    assert [(link.text, link.target) for link in after.links] == [
        ("ana.example.org", "https://www.ana.example.org/x")
    ]
    assert after.last_active == "this week"


def test_exact_hours_are_never_shown() -> None:
    hours = ({"day": Weekday.MON, "from": 600, "to": 660},)
    shows = a_consent(shows=(Shared.TIME_ZONE, Shared.PARTS_OF_DAY))
    frame = a_frame(participants=(a_mentor(timezone="UTC", hours=hours, consent=shows),))

    assert card(frame, ANA).free_hours == ()


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (date(2026, 3, 30), "this week"),
        (date(2026, 3, 29), "last week"),
        (date(2026, 3, 23), "last week"),
        (date(2026, 3, 22), "in March"),
        (date(2025, 12, 31), "in December 2025"),
    ],
)
def test_last_active_is_told_by_the_week_and_then_by_the_month(day: date, words: str) -> None:
    shows = a_consent(shows=(Shared.LAST_ACTIVE,))
    frame = a_frame(participants=(a_mentor(joined=day, consent=shows),))

    assert card(frame, ANA).last_active == words


def test_a_few_weeks_ago_can_still_be_this_month() -> None:
    shows = a_consent(shows=(Shared.LAST_ACTIVE,))
    frame = a_frame(date(2026, 4, 30), participants=(a_mentor(joined=TODAY, consent=shows),))

    assert card(frame, ANA).last_active == "this month"


def test_levels_are_told_in_words_and_a_skill_leads_to_its_page() -> None:
    frame = a_frame(
        skills=(a_skill("a", label="Testing"),),
        participants=(a_mentor(offers=some_skills("a", level=SkillLevel.TEACHES)),),
    )
    (skill,) = person_view(frame, ANA).offers

    assert (skill.label, skill.level, skill.path) == ("Testing", "can teach", "skills/a/")


def test_openness_is_told_in_words() -> None:
    away = a_fact(FactKind.PAUSED, TODAY, until=date(2026, 5, 1))
    frame = a_frame(
        participants=(
            a_mentor("one"),
            a_mentor("two", capacity=2),
            a_mentor("full", capacity=0),
            a_mentor("away"),
            a_participant("waits"),
        ),
        applications=(an_application("waits"),),
        person_facts={"away": [away]},
    )
    told = {slug: (openness_text(frame, slug), card(frame, slug).openness) for slug in frame.people}

    assert told == {
        "one": ("1 of 1 place open", Openness.OPEN),
        "two": ("2 of 2 places open", Openness.OPEN),
        "full": ("All places taken", Openness.FULL),
        "away": ("Away for now", Openness.FULL),
        "waits": ("Waiting for a match", Openness.WAITING),
    }


def test_a_partner_is_named_only_where_the_pair_has_a_page() -> None:
    assert openness_text(with_ana_and_ben(), BEN) == "With Ana since March"
    hidden = with_ana_and_ben(pairs=(a_pair(on_site=False),))
    assert openness_text(hidden, BEN) == "Not looking just now"


@pytest.mark.parametrize(
    ("pair", "people"),
    [
        (
            a_pair("circle", form=Form.PEER, mentors=(), mentees=(), members=("ana", "ben")),
            ("ana", "ben"),
        ),
        (a_pair("back", form=Form.REVERSE, mentors=("ana",), mentees=("ben",)), ("ana", "ben")),
        (a_pair("group", form=Form.GROUP, mentees=("ben", "cy")), ("ana", "ben", "cy")),
        (a_pair("flash", form=Form.FLASH), ("ana", "ben")),
    ],
)
def test_pairs_of_every_form_stand_on_the_pages_of_their_people(
    pair: Pair, people: tuple[str, ...]
) -> None:
    frame = a_frame(
        participants=(a_mentor(), *(a_participant(slug) for slug in people[1:])),
        pairs=(pair,),
        pair_facts=yes(pair.id, *people),
    )

    for slug in people:
        (shown,) = person_view(frame, Slug(slug)).pairs
        others = [other.title() for other in people if other != slug]
        assert shown.names == " and ".join(others)
        assert (shown.line, shown.path) == ("since March", f"pairs/{pair.id}/")


def test_a_pair_card_names_the_skill_and_when_it_ended() -> None:
    pair = a_pair(skills=("a",))
    facts = [
        *yes(pair.id, "ana", "ben")[pair.id],
        a_fact(FactKind.ENDED, date(2026, 3, 30), outcome=Outcome.COMPLETED),
    ]
    frame = a_frame(
        pairs=(pair,), pair_facts={pair.id: facts}, skills=(a_skill("a", label="Testing"),)
    )

    assert person_view(frame, BEN).pairs[0].line == "Testing, until March"


def test_notes_on_a_role_come_from_the_program_and_the_person() -> None:
    frame = a_frame(
        settings=some_settings(coordinators=("ana",)),
        participants=(a_mentor(pronouns="she/her", role=Role.BOTH),),
    )

    assert person_view(frame, ANA).role_note == "coordinator, she/her"


def test_links_open_the_record_and_the_form_where_there_are_any() -> None:
    bare = person_view(a_frame(), ANA)
    home = {"join_link": "https://forms.example.org/join"}
    full = person_view(a_frame(settings=some_settings(repository=f"{REPOSITORY}/", home=home)), ANA)

    assert [link.target for link in bare.actions] == [TAKE_PART]
    assert [(link.text, link.target) for link in full.actions] == [
        ("Ask to be matched", "https://forms.example.org/join"),
        ("Edit my record", f"{REPOSITORY}/edit/main/program/participants/ana.yaml"),
    ]


def test_what_somebody_wrote_is_made_safe_and_found_by_search() -> None:
    frame = a_frame(
        skills=(a_skill("a", label="Testing"),),
        participants=(
            a_mentor(about="**Hi** <script>x</script>", line="I test.", offers=some_skills("a")),
        ),
    )
    view = person_view(frame, ANA)

    assert "<strong>Hi</strong>" in view.words
    assert "<script" not in view.words
    assert (view.search_text, view.description) == ("I test. Testing", "I test.")


def test_meetings_make_somebody_active() -> None:
    shows = a_consent(shows=(Shared.LAST_ACTIVE,))
    frame = with_ana_and_ben(
        participants=(a_mentor(consent=shows), a_participant()),
        meetings=(a_meeting(date(2026, 3, 31)),),
    )

    assert card(frame, ANA).last_active == "this week"
    assert card(frame, BEN).last_active == ""


def test_a_page_names_the_rounds_that_somebody_finished_in_pairs_of_the_site() -> None:
    said = yes("2026-spring/ana-ben", "ana", "ben")["2026-spring/ana-ben"]
    ended = a_fact(FactKind.ENDED, date(2026, 3, 30), outcome=Outcome.COMPLETED)
    facts = {"2026-spring/ana-ben": [*said, ended]}

    shown = with_ana_and_ben(pair_facts=facts)
    hidden = with_ana_and_ben(pair_facts=facts, pairs=(a_pair(on_site=False),))

    assert person_view(shown, BEN).finished == "2026 Spring"
    assert person_view(hidden, BEN).finished == ""
    assert person_view(with_ana_and_ben(), BEN).finished == ""
