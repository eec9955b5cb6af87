"""Random lives of pairs for property tests: any facts in any order, meetings, people who come and go."""

from datetime import date, timedelta

from hypothesis import settings
from hypothesis import strategies as st

from mentorgen.model.facts import Fact, FactKind
from mentorgen.model.meetings import Meeting
from mentorgen.model.policies import FollowUpPolicy, QuietHours
from mentorgen.model.program import Program
from mentorgen.model.surveys import Survey
from mentorgen.model.words import Audience, Form, Outcome, PrivateInputs, SurveyMoment
from tests.builders import (
    COHORT,
    STARTS,
    a_consent,
    a_fact,
    a_goal,
    a_meeting,
    a_pair,
    a_participant,
    a_program,
    some_settings,
)

HISTORIES = settings(max_examples=2 * settings().max_examples)
"""10,000 where the search goes deep."""
LONGEST = 240
PEOPLE = ("ana", "ben", "cleo", "dan", "eve", "finn", "gil")
PAIRS = (
    a_pair("one", mentors=("ana",), mentees=("ben",)),
    a_pair("group", form=Form.GROUP, mentors=("ana",), mentees=("ben", "cleo", "dan")),
    a_pair("six", form=Form.GROUP, mentors=("ana",), mentees=PEOPLE[1:]),
    a_pair("circle", form=Form.PEER, mentors=(), mentees=(), members=("ben", "cleo", "dan")),
    a_pair("informal", mentors=("cleo",), mentees=("dan",), informal=True, public_contact=False),
)
SURVEYS = tuple(
    Survey.model_validate(
        {
            "schema": 1,
            "id": moment.value,
            "title": moment.value,
            "audience": (Audience.MENTOR, Audience.MENTEE),
            "due": {"after": moment, "days": days},
            "questions": ({"id": "how", "text": "How is it?"},),
        }
    )
    for moment, days in zip(SurveyMoment, (0, 2, 0, 0), strict=True)
)
QUIET = QuietHours(starts=20 * 60, ends=8 * 60, timezone="Africa/Lagos")
HOLIDAYS = tuple(STARTS + timedelta(days=days) for days in (11, 18, 25, 35, 36))


def _day(number: int) -> date:
    return STARTS + timedelta(days=number)


days = st.integers(-10, LONGEST).map(_day)


@st.composite
def _facts(draw: st.DrawFn, kinds: tuple[FactKind, ...], by: tuple[str | None, ...]) -> Fact:
    kind = draw(st.sampled_from(kinds))
    on = draw(days)
    more: dict[str, object] = {"by": draw(st.sampled_from(by))}
    if kind in {FactKind.PAUSED, FactKind.SNOOZED}:
        more["until"] = on + timedelta(days=draw(st.integers(0, 40)))
    if kind is FactKind.ENDED:
        more["outcome"] = draw(st.sampled_from(Outcome))
    if kind is FactKind.APPLIED:
        more["cohort"] = COHORT
    return a_fact(kind, on, **more)


_OF_BOTH = (
    FactKind.DECLINED,
    FactKind.LEFT,
    FactKind.PAUSED,
    FactKind.RESUMED,
    FactKind.SNOOZED,
    FactKind.OPTED_OUT,
    FactKind.OPTED_IN,
)
pair_facts = st.lists(_facts((FactKind.AGREED, FactKind.CONFIRMED), PEOPLE), max_size=5).flatmap(
    lambda said: st.lists(
        _facts((FactKind.ENDING, FactKind.ENDED, *_OF_BOTH), (*PEOPLE, None)), max_size=3
    ).map(lambda more: (*said, *more))
)
person_facts = st.lists(_facts((FactKind.APPLIED, *_OF_BOTH[1:]), (None,)), max_size=3).map(tuple)


@st.composite
def _meetings(draw: st.DrawFn, pair: str) -> tuple[Meeting, ...]:
    return tuple(
        a_meeting(on, pair, present=())
        for on in draw(st.lists(days.filter(lambda on: on >= STARTS), max_size=4, unique=True))
    )


@st.composite
def programs(draw: st.DrawFn) -> Program:
    """Draw a program of seven people, alone, in groups and circles, with a life behind and before them."""
    confirmed = draw(st.booleans())
    agreed = tuple(a_fact(FactKind.CONFIRMED, STARTS, by=slug) for slug in PEOPLE if confirmed)
    pairs = draw(
        st.lists(
            st.sampled_from(PAIRS), min_size=1, max_size=len(PAIRS), unique_by=lambda one: one.id
        )
    )
    people = [
        a_participant(slug, consent=draw(st.sampled_from((a_consent(), a_consent(), None))))
        for slug in PEOPLE
    ]
    return a_program(
        settings=some_settings(
            holidays=HOLIDAYS,
            coordinators=("dan",),
            private=PrivateInputs.FOLDER,
            follow_up=FollowUpPolicy(quiet_hours=QUIET),
        ),
        surveys=SURVEYS,
        participants=people,
        pairs=pairs,
        pair_facts={one.id: (*agreed, *draw(pair_facts)) for one in pairs},
        person_facts={slug: draw(person_facts) for slug in PEOPLE},
        meetings=[meeting for one in pairs for meeting in draw(_meetings(one.id))],
        goals=[
            a_goal(
                pair=pairs[0].id, milestones=({"name": "Draft", "due": _day(20)},), set_on=STARTS
            )
        ],
    )
