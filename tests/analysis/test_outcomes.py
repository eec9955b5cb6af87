"""What came of a round: counted for many, hidden for few, and hidden where few could be worked out."""

from collections.abc import Iterable, Mapping
from datetime import date

from mentorgen.analysis.outcomes import Part, RoundOutcome, outcomes_in_order, round_outcomes
from mentorgen.analysis.relationships import relationships
from mentorgen.analysis.totals import all_totals
from mentorgen.model.facts import Fact, FactKind
from mentorgen.model.ids import CohortId
from mentorgen.model.program import Program
from mentorgen.model.training import Module
from mentorgen.model.words import Form, Outcome
from tests.builders import (
    COHORT,
    STARTS,
    Contents,
    a_cohort,
    a_fact,
    a_goal,
    a_meeting,
    a_mentor,
    a_pair,
    a_participant,
    a_program,
    an_application,
)

TODAY = date(2026, 4, 27)
"""Eight weeks after the pairs began: their rhythm had room for four meetings."""


def pairs(number: int, ended: Mapping[int, Outcome] | None = None) -> Contents:
    """Give pairs of two that began together; some have ended, by their number."""
    made = tuple(
        a_pair(f"pair-{at}", mentors=(f"mentor-{at}",), mentees=(f"mentee-{at}",))
        for at in range(number)
    )
    facts: dict[str, list[Fact]] = {
        pair.id: [a_fact(FactKind.CONFIRMED, STARTS, by=slug) for slug in pair.everyone]
        for pair in made
    }
    for at, outcome in (ended or {}).items():
        facts[made[at].id].append(a_fact(FactKind.ENDED, date(2026, 4, 20), outcome=outcome))
    return {
        "participants": (
            *(a_mentor(f"mentor-{at}") for at in range(number)),
            *(a_participant(f"mentee-{at}") for at in range(number)),
        ),
        "pairs": made,
        "pair_facts": facts,
    }


def outcome_of(program: Program, cohort: str = COHORT) -> RoundOutcome:
    known = relationships(program, today=TODAY)
    totals = all_totals(program, today=TODAY).cohorts
    return round_outcomes(program, known, totals, today=TODAY)[CohortId(cohort)]


def told(part: Part) -> tuple[int | None, int | None, int | None]:
    return part.part.value, part.whole.value, part.percent.value


def test_of_nobody_nothing_is_told() -> None:
    found = outcome_of(a_program(participants=()))

    assert (found.people.value, found.begun.value, dict(found.forms)) == (0, 0, {})
    assert told(found.matched) == (0, 0, None)
    assert told(found.finished) == (0, 0, None)
    assert found.endings == {}


def test_of_a_few_people_everything_is_hidden() -> None:
    found = outcome_of(a_program(**pairs(2, {0: Outcome.COMPLETED})))

    assert found.people.value is None
    assert found.begun.value is None
    assert told(found.kept) == (None, None, None)
    assert told(found.finished) == (None, None, None)
    assert told(found.without_goal) == (None, None, None)


def test_meetings_count_up_to_those_that_were_planned() -> None:
    meetings = [a_meeting(date(2026, 3, 3 + at), f"{COHORT}/pair-0", minutes=30) for at in range(6)]
    once = [a_meeting(date(2026, 3, 20), f"{COHORT}/pair-{at}") for at in (1, 2)]

    found = outcome_of(a_program(**(pairs(3) | Contents(meetings=(*meetings, *once)))))

    assert told(found.kept) == (6, 12, 50)
    assert told(found.without_meeting) == (0, 3, 0)


def test_meetings_of_a_few_people_are_not_told_by_their_share() -> None:
    once = a_meeting(date(2026, 3, 20), f"{COHORT}/pair-1", minutes=None)

    found = outcome_of(a_program(**(pairs(3) | Contents(meetings=(once,)))))

    assert told(found.kept) == (None, 12, None)
    assert told(found.without_length) == (None, None, None)
    assert told(found.without_meeting) == (None, 3, None)


