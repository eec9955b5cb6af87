"""Where each kind of record lives: its place, the model that reads it, and the ids the path gives."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache, cached_property

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

_WORD = "[a-z0-9]+(?:-[a-z0-9]+)*"
_DAY = "(?P<day>[0-9]{4}-[0-9]{2}-[0-9]{2})"
_NUMBER = "(?:-(?P<number>[2-9]|[1-9][0-9]))?"

Words = Mapping[str, str]
Ids = Mapping[str, str | int]


def _regex(place: str) -> re.Pattern[str]:
    patterns = {"day": _DAY, "number": _NUMBER}
    return re.compile(
        re.sub(
            "<([a-z]+)>",
            lambda found: patterns.get(found[1], f"(?P<{found[1]}>{_WORD})"),
            place.replace(".", "[.]"),
        )
    )


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

    @cached_property
    def regex(self) -> re.Pattern[str]:
        """The place as a pattern for whole paths."""
        return _regex(self.place)


@dataclass(frozen=True, slots=True)
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
    for shelf in _shelves_by_folder().get(_folder(path), ()):
        found = shelf.regex.fullmatch(path)
        if found:
            words = {name: word for name, word in found.groupdict().items() if word is not None}
            return Spot(shelf, "/".join(words.values()), shelf.ids(words))
    return None


@cache
def _shelves_by_folder() -> Mapping[str, tuple[Shelf, ...]]:
    folders = {_folder(shelf.place) for shelf in SHELVES}
    return {
        folder: tuple(shelf for shelf in SHELVES if _folder(shelf.place) == folder)
        for folder in folders
    }


def _folder(path: str) -> str:
    """Give the part of a path that tells most about its kind: 'training', or what follows 'program'."""
    part, _, rest = path.partition("/")
    return rest.partition("/")[0] if part == "program" else part


def place_for(kind: Kind, **words: str) -> str:
    """Give the path of a record from its words, such as `place_for(Kind.PAIR, cohort=…, pair=…)`."""
    (place,) = (shelf.place for shelf in SHELVES if shelf.kind is kind)
    return re.sub("<([a-z]+)>", lambda found: words.get(found[1], ""), place)
