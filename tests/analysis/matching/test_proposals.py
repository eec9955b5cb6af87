"""A proposal is the best for the round, explains itself, and works for any program of any size."""

from datetime import date
from random import Random

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from mentorgen.analysis.matching.constraints import allowed, why_not
from mentorgen.analysis.matching.criteria import fit
from mentorgen.analysis.matching.proposals import (
    OpenPlaces,
    Proposal,
    RunnerUp,
    Waiting,
    fit_of,
    propose,
)
from mentorgen.analysis.matching.rounds import round_of
from mentorgen.analysis.matching.scores import block_of, tables_of
from mentorgen.model.cohorts import Application
from mentorgen.model.facts import Fact, FactKind
from mentorgen.model.ids import CohortId, Slug
from mentorgen.model.people import Hours, Participant, WorkingStyle
from mentorgen.model.policies import HardRules, MatchingPolicy, Weights
from mentorgen.model.program import Program
from mentorgen.model.words import (
    Contact,
    Feedback,
    Form,
    Objective,
    PartOfDay,
    Role,
    SkillLevel,
    Weekday,
)
from tests.builders import (
    COHORT,
    TODAY,
    a_cohort,
    a_fact,
    a_mentor,
    a_pair,
    a_participant,
    a_program,
    a_skill,
    an_application,
    some_settings,
    some_skills,
)

ROUND = CohortId(COHORT)
SLUGS = ("p1", "p2", "p3", "p4", "p5", "p6")


def pairs_of(proposal: Proposal) -> set[tuple[str, str]]:
    return {(one.mentor, one.mentee) for one in proposal.suggestions}


def proposal_of(program: Program) -> Proposal:
    return propose(program, ROUND, today=TODAY)


def test_three_people_who_said_nothing_get_their_match() -> None:
    program = a_program(participants=[a_mentor(), a_participant("ben"), a_participant("cleo")])

    proposal = proposal_of(program)

    assert len(proposal.suggestions) == 1
    assert len(proposal.waiting) == 1
    assert proposal.note is None
    assert (proposal.considered_mentors, proposal.considered_mentees) == (1, 2)
    assert (proposal.possible_pairs, proposal.total) == (2, 51)


def test_a_suggestion_names_the_next_best_mentors_and_both_ranks() -> None:
    skills = {"a1": ("s1", "s2", "s3"), "a2": ("s1", "s2"), "a3": ("s1",), "a4": ("s2",), "a5": ()}
    mentors = [a_mentor(slug, offers=some_skills(*ids)) for slug, ids in skills.items()]
    ben = a_participant("ben", wants=some_skills("s1", "s2", "s3"))
    cleo = a_participant("cleo", wants=some_skills("s1", "s2"))
    program = a_program(participants=[*mentors, ben, cleo])

    proposal = proposal_of(program)

    ours, theirs = proposal.suggestions
    assert (ours.mentor, ours.mentee, ours.fit.points) == ("a1", "ben", 73)
    assert (ours.rank_for_mentee, ours.rank_for_mentor) == (1, 1)
    assert ours.runners_up_for_mentee == (
        RunnerUp(Slug("a2"), 58),
        RunnerUp(Slug("a5"), 51),
        RunnerUp(Slug("a3"), 43),
    )
    assert (theirs.mentor, theirs.rank_for_mentee, theirs.rank_for_mentor) == ("a2", 1, 1)
    assert proposal.total == 73 + 73
    assert proposal.mentors_with_places == tuple(
        OpenPlaces(Slug(slug), 1) for slug in ("a3", "a4", "a5")
    )


def test_somebody_who_wants_two_mentors_gets_the_second_after_everybody_has_a_first() -> None:
    ben = a_participant("ben", mentors_wanted=2)
    program = a_program(participants=[a_mentor("a1"), a_mentor("a2"), ben, a_participant("cleo")])
    alone = a_program(participants=[a_mentor("a1"), a_mentor("a2"), ben])

    assert {one.mentee for one in proposal_of(program).suggestions} == {"ben", "cleo"}
    assert pairs_of(proposal_of(alone)) == {("a1", "ben"), ("a2", "ben")}
    assert all(not one.runners_up_for_mentee for one in proposal_of(alone).suggestions)


def test_somebody_with_one_of_two_mentors_seeks_the_other_but_does_not_count_as_waiting() -> None:
    ana, cleo = a_mentor("ana"), a_mentor("cleo")
    ben = a_participant("ben", mentors_wanted=2)
    yes = {f"{COHORT}/ana-ben": [a_fact(FactKind.CONFIRMED, by=by) for by in ("ana", "ben")]}
    with_room = a_program(participants=[ana, cleo, ben], pairs=[a_pair()], pair_facts=yes)
    without = a_program(participants=[ana, ben], pairs=[a_pair()], pair_facts=yes)

    assert pairs_of(proposal_of(with_room)) == {("cleo", "ben")}
    assert proposal_of(without).waiting == ()


