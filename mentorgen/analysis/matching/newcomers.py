"""Mentors who could be found for a round: people as they would be if only their skill were known.

A newcomer has as many places as most mentors of the round and has agreed, applied and done the
training where the round asks for it. Nothing else is known of them, so that nothing else stands between
them and anybody.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import count
from statistics import mode

from mentorgen.analysis.matching.rounds import Candidate, Round
from mentorgen.analysis.matching.speech import label_of
from mentorgen.model.cohorts import Application
from mentorgen.model.facts import Accepted, Fact, FactKind, Waived
from mentorgen.model.ids import SkillId, Slug
from mentorgen.model.people import Consent, Participant, Skilled
from mentorgen.model.record import SCHEMA
from mentorgen.model.words import Audience, Role

_LONGEST_NAME = 200


@dataclass(frozen=True)
class Extended:
    """A round with newcomers in it, and who they are, in the order of their skills."""

    matching: Round
    newcomers: tuple[Slug, ...]

    @property
    def candidates(self) -> tuple[Candidate, ...]:
        """The newcomers as they take part in the round."""
        return tuple(self.matching.candidate(slug) for slug in self.newcomers)


def with_newcomers(matching: Round, skills: Iterable[SkillId | None]) -> Extended:
    """Add one mentor for each of these skills to a round; without a skill they offer nothing special."""
    program, cohort = matching.program, matching.cohort.id
    free = (Slug(f"new-mentor-{number}") for number in count(1))
    slugs = (slug for slug in free if slug not in program.participants)
    people = {
        slug: _newcomer(matching, slug, skill) for skill, slug in zip(skills, slugs, strict=False)
    }
    requests = (*program.applications[cohort], *_applications(matching, people))
    extended = replace(
        program,
        participants=dict(sorted({**program.participants, **people}.items())),
        applications={**program.applications, cohort: requests},
        person_facts={**program.person_facts, **dict.fromkeys(people, tuple(_facts(matching)))},
    )
    return Extended(replace(matching, program=extended), tuple(people))


def _newcomer(matching: Round, slug: Slug, skill: SkillId | None) -> Participant:
    settings, today = matching.program.settings, matching.today
    return Participant(
        schema=SCHEMA,
        slug=slug,
        name=_name(matching, skill)[:_LONGEST_NAME],
        role=Role.MENTOR,
        consent=Consent(version=settings.consent_version, given=today),
        offers=() if skill is None else (Skilled(skill=skill),),
        capacity=_places(matching),
    )


def _name(matching: Round, skill: SkillId | None) -> str:
    if skill is None:
        return "a new mentor"
    return f"a new mentor for {label_of(matching.program.skills, skill)}"


def _places(matching: Round) -> int:
    """Give the number of places that most mentors who have any have; one if there is no such mentor."""
    mentors = (one for one in matching.candidates.values() if one.role.mentors)
    places = sorted(one.person.capacity for one in mentors if one.person.capacity)
    return mode(places) if places else 1


def _applications(matching: Round, people: Iterable[Slug]) -> Iterator[Application]:
    """Ask to join, where somebody did: without any request everybody is in the round."""
    cohort = matching.cohort.id
    if matching.program.applications[cohort]:
        for slug in people:
            yield Application(schema=SCHEMA, cohort=cohort, slug=slug, applied=matching.today)


def _facts(matching: Round) -> Iterator[Fact]:
    today, cohort = matching.today, matching.cohort.id
    yield Accepted(kind=FactKind.ACCEPTED, on=today, cohort=cohort)
    for module in matching.program.modules.values():
        if Audience.MENTOR in module.audience:
            yield Waived(kind=FactKind.WAIVED, on=today, module=module.id)
