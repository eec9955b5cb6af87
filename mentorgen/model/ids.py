"""The names of things: one type for each kind of id, so that a swap is a type error."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated, NewType

from mentorgen.model.texts import Written

Slug = NewType("Slug", str)
SkillId = NewType("SkillId", str)
CohortId = NewType("CohortId", str)
PlanId = NewType("PlanId", str)
PairId = NewType("PairId", str)
GoalId = NewType("GoalId", str)
SurveyId = NewType("SurveyId", str)
ScenarioId = NewType("ScenarioId", str)
EventId = NewType("EventId", str)
ModuleId = NewType("ModuleId", str)

ID_PATTERN = "^[a-z0-9]+(-[a-z0-9]+)*$"
"""Lower-case ASCII words joined by single hyphens."""
PATH_ID_PATTERN = "^[a-z0-9]+(-[a-z0-9]+)*/[a-z0-9]+(-[a-z0-9]+)*$"
"""Two ids with a slash between them: a pair in its cohort, a module in its training path."""
LONGEST_ID = 80


class Kind(StrEnum):
    """What a file of a program describes."""

    PROGRAM = "program"
    VOCABULARY = "vocabulary"
    COHORT = "cohort"
    PLAN = "plan"
    PARTICIPANT = "participant"
    APPLICATION = "application"
    PAIR = "pair"
    GOAL = "goal"
    MEETING = "meeting"
    PAIR_LOG = "pair-log"
    PERSON_LOG = "person-log"
    SLOT = "slot"
    EVENT = "event"
    SURVEY = "survey"
    SCENARIO = "scenario"
    MODULE = "module"
    SKILL = "skill"


@dataclass(frozen=True, kw_only=True)
class Refers(Written):
    """Marks a field whose value must be the id of something that exists."""

    kind: Kind


def _refers(kind: Kind, example: str) -> Refers:
    rules = _PATH if "/" in example else _WORD
    return Refers(
        kind=kind, pattern=rules.pattern, max_length=rules.max_length, examples=(example,)
    )


_WORD = Written(pattern=ID_PATTERN, max_length=LONGEST_ID)
_PATH = Written(pattern=PATH_ID_PATTERN, max_length=2 * LONGEST_ID + 1)

OwnSlug = Annotated[Slug, _WORD]
OwnSkill = Annotated[SkillId, _WORD]
OwnCohort = Annotated[CohortId, _WORD]
OwnPlan = Annotated[PlanId, _WORD]
OwnPair = Annotated[PairId, _PATH]
OwnGoal = Annotated[GoalId, _WORD]
OwnSurvey = Annotated[SurveyId, _WORD]
OwnScenario = Annotated[ScenarioId, _WORD]
OwnEvent = Annotated[EventId, _WORD]
OwnModule = Annotated[ModuleId, _PATH]

ParticipantRef = Annotated[Slug, _refers(Kind.PARTICIPANT, "ana-rivers")]
SkillRef = Annotated[SkillId, _refers(Kind.SKILL, "code-review")]
CohortRef = Annotated[CohortId, _refers(Kind.COHORT, "2026-autumn")]
PlanRef = Annotated[PlanId, _refers(Kind.PLAN, "eight-weeks")]
PairRef = Annotated[PairId, _refers(Kind.PAIR, "2026-autumn/ana-ben")]
SurveyRef = Annotated[SurveyId, _refers(Kind.SURVEY, "pulse")]
ModuleRef = Annotated[ModuleId, _refers(Kind.MODULE, "mentees/first-steps")]
