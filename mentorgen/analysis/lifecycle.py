"""Where a pair is in its life on a day: computed from its dated facts, never stored.

Nothing dated after the day is looked at, so the state on any past day can be computed as well, and
facts of one day give the same state in whatever order they stand. The rules and what they give up
are in docs/decisions/020-the-state-of-a-pair.md.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from mentorgen.analysis.life import Life, life_of
from mentorgen.analysis.members import Word
from mentorgen.analysis.spans import span_on
from mentorgen.analysis.wording import day_text, listed
from mentorgen.model.facts import Declined, Ended, Ending
from mentorgen.model.ids import Slug
from mentorgen.model.pairs import Pair
from mentorgen.model.program import Program
from mentorgen.model.said import Said, said, said_n
from mentorgen.model.words import Outcome


class State(StrEnum):
    """Where a pair is in its life."""

    SUGGESTED = "suggested"
    CONFIRMED = "confirmed"
    ACTIVE = "active"
    PAUSED = "paused"
    ENDING = "ending"
    ENDED = "ended"


@dataclass(frozen=True, slots=True)
class Standing:
    """A state with what it rests on.

    `since` is None where no dated fact tells; `outcome` is None but for an ended pair, and there too
    when nobody wrote down how it ended. `evidence` holds whole sentences with people's names in them.
    """

    state: State
    since: date | None
    outcome: Outcome | None
    evidence: tuple[str, ...]


def state_of(program: Program, pair: Pair, *, today: date) -> Standing:
    """Tell where a pair is in its life at the end of the day."""
    return standing_of(program, life_of(program, pair, today=today))


def standing_of(program: Program, life: Life) -> Standing:
    """Judge a life that is already at hand: the first rule that fits gives the state."""
    found = (rule(program, life) for rule in _RULES)
    return next((standing for standing in found if standing is not None), _active(life))


def _ended(_: Program, life: Life) -> Standing | None:
    ended = [fact for fact in life.facts if isinstance(fact, Ended)]
    if not ended:
        return None
    first = min(ended, key=lambda fact: (fact.on, tuple(Outcome).index(fact.outcome)))
    text = said(
        "It ended on %(day)s: %(outcome)s.",
        day=_day(life, first.on),
        outcome=_OUTCOMES[first.outcome],
    )
    return Standing(State.ENDED, first.on, first.outcome, (text,))


def _turned_down(_: Program, life: Life) -> Standing | None:
    """End a pair that somebody outside it, or nobody by name, turned down: the organisers."""
    days = [
        fact.on
        for fact in life.facts
        if isinstance(fact, Declined) and fact.by not in life.pair.everyone
    ]
    if not days:
        return None
    day = _day(life, min(days))
    text = said("The organisers took the suggestion back on %(day)s.", day=day)
    return Standing(State.ENDED, min(days), Outcome.CHANGED, (text,))


def _too_few(program: Program, life: Life) -> Standing | None:
    since = life.answers.too_few
    if since is None:
        return None
    words = life.answers.words
    last = [slug for slug in sorted(words) if words[slug].on == since]
    declined = [slug for slug in last if words[slug].word is Word.DECLINED]
    if declined:
        names = _names(program, declined)
        text = said("%(names)s said no on %(day)s.", names=names, day=_day(life, since))
        return Standing(State.ENDED, since, Outcome.CHANGED, (text,))
    left = [slug for slug in last if words[slug].word is Word.LEFT]
    names = _names(program, left)
    text = said("%(names)s left on %(day)s.", names=names, day=_day(life, since))
    return Standing(State.ENDED, since, Outcome.STOPPED, (text,))


def _lapsed(program: Program, life: Life) -> Standing | None:
    answers = life.answers
    if answers.agreed is not None or life.today < answers.lapses:
        return None
    missing = answers.unanswered
    text = said(
        "%(names)s did not answer by %(day)s.",
        names=_names(program, missing),
        day=_day(life, answers.lapses),
    )
    text = text if missing else _TOO_SMALL
    return Standing(State.ENDED, answers.lapses, Outcome.CHANGED, (text,))


def _suggested(program: Program, life: Life) -> Standing | None:
    answers = life.answers
    if answers.agreed is not None:
        return None
    since = answers.suggested if answers.suggested <= life.today else None
    missing = answers.unanswered
    text = said("No answer yet from %(names)s.", names=_names(program, missing))
    text = text if missing else _TOO_SMALL
    return Standing(State.SUGGESTED, since, None, (text,))


def _closed(program: Program, life: Life) -> Standing | None:
    """End a pair whose time is over and whose last closing survey went out without any sign of life."""
    if life.closing is None:
        return None
    policy = program.settings.follow_up
    wait = max(policy.closing_survey_repeats, default=0) + policy.ending_notice
    last = max(life.closing, life.last_contact or life.closing)
    closed = last + timedelta(days=wait)
    if life.today < closed:
        return None
    text = said_n(
        "Its time was over on %(day)s, and %(num)s day went by since.",
        "Its time was over on %(day)s, and %(num)s days went by since.",
        wait,
        day=_day(life, life.closing),
    )
    return Standing(State.ENDED, closed, None, (text,))


def _ending(_: Program, life: Life) -> Standing | None:
    if life.closing is None:
        return None
    by_their_word = any(isinstance(one, Ending) and one.on == life.closing for one in life.facts)
    day = _day(life, life.closing)
    text = (
        said("They said that they are closing on %(day)s.", day=day)
        if by_their_word
        else said("Its planned time was over on %(day)s.", day=day)
    )
    return Standing(State.ENDING, life.closing, None, (text,))


def _paused(_: Program, life: Life) -> Standing | None:
    span = span_on(life.pauses, life.today)
    if span is None:
        return None
    text = said(
        "It pauses from %(day)s and goes on by itself on %(back)s.",
        day=_day(life, span.first),
        back=_day(life, span.back),
    )
    return Standing(State.PAUSED, span.first, None, (text,))


def _confirmed(_: Program, life: Life) -> Standing | None:
    if life.began is not None:
        return None
    text = said(
        "Everybody needed said yes; it starts on %(day)s.", day=_day(life, life.pair.starts)
    )
    since = life.answers.agreed if life.facts else None
    return Standing(State.CONFIRMED, since, None, (text,))


def _active(life: Life) -> Standing:
    began = life.began or life.pair.starts
    back = [span.back for span in life.pauses if span.back <= life.today]
    since = max((began, *back))
    text = said("It began on %(day)s.", day=_day(life, began))
    if since == began:
        return Standing(State.ACTIVE, since, None, (text,))
    back_on = said("A pause ended on %(day)s.", day=_day(life, since))
    return Standing(State.ACTIVE, since, None, (text, back_on))


_RULES: tuple[Callable[[Program, Life], Standing | None], ...] = (
    _ended,
    _turned_down,
    _too_few,
    _lapsed,
    _suggested,
    _closed,
    _ending,
    _paused,
    _confirmed,
)
"""From the strongest to the weakest; a pair that none of them fits is active."""


_TOO_SMALL = said("It does not have the people a relationship needs.")
_OUTCOMES = {
    Outcome.COMPLETED: said("completed"),
    Outcome.CHANGED: said("changed"),
    Outcome.STOPPED: said("stopped"),
}


def _day(life: Life, day: date) -> Said:
    return day_text(day, today=life.today)


def _names(program: Program, slugs: Iterable[Slug]) -> Said:
    return listed(program.participants[slug].name for slug in slugs)
