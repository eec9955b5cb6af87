"""A round of matching: its rules, its weeks, and everybody in the program as they ask to take part in it."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cached_property
from itertools import islice

from mentorgen.analysis.availability import Places, places_among
from mentorgen.analysis.facts import facts_until
from mentorgen.analysis.hours import offset_states
from mentorgen.analysis.lifecycle import State
from mentorgen.analysis.matching.forms import forms_taken
from mentorgen.analysis.matching.skills import Vocabulary, vocabulary_of
from mentorgen.analysis.matching.speech import Speech, speech_of
from mentorgen.analysis.matching.terms import AS_IT_IS, Terms
from mentorgen.analysis.matching.texts import Texts, texts_of, words
from mentorgen.analysis.matching.usual import Usual, usual_of
from mentorgen.analysis.relationships import Relationship, relationship_of, relationships
from mentorgen.model.cohorts import Application, Cohort
from mentorgen.model.facts import Vetoed
from mentorgen.model.ids import CohortId, PairId, Slug
from mentorgen.model.pairs import Pair
from mentorgen.model.people import Participant, Skilled
from mentorgen.model.policies import MatchingPolicy
from mentorgen.model.program import Program
from mentorgen.model.words import Form, Role

_YEAR = timedelta(days=364)
_MOST_NUMBERS, _LEAST_COLUMNS = 8_000_000, 256
"""How many numbers the texts of a round may fill, so that ten thousand people fit into 32 MB."""
_TWO = 2
MOST_ASKED = 256
"""So many of each side who said something stand for all, first by slug: in a round of fewer, means are exact."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A person as they take part in a round: their application's word counts before their record's.

    `named` lists whom they asked for, first in the open and then in private, best first. `forms` are
    those of the round that they take.
    """

    person: Participant
    application: Application | None
    role: Role
    wants: tuple[Skilled, ...]
    mentors_wanted: int
    named: tuple[Slug, ...]
    forms: frozenset[Form] = frozenset({Form.ONE_TO_ONE})

    @property
    def slug(self) -> Slug:
        """The person's slug."""
        return self.person.slug

    @property
    def name(self) -> str:
        """The person's name."""
        return self.person.name

    @property
    def team(self) -> str:
        """The person's team, however it is written; empty if none is known."""
        return (self.person.team or "").casefold().strip()


