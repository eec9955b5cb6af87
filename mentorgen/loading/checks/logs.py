"""Checks of dated facts: where they stand, when, of whom, and what they put right."""

from collections.abc import Iterator
from datetime import date

from mentorgen.loading.checks.neighbours import beside_each_other
from mentorgen.loading.checks.pairs import not_in_pair
from mentorgen.loading.checks.world import World
from mentorgen.loading.documents import Document
from mentorgen.loading.rules import Rule
from mentorgen.loading.spelling import did_you_mean, shown
from mentorgen.loading.yaml_events import Path
from mentorgen.model.facts import (
    Agreed,
    Answered,
    Asked,
    Concern,
    ConcernAnswered,
    Confirmed,
    Ended,
    Fact,
    Paused,
    Planned,
    Reflected,
    Snoozed,
    Thanked,
    Vetoed,
)
from mentorgen.model.logs import PairLog, PersonLog
from mentorgen.model.problems import Problem, Severity
from mentorgen.model.surveys import Survey
from mentorgen.model.words import QuestionKind

Log = PairLog | PersonLog


def check_log(document: Document, log: Log, world: World) -> Iterator[Problem]:
    """Check each fact of a log by itself, beside the others and beside its pair."""
    facts = {(fact.on, fact.kind, by) for fact in log.facts for by in (fact.by, None)}
    yield from beside_each_other(document, log, world)
    for index, fact in enumerate(log.facts):
        path = ("facts", index)
        yield from _place(document, path, fact, log)
        yield from world.ahead(document, (*path, "on"), fact.on, "this fact")
        old = fact.replaces
        if old and (old.on, old.kind, old.by) not in facts and world.known.is_person(old.by):
            message = f"no fact '{old.kind}' of {old.on} stands in this log to be replaced."
            yield document.problem((*path, "replaces"), Rule.REPLACED_FACT, message)
        yield from _concern(document, path, fact, log)
        ahead = _ahead(fact)
        if ahead and ahead[1] < fact.on:
            message = f"{ahead[0]} lies before the fact's own day, {fact.on}."
            yield document.problem((*path, ahead[0]), Rule.DATE_ORDER, message)
        if isinstance(log, PairLog):
            yield from _of_pair(document, path, fact, log, world)
        else:
            yield from _of_person(document, path, fact, log, world)


def _ahead(fact: Fact) -> tuple[str, date] | None:
    """Give the field of a fact that names a day to come."""
    if isinstance(fact, Paused | Snoozed):
        return "until", fact.until
    return ("day", fact.day) if isinstance(fact, Planned) else None


def _place(document: Document, path: Path, fact: Fact, log: Log) -> Iterator[Problem]:
    of_pair = isinstance(log, PairLog)
    if not (fact.of_pair if of_pair else fact.of_person):
        home = "people's logs" if of_pair else "pairs' logs"
        message = f"a fact of kind '{fact.kind}' belongs to {home}; move it there."
        yield document.problem((*path, "kind"), Rule.FACT_PLACE, message)


def _concern(document: Document, path: Path, fact: Fact, log: Log) -> Iterator[Problem]:
    """Warn of an answer to a concern that nobody told: the one that was meant stays on the list."""
    if isinstance(fact, ConcernAnswered):
        days = {one.on for one in log.facts if isinstance(one, Concern)}
        if fact.concern not in days:
            message = (
                f"no concern of {fact.concern} stands in this log; write the day of the concern."
            )
            yield document.problem(
                (*path, "concern"), Rule.UNKNOWN_CONCERN, message, severity=Severity.WARNING
            )


def _of_pair(
    document: Document, path: Path, fact: Fact, log: PairLog, world: World
) -> Iterator[Problem]:
    pair = world.pairs.get(log.pair)
    if pair is None:
        return
    if isinstance(fact, Confirmed | Agreed | Asked | Thanked | Reflected):
        yield from not_in_pair(document, (*path, "by"), fact.by, pair, world)
    if isinstance(fact, Ended) and fact.on < pair.starts:
        message = f"this pair ended before it started, {pair.starts}."
        yield document.problem((*path, "on"), Rule.DATE_ORDER, message, severity=Severity.WARNING)


def _of_person(
    document: Document, path: Path, fact: Fact, log: PersonLog, world: World
) -> Iterator[Problem]:
    if isinstance(fact, Vetoed) and fact.who == log.slug:
        message = f"{shown(log.slug)} cannot veto themselves; name the other person."
        yield document.problem((*path, "who"), Rule.SAME_PERSON, message)
    if not isinstance(fact, Answered):
        return
    pair, survey = world.pairs.get(fact.pair), world.surveys.get(fact.survey)
    if pair:
        yield from not_in_pair(document, (*path, "pair"), log.slug, pair, world)
        yield from _goals(document, path, fact, world)
    if survey:
        yield from _questions(document, path, fact, survey)


def _questions(document: Document, path: Path, fact: Answered, survey: Survey) -> Iterator[Problem]:
    asked = {question.id for question in survey.questions}
    for index, answer in enumerate(fact.answers):
        if answer.question not in asked:
            near = did_you_mean(answer.question, asked)
            message = f"the survey has no question {shown(answer.question)}.{near}"
            yield document.problem(
                (*path, "answers", index, "question"), Rule.UNKNOWN_QUESTION, message
            )
    if fact.goals and not any(one.kind is QuestionKind.GOALS for one in survey.questions):
        message = "the survey has no question of the kind 'goals'; give it one, or leave this out."
        yield document.problem((*path, "goals"), Rule.UNKNOWN_QUESTION, message)


def _goals(document: Document, path: Path, fact: Answered, world: World) -> Iterator[Problem]:
    """Check that each goal that is marked is one of the pair's, and marked once."""
    known, seen = world.goals.get(fact.pair, frozenset()), set[str]()
    for index, one in enumerate(fact.goals):
        place = (*path, "goals", index, "goal")
        if one.goal not in known:
            message = f"the pair has no goal {shown(one.goal)}.{did_you_mean(one.goal, known)}"
            yield document.problem(place, Rule.UNKNOWN_GOAL, message)
        elif one.goal in seen:
            message = f"{shown(one.goal)} stands twice in goals; keep the marks that are meant."
            yield document.problem(place, Rule.TWICE, message)
        seen.add(one.goal)