def test_meetings_without_a_length_are_told_among_many() -> None:
    meetings = [
        a_meeting(date(2026, 3, 10), f"{COHORT}/pair-{at}", minutes=None if at else 30)
        for at in range(3)
    ]

    found = outcome_of(a_program(**(pairs(3) | Contents(meetings=meetings))))

    assert told(found.without_length) == (2, 3, 67)


def test_goals_and_milestones_are_counted_by_the_day() -> None:
    goals = [
        a_goal(
            pair=f"{COHORT}/pair-{at}",
            milestones=(
                {"name": "Read", "due": date(2026, 3, 20), "reached": date(2026, 3, 19)},
                {"name": "Write", "due": date(2026, 4, 20), "reached": reached},
                {"name": "Send", "due": date(2026, 6, 20), "reached": reached},
            ),
        )
        for at, reached in enumerate((date(2026, 4, 1), None, date(2026, 12, 1)))
    ]

    found = outcome_of(a_program(**(pairs(3) | Contents(goals=goals))))

    assert told(found.goals) == (1, 3, 33)
    assert told(found.milestones) == (4, 6, 67)
    assert told(found.without_goal) == (0, 3, 0)


def test_a_goal_that_is_set_later_is_no_goal_yet() -> None:
    later = a_goal(pair=f"{COHORT}/pair-0", set_on=date(2026, 5, 1))

    found = outcome_of(a_program(**(pairs(3) | Contents(goals=(later,)))))

    assert told(found.goals) == (0, 0, None)


def test_who_asked_and_found_somebody_is_told_unless_a_few_did_not() -> None:
    contents = pairs(5)
    asked = [an_application(f"mentee-{at}") for at in range(5)]
    more = [a_participant(f"waits-{at}") for at in range(5)]
    waiting = [an_application(one.slug) for one in more]
    everybody = (*contents["participants"], *more)

    def matched(applications: Iterable[object]) -> tuple[int | None, ...]:
        changed = contents | Contents(participants=everybody, applications=applications)  # type: ignore[typeddict-item]
        return told(outcome_of(a_program(**changed)).matched)

    assert matched([*asked, *waiting]) == (5, 10, 50)
    assert matched([*asked, *waiting[:2]]) == (None, 7, None)
    assert matched([*asked, an_application("waits-0", applied=date(2026, 5, 1))]) == (5, 5, 100)


def a_module(module: str, *audience: str) -> Module:
    return Module.model_validate(
        {
            "schema": 1,
            "id": module,
            "title": module,
            "audience": audience,
            "minutes": 10,
            "objectives": ("Learn",),
            "reviewed": STARTS,
        },
        strict=False,
    )


def test_trained_is_who_finished_or_was_let_off_all_that_is_meant_for_them() -> None:
    contents = pairs(10)
    modules = (a_module("mentors/one", "mentor"), a_module("mentors/two", "mentor"))
    facts = {
        f"mentor-{at}": [
            a_fact(FactKind.COMPLETED, STARTS, module="mentors/one"),
            a_fact(FactKind.WAIVED, STARTS, module="mentors/two"),
        ]
        for at in range(5)
    }
    facts["mentor-5"] = [a_fact(FactKind.COMPLETED, STARTS, module="mentors/one")]

    program = a_program(**(contents | Contents(modules=modules, person_facts=facts)))

    assert told(outcome_of(program).trained) == (5, 10, 50)


def test_training_for_mentees_and_for_organisers_is_told_apart() -> None:
    modules = (a_module("mentees/one", "mentee"), a_module("coordinators/one", "coordinator"))

    found = outcome_of(a_program(**(pairs(5) | Contents(modules=modules))))

    assert told(found.trained) == (0, 5, 0)


