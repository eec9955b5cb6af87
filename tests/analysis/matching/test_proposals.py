"""A proposal is the best for the round in every form, and explains itself."""

from datetime import date

import numpy as np
import pytest

from mentorgen.analysis.matching.proposals import fit_of, propose
from mentorgen.analysis.matching.rounds import round_of
from mentorgen.analysis.matching.terms import AS_IT_IS, Pairing, Terms
from mentorgen.analysis.matching.values import OpenPlaces, Proposal
from mentorgen.model.cohorts import Cohort
from mentorgen.model.facts import Fact, FactKind
from mentorgen.model.ids import CohortId, Slug
from mentorgen.model.people import Participant
from mentorgen.model.policies import GroupSizes, MatchingPolicy, Weights
from mentorgen.model.program import Program
from mentorgen.model.words import Changes, Form, Objective, Role
from tests.builders import (
    COHORT,
    TODAY,
    a_cohort,
    a_fact,
    a_mentor,
    a_pair,
    a_participant,
    a_program,
    an_application,
    some_settings,
    some_skills,
)

ROUND = CohortId(COHORT)


def pairs_of(proposal: Proposal) -> set[Pairing]:
    return {(match.mentor, match.mentee) for one in proposal.suggestions for match in one.matches}


def proposal_of(program: Program, terms: Terms = AS_IT_IS) -> Proposal:
    return propose(program, ROUND, today=TODAY, terms=terms)


def test_three_people_who_said_nothing_get_their_match() -> None:
    people = [a_mentor(), a_participant("ben"), a_participant("cleo")]

    proposal = proposal_of(a_program(participants=people))

    (only,) = proposal.suggestions
    assert (only.form, only.mentors) == (Form.ONE_TO_ONE, ("ana",))
    assert len(proposal.waiting) == 1
    assert proposal.note is None
    assert (proposal.considered_mentors, proposal.considered_mentees) == (1, 2)
    assert (proposal.possible_pairs, proposal.total) == (2, only.points)
    assert dict(proposal.values)["people"] == 1


def test_a_suggestion_names_the_next_best_mentors_what_they_cost_and_both_ranks() -> None:
    skills = {"a1": ("s1", "s2", "s3"), "a2": ("s1", "s2"), "a3": ("s1",), "a4": ("s9",), "a5": ()}
    mentors = [a_mentor(slug, offers=some_skills(*ids)) for slug, ids in skills.items()]
    ben = a_participant("ben", wants=some_skills("s1", "s2", "s3"))
    cleo = a_participant("cleo", wants=some_skills("s1", "s2"))
    program = a_program(participants=[*mentors, ben, cleo])

    proposal = proposal_of(program)

    ours, theirs = (one.matches[0] for one in proposal.suggestions)
    assert (ours.mentor, ours.mentee) == ("a1", "ben")
    assert (ours.rank_for_mentee, ours.rank_for_mentor) == (1, 1)
    points = {
        slug: fit_of(program, Slug(slug), Slug("ben"), ROUND, today=TODAY).points for slug in skills
    }
    best = sorted(points, key=lambda slug: (-points[slug], slug))[1:4]
    assert [(one.slug, one.points) for one in ours.alternatives] == [
        (slug, points[slug]) for slug in best
    ]
    assert (theirs.mentor, theirs.rank_for_mentee) == ("a2", 1)
    assert proposal.total == ours.fit.points + theirs.fit.points
    assert proposal.mentors_with_places == tuple(
        OpenPlaces(slug=Slug(slug), places=1) for slug in ("a3", "a4", "a5")
    )


def test_the_loss_of_an_alternative_is_what_forcing_it_would_lose() -> None:
    random = np.random.default_rng(3)
    words = tuple(f"s{number}" for number in range(6))
    mentors = [a_mentor(f"a{n}", offers=some_skills(*random.choice(words, 3))) for n in range(4)]
    mentees = [
        a_participant(f"b{n}", wants=some_skills(*random.choice(words, 3))) for n in range(5)
    ]
    program = a_program(participants=[*mentors, *mentees])
    usual = proposal_of(program)
    alternatives = [
        (match, other)
        for suggestion in usual.suggestions
        for match in suggestion.matches
        for other in match.alternatives
    ]

    assert len(alternatives) == 4 * 3
    for match, other in alternatives:
        forced = proposal_of(program, Terms(forced=((other.slug, match.mentee),)))
        assert other.loss is not None
        assert other.loss.points == usual.total - forced.total
        assert other.loss.people == len(usual.suggestions) - len(forced.suggestions)


