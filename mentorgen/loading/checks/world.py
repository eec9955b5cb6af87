"""What a check may look at beside its own record."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from zoneinfo import available_timezones

from mentorgen.loading.documents import Document
from mentorgen.loading.rules import Rule
from mentorgen.loading.shapes import shapes_with_days, values_in
from mentorgen.loading.spelling import nearest, shown
from mentorgen.loading.yaml_events import Path
from mentorgen.model.ids import PairId
from mentorgen.model.pairs import Pair
from mentorgen.model.problems import Problem
from mentorgen.model.record import Part

_FAR = timedelta(days=5 * 366)


@dataclass(frozen=True, slots=True)
class World:
    """The day of the check and the pairs of the program by id."""

    today: date
    pairs: Mapping[PairId, Pair]

    @property
    def last_day(self) -> date:
        """The last day that a file may name: nobody plans further ahead than five years."""
        return self.today + _FAR

    def is_ahead(self, day: date) -> bool:
        """Tell whether a day is still to come; what is too far away is said once, by another check."""
        return self.today < day <= self.last_day


def far_days(
    document: Document, parts: Iterable[tuple[Path, Part]], world: World
) -> Iterator[Problem]:
    """Yield a problem for every date that lies more than five years ahead."""
    last_day = world.last_day
    for path, part in parts:
        for shape in shapes_with_days(type(part)):
            for place, day in values_in(part, path, shape):
                if isinstance(day, date) and day > last_day:
                    yield document.problem(
                        place,
                        Rule.DATE,
                        f"{day} is more than five years away; mend the year.",
                    )


@cache
def _zones() -> frozenset[str]:
    return frozenset(available_timezones())


@cache
def _places() -> Mapping[str, str]:
    """Map the zones that are named after places, and those places, in lower case, to the zones."""
    zones = sorted(zone for zone in _zones() if "/" in zone and not zone.startswith("Etc/"))
    by_place = {zone.rpartition("/")[2].lower(): zone for zone in zones}
    return by_place | {zone.lower(): zone for zone in zones}


def unknown_zone(document: Document, path: Path, zone: str | None) -> Iterator[Problem]:
    """Yield a problem where a time zone's name is not in the IANA list."""
    if zone is not None and zone not in _zones():
        message = f"{shown(zone)} is no time zone.{_nearest_zone(zone)}"
        yield document.problem(path, Rule.TIME_ZONE, message)


def _nearest_zone(zone: str) -> str:
    near = nearest(zone, _places(), likeness=0.7)
    return f" Did you mean '{_places()[near]}'?" if near else " Write a name such as Europe/Lisbon."
