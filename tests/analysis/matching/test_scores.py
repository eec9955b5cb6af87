"""The points of many pairs at once are those that one pair's reasons add up to, for every program."""

from collections.abc import Sequence

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentorgen.analysis.matching.criteria import fit
from mentorgen.analysis.matching.rounds import Round, round_of
from mentorgen.analysis.matching.scores import ROWS_AT_ONCE, block_of, tables_of
from mentorgen.model.cohorts import Application
from mentorgen.model.ids import CohortId, Slug
from mentorgen.model.people import Background, Hours, Participant, Skilled, WorkingStyle
from mentorgen.model.policies import MatchingPolicy, Weights
from mentorgen.model.program import Program
from mentorgen.model.words import (
    Contact,
    Feedback,
    Form,
    PartOfDay,
    SkillLevel,
    Weekday,
    Wish,
)
from tests.builders import (
    COHORT,
    TODAY,
    a_cohort,
    a_mentor,
    a_participant,
    a_program,
    a_skill,
    an_application,
    some_settings,
    some_skills,
)

ROUND = CohortId(COHORT)
SLUGS = ("p1", "p2", "p3", "p4", "p5")
SKILLS = (
    a_skill("python"),
    a_skill("django", parent="python"),
    a_skill("docs", label="Documentation"),
    a_skill("writing-docs", label="Writing documentation"),
    *(a_skill(f"s{number}") for number in range(12)),
)
IDS = tuple(skill.id for skill in SKILLS)
TEXTS = (None, "...", "I write parsers", "Parsing and documentation", "机器学习", "Roses")


def skilled() -> st.SearchStrategy[tuple[Skilled, ...]]:
    one = st.builds(
        Skilled, skill=st.sampled_from(IDS), level=st.none() | st.sampled_from(SkillLevel)
    )
    return st.lists(one, max_size=8).map(tuple)


def spans() -> st.SearchStrategy[tuple[Hours, ...]]:
    hours = st.integers(6, 20).map(lambda hour: {"from": f"{hour}:15", "to": f"{hour + 3}:00"})
    days = st.sampled_from(Weekday)
    one = st.builds(lambda day, span: Hours.model_validate({"day": day} | span), days, hours)
    return st.lists(one, max_size=2).map(tuple)


@st.composite
def any_participant(draw: st.DrawFn, slug: str) -> Participant:
    entry = st.builds(
        Background,
        dimension=st.sampled_from(["Gender", "gender ", "Region"]),
        value=st.sampled_from(["x", "X", "y"]),
        wish=st.sampled_from(Wish),
        firm=st.booleans(),
    )
    return a_participant(
        slug,
        offers=draw(skilled()),
        wants=draw(skilled()),
        about=draw(st.sampled_from(TEXTS)),
        line=draw(st.sampled_from(TEXTS)),
        experience_years=draw(st.none() | st.integers(0, 40)),
        languages=draw(st.sampled_from([(), ("en",), ("pt-BR", "en"), ("pt-PT",), ("es",)])),
        timezone=draw(st.sampled_from([None, "Asia/Kathmandu", "Europe/Lisbon"])),
        hours=draw(spans()),
        parts_of_day=draw(st.sampled_from([(), tuple(PartOfDay)[:3]])),
        style=draw(
            st.none()
            | st.builds(
                WorkingStyle,
                feedback=st.none() | st.sampled_from(Feedback),
                contact=st.none() | st.sampled_from(Contact),
            )
        ),
        background=draw(st.lists(entry, max_size=2).map(tuple)),
    )


@st.composite
def any_application(draw: st.DrawFn, slug: str) -> Application:
    names = st.lists(st.sampled_from(SLUGS), max_size=3, unique=True).map(tuple)
    return an_application(
        slug,
        aim=draw(st.sampled_from(TEXTS)),
        asks_for=draw(names),
        wishes=draw(names),
        forms=draw(st.sampled_from([(), (Form.REVERSE,), (Form.ONE_TO_ONE, Form.REVERSE)])),
    )


