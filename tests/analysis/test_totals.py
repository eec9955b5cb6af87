from datetime import date, timedelta

import pytest

from mentorgen.analysis.figures import Figure, figure, share
from mentorgen.analysis.health import Health
from mentorgen.analysis.months import Month
from mentorgen.analysis.totals import AllTotals, SkillTotals, Totals, all_totals
from mentorgen.model.facts import Fact, FactKind
from mentorgen.model.ids import SkillId, Slug
from mentorgen.model.pairs import Pair
from mentorgen.model.program import Program
from mentorgen.model.words import Outcome
from tests.builders import (
    COHORT,
    STARTS,
    a_cohort,
    a_consent,
    a_fact,
    a_goal,
    a_meeting,
    a_mentor,
    a_pair,
    a_participant,
    a_program,
    a_skill,
    an_application,
    some_skills,
)

OTHER = "2025-autumn"
TODAY = date(2026, 5, 20)
FEW = Figure(None, "Shown from 5 people up.")
HIDDEN = Figure(None, "Shown from 5 people up.")
NOTHING = Figure(None, "There is nothing to count yet.")


def day(number: int) -> date:
    return STARTS + timedelta(days=number)


def said_yes(pair: Pair) -> list[Fact]:
    return [a_fact(FactKind.CONFIRMED, pair.starts, by=slug) for slug in pair.everyone]


def a_busy_program() -> Program:
    """Three pairs at work, one that ended the year before, and five people who wait."""
    pairs = [
        a_pair("one", mentors=("m1",), mentees=("b1",)),
        a_pair("two", mentors=("m2",), mentees=("b2",)),
        a_pair("new", mentors=("m3",), mentees=("b3",), starts=date(2026, 5, 18), informal=True),
        a_pair("old", OTHER, mentors=("m1",), mentees=("b2",), starts=date(2025, 4, 7)),
        a_pair("never", mentors=("m3",), mentees=("b1",), starts=date(2025, 9, 1)),
    ]
    facts: dict[str, list[Fact]] = {pair.id: said_yes(pair) for pair in pairs[:4]}
    facts[pairs[3].id].append(a_fact(FactKind.ENDED, date(2025, 6, 30), outcome=Outcome.COMPLETED))
    waiting = [f"w{number}" for number in range(5)]
    return a_program(
        cohorts=[a_cohort(), a_cohort(OTHER, starts=date(2025, 4, 7), ends=date(2025, 9, 30))],
        participants=[
            *(a_mentor(f"m{number}") for number in (1, 2, 3)),
            *(a_participant(slug) for slug in ("b1", "b2", "b3", *waiting)),
        ],
        pairs=pairs,
        pair_facts=facts,
        applications=[
            an_application(slug, applied=date(2026, 2, 9 + number))
            for number, slug in enumerate(waiting)
        ],
        meetings=[
            a_meeting(date(2026, 3, 9), pairs[0].id, minutes=90),
            a_meeting(date(2026, 5, 18), pairs[0].id, minutes=None),
            a_meeting(date(2026, 3, 9), pairs[1].id, minutes=45),
            a_meeting(date(2025, 5, 12), pairs[3].id, minutes=60),
        ],
        goals=[
            a_goal(
                pair=pairs[0].id,
                milestones=(
                    {"name": "Draft", "due": day(10), "reached": day(9)},
                    {"name": "Talk", "due": day(75)},
                    {"name": "Party", "reached": day(200)},
                ),
            ),
            a_goal(
                "two",
                pair=pairs[1].id,
                set_on=TODAY + timedelta(days=1),
                milestones=({"name": "No"},),
            ),
        ],
    )


def test_figures_over_fewer_than_five_people_are_not_shown() -> None:
    assert figure(3, over=[Slug("a")] * 9) == HIDDEN
    assert figure(3, over=map(Slug, "abcde")) == Figure(3)
    assert figure(0, over=()) == Figure(0)
    assert share(1, 3, over=map(Slug, "abcde")) == Figure(33)
    assert share(1, 2, over=map(Slug, "abcd")) == HIDDEN
    assert share(0, 0, over=()) == NOTHING


def test_the_figures_of_a_program() -> None:
    found = all_totals(a_busy_program(), today=TODAY)

    assert found.program == Totals(
        pairs_at_work=Figure(3),
        informal_at_work=HIDDEN,
        meetings=HIDDEN,
        hours_together=HIDDEN,
        milestones_reached=HIDDEN,
        milestones_due=HIDDEN,
        waiting=Figure(5),
        longest_wait_days=Figure(100),
        met_in_rhythm=HIDDEN,
        health={
            Health.TOO_EARLY: Figure(1),
            Health.ON_TRACK: Figure(1),
            Health.NEEDS_CHECK_IN: Figure(1),
        },
        months=found.program.months,
    )


