"""The status of a program, a round, a pair and a person, for organisers."""

from datetime import date

import pytest

from mentorgen.analysis.lifecycle import State
from mentorgen.model.facts import Fact, FactKind
from mentorgen.model.ids import CohortId, PairId, Slug
from mentorgen.model.pairs import Milestone, Plan
from mentorgen.model.words import Form, Outcome, PartOfDay, Role
from mentorgen.output.report import Heading, Paragraph, Table
from mentorgen.output.status_report import (
    cohort_status,
    pair_status,
    person_status,
    program_status,
)
from tests.builders import (
    COHORT,
    TODAY,
    a_cohort,
    a_fact,
    a_goal,
    a_meeting,
    a_mentor,
    a_pair,
    a_participant,
    a_program,
)

PAIR = PairId("2026-spring/ana-ben")
YES = [a_fact(FactKind.CONFIRMED, date(2026, 2, 27), by=slug) for slug in ("ana", "ben")]
ENDED = a_fact(FactKind.ENDED, date(2026, 3, 30), outcome=Outcome.COMPLETED)
PLAN = Plan.model_validate(
    {"schema": 1, "id": "plan", "name": "Plan", "stages": ({"name": "Begin", "weeks": 1},)}
)


def test_rounds_without_a_pair_that_goes_on_are_left_out() -> None:
    program = a_program(
        cohorts=(a_cohort(), a_cohort("2025-autumn")),
        pairs=(a_pair(), a_pair("old", cohort="2025-autumn")),
        pair_facts={PAIR: YES, "2025-autumn/old": [*YES, ENDED]},
    )

    blocks = program_status(program, today=TODAY).blocks

    assert [block.text for block in blocks if isinstance(block, Heading)] == [
        "2026 Spring",
        "The last weeks",
    ]


def test_a_round_lists_its_pairs_by_state() -> None:
    program = a_program(
        pairs=(a_pair("a"), a_pair("b"), a_pair("c")),
        pair_facts={f"{COHORT}/a": [*YES, ENDED], f"{COHORT}/b": YES},
    )

    _, words, table, *_ = cohort_status(program, CohortId(COHORT), today=TODAY).blocks

    assert isinstance(words, Paragraph)
    assert isinstance(table, Table)
    states = [row[1] for row in table.rows]
    assert states == sorted(states, key=lambda state: tuple(State).index(State(state)))
    assert ("a", "ended", "", "", "0 of 2", "0 of 0", "") in table.rows


def test_a_round_without_pairs_has_no_empty_table() -> None:
    assert cohort_status(a_program(), CohortId(COHORT), today=TODAY).blocks == (
        Heading("2026 Spring"),
        Paragraph("1 April 2026: 2 participants; pairs: none yet."),
    )


def test_a_pair_that_only_began_has_little_to_tell() -> None:
    program = a_program(pairs=(a_pair(starts=TODAY),), pair_facts={PAIR: YES})

    row, _ = (
        block for block in program_status(program, today=TODAY).blocks if isinstance(block, Table)
    )

    assert row.rows == (("ana-ben", "active", "too early", "", "0", "0 of 0", ""),)


def test_an_ended_pair_has_no_health() -> None:
    program = a_program(pairs=(a_pair(),), pair_facts={PAIR: [*YES, ENDED]})

    report = pair_status(program, PAIR, today=TODAY)

    assert "Health" not in str(report.blocks)
    assert isinstance(report.data, dict)
    assert report.data["pairs"] == [
        {
            "pair": PAIR,
            "form": "one-to-one",
            "people": ["ana", "ben"],
            "state": "ended",
            "since": "2026-03-30",
            "outcome": "completed",
            "health": None,
            "rule": None,
            "days_silent": None,
            "evidence": ["It ended on 30 March: completed."],
            "last_contact": None,
            "meetings": {"held": 0, "planned": 2},
            "milestones": {"reached": 0, "total": 0},
        }
    ]


def test_a_pair_shows_its_stage_goals_and_promises() -> None:
    program = a_program(
        plans=(PLAN,),
        pairs=(a_pair(plan="plan", starts=date(2026, 3, 30)),),
        pair_facts={PAIR: YES},
        goals=(
            a_goal(
                "first",
                due=date(2026, 6, 1),
                set_on=date(2026, 3, 30),
                milestones=(Milestone(name="Read"),),
            ),
            a_goal("loose", set_on=date(2026, 3, 30)),
        ),
        meetings=(
            a_meeting(date(2026, 3, 31), notes="- [ ] ben: read, by 2026-04-08\n- [ ] rest\n"),
        ),
    )

    blocks = pair_status(program, PAIR, today=TODAY).blocks
    tables = [block for block in blocks if isinstance(block, Table)]

    assert Paragraph("Stage: Begin, until 5 April.") in blocks
    assert [row[:2] for row in tables[0].rows] == [("First", "0 of 1"), ("Loose", "0 of 0")]
    assert tables[1].rows == (("read", "ben", "2026-04-08"), ("rest", "", ""))


