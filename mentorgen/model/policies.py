"""The rules that an organiser can set: how people are matched and when a pair is followed up."""

from typing import Annotated

from pydantic import Field

from mentorgen.model.fields import Days
from mentorgen.model.privacy import Public
from mentorgen.model.record import Part
from mentorgen.model.words import Objective

Weight = Annotated[int, Field(ge=0, le=100)]


class Weights(Part):
    """The most points that each criterion can give; a score is shown out of their sum."""

    skills: Public[Weight] = 45
    hours: Public[Weight] = 20
    style: Public[Weight] = 15
    languages: Public[Weight] = 10
    wishes: Public[Weight] = 10


class HardRules(Part):
    """What rules a pair out altogether, beyond the rules that always hold."""

    shared_language: Public[bool] = True
    shared_skill: Public[bool] = False
    new_people_only: Public[bool] = True
    different_team: Public[bool] = True
    training_done: Public[bool] = False


class MatchingPolicy(Part):
    """How a round is matched."""

    objective: Public[Objective] = Objective.MOST_PEOPLE
    weights: Public[Weights] = Weights()
    hard: Public[HardRules] = HardRules()
    minimum_hours: Public[Annotated[int, Field(ge=0, le=40)]] = 0
    floor: Public[Annotated[int, Field(ge=0, le=100)]] = 0


class FollowUpPolicy(Part):
    """After how many days something is asked of somebody; every number is in days."""

    answer_within: Public[Days] = 7
    first_meeting_within: Public[Days] = 10
    too_early_under: Public[Days] = 14
    overdue_after_rhythm: Public[Days] = 14
    stuck_in_stage: Public[Days] = 21
    pulse_first: Public[Days] = 30
    pulse_every: Public[Days] = 60
    propose_pause_after: Public[Days] = 45
    propose_ending_after: Public[Days] = 90
    ending_notice: Public[Days] = 7
    closing_survey_repeats: Public[tuple[Annotated[int, Field(ge=0, le=365)], ...]] = (0, 7, 14, 21)