weights = st.builds(Weights, **{name: st.integers(0, 100) for name in Weights.model_fields})


@st.composite
def any_program(draw: st.DrawFn) -> Program:
    people = [draw(any_participant(slug)) for slug in SLUGS[: draw(st.integers(1, 5))]]
    return a_program(
        settings=some_settings(matching=MatchingPolicy(weights=draw(st.just(Weights()) | weights))),
        skills=SKILLS,
        cohorts=[a_cohort(forms=(Form.ONE_TO_ONE, Form.REVERSE))],
        participants=people,
        applications=[draw(any_application(one.slug)) for one in people],
    )


def everybody(program: Program) -> tuple[Round, Sequence[Slug]]:
    return round_of(program, ROUND, today=TODAY), tuple(program.participants)


@given(any_program(), st.integers(0, 3))
def test_points_of_many_are_the_explained_ones_for_every_pair(program: Program, start: int) -> None:
    matching, slugs = everybody(program)
    people = [matching.candidates[slug] for slug in slugs]

    block = block_of(tables_of(matching, people, people), slice(start, start + 3))

    assert block.points.dtype == np.int16
    assert block.points.tolist() == [
        [fit(matching, mentor, mentee).points for mentor in people]
        for mentee in people[start : start + 3]
    ]


@given(any_program())
def test_no_criterion_gives_less_than_nothing_or_more_than_its_weight(program: Program) -> None:
    matching, slugs = everybody(program)

    for mentor in slugs:
        found = fit(matching, matching.candidates[mentor], matching.candidates[slugs[0]])
        assert all(0 <= reason.points <= reason.most for reason in found.reasons)
        assert all(reason.text[0].isupper() or reason.text[0].isdigit() for reason in found.reasons)


def test_more_mentees_than_usual_fit_into_one_block() -> None:
    people = [
        a_participant(f"b{number}", wants=some_skills("s1")) for number in range(ROWS_AT_ONCE)
    ]
    program = a_program(
        participants=[
            *(*people, a_mentor(offers=some_skills("s1"))),
            a_participant("z", wants=some_skills("s2")),
        ]
    )
    matching, slugs = everybody(program)
    mentees = [matching.candidates[slug] for slug in slugs if slug != "ana"]
    tables = tables_of(matching, mentees, [matching.candidates[Slug("ana")]])

    points = block_of(tables, slice(None)).points

    assert points.shape == (ROWS_AT_ONCE + 1, 1)
    assert points[:-1].tolist() == block_of(tables, slice(0, ROWS_AT_ONCE)).points.tolist()
    assert points[0] > points[-1]


@given(
    st.lists(st.sampled_from(IDS[4:]), min_size=1, max_size=5, unique=True),
    st.lists(st.sampled_from(IDS), max_size=16, unique=True),
)
def test_nobody_gains_by_ticking_skills_beyond_those_that_are_wanted(
    wanted: list[str], ticked: list[str]
) -> None:
    def points(offered: list[str]) -> int:
        ana = a_mentor(offers=some_skills(*dict.fromkeys(offered)))
        ben = a_participant(wants=some_skills(*wanted))
        matching, _ = everybody(a_program(participants=[ana, ben], skills=SKILLS))
        return fit(
            matching, matching.candidates[Slug("ana")], matching.candidates[Slug("ben")]
        ).points

    assert points([*wanted, *ticked]) <= points(wanted)


@pytest.mark.parametrize("people", [0, 1])
def test_a_round_without_mentors_has_blocks_without_columns(people: int) -> None:
    program = a_program(participants=[a_participant(f"b{number}") for number in range(people)])
    matching, slugs = everybody(program)

    block = block_of(
        tables_of(matching, [matching.candidates[slug] for slug in slugs], []), slice(0, 512)
    )

    assert block.points.shape == block.minutes.shape == block.worth.shape == (people, 0)
    assert block.languages.shape == (people, 0)
