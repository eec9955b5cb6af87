"""When each survey is due for a pair, who is asked, and who has answered which round of it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import assert_never

from mentorgen.analysis.facts import facts_until
from mentorgen.analysis.life import Life
from mentorgen.analysis.lifecycle import Standing, State
from mentorgen.analysis.members import Members
from mentorgen.analysis.relationships import Relationship
from mentorgen.analysis.spans import day_after
from mentorgen.model.facts import Answered
from mentorgen.model.ids import Slug
from mentorgen.model.program import Program
from mentorgen.model.surveys import Survey
from mentorgen.model.words import Audience, SurveyMoment

PEER = "peer"
"""The side of who is mentor and mentee at once."""
ANSWERS_COUNT_BEFORE = timedelta(days=7)
"""An answer given up to a week before a survey's day is an answer to that round."""


@dataclass(frozen=True, slots=True)
class SurveyRound:
    """One time that a survey is due for a pair; `number` counts from 1, `until` is the next one's day."""

    survey: Survey
    number: int
    due_on: date
    until: date = date.max

    def holds(self, answered: Answered) -> bool:
        """Tell whether an answer to the survey is one to this round."""
        first, last = (day - ANSWERS_COUNT_BEFORE for day in (self.due_on, self.until))
        return answered.survey == self.survey.id and first <= answered.on < last


def rounds_until(program: Program, one: Relationship, survey: Survey) -> tuple[SurveyRound, ...]:
    """List the rounds of a survey that have come for a pair, the oldest first.

    A survey that sets no days of its own follows the program's `pulse_first` and `pulse_every`. Once a
    pair is about to end, only the surveys of the end are due.
    """
    life = one.life
    start = _start_of(survey.due.after, one)
    if start is None:
        return ()
    last, closing = life.today, closing_day(life, one.standing)
    if closing is not None and survey.due.after is not SurveyMoment.END:
        last = closing - timedelta(days=1)
    days = tuple(_days(program, life, survey, start, last))
    nexts = (*days[1:], date.max)
    return tuple(
        SurveyRound(survey, number, day, until)
        for number, (day, until) in enumerate(zip(days, nexts, strict=True), start=1)
        if day <= last
    )


def next_due(program: Program, one: Relationship, survey: Survey) -> date | None:
    """Find the day on which a survey is due next; None where it is not, or the pair does not go on."""
    start = _start_of(survey.due.after, one)
    if start is None or closing_day(one.life, one.standing) is not None:
        return None
    days = _days(program, one.life, survey, start, one.life.today)
    return next((day for day in days if day > one.life.today), None)


def closing_day(life: Life, standing: Standing) -> date | None:
    """Find the day from which the surveys at the end are counted."""
    if standing.state not in {State.ENDING, State.ENDED} or life.began is None:
        return None
    return min(filter(None, (life.closing, standing.since)), default=life.began)


def answers_to(program: Program, life: Life, slug: Slug, one: SurveyRound) -> tuple[Answered, ...]:
    """List what a person answered to a round about a pair, the oldest first; the last of them counts."""
    facts = facts_until(program.person_facts.get(slug, ()), life.today)
    found = [
        fact
        for fact in facts
        if isinstance(fact, Answered) and fact.pair == life.pair.id and one.holds(fact)
    ]
    return tuple(sorted(found, key=lambda fact: fact.on))


def side_of(members: Members, slug: Slug) -> frozenset[Audience]:
    """Tell as what a member is asked; a peer is both."""
    if slug in members.peers:
        return frozenset({Audience.MENTOR, Audience.MENTEE})
    return frozenset({Audience.MENTOR if slug in members.mentors else Audience.MENTEE})


def side_name(members: Members, slug: Slug) -> str:
    """Name the side of a member in figures."""
    side = side_of(members, slug)
    return PEER if len(side) > 1 else min(side).value


def _start_of(moment: SurveyMoment, one: Relationship) -> date | None:
    """Find the day from which a survey's days are counted."""
    life = one.life
    if life.began is None:
        return None
    match moment:
        case SurveyMoment.END:
            return closing_day(life, one.standing)
        case SurveyMoment.MIDDLE:
            return life.began + (life.term - life.began) // 2 if life.term is not None else None
        case SurveyMoment.FIRST_MEETING:
            met = (meeting.on for meeting in life.meetings if meeting.on >= life.began)
            return min(met, default=None)
        case SurveyMoment.START:
            return life.began
        case _:
            assert_never(moment)


def _days(program: Program, life: Life, survey: Survey, start: date, last: date) -> Iterable[date]:
    """Give the days up to a day, and the one after it; pauses move them on. At the end there is one."""
    due, policy = survey.due, program.settings.follow_up
    if due.after is SurveyMoment.END:
        yield start + timedelta(days=due.days)
        return
    pauses, first, every = life.pauses, due.days, due.every
    if due.follows_policy:
        first, every = policy.pulse_first, policy.pulse_every
    day = day_after(start, first, pauses)
    yield day
    while every is not None and day <= last:
        first += every
        day = day_after(start, first, pauses)
        yield day
