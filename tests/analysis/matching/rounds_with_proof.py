"""A round with its certificate, for the tests of certificates and of their check."""

from functools import cache

from mentorgen.analysis.matching.certificate_sheets import Certificate
from mentorgen.analysis.matching.certificates import certificate_of
from mentorgen.analysis.matching.proposals import run_of
from mentorgen.model.facts import FactKind
from mentorgen.model.ids import CohortId, Slug
from mentorgen.model.policies import GroupSizes, LockedPair, MatchingPolicy
from mentorgen.model.program import Program
from mentorgen.model.words import Form
from tests.builders import (
    COHORT,
    TODAY,
    a_cohort,
    a_fact,
    a_mentor,
    a_participant,
    a_program,
    a_skill,
    a_slot,
    a_time,
    an_application,
    some_settings,
    some_skills,
)

LOCKED = MatchingPolicy(locked=(LockedPair(mentor=Slug("mona"), mentee=Slug("mike")),))


def some_program(*, policy: MatchingPolicy = LOCKED) -> Program:
    """Three mentors with six places and six mentees, two of whom want two mentors; one veto, one lock."""
    return a_program(
        settings=some_settings(matching=policy),
        skills=[a_skill("css"), a_skill("python"), a_skill("testing")],
        cohorts=[a_cohort()],
        participants=[
            a_mentor("ana", offers=some_skills("python", "testing"), capacity=2, languages=("en",)),
            a_mentor("bea", offers=some_skills("css"), capacity=2, languages=("en", "es")),
            a_mentor("mona", offers=some_skills("python"), capacity=2, languages=("es",)),
            a_participant("ken", wants=some_skills("python"), mentors_wanted=2),
            a_participant("lea", wants=some_skills("css"), languages=("en",)),
            a_participant("mike", wants=some_skills("testing")),
            a_participant("nora", wants=some_skills("testing", "css"), mentors_wanted=2),
            a_participant("otto", wants=some_skills("python"), languages=("es",)),
            a_participant("pia", wants=some_skills("css", "python")),
        ],
        person_facts={"ken": [a_fact(FactKind.VETOED, who="bea")]},
    )


def certified(program: Program) -> Certificate:
    """Match the program's only round on the usual day and certify what comes out."""
    return certificate_of(run_of(program, CohortId(COHORT), today=TODAY))


@cache
def a_certificate() -> Certificate:
    """The certificate of that program, made once."""
    return certified(some_program())


@cache
def every_form() -> Program:
    """Two pairs, one of them locked, two circles of which one opens, five peers, and two times for three."""
    css, python = some_skills("css"), some_skills("python")
    people = {
        Form.ONE_TO_ONE: [
            a_mentor("ana", offers=css),
            a_mentor("bea", offers=python),
            a_participant("ken", wants=python),
            a_participant("lea", wants=css),
        ],
        Form.GROUP: [
            a_mentor("gil", offers=css, capacity=8),
            a_mentor("hal", offers=python, capacity=8),
            *(a_participant(f"g{at}", wants=css) for at in range(3)),
            *(a_participant(f"h{at}", wants=python) for at in range(2)),
        ],
        Form.PEER: [a_participant(f"p{at}", wants=css if at % 2 else python) for at in range(5)],
        Form.FLASH: [a_mentor("sam"), *(a_participant(f"f{at}") for at in range(3))],
    }
    locked = (LockedPair(mentor=Slug("ana"), mentee=Slug("ken")),)
    return a_program(
        cohorts=[a_cohort(forms=tuple(people))],
        participants=[one for some in people.values() for one in some],
        applications=[
            an_application(str(one.slug), forms=(form,))
            for form, some in people.items()
            for one in some
        ],
        skills=[a_skill("css"), a_skill("python")],
        slots=[a_slot("sam", times=(a_time(600), a_time(540)))],
        settings=some_settings(
            matching=MatchingPolicy(groups=GroupSizes(smallest=3), locked=locked)
        ),
    )