@dataclass(frozen=True, kw_only=True)
class Round:
    """All that matching looks at, for one cohort on one day.

    `weeks` are the Mondays of those weeks whose clocks differ. `movable` are the suggestions that the
    run may change: they are no longer among the program's pairs.
    """

    program: Program
    cohort: Cohort
    policy: MatchingPolicy
    today: date
    weeks: tuple[date, ...]
    movable: tuple[Pair, ...] = ()

    @property
    def most_points(self) -> int:
        """The most points that a pair can have under the round's policy."""
        return sum(dict(self.policy.weights).values())

    def candidate(self, slug: Slug) -> Candidate:
        """Look at one person as they take part in the round."""
        application = self._applications.get(slug)
        return _candidate(self.program.participants[slug], application, self.cohort.forms)

    @cached_property
    def candidates(self) -> Mapping[Slug, Candidate]:
        """Everybody in the program, by slug."""
        return {slug: self.candidate(slug) for slug in self.program.participants}

    @cached_property
    def _applications(self) -> Mapping[Slug, Application]:
        return {one.slug: one for one in self.program.applications[self.cohort.id]}

    @cached_property
    def sides(self) -> tuple[tuple[Candidate, ...], tuple[Candidate, ...]]:
        """Everybody of the round who would learn and everybody who would teach, by slug; peers do both.

        Without any request to join everybody is of the round, as in `taking_part`; whether rules let
        them in does not matter.
        """
        asked = self._applications or self.candidates
        people = sorted(
            (one for slug, one in self.candidates.items() if slug in asked),
            key=lambda one: one.slug,
        )
        return (
            tuple(one for one in people if one.role.learns or Form.PEER in one.forms),
            tuple(one for one in people if one.role.mentors or Form.PEER in one.forms),
        )

    @cached_property
    def typical(self) -> dict[str, int]:
        """What `criteria.typical` worked out of this round already."""
        return {}

    @cached_property
    def vocabulary(self) -> Vocabulary:
        """The program's skills, and how near their names come."""
        return vocabulary_of(self.program.skills)

    @cached_property
    def texts(self) -> Texts:
        """How much each word of what everybody says tells."""
        people = self.candidates.values()
        return texts_of(
            (self.speech(one).everything for one in people),
            most_columns=max(_LEAST_COLUMNS, _MOST_NUMBERS // max(len(people), 1)),
        )

    @cached_property
    def usual(self) -> Usual:
        """What those who would teach say on the whole, and how near those who would learn come to it."""
        learners, teachers = self.sides
        learning = ((one.slug, words(self.speech(one).learning)) for one in learners)
        teaching = ((one.slug, words(self.speech(one).teaching)) for one in teachers)
        asked = (
            dict(islice(filter(lambda one: one[1], side), MOST_ASKED))
            for side in (learning, teaching)
        )
        heard = (
            dict(zip(said, self.texts.weighed([*said.values()]), strict=True)) for said in asked
        )
        return usual_of(self.texts, *heard)

    def speech(self, candidate: Candidate) -> Speech:
        """Gather what somebody says as they take part in the round."""
        skills = self.program.skills
        return speech_of(candidate.person, candidate.application, candidate.wants, skills)

    @cached_property
    def relationships(self) -> Mapping[PairId, Relationship]:
        """Every pair of the program on the day."""
        return relationships(self.program, today=self.today)

    @cached_property
    def places(self) -> Mapping[Slug, Places]:
        """Everybody's places on the day, in all cohorts."""
        return places_among(self.program, self.relationships, today=self.today)

    @cached_property
    def together(self) -> Mapping[tuple[Slug, Slug], tuple[PairId, ...]]:
        """The pairs in which two people are or were each other's mentor, mentee or peer."""
        found: dict[tuple[Slug, Slug], list[PairId]] = defaultdict(list)
        for pair in self.program.pairs.values():
            sides = (
                (pair.mentors, pair.mentees),
                (pair.mentees, pair.mentors),
                (pair.members,) * 2,
            )
            for one, other in ((a, b) for side, rest in sides for a in side for b in rest):
                found[one, other].append(pair.id)
        return {people: tuple(pairs) for people, pairs in found.items()}

    @cached_property
    def vetoes(self) -> frozenset[tuple[Slug, Slug]]:
        """Who does not want whom."""
        return frozenset(
            (slug, fact.who)
            for slug, facts in self.program.person_facts.items()
            for fact in facts_until(facts, self.today)
            if isinstance(fact, Vetoed)
        )

    @cached_property
    def acquainted(self) -> Mapping[Slug, frozenset[Slug]]:
        """For each person those whom a rule may keep apart from them, whoever said so."""
        bosses = (
            (slug, one.person.reports_to)
            for slug, one in self.candidates.items()
            if one.person.reports_to is not None
        )
        found: dict[Slug, set[Slug]] = defaultdict(set)
        for one, other in (*self.together, *self.vetoes, *bosses):
            found[one].add(other)
            found[other].add(one)
        return {slug: frozenset(others) for slug, others in found.items()}

    @cached_property
    def placed(self) -> frozenset[Slug]:
        """Everybody who is in a pair of this cohort that has not ended, or invited to one."""
        return frozenset(
            slug
            for one in self.relationships.values()
            if one.pair.cohort == self.cohort.id and one.goes_on
            for slug in one.pair.everyone
            if one.kept_for((slug,))
        )

    @cached_property
    def mentors_found(self) -> Mapping[Slug, int]:
        """How many mentors each person has in pairs of this cohort that have not ended."""
        found: dict[Slug, int] = defaultdict(int)
        for one in self.relationships.values():
            if one.pair.cohort == self.cohort.id and one.goes_on:
                for mentee in one.pair.mentees:
                    found[mentee] += one.kept_for((mentee,)) and one.kept_for(one.pair.mentors)
        return dict(found)


def round_of(
    program: Program, cohort_id: CohortId, *, today: date, terms: Terms = AS_IT_IS
) -> Round:
    """Gather what matching looks at for a cohort of the program."""
    cohort = program.cohorts[cohort_id]
    zones = {one.timezone for one in program.participants.values() if one.timezone is not None}
    first, last = _days_of(cohort, today)
    movable = tuple(_movable(program, cohort_id, today)) if terms.rematch else ()
    moved = {pair.id for pair in movable}
    staying = {name: pair for name, pair in program.pairs.items() if name not in moved}
    return Round(
        program=replace(program, pairs=staying) if movable else program,
        cohort=cohort,
        policy=terms.policy or cohort.matching or program.settings.matching,
        today=today,
        weeks=offset_states(zones, first, last),
        movable=movable,
    )


def _movable(program: Program, cohort: CohortId, today: date) -> Iterator[Pair]:
    """Find the suggestions that the matcher could have made itself, and that nobody turned down."""
    for pair in program.pairs.values():
        by_two = len(pair.members) == _TWO or len(pair.mentors) == 1
        if pair.cohort != cohort or pair.form is Form.FLASH or not by_two:
            continue
        one = relationship_of(program, pair, today=today)
        is_open = one.standing.state is State.SUGGESTED
        if is_open and one.kept_for(pair.everyone) == len(pair.everyone):
            yield pair


def _days_of(cohort: Cohort, today: date) -> tuple[date, date]:
    """Give the days that meetings can fall on: a round that never closes is seen a year ahead."""
    first = today if cohort.rolling or cohort.starts is None else cohort.starts
    last = first + _YEAR if cohort.rolling or cohort.ends is None else cohort.ends
    return first, max(first, last)


def _candidate(
    person: Participant, application: Application | None, offered: Iterable[Form]
) -> Candidate:
    if application is None:
        return Candidate(
            person=person,
            application=None,
            role=person.role,
            wants=person.wants,
            mentors_wanted=person.mentors_wanted,
            named=(),
            forms=forms_taken((), offered),
        )
    return Candidate(
        person=person,
        application=application,
        role=application.role or person.role,
        wants=application.wants or person.wants,
        mentors_wanted=application.mentors_wanted or person.mentors_wanted,
        named=tuple(dict.fromkeys((*application.asks_for, *application.wishes))),
        forms=forms_taken(application.forms, offered),
    )
