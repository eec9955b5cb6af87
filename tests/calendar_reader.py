"""Calendar files read by another library than the one that wrote them, after a strict look at every line."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

import vobject

MOST_OCTETS = 75
_MUST = {"UID", "DTSTAMP", "DTSTART", "DTEND", "SEQUENCE", "SUMMARY", "STATUS", "LAST-MODIFIED"}
_TEXTS = {"SUMMARY", "DESCRIPTION", "LOCATION", "X-WR-CALNAME"}
_ESCAPED = re.compile(r"([^\\;,]|\\[\\;,n])*")
_MAY = {"TRANSP", "DESCRIPTION", "LOCATION", "URL", "CLASS"}


@dataclass(frozen=True)
class Entry:
    """One VEVENT with its values as a calendar would show them."""

    summary: str
    starts: date | datetime
    ends: date | datetime
    status: str
    values: Mapping[str, object]


def read_calendar(text: str) -> list[Entry]:
    """Read a calendar that keeps every rule of RFC 5545 on lines and required properties."""
    assert text.endswith("\r\n")
    lines = text.removesuffix("\r\n").split("\r\n")
    for line in lines:
        assert len(line.encode()) <= MOST_OCTETS
        assert not any((ord(one) < 32 and one != "\t") or 127 <= ord(one) < 160 for one in line)
    assert (lines[0], lines[-1]) == ("BEGIN:VCALENDAR", "END:VCALENDAR")
    unfolded = text.replace("\r\n ", "").split("\r\n")
    for name, _, value in (line.partition(":") for line in unfolded):
        assert name not in _TEXTS or _ESCAPED.fullmatch(value)
    calendar = vobject.readOne(text)
    assert (calendar.version.value, calendar.prodid.value) == ("2.0", "-//mentorgen//mentorgen//EN")
    entries = [_entry(event) for event in calendar.contents.get("vevent", ())]
    assert unfolded.count("BEGIN:VEVENT") == unfolded.count("END:VEVENT") == len(entries)
    assert {one.name for one in calendar.components()} <= {"VEVENT"}
    assert len({entry.values["UID"] for entry in entries}) == len(entries)
    return entries


def _entry(event: vobject.base.Component) -> Entry:
    names = [child.name for child in event.getChildren()]
    assert len({*names}) == len(names)
    assert _MUST <= {*names} <= _MUST | _MAY
    values = {child.name: child.value for child in event.getChildren()}
    assert values["DTSTART"] < values["DTEND"]
    return Entry(
        summary=values["SUMMARY"],
        starts=values["DTSTART"],
        ends=values["DTEND"],
        status=values["STATUS"],
        values=values,
    )
