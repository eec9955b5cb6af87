"""Who is left over is told how many mentors each kind of rule leaves, what would help and what else there is."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings

from mentorgen.analysis.matching import constraints, funnel
from mentorgen.analysis.matching.funnel import waiting_people
from mentorgen.analysis.matching.proposals import propose
from mentorgen.analysis.matching.rounds import round_of
from mentorgen.analysis.matching.rules import Rule
from mentorgen.analysis.matching.terms import Terms
from mentorgen.analysis.matching.values import FunnelStep, Waiting
from mentorgen.model.cohorts import Slot
from mentorgen.model.facts import Fact, FactKind
from mentorgen.model.ids import Slug
from mentorgen.model.people import Participant
from mentorgen.model.policies import HardRules, MatchingPolicy
from mentorgen.model.program import Program
from mentorgen.model.words import Form, Role
from tests.analysis.matching.proposals_made import ROUND, a_board, chosen
from tests.analysis.matching.small_programs import programs
from tests.builders import (
    STARTS,
    TODAY,
    a_cohort,
    a_fact,
    a_mentor,
    a_participant,
    a_program,
    an_application,
    some_skills,
)

KINDS = (
    ("takes part", {Rule.OTHER_FORM}),
    ("speaks a language", {Rule.NO_LANGUAGE}),
    ("has 1 hour a week", {Rule.TOO_FEW_HOURS}),
    (
        "can be in a pair",
        {
            Rule.SAME_PERSON,
            Rule.SAME_ROUND,
            Rule.TOGETHER_BEFORE,
            Rule.VETOED,
            Rule.SAME_TEAM,
            Rule.REPORTS_TO,
            Rule.BACKGROUND,
        },
    ),
    ("offers what is asked for", {Rule.NO_SKILL, Rule.BELOW_FLOOR}),
    ("had a place open", {Rule.FULL}),
)


def waiting_of(program: Program) -> dict[str, Waiting]:
    return {one.slug: one for one in propose(program, ROUND, today=TODAY).waiting}


def test_each_step_counts_the_mentors_who_are_left() -> None:
    mentors = [
        a_mentor("full", capacity=0, languages=("en",), offers=some_skills("docs")),
        a_mentor("taken", languages=("en",), offers=some_skills("docs")),
        a_mentor("unwanted", languages=("en",), offers=some_skills("docs")),
        a_mentor("other", languages=("es",), offers=some_skills("docs")),
        a_mentor("unskilled", languages=("en",), offers=some_skills("testing")),
        a_mentor("away", consent=None),
    ]
    mentees = [
        a_participant(slug, languages=("en",), wants=some_skills("docs")) for slug in ("ben", "cy")
    ]
    policy = MatchingPolicy(hard=HardRules(shared_skill=True))
    program = a_program(
        participants=[*mentors, *mentees],
        cohorts=[a_cohort(matching=policy)],
        person_facts={"ben": [a_fact(FactKind.VETOED, who="unwanted")]},
    )
    board = a_board(program)

    (ben,) = waiting_people(board, chosen(board, ("taken", "cy")), [Slug("ben")])

    assert ben == Waiting(
        slug=Slug("ben"),
        text="The mentors whom the rules allow for Ben have their places filled",
        steps=(
            FunnelStep(text="takes part in a form that suits", left=5),
            FunnelStep(text="speaks a language in common", left=4),
            FunnelStep(text="can be in a pair with them", left=3),
            FunnelStep(text="offers what is asked for and fits well enough", left=2),
            FunnelStep(text="had a place open for this round", left=1),
            FunnelStep(text="has a place left", left=0),
        ),
        change=ben.change,
        offers=(),
        waited=0,
    )


def test_the_text_says_in_a_sentence_why() -> None:
    ana, ben = a_mentor(languages=("es",)), a_participant("ben", languages=("en",))
    full = a_mentor("full", capacity=0)

    assert waiting_of(a_program(participants=[ben, full]))["ben"].text == (
        "No mentor has a place open for Ben at the moment"
    )
    assert waiting_of(a_program(participants=[ana, ben]))["ben"].text == (
        "The round's rules leave no mentor for Ben"
    )


def test_other_forms_are_offered_where_there_is_something_to_be_had() -> None:
    day = Slot.model_validate(
        {"schema": 1, "slug": "ana", "on": TODAY, "times": ({"at": "17:00"},)}
    )
    gone = day.model_copy(update={"on": date(2026, 1, 1)})
    people = [a_mentor(), *(a_participant(slug) for slug in ("ben", "cleo"))]
    forms = (Form.ONE_TO_ONE, Form.GROUP, Form.PEER, Form.FLASH, Form.REVERSE)
    requests = [
        an_application("ana", forms=(Form.ONE_TO_ONE,)),
        *(an_application(slug, forms=(Form.ONE_TO_ONE,)) for slug in ("ben", "cleo")),
    ]

    def offers(**more: object) -> tuple[Form, ...]:
        contents = {"participants": people, "applications": requests} | more
        program = a_program(cohorts=[a_cohort(forms=forms)], **contents)  # type: ignore[arg-type]
        (left,) = waiting_of(program).values()
        return left.offers

    circle = [*people, a_mentor("eve", capacity=4)]
    with_circle = [*requests, an_application("eve", forms=(Form.GROUP,))]
    opened = [*circle, *(a_participant(slug) for slug in ("f", "g", "h"))]
    in_circle = [an_application(slug, forms=(Form.GROUP,)) for slug in ("f", "g", "h")]
    assert offers() == (Form.PEER,)
    assert offers(slots=[gone]) == (Form.PEER,)
    assert offers(slots=[day]) == (Form.PEER, Form.FLASH)
    assert offers(participants=circle, applications=with_circle) == (Form.PEER,)
    assert offers(participants=opened, applications=[*with_circle, *in_circle]) == (
        Form.GROUP,
        Form.PEER,
    )


def test_where_very_many_wait_a_change_is_sought_for_those_who_have_waited_longest(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    ana = a_mentor(languages=("es",))
    people = [a_participant(f"p{at}", languages=("en",)) for at in range(4)]
    begin = STARTS - timedelta(days=200)
    before = a_cohort("2025-autumn", starts=begin, ends=STARTS)
    accepted = a_fact(FactKind.ACCEPTED, on=begin, cohort="2025-autumn")
    program = a_program(
        participants=[ana, *people],
        cohorts=[a_cohort(), before],
        applications=[an_application("p2", cohort="2025-autumn", applied=begin)],
        person_facts={"p2": [accepted]},
    )
    small = waiting_of(program)
    monkeypatch.setattr(funnel, "MOST_SOUGHT", 2)
    large = waiting_of(program)

    change = "one more language: Spanish"
    assert [small[one.slug].change for one in people] == [change] * 4
    assert small["p2"].waited == 1
    assert [large[one.slug].change for one in people] == [change, "", change, ""]
    assert large["p1"].steps == small["p1"].steps


def test_a_proposal_that_is_only_compared_seeks_no_change() -> None:
    apart = a_program(participants=[a_mentor(languages=("es",)), a_participant(languages=("en",))])

    (ben,) = propose(apart, ROUND, today=TODAY, terms=Terms(explained=False)).waiting

    assert ben.change == ""
    assert waiting_of(apart)["ben"].change == "one more language: Spanish"


@settings(max_examples=25)
@given(program=programs())
def test_the_steps_count_what_the_rules_say_pair_by_pair(program: Program) -> None:
    matching = round_of(program, ROUND, today=TODAY)
    mentors = [one.slug for one in program.participants.values() if one.role is not Role.MENTEE]

    for slug, waiting in waiting_of(program).items():
        rules = [
            {one.rule for one in constraints.why_not(matching, mentor, Slug(slug))}
            for mentor in mentors
        ]
        against: set[Rule] = {Rule.OTHER_ROLE, Rule.NOT_IN_ROUND}
        for step in waiting.steps[:-1]:
            against |= next(kind for text, kind in KINDS if step.text.startswith(text))
            assert step.left == sum(not found & against for found in rules)
        assert waiting.steps[-1].left == 0


def test_nothing_tells_a_veto_from_another_reason() -> None:
    def left(ana: Participant, ben: Participant, facts: dict[str, list[Fact]]) -> Waiting:
        program = a_program(participants=[ana, ben], person_facts=facts)
        return waiting_of(program)["ben"]

    ana, ben = a_mentor(), a_participant("ben")
    vetoed = a_fact(FactKind.VETOED, who="ana")
    vetoed_back = a_fact(FactKind.VETOED, who="ben")
    same_team = left(a_mentor(team="Web"), a_participant("ben", team="Web"), {})

    assert left(ana, ben, {"ben": [vetoed]}) == same_team
    assert left(ana, ben, {"ana": [vetoed_back]}) == same_team
    assert left(ana, a_participant("ben", reports_to="ana"), {}) == same_team