def test_who_waits_is_told_why() -> None:
    ana, ben = a_mentor(languages=("es",)), a_participant("ben", languages=("en",))
    cleo, dora = a_participant("cleo"), a_participant("dora")

    assert proposal_of(a_program(participants=[ben])).waiting == (
        Waiting(Slug("ben"), "No mentor has a place open for Ben at the moment"),
    )
    (only,) = proposal_of(a_program(participants=[ana, ben])).waiting
    assert only.text == "The round's rules leave no mentor for Ben"
    (last,) = proposal_of(a_program(participants=[ana, cleo, dora])).waiting
    assert last.text.startswith("The mentors whom the rules allow for ")


def test_a_round_with_nothing_to_suggest_says_why_in_a_sentence() -> None:
    peers = a_cohort(forms=(Form.PEER, Form.FLASH))
    apart = [a_mentor(languages=("es",)), a_participant(languages=("en",))]

    notes = [
        proposal_of(a_program(cohorts=[peers])).note,
        proposal_of(a_program(participants=())).note,
        proposal_of(a_program(participants=[a_mentor()])).note,
        proposal_of(a_program(participants=[a_participant()])).note,
        proposal_of(
            a_program(
                participants=[a_mentor(), a_participant()], applications=[an_application("ben")]
            )
        ).note,
        proposal_of(a_program(participants=apart)).note,
    ]

    assert notes == [
        "In 2026 Spring people find each other without a mentor being suggested.",
        "Nobody in 2026 Spring seeks a mentor at the moment.",
        "Nobody in 2026 Spring seeks a mentor at the moment.",
        "No mentor in 2026 Spring has a place open at the moment.",
        "No mentor who applied to 2026 Spring has a place open at the moment.",
        "No mentor and mentee of 2026 Spring may be matched under the round's rules.",
    ]


def test_a_person_can_be_mentor_and_mentee_at_once_but_never_their_own() -> None:
    both = [a_participant(slug, role=Role.BOTH) for slug in ("ana", "ben")]

    assert pairs_of(proposal_of(a_program(participants=both))) == {("ana", "ben"), ("ben", "ana")}
    assert proposal_of(a_program(participants=both[:1])).suggestions == ()


def test_a_cohort_can_have_its_own_policy() -> None:
    policy = MatchingPolicy(weights=Weights(skills=7, hours=0, style=0, languages=0, wishes=0))
    program = a_program(cohorts=[a_cohort(matching=policy)])

    (only,) = proposal_of(program).suggestions

    assert (only.fit.points, only.fit.most) == (4, 7)
    assert proposal_of(program).policy is policy


def test_best_fit_puts_the_total_before_the_number_of_people() -> None:
    ana, cleo = (a_mentor("ana", offers=some_skills("s1")), a_mentor("cleo", languages=("es",)))
    ben = a_participant("ben", wants=some_skills("s1"), languages=("en",))
    program = a_program(
        participants=[ana, cleo, ben],
        settings=some_settings(matching=MatchingPolicy(objective=Objective.BEST_FIT)),
    )

    assert pairs_of(proposal_of(program)) == {("ana", "ben")}


def test_any_two_people_can_be_judged_as_a_pair() -> None:
    program = a_program(pairs=[a_pair()])

    found = fit_of(program, Slug("ana"), Slug("ben"), ROUND, today=TODAY)

    assert (found.points, found.most) == (51, 100)


def test_a_rolling_round_looks_a_year_ahead_and_one_that_ends_before_it_starts_a_week() -> None:
    rolling = a_program(cohorts=[a_cohort(rolling=True)], participants=[zoned()])
    endless = a_program(cohorts=[a_cohort(ends=None)], participants=[zoned()])
    undated = a_program(cohorts=[a_cohort(starts=None, ends=None)], participants=[zoned()])
    turned = a_program(cohorts=[a_cohort(ends=date(2025, 1, 1))], participants=[zoned()])

    assert round_of(rolling, ROUND, today=TODAY).weeks[0] == date(2026, 3, 30)
    assert len(round_of(rolling, ROUND, today=TODAY).weeks) == 4
    assert round_of(endless, ROUND, today=TODAY).weeks[0] == date(2026, 3, 2)
    assert round_of(undated, ROUND, today=TODAY).weeks[0] == date(2026, 3, 30)
    assert round_of(turned, ROUND, today=TODAY).weeks == (date(2026, 3, 2),)


def zoned() -> Participant:
    return a_participant(timezone="Europe/Lisbon")


def some_of(draw: st.DrawFn, choices: tuple[str, ...], most: int = 3) -> tuple[str, ...]:
    return tuple(draw(st.lists(st.sampled_from(choices), max_size=most, unique=True)))


