"""Programs of any kind for the properties of matching: few people, all rules, every form."""

from datetime import date

from hypothesis import strategies as st

from mentorgen.model.cohorts import Application, Slot
from mentorgen.model.facts import FactKind
from mentorgen.model.pairs import Pair
from mentorgen.model.people import Background, Hours, Participant, WorkingStyle
from mentorgen.model.policies import GroupSizes, HardRules, MatchingPolicy, Weights
from mentorgen.model.program import Program
from mentorgen.model.words import (
    Changes,
    Contact,
    Feedback,
    Form,
    Objective,
    PartOfDay,
    Role,
    SkillLevel,
    Weekday,
    Wish,
)
from tests.builders import (
    COHORT,
    TODAY,
    a_cohort,
    a_fact,
    a_pair,
    a_participant,
    a_program,
    a_skill,
    a_slot,
    a_time,
    an_application,
    some_settings,
    some_skills,
)

EARLIER = "2025-autumn"
SLUGS = ("p1", "p2", "p3", "p4", "p5", "p6", "p7")


def some_of(draw: st.DrawFn, choices: tuple[str, ...], most: int = 3) -> tuple[str, ...]:
    """A few of some words, each once."""
    return tuple(draw(st.lists(st.sampled_from(choices), max_size=most, unique=True)))


def some_forms(draw: st.DrawFn, most: int = 3) -> tuple[Form, ...]:
    """A few forms, each once."""
    return tuple(draw(st.lists(st.sampled_from(Form), max_size=most, unique=True)))


@st.composite
def any_participant(draw: st.DrawFn, slug: str) -> Participant:
    """Somebody who says anything between nothing and a lot."""
    levels = st.none() | st.sampled_from(SkillLevel)
    ids = ("python", "django", "cooking", "s1", "s2", "s3", "s4")
    span = Hours.model_validate({"day": Weekday.MON, "from": "8:00", "to": "12:00"})
    asks = Background(
        dimension="age",
        value=draw(st.sampled_from(["young", "old"])),
        wish=draw(st.sampled_from(Wish)),
        firm=draw(st.booleans()),
    )
    style = st.builds(
        WorkingStyle,
        feedback=st.none() | st.sampled_from(Feedback),
        contact=st.none() | st.sampled_from(Contact),
    )
    return a_participant(
        slug,
        role=draw(st.sampled_from(Role)),
        capacity=draw(st.integers(0, 4)),
        mentors_wanted=draw(st.integers(1, 2)),
        offers=some_skills(*some_of(draw, ids, 7), level=draw(levels)),
        wants=some_skills(*some_of(draw, ids), level=draw(levels)),
        languages=some_of(draw, ("en", "es", "pt-BR", "pt-PT")),
        timezone=draw(st.sampled_from([None, "Asia/Kathmandu", "Europe/Lisbon"])),
        hours=draw(st.sampled_from([(), (span,)])),
        parts_of_day=draw(st.sampled_from([(), tuple(PartOfDay)[:3]])),
        style=draw(st.none() | style),
        experience_years=draw(st.sampled_from([None, 0, 5, 30])),
        team=draw(st.sampled_from([None, None, "Loom", "loom "])),
        reports_to=draw(st.sampled_from([None, None, None, *SLUGS])),
        background=draw(st.sampled_from([(), (), (asks,)])),
    )


@st.composite
def any_application(draw: st.DrawFn, slug: str, cohort: str = COHORT) -> Application:
    """A request with any role, forms and wishes."""
    return an_application(
        slug,
        cohort,
        role=draw(st.none() | st.sampled_from(Role)),
        forms=some_forms(draw),
        asks_for=some_of(draw, SLUGS),
        wishes=some_of(draw, SLUGS),
    )


