"""Dates as calendar files (RFC 5545) that any calendar can read, subscribe to and read again.

Nothing in them comes from the clock: the same files on the same day give the same bytes. Why times are
in UTC and why there is no METHOD stands in docs/decisions/070-calendars.md.
"""

import unicodedata
from collections.abc import Iterable
from datetime import UTC, date, datetime, time, timedelta
from uuid import NAMESPACE_URL, uuid5

from icalendar import Calendar, Event, vText, vUri

from mentorgen.analysis.appointments import Appointment, Certainty
from mentorgen.model.settings import Settings

FILE_NAME = "calendar.ics"
_LINE_ENDS = (
    "\r\n",
    "\r",
    "\n",
    "\v",
    "\f",
    "\x85",
    "\N{LINE SEPARATOR}",
    "\N{PARAGRAPH SEPARATOR}",
)


def calendar_text(settings: Settings, name: str, appointments: Iterable[Appointment]) -> str:
    """Write a calendar of a program; `name` is how it calls itself. Lines end in CR and LF.

    A calendar in which nothing stands is written too, for somebody may have subscribed to it.
    """
    calendar = Calendar()
    calendar.add("PRODID", "-//mentorgen//mentorgen//EN")
    calendar.add("VERSION", "2.0")
    calendar.add("CALSCALE", "GREGORIAN")
    calendar.add("X-WR-CALNAME", _line(name))
    calendar.add("X-PUBLISHED-TTL", "P1D")
    for appointment in appointments:
        calendar.add_component(_event(settings, appointment))
    content: bytes = calendar.to_ical()
    return content.decode()


def uid_of(settings: Settings, key: str) -> str:
    """Give an entry its name for all time, different from that of any other program's."""
    return str(uuid5(NAMESPACE_URL, f"{settings.repository or settings.name}#{key}"))


class _Text(vText):
    r"""Words as they are; the library takes the `\N` in `C:\New` for the end of a line."""

    def to_ical(self) -> bytes:
        text = self.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
        return text.replace("\n", "\\n").encode()


def _event(settings: Settings, one: Appointment) -> Event:
    event = Event()
    event.add("UID", uid_of(settings, one.key))
    revised = datetime.combine(one.revised, time(), UTC)
    for name in ("DTSTAMP", "LAST-MODIFIED"):
        event.add(name, revised)
    event.add("SEQUENCE", one.revision)
    event.add("DTSTART", _start(one))
    event.add("DTEND", _end(one))
    event.add("SUMMARY", _line(one.title))
    event.add("STATUS", one.certainty.value.upper())
    event.add("TRANSP", "OPAQUE" if _takes_time(one) else "TRANSPARENT")
    if one.text:
        event.add("DESCRIPTION", _lines(one.text))
    if one.link:
        event.add("LOCATION", _line(one.link))
        event.add("URL", vUri(_line(one.link)))
    if one.is_private:
        event.add("CLASS", "PRIVATE")
    return event


def _start(one: Appointment) -> date | datetime:
    if one.at is None:
        return one.on
    return datetime.combine(one.on, time(), UTC) + timedelta(minutes=one.at)


def _end(one: Appointment) -> date | datetime:
    return _start(one) + (timedelta(days=1) if one.at is None else timedelta(minutes=one.minutes))


def _takes_time(one: Appointment) -> bool:
    """Tell whether somebody is busy: a day on which something is due leaves time for other things."""
    return one.at is not None and one.certainty is Certainty.CONFIRMED


def _lines(text: str) -> _Text:
    """Keep the lines of a text, whatever ends them, and leave out what no calendar may hold."""
    for end in _LINE_ENDS:
        text = text.replace(end, "\n")
    kept = (one for one in text.strip() if one in "\n\t" or unicodedata.category(one) != "Cc")
    return _Text("".join(kept))


def _line(text: str) -> _Text:
    return _Text(_lines(text).replace("\n", " "))
