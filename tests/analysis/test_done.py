"""What is meant by somebody who says that something is done."""

from datetime import date

import pytest

from mentorgen.analysis.done import Done, DoneModule, DoneStep, Unclear, what_is_done
from mentorgen.model.facts import FactKind
from mentorgen.model.ids import Slug
from mentorgen.model.pairs import Goal
from mentorgen.model.privacy import Level
from mentorgen.model.program import Program
from mentorgen.model.training import Module
from mentorgen.model.words import Audience
from tests.builders import a_fact, a_goal, a_pair, a_program

PAIR = a_pair()
BEN = Slug("ben")


def a_module(module: str, title: str) -> Module:
    return Module.model_validate(
        {
            "schema": 1,
            "id": module,
            "title": title,
            "audience": (Audience.MENTEE,),
            "minutes": 8,
            "objectives": ("Ask",),
            "reviewed": date(2026, 1, 5),
        }
    )


def a_step(name: str, reached: date | None = None) -> dict[str, object]:
    return {"name": name, "reached": reached}


def a_goal_with(
    *steps: dict[str, object], goal: str = "first-patch", visibility: Level = Level.PUBLIC
) -> Goal:
    return a_goal(goal, milestones=steps, visibility=visibility)


def a_program_with(*goals: Goal) -> Program:
    return a_program(
        pairs=[PAIR],
        goals=goals,
        modules=[
            a_module("mentees/asking", "Asking early"),
            a_module("mentees/first-steps", "First steps"),
            a_module("mentors/first-steps", "First steps of a mentor"),
        ],
        person_facts={
            "ben": [a_fact(FactKind.COMPLETED, module="mentees/asking")],
        },
    )


def _said(found: Done) -> object:
    match found:
        case DoneStep(goal, step):
            return goal.id, step.name
        case DoneModule(module, is_known):
            return module, is_known
        case Unclear(names, is_several):
            return is_several, names


PLAN = (
    a_goal_with(a_step("Read  one", date(2026, 3, 9)), a_step("Write one"), a_step("Show it")),
    a_goal_with(a_step("Show it"), a_step("Asking early", date(2026, 3, 9)), goal="talk"),
    a_goal_with(a_step("First steps"), goal="hidden", visibility=Level.PAIR),
)


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("write one", ("first-patch", "Write one")),
        ("WRITE   One", ("first-patch", "Write one")),
        ("read one", ("first-patch", "Read  one")),
        ("asking early", ("talk", "Asking early")),
        ("asking", ("mentees/asking", True)),
        ("mentees/first-steps", ("mentees/first-steps", False)),
        ("First steps of a mentor", ("mentors/first-steps", False)),
        ("show it", (True, ("First patch", "Talk"))),
        ("first-steps", (True, ("mentees/first-steps", "mentors/first-steps"))),
    ],
)
def test_steps_and_modules_go_by_their_names(name: str, meant: object) -> None:
    assert _said(what_is_done(a_program_with(*PLAN), PAIR, BEN, name)) == meant


def test_what_nothing_is_called_is_answered_with_what_there_is() -> None:
    found = what_is_done(a_program_with(*PLAN), PAIR, BEN, "nothing")

    assert found == Unclear(
        (
            *("Read  one", "Write one", "Show it", "Show it", "Asking early"),
            *("mentees/asking", "mentees/first-steps", "mentors/first-steps"),
        )
    )


def test_without_a_pair_there_are_modules_only() -> None:
    assert _said(what_is_done(a_program_with(*PLAN), None, BEN, "First steps")) == (
        "mentees/first-steps",
        False,
    )
