"""A whole program in memory: every record by its id, sorted."""

from collections.abc import Mapping
from dataclasses import dataclass

from mentorgen.model.cohorts import Application, Cohort, Event, Slot
from mentorgen.model.facts import Fact
from mentorgen.model.ids import (
    CohortId,
    ModuleId,
    PairId,
    PlanId,
    ScenarioId,
    SkillId,
    Slug,
    SurveyId,
)
from mentorgen.model.meetings import Meeting
from mentorgen.model.pairs import Goal, Pair, Plan
from mentorgen.model.people import Participant
from mentorgen.model.scenarios import Scenario
from mentorgen.model.settings import Settings
from mentorgen.model.skills import Skill
from mentorgen.model.surveys import Survey
from mentorgen.model.training import Module


@dataclass(frozen=True, slots=True, kw_only=True)
class Program:
    """Everything the files say; mappings are sorted by id, tuples by date.

    `goals`, `meetings` and `pair_facts` have an entry for every pair, `person_facts` for every
    participant, `applications` and `events` for every cohort, even where it is empty.
    """

    settings: Settings
    skills: Mapping[SkillId, Skill]
    cohorts: Mapping[CohortId, Cohort]
    plans: Mapping[PlanId, Plan]
    participants: Mapping[Slug, Participant]
    pairs: Mapping[PairId, Pair]
    surveys: Mapping[SurveyId, Survey]
    scenarios: Mapping[ScenarioId, Scenario]
    modules: Mapping[ModuleId, Module]
    applications: Mapping[CohortId, tuple[Application, ...]]
    events: Mapping[CohortId, tuple[Event, ...]]
    goals: Mapping[PairId, tuple[Goal, ...]]
    meetings: Mapping[PairId, tuple[Meeting, ...]]
    pair_facts: Mapping[PairId, tuple[Fact, ...]]
    person_facts: Mapping[Slug, tuple[Fact, ...]]
    slots: tuple[Slot, ...]
