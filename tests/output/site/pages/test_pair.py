"""The page of a pair: where it is, what it works towards, what comes next."""

from datetime import date
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest

from mentorgen.analysis.agreements import agreement_of
from mentorgen.model.facts import FactKind
from mentorgen.model.ids import PairId
from mentorgen.model.pairs import Milestone, Plan
from mentorgen.model.privacy import Level, Shared
from mentorgen.model.words import (
    Contact,
    Feedback,
    Form,
    Learning,
    Outcome,
    Owner,
    Structure,
)
from mentorgen.output.site.pages.frame import Frame
from mentorgen.output.site.pages.pair import pair_view
from mentorgen.output.site.views import LinkView, PairView, Stretch, ThanksView
from tests.builders import (
    a_consent,
    a_fact,
    a_goal,
    a_meeting,
    a_mentor,
    a_pair,
    a_participant,
    a_skill,
    some_settings,
    some_skills,
)
from tests.output.site.pages.conftest import a_frame, with_ana_and_ben, yes

PAIR = PairId("2026-spring/ana-ben")
SIX = ("ben", "cy", "dee", "eli", "fay", "gus")
REPOSITORY = "https://github.com/example-looms/mentors"
PLAN = Plan.model_validate(
    {
        "schema": 1,
        "id": "plan",
        "name": "Plan",
        "rhythm_days": 14,
        "stages": (
            {"name": "Begin", "weeks": 2},
            {
                "name": "Make",
                "weeks": 6,
                "aim": "A small thing is made.",
                "check_point": "There is a draft.",
                "agenda": ({"item": "Look back", "minutes": 10}, {"item": "Look ahead"}),
            },
            {"name": "Close", "weeks": 1},
        ),
    }
)


def the_page(frame: Frame) -> PairView:
    return pair_view(frame, PAIR)


def test_a_pair_with_nothing_written_down_has_a_plain_page() -> None:
    view = the_page(with_ana_and_ben())

    assert (view.title, view.lead, view.description) == (
        "Ana and Ben",
        "",
        "Ana and Ben in Two Looms.",
    )
    assert view.setting == "2026 Spring, one to one, week 5"
    assert (view.meetings_held, view.meetings_planned) == (0, 2)
    assert (view.stages, view.goals, view.open_actions, view.alike) == ((), (), (), ())
    assert view.next_meeting is None
    assert view.actions == ()
    assert [moment.title for moment in view.moments] == ["They began."]


def test_the_aim_leads_the_page() -> None:
    view = the_page(with_ana_and_ben(pairs=(a_pair(aim="Tests without fear"),)))

    assert (view.lead, view.description) == ("Tests without fear", "Tests without fear")
    assert view.search_text == "Ana, Ben"


def test_goals_count_what_was_reached_by_the_day_and_only_public_ones_show() -> None:
    steps = (
        Milestone(name="Read", reached=date(2026, 3, 20)),
        Milestone(name="Write", reached=date(2026, 4, 2)),
        Milestone(name="Show", due=date(2026, 4, 10)),
    )
    frame = with_ana_and_ben(
        goals=(
            a_goal("first", milestones=steps),
            a_goal("kept", visibility=Level.PAIR),
            a_goal("later", set_on=date(2026, 4, 2)),
        )
    )
    (goal,) = the_page(frame).goals

    assert (goal.id, goal.title) == ("first", "First")
    assert [step.reached for step in goal.milestones] == [date(2026, 3, 20), None, None]


def test_moments_hold_the_last_of_the_past_and_the_next_to_come() -> None:
    past = [Milestone(name=f"Step {day}", reached=date(2026, 3, day)) for day in range(10, 18)]
    ahead = [Milestone(name=f"Plan {day}", due=date(2026, 5, day)) for day in range(1, 6)]
    missed = Milestone(name="Missed", due=date(2026, 3, 5))
    frame = with_ana_and_ben(goals=(a_goal(milestones=(*past, *ahead, missed)),))

    moments = the_page(frame).moments

    assert [(one.title, one.stretch) for one in moments] == [
        *((f"Step {day}", Stretch.PAST) for day in range(12, 18)),
        ("Plan 1", Stretch.NOW),
        ("Plan 2", Stretch.AHEAD),
        ("Plan 3", Stretch.AHEAD),
    ]
    assert moments[-1].text == "is planned for this day."


