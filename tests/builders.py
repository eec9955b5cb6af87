"""Valid model values for tests: every argument left out has a sensible default.

Ids are plain text here and become the model's types inside; what is given goes through the
same strict validation as a file. Nobody else is in the program than the test says.
"""

from collections.abc import Iterable, Mapping
from datetime import date
from itertools import groupby
from operator import attrgetter
from typing import TypedDict, TypeVar, Unpack

from pydantic import TypeAdapter

from mentorgen.model.cohorts import Application, Cohort, Event, Slot, SlotTime
from mentorgen.model.facts import Fact, FactKind
from mentorgen.model.meetings import Meeting
from mentorgen.model.pairs import Goal, Pair, Plan
from mentorgen.model.people import Consent, Participant, Skilled
from mentorgen.model.program import Program
from mentorgen.model.scenarios import Scenario
from mentorgen.model.settings import Settings
from mentorgen.model.skills import Skill
from mentorgen.model.surveys import Survey
from mentorgen.model.training import Module
from mentorgen.model.words import Form, MeetingKind, Role, SkillLevel

COHORT = "2026-spring"
STARTS = date(2026, 3, 2)
"""The default first day of a cohort and of a pair: a Monday."""
ENDS = date(2026, 8, 30)
TODAY = date(2026, 4, 1)

_FACT: TypeAdapter[Fact] = TypeAdapter(Fact)
_K = TypeVar("_K")
_V = TypeVar("_V")


class Contents(TypedDict, total=False):
    """What a program can be given; facts by the id of whom they are about."""

    settings: Settings
    skills: Iterable[Skill]
    cohorts: Iterable[Cohort]
    plans: Iterable[Plan]
    participants: Iterable[Participant]
    pairs: Iterable[Pair]
    surveys: Iterable[Survey]
    scenarios: Iterable[Scenario]
    modules: Iterable[Module]
    applications: Iterable[Application]
    events: Iterable[Event]
    goals: Iterable[Goal]
    meetings: Iterable[Meeting]
    pair_facts: Mapping[str, Iterable[Fact]]
    person_facts: Mapping[str, Iterable[Fact]]
    slots: Iterable[Slot]


def a_participant(slug: str = "ben", **over: object) -> Participant:
    """A mentee who gave consent and said nothing else."""
    defaults = {
        "schema": 1,
        "slug": slug,
        "name": slug.replace("-", " ").title(),
        "role": Role.MENTEE,
        "consent": a_consent(),
    }
    return Participant.model_validate(defaults | over)


def a_mentor(slug: str = "ana", **over: object) -> Participant:
    """A mentor with one place who gave consent and said nothing else."""
    return a_participant(slug, **({"role": Role.MENTOR} | over))


def a_consent(**over: object) -> Consent:
    """Consent to the first wording, given before the default cohort starts."""
    return Consent.model_validate({"version": 1, "given": date(2026, 1, 10)} | over)


def some_skills(*skills: str, level: SkillLevel | None = None) -> tuple[Skilled, ...]:
    """Skills offered or wanted, all at one level."""
    return tuple(Skilled.model_validate({"skill": skill, "level": level}) for skill in skills)


def a_skill(skill: str, **over: object) -> Skill:
    """A word of the vocabulary, labelled as its id reads."""
    return Skill.model_validate({"id": skill, "label": skill.replace("-", " ")} | over)


def a_cohort(cohort: str = COHORT, **over: object) -> Cohort:
    """A one-to-one round of half a year, across the clock changes of March in America and Europe."""
    defaults = {
        "schema": 1,
        "id": cohort,
        "name": cohort.replace("-", " ").title(),
        "starts": STARTS,
        "ends": ENDS,
    }
    return Cohort.model_validate(defaults | over)


def an_application(slug: str = "ben", cohort: str = COHORT, **over: object) -> Application:
    """A request to join that asks for nothing special."""
    defaults = {"schema": 1, "cohort": cohort, "slug": slug, "applied": date(2026, 2, 1)}
    return Application.model_validate(defaults | over)


