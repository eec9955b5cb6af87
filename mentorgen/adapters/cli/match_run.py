"""One run of `mentorgen match`: the program, the rounds and the terms that were asked for."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

import click

from mentorgen.adapters.cli.match_options import Couple, Typed, is_what_if
from mentorgen.adapters.cli.named import choices
from mentorgen.adapters.cli.scope import Format, Scope
from mentorgen.analysis.matching.proposals import propose
from mentorgen.analysis.matching.terms import Pairing, Terms
from mentorgen.analysis.matching.values import Proposal
from mentorgen.analysis.relationships import Relationship, relationships
from mentorgen.analysis.wording import day_text
from mentorgen.errors import WrongUsageError
from mentorgen.loading.spelling import did_you_mean
from mentorgen.model.cohorts import Cohort
from mentorgen.model.ids import CohortId, PairId, ScenarioId, SkillId, Slug
from mentorgen.model.policies import MatchingPolicy
from mentorgen.model.program import Program
from mentorgen.model.words import PrivateInputs

USUAL = "usual"
"""What a round says itself, where the name of a scenario is asked for."""


@dataclass(frozen=True, slots=True)
class Run:
    """What a run was asked, all names in it being known ones; `cohorts` may be empty.

    `readable` is the program as far as those who get the answer may read it: names that were typed
    are sought in it, and others are proposed from it. `forced` and `forbidden` are pairs that stay so or so.
    """

    scope: Scope
    program: Program
    readable: Program
    today: date
    cohorts: tuple[CohortId, ...]
    typed: Typed
    forced: tuple[Pairing, ...] = ()
    forbidden: tuple[Pairing, ...] = ()

    @property
    def is_what_if(self) -> bool:
        """Tell whether the question is what would be if something were different."""
        return is_what_if(self.typed)

    @property
    def relationships(self) -> Mapping[PairId, Relationship]:
        """Every pair of the program on the day."""
        return relationships(self.program, today=self.today)

    @property
    def terms(self) -> Terms:
        """The terms of the usual choice, before anything is forced or forbidden."""
        name = self.typed["scenario"]
        policy = self.policy(name) if name else None
        scenario = None if policy is None else ScenarioId(str(name))
        return Terms(
            policy=policy,
            scenario=scenario,
            forced=self.forced,
            forbidden=self.forbidden,
            rematch=self.typed["rematch"],
        )

    def proposal(self, cohort: CohortId) -> Proposal:
        """Match one round."""
        return propose(self.program, cohort, today=self.today, terms=self.terms)

    def the_one(self) -> CohortId:
        """Give the only round that can be meant.

        Raises:
            WrongUsageError: there is none, or more than one.
        """
        if len(self.cohorts) != 1:
            open_ones = ", ".join(self.cohorts) or "none is open"
            raise WrongUsageError(f"Name the round that you ask about ({open_ones}).")
        return self.cohorts[0]

    def policy(self, name: str) -> MatchingPolicy | None:
        """Find a scenario's policy; None for what the round says itself.

        Raises:
            WrongUsageError: there is no such scenario.
        """
        if name == USUAL:
            return None
        found = self.readable.scenarios.get(ScenarioId(name))
        if found is None:
            others = choices(name, [USUAL, *self.readable.scenarios], of="scenarios")
            raise WrongUsageError(f"There is no scenario '{name}' in program/scenarios.{others}")
        return found.matching

    def pairings(self, couples: Iterable[Couple]) -> tuple[Pairing, ...]:
        """Check that people exist."""
        return tuple((self.person(mentor), self.person(mentee)) for mentor, mentee in couples)

    def person(self, name: str) -> Slug:
        """Find somebody by the name of their file.

        Raises:
            WrongUsageError: there is nobody of this name.
        """
        if name not in self.program.participants:
            near = did_you_mean(name, self.program.participants)
            raise WrongUsageError(f"There is no participant '{name}'.{near}")
        return Slug(name)

    def skill(self, name: str) -> SkillId:
        """Find a skill by its id, its label or another name.

        Raises:
            WrongUsageError: the vocabulary does not know it.
        """
        names = {
            other.lower(): skill.id
            for skill in self.program.skills.values()
            for other in (*skill.aliases, skill.label, skill.id)
        }
        if name.lower() not in names:
            near = did_you_mean(name, self.program.skills)
            raise WrongUsageError(f"There is no skill '{name}' in program/skills.yaml.{near}")
        return names[name.lower()]

    def refuse_readers(self, what: str) -> None:
        """Stop where an answer that only organisers may have would be printed for everybody.

        Raises:
            WrongUsageError: the answer is asked for in the format that others read.
        """
        if self.scope.format is Format.GITHUB:
            raise WrongUsageError(
                f"{what} is for organisers; leave '--format github' out, which others read."
            )


def run_of(scope: Scope, cohort: str | None, typed: Typed) -> Run:
    """Load the program and find the rounds.

    Raises:
        WrongUsageError: there is no such round, or private wishes would not be honoured.
    """
    program, today = scope.program()
    refuse_blindness(program, scope, public_only=typed["public_only"])
    readers = scope.for_readers()
    readable = program if readers == scope else readers.program()[0]
    if cohort is None:
        names = [one.id for one in readable.cohorts.values() if not _has_ended(one, today)]
    else:
        names = [_named(readable, cohort, today, write=typed["write"])]
    return Run(scope, program, readable, today, tuple(names), typed)


def refuse_blindness(program: Program, scope: Scope, *, public_only: bool) -> None:
    """Stop where private wishes and vetoes exist that were not read: they could not be honoured.

    Raises:
        WrongUsageError: a private folder exists and was not given.
    """
    if program.settings.private is not PrivateInputs.NONE and not (scope.private or public_only):
        raise WrongUsageError(
            "This program keeps wishes and vetoes in a private folder, and a match without them "
            "could pair two people of whom one said no. Add --private FOLDER; "
            "or --public-only, if you only want to look."
        )


def _named(program: Program, name: str, today: date, *, write: bool) -> CohortId:
    """Find a round by its name, and say so where it is over.

    Raises:
        WrongUsageError: there is none, or it is over and pairs are to be written.
    """
    cohort = program.cohorts.get(CohortId(name))
    if cohort is None:
        raise WrongUsageError(
            f"There is no round '{name}'.{choices(name, program.cohorts, of='rounds')}"
        )
    if cohort.ends is not None and _has_ended(cohort, today):
        ended = f"{cohort.name} ended on {day_text(cohort.ends, today=today)}"
        if write:
            raise WrongUsageError(
                f"{ended}, and no pair begins after the end of its round. "
                "Give the round a later day in 'ends', or match another one."
            )
        click.echo(f"{ended}; it is matched since you named it.", err=True)
    return cohort.id


def _has_ended(cohort: Cohort, today: date) -> bool:
    return cohort.ends is not None and cohort.ends < today
