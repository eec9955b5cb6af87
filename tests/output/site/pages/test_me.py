"""My mentoring: what everybody sees on it, and that the rest stands on pages that are there anyway."""

import json
from collections.abc import Mapping
from datetime import date
from typing import Any

import pytest

from mentorgen.model.ids import PairId, Slug
from mentorgen.model.pairs import Plan
from mentorgen.model.training import Module
from mentorgen.model.words import Audience, Owner, Role
from mentorgen.output.site.pages.frame import Frame
from mentorgen.output.site.pages.me import MOST_ROUNDS, my_mentoring_view, names_file
from mentorgen.output.site.pages.pair import pair_view
from mentorgen.output.site.pages.person import person_view
from mentorgen.output.site.render import render_page
from tests.builders import (
    TODAY,
    a_cohort,
    a_consent,
    a_meeting,
    a_mentor,
    a_pair,
    a_participant,
    some_settings,
)
from tests.output.site.pages.conftest import a_frame, with_ana_and_ben

ANA, PAIR = Slug("ana"), PairId("2026-spring/ana-ben")
STAGES = (
    {"name": "Begin", "weeks": 2, "aim": "You know each other."},
    {
        "name": "Make",
        "weeks": 4,
        "check_point": "There is a draft.",
        "agenda": (
            {"item": "Look back", "minutes": 10},
            {"item": "Show", "owner": Owner.MENTEE},
            {"item": "Ask", "owner": Owner.MENTOR},
        ),
    },
)
PLAN = Plan.model_validate({"schema": 1, "id": "plan", "name": "Plan", "stages": STAGES})


def a_module(name: str, *audience: Audience) -> Module:
    fields = {"id": f"path/{name}", "title": name.title(), "minutes": 10, "reviewed": TODAY}
    return Module.model_validate(
        {"schema": 1, **fields, "audience": audience, "objectives": ("x",)}
    )


def page_of(frame: Frame) -> str:
    return render_page(my_mentoring_view(frame), path="me/").html


def test_everybody_sees_the_stage_of_the_round_and_what_its_meetings_are_about() -> None:
    frame = a_frame(cohorts=(a_cohort(plan="plan"),), plans=(PLAN,))
    (one,) = my_mentoring_view(frame).rounds

    assert (one.name, one.path, one.state) == ("2026 Spring", "rounds/2026-spring/", "Week 5")
    assert (one.stage, one.check_point) == ("Make", "There is a draft.")
    assert [(point.text, point.minutes, point.by) for point in one.agenda] == [
        ("Look back", 10, ""),
        ("Show", 0, "the mentee"),
        ("Ask", 0, "the mentor"),
    ]
    assert "The round begins" in page_of(frame)


@pytest.mark.parametrize(
    ("days", "stage"),
    [
        ({"starts": date(2026, 5, 1), "ends": date(2026, 8, 1)}, "Begin"),
        ({"starts": date(2026, 1, 1), "ends": date(2026, 8, 1)}, "Make"),
        ({"rolling": True, "starts": None, "ends": None}, "Begin"),
    ],
    ids=["before it begins", "after the plan", "without days"],
)
def test_a_round_is_always_in_a_stage_of_its_plan(days: Mapping[str, Any], stage: str) -> None:
    frame = a_frame(cohorts=(a_cohort(plan="plan", **days),), plans=(PLAN,))

    assert my_mentoring_view(frame).rounds[0].stage == stage


def test_a_round_without_a_plan_has_its_dates_alone_and_one_that_ended_is_not_there() -> None:
    bare = my_mentoring_view(a_frame()).rounds[0]
    over = a_frame(cohorts=(a_cohort(starts=date(2025, 1, 1), ends=date(2025, 6, 1)),))

    assert (bare.stage, bare.aim, bare.agenda) == ("", "", ())
    assert my_mentoring_view(over).rounds == ()
    assert "No round is running now." in page_of(over)


def test_of_many_rounds_the_newest_are_there() -> None:
    names = [f"round-{number}" for number in range(MOST_ROUNDS + 2)]
    cohorts = [a_cohort(name, name=name, starts=None, rolling=True) for name in names]

    rounds = my_mentoring_view(a_frame(cohorts=cohorts)).rounds

    assert [one.name for one in rounds] == [*reversed(names)][:MOST_ROUNDS]


def test_training_says_for_whom_it_is_and_what_coordinators_take_comes_last() -> None:
    modules = (
        a_module("all", Audience.MENTEE, Audience.MENTOR),
        a_module("aaa", Audience.COORDINATOR),
        a_module("teach", Audience.MENTOR),
    )
    view = my_mentoring_view(a_frame(modules=modules))

    assert [(one.title, one.roles) for one in view.modules] == [
        ("All", ("mentor", "mentee")),
        ("Teach", ("mentor",)),
        ("Aaa", ()),
    ]


def test_names_are_in_their_order_each_with_a_page_and_a_role() -> None:
    frame = a_frame(
        participants=(
            a_participant("zoe", name="zoë"),
            a_mentor("b", name="<b>&\u2028", role=Role.BOTH),
            a_mentor("hidden", consent=None),
        )
    )
    file = names_file(frame)

    assert file.place == "me/names.json"
    assert not {*"<>&\u2028"} & {*file.text}
    assert json.loads(file.text) == [["<b>&\u2028", "b", "both"], ["zoë", "zoe", "mentee"]]


def test_a_concern_leads_to_the_private_form_or_says_how_the_organisers_are_reached() -> None:
    private = "https://forms.example.org/private"
    by_form = a_frame(settings=some_settings(private_form_url=private, contact="the <room>"))
    by_words = a_frame(settings=some_settings(contact="the <room>"))

    assert f'href="{private}"' in page_of(by_form)
    assert "the &lt;room&gt;" in page_of(by_words)
    assert "If something worries you" not in page_of(a_frame())


def test_with_every_choice_off_a_person_has_their_pair_agenda_and_training() -> None:
    off = a_consent(shows=())
    frame = with_ana_and_ben(
        cohorts=(a_cohort(plan="plan"),),
        plans=(PLAN,),
        participants=(a_mentor(consent=off), a_participant(consent=off)),
        meetings=(a_meeting(date(2026, 3, 20), notes="- [ ] ana: read the draft\n"),),
        pairs=(a_pair(plan="plan"),),
    )

    person = render_page(person_view(frame, ANA), path="people/ana/").html
    pair = render_page(pair_view(frame, PAIR), path=f"pairs/{PAIR}/").html

    assert 'data-mine="pairs"' in person
    for part in ("next", "actions", "goals", "sofar"):
        assert f'data-mine="{part}"' in pair
    for words in ("Look back", "read the draft", "Make"):
        assert words in pair
    assert "Begin to type your name" in page_of(frame)
