"""Goals in words: about days, never about people."""

from datetime import date

import pytest

from mentorgen.analysis.goals import goal_progress
from mentorgen.model.pairs import Goal
from mentorgen.output.goal_report import goals_report
from mentorgen.output.report import Paragraph, Table
from tests.builders import STARTS, TODAY, a_goal, a_pair

LATE = date(2026, 3, 20)


@pytest.mark.parametrize(
    ("goal", "said"),
    [
        (
            a_goal(milestones=({"name": "A", "due": LATE},)),
            (
                "0 of 1 milestone reached. Some of its days have passed; they can be moved,"
                " or a step made smaller."
            ),
        ),
        (
            a_goal(
                milestones=({"name": "A", "due": date(2026, 5, 1), "reached": LATE}, {"name": "B"})
            ),
            "1 of 2 milestones reached. It has come further than its days ask for.",
        ),
        (a_goal(milestones=({"name": "A", "reached": STARTS},)), "1 of 1 milestone reached."),
        (a_goal(evidence=("https://example.org/a",)), "Evidence: https://example.org/a"),
        (a_goal(milestones=({"name": "A"},)), "0 of 1 milestone reached."),
    ],
    ids=["days passed", "further", "reached", "no milestones", "no days"],
)
def test_a_goal_is_held_against_its_days(goal: Goal, said: str) -> None:
    blocks = goals_report(a_pair(), [goal_progress(goal, today=TODAY)], today=TODAY).blocks

    assert next(one.text for one in blocks if isinstance(one, Paragraph)) == said


def test_a_pair_without_goals_hears_how_to_begin_one() -> None:
    report = goals_report(a_pair(), [], today=TODAY)

    assert report.blocks[1] == Paragraph(
        'None yet. Begin one: mentorgen new goal 2026-spring/ana-ben "Its title"'
    )
    assert report.data == []


def test_on_a_past_day_a_milestone_is_not_reached_yet() -> None:
    goal = a_goal(milestones=({"name": "A", "reached": TODAY},))

    def reached(today: date) -> list[str]:
        blocks = goals_report(a_pair(), [goal_progress(goal, today=today)], today=today).blocks
        return [row[2] for block in blocks if isinstance(block, Table) for row in block.rows]

    assert reached(LATE) == [""]
    assert reached(TODAY) == ["1 April"]
