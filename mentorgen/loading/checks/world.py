"""What a check may look at beside its own record."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from zoneinfo import available_timezones

from mentorgen.loading.documents import Document
from mentorgen.loading.spelling import did_you_mean, shown
from mentorgen.loading.yaml_source import Path
from mentorgen.model.ids import PairId
from mentorgen.model.pairs import Pair
from mentorgen.model.problems import Problem


@dataclass(frozen=True, slots=True)
class World:
    """The day of the check and the pairs of the program by id."""

    today: date
    pairs: Mapping[PairId, Pair]


@cache
def _zones() -> frozenset[str]:
    return frozenset(available_timezones())


def unknown_zone(document: Document, path: Path, zone: str | None) -> list[Problem]:
    """Give a problem where a time zone's name is not in the IANA list."""
    if zone is None or zone in _zones():
        return []
    nearest = did_you_mean_zone(zone)
    return [document.problem(path, "time-zone", f"{shown(zone)} is no time zone.{nearest}")]


def did_you_mean_zone(zone: str) -> str:
    """Suggest a zone's name; they are capitalised, and so are the suggestions."""
    by_lower = {name.lower(): name for name in _zones()}
    near = did_you_mean(zone, by_lower)
    for lower, name in by_lower.items():
        if near == f" Did you mean '{lower}'?":
            return f" Did you mean '{name}'?"
    return " Write a name such as Europe/Lisbon."
