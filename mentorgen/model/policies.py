"""The rules that an organiser can set: how people are matched and when a pair is followed up."""

from typing import Annotated

from pydantic import Field

from mentorgen.model.fields import Days, TimeOfDay, TimeZone
from mentorgen.model.ids import ParticipantRef
from mentorgen.model.privacy import Public
from mentorgen.model.record import Part
from mentorgen.model.words import Changes, Objective

Weight = Annotated[int, Field(ge=0, le=100)]
BandEdge = Annotated[int, Field(ge=1, le=99)]
GroupSize = Annotated[int, Field(ge=2, le=20)]


class Weights(Part):
    """The most points that each criterion can give; a score is shown out of their sum."""

    skills: Public[Weight] = 35
    """For how well what one offers meets what the other wants."""
    goals: Public[Weight] = 15
    """For how near what one wants to reach comes to what the other does and writes about."""
    style: Public[Weight] = 15
    """For how alike they like to work."""
    hours: Public[Weight] = 10
    """For the hours that both have free."""
    experience: Public[Weight] = 5
    """For a mentor who is ahead by some years, and not by too many."""
    languages: Public[Weight] = 5
    """For the languages that they share."""
    wishes: Public[Weight] = 10
    """For having asked for each other."""
    background: Public[Weight] = 5
    """For what people ask of the other's background, by their own wish only."""


class HardRules(Part):
    """What rules a pair out altogether, beyond the rules that always hold."""

    shared_language: Public[bool] = True
    """Whether two people must share a language."""
    shared_skill: Public[bool] = False
    """Whether the mentor must offer a skill that the mentee wants."""
    new_people_only: Public[bool] = True
    """Whether two who were a pair before are kept apart, unless they ask for each other."""
    different_team: Public[bool] = True
    """Whether two people of one team are kept apart."""
    training_done: Public[bool] = False
    """Whether people must have finished the training for their role."""


class GroupSizes(Part):
    """How many mentees a circle has; a circle that would have fewer is not opened."""

    smallest: Public[GroupSize] = 3
    """The fewest mentees with which a circle is opened."""
    largest: Public[GroupSize] = 8
    """The most mentees that a circle takes, whatever room its mentor has."""


class LockedPair(Part):
    """Two people who stay together whatever the matcher would find."""

    mentor: Public[ParticipantRef]
    """The mentor, by the name of their file."""
    mentee: Public[ParticipantRef]
    """The mentee, by the name of their file."""


class MatchingPolicy(Part):
    """How a round is matched."""

    objective: Public[Objective] = Objective.MOST_PEOPLE
    """What comes next once most people have somebody: few weak pairs, or the highest total."""
    weights: Public[Weights] = Weights()
    """The most points that each criterion can give."""
    hard: Public[HardRules] = HardRules()
    """What rules a pair out altogether."""
    minimum_hours: Public[Annotated[int, Field(ge=0, le=40)]] = 0
    """The hours that two people must both have free in every week of the round."""
    floor: Public[Annotated[int, Field(ge=0, le=100)]] = 0
    """The score, out of 100, below which nobody is suggested."""
    bands: Public[Annotated[tuple[BandEdge, ...], Field(max_length=8)]] = (40, 60)
    """The scores, out of 100, at which the next band of quality begins; weak bands are kept small."""
    changes: Public[Changes] = Changes.LAST
    """Whether keeping what is suggested already comes before better pairs, or after them."""
    groups: Public[GroupSizes] = GroupSizes()
    """How many mentees a circle has."""
    locked: Public[Annotated[tuple[LockedPair, ...], Field(max_length=500)]] = ()
    """Pairs that stay together whatever the matcher would find."""


class QuietHours(Part):
    """The hours of each day in which nobody is written to; they may lie over midnight."""

    starts: Public[TimeOfDay]
    """The time from which it is quiet."""
    ends: Public[TimeOfDay]
    """The time from which people are written to again."""
    timezone: Public[TimeZone | None] = None
    """Whose clock that is; the program's if nothing is said."""


class FollowUpPolicy(Part):
    """When something is asked of somebody; every number is in days."""

    answer_within: Public[Days] = 7
    """Days in which to answer a suggested pair."""
    first_meeting_within: Public[Days] = 10
    """Days in which a new pair meets for the first time."""
    too_early_under: Public[Days] = 14
    """Days after the start in which it is too early to say how a pair does."""
    overdue_after_rhythm: Public[Days] = 14
    """Days after a planned meeting without one until a pair is asked how it goes."""
    stuck_in_stage: Public[Days] = 21
    """Days after a milestone's planned day until a pair is asked about it."""
    pulse_first: Public[Days] = 30
    """Days from the start to the first short survey, unless the survey says otherwise."""
    pulse_every: Public[Days] = 60
    """Days between two short surveys, unless the survey says otherwise."""
    propose_pause_after: Public[Days] = 45
    """Days without a contact until a pause is proposed."""
    propose_ending_after: Public[Days] = 90
    """Days without a contact until an ending is proposed."""
    ending_notice: Public[Days] = 7
    """Days between saying that a pair is about to end and its end."""
    closing_survey_repeats: Public[tuple[Annotated[int, Field(ge=0, le=365)], ...]] = (0, 7, 14, 21)
    """Days after the end on which the last survey is asked for, again and again."""
    quiet_hours: Public[QuietHours | None] = None
    """The hours in which nothing goes out; none if nothing is said."""
