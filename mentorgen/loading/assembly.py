"""Records that passed every check, put together as one program."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import TypeVar

from mentorgen.loading.shapes import ids_in
from mentorgen.model.cohorts import Application, Cohort, Event, Slot
from mentorgen.model.facts import Fact
from mentorgen.model.ids import Kind, SkillId
from mentorgen.model.logs import PairLog, PersonLog
from mentorgen.model.meetings import Meeting
from mentorgen.model.pairs import Goal, Pair, Plan
from mentorgen.model.people import Participant
from mentorgen.model.program import Program
from mentorgen.model.record import Record
from mentorgen.model.scenarios import Scenario
from mentorgen.model.settings import Settings
from mentorgen.model.skills import Skill, Vocabulary
from mentorgen.model.surveys import Survey
from mentorgen.model.training import Module

R = TypeVar("R", bound=Record)
K = TypeVar("K")
V = TypeVar("V")


def assemble(records: Iterable[Record]) -> Program:
    """Sort records into a program; there is exactly one `Settings` among them."""
    shelves: dict[type[Record], list[Record]] = defaultdict(list)
    for record in records:
        shelves[type(record)].append(record)

    def of(kind: type[R]) -> list[R]:
        return [record for record in shelves[kind] if isinstance(record, kind)]

    (settings,) = of(Settings)
    cohorts = _by_id((cohort.id, cohort) for cohort in of(Cohort))
    participants = _by_id((person.slug, person) for person in of(Participant))
    pairs = _by_id((pair.id, pair) for pair in of(Pair))
    return Program(
        settings=settings,
        skills=_by_id((skill.id, skill) for skill in _skills(of(Vocabulary), shelves)),
        cohorts=cohorts,
        plans=_by_id((plan.id, plan) for plan in of(Plan)),
        participants=participants,
        pairs=pairs,
        surveys=_by_id((survey.id, survey) for survey in of(Survey)),
        scenarios=_by_id((one.id, one) for one in of(Scenario)),
        modules=_by_id((module.id, module) for module in of(Module)),
        applications=_grouped(
            cohorts, ((item.cohort, item.slug, item) for item in of(Application))
        ),
        events=_grouped(cohorts, ((item.cohort, (item.on, item.id), item) for item in of(Event))),
        goals=_grouped(pairs, ((item.pair, (item.set_on, item.id), item) for item in of(Goal))),
        meetings=_grouped(
            pairs, ((item.pair, (item.on, item.number), item) for item in of(Meeting))
        ),
        pair_facts={
            **dict.fromkeys(pairs, ()),
            **{log.pair: _dated(log.facts) for log in of(PairLog)},
        },
        person_facts={
            **dict.fromkeys(participants, ()),
            **{log.slug: _dated(log.facts) for log in of(PersonLog)},
        },
        slots=tuple(sorted(of(Slot), key=lambda slot: (slot.on, slot.slug))),
    )


def _skills(
    books: Iterable[Vocabulary], shelves: Mapping[type[Record], list[Record]]
) -> Iterator[Skill]:
    """List the vocabulary; a program without one has the skills that its files name."""
    book = next(iter(books), None)
    if book is not None:
        yield from book.skills
        return
    named = {
        name
        for records in shelves.values()
        for record in records
        for name in ids_in(record, Kind.SKILL)
    }
    for name in named:
        yield Skill(id=SkillId(name), label=name.replace("-", " ").capitalize())


def _by_id(items: Iterable[tuple[K, V]]) -> dict[K, V]:
    return dict(sorted(items, key=lambda item: str(item[0])))


def _grouped(
    owners: Mapping[K, object], items: Iterable[tuple[K, object, V]]
) -> dict[K, tuple[V, ...]]:
    groups: dict[K, list[tuple[object, V]]] = {owner: [] for owner in owners}
    for owner, order, item in items:
        groups[owner].append((order, item))
    return {
        owner: tuple(item for _, item in sorted(group, key=lambda pair: pair[0]))  # type: ignore[arg-type, return-value]
        for owner, group in groups.items()
    }


def _dated(facts: tuple[Fact, ...]) -> tuple[Fact, ...]:
    return tuple(sorted(facts, key=lambda fact: fact.on))