def test_a_plan_gives_stages_and_the_agenda_of_the_next_meeting() -> None:
    frame = with_ana_and_ben(
        plans=(PLAN,),
        pairs=(a_pair(plan="plan"),),
        meetings=(a_meeting(date(2026, 3, 20), next={"on": date(2026, 4, 8), "at": 18 * 60}),),
    )
    view = the_page(frame)

    assert [(stage.title, stage.meetings, stage.stretch) for stage in view.stages] == [
        ("Begin", 1, Stretch.PAST),
        ("Make", 3, Stretch.NOW),
        ("Close", 1, Stretch.AHEAD),
    ]
    assert (view.stage_aim, view.check_point) == ("A small thing is made.", "There is a draft.")
    assert (view.meetings_held, view.meetings_planned) == (1, 4)
    assert view.next_meeting is not None
    assert (view.next_meeting.on, view.next_meeting.time) == (date(2026, 4, 8), "18:00 UTC")
    assert [(point.text, point.minutes) for point in view.agenda] == [
        ("What would make this a good meeting for you?", 5),
        ("Look back", 10),
        ("Look ahead", 0),
        ("Who does what, by which day? How sure are you, from 1 to 10?", 5),
        ("When do you meet again?", 5),
    ]


def test_an_agenda_is_there_before_a_day_is_found_and_gone_when_a_pair_has_ended() -> None:
    ended = a_fact(FactKind.ENDED, date(2026, 3, 30), outcome=Outcome.COMPLETED)
    goes_on = with_ana_and_ben()
    over = with_ana_and_ben(pair_facts={PAIR: [*yes(PAIR, "ana", "ben")[PAIR], ended]})

    assert the_page(goes_on).next_meeting is None
    assert the_page(goes_on).agenda[0].text == "Who are you beside this, and what brought you here?"
    assert the_page(over).agenda == ()


def test_the_hour_is_told_at_the_places_of_those_who_show_theirs() -> None:
    shows = a_consent(shows=(Shared.TIME_ZONE,))
    frame = with_ana_and_ben(
        participants=(
            a_mentor(timezone="Asia/Kathmandu", consent=shows),
            a_participant(timezone="Europe/Lisbon"),
        ),
        meetings=(a_meeting(date(2026, 3, 20), next={"on": date(2026, 4, 8), "at": 18 * 60}),),
    )
    meeting = the_page(frame).next_meeting

    assert meeting is not None
    assert meeting.time == "18:00 UTC. 23:45 for Ana"


@pytest.mark.parametrize(
    ("at", "time"),
    [
        (5 * 60, "05:00 UTC. 19:00 on 7 April for Ana, 17:00 for Ben"),
        (12 * 60, "12:00 UTC. 02:00 for Ana, 00:00 on 9 April for Ben"),
    ],
    ids=["a day earlier", "a day later"],
)
def test_where_it_is_another_day_the_hour_comes_with_its_day(at: int, time: str) -> None:
    shows = a_consent(shows=(Shared.TIME_ZONE,))
    frame = with_ana_and_ben(
        participants=(
            a_mentor(timezone="Pacific/Honolulu", consent=shows),
            a_participant(timezone="Pacific/Auckland", consent=shows),
        ),
        meetings=(a_meeting(date(2026, 3, 20), next={"on": date(2026, 4, 8), "at": at}),),
    )
    meeting = the_page(frame).next_meeting

    assert meeting is not None
    assert meeting.time == time


def test_a_meeting_without_an_hour_has_none() -> None:
    frame = with_ana_and_ben(
        meetings=(a_meeting(date(2026, 3, 20), next={"on": date(2026, 4, 8)}),)
    )
    view = the_page(frame)

    assert view.next_meeting is not None
    assert (view.next_meeting.time, view.next_actions) == ("", ())


