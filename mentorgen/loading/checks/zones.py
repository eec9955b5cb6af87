"""Time zones: the names there are, and the one that somebody meant."""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from pkgutil import get_data

from mentorgen.loading.documents import Document
from mentorgen.loading.rules import Rule
from mentorgen.loading.spelling import nearest, shown
from mentorgen.loading.yaml_events import Path
from mentorgen.model.problems import Problem, Severity

_OFFSET = re.compile("(?:gmt|utc)? ?([+-])0?([0-9]{1,2})(?::?00)?", re.IGNORECASE)
_NO_PLACES = frozenset({"Factory"})
_STAND_STILL = re.compile("EST|MST|Etc/GMT[+-][0-9]+")
"""Names that are right and yet seldom meant: their clocks never change, and the last count backwards."""
_OF_LETTERS = {
    "utc": "UTC", "z": "UTC", "bst": "Europe/London", "west": "Europe/Lisbon",
    "cest": "Europe/Berlin", "eest": "Europe/Athens", "msk": "Europe/Moscow",
    "est": "America/New_York", "edt": "America/New_York", "cst": "America/Chicago",
    "cdt": "America/Chicago", "mst": "America/Denver", "mdt": "America/Denver",
    "pst": "America/Los_Angeles", "pdt": "America/Los_Angeles", "art": "America/Argentina/Buenos_Aires",
    "brt": "America/Sao_Paulo", "wat": "Africa/Lagos", "cat": "Africa/Maputo", "eat": "Africa/Nairobi",
    "sast": "Africa/Johannesburg", "gst": "Asia/Dubai", "pkt": "Asia/Karachi", "ist": "Asia/Kolkata",
    "india": "Asia/Kolkata", "wib": "Asia/Jakarta", "sgt": "Asia/Singapore", "pht": "Asia/Manila",
    "china": "Asia/Shanghai", "hkt": "Asia/Hong_Kong", "jst": "Asia/Tokyo", "kst": "Asia/Seoul",
    "aest": "Australia/Sydney", "aedt": "Australia/Sydney", "awst": "Australia/Perth",
    "nzst": "Pacific/Auckland", "nzdt": "Pacific/Auckland",
}  # fmt: skip
"""What people write in place of a name, and the best known place that it fits."""
_OF_OFFSETS = {
    -10: "Pacific/Honolulu", -9: "America/Anchorage", -8: "America/Los_Angeles", -7: "America/Denver",
    -6: "America/Chicago", -5: "America/New_York", -4: "America/Halifax", -3: "America/Sao_Paulo",
    -1: "Atlantic/Azores", 0: "Europe/Lisbon", 1: "Europe/Berlin", 2: "Europe/Athens",
    3: "Africa/Nairobi", 4: "Asia/Dubai", 5: "Asia/Karachi", 6: "Asia/Dhaka", 7: "Asia/Jakarta",
    8: "Asia/Singapore", 9: "Asia/Tokyo", 10: "Australia/Brisbane", 11: "Pacific/Noumea",
    12: "Pacific/Auckland",
}  # fmt: skip
"""A place for each number of hours that somebody may be away from UTC in winter."""


def check_zone(document: Document, path: Path, zone: str | None) -> Iterable[Problem]:
    """Give a problem where a time zone's name is not in the IANA list, or hardly what was meant."""
    return () if zone is None else _complaints(document, path, zone)


def _complaints(document: Document, path: Path, zone: str) -> Iterator[Problem]:
    complaint = complaint_of_zone(zone)
    if complaint is not None:
        yield document.problem(path, Rule.TIME_ZONE, complaint)
    elif _STAND_STILL.fullmatch(zone):
        message = f"{shown(zone)} never changes its clocks.{_hint(zone.removeprefix('Etc/'))}"
        yield document.problem(path, Rule.TIME_ZONE, message, severity=Severity.WARNING)


def complaint_of_zone(zone: str) -> str | None:
    """Say that a name is not in the IANA list, and what was most likely meant; None where it is."""
    return None if zone in _zones() else f"{shown(zone)} is no time zone.{_hint(zone)}"


def _hint(zone: str) -> str:
    """Name the zone that was most likely meant."""
    offset = _OFFSET.fullmatch(zone)
    place = _OF_OFFSETS.get(int(offset[1] + offset[2])) if offset else None
    if place is not None:
        return f" Write the place whose clocks you follow, such as {place}."
    lower = zone.strip().lower()
    meant = _OF_LETTERS.get(lower)
    if meant is None and (near := nearest(lower, _places(), likeness=0.7)):
        meant = _places()[near]
    return f" Did you mean '{meant}'?" if meant else " Write a name such as Europe/Lisbon."


@cache
def _zones() -> frozenset[str]:
    """List the names from the package, so that every computer knows the same."""
    listed = get_data("tzdata", "zones") or b""
    return frozenset(listed.decode().split()) - _NO_PLACES


@cache
def _places() -> Mapping[str, str]:
    """Map the zones that are named after places, and those places, in lower case, to the zones."""
    zones = sorted(zone for zone in _zones() if "/" in zone and not zone.startswith("Etc/"))
    by_place = {zone.rpartition("/")[2].lower(): zone for zone in zones}
    return by_place | {zone.lower(): zone for zone in zones}
