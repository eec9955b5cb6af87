"""Whom a reminder may reach today: it never reaches who is away, opted out or was asked lately."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from datetime import date, timedelta

from mentorgen.analysis.availability import is_away
from mentorgen.analysis.calendar_days import is_working_day
from mentorgen.analysis.consent import consents
from mentorgen.analysis.facts import facts_until
from mentorgen.analysis.life import Life
from mentorgen.analysis.pauses import pauses, snoozes
from mentorgen.analysis.reminders.ladder import DAYS_BETWEEN
from mentorgen.analysis.reminders.values import Because, Held, Reminder, Spared, Step
from mentorgen.analysis.spans import span_on
from mentorgen.analysis.wording import listed
from mentorgen.model.facts import Fact, OptedIn, OptedOut
from mentorgen.model.ids import Slug
from mentorgen.model.program import Program


def limited(
    program: Program, life: Life, reminder: Reminder, *, asked: Mapping[Slug, date]
) -> Reminder | Held:
    """Leave out of a reminder whom it may not reach today, or hold it where it may reach nobody.

    `asked` says when each person was last asked something, this run included. A line for the
    coordinators waits for a working day and for the end of a pause or snooze only.
    """
    because = _pair_reason(program, life)
    if because is not None:
        return Held(reminder, because, _pair_text(life, because))
    if reminder.step is Step.COORDINATORS:
        return reminder
    if _opted_out(life.facts, but_by=life.pair.everyone):
        return Held(reminder, Because.OPTED_OUT, "The pair wants no reminders.")
    spared = tuple(
        Spared(slug, reason)
        for slug in reminder.people
        for reason in (_person_reason(program, life, slug, asked),)
        if reason is not None
    )
    left_out = {one.person for one in spared}
    people = tuple(slug for slug in reminder.people if slug not in left_out)
    if not people:
        return Held(reminder, spared[0].because, _spared_text(program, spared))
    privately = not life.pair.public_contact
    return replace(reminder, people=people, spared=spared, privately=privately)


_TEXTS = {
    Because.WEEKEND: "Nothing goes out at a weekend.",
    Because.HOLIDAY: "Nothing goes out on a holiday of the program.",
    Because.PAUSED: "The pair pauses.",
    Because.SNOOZED: "The pair asked for time.",
}
_PERSON_TEXTS = {
    Because.OPTED_OUT: "wants no reminders",
    Because.AWAY: "is away",
    Because.SNOOZED: "asked for time",
    Because.NO_CONSENT: "has not agreed to be written to",
    Because.ASKED_LATELY: "was asked something within the last seven days",
}


def _pair_reason(program: Program, life: Life) -> Because | None:
    """Say why the pair is left alone; what it asked for itself comes before what day it is."""
    if span_on(life.pauses, life.today) is not None:
        return Because.PAUSED
    if span_on(snoozes(life.facts), life.today) is not None:
        return Because.SNOOZED
    if not is_working_day(life.today, program.settings.holidays):
        holiday = life.today in program.settings.holidays
        return Because.HOLIDAY if holiday else Because.WEEKEND
    return None


def _pair_text(life: Life, because: Because) -> str:
    if because is Because.PAUSED and span_on(pauses(life.facts), life.today) is None:
        return "Too few of the pair are there now."
    return _TEXTS[because]


def _person_reason(
    program: Program, life: Life, slug: Slug, asked: Mapping[Slug, date]
) -> Because | None:
    facts = facts_until(program.person_facts.get(slug, ()), life.today)
    mine = [fact for fact in life.facts if fact.by == slug]
    if _opted_out(facts) or _opted_out(mine):
        return Because.OPTED_OUT
    if not consents(program.participants[slug], program.settings, today=life.today):
        return Because.NO_CONSENT
    if is_away(program, slug, today=life.today):
        return Because.AWAY
    if span_on(snoozes(facts), life.today) is not None:
        return Because.SNOOZED
    lately = asked.get(slug, date.min) + timedelta(days=DAYS_BETWEEN) > life.today
    return Because.ASKED_LATELY if lately else None


def _opted_out(facts: Iterable[Fact], but_by: Collection[Slug | None] = ()) -> bool:
    """Tell whether the newest word is to opt out; on one day it outweighs opting in."""
    words = [
        (fact.on, isinstance(fact, OptedOut))
        for fact in facts
        if isinstance(fact, OptedOut | OptedIn) and fact.by not in but_by
    ]
    return max(words, default=(date.min, False))[1]


def _spared_text(program: Program, spared: Iterable[Spared]) -> str:
    said = (
        f"{program.participants[one.person].name} {_PERSON_TEXTS[one.because]}" for one in spared
    )
    return f"{listed(said)}."