def test_endings_are_told_together_where_each_kind_is_rare() -> None:
    kinds = dict.fromkeys(range(3), Outcome.COMPLETED)
    kinds |= {3: Outcome.CHANGED, 4: Outcome.STOPPED, 5: Outcome.STOPPED}

    found = outcome_of(a_program(**pairs(7, kinds)))

    assert told(found.finished) == (3, 6, 50)
    assert found.otherwise.value == 3
    assert {kind: one.value for kind, one in found.endings.items()} == {
        Outcome.CHANGED: None,
        Outcome.STOPPED: None,
    }


def test_common_endings_are_told_apart() -> None:
    kinds = dict.fromkeys(range(3), Outcome.CHANGED) | dict.fromkeys(range(3, 6), Outcome.STOPPED)

    found = outcome_of(a_program(**pairs(6, kinds)))

    assert {kind: one.value for kind, one in found.endings.items()} == {
        Outcome.CHANGED: 3,
        Outcome.STOPPED: 3,
    }


def test_who_ended_otherwise_is_not_told_by_those_who_finished() -> None:
    kinds = dict.fromkeys(range(5), Outcome.COMPLETED) | {5: Outcome.STOPPED}

    found = outcome_of(a_program(**pairs(8, kinds)))

    assert told(found.finished) == (None, 6, None)
    assert found.otherwise.value is None


def test_one_pair_that_ended_is_not_told_by_how_many_began() -> None:
    found = outcome_of(a_program(**pairs(8, {0: Outcome.COMPLETED})))

    assert found.begun.value is None


def test_a_pair_of_people_who_are_in_others_too_is_counted_by_its_own_people() -> None:
    contents = pairs(5, dict.fromkeys(range(5), Outcome.COMPLETED))
    again = a_pair("again", mentors=("mentor-0",), mentees=("mentee-0",))
    facts = dict(contents["pair_facts"])
    facts[again.id] = [
        *(a_fact(FactKind.CONFIRMED, STARTS, by=slug) for slug in again.everyone),
        a_fact(FactKind.ENDED, date(2026, 4, 20), outcome=Outcome.STOPPED),
    ]

    found = outcome_of(
        a_program(**(contents | Contents(pairs=(*contents["pairs"], again), pair_facts=facts)))
    )

    assert told(found.finished) == (None, 6, None)


def test_forms_are_counted_and_rare_ones_hidden() -> None:
    contents = pairs(6)
    group = a_pair(
        "group", form=Form.GROUP, mentors=("mentor-0",), mentees=("mentee-0", "mentee-1")
    )
    facts = dict(contents["pair_facts"])
    facts[group.id] = [a_fact(FactKind.CONFIRMED, STARTS, by=slug) for slug in group.everyone]

    found = outcome_of(
        a_program(**(contents | Contents(pairs=(*contents["pairs"], group), pair_facts=facts)))
    )

    assert found.forms[Form.GROUP].value is None
    assert found.forms[Form.ONE_TO_ONE].value is None


def test_rounds_stand_in_their_order_and_those_that_nobody_began_are_left_out() -> None:
    contents = pairs(3)
    cohorts = (
        a_cohort(),
        a_cohort("2027-spring", starts=date(2027, 3, 1), ends=None),
        a_cohort("circle", rolling=True, starts=None, ends=None),
    )
    circle = a_pair("circle", "circle", mentors=("mentor-0",), mentees=("mentee-1",))
    facts = dict(contents["pair_facts"])
    facts[circle.id] = [a_fact(FactKind.CONFIRMED, STARTS, by=slug) for slug in circle.everyone]
    program = a_program(
        **(
            contents
            | Contents(cohorts=cohorts, pairs=(*contents["pairs"], circle), pair_facts=facts)
        )
    )
    totals = all_totals(program, today=TODAY).cohorts
    found = round_outcomes(program, relationships(program, today=TODAY), totals, today=TODAY)

    assert [cohort for cohort, _ in outcomes_in_order(program, found)] == [COHORT, "circle"]