def test_in_a_run_without_explanations_no_loss_is_sought() -> None:
    program = a_program(participants=[a_mentor(), a_mentor("cleo"), a_participant("ben")])

    brief, usual = proposal_of(program, Terms(explained=False)), proposal_of(program)

    assert pairs_of(brief) == pairs_of(usual)
    assert [one.loss for one in brief.suggestions[0].matches[0].alternatives] == [None]
    assert (brief.figures, brief.seat_prices, brief.recruits) == (None, (), ())
    assert usual.figures is not None


def test_somebody_who_wants_two_mentors_gets_the_second_after_everybody_has_a_first() -> None:
    ben = a_participant("ben", mentors_wanted=2)
    program = a_program(participants=[a_mentor("a1"), a_mentor("a2"), ben, a_participant("cleo")])
    alone = a_program(participants=[a_mentor("a1"), a_mentor("a2"), ben])

    assert {mentee for _, mentee in pairs_of(proposal_of(program))} == {"ben", "cleo"}
    assert pairs_of(proposal_of(alone)) == {("a1", "ben"), ("a2", "ben")}
    for suggestion in proposal_of(alone).suggestions:
        assert suggestion.form is Form.ONE_TO_ONE
        assert not suggestion.matches[0].alternatives


def test_a_settled_first_mentor_gives_no_second_one_the_rank_of_a_first() -> None:
    ben = a_participant("ben", mentors_wanted=2, wants=some_skills("s1"))
    people = [a_mentor("a1"), a_mentor("a2", offers=some_skills("s1")), ben, a_participant("cleo")]
    yes = {f"{COHORT}/a1-ben": [a_fact(FactKind.CONFIRMED, by=by) for by in ("a1", "ben")]}
    standing = a_program(
        participants=people, pairs=[a_pair("a1-ben", mentors=("a1",))], pair_facts=yes
    )
    locked = proposal_of(a_program(participants=people), Terms(forced=((Slug("a1"), Slug("ben")),)))

    assert pairs_of(locked) == {("a1", "ben"), ("a2", "cleo")}
    assert pairs_of(proposal_of(standing)) == {("a2", "cleo")}


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

    def texts(*people: Participant) -> list[str]:
        return [one.text for one in proposal_of(a_program(participants=people)).waiting]

    assert texts(ben) == ["No mentor has a place open for Ben at the moment"]
    assert texts(ana, ben) == ["The round's rules leave no mentor for Ben"]
    (last,) = texts(ana, cleo, dora)
    assert last.startswith("The mentors whom the rules allow for ")


def test_a_person_can_be_mentor_and_mentee_at_once_but_never_their_own() -> None:
    both = [
        a_participant("ana", role=Role.BOTH, offers=some_skills("s1"), wants=some_skills("s2")),
        a_participant("ben", role=Role.BOTH, offers=some_skills("s2"), wants=some_skills("s1")),
    ]

    assert pairs_of(proposal_of(a_program(participants=both))) == {("ana", "ben"), ("ben", "ana")}
    assert proposal_of(a_program(participants=both[:1])).suggestions == ()


def test_a_cohort_and_a_run_can_have_their_own_policy() -> None:
    nothing = dict.fromkeys(Weights.model_fields, 0)
    own = MatchingPolicy(weights=Weights(**(nothing | {"skills": 7})))
    other = MatchingPolicy(weights=Weights(**(nothing | {"hours": 9})))
    program = a_program(cohorts=[a_cohort(matching=own)])

    (usual,) = proposal_of(program).suggestions
    (changed,) = proposal_of(program, Terms(policy=other)).suggestions

    assert (usual.points, usual.matches[0].fit.most) == (4, 7)
    assert (changed.points, changed.matches[0].fit.most) == (5, 9)
    assert proposal_of(program).policy is own
    assert proposal_of(program, Terms(policy=other)).policy is other


def fits(ana: str, ben: str, cleo: str, dora: str) -> Program:
    """Ana and Ben are mentors for these skills; Cleo and Dora seek these."""
    skilled = (some_skills(*words.split()) for words in (ana, ben, cleo, dora))
    offers, others, wants, more = skilled
    return a_program(
        participants=[
            a_mentor("ana", offers=offers),
            a_mentor("ben", offers=others),
            a_participant("cleo", wants=wants),
            a_participant("dora", wants=more),
        ]
    )


