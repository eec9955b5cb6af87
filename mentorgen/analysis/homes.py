"""Which pairs have a home, an issue that stays open for them, and whom its first word may reach on a day."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from mentorgen.analysis.consent import consents
from mentorgen.analysis.lifecycle import State
from mentorgen.analysis.relationships import Relationship, relationships
from mentorgen.analysis.reminders.limits import limited
from mentorgen.analysis.reminders.values import Held, Reminder, ReminderKind, Step
from mentorgen.model.ids import PairId, Slug
from mentorgen.model.program import Program


@dataclass(frozen=True, slots=True)
class Home:
    """The home of a pair that goes on."""

    relationship: Relationship

    @property
    def people(self) -> tuple[Slug, ...]:
        """Those who are in the pair or still invited to it, mentors first."""
        return self.relationship.people

    @property
    def state(self) -> State:
        """Where the pair is in its life."""
        return self.relationship.standing.state

    @property
    def may_be_opened(self) -> bool:
        """Who says goodbye already needs no new place."""
        return self.state is not State.ENDING


@dataclass(frozen=True, slots=True)
class Homes:
    """The pairs by what becomes of their homes.

    `kept` go on; `over` have ended, and may still be named; `without` go on and want no home or cannot
    have one: they want no public contact, or somebody has no account or did not agree to be named.
    """

    kept: Mapping[PairId, Home]
    over: frozenset[PairId]
    without: tuple[PairId, ...]


def homes(program: Program, *, today: date) -> Homes:
    """Sort all pairs; the program is a whole one, with those who did not agree still in it."""
    kept: dict[PairId, Home] = {}
    over: list[PairId] = []
    without: list[PairId] = []
    for pair_id, one in relationships(program, today=today).items():
        people = one.people
        if not one.goes_on:
            over += [pair_id] if _may_be_named(program, one, one.pair.everyone) else []
        elif _may_be_named(program, one, people) and _have_accounts(program, people):
            kept[pair_id] = Home(one)
        else:
            without.append(pair_id)
    return Homes(kept, frozenset(over), tuple(without))


def first_word(program: Program, home: Home, *, asked: Mapping[Slug, date]) -> Reminder | Held:
    """Say whom the text that opens a home may call today, or why it has to wait.

    It is the first step of asking for an answer, so that the reminders that follow keep their distance;
    `asked` says when each person was last asked something.
    """
    life = home.relationship.life
    word = Reminder(
        kind=ReminderKind.ANSWER_PROPOSAL,
        pair=life.pair.id,
        people=home.people,
        cycle=life.answers.suggested,
        number=0,
        due_on=life.today,
        step=Step.NUDGE_1,
        evidence=(),
    )
    return limited(program, life, word, asked=asked)


def _may_be_named(program: Program, one: Relationship, people: Iterable[Slug]) -> bool:
    today = one.life.today
    return one.pair.public_contact and all(
        consents(program.participants[slug], program.settings, today=today) for slug in people
    )


def _have_accounts(program: Program, people: Collection[Slug]) -> bool:
    return all(program.participants[slug].github is not None for slug in people)