def test_people_without_places_or_pairs_have_a_line_only() -> None:
    program = a_program(participants=(a_mentor(capacity=0), a_participant("ben")))

    assert person_status(program, Slug("ana"), today=TODAY).blocks == (
        Heading("Ana"),
        Paragraph("mentor, full."),
    )


def test_who_waits_and_has_places_is_told_both() -> None:
    program = a_program(participants=(a_mentor("ana", role=Role.BOTH, capacity=2),))

    (_, words) = person_status(program, Slug("ana"), today=TODAY).blocks

    assert words == Paragraph("both, open, 2 of 2 places open.")


def test_a_pair_that_goes_on_shows_when_all_of_it_are_free() -> None:
    parts = (PartOfDay.WEEKEND_EVENING,)
    people = (
        a_mentor(timezone="Europe/Lisbon", parts_of_day=parts),
        a_participant(timezone="Europe/Lisbon", parts_of_day=parts),
    )

    def tables(*more: Fact) -> list[tuple[str, ...]]:
        program = a_program(
            participants=people, pairs=(a_pair(),), pair_facts={PAIR: [*YES, *more]}
        )
        blocks = pair_status(program, PAIR, today=TODAY).blocks
        return [row for block in blocks if isinstance(block, Table) for row in block.rows]

    assert tables() == [
        ("240 minutes", "Sat 18:00", "Sat 18:00"),
        ("240 minutes", "Sun 18:00", "Sun 18:00"),
    ]
    assert tables(ENDED) == []


def test_a_pair_sees_which_stage_comes_next() -> None:
    stages = ({"name": "Begin", "weeks": 1}, {"name": "Make", "weeks": 1})
    plan = Plan.model_validate({"schema": 1, "id": "plan", "name": "Plan", "stages": stages})
    pair = a_pair(plan="plan", starts=date(2026, 3, 30))
    program = a_program(plans=(plan,), pairs=(pair,), pair_facts={PAIR: YES})

    blocks = pair_status(program, PAIR, today=TODAY).blocks

    assert Paragraph("Stage: Begin, until 5 April; then Make.") in blocks


@pytest.mark.parametrize(
    ("informal", "words"),
    [
        ({"a"}, "2 active and 1 ended; 1 of them grew by itself."),
        ({"a", "b", "c"}, "2 active and 1 ended; 2 of them grew by themselves."),
    ],
    ids=["one", "two and one that ended"],
)
def test_pairs_that_grew_by_themselves_are_counted_apart(informal: set[str], words: str) -> None:
    pairs = [a_pair(name, informal=name in informal) for name in "abc"]
    facts = {f"{COHORT}/{name}": YES for name in "ab"}
    program = a_program(pairs=pairs, pair_facts={**facts, f"{COHORT}/c": [*YES, ENDED]})

    _, total, *_ = cohort_status(program, CohortId(COHORT), today=TODAY).blocks

    assert isinstance(total, Paragraph)
    assert total.text.endswith(f"pairs: {words}")


def test_of_a_pair_that_has_ended_nothing_is_still_to_come() -> None:
    agreed = a_fact(FactKind.PLANNED, date(2026, 3, 20), day=date(2026, 4, 9))
    goal = a_goal(due=date(2026, 3, 31), milestones=(Milestone(name="Read"),))
    program = a_program(
        plans=(PLAN,),
        pairs=(a_pair(plan="plan", starts=date(2026, 3, 28)),),
        pair_facts={PAIR: [*YES, agreed, ENDED]},
        goals=(goal,),
    )

    (row,) = (
        row
        for block in cohort_status(program, CohortId(COHORT), today=TODAY).blocks
        if isinstance(block, Table)
        for row in block.rows
        if row[0] == "ana-ben"
    )
    blocks = pair_status(program, PAIR, today=TODAY).blocks
    goals = next(block for block in blocks if isinstance(block, Table))

    assert row[-1] == ""
    assert [row[2] for row in goals.rows] == [""]
    assert "Stage" not in str(blocks)


def test_who_left_a_group_is_not_named_among_those_who_are_in_it() -> None:
    pair = a_pair("trio", form=Form.GROUP, mentees=("ben", "cleo"))
    said = [a_fact(FactKind.CONFIRMED, date(2026, 2, 27), by=one) for one in ("ana", "ben", "cleo")]
    left = a_fact(FactKind.LEFT, date(2026, 3, 20), by="cleo")
    people = (a_mentor(), a_participant("ben"), a_participant("cleo"))
    program = a_program(participants=people, pairs=(pair,), pair_facts={pair.id: [*said, left]})

    blocks = pair_status(program, pair.id, today=TODAY).blocks

    assert blocks[1] == Paragraph("Ana and Ben. Active.")


def test_a_mentee_who_has_a_mentor_seeks_nobody_more() -> None:
    program = a_program(pairs=(a_pair(),), pair_facts={PAIR: YES})

    _, words, *_ = person_status(program, Slug("ben"), today=TODAY).blocks

    assert words == Paragraph("mentee, seeks nobody more.")
