"""Which surveys are to be asked for today: in the course of a relationship, and at its end."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from datetime import date, timedelta

from mentorgen.analysis.life import Life
from mentorgen.analysis.lifecycle import State
from mentorgen.analysis.relationships import Relationship
from mentorgen.analysis.reminders.ladder import STEPS, SURVEY_STAYS, Calendar, Rung, rung_on
from mentorgen.analysis.reminders.values import Reminder, ReminderKind, Step
from mentorgen.analysis.surveys import SurveyRound, answers_to, closing_day, rounds_until, side_of
from mentorgen.analysis.wording import day_text, listed
from mentorgen.model.ids import Slug, SurveyId
from mentorgen.model.program import Program
from mentorgen.model.words import PrivateInputs, SurveyMoment


def pulse_reminders(program: Program, one: Relationship, calendar: Calendar) -> Iterable[Reminder]:
    """Ask once for the newest round of the surveys that are due while a relationship lasts."""
    if one.standing.state not in {State.ACTIVE, State.PAUSED}:
        return
    rounds = _newest_rounds(program, one)
    for day in sorted(rounds, reverse=True):
        rung = Rung(ReminderKind.PULSE_SURVEY, 1, Step.NUDGE_1, calendar.working(day))
        yield from _survey_reminder(program, one.life, rung, rounds[day])


def closing_reminders(
    program: Program, one: Relationship, calendar: Calendar
) -> Iterable[Reminder]:
    """Ask for the surveys at the end of a relationship, again as often as the program repeats them.

    Where private answers cannot be read, nobody knows who has answered: then they are asked for once.
    """
    if closing_day(one.life, one.standing) is None:
        return
    rounds = _newest_rounds(program, one, at_end=True)
    for day in sorted(rounds):
        rung = rung_on(_closing_rungs(program, day, calendar), one.life.today)
        if rung is not None:
            yield from _survey_reminder(program, one.life, rung, rounds[day])


def _newest_rounds(
    program: Program, one: Relationship, *, at_end: bool = False
) -> Mapping[date, list[SurveyRound]]:
    """Gather the newest round of each survey by its day."""
    rounds: dict[date, list[SurveyRound]] = defaultdict(list)
    for survey in program.surveys.values():
        if (survey.due.after is SurveyMoment.END) is at_end:
            for newest in rounds_until(program, one, survey)[-1:]:
                rounds[newest.due_on].append(newest)
    return rounds


def _closing_rungs(program: Program, first: date, calendar: Calendar) -> Iterable[Rung]:
    repeats = sorted(set(program.settings.follow_up.closing_survey_repeats))
    if program.settings.private is PrivateInputs.NONE:
        repeats = repeats[:1]
    for number, days in enumerate(repeats, start=1):
        step = STEPS[min(number, len(STEPS)) - 1]
        due_on = calendar.working(first + timedelta(days=days))
        yield Rung(ReminderKind.CLOSING_SURVEY, number, step, due_on)


def _survey_reminder(
    program: Program, life: Life, rung: Rung, rounds: Collection[SurveyRound]
) -> Iterable[Reminder]:
    if not rung.due_on <= life.today < rung.due_on + timedelta(days=SURVEY_STAYS):
        return
    asked = _who_to_ask(program, life, rounds)
    if not asked:
        return
    cycle = min(one.due_on for one in rounds)
    people = program.settings.coordinators if rung.step is Step.COORDINATORS else tuple(asked)
    missing = frozenset[SurveyId]().union(*asked.values())
    titles = tuple(one.survey.title for one in rounds if one.survey.id in missing)
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
    program: Program, life: Life, rounds: Iterable[SurveyRound]
) -> Mapping[Slug, frozenset[SurveyId]]:
    """Find who is meant by the surveys and has not answered all that are meant for them."""
    asked: dict[Slug, frozenset[SurveyId]] = {}
    for slug in life.members.everyone:
        side = side_of(life.members, slug)
        missing = frozenset(
            one.survey.id
            for one in rounds
            if not side.isdisjoint(one.survey.audience) and not answers_to(program, life, slug, one)
        )
        if missing:
            asked[slug] = missing
    return asked