def test_the_figures_of_a_group_are_shown() -> None:
    group = a_pair(mentees=("b1", "b2", "b3", "b4"))
    program = a_program(
        participants=[a_mentor(), *map(a_participant, group.mentees)],
        pairs=[group],
        pair_facts={group.id: said_yes(group)},
        meetings=[a_meeting(day(0), minutes=90), a_meeting(day(10), minutes=45)],
        goals=[
            a_goal(
                milestones=(
                    {"name": "Draft", "due": day(10), "reached": day(9)},
                    {"name": "Talk", "due": day(20)},
                    {"name": "Party", "due": day(90), "reached": day(95)},
                )
            )
        ],
    )
    found = all_totals(program, today=day(24)).program

    assert found.meetings == Figure(2)
    assert found.hours_together == Figure(2)
    assert (found.milestones_reached, found.milestones_due) == (Figure(1), Figure(2))
    assert found.met_in_rhythm == Figure(100)
    assert found.health[Health.ON_TRACK] == Figure(1)
    assert all_totals(program, today=day(25)).program.met_in_rhythm == Figure(0)


def test_each_round_has_figures_of_its_own() -> None:
    found = all_totals(a_busy_program(), today=TODAY).cohorts

    assert list(found) == [OTHER, COHORT]
    assert found[a_cohort(OTHER).id].pairs_at_work == Figure(0)
    assert found[a_cohort(OTHER).id].waiting == Figure(0)
    assert found[a_cohort().id].waiting == Figure(5)


def test_each_month_stands_beside_the_same_month_a_year_before() -> None:
    group = a_pair(mentees=("b1", "b2", "b3", "b4"), starts=date(2025, 4, 7))
    rolling = a_cohort(rolling=True, starts=None, ends=None)
    days = [date(2025, 5, 5), date(2025, 5, 31), date(2026, 5, 4), date(2025, 6, 1)]
    program = a_program(
        cohorts=[rolling],
        participants=[a_mentor(), *map(a_participant, group.mentees)],
        pairs=[group],
        pair_facts={group.id: said_yes(group)},
        meetings=[a_meeting(on) for on in days],
    )
    months = all_totals(program, today=TODAY).program.months

    assert [month.first for month in months] == [
        *(date(2025, number, 1) for number in range(6, 13)),
        *(date(2026, number, 1) for number in range(1, 6)),
    ]
    assert months[0] == Month(date(2025, 6, 1), Figure(1), Figure(0))
    assert months[-1] == Month(date(2026, 5, 1), Figure(1), Figure(2))


def test_a_month_of_few_people_is_not_shown() -> None:
    months = all_totals(a_busy_program(), today=TODAY).program.months

    assert [
        (month.meetings, month.year_before) for month in months if month.first.month in {4, 5, 6, 7}
    ] == [
        (HIDDEN, Figure(0)),
        (Figure(0), Figure(0)),
        (HIDDEN, HIDDEN),
        (Figure(1), HIDDEN),
    ]


def test_supply_and_demand_count_who_is_there_and_consents() -> None:
    program = a_program(
        skills=[a_skill("git"), a_skill("docs")],
        participants=[
            a_mentor(capacity=3, offers=some_skills("git", "git", "docs")),
            a_mentor("away", offers=some_skills("git")),
            a_mentor("silent", offers=some_skills("git"), consent=None),
            a_mentor("gone", offers=some_skills("git"), consent=a_consent(withdrawn=STARTS)),
            a_participant(wants=some_skills("docs")),
        ],
        person_facts={"away": [a_fact(FactKind.LEFT, STARTS)]},
    )

    assert all_totals(program, today=TODAY).skills == (
        SkillTotals(SkillId("docs"), offer=1, want=FEW, open_places=3),
        SkillTotals(SkillId("git"), offer=1, want=Figure(0), open_places=3),
    )


@pytest.mark.parametrize(("offer", "want", "short"), [(3, 7, 4), (7, 5, 0), (0, 4, 0)])
def test_mentors_are_missing_as_far_as_it_may_be_told(offer: int, want: int, short: int) -> None:
    program = a_program(
        skills=[a_skill("git")],
        participants=[
            *(a_mentor(f"mentor-{at}", offers=some_skills("git")) for at in range(offer)),
            *(a_participant(f"mentee-{at}", wants=some_skills("git")) for at in range(want)),
        ],
    )
    (found,) = all_totals(program, today=TODAY).skills

    assert found.short == short


def test_a_program_without_anybody_has_figures_too() -> None:
    found = all_totals(a_program(participants=[], cohorts=[]), today=TODAY)

    nobody = Figure(0)
    assert found == AllTotals(
        program=Totals(
            pairs_at_work=nobody,
            informal_at_work=nobody,
            meetings=nobody,
            hours_together=nobody,
            milestones_reached=nobody,
            milestones_due=nobody,
            waiting=nobody,
            longest_wait_days=nobody,
            met_in_rhythm=NOTHING,
            health=dict.fromkeys(Health, nobody),
            months=found.program.months,
        ),
        cohorts={},
        skills=(),
    )
