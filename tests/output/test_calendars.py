"""Calendars as text: read back by another library, inert, the same every time."""

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from inline_snapshot import snapshot

from mentorgen.analysis.appointments import Appointment, Certainty
from mentorgen.output.calendars import calendar_text, uid_of
from tests.builders import some_settings
from tests.calendar_reader import MOST_OCTETS, read_calendar

DAY = date(2026, 4, 8)


def an_appointment(key: str = "event/2026-spring/circle", **over: object) -> Appointment:
    defaults: dict[str, object] = {"title": "Circle", "on": DAY, "revised": date(2026, 1, 12)}
    return Appointment(key=key, **(defaults | over))  # type: ignore[arg-type]


def written(*appointments: Appointment, name: str = "Two Looms") -> str:
    return calendar_text(some_settings(), name, appointments)


def test_an_entry_says_all_that_a_calendar_needs() -> None:
    text = written(
        an_appointment(
            at=17 * 60, minutes=90, text="Bring a file.", link="https://meet.example.org/circle"
        )
    )

    assert text.replace("\r\n", "\n") == snapshot("""\
BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//mentorgen//mentorgen//EN
CALSCALE:GREGORIAN
X-WR-CALNAME:Two Looms
X-PUBLISHED-TTL:P1D
BEGIN:VEVENT
SUMMARY:Circle
DTSTART:20260408T170000Z
DTEND:20260408T183000Z
DTSTAMP:20260112T000000Z
UID:d3f7763b-4fbd-5a53-ace2-2ff5619eafc7
SEQUENCE:0
DESCRIPTION:Bring a file.
LAST-MODIFIED:20260112T000000Z
LOCATION:https://meet.example.org/circle
STATUS:CONFIRMED
TRANSP:OPAQUE
URL:https://meet.example.org/circle
END:VEVENT
END:VCALENDAR
""")


def test_times_are_in_utc_and_days_are_days_everywhere() -> None:
    timed, whole, midnight = read_calendar(
        written(
            an_appointment("a", at=17 * 60, minutes=90),
            an_appointment("b"),
            an_appointment("c", at=24 * 60, minutes=30),
        )
    )

    assert (timed.starts, timed.ends) == (
        datetime(2026, 4, 8, 17, tzinfo=UTC),
        datetime(2026, 4, 8, 18, 30, tzinfo=UTC),
    )
    assert (whole.starts, whole.ends) == (DAY, date(2026, 4, 9))
    assert midnight.starts == datetime(2026, 4, 9, tzinfo=UTC)


@pytest.mark.parametrize("certainty", Certainty)
def test_only_what_takes_place_at_a_time_makes_somebody_busy(certainty: Certainty) -> None:
    timed, whole = read_calendar(
        written(
            an_appointment("a", at=600, certainty=certainty),
            an_appointment("b", certainty=certainty),
        )
    )

    busy = "OPAQUE" if certainty is Certainty.CONFIRMED else "TRANSPARENT"
    assert timed.values["TRANSP"] == busy
    assert whole.values["TRANSP"] == "TRANSPARENT"
    assert timed.status == whole.status == certainty.value.upper()


def test_a_moved_entry_keeps_its_uid_and_its_revision_rises() -> None:
    (before,) = read_calendar(written(an_appointment(on=DAY, revision=3)))
    (after,) = read_calendar(
        written(an_appointment(on=date(2026, 5, 1), title="Other words", revision=4))
    )

    assert before.values["UID"] == after.values["UID"]
    assert [one.values["SEQUENCE"] for one in (before, after)] == ["3", "4"]


def test_two_programs_with_the_same_ids_have_different_uids() -> None:
    ours = some_settings(repository="https://github.com/example-looms/mentors")

    assert uid_of(ours, "event/a/b") != uid_of(some_settings(), "event/a/b")
    assert uid_of(ours, "event/a/b") == uid_of(ours.model_copy(update={"name": "New"}), "event/a/b")


def test_what_a_pair_keeps_to_itself_is_marked_for_whoever_shares_a_calendar() -> None:
    private, public = read_calendar(written(an_appointment("a", is_private=True), an_appointment()))

    assert private.values["CLASS"] == "PRIVATE"
    assert "CLASS" not in public.values


def test_a_calendar_without_entries_is_a_calendar() -> None:
    assert read_calendar(written()) == []


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("a\r\nATTENDEE:mailto:evil", "a ATTENDEE:mailto:evil"),
        ("a\rATTENDEE:x", "a ATTENDEE:x"),
        ("x\nEND:VEVENT\nBEGIN:VEVENT\nUID:1", "x END:VEVENT BEGIN:VEVENT UID:1"),
        ("BEGIN:VALARM", "BEGIN:VALARM"),
        ("a\u2028BEGIN:VEVENT\u2029b\x85c\vd\fe", "a BEGIN:VEVENT b c d e"),
        ("nul\0 and bell\a", "nul and bell"),
        (r"C:\New\next, semi; colon: \\ \n \N", r"C:\New\next, semi; colon: \\ \n \N"),
        ('"quoted"; X=1:;,', '"quoted"; X=1:;,'),
        ("=HYPERLINK(1)", "=HYPERLINK(1)"),
        ("^n ^^ ^'", "^n ^^ ^'"),
        ("नेपाली " * 30, ("नेपाली " * 30).strip()),
        ("👩‍🚀" * 40, "👩‍🚀" * 40),
        ("\u202eevil\u202c عربى", "\u202eevil\u202c عربى"),
    ],
)
def test_a_hostile_name_is_only_a_name(name: str, shown: str) -> None:
    (entry,) = read_calendar(written(an_appointment(title=name, text=name), name=name))

    assert entry.summary == shown


@given(st.text(), st.text(), st.text())
def test_whatever_is_written_there_are_as_many_entries_as_dates(
    title: str, text: str, link: str
) -> None:
    hostile = an_appointment("a", title=f"<{title}>", text=f"<{text}>", link=f"<{link}>")

    _, last = read_calendar(written(hostile, an_appointment("b", title="after it"), name=title))

    assert last.summary == "after it"


@given(st.text(st.characters(exclude_categories=["Cc", "Cs", "Zl", "Zp"])))
def test_every_name_that_can_be_seen_survives_unchanged(name: str) -> None:
    (entry,) = read_calendar(written(an_appointment(title=f"<{name}>", text=f"<{name}>\nend")))

    assert entry.summary == f"<{name}>"
    assert entry.values["DESCRIPTION"] == f"<{name}>\nend"


def test_no_line_is_longer_than_75_octets_however_many_octets_a_letter_has() -> None:
    for letter in ("a", "é", "क", "🚀", ",", "\\"):
        for length in range(60, 90):
            text = written(an_appointment(title=letter * length))
            (entry,) = read_calendar(text)
            assert entry.summary == letter * length
            assert max(len(line.encode()) for line in text.split("\r\n")) <= MOST_OCTETS
