"""How far people reached their goals, each goal weighed by how much it mattered to whoever answers.

What one person said is for the pair and its coordinators; what is told of a group is over five people or
more. That whoever learns chooses and weighs what counts is the idea of the MEMeQ (Schäfer et al., BMC
Medical Education, 2015).
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from math import sqrt
from statistics import fmean, stdev

from mentorgen.analysis.facts import facts_until
from mentorgen.analysis.figures import SMALLEST_GROUP, Figure, figure
from mentorgen.analysis.members import members_in_file
from mentorgen.analysis.surveys import side_name
from mentorgen.model.facts import Answered, GoalMark
from mentorgen.model.ids import Slug
from mentorgen.model.pairs import Pair
from mentorgen.model.program import Program

_STUDENT = (
    *(2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228, 2.201, 2.179, 2.160, 2.145, 2.131, 2.120),
    *(2.110, 2.101, 2.093, 2.086, 2.080, 2.074, 2.069, 2.064, 2.060, 2.056, 2.052, 2.048, 2.045),
)
"""Student's t for 95 % (two-sided), from 4 degrees of freedom on: those of the smallest group."""
_STUDENT_OF_MANY = 2.042
_LOWEST, _HIGHEST = 10, 50


@dataclass(frozen=True, slots=True)
class Satisfaction:
    """What one person said of a pair's goals on a day; `mark` is the weighed mean, from 1 to 5."""

    slug: Slug
    side: str
    on: date
    mark: Fraction


@dataclass(frozen=True, slots=True)
class SideSatisfaction:
    """What the people of one side said last, one voice each, in tenths of a mark.

    The true mean of such people lies between `lowest` and `highest` in 95 of 100 cases.
    """

    side: str
    answers: Figure
    tenths: Figure
    lowest: Figure
    highest: Figure


def weighed(marks: Collection[GoalMark]) -> Fraction:
    """Weigh how far each goal was reached by how much it mattered; `marks` are never empty."""
    weight = sum(one.mattered for one in marks)
    return Fraction(sum(one.reached * one.mattered for one in marks), weight)


def satisfaction_in(program: Program, pair: Pair, *, today: date) -> tuple[Satisfaction, ...]:
    """List all that the people of a pair said of its goals, the oldest first: their trend."""
    return tuple(sorted(_said(program, pair, today), key=lambda one: (one.on, one.slug)))


def satisfaction_of(
    program: Program, pairs: Iterable[Pair], *, today: date
) -> tuple[SideSatisfaction, ...]:
    """Average what people of several pairs said last; who is in two pairs counts with the mean of both."""
    voices: dict[str, dict[Slug, list[Fraction]]] = defaultdict(lambda: defaultdict(list))
    for pair in pairs:
        newest = {one.slug: one for one in satisfaction_in(program, pair, today=today)}
        for slug, one in newest.items():
            voices[one.side][slug].append(one.mark)
    return tuple(_of_side(side, own) for side, own in sorted(voices.items()))


def _said(program: Program, pair: Pair, today: date) -> Iterator[Satisfaction]:
    members = members_in_file(pair)
    for slug in pair.everyone:
        for fact in facts_until(program.person_facts.get(slug, ()), today):
            if isinstance(fact, Answered) and fact.pair == pair.id and fact.goals:
                yield Satisfaction(slug, side_name(members, slug), fact.on, weighed(fact.goals))


def _of_side(side: str, voices: Mapping[Slug, Collection[Fraction]]) -> SideSatisfaction:
    marks = [float(sum(own) / len(own)) for own in voices.values()]
    mean, margin = fmean(marks), _margin(marks)
    lowest, highest = max(_LOWEST, _tenths(mean - margin)), min(_HIGHEST, _tenths(mean + margin))
    return SideSatisfaction(
        side=side,
        answers=figure(len(marks), over=voices),
        tenths=figure(_tenths(mean), over=voices),
        lowest=figure(lowest, over=voices),
        highest=figure(highest, over=voices),
    )


def _margin(marks: Collection[float]) -> float:
    """Find how far off a mean may be; of fewer people than are shown nobody asks."""
    place = len(marks) - SMALLEST_GROUP
    if place < 0:
        return 0.0
    student = _STUDENT[place] if place < len(_STUDENT) else _STUDENT_OF_MANY
    return student * stdev(marks) / sqrt(len(marks))


def _tenths(mark: float) -> int:
    return round(10 * mark)
