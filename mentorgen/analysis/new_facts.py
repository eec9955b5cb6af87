"""What may be written down next about a pair or a person: what makes no sense now, and what is said already."""

from dataclasses import dataclass
from datetime import date

from mentorgen.analysis.facts import facts_until
from mentorgen.analysis.life import Life, life_of
from mentorgen.analysis.lifecycle import State, standing_of
from mentorgen.analysis.members import LastWord, Word
from mentorgen.analysis.pauses import pauses
from mentorgen.analysis.planned import next_meeting
from mentorgen.analysis.spans import span_on
from mentorgen.analysis.wording import day_text
from mentorgen.model.facts import Applied, Fact, FactKind, Resumed
from mentorgen.model.ids import CohortId, Slug
from mentorgen.model.pairs import Pair
from mentorgen.model.program import Program

AFTER_THE_END = frozenset(
    {
        FactKind.THANKED,
        FactKind.REFLECTED,
        FactKind.REASON,
        FactKind.CONCERN,
        FactKind.CONCERN_ANSWERED,
        FactKind.ENDED,
    }
)
"""What may be said of a pair that is over."""
_RUNNING = frozenset({State.ACTIVE, State.PAUSED, State.ENDING})


@dataclass(frozen=True, slots=True)
class Saying:
    """A fact that somebody would like to write down, as far as its sense hangs on what was before."""

    kind: FactKind
    by: Slug | None = None
    cohort: CohortId | None = None


def objection_in_pair(program: Program, pair: Pair, saying: Saying, *, today: date) -> str | None:
    """Say why something makes no sense for a pair as it stands on the day, None where it does."""
    life = life_of(program, pair, today=today)
    standing = standing_of(program, life)
    if standing.state is State.ENDED and saying.kind not in AFTER_THE_END:
        since = f" since {day_text(standing.since, today=today)}" if standing.since else ""
        if life.began is None:
            return (
                f"This suggestion is closed{since}; it is nobody's fault, and another one can come."
            )
        return f"This pair is over{since}. The organisers can begin it again."
    return _objection_in_life(life, standing.state, saying)


def _objection_in_life(life: Life, state: State, saying: Saying) -> str | None:
    match saying.kind:
        case FactKind.DECLINED if state in _RUNNING and _word(life, saying) is Word.YES:
            return "This pair runs already. To stop, say that it has ended; it is nobody's fault."
        case FactKind.LEFT if saying.by and not life.members.without((saying.by,)).suffice:
            return "Too few would be left to go on. Say that the pair has ended instead."
        case FactKind.RESUMED if state is not State.PAUSED:
            return "This pair does not pause."
        case FactKind.PAUSED if _resumed_today(life.facts, life.today):
            return _TOMORROW
        case FactKind.CANCELLED if next_meeting(life, today=life.today) is None:
            return "No meeting is planned."
        case _:
            return None


def objection_to_person(program: Program, slug: Slug, saying: Saying, *, today: date) -> str | None:
    """Say why something makes no sense for a person on the day, None where it does."""
    facts = facts_until(program.person_facts[slug], today)
    match saying.kind:
        case FactKind.ACCEPTED | FactKind.DECLINED | FactKind.WITHDRAWN if not _asked(
            program, slug, facts, saying.cohort
        ):
            return "This person did not ask to join that round."
        case FactKind.RESUMED if span_on(pauses(facts), today) is None:
            return "This person does not pause."
        case FactKind.PAUSED if _resumed_today(facts, today):
            return _TOMORROW
        case _:
            return None


def is_said_in_pair(program: Program, pair: Pair, saying: Saying, *, today: date) -> bool:
    """Tell whether somebody said the same before, so that saying it again adds nothing."""
    life = life_of(program, pair, today=today)
    if saying.kind is FactKind.ENDED:
        return any(fact.kind is FactKind.ENDED for fact in life.facts)
    return saying.kind in _WORDS and _word(life, saying) is _WORDS[saying.kind]


_WORDS = {
    FactKind.CONFIRMED: Word.YES,
    FactKind.DECLINED: Word.DECLINED,
    FactKind.LEFT: Word.LEFT,
}
_TOMORROW = "It went on again only today; a new pause can begin tomorrow."


def _word(life: Life, saying: Saying) -> Word | None:
    said: LastWord | None = life.answers.words.get(saying.by) if saying.by else None
    return said.word if said else None


def _resumed_today(facts: tuple[Fact, ...], today: date) -> bool:
    return any(isinstance(fact, Resumed) and fact.on == today for fact in facts)


def _asked(program: Program, slug: Slug, facts: tuple[Fact, ...], cohort: CohortId | None) -> bool:
    applications = (one for own in program.applications.values() for one in own)
    rounds = {
        *(one.cohort for one in applications if one.slug == slug),
        *(fact.cohort for fact in facts if isinstance(fact, Applied)),
    }
    return cohort in rounds if cohort else bool(rounds)
