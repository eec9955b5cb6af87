"""What needs an organiser on a day, the most urgent first, each with the command that helps with it."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from mentorgen.analysis.availability import places_among
from mentorgen.analysis.facts import facts_until
from mentorgen.analysis.relationships import Relationship, broke_off_last, relationships
from mentorgen.analysis.reminders import Because, Reminder, due_reminders
from mentorgen.analysis.wording import day_text, listed
from mentorgen.model.cohorts import Application
from mentorgen.model.facts import (
    Accepted,
    Asked,
    Concern,
    ConcernAnswered,
    Confirmed,
    Declined,
    Fact,
    Withdrawn,
)
from mentorgen.model.ids import CohortId, PairId, Slug
from mentorgen.model.program import Program
from mentorgen.model.said import said, said_n
from mentorgen.model.words import ReasonGroup

QUESTION_STAYS = timedelta(days=14)
"""Nothing in the files says that a question of somebody in a running pair was answered."""


class NeedKind(StrEnum):
    """Why an organiser is needed, the most urgent first."""

    CONCERN = "concern"
    QUESTION = "question"
    FIRST_MEETING = "first-meeting"
    CHECK_IN = "check-in"
    PROPOSE_ENDING = "propose-ending"
    PROPOSE_PAUSE = "propose-pause"
    ANSWER_PROPOSAL = "answer-proposal"
    APPLICATION = "application"
    HAND_ON = "hand-on"
    WAITING = "waiting"
    CLOSING_SURVEY = "closing-survey"
    STUCK = "stuck"


@dataclass(frozen=True, slots=True)
class Need:
    """One thing to do: about whom, since when, what says so, and the command to begin with.

    `about` is the id of a pair, of a round, or of a person. A named need is for organisers only.
    """

    kind: NeedKind
    about: str
    people: tuple[Slug, ...]
    since: date
    evidence: tuple[str, ...]
    command: str


def needs(program: Program, *, today: date) -> tuple[Need, ...]:
    """Gather everything that needs an organiser; their own lines do not wait for a working day."""
    known = relationships(program, today=today)
    found = (
        *_concerns(program, today),
        *_questions(program, today),
        *_lines(program, known, today),
        *_applications(program, today),
        *_waiting(program, known, today),
    )
    return tuple(sorted(found, key=_order))


def _order(need: Need) -> tuple[int, date, str]:
    return tuple(NeedKind).index(need.kind), need.since, need.about


_REASONS = {
    ReasonGroup.MISMATCH: said("mismatch"),
    ReasonGroup.DISTANCE: said("distance"),
    ReasonGroup.PRESSURE: said("pressure"),
    ReasonGroup.EXPERTISE: said("expertise"),
    ReasonGroup.CIRCUMSTANCES: said("circumstances"),
}


def _concerns(program: Program, today: date) -> Iterable[Need]:
    """List each concern until its log says that it was answered, however long that takes."""
    logs: tuple[tuple[str, tuple[Slug, ...], tuple[Fact, ...]], ...] = (
        *((pair, program.pairs[pair].everyone, own) for pair, own in program.pair_facts.items()),
        *((slug, (slug,), own) for slug, own in program.person_facts.items()),
    )
    for about, people, facts in logs:
        told = facts_until(facts, today)
        answered = {fact.concern for fact in told if isinstance(fact, ConcernAnswered)}
        for fact in told:
            if isinstance(fact, Concern) and fact.on not in answered:
                day = day_text(fact.on, today=today)
                text = said("Something was wrong on %(day)s.", day=day)
                if fact.group:
                    about_what = _REASONS[fact.group]
                    text = said(
                        "Something was wrong on %(day)s, about %(what)s.", day=day, what=about_what
                    )
                yield Need(
                    NeedKind.CONCERN, about, people, fact.on, (text,), f"mentorgen status {about}"
                )


def _questions(program: Program, today: date) -> Iterable[Need]:
    """List who has a question before they answer a suggestion: until they do, or two weeks have passed."""
    for pair, own in program.pair_facts.items():
        told = facts_until(own, today)
        for number, fact in enumerate(told):
            answers = (one for one in told[number:] if one.by == fact.by)
            is_open = not any(isinstance(one, Confirmed | Declined) for one in answers)
            if isinstance(fact, Asked) and is_open and today < fact.on + QUESTION_STAYS:
                text = said(
                    "%(name)s asked on %(day)s.",
                    name=program.participants[fact.by].name,
                    day=day_text(fact.on, today=today),
                )
                yield Need(
                    NeedKind.QUESTION,
                    pair,
                    (fact.by,),
                    fact.on,
                    (text,),
                    f"mentorgen status {pair}",
                )


_DAY_OR_ORDER = frozenset({Because.WEEKEND, Because.HOLIDAY, Because.ANOTHER_FIRST})
_LEFT_ALONE = frozenset({Because.PAUSED, Because.SNOOZED})


def _lines(program: Program, known: Mapping[PairId, Relationship], today: date) -> Iterable[Need]:
    """List for each pair the most urgent line of the digest, or else the text that is to be passed on."""
    plan = due_reminders(program, today=today)
    told = {one.reminder.pair for one in plan.held if one.because in _LEFT_ALONE}
    waiting = (one.reminder for one in plan.held if one.because in _DAY_OR_ORDER)
    lines = (one for one in (*plan.due, *waiting) if not one.is_ping)
    for need in sorted((_of_line(known[one.pair], one) for one in lines), key=_order):
        if need.about not in told:
            told.add(PairId(need.about))
            yield need


def _of_line(relationship: Relationship, reminder: Reminder) -> Need:
    return Need(
        kind=NeedKind.HAND_ON if reminder.privately else NeedKind(reminder.kind.value),
        about=reminder.pair,
        people=relationship.named,
        since=reminder.due_on,
        evidence=reminder.evidence,
        command=f"mentorgen remind {reminder.pair} --texts",
    )


def _applications(program: Program, today: date) -> Iterable[Need]:
    """List who waits for an answer to a request, where the organisers answer each."""
    if not program.settings.reviews_applications:
        return
    for application in _asked(program, today):
        if not _is_answered(program, application, today):
            day = day_text(application.applied, today=today)
            cohort = program.cohorts[application.cohort].name
            yield Need(
                kind=NeedKind.APPLICATION,
                about=application.slug,
                people=(application.slug,),
                since=application.applied,
                evidence=(
                    said(
                        "The request to join %(round)s is of %(day)s and has no answer.",
                        round=cohort,
                        day=day,
                    ),
                ),
                command=f"mentorgen status {application.slug}",
            )


def _asked(program: Program, today: date) -> Iterable[Application]:
    for cohort in _open_rounds(program, today):
        for application in program.applications[cohort]:
            if application.applied <= today:
                yield application


def _is_answered(program: Program, application: Application, today: date) -> bool:
    facts = facts_until(program.person_facts.get(application.slug, ()), today)
    return any(
        isinstance(fact, Accepted | Declined | Withdrawn)
        and fact.cohort in {None, application.cohort}
        and fact.on >= application.applied
        for fact in facts
    )


def _waiting(program: Program, known: Mapping[PairId, Relationship], today: date) -> Iterable[Need]:
    """Say for each round that is not over how many of it seek a mentor, and who goes first."""
    places = places_among(program, known, today=today)
    left = _left(known.values())
    for cohort in _open_rounds(program, today):
        asked = {one.slug for one in program.applications[cohort]} or places.keys()
        waits = {slug: places[slug].wait for slug in places if slug in asked}
        since = {slug: wait.since or today for slug, wait in waits.items() if wait is not None}
        if since:
            yield Need(
                kind=NeedKind.WAITING,
                about=cohort,
                people=tuple(since),
                since=min(since.values()),
                evidence=tuple(_of_wait(program, since, left, today)),
                command=f"mentorgen match {cohort}",
            )


def _of_wait(
    program: Program, since: Mapping[Slug, date], left: Collection[Slug], today: date
) -> Iterable[str]:
    longest = day_text(min(since.values()), today=today)
    yield (
        said_n(
            "%(num)s person seeks a mentor, the first since %(day)s.",
            "%(num)s people seek a mentor, the first since %(day)s.",
            len(since),
            day=longest,
        )
        if len(since) > 1
        else said("One person seeks a mentor, the first since %(day)s.", day=longest)
    )
    first = [program.participants[slug].name for slug in since if slug in left]
    if first:
        yield said(
            "Of a pair that broke off, and so among the first to be matched: %(names)s.",
            names=listed(first),
        )


def _open_rounds(program: Program, today: date) -> Iterable[CohortId]:
    for cohort in program.cohorts.values():
        if cohort.ends is None or today <= cohort.ends:
            yield cohort.id


def _left(known: Iterable[Relationship]) -> frozenset[Slug]:
    """Find whose last relationship as somebody who learns, or as a peer, broke off."""
    own: dict[Slug, list[Relationship]] = defaultdict(list)
    for one in known:
        for slug in (*one.pair.mentees, *one.pair.members):
            own[slug].append(one)
    return frozenset(slug for slug in own if broke_off_last(own[slug]))
