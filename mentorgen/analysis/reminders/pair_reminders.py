"""What may have to be asked of a pair itself: an answer, a meeting, a milestone, a pause, an ending."""

from collections.abc import Iterable
from datetime import timedelta

from mentorgen.analysis.health import (
    HealthRule,
    Silence,
    evidence_of,
    overdue_milestone,
    silence_of,
)
from mentorgen.analysis.lifecycle import State
from mentorgen.analysis.relationships import Relationship
from mentorgen.analysis.reminders.ladder import DAYS_BETWEEN, Calendar, Rung, ladder, rung_on
from mentorgen.analysis.reminders.values import Reminder, ReminderKind, Step
from mentorgen.analysis.wording import counted, day_text
from mentorgen.model.ids import Slug
from mentorgen.model.program import Program


def answer_reminder(program: Program, one: Relationship, calendar: Calendar) -> Iterable[Reminder]:
    """Ask who has not answered a suggestion once more than `answer_within` days went by."""
    life, answers = one.life, one.life.answers
    if not one.goes_on or not answers.unanswered or life.today >= answers.lapses:
        return
    wait = program.settings.follow_up.answer_within + 1
    first = calendar.after(answers.suggested, wait)
    rung = rung_on(ladder(ReminderKind.ANSWER_PROPOSAL, first, calendar), life.today)
    if rung is None:
        return
    since = day_text(answers.suggested, today=life.today)
    missing = counted(len(answers.unanswered), "answer")
    yield Reminder(
        kind=rung.kind,
        pair=one.pair.id,
        people=_asked(program, answers.unanswered, rung),
        cycle=answers.suggested,
        number=rung.number,
        due_on=rung.due_on,
        step=rung.step,
        evidence=(f"It was suggested on {since}; {missing} to come.",),
    )


def silence_reminder(program: Program, one: Relationship, calendar: Calendar) -> Iterable[Reminder]:
    """Ask after a pair that has not met for longer than it planned, step by step."""
    life = one.life
    if life.began is None or one.standing.state not in {State.ACTIVE, State.PAUSED}:
        return
    silence = silence_of(program, life, life.began)
    rung = rung_on(_silence_rungs(program, silence, calendar), life.today)
    if rung is None:
        return
    rule = HealthRule.OVERDUE if silence.has_met else HealthRule.NO_FIRST_MEETING
    yield Reminder(
        kind=rung.kind,
        pair=one.pair.id,
        people=_asked(program, life.members.everyone, rung),
        cycle=silence.since,
        number=rung.number,
        due_on=rung.due_on,
        step=rung.step,
        evidence=evidence_of(program, life, rule=rule, silence=silence, stuck=None),
    )


def stuck_reminder(program: Program, one: Relationship, calendar: Calendar) -> Iterable[Reminder]:
    """Ask after a milestone whose day passed more than `stuck_in_stage` days ago."""
    life = one.life
    if one.standing.state not in {State.ACTIVE, State.PAUSED}:
        return
    stuck = overdue_milestone(program, life)
    if stuck is None:
        return
    rung = rung_on(ladder(ReminderKind.STUCK, stuck.since, calendar), life.today)
    if rung is None:
        return
    yield Reminder(
        kind=rung.kind,
        pair=one.pair.id,
        people=_asked(program, life.members.everyone, rung),
        cycle=stuck.due,
        number=rung.number,
        due_on=rung.due_on,
        step=rung.step,
        evidence=(stuck.text(today=life.today),),
        about=(stuck.milestone.name,),
    )


def _silence_rungs(program: Program, silence: Silence, calendar: Calendar) -> tuple[Rung, ...]:
    """Lay out the whole ladder: two nudges, a line, a pause proposed, an ending announced and proposed."""
    policy = program.settings.follow_up
    kind = ReminderKind.CHECK_IN if silence.has_met else ReminderKind.FIRST_MEETING
    asked = ladder(kind, silence.overdue, calendar)
    week = timedelta(days=DAYS_BETWEEN)
    pause = calendar.working(
        max(calendar.after(silence.since, policy.propose_pause_after), asked[-1].due_on + week)
    )
    announced = calendar.working(
        max(calendar.after(silence.since, policy.propose_ending_after), pause + week)
    )
    proposed = calendar.after(announced, policy.ending_notice)
    return (
        *asked,
        Rung(ReminderKind.PROPOSE_PAUSE, 1, Step.COORDINATORS, pause),
        Rung(ReminderKind.PROPOSE_ENDING, 1, Step.COORDINATORS, announced),
        Rung(ReminderKind.PROPOSE_ENDING, 2, Step.COORDINATORS, proposed),
    )


def _asked(program: Program, members: tuple[Slug, ...], rung: Rung) -> tuple[Slug, ...]:
    return program.settings.coordinators if rung.step is Step.COORDINATORS else members