def test_a_meeting_is_logged_in_a_file_that_is_filled_in() -> None:
    frame = with_ana_and_ben(settings=some_settings(repository=REPOSITORY))
    (link,) = the_page(frame).next_actions
    query = parse_qs(urlsplit(link.target).query)

    assert link.text == "Log a meeting"
    assert link.target.startswith(f"{REPOSITORY}/new/main/program/meetings/2026-spring/ana-ben?")
    assert query["filename"] == ["2026-04-01.md"]
    assert "present: [ana, ben]" in query["value"][0]


def test_actions_name_members_by_name_and_others_as_they_were_written() -> None:
    notes = "- [ ] ben: send the patch, by 2026-04-08\n- [ ] cy: look\n- [ ] rest\n"
    frame = with_ana_and_ben(meetings=(a_meeting(date(2026, 3, 20), notes=notes),))

    told = [(one.text, one.by, one.due) for one in the_page(frame).open_actions]

    assert told[0] == ("send the patch", "Ben", date(2026, 4, 8))
    assert [by for _, by, _ in told[1:]] in (["cy", ""], ["", ""])


def test_what_was_agreed_in_a_meeting_kept_private_does_not_show() -> None:
    kept = a_meeting(
        date(2026, 3, 20),
        visibility=Level.PAIR,
        notes="- [ ] ben: talk about the quarrel\n",
        next={"on": date(2026, 4, 8)},
    )
    view = the_page(with_ana_and_ben(meetings=(kept,)))

    assert (view.open_actions, view.next_meeting, view.meetings_held) == ((), None, 0)


def test_members_are_alike_in_what_all_of_them_said() -> None:
    style = {
        "feedback": Feedback.DIRECT,
        "structure": Structure.AGENDA,
        "learning": Learning.DOING,
        "contact": Contact.CALLS,
    }
    shared: dict[str, Any] = {"languages": ("en", "pt"), "style": style}
    frame = with_ana_and_ben(
        skills=(a_skill("a", label="<Testing>"), a_skill("b")),
        participants=(
            a_mentor(**shared, offers=some_skills("a", "b")),
            a_participant(**shared, wants=some_skills("a")),
        ),
    )

    assert the_page(frame).alike == (
        "speak English and Portuguese",
        "care about <Testing>",
        "like an agenda, calls and direct feedback",
    )


def test_the_page_says_when_all_agreed_and_nothing_of_who_has_not_signed() -> None:
    agreed = agreement_of(with_ana_and_ben().program, a_pair(), today=date(2026, 3, 3))
    signed, said = {"version": agreed.version}, yes(PAIR, "ana", "ben")[PAIR]
    first = [*said, a_fact(FactKind.AGREED, date(2026, 3, 3), by="ana", **signed)]
    second = a_fact(FactKind.AGREED, date(2026, 3, 5), by="ben", **signed)

    some, everybody = (
        the_page(with_ana_and_ben(pair_facts={PAIR: facts})).setting
        for facts in (first, [*first, second])
    )

    assert some == "2026 Spring, one to one, week 5"
    assert everybody == "2026 Spring, one to one, week 5, agreed on 5 March"


def test_a_finished_pair_looks_back_only() -> None:
    facts = [
        *yes(PAIR, "ana", "ben")[PAIR],
        a_fact(FactKind.ENDED, date(2026, 3, 30), outcome=Outcome.COMPLETED),
    ]
    frame = with_ana_and_ben(
        settings=some_settings(repository=REPOSITORY),
        pair_facts={PAIR: facts},
        goals=(a_goal(milestones=(Milestone(name="Show", due=date(2026, 5, 1)),)),),
        meetings=(
            a_meeting(date(2026, 3, 20), notes="- [ ] ben: more\n", next={"on": date(2026, 4, 8)}),
        ),
    )
    view = the_page(frame)

    assert view.setting == "2026 Spring, one to one, finished in March"
    assert (view.next_meeting, view.open_actions, view.actions) == (None, (), ())
    assert view.is_over
    assert [moment.title for moment in view.moments] == ["They began."]


def test_thanks_stand_on_the_page_of_who_shows_their_own_words() -> None:
    shows = a_consent(shows=(Shared.STORY,))
    thanks = [
        a_fact(FactKind.THANKED, date(2026, 3, 30), by=slug, words=f"Thanks from {slug}.")
        for slug in ("ana", "ben")
    ]
    frame = with_ana_and_ben(
        participants=(a_mentor(consent=shows), a_participant()),
        pair_facts={PAIR: [*yes(PAIR, "ana", "ben")[PAIR], *thanks]},
    )

    assert the_page(frame).thanks == (ThanksView(words="Thanks from ana.", by="Ana"),)


