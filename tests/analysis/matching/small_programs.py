"""Small programs by chance, in which some people are left over for all kinds of reasons."""

from hypothesis import strategies as st

from mentorgen.model.facts import FactKind
from mentorgen.model.ids import SkillId
from mentorgen.model.people import Hours, Participant
from mentorgen.model.policies import HardRules, MatchingPolicy
from mentorgen.model.program import Program
from mentorgen.model.words import Form, Role, Weekday
from tests.builders import (
    a_cohort,
    a_fact,
    a_participant,
    a_program,
    a_skill,
    an_application,
    some_skills,
)

SKILLS = tuple(map(SkillId, ("docs", "packaging", "testing")))
LANGUAGES = ("en", "es", "fr")
MENTORS, MENTEES = ("m1", "m2", "m3"), ("a", "b", "c", "d", "e")

skill_sets = st.lists(st.sampled_from(SKILLS), unique=True, max_size=2)
language_sets = st.lists(st.sampled_from(LANGUAGES), unique=True, max_size=2)


@st.composite
def hours(draw: st.DrawFn) -> tuple[Hours, ...]:
    """Nothing, or two hours on one of two evenings."""
    day = draw(st.sampled_from((None, None, Weekday.TUE, Weekday.WED)))
    if day is None:
        return ()
    return (Hours.model_validate({"day": day, "from": "18:00", "to": "20:00"}),)


@st.composite
def policies(draw: st.DrawFn) -> MatchingPolicy:
    """Some rules hold, some do not."""
    return MatchingPolicy(
        hard=HardRules(shared_language=draw(st.booleans()), shared_skill=draw(st.booleans())),
        minimum_hours=draw(st.sampled_from((0, 0, 1))),
        floor=draw(st.sampled_from((0, 0, 47))),
    )


@st.composite
def people(draw: st.DrawFn, slug: str, role: Role) -> Participant:
    """Somebody who says some things of themselves."""
    free = draw(hours())
    mentors = role is not Role.MENTEE
    return a_participant(
        slug,
        role=role,
        languages=tuple(draw(language_sets)),
        offers=some_skills(*draw(skill_sets)) if mentors else (),
        wants=() if role is Role.MENTOR else some_skills(*draw(skill_sets)),
        capacity=draw(st.integers(0, 2)),
        mentors_wanted=draw(st.sampled_from((1, 1, 2))),
        hours=free,
        timezone="Europe/Berlin" if free else None,
    )


@st.composite
def programs(draw: st.DrawFn) -> Program:
    """Three mentors, one of whom may seek one too, five mentees, some wishes and some vetoes."""
    roles = {"m1": draw(st.sampled_from((Role.MENTOR, Role.BOTH)))}
    everyone = [
        *(draw(people(slug, roles.get(slug, Role.MENTOR))) for slug in MENTORS),
        *(draw(people(slug, Role.MENTEE)) for slug in MENTEES),
    ]
    slugs = st.sampled_from((*MENTORS, *MENTEES))
    vetoes = draw(st.lists(st.tuples(slugs, slugs), max_size=3))
    applications = [
        an_application(one.slug, wishes=tuple(draw(st.lists(slugs, unique=True, max_size=2))))
        for one in everyone
    ]
    return a_program(
        participants=everyone,
        skills=[a_skill(skill) for skill in SKILLS],
        cohorts=[a_cohort(matching=draw(policies()), forms=(Form.ONE_TO_ONE, Form.PEER))],
        applications=applications if draw(st.booleans()) else (),
        person_facts={one: [a_fact(FactKind.VETOED, who=other)] for one, other in vetoes},
    )
