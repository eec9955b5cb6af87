"""The dates that shape a pair's life, read from its facts and meetings up to a day."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date

from mentorgen.analysis.answers import Answers, answers_of
from mentorgen.analysis.facts import facts_until
from mentorgen.analysis.members import Members
from mentorgen.analysis.pauses import pauses, pauses_together
from mentorgen.analysis.plans import planned_end
from mentorgen.analysis.spans import Span
from mentorgen.model.facts import Ending, Fact
from mentorgen.model.meetings import Meeting
from mentorgen.model.pairs import Pair
from mentorgen.model.program import Program


@dataclass(frozen=True, slots=True)
class Life:
    """A pair on a day.

    `pauses` are merged and include the days when too few people were there. `began` is the first day of
    the relationship and `closing` the day since which it is about to end; both are None as long as they
    have not come. `term` is the first day after the planned time, None where there is no plan of it.
    """

    pair: Pair
    today: date
    facts: tuple[Fact, ...]
    meetings: tuple[Meeting, ...]
    answers: Answers
    pauses: tuple[Span, ...]
    began: date | None
    term: date | None
    closing: date | None

    @property
    def members(self) -> Members:
        """The people who are in it on the day."""
        return self.answers.members

    @property
    def last_contact(self) -> date | None:
        """The day of the newest meeting of any kind."""
        return self.meetings[-1].on if self.meetings else None


def life_of(program: Program, pair: Pair, *, today: date) -> Life:
    """Gather what a pair's facts and meetings up to and including the day say."""
    facts = facts_until(program.pair_facts.get(pair.id, ()), today)
    meetings = meetings_until(program, pair, today=today)
    answers = answers_of(program, pair, facts=facts, meetings=meetings, today=today)
    spans = _pauses(program, answers.members, facts, today)
    began = _began(pair, answers, today)
    term = planned_end(program, pair, spans)
    return Life(
        pair=pair,
        today=today,
        facts=facts,
        meetings=meetings,
        answers=answers,
        pauses=spans,
        began=began,
        term=term,
        closing=_closing(facts, began, term, today),
    )


def meetings_until(program: Program, pair: Pair, *, today: date) -> tuple[Meeting, ...]:
    """List the contacts of a pair up to and including the day, oldest first."""
    return tuple(meeting for meeting in program.meetings.get(pair.id, ()) if meeting.on <= today)


def _pauses(
    program: Program, members: Members, facts: Collection[Fact], today: date
) -> tuple[Span, ...]:
    away = {
        slug: pauses(facts_until(program.person_facts.get(slug, ()), today))
        for slug in members.everyone
    }
    return pauses_together(pauses(facts), away, members)


def _began(pair: Pair, answers: Answers, today: date) -> date | None:
    """Find the first day; a relationship that lost its people before it never began."""
    if answers.agreed is None:
        return None
    first = max(answers.agreed, pair.starts)
    if answers.too_few is not None and answers.too_few <= first:
        return None
    return first if first <= today else None


def _closing(
    facts: Iterable[Fact], began: date | None, term: date | None, today: date
) -> date | None:
    days = [fact.on for fact in facts if isinstance(fact, Ending)]
    if began is not None and term is not None and term <= today:
        days.append(max(term, began))
    return min(days, default=None)