def test_what_stays_is_led_to_once_the_pair_is_over() -> None:
    links = ("https://www.example.org/tests/", "https://www.example.org/tests/")
    ended = a_fact(FactKind.ENDED, date(2026, 3, 30), outcome=Outcome.COMPLETED)
    said = yes(PAIR, "ana", "ben")[PAIR]

    goes_on, over = (
        the_page(with_ana_and_ben(goals=(a_goal(evidence=links),), pair_facts={PAIR: facts})).stays
        for facts in (said, [*said, ended])
    )

    assert goes_on == ()
    assert over == (LinkView(text="example.org/tests", target=links[0]),)


def test_peers_stand_side_by_side() -> None:
    circle = a_pair("circle", form=Form.PEER, mentors=(), mentees=(), members=("ana", "ben"))
    frame = a_frame(pairs=(circle,), pair_facts=yes(circle.id, "ana", "ben"))
    view = pair_view(frame, circle.id)

    assert [person.slug for person in view.mentors] == ["ana", "ben"]
    assert view.mentees == ()
    assert view.setting == "2026 Spring, peers, week 5"


def test_who_left_a_group_is_no_longer_on_its_page_and_who_ended_with_it_is() -> None:
    group = a_pair("ana-ben", form=Form.GROUP, mentees=("ben", "cy", "dee"))
    people = (a_mentor(), a_participant("ben"), a_participant("cy"), a_participant("dee"))
    said = yes(PAIR, "ana", "ben", "cy", "dee")[PAIR]
    left = [*said, a_fact(FactKind.LEFT, date(2026, 3, 1), by="cy")]
    ended = [*left, a_fact(FactKind.ENDED, date(2026, 3, 2), outcome=Outcome.COMPLETED)]

    goes_on, over = (
        the_page(a_frame(participants=people, pairs=(group,), pair_facts={PAIR: facts}))
        for facts in (left, ended)
    )

    assert [person.slug for person in goes_on.mentees] == ["ben", "dee"]
    assert [person.slug for person in over.mentees] == ["ben", "cy", "dee"]
    assert (goes_on.is_group, the_page(with_ana_and_ben()).is_group) == (True, False)


@pytest.mark.parametrize(
    ("form", "people", "points", "stage"),
    [
        (Form.ONE_TO_ONE, {"mentees": ("ben",)}, ["Ben", "Ana", ""], "Ben"),
        (Form.GROUP, {"mentees": SIX}, ["the mentees", "Ana", ""], "the mentees"),
        (Form.GROUP, {"mentees": SIX[:2]}, ["Ben and Cy", "Ana", ""], "Ben and Cy"),
        (Form.PEER, {"mentors": (), "mentees": (), "members": ("ana", "ben")}, ["", "", ""], ""),
    ],
)
def test_a_point_and_a_stage_name_who_looks_after_them(
    form: Form, people: dict[str, Any], points: list[str], stage: str
) -> None:
    items = (
        {"item": "Ask", "owner": Owner.MENTEE},
        {"item": "Tell", "owner": Owner.MENTOR},
        {"item": "Talk", "owner": Owner.BOTH},
    )
    weeks = {"name": "All", "weeks": 26, "owner": Owner.MENTEE, "agenda": items}
    plan = Plan.model_validate({"schema": 1, "id": "plan", "name": "Plan", "stages": (weeks,)})
    pair = a_pair(form=form, plan="plan", **people)
    view = the_page(
        a_frame(
            participants=(a_mentor(), *map(a_participant, SIX)),
            plans=(plan,),
            pairs=(pair,),
            pair_facts=yes(PAIR, *pair.everyone),
            meetings=(a_meeting(date(2026, 3, 20), next={"on": date(2026, 4, 8)}),),
        )
    )

    own = {item["item"] for item in items}
    assert [point.by for point in view.agenda if point.text in own] == points
    assert view.stage_by == stage