@st.composite
def any_participant(draw: st.DrawFn, slug: str) -> Participant:
    levels = st.none() | st.sampled_from(SkillLevel)
    ids = ("python", "django", "cooking", "s1", "s2", "s3", "s4")
    span = Hours.model_validate({"day": Weekday.MON, "from": "8:00", "to": "12:00"})
    return a_participant(
        slug,
        role=draw(st.sampled_from(Role)),
        capacity=draw(st.integers(0, 3)),
        mentors_wanted=draw(st.integers(1, 2)),
        offers=some_skills(*some_of(draw, ids, 7), level=draw(levels)),
        wants=some_skills(*some_of(draw, ids), level=draw(levels)),
        languages=some_of(draw, ("en", "es", "pt-BR", "pt-PT")),
        timezone=draw(st.sampled_from([None, "Asia/Kathmandu", "Europe/Lisbon"])),
        hours=draw(st.sampled_from([(), (span,)])),
        parts_of_day=draw(st.sampled_from([(), tuple(PartOfDay)[:3]])),
        style=draw(
            st.none()
            | st.builds(
                WorkingStyle,
                feedback=st.none() | st.sampled_from(Feedback),
                contact=st.none() | st.sampled_from(Contact),
            )
        ),
        team=draw(st.sampled_from([None, None, "Loom", "loom "])),
        reports_to=draw(st.sampled_from([None, None, None, *SLUGS])),
    )


@st.composite
def any_application(draw: st.DrawFn, slug: str) -> Application:
    return an_application(
        slug,
        role=draw(st.none() | st.sampled_from(Role)),
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
)


@st.composite
def any_program(draw: st.DrawFn) -> Program:
    people = [draw(any_participant(slug)) for slug in SLUGS[: draw(st.integers(2, 6))]]
    slugs = [one.slug for one in people]
    applicants = draw(st.sampled_from([[], slugs, slugs[1:]]))
    vetoing, vetoed, mentor, mentee = (draw(st.sampled_from(slugs)) for _ in range(4))
    veto: Fact = a_fact(FactKind.VETOED, who=vetoed)
    cohort = draw(st.sampled_from([COHORT, "2025-autumn"]))
    return a_program(
        settings=some_settings(matching=draw(policies)),
        skills=[a_skill("python"), a_skill("django", parent="python"), a_skill("cooking")],
        cohorts=[a_cohort(), a_cohort("2025-autumn")],
        participants=people,
        applications=[draw(any_application(slug)) for slug in applicants],
        pairs=[a_pair("one", cohort, mentors=(mentor,), mentees=(mentee,))],
        person_facts={vetoing: [veto]},
    )


@given(any_program())
def test_fast_points_and_rules_are_the_explained_ones_for_every_pair(program: Program) -> None:
    matching = round_of(program, ROUND, today=TODAY)
    everybody = tuple(matching.candidates.values())
    tables = tables_of(matching, everybody, everybody)
    rows = slice(1, 4)
    block = block_of(tables, rows)
    free = allowed(tables, block, rows)

    person_rules = {"not-in-round", "other-role", "no-consent", "away", "full", "has-mentor"}
    for row, mentee in enumerate(everybody[rows]):
        for column, mentor in enumerate(everybody):
            assert int(block.points[row, column]) == fit(matching, mentor, mentee).points
            barriers = {one.rule for one in why_not(matching, mentor.slug, mentee.slug)}
            assert bool(free[row, column]) is (barriers <= person_rules)


@given(any_program())
def test_a_proposal_keeps_every_rule_and_leaves_nobody_out_who_could_be_matched(
    program: Program,
) -> None:
    matching = round_of(program, ROUND, today=TODAY)

    proposal = proposal_of(program)

    chosen = pairs_of(proposal)
    assert len(chosen) == len(proposal.suggestions)
    assert all(not why_not(matching, Slug(a), Slug(b)) for a, b in chosen)
    for slug, person in program.participants.items():
        load = sum(mentor == slug for mentor, _ in chosen)
        assert load <= person.capacity - matching.places[slug].taken or not load
    left = {one.slug: one.places for one in proposal.mentors_with_places}
    for one in proposal.waiting:
        assert all(why_not(matching, mentor, one.slug) for mentor in left)
    assert proposal.total == sum(one.fit.points for one in proposal.suggestions)


@given(any_program(), st.randoms(use_true_random=False))
def test_the_order_of_files_changes_nothing(program: Program, random: Random) -> None:
    people = list(program.participants.values())
    random.shuffle(people)
    shuffled = a_program(
        settings=program.settings,
        skills=program.skills.values(),
        cohorts=program.cohorts.values(),
        participants=people,
        applications=program.applications[ROUND],
        pairs=program.pairs.values(),
        person_facts={str(slug): facts for slug, facts in program.person_facts.items()},
    )
    turned = Program(
        **{
            field: getattr(shuffled, field)
            for field in Program.__slots__
            if field != "participants"
        },
        participants={one.slug: one for one in people},
    )

    assert proposal_of(turned) == proposal_of(program)


def test_hundreds_of_people_are_matched_at_once() -> None:
    random = np.random.default_rng(7)
    words = tuple(f"s{number}" for number in range(30))
    mentors = [
        a_mentor(f"a{n}", offers=some_skills(*random.choice(words, 3)), capacity=2)
        for n in range(300)
    ]
    mentees = [
        a_participant(f"b{n}", wants=some_skills(*random.choice(words, 3))) for n in range(600)
    ]

    proposal = proposal_of(a_program(participants=[*mentors, *mentees]))

    assert len(proposal.suggestions) == 600
    assert not proposal.waiting
