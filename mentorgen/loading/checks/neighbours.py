"""Checks of facts beside the others of their log: pauses that overlap, answers given twice, what comes late."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import pairwise

from mentorgen.loading.checks.world import World
from mentorgen.loading.documents import Document
from mentorgen.loading.rules import Rule
from mentorgen.loading.spelling import shown
from mentorgen.model.facts import (
    Answered,
    Concern,
    ConcernAnswered,
    Ended,
    Fact,
    Paused,
    Reason,
    Reflected,
    Resumed,
    Thanked,
)
from mentorgen.model.logs import PairLog, PersonLog
from mentorgen.model.problems import Problem, Severity
from mentorgen.model.surveys import Survey

Numbered = Sequence[tuple[int, Fact]]
_TOLD_LATER = Reason | Concern | ConcernAnswered | Reflected | Thanked
"""What may be said of a relationship that is over."""


def beside_each_other(
    document: Document, log: PairLog | PersonLog, world: World
) -> Iterator[Problem]:
    """Check the facts of a log that nothing puts right, and that put nothing right, by their days."""
    replaced = {(one.on, one.kind) for one in (fact.replaces for fact in log.facts) if one}
    plain = [
        (number, fact)
        for number, fact in enumerate(log.facts)
        if fact.replaces is None and (fact.on, fact.kind) not in replaced
    ]
    plain.sort(key=lambda one: one[1].on)
    yield from _pauses(document, plain)
    if isinstance(log, PairLog):
        yield from _after_the_end(document, plain)
    else:
        yield from _answers(document, plain, world)


def _pauses(document: Document, facts: Numbered) -> Iterator[Problem]:
    resumed = [fact.on for _, fact in facts if isinstance(fact, Resumed)]
    paused = [(number, fact) for number, fact in facts if isinstance(fact, Paused)]
    for (_, old), (number, new) in pairwise(paused):
        if new.on < old.until and not any(old.on <= day <= new.on for day in resumed):
            message = (
                f"this pause begins before the one of {old.on} is over, {old.until}; from {new.on} on "
                "only this one counts. Let it say what it replaces."
            )
            yield _warning(document, number, "on", Rule.PAUSES_OVERLAP, message)


def _after_the_end(document: Document, facts: Numbered) -> Iterator[Problem]:
    """Warn of what comes after the first end; what may be told later is no surprise."""
    end = min((fact.on for _, fact in facts if isinstance(fact, Ended)), default=date.max)
    for number, fact in facts:
        if fact.on > end and not isinstance(fact, _TOLD_LATER):
            message = f"this pair ended on {end}, before this day; mend one of the two."
            yield _warning(document, number, "on", Rule.AFTER_THE_END, message)


def _answers(document: Document, facts: Numbered, world: World) -> Iterator[Problem]:
    rounds: dict[tuple[str, str], list[tuple[int, Answered]]] = defaultdict(list)
    for number, fact in facts:
        if isinstance(fact, Answered):
            rounds[fact.survey, fact.pair].append((number, fact))
    for given in rounds.values():
        for (_, old), (number, new) in pairwise(given):
            survey = world.surveys.get(new.survey)
            if survey is not None and new.on - old.on < _apart(survey, world):
                message = (
                    f"the survey {shown(new.survey)} about {shown(new.pair)} was answered on {old.on} "
                    "already; only the newer answers count. Keep one of the two."
                )
                yield _warning(document, number, "survey", Rule.ANSWERED_TWICE, message)


def _apart(survey: Survey, world: World) -> timedelta:
    """Tell how far apart two answers must lie to be of two rounds: half of what lies between rounds."""
    every = survey.due.every
    if every is None and survey.due.follows_policy and world.settings:
        every = world.settings.follow_up.pulse_every
    return timedelta.max if every is None else timedelta(days=every) / 2


def _warning(document: Document, number: int, field: str, rule: Rule, message: str) -> Problem:
    severity = Severity.WARNING
    return document.problem(("facts", number, field), rule, message, severity=severity)