def test_most_people_come_first_whatever_the_objective_is() -> None:
    ana, cleo = (a_mentor("ana", offers=some_skills("s1")), a_mentor("cleo", languages=("es",)))
    people = [ana, cleo, a_participant("ben", wants=some_skills("s1"), languages=("en",))]
    dora = a_participant("dora", languages=("es", "en"), wants=some_skills("s1"))
    for objective in Objective:
        policy = MatchingPolicy(objective=objective)
        program = a_program(participants=[*people, dora], settings=some_settings(matching=policy))

        assert pairs_of(proposal_of(program)) == {("ana", "ben"), ("cleo", "dora")}


def circles(*sizes: int, asked: int, smallest: int = 3, largest: int = 8) -> Proposal:
    """Mentors of circles with so many places, and so many who take one."""
    mentors = [a_mentor(f"a{at}", capacity=size) for at, size in enumerate(sizes)]
    mentees = [a_participant(f"b{at}") for at in range(asked)]
    policy = MatchingPolicy(groups=GroupSizes(smallest=smallest, largest=largest))
    return proposal_of(
        a_program(
            cohorts=[a_cohort(forms=(Form.GROUP,), matching=policy)],
            participants=[*mentors, *mentees],
        )
    )


@pytest.mark.parametrize(
    ("sizes", "asked", "found"),
    [
        ((5,), 4, [4]),
        ((5,), 2, []),
        ((5, 5), 7, [3, 4]),
        ((5, 5), 5, [5]),
        ((20,), 12, [8]),
        ((2, 4), 6, [4]),
    ],
)
def test_a_circle_has_as_many_as_its_policy_says_or_is_not_opened(
    sizes: tuple[int, ...], asked: int, found: list[int]
) -> None:
    proposal = circles(*sizes, asked=asked)

    assert all(one.form is Form.GROUP for one in proposal.suggestions)
    opened = sorted(len(one.mentees) for one in proposal.suggestions)
    assert sum(opened) == sum(found)
    assert len(opened) == len(found)
    assert len(proposal.waiting) == asked - sum(found)


def test_a_suggestion_of_a_circle_has_a_match_for_everybody_in_it() -> None:
    (circle,) = circles(4, asked=4).suggestions

    assert circle.mentors == ("a0",)
    assert (
        tuple(match.mentee for match in circle.matches)
        == circle.mentees
        == (
            "b0",
            "b1",
            "b2",
            "b3",
        )
    )


def test_in_reverse_the_junior_is_the_mentor_where_both_asked_for_it() -> None:
    junior = a_mentor("junior", experience_years=1, offers=some_skills("s1"))
    senior = a_participant("senior", experience_years=20, wants=some_skills("s1"))
    forms = (Form.ONE_TO_ONE, Form.REVERSE)

    def suggested(*named: Form) -> list[tuple[Form, tuple[str, ...]]]:
        program = a_program(
            cohorts=[a_cohort(forms=forms)],
            participants=[junior, senior],
            applications=[
                an_application("junior", forms=(Form.REVERSE,)),
                an_application("senior", forms=named),
            ],
        )
        return [(one.form, one.everyone) for one in proposal_of(program).suggestions]

    assert suggested(Form.REVERSE) == [(Form.REVERSE, ("junior", "senior"))]
    assert suggested() == []


STOOD = (
    a_pair("one", mentors=("ana",), mentees=("cleo",), starts=TODAY),
    a_pair("two", mentors=("ben",), mentees=("dora",), starts=TODAY),
)


def a_standing_round(changes: Changes, **facts: list[Fact]) -> Program:
    """Ana and Dora, and Ben and Cleo, would fit better than the pairs that stand."""
    swapped = fits("s1", "s2", "s2", "s1")
    policy = MatchingPolicy(changes=changes)
    return a_program(
        settings=some_settings(matching=policy),
        participants=swapped.participants.values(),
        pairs=STOOD,
        pair_facts={f"{COHORT}/{name}": found for name, found in facts.items()},
    )


def test_suggestions_keep_their_places_unless_a_rematch_is_asked() -> None:
    program = a_standing_round(Changes.LAST)

    assert proposal_of(program).suggestions == ()
    assert pairs_of(proposal_of(program, Terms(rematch=True))) == {("ana", "dora"), ("ben", "cleo")}


