"""Who and what the public may see at all."""

from datetime import date
from typing import Any

import pytest

from mentorgen.model.facts import FactKind
from mentorgen.model.ids import PairId, Slug
from mentorgen.model.privacy import Level, Shared
from mentorgen.model.words import Colour, Form, Outcome
from mentorgen.output.site.pages.frame import offset_text, place_of, zone_of
from tests.builders import (
    TODAY,
    a_consent,
    a_fact,
    a_goal,
    a_meeting,
    a_mentor,
    a_pair,
    a_participant,
    some_settings,
)
from tests.output.site.pages.conftest import a_frame, with_ana_and_ben, yes

PAIR = PairId("2026-spring/ana-ben")


@pytest.mark.parametrize(
    "over",
    [
        {"consent": None},
        {"consent": a_consent(withdrawn=TODAY)},
        {"consent": a_consent(given=date(2026, 4, 2))},
    ],
)
def test_who_does_not_consent_is_nowhere(over: dict[str, Any]) -> None:
    frame = with_ana_and_ben(participants=(a_mentor(), a_participant(**over)))

    assert set(frame.people) == {"ana"}
    assert not frame.pairs


def test_consent_to_an_older_wording_is_none() -> None:
    frame = a_frame(settings=some_settings(consent_version=2))

    assert not frame.people


def test_a_pair_that_wants_no_page_has_none() -> None:
    assert set(with_ana_and_ben().pairs) == {PAIR}
    assert not with_ana_and_ben(pairs=(a_pair(on_site=False),)).pairs


def test_a_pair_that_is_only_suggested_or_has_not_begun_has_no_page() -> None:
    assert not with_ana_and_ben(pair_facts={}).pairs
    assert not with_ana_and_ben(pairs=(a_pair(starts=date(2026, 4, 20)),)).pairs


def test_what_a_pair_keeps_to_itself_is_left_out() -> None:
    frame = with_ana_and_ben(
        goals=(a_goal("open"), a_goal("kept", visibility=Level.PAIR)),
        meetings=(
            a_meeting(date(2026, 3, 10)),
            a_meeting(date(2026, 3, 11), visibility=Level.PAIR),
        ),
    )

    assert [goal.id for goal in frame.program.goals[PAIR]] == ["open"]
    assert [meeting.on for meeting in frame.program.meetings[PAIR]] == [date(2026, 3, 10)]


def test_people_are_called_by_the_name_they_chose_else_by_their_first() -> None:
    frame = a_frame(
        participants=(
            a_mentor("ana", name="Ana Rivers"),
            a_participant("ben", name="Ben Okoro", called="Benji"),
            a_participant("zo", name="\u3000Zo\u3000"),
        )
    )

    assert [person.given_name for person in frame.people.values()] == ["Ana", "Benji", "Zo"]


def test_a_colour_that_was_chosen_is_worn() -> None:
    plain, red = (
        a_frame(participants=(a_mentor(colour=colour),)).people[Slug("ana")].cloth
        for colour in (None, Colour.RED)
    )

    assert plain != red


def test_a_pair_of_peers_wears_the_members_colours() -> None:
    circle = a_pair("circle", form=Form.PEER, mentors=(), mentees=(), members=("ana", "ben"))
    frame = a_frame(pairs=(circle,), pair_facts=yes(circle.id, "ana", "ben"))

    assert frame.cloth_of(circle) == frame.cloth_of_people([Slug("ana"), Slug("ben")], ())
    assert [one.pair.id for one in frame.pairs_of(Slug("ben"))] == [circle.id]


def test_a_time_zone_is_shown_only_to_whom_ticked_it() -> None:
    ticked = a_consent(shows=(Shared.TIME_ZONE,))

    assert zone_of(a_mentor(timezone="Asia/Kathmandu")) is None
    assert zone_of(a_mentor(timezone="Asia/Kathmandu", consent=None)) is None
    assert zone_of(a_mentor(timezone="Asia/Kathmandu", consent=ticked)) == "Asia/Kathmandu"


def test_a_zone_is_named_as_people_do_with_the_clock_of_the_day() -> None:
    assert place_of("America/New_York", date(2026, 1, 5)) == "New York, UTC\N{MINUS SIGN}5"
    assert place_of("America/New_York", date(2026, 7, 5)) == "New York, UTC\N{MINUS SIGN}4"
    assert place_of("Asia/Kathmandu", TODAY) == "Kathmandu, UTC+5:45"
    assert place_of("UTC", TODAY) == "UTC, UTC"


def test_half_hours_are_written_after_a_colon() -> None:
    assert [offset_text(minutes) for minutes in (0, 60, -210)] == [
        "UTC",
        "UTC+1",
        "UTC\N{MINUS SIGN}3:30",
    ]


def test_an_ended_pair_keeps_its_page() -> None:
    ended = a_fact(FactKind.ENDED, date(2026, 3, 30), outcome=Outcome.COMPLETED)
    facts = {str(PAIR): [*yes(PAIR, "ana", "ben")[PAIR], ended]}

    assert set(with_ana_and_ben(pair_facts=facts).pairs) == {PAIR}
