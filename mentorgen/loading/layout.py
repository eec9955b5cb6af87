"""Where each kind of record lives: its place, the model that reads it, and the ids the path gives."""

import re
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache

from mentorgen.loading.values import light
from mentorgen.model.cohorts import Application, Cohort, Event, Slot
from mentorgen.model.ids import Kind
from mentorgen.model.logs import PairLog, PersonLog
from mentorgen.model.meetings import Meeting
from mentorgen.model.pairs import Goal, Pair, Plan
from mentorgen.model.people import Participant
from mentorgen.model.record import Record
from mentorgen.model.scenarios import Scenario
from mentorgen.model.settings import Settings
from mentorgen.model.skills import Vocabulary
from mentorgen.model.surveys import Survey
from mentorgen.model.training import Module

_WORD = re.compile("[a-z0-9]+(?:-[a-z0-9]+)*")
_DAY = "(?P<day>[0-9]{4}-[0-9]{2}-[0-9]{2})"
_DATED = {
    "day": re.compile(_DAY),
    "day><number": re.compile(f"{_DAY}(?:-(?P<number>[2-9]|[1-9][0-9]))?"),
}
"""The last names that are no plain word."""

Words = Mapping[str, str]
Ids = Mapping[str, str | int]


def _nothing(_: Words) -> Ids:
    return {}


def _id(words: Words) -> Ids:
    return {"id": words["id"]}


def _slug(words: Words) -> Ids:
    return {"slug": words["slug"]}


def _in_cohort(words: Words) -> Ids:
    return dict(words)


def _pair(words: Words) -> Ids:
    return {"id": f"{words['cohort']}/{words['pair']}", "cohort": words["cohort"]}


def _pair_log(words: Words) -> Ids:
    return {"pair": f"{words['cohort']}/{words['pair']}"}


def _goal(words: Words) -> Ids:
    return {**_pair_log(words), "id": words["id"]}


def _meeting(words: Words) -> Ids:
    number = words.get("number") or "1"
    return {**_pair_log(words), "on": words["day"], "number": int(number)}


def _slot(words: Words) -> Ids:
    return {"slug": words["slug"], "on": words["day"]}


def _module(words: Words) -> Ids:
    return {"id": f"{words['path']}/{words['module']}"}


@dataclass(frozen=True)
class Shelf:
    """One kind of record; `place` is its path with names in angle brackets."""

    kind: Kind
    place: str
    model: type[Record]
    ids: Callable[[Words], Ids]

    def words_of_folder(self, folder: str) -> Words | None:
        """Give what stands in a folder's path instead of the names; None where no such file lies in it."""
        places, steps = self.place.split("/")[:-1], folder.split("/")
        if len(steps) != len(places):
            return None
        pairs = [(place, step) for place, step in zip(places, steps, strict=True) if place != step]
        fits = all(place.startswith("<") and _WORD.fullmatch(step) for place, step in pairs)
        return {place[1:-1]: step for place, step in pairs} if fits else None

    def words_of_file(self, name: str) -> Words | None:
        """Give what stands in a file's name instead of the names; None where it is no such file."""
        meant, ending = self._last
        if not meant:
            return {} if name == ending else None
        word = name.removesuffix(ending)
        if word == name or not _WORD.fullmatch(word):
            return None
        return _dated(_DATED[meant], word) if meant in _DATED else {meant: word}

    @cached_property
    def _last(self) -> tuple[str, str]:
        """Which names make up a file's name, and what follows them."""
        names, _, ending = self.place.rpartition("/")[2].rpartition(">")
        return names.removeprefix("<"), ending


def _dated(pattern: re.Pattern[str], word: str) -> Words | None:
    found = pattern.fullmatch(word)
    if found is None:
        return None
    return {name: part for name, part in found.groupdict().items() if part is not None}


@light
class Spot:
    """What a path says of the record that lies there; `key` is how others name it."""

    shelf: Shelf
    key: str
    ids: Ids


PROGRAM_FILE = "program/program.yaml"
SHELVES = (
    Shelf(Kind.PROGRAM, PROGRAM_FILE, Settings, _nothing),
    Shelf(Kind.VOCABULARY, "program/skills.yaml", Vocabulary, _nothing),
    Shelf(Kind.COHORT, "program/cohorts/<id>.yaml", Cohort, _id),
    Shelf(Kind.PLAN, "program/plans/<id>.yaml", Plan, _id),
    Shelf(Kind.SURVEY, "program/surveys/<id>.yaml", Survey, _id),
    Shelf(Kind.SCENARIO, "program/scenarios/<id>.yaml", Scenario, _id),
    Shelf(Kind.PARTICIPANT, "program/participants/<slug>.yaml", Participant, _slug),
    Shelf(Kind.APPLICATION, "program/applications/<cohort>/<slug>.yaml", Application, _in_cohort),
    Shelf(Kind.EVENT, "program/events/<cohort>/<id>.yaml", Event, _in_cohort),
    Shelf(Kind.PAIR, "program/pairs/<cohort>/<pair>.yaml", Pair, _pair),
    Shelf(Kind.GOAL, "program/goals/<cohort>/<pair>/<id>.yaml", Goal, _goal),
    Shelf(Kind.MEETING, "program/meetings/<cohort>/<pair>/<day><number>.md", Meeting, _meeting),
    Shelf(Kind.PAIR_LOG, "program/log/pairs/<cohort>/<pair>.yaml", PairLog, _pair_log),
    Shelf(Kind.PERSON_LOG, "program/log/people/<slug>.yaml", PersonLog, _slug),
    Shelf(Kind.SLOT, "program/slots/<slug>/<day>.yaml", Slot, _slot),
    Shelf(Kind.MODULE, "training/<path>/<module>.md", Module, _module),
)
"""Every kind of record, in the order in which the reference lists them."""


def spot_of(path: str) -> Spot | None:
    """Tell which record a path (from the root, with slashes) holds; None if it is no record's place."""
    folder, _, name = path.rpartition("/")
    for shelf, above in _shelves_in(folder):
        own = shelf.words_of_file(name)
        if own is not None:
            words = {**above, **own}
            return Spot(shelf, "/".join(words.values()), shelf.ids(words))
    return None


@lru_cache(1024)
def _shelves_in(folder: str) -> Sequence[tuple[Shelf, Words]]:
    """List what can lie in a folder, with the words that its path gives: most folders hold many files."""
    near = _shelves_by_branch().get(_branch(folder), ())
    found = [(shelf, shelf.words_of_folder(folder)) for shelf in near]
    return [(shelf, words) for shelf, words in found if words is not None]


@cache
def _shelves_by_branch() -> Mapping[str, Sequence[Shelf]]:
    branches: dict[str, list[Shelf]] = defaultdict(list)
    for shelf in SHELVES:
        branches[_branch(shelf.place.rpartition("/")[0])].append(shelf)
    return branches


def _branch(folder: str) -> str:
    """Give the step of a folder that tells most about its kind: 'training', or what follows 'program'."""
    part, _, rest = folder.partition("/")
    return rest.partition("/")[0] if part == "program" else part


def place_for(kind: Kind, **words: str) -> str:
    """Give the path of a record from its words, such as `place_for(Kind.PAIR, cohort=…, pair=…)`."""
    (place,) = (shelf.place for shelf in SHELVES if shelf.kind is kind)
    return re.sub("<([a-z]+)>", lambda found: words.get(found[1], ""), place)
