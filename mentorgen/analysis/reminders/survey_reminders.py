"""Which surveys are to be asked for today: in the course of a relationship, and at its end."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from datetime import date, timedelta
from typing import assert_never

from mentorgen.analysis.facts import facts_until
from mentorgen.analysis.life import Life
from mentorgen.analysis.lifecycle import State
from mentorgen.analysis.relationships import Relationship
from mentorgen.analysis.reminders.ladder import STEPS, SURVEY_STAYS, Calendar, Rung, rung_on
from mentorgen.analysis.reminders.values import Reminder, ReminderKind, Step
from mentorgen.analysis.spans import day_after
from mentorgen.analysis.wording import day_text, listed
from mentorgen.model.facts import Answered
from mentorgen.model.ids import Slug, SurveyId
from mentorgen.model.program import Program
from mentorgen.model.surveys import Survey
from mentorgen.model.words import Audience, PrivateInputs, SurveyMoment

ANSWERS_COUNT_BEFORE = timedelta(days=7)
"""An answer given up to a week before a survey's day is an answer to that round."""


def pulse_reminders(program: Program, one: Relationship, calendar: Calendar) -> Iterable[Reminder]:
    """Ask once for the newest round of the surveys that are due while a relationship lasts.

    A survey that sets no days of its own follows the program's `pulse_first` and `pulse_every`.
    """
    life = one.life
    if one.standing.state not in {State.ACTIVE, State.PAUSED} or life.began is None:
        return
    rounds: dict[date, list[Survey]] = defaultdict(list)
    for survey in program.surveys.values():
        day = _newest_round(program, life, survey, life.began)
        if day is not None:
            rounds[day].append(survey)
    for day in sorted(rounds, reverse=True):
        rung = Rung(ReminderKind.PULSE_SURVEY, 1, Step.NUDGE_1, calendar.working(day))
        yield from _survey_reminder(program, life, rung, cycle=day, surveys=rounds[day])


def closing_reminders(
    program: Program, one: Relationship, calendar: Calendar
) -> Iterable[Reminder]:
    """Ask for the surveys at the end of a relationship, again as often as the program repeats them.

    Where private answers cannot be read, nobody knows who has answered: then they are asked for once.
    """
    life = one.life
    if one.standing.state not in {State.ENDING, State.ENDED} or life.began is None:
        return
    ended = min(filter(None, (life.closing, one.standing.since)), default=life.began)
    starts: dict[date, list[Survey]] = defaultdict(list)
    for survey in program.surveys.values():
        if survey.due.after is SurveyMoment.END:
            starts[ended + timedelta(days=survey.due.days)].append(survey)
    for day in sorted(starts):
        rung = rung_on(_closing_rungs(program, day, calendar), life.today)
        if rung is not None:
            yield from _survey_reminder(program, life, rung, cycle=day, surveys=starts[day])


def _newest_round(program: Program, life: Life, survey: Survey, began: date) -> date | None:
    due, policy = survey.due, program.settings.follow_up
    start = _start_of(due.after, life, began)
    if start is None:
        return None
    first, every = due.days, due.every
    if due.after is SurveyMoment.START and not first and every is None:
        first, every = policy.pulse_first, policy.pulse_every
    day = newest = day_after(start, first, life.pauses)
    while every is not None and day <= life.today:
        newest, first = day, first + every
        day = day_after(start, first, life.pauses)
    return newest if newest <= life.today else None


def _start_of(moment: SurveyMoment, life: Life, began: date) -> date | None:
    """Find the day from which a survey's days are counted; the end has reminders of its own."""
    match moment:
        case SurveyMoment.END:
            return None
        case SurveyMoment.MIDDLE:
            return began + (life.term - began) // 2 if life.term is not None else None
        case SurveyMoment.START:
            return began
        case _:
            assert_never(moment)


def _closing_rungs(program: Program, first: date, calendar: Calendar) -> Iterable[Rung]:
    repeats = sorted(set(program.settings.follow_up.closing_survey_repeats))
    if program.settings.private is PrivateInputs.NONE:
        repeats = repeats[:1]
    for number, days in enumerate(repeats, start=1):
        step = STEPS[min(number, len(STEPS)) - 1]
        due_on = calendar.working(first + timedelta(days=days))
        yield Rung(ReminderKind.CLOSING_SURVEY, number, step, due_on)


def _survey_reminder(
    program: Program, life: Life, rung: Rung, *, cycle: date, surveys: Collection[Survey]
) -> Iterable[Reminder]:
    if not rung.due_on <= life.today < rung.due_on + timedelta(days=SURVEY_STAYS):
        return
    asked = _who_to_ask(program, life, surveys, cycle)
    if not asked:
        return
    people = program.settings.coordinators if rung.step is Step.COORDINATORS else tuple(asked)
    titles = tuple(survey.title for survey in surveys if survey.id in set().union(*asked.values()))
    yield Reminder(
        kind=rung.kind,
        pair=life.pair.id,
        people=people,
        cycle=cycle,
        number=rung.number,
        due_on=rung.due_on,
        step=rung.step,
        evidence=(f"{listed(titles)}: due on {day_text(cycle, today=life.today)}.",),
        about=titles,
    )


def _who_to_ask(
    program: Program, life: Life, surveys: Iterable[Survey], cycle: date
) -> Mapping[Slug, frozenset[SurveyId]]:
    """Find who is meant by the surveys and has not answered all that are meant for them."""
    asked: dict[Slug, frozenset[SurveyId]] = {}
    for slug in life.members.everyone:
        meant = frozenset(one.id for one in surveys if set(one.audience) & _parts(life, slug))
        facts = facts_until(program.person_facts.get(slug, ()), life.today)
        answered = {
            fact.survey
            for fact in facts
            if isinstance(fact, Answered)
            and fact.pair == life.pair.id
            and fact.on >= cycle - ANSWERS_COUNT_BEFORE
        }
        if meant - answered:
            asked[slug] = meant - answered
    return asked


def _parts(life: Life, slug: Slug) -> set[Audience]:
    """Tell as what a member is asked; a peer is both."""
    if slug in life.members.peers:
        return {Audience.MENTOR, Audience.MENTEE}
    return {Audience.MENTOR if slug in life.members.mentors else Audience.MENTEE}