def a_pair(name: str = "ana-ben", cohort: str = COHORT, **over: object) -> Pair:
    """Ana mentors Ben from the first day of the cohort, every 14 days."""
    defaults = {
        "schema": 1,
        "id": f"{cohort}/{name}",
        "cohort": cohort,
        "form": Form.ONE_TO_ONE,
        "mentors": ("ana",),
        "mentees": ("ben",),
        "starts": STARTS,
        "rhythm_days": 14,
    }
    return Pair.model_validate(defaults | over)


def a_meeting(on: date = TODAY, pair: str = f"{COHORT}/ana-ben", **over: object) -> Meeting:
    """A call of half an hour."""
    defaults = {"schema": 1, "pair": pair, "on": on, "kind": MeetingKind.CALL, "minutes": 30}
    return Meeting.model_validate(defaults | over)


def a_goal(goal: str = "first-patch", pair: str = f"{COHORT}/ana-ben", **over: object) -> Goal:
    """A goal set on the pair's first day, without milestones."""
    defaults = {
        "schema": 1,
        "pair": pair,
        "id": goal,
        "title": goal.replace("-", " ").capitalize(),
        "set_on": STARTS,
    }
    return Goal.model_validate(defaults | over)


def a_slot(slug: str = "ana", on: date = date(2026, 4, 6), **over: object) -> Slot:
    """Half an hour at nine on a Monday."""
    defaults = {"schema": 1, "slug": slug, "on": on, "times": (a_time(),)}
    return Slot.model_validate(defaults | over)


def a_time(at: int = 540, **over: object) -> SlotTime:
    """A time of flash mentoring; `at` in minutes since midnight."""
    return SlotTime.model_validate({"at": at} | over)


def a_fact(kind: FactKind, on: date = STARTS, **more: object) -> Fact:
    """A dated fact of any kind; what its kind needs beyond the day comes by keyword."""
    return _FACT.validate_python({"kind": kind, "on": on} | more)


def some_settings(**over: object) -> Settings:
    """A program with default policies, in UTC."""
    defaults = {"schema": 1, "name": "Two Looms", "purpose": "People learn from each other."}
    return Settings.model_validate(defaults | over)


def a_program(**contents: Unpack[Contents]) -> Program:
    """A whole program; without a word about them it has one cohort and Ana, mentor, and Ben, mentee."""
    participants = contents.get("participants", (a_mentor(), a_participant()))
    people = {one.slug: one for one in sorted(participants, key=attrgetter("slug"))}
    cohorts = {one.id: one for one in _sorted(contents.get("cohorts", (a_cohort(),)))}
    pairs = {one.id: one for one in _sorted(contents.get("pairs", ()))}
    pair_facts = contents.get("pair_facts", {})
    person_facts = contents.get("person_facts", {})
    return Program(
        settings=contents.get("settings", some_settings()),
        skills={one.id: one for one in _sorted(contents.get("skills", ()))},
        cohorts=cohorts,
        plans={one.id: one for one in _sorted(contents.get("plans", ()))},
        participants=people,
        pairs=pairs,
        surveys={one.id: one for one in _sorted(contents.get("surveys", ()))},
        scenarios={one.id: one for one in _sorted(contents.get("scenarios", ()))},
        modules={one.id: one for one in _sorted(contents.get("modules", ()))},
        applications=_grouped(cohorts, contents.get("applications", ()), "cohort", "slug"),
        events=_grouped(cohorts, contents.get("events", ()), "cohort", "on"),
        goals=_grouped(pairs, contents.get("goals", ()), "pair", "id"),
        meetings=_grouped(pairs, contents.get("meetings", ()), "pair", "on"),
        pair_facts={pair: tuple(pair_facts.get(pair, ())) for pair in pairs},
        person_facts={slug: tuple(person_facts.get(slug, ())) for slug in people},
        slots=tuple(contents.get("slots", ())),
    )


def _sorted(records: Iterable[_V]) -> list[_V]:
    return sorted(records, key=attrgetter("id"))


def _grouped(
    keys: Iterable[_K], records: Iterable[_V], whose: str, order: str
) -> dict[_K, tuple[_V, ...]]:
    ordered = sorted(records, key=attrgetter(whose, order))
    found = {key: tuple(group) for key, group in groupby(ordered, key=attrgetter(whose))}
    return {key: found.get(key, ()) for key in keys}
