"""The dates of one pair: planned meetings, what is due, and where its stages end.

What a pair, or one of its people, is no longer part of is taken back. A pause takes back the meetings
that were planned before it, moves stages as everywhere else, and puts off what is due to its end.
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from mentorgen.analysis.appointments.appointment import Appointment, in_order
from mentorgen.analysis.appointments.events import first_day_of
from mentorgen.analysis.appointments.meetings import planned_meetings
from mentorgen.analysis.goals import goal_progress
from mentorgen.analysis.life import Life, life_of
from mentorgen.analysis.lifecycle import State, standing_of
from mentorgen.analysis.members import Word
from mentorgen.analysis.progress import progress_of
from mentorgen.analysis.spans import span_on
from mentorgen.analysis.wording import listed
from mentorgen.model.ids import Slug
from mentorgen.model.meetings import Meeting
from mentorgen.model.pairs import Goal, Pair
from mentorgen.model.privacy import Level
from mentorgen.model.program import Program
from mentorgen.model.said import Said, said

MOST_NAMES = 3
REVISIONS_A_FACT = 2
"""Leaves one for what time alone takes back: a pair can end in silence, and go on when somebody speaks."""


def pair_appointments(
    program: Program, pair: Pair, *, today: date, of: Slug | None = None
) -> tuple[Appointment, ...]:
    """List a pair's dates as they are known on the day, as they are for one person if `of` names one.

    A pair that not enough people agreed to has none, nor has somebody who never said yes to it.
    """
    life = life_of(program, pair, today=today)
    if life.answers.agreed is None or not (of is None or _agreed(life, of)):
        return ()
    found = (*planned_meetings(program, life), *_goals(program, life), *_stages(program, life))
    over = min(_ends(program, life, of), default=None)
    who = names_of(program, pair)
    days = tuple(_days_said(program, life))
    return in_order(
        replace(
            one,
            title=said("%(what)s (%(who)s)", what=one.title, who=who),
            revision=REVISIONS_A_FACT * len(days),
            revised=max(days, default=one.revised),
        ).until(over)
        for one in found
    )


def names_of(program: Program, pair: Pair) -> Said:
    """Name the people of a pair as friends do; of many, the first and how many there are."""
    people = [program.participants[slug] for slug in pair.everyone]
    names = [person.called or person.name.split()[0] for person in people]
    if len(names) > MOST_NAMES:
        return said("%(name)s and %(others)s others", name=names[0], others=len(names) - 1)
    return listed(names)


def _agreed(life: Life, slug: Slug) -> bool:
    """Tell whether somebody is in the pair or was: their calendar may hold its dates."""
    word = life.answers.words.get(slug)
    return slug in life.members.everyone or (word is not None and word.said_yes is not None)


def _ends(program: Program, life: Life, of: Slug | None) -> Iterator[date]:
    """Give the days on which the pair was over, or one person's part in it."""
    standing = standing_of(program, life)
    if standing.state is State.ENDED:
        yield standing.since or life.today
    word = life.answers.words.get(of) if of else None
    if word is not None and word.word is not Word.YES:
        yield word.on


def _days_said(program: Program, life: Life) -> Iterator[date]:
    """Date everything that was said or reached by the day: what is dated only grows.

    What is private does not count: a number in a calendar must not tell that there is more.
    """
    logs = (
        program.pair_facts.get(life.pair.id, ()),
        *(program.person_facts.get(slug, ()) for slug in life.pair.everyone),
    )
    facts = (fact for log in logs for fact in log if fact.level is Level.PUBLIC)
    goals = (goal for goal in program.goals.get(life.pair.id, ()) if _is_public(goal))
    days = (
        *(fact.on for fact in facts),
        *(step.reached for goal in goals for step in goal.milestones if step.reached),
        *(meeting.on for meeting in life.meetings if _is_public(meeting)),
    )
    yield from (day for day in days if day <= life.today)


def _goals(program: Program, life: Life) -> Iterator[Appointment]:
    for goal in program.goals.get(life.pair.id, ()):
        if goal.set_on <= life.today and _is_theirs(goal.visibility):
            yield from _milestones(life, goal)
            yield from _goal(life, goal)


def _milestones(life: Life, goal: Goal) -> Iterator[Appointment]:
    """List the steps that have a day of their own; what was reached stands on the day it was."""
    for number, step in enumerate(goal.milestones, start=1):
        if step.due is not None:
            reached = step.reached if step.reached and step.reached <= life.today else None
            key = f"milestone/{life.pair.id}/{goal.id}/{number}"
            yield _due(life, goal, (key, step.name, step.due), reached)


def _goal(life: Life, goal: Goal) -> Iterator[Appointment]:
    if goal.due is not None:
        is_done = goal_progress(goal, today=life.today).is_done
        days = [step.reached for step in goal.milestones if step.reached]
        reached = max(days) if is_done else None
        yield _due(life, goal, (f"goal/{life.pair.id}/{goal.id}", goal.title, goal.due), reached)


def _due(life: Life, goal: Goal, what: tuple[str, str, date], reached: date | None) -> Appointment:
    key, name, due = what
    pause = span_on(life.pauses, due)
    return Appointment(
        key=key,
        title=said("Reached: %(what)s", what=name) if reached else said("Due: %(what)s", what=name),
        on=reached or (pause.back if pause else due),
        text="" if name == goal.title else goal.title,
        revised=goal.set_on,
        is_private=not _is_public(goal),
    )


def _stages(program: Program, life: Life) -> Iterator[Appointment]:
    """Mark the last day of every stage, or of the whole time where there is no plan."""
    pair = life.pair
    revised = first_day_of(program.cohorts[pair.cohort], pair.starts)
    stages = progress_of(program, pair, today=life.today).stages
    for number, one in enumerate(stages, start=1):
        yield Appointment(
            key=f"stage/{pair.id}/{number}",
            title=said("Last day of '%(stage)s'", stage=one.stage.name),
            on=one.last_day,
            text=one.stage.check_point or "",
            revised=revised,
        )
    if life.term is not None and not stages:
        yield Appointment(
            key=f"end/{pair.id}",
            title=said("Last planned day"),
            on=life.term - timedelta(days=1),
            revised=revised,
        )


def _is_public(record: Goal | Meeting) -> bool:
    return record.visibility is Level.PUBLIC


def _is_theirs(visibility: Level) -> bool:
    """Tell whether the people of a pair may read it."""
    return Level.PAIR.allows(visibility)
