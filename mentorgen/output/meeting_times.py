"""Weekly times that suit a whole relationship, as a table with a column for everybody's clock."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from mentorgen.analysis.meeting_times import LocalTime, MeetingTimes
from mentorgen.analysis.wording import counted, day_text, listed
from mentorgen.model.fields import clock_text
from mentorgen.model.program import Program
from mentorgen.model.said import DayShape, Joint, Said, dated, joined, said
from mentorgen.model.words import Weekday
from mentorgen.output.report import Block, Paragraph, Table

NO_TIME = (
    "No time of the week suits them by the hours they named; an exchange of letters counts too."
)


def meeting_times_blocks(program: Program, found: MeetingTimes, *, today: date) -> Iterator[Block]:
    """Show the times that were found, and whose hours they leave out; or that there are none to find."""
    if not found.times:
        if not found.unknown:
            yield Paragraph(NO_TIME)
        return
    people = tuple(found.times[0].clocks)
    names = {slug: program.participants[slug].name for slug in people}
    suits_all = not found.times[0].without
    yield Table(
        (
            "Free for all" if suits_all else "Free for most",
            *names.values(),
            *(() if suits_all else ("Cannot come",)),
        ),
        tuple(
            (
                counted(time.minutes, "minute"),
                *(on_clock(time.clocks[slug], today) for slug in people),
                *(() if suits_all else (listed(names[slug] for slug in time.without),)),
            )
            for time in found.times
        ),
    )
    if found.unknown:
        unknown = listed(program.participants[slug].name for slug in found.unknown)
        yield Paragraph(f"Not known: the hours of {unknown}.")


def on_clock(clock: Sequence[LocalTime], today: date) -> Said:
    """Write `Wed 15:00, from 30 March 14:00`: the day again only where it is another one."""
    first, *moves = clock
    words = [_on(first)]
    before = first
    for one in moves:
        time = _on(one) if one.day is not before.day else clock_text(one.at)
        since = day_text(one.since, today=today)
        words.append(said("from %(day)s %(time)s", day=since, time=time))
        before = one
    return joined(words, Joint.COMMA)


def _on(time: LocalTime) -> Said:
    day = time.since + timedelta(days=tuple(Weekday).index(time.day))
    weekday = dated(day, DayShape.SHORT_WEEKDAY)
    return said("%(weekday)s %(time)s", weekday=weekday, time=clock_text(time.at))