policies = st.builds(
    MatchingPolicy,
    objective=st.sampled_from(Objective),
    weights=st.builds(
        Weights, skills=st.integers(0, 100), hours=st.integers(0, 60), wishes=st.integers(0, 20)
    ),
    hard=st.builds(
        HardRules,
        shared_language=st.booleans(),
        shared_skill=st.booleans(),
        new_people_only=st.booleans(),
        different_team=st.booleans(),
    ),
    minimum_hours=st.integers(0, 3),
    floor=st.sampled_from([0, 0, 50, 60]),
    bands=st.sampled_from([(), (40, 60), (50,)]),
    changes=st.sampled_from(Changes),
    groups=st.sampled_from([GroupSizes(), GroupSizes(smallest=2, largest=3)]),
)


@st.composite
def _any_slot(draw: st.DrawFn, slug: str) -> Slot:
    times = draw(st.lists(st.sampled_from([480, 540, 1410]), min_size=1, max_size=3, unique=True))
    booked = st.sampled_from([None, None, "p1"])
    return a_slot(
        slug,
        draw(st.sampled_from([date(2026, 3, 31), date(2026, 4, 6), date(2026, 9, 7)])),
        times=tuple(a_time(at, booked_by=draw(booked)) for at in times),
        skills=some_of(draw, ("python", "cooking"), 1),
    )


@st.composite
def _any_pair(draw: st.DrawFn, name: str, slugs: tuple[str, ...]) -> Pair:
    """A pair of this round or an earlier one, in which nobody stands twice."""
    one, other, *more = draw(st.permutations(slugs))
    cohort = draw(st.sampled_from([COHORT, EARLIER]))
    form = draw(st.sampled_from([Form.ONE_TO_ONE, Form.GROUP, Form.PEER]))
    starts = draw(st.sampled_from([TODAY, date(2026, 1, 5)]))
    if form is Form.PEER:
        members = (one, other)
        return a_pair(
            name, cohort, form=form, mentors=(), mentees=(), members=members, starts=starts
        )
    mentees = (other, *more[:2]) if form is Form.GROUP and more else (other,)
    shape = form if len(mentees) > 1 else Form.ONE_TO_ONE
    return a_pair(name, cohort, form=shape, mentors=(one,), mentees=mentees, starts=starts)


@st.composite
def any_program(draw: st.DrawFn) -> Program:
    """A few people, some of whom applied, asked for each other, or had to do with each other before."""
    slugs = SLUGS[: draw(st.integers(2, len(SLUGS)))]
    people = [draw(any_participant(slug)) for slug in slugs]
    applicants = draw(st.sampled_from([(), slugs, slugs, slugs[1:]]))
    earlier = draw(st.sampled_from([(), slugs]))
    pairs = [draw(_any_pair(name, slugs)) for name in ("one", "two")[: draw(st.integers(0, 2))]]
    vetoing, vetoed = (draw(st.sampled_from(slugs)) for _ in range(2))
    answers = draw(st.sampled_from([FactKind.CONFIRMED, FactKind.DECLINED, None]))
    return a_program(
        settings=some_settings(matching=draw(policies)),
        skills=[a_skill("python"), a_skill("django", parent="python"), a_skill("cooking")],
        cohorts=[
            a_cohort(forms=some_forms(draw, 5) or (Form.ONE_TO_ONE,)),
            a_cohort(EARLIER, starts=date(2025, 9, 1), ends=date(2026, 2, 1)),
        ],
        participants=people,
        applications=[
            *(draw(any_application(slug)) for slug in applicants),
            *(draw(any_application(slug, EARLIER)) for slug in earlier),
        ],
        pairs=pairs,
        pair_facts={
            pair.id: [a_fact(answers, TODAY, by=slug) for slug in pair.everyone]
            for pair in pairs
            if answers is not None
        },
        person_facts={vetoing: [a_fact(FactKind.VETOED, who=vetoed)]},
        slots=[draw(_any_slot(slug)) for slug in some_of(draw, slugs, 2)],
    )
