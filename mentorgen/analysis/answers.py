"""Who said yes to a pair, who has not answered, and whether enough people are in it."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from mentorgen.analysis.members import LastWord, Members, Word, last_words, members_in_file
from mentorgen.model.facts import Ending, Fact, Paused, Snoozed
from mentorgen.model.ids import Slug
from mentorgen.model.meetings import Meeting
from mentorgen.model.pairs import Pair
from mentorgen.model.program import Program
from mentorgen.model.words import Confirmation

SUGGESTION_LASTS = 3
"""A suggestion lapses after so many times `answer_within` days without any sign of life, when two
reminders have gone out: then the next choice is proposed (docs/decisions/020-the-state-of-a-pair.md)."""


@dataclass(frozen=True, slots=True)
class Answers:
    """What the people of a pair said by a day.

    `agreed` is the day on which enough had said yes: everybody who was asked or, once the time to
    answer is over, as many as a relationship needs. `members` are those who said yes by then or later;
    before that, everybody but who declined or left. `unanswered` were asked and said nothing; their
    places are kept for them until the day `lapses`. `too_few` is the day since which too few are left.
    """

    words: Mapping[Slug, LastWord]
    members: Members
    unanswered: tuple[Slug, ...]
    suggested: date
    lapses: date
    agreed: date | None
    too_few: date | None


def answers_of(
    program: Program,
    pair: Pair,
    *,
    facts: Collection[Fact],
    meetings: Iterable[Meeting],
    today: date,
) -> Answers:
    """Read the answers out of the pair's facts that count and its meetings up to the day."""
    answer_within = timedelta(days=program.settings.follow_up.answer_within)
    words = last_words(program, pair, facts, today=today)
    suggested = min((pair.starts, *(fact.on for fact in facts)))
    asked = pair.everyone if _must_answer(program, pair, facts) else ()
    unanswered = tuple(slug for slug in asked if slug not in words)
    everybody = members_in_file(pair)
    agreed: date | None = min(suggested, today)
    if asked:
        answered = everybody.without(unanswered)
        found = _agreed(answered, words, suggested + answer_within, all_in=not unanswered)
        agreed = found if found is not None and found <= today else None
    invited = everybody.without(unanswered if agreed is not None else ())
    signs = (suggested,) if agreed is not None else (suggested, *_signs_of_life(facts, meetings))
    return Answers(
        words=words,
        members=invited.without([slug for slug in words if words[slug].word is not Word.YES]),
        unanswered=unanswered,
        suggested=suggested,
        lapses=max(signs) + SUGGESTION_LASTS * answer_within,
        agreed=agreed,
        too_few=_too_few(invited, words),
    )


def _must_answer(program: Program, pair: Pair, facts: Iterable[Fact]) -> bool:
    """Ask nobody to confirm an informal pair, nor one that already spoke of its ending."""
    return (
        program.settings.confirmation is Confirmation.BOTH
        and not pair.informal
        and not any(isinstance(fact, Ending) for fact in facts)
    )


def _signs_of_life(facts: Iterable[Fact], meetings: Iterable[Meeting]) -> Iterable[date]:
    for fact in facts:
        yield max(fact.on, fact.until) if isinstance(fact, Paused | Snoozed) else fact.on
    for meeting in meetings:
        yield meeting.on


def _agreed(
    answered: Members, words: Mapping[Slug, LastWord], time_is_up: date, *, all_in: bool
) -> date | None:
    """Date the agreement of those who did not decline; who left since had agreed before."""
    said = sorted(
        (word.said_yes, slug)
        for slug, word in words.items()
        if word.said_yes is not None and word.word is not Word.DECLINED
    )
    willing = {slug for _, slug in said}
    outside = [slug for slug in answered.everyone if slug not in willing]
    if not answered.without(outside).suffice:
        return None
    enough = next(
        on
        for on, _ in said
        if answered.without([slug for day, slug in said if day > on] + outside).suffice
    )
    return min(said[-1][0], max(enough, time_is_up)) if all_in else max(enough, time_is_up)


def _too_few(invited: Members, words: Mapping[Slug, LastWord]) -> date | None:
    went = sorted(
        (words[slug].on, slug)
        for slug in invited.everyone
        if slug in words and words[slug].word is not Word.YES
    )
    left = invited
    for on, slug in went:
        left = left.without((slug,))
        if not left.suffice:
            return on
    return None
