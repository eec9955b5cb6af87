"""What people told in surveys and at endings, as totals for organisers: nobody is named, small groups are hidden.

Answers are private: without the folder that holds them, nobody has answered.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from mentorgen.analysis.figures import Figure, figure, share
from mentorgen.analysis.relationships import Relationship, relationships
from mentorgen.analysis.satisfaction import SideSatisfaction, satisfaction_of
from mentorgen.analysis.surveys import (
    SurveyRound,
    answers_to,
    next_due,
    rounds_until,
    side_name,
    side_of,
)
from mentorgen.model.facts import Answered, Reason
from mentorgen.model.ids import CohortId, Slug, SurveyId
from mentorgen.model.program import Program
from mentorgen.model.surveys import QuestionId
from mentorgen.model.words import ReasonGroup


@dataclass(frozen=True, slots=True)
class Response:
    """How many were asked in one round of a survey, of one side, and how many answered; `rate` in percent."""

    survey: SurveyId
    number: int
    side: str
    asked: Figure
    answered: Figure
    rate: Figure


@dataclass(frozen=True, slots=True)
class Mark:
    """How a question with marks from 1 to 5 was answered by one side; `tenths` is ten times the mean."""

    survey: SurveyId
    question: QuestionId
    side: str
    answers: Figure
    tenths: Figure


@dataclass(frozen=True, slots=True)
class Voices:
    """All that was told up to a day; `due` is the next day on which each survey is due for some pair."""

    responses: tuple[Response, ...]
    marks: tuple[Mark, ...]
    goals: tuple[SideSatisfaction, ...]
    due: Mapping[SurveyId, date]
    reasons: Mapping[ReasonGroup, Figure]


@dataclass(frozen=True, slots=True)
class _Asked:
    """One member of a pair who was asked in a round of a survey, with the last answer of theirs."""

    round: SurveyRound
    side: str
    slug: Slug
    answered: Answered | None


def voices(program: Program, *, cohort: CohortId | None = None, today: date) -> Voices:
    """Count what the pairs of one round, or of all, told up to the day."""
    pairs = [
        one
        for one in relationships(program, today=today).values()
        if cohort in {None, one.pair.cohort}
    ]
    asked = tuple(_asked(program, pairs))
    return Voices(
        responses=tuple(_responses(asked)),
        marks=tuple(_marks(asked)),
        goals=satisfaction_of(program, [one.pair for one in pairs], today=today),
        due=_due(program, pairs),
        reasons=_reasons(pairs),
    )


def _asked(program: Program, pairs: Iterable[Relationship]) -> Iterable[_Asked]:
    for one in pairs:
        members = one.life.members
        for survey in program.surveys.values():
            for this in rounds_until(program, one, survey):
                for slug in members.everyone:
                    if not side_of(members, slug).isdisjoint(survey.audience):
                        answers = answers_to(program, one.life, slug, this)
                        side = side_name(members, slug)
                        yield _Asked(this, side, slug, answers[-1] if answers else None)


def _responses(asked: Iterable[_Asked]) -> Iterable[Response]:
    found: dict[tuple[SurveyId, int, str], list[_Asked]] = defaultdict(list)
    for one in asked:
        found[one.round.survey.id, one.round.number, one.side].append(one)
    for (survey, number, side), own in sorted(found.items()):
        people = {one.slug for one in own}
        answered = sum(one.answered is not None for one in own)
        yield Response(
            survey=survey,
            number=number,
            side=side,
            asked=figure(len(own), over=people),
            answered=figure(answered, over=people),
            rate=share(answered, len(own), over=people),
        )


def _marks(asked: Iterable[_Asked]) -> Iterable[Mark]:
    """Gather marks over all rounds of a survey; only questions that are answered by marks have any."""
    found: dict[tuple[SurveyId, QuestionId, str], list[tuple[Slug, int]]] = defaultdict(list)
    for one in asked:
        for answer in one.answered.answers if one.answered else ():
            if answer.value is not None:
                key = one.round.survey.id, answer.question, one.side
                found[key].append((one.slug, answer.value))
    for (survey, question, side), given in sorted(found.items()):
        people, number = {slug for slug, _ in given}, len(given)
        tenths = (20 * sum(value for _, value in given) + number) // (2 * number)
        yield Mark(
            survey=survey,
            question=question,
            side=side,
            answers=figure(number, over=people),
            tenths=figure(tenths, over=people),
        )


def _due(program: Program, pairs: Collection[Relationship]) -> Mapping[SurveyId, date]:
    days = {
        survey.id: [
            day for one in pairs for day in (next_due(program, one, survey),) if day is not None
        ]
        for survey in program.surveys.values()
    }
    return {survey: min(own) for survey, own in days.items() if own}


def _reasons(pairs: Iterable[Relationship]) -> Mapping[ReasonGroup, Figure]:
    """Count why pairs ended, by the newest word on each; over the people of those pairs."""
    given: dict[ReasonGroup, list[Relationship]] = defaultdict(list)
    for one in pairs:
        told = [fact for fact in one.life.facts if isinstance(fact, Reason)]
        if told and not one.goes_on:
            given[max(told, key=lambda fact: fact.on).group].append(one)
    return {
        group: figure(
            len(given[group]), over={slug for one in given[group] for slug in one.pair.everyone}
        )
        for group in ReasonGroup
    }
