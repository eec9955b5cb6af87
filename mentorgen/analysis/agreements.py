"""What the people of a pair agree on, which version of it that is, and who signed it.

The version is one whole number: that of our text, then six digits made of the terms. Whoever signs writes
it down, so a signature tells by itself whether it was given to the terms of today. A number without the
six digits does not say to which terms, so it is asked for again
(docs/decisions/080-what-an-agreement-is-a-version-of.md).
"""

import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from mentorgen.analysis.life import Life, life_of
from mentorgen.analysis.lifecycle import State, standing_of
from mentorgen.analysis.members import Members, members_in_file
from mentorgen.analysis.plans import plan_of, rhythm_of
from mentorgen.model.facts import Agreed
from mentorgen.model.ids import Slug
from mentorgen.model.pairs import Goal, Pair, Plan
from mentorgen.model.program import Program

TEXT_VERSION = 1
"""Goes up by one whenever the text in `output/templates/agreement.md.j2` changes its meaning."""
_ROOM_FOR_TERMS = 1_000_000


@dataclass(frozen=True, slots=True)
class Signature:
    """What one person signed last; it `holds` as long as what they signed is what is agreed on now."""

    slug: Slug
    on: date
    version: int
    holds: bool


@dataclass(frozen=True, slots=True)
class Agreement:
    """The terms of a pair on a day, and who signed them; `term` is the first day after its time.

    `missing` are those of its people whose signature does not hold or is not there. `agreed_on` is the
    day of the last signature, None as long as one is missing.
    """

    pair: Pair
    members: Members
    rhythm_days: int
    plan: Plan | None
    term: date | None
    goals: tuple[Goal, ...]
    version: int
    signatures: tuple[Signature, ...]
    missing: tuple[Slug, ...]

    @property
    def agreed_on(self) -> date | None:
        """The day on which the last of them signed what holds now."""
        return None if self.missing else max(one.on for one in self.signatures)

    @property
    def changed_since(self) -> bool:
        """Somebody signed, and what is agreed on is another thing now."""
        return any(not one.holds for one in self.signatures)


def agreement_of(program: Program, pair: Pair, *, today: date) -> Agreement:
    """Read what a pair agrees on at the end of a day."""
    return agreement_of_life(program, life_of(program, pair, today=today))


def agreement_of_life(program: Program, life: Life) -> Agreement:
    """Read the agreement of a life that is already at hand."""
    pair = life.pair
    over = standing_of(program, life).state is State.ENDED
    members = members_in_file(pair) if over else life.members
    plan, rhythm_days = plan_of(program, pair), rhythm_of(program, pair)
    version = _version(members, rhythm_days, plan)
    signatures = tuple(_signatures(life, members, version))
    signed = {one.slug for one in signatures if one.holds}
    return Agreement(
        pair=pair,
        members=members,
        rhythm_days=rhythm_days,
        plan=plan,
        term=life.term,
        goals=tuple(goal for goal in program.goals[pair.id] if goal.set_on <= life.today),
        version=version,
        signatures=signatures,
        missing=tuple(slug for slug in members.everyone if slug not in signed),
    )


def _version(members: Members, rhythm_days: int, plan: Plan | None) -> int:
    """Number what is agreed on: a term that changes changes the number, and so do other words of ours."""
    weeks = sum(stage.weeks for stage in plan.stages) if plan else 0
    terms = (
        *(",".join(sorted(side)) for side in (members.mentors, members.mentees, members.peers)),
        rhythm_days,
        plan.id if plan else "",
        weeks,
    )
    digits = zlib.crc32("\n".join(map(str, terms)).encode()) % _ROOM_FOR_TERMS
    return TEXT_VERSION * _ROOM_FOR_TERMS + digits


def _signatures(life: Life, members: Members, version: int) -> Iterator[Signature]:
    signed = [fact for fact in life.facts if isinstance(fact, Agreed)]
    for slug in members.everyone:
        own = [fact for fact in signed if fact.by == slug]
        if own:
            last = max(own, key=lambda fact: fact.on)
            yield Signature(slug, last.on, last.version, holds=last.version == version)