def test_a_rematch_keeps_what_stands_where_the_policy_puts_that_first() -> None:
    proposal = proposal_of(a_standing_round(Changes.FIRST), Terms(rematch=True))

    assert pairs_of(proposal) == {("ana", "cleo"), ("ben", "dora")}
    assert [one.standing for one in proposal.suggestions] == [pair.id for pair in STOOD]
    assert dict(proposal.values)["kept"] == 2


def test_a_confirmed_pair_never_moves() -> None:
    yes = [a_fact(FactKind.CONFIRMED, TODAY, by=slug) for slug in ("ana", "cleo")]

    proposal = proposal_of(a_standing_round(Changes.LAST, one=yes), Terms(rematch=True))

    assert [(one.everyone, one.standing) for one in proposal.suggestions] == [
        (("ben", "dora"), f"{COHORT}/two")
    ]


def test_who_said_no_is_not_suggested_again_and_one_no_moves_nobody_else() -> None:
    people = [a_mentor(slug) for slug in ("a1", "a2", "a3", "a4")]
    mentees = [a_participant(slug) for slug in ("b1", "b2", "b3", "b4")]
    pairs = [
        a_pair(f"p{n}", mentors=(f"a{n}",), mentees=(f"b{n}",), starts=TODAY) for n in (1, 2, 3)
    ]
    program = a_program(
        settings=some_settings(matching=MatchingPolicy(changes=Changes.FIRST)),
        participants=[*people, *mentees],
        pairs=pairs,
        pair_facts={f"{COHORT}/p1": [a_fact(FactKind.DECLINED, TODAY, by="b1")]},
    )

    proposal = proposal_of(program, Terms(rematch=True))

    assert {("a2", "b2"), ("a3", "b3")} < pairs_of(proposal)
    assert pairs_of(proposal) - {("a2", "b2"), ("a3", "b3")} == {("a4", "b1"), ("a1", "b4")}


def test_a_circle_that_somebody_declined_does_not_move() -> None:
    circle = a_pair(form=Form.GROUP, mentees=("ben", "cleo", "dora"), starts=TODAY)
    declined = {str(circle.id): [a_fact(FactKind.DECLINED, TODAY, by="dora")]}

    def rematched(facts: dict[str, list[Fact]]) -> list[tuple[str, ...]]:
        program = a_program(
            cohorts=[a_cohort(forms=(Form.GROUP,))],
            participants=[
                a_mentor(capacity=3),
                *(a_participant(slug) for slug in ("ben", "cleo", "dora")),
            ],
            pairs=[circle],
            pair_facts=facts,
        )
        return [one.mentees for one in proposal_of(program, Terms(rematch=True)).suggestions]

    assert rematched({}) == [("ben", "cleo", "dora")]
    assert rematched(declined) == []


def test_any_two_people_can_be_judged_as_a_pair() -> None:
    program = a_program(pairs=[a_pair()])

    found = fit_of(program, Slug("ana"), Slug("ben"), ROUND, today=TODAY)

    assert found.most == 100
    assert 0 < found.points < 100


def test_a_rolling_round_looks_a_year_ahead_and_one_that_ends_before_it_starts_a_week() -> None:
    zoned = a_participant(timezone="Europe/Lisbon")

    def weeks(cohort: Cohort) -> tuple[date, ...]:
        program = a_program(cohorts=[cohort], participants=[zoned])
        return round_of(program, ROUND, today=TODAY).weeks

    assert weeks(a_cohort(rolling=True))[0] == date(2026, 3, 30)
    assert len(weeks(a_cohort(rolling=True))) == 4
    assert weeks(a_cohort(ends=None))[0] == date(2026, 3, 2)
    assert weeks(a_cohort(starts=None, ends=None))[0] == date(2026, 3, 30)
    assert weeks(a_cohort(ends=date(2025, 1, 1))) == (date(2026, 3, 2),)


def test_hundreds_of_people_are_matched_at_once() -> None:
    random = np.random.default_rng(7)
    words = tuple(f"s{number}" for number in range(30))
    mentors = [
        a_mentor(f"a{n}", offers=some_skills(*random.choice(words, 3)), capacity=2)
        for n in range(150)
    ]
    mentees = [
        a_participant(f"b{n}", wants=some_skills(*random.choice(words, 3))) for n in range(300)
    ]

    proposal = proposal_of(a_program(participants=[*mentors, *mentees]))

    assert len(proposal.suggestions) == 300
    assert not proposal.waiting
