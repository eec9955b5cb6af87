"""How a command adds facts to the log of a pair or a person: only what a check would take, and once."""

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from pydantic import ValidationError

from mentorgen.adapters import clock
from mentorgen.adapters.cli.named import pair_named, person_named
from mentorgen.adapters.cli.new_file import refuse_errors
from mentorgen.adapters.cli.scope import Scope
from mentorgen.adapters.disk import Write, apply
from mentorgen.analysis.new_facts import (
    Saying,
    is_said_in_pair,
    objection_in_pair,
    objection_to_person,
)
from mentorgen.analysis.wording import listed
from mentorgen.errors import WrongUsageError
from mentorgen.loading.edits import AppendEntry, edited
from mentorgen.loading.layout import place_for
from mentorgen.loading.yaml_events import Value
from mentorgen.model.facts import Fact, FactKind
from mentorgen.model.ids import CohortId, Kind, Slug
from mentorgen.model.logs import FACTS
from mentorgen.model.pairs import Pair
from mentorgen.model.people import Participant
from mentorgen.model.privacy import Level
from mentorgen.model.program import Program
from mentorgen.model.words import ReasonGroup

NewFact = Mapping[str, Value]
"""A fact as it will stand in its file."""
_OPPOSED = (
    frozenset({FactKind.PLANNED, FactKind.CANCELLED}),
    frozenset({FactKind.PAUSED, FactKind.RESUMED}),
    frozenset({FactKind.OPTED_OUT, FactKind.OPTED_IN}),
)
"""Kinds that take each other back: between them, saying the same twice on a day means something."""
_FIRST_LINE = b"schema: 1\n"


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """Something that happened: `more` are the other fields of its kind, as they stand in files.

    Without a day it happened today. The reason of an ending is for the private folder.
    """

    kind: FactKind
    on: date | None = None
    by: str | None = None
    more: Mapping[str, str] = field(default_factory=dict)
    reason: ReasonGroup | None = None

    def facts(self, today: date) -> tuple[NewFact, ...]:
        """Write it as facts: what happened first, and its reason where there is one."""
        said: dict[str, Value] = {"on": (self.on or today).isoformat(), "kind": self.kind.value}
        if self.by is not None:
            said["by"] = self.by
        public: NewFact = {**said, **self.more}
        if self.reason is None:
            return (public,)
        return (public, {**said, "kind": FactKind.REASON.value, "group": self.reason.value})


def write_down(scope: Scope, about: str, told: Told) -> tuple[str, ...]:
    """Write down what happened to a pair or a person if it makes sense now; name the files that changed.

    Raises:
        WrongUsageError: nobody knows the pair or the person, or it makes no sense now.
    """
    if told.reason is not None and told.kind is not FactKind.ENDED:
        raise WrongUsageError("A reason goes with 'ended'.")
    program = scope.whole_program()
    today = scope.day or clock.today(program.settings.timezone)
    saying = Saying(
        told.kind,
        by=Slug(told.by) if told.by else None,
        cohort=CohortId(told.more["cohort"]) if "cohort" in told.more else None,
    )
    first, *more = told.facts(today)
    if "/" not in about:
        person = person_named(program, about)
        if _stands(first, program.person_facts[person.slug]):
            return ()
        _refuse(objection_to_person(program, person.slug, saying, today=today))
        return add_facts(scope, program, person, (first,))
    pair = pair_named(program, about)
    is_said = is_said_in_pair(program, pair, saying, today=today)
    if is_said or _stands(first, program.pair_facts[pair.id]):
        return add_facts(scope, program, pair, more)
    _refuse(objection_in_pair(program, pair, saying, today=today))
    return add_facts(scope, program, pair, (first, *more))


def _refuse(complaint: str | None) -> None:
    if complaint is not None:
        raise WrongUsageError(complaint)


def add_facts(
    scope: Scope, program: Program, about: Pair | Participant, facts: Iterable[NewFact]
) -> tuple[str, ...]:
    """Add facts to logs and name the files that changed; a fact that stands there already is left out.

    What is not public goes to the private folder, and so does what is about a pair or a person that
    only the private folder knows. All files change or none.

    Raises:
        WrongUsageError: a check would find errors, or a private folder is needed and not given.
    """
    known = _facts_of(program, about)
    new: dict[Path, list[NewFact]] = defaultdict(list)
    for fact in facts:
        if not _stands(fact, known):
            new[_file(scope, about, fact)].append(fact)
    kind, place = _log(about)
    writes = [Write(file, _with(file, own, kind)) for file, own in new.items()]
    for write in writes:
        if write.file == scope.root / place:
            refuse_errors(scope, place, write.content.decode())
        else:
            _refuse_incomplete(new[write.file])
    apply(writes)
    return tuple(place if one.file == scope.root / place else str(one.file) for one in writes)


def _refuse_incomplete(facts: Iterable[NewFact]) -> None:
    """Stop where a private fact lacks something or holds what it may not; no check reads its file first."""
    for fact in facts:
        try:
            FACTS[str(fact["kind"])].model_validate_json(json.dumps(fact))
        except ValidationError as error:
            options = listed(sorted(f"--{one['loc'][0]}" for one in error.errors()))
            raise WrongUsageError(
                f"A fact of kind '{fact['kind']}' needs something else in {options}."
            ) from error


def _facts_of(program: Program, about: Pair | Participant) -> tuple[Fact, ...]:
    if isinstance(about, Pair):
        return program.pair_facts[about.id]
    return program.person_facts[about.slug]


def _stands(fact: NewFact, known: tuple[Fact, ...]) -> bool:
    """Tell whether a fact is known and nothing below it says otherwise.

    What is no fact is left to the check, which says why.
    """
    try:
        new = FACTS[str(fact["kind"])].model_validate_json(json.dumps(fact))
    except ValidationError:
        return False
    opposed = next((group - {new.kind} for group in _OPPOSED if new.kind in group), frozenset())
    newest = next((one for one in reversed(known) if one == new or one.kind in opposed), None)
    return newest == new


def _file(scope: Scope, about: Pair | Participant, fact: NewFact) -> Path:
    is_public = FACTS[str(fact["kind"])].level is Level.PUBLIC
    _, log = _log(about)
    if is_public and (scope.private is None or (scope.root / _own(about)).exists()):
        return scope.root / log
    if scope.private is None:
        raise WrongUsageError(
            f"A fact of kind '{fact['kind']}' is private; give your private folder with --private."
        )
    return scope.private / log.removeprefix("program/")


def _with(file: Path, facts: Iterable[NewFact], kind: Kind) -> bytes:
    before = file.read_bytes() if file.exists() else _FIRST_LINE
    return edited(before, [AppendEntry(("facts",), {**fact}) for fact in facts], kind=kind)


def _log(about: Pair | Participant) -> tuple[Kind, str]:
    kind = Kind.PAIR_LOG if isinstance(about, Pair) else Kind.PERSON_LOG
    return kind, place_for(kind, **_words(about))


def _own(about: Pair | Participant) -> str:
    kind = Kind.PAIR if isinstance(about, Pair) else Kind.PARTICIPANT
    return place_for(kind, **_words(about))


def _words(about: Pair | Participant) -> dict[str, str]:
    if isinstance(about, Participant):
        return {"slug": about.slug}
    cohort, _, name = about.id.partition("/")
    return {"cohort": cohort, "pair": name}
