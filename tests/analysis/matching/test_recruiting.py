"""The recruiting list says what mentors would bring who are really added, and a seat's price is its gain."""

from dataclasses import replace

from hypothesis import given, settings

from mentorgen.analysis.matching.newcomers import with_newcomers
from mentorgen.analysis.matching.proposals import Run, run_of
from mentorgen.analysis.matching.recruiting import MOST_MENTORS, MOST_SKILLS, recruits, seat_prices
from mentorgen.analysis.matching.rounds import round_of
from mentorgen.analysis.matching.terms import Terms
from mentorgen.analysis.matching.values import Recruit
from mentorgen.model.facts import FactKind
from mentorgen.model.ids import ModuleId, SkillId, Slug
from mentorgen.model.policies import HardRules, MatchingPolicy
from mentorgen.model.program import Program
from mentorgen.model.training import Module
from mentorgen.model.words import Audience
from tests.analysis.matching.proposals_made import ROUND
from tests.analysis.matching.small_programs import programs
from tests.builders import (
    TODAY,
    a_fact,
    a_mentor,
    a_participant,
    a_program,
    an_application,
    some_settings,
    some_skills,
)

STRICT = MatchingPolicy(hard=HardRules(shared_skill=True))


def a_run(program: Program, policy: MatchingPolicy | None = None) -> Run:
    return run_of(program, ROUND, today=TODAY, terms=Terms(policy=policy))


def listed(program: Program) -> tuple[Recruit, ...]:
    run = a_run(program)
    return recruits(run.board, run.solution, waiting_on_the_board(run))


def waiting_on_the_board(run: Run) -> list[Slug]:
    placed = set(run.solution.rows.tolist())
    return [one.slug for row, one in enumerate(run.board.mentees) if row not in placed]


def a_recruit(skill: str, mentors: int, people: int) -> Recruit:
    return Recruit(skill=SkillId(skill), mentors=mentors, people=people)


def test_the_list_says_how_many_mentors_for_a_skill_place_how_many_people() -> None:
    mentor = a_mentor(capacity=2, offers=some_skills("docs"))
    for_docs = [a_participant(f"d{at}", wants=some_skills("docs")) for at in range(5)]
    for_tests = [a_participant(f"t{at}", wants=some_skills("testing")) for at in range(2)]
    nothing = [a_participant("x")]

    found = listed(
        a_program(
            participants=[mentor, *for_docs, *for_tests, *nothing],
            settings=some_settings(matching=STRICT),
            person_facts={"x": [a_fact(FactKind.VETOED, who="ana")]},
        )
    )

    assert found == (a_recruit("docs", 2, 3), a_recruit("testing", 1, 2))


def test_somebody_moves_to_a_newcomer_so_that_another_finds_a_place() -> None:
    mentor = a_mentor(offers=some_skills("docs", "testing"))
    both = a_participant("ben", wants=some_skills("docs"))
    only_ana = a_participant("cleo", wants=some_skills("testing"))

    found = listed(
        a_program(
            participants=[mentor, both, only_ana],
            settings=some_settings(matching=STRICT),
        )
    )

    assert {one.people for one in found} == {1}
    assert len(found) == 1


def test_nobody_who_waits_means_nobody_to_look_for() -> None:
    assert listed(a_program()) == ()
    assert listed(a_program(participants=[a_participant()])) == ()


def test_no_more_than_five_mentors_and_ten_skills_are_tried() -> None:
    crowd = [a_participant(f"p{at}", wants=some_skills("docs")) for at in range(MOST_MENTORS + 2)]
    wide = a_participant("q", wants=some_skills(*(f"s{at}" for at in range(MOST_SKILLS + 2))))

    assert listed(a_program(participants=crowd)) == (a_recruit("docs", 5, 5),)
    assert len(listed(a_program(participants=[wide]))) == MOST_SKILLS


def test_a_newcomer_is_in_the_round_whatever_it_asks_for() -> None:
    for_mentors, for_mentees = (
        Module(
            schema=1,
            id=ModuleId(f"first-steps/for-{one}"),
            title="First steps",
            audience=(one,),
            minutes=10,
            objectives=("Listen",),
            reviewed=TODAY,
        )
        for one in (Audience.MENTOR, Audience.MENTEE)
    )
    ben = a_participant(wants=some_skills("docs"))
    program = a_program(
        participants=[ben, a_mentor("new-mentor-1", capacity=0), a_mentor("cy", capacity=3)],
        applications=[an_application("ben")],
        modules=[for_mentors, for_mentees],
        settings=some_settings(
            reviews_applications=True,
            consent_version=4,
            matching=MatchingPolicy(hard=HardRules(training_done=True)),
        ),
    )

    extended = with_newcomers(round_of(program, ROUND, today=TODAY), [SkillId("docs"), None])

    assert extended.newcomers == ("new-mentor-2", "new-mentor-3")
    one, other = extended.candidates
    assert (one.name, other.name) == ("a new mentor for docs", "a new mentor")
    assert (one.person.capacity, one.application is not None) == (3, True)
    run = run_of(extended.matching.program, ROUND, today=TODAY)
    assert [mentor.slug for mentor in run.board.mentors] == ["new-mentor-2", "new-mentor-3"]
    assert program.participants.keys() == {"ben", "cy", "new-mentor-1"}


@settings(max_examples=25)
@given(program=programs())
def test_really_adding_the_mentors_places_that_many(program: Program) -> None:
    own = round_of(program, ROUND, today=TODAY).policy
    hard = HardRules.model_validate({**dict(own.hard), "shared_skill": True})
    policy = MatchingPolicy.model_validate({**dict(own), "hard": hard, "floor": 0})
    before = a_run(program, policy)
    waiting = waiting_on_the_board(before)

    for one in recruits(before.board, before.solution, waiting):
        matching = round_of(program, ROUND, today=TODAY)
        for mentors, places_as_many in ((one.mentors, True), (one.mentors - 1, False)):
            added = with_newcomers(matching, [one.skill] * mentors).matching.program
            after = a_run(added, policy)
            gained = len(waiting) - len(waiting_on_the_board(after))
            assert gained >= one.people if places_as_many else gained < one.people or silent(after)


def silent(run: Run) -> bool:
    """Somebody who named no skill may have any mentor, but is not whom a newcomer is sought for."""
    return any(not one.wants for one in run.board.mentees)


@settings(max_examples=25)
@given(program=programs())
def test_a_price_is_what_one_more_place_really_brings(program: Program) -> None:
    run = a_run(program)
    prices = {one.slug: one for one in seat_prices(run.board, run.solution)}

    for mentor in run.board.mentors:
        more = mentor.person.model_copy(update={"capacity": mentor.person.capacity + 1})
        people = {**program.participants, mentor.slug: more}
        values = [
            dict(named_values(run)),
            dict(named_values(a_run(replace(program, participants=people)))),
        ]
        gain = [values[1][name] - values[0][name] for name in ("people", "total")]
        price = prices.get(mentor.slug)
        assert gain == ([price.people, price.points] if price is not None else [0, 0])


def named_values(run: Run) -> list[tuple[str, int]]:
    stages = (stage.name for stage in run.solution.stages)
    return list(zip(stages, run.solution.values, strict=True))
