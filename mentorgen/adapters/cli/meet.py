"""`mentorgen meet`: write down that a pair was in contact."""

from dataclasses import dataclass, replace
from datetime import date
from typing import TypedDict, Unpack

import click

from mentorgen.adapters.cli.clocks import Clock, known_zone
from mentorgen.adapters.cli.log_files import Told, write_down
from mentorgen.adapters.cli.named import pair_named
from mentorgen.adapters.cli.new_file import refuse_errors
from mentorgen.adapters.cli.scope import Day, Scope, current_scope, scoped
from mentorgen.adapters.disk import create
from mentorgen.adapters.new_places import is_noted, meeting_place
from mentorgen.analysis.actions import open_actions
from mentorgen.analysis.life import life_of
from mentorgen.analysis.meeting_times import meeting_times
from mentorgen.analysis.planned import is_on_clock, occurrence_of, on_clock
from mentorgen.analysis.wording import counted
from mentorgen.errors import WrongUsageError
from mentorgen.model.facts import FactKind
from mentorgen.model.fields import clock_text
from mentorgen.model.ids import Slug
from mentorgen.model.meetings import Meeting, NextMeeting
from mentorgen.model.pairs import Pair
from mentorgen.model.privacy import Level
from mentorgen.model.words import MeetingKind
from mentorgen.output.new_records import NewMeeting, meeting_text

_DAY = Day()


class Typed(TypedDict):
    """The options as click hands them over."""

    day: date | None
    minutes: int | None
    kind: str
    present: tuple[str, ...]
    topics: tuple[str, ...]
    next_on: date | None
    next_at: int | None
    zone: str | None
    link: str | None
    keep_private: bool
    once: bool
    take: int | None
    by: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Contact:
    """A contact that has been; without a day it was today, without names all were there.

    `next_on` and `next_at` are by the clock of `zone`, or else of the program; without a time there is no
    clock to it. What the pair keeps to itself goes to the private folder.
    """

    on: date | None = None
    minutes: int | None = None
    kind: MeetingKind = MeetingKind.CALL
    present: tuple[Slug, ...] = ()
    topics: tuple[str, ...] = ()
    next_on: date | None = None
    next_at: int | None = None
    zone: str | None = None
    link: str | None = None
    keeps_private: bool = False


@click.command(short_help="Write down that a pair was in contact.")
@click.argument("pair")
@click.option(
    "--date", "day", type=_DAY, metavar="YYYY-MM-DD", help="When it was.  [default: today]"
)
@click.option("--minutes", type=click.IntRange(1, 1440), help="How long it took.")
@click.option(
    "--kind",
    type=click.Choice([kind.value for kind in MeetingKind]),
    default=MeetingKind.CALL.value,
    show_default=True,
)
@click.option(
    "--present",
    multiple=True,
    metavar="SLUG",
    help="Who was there; can be repeated.  [default: all]",
)
@click.option("--topic", "topics", multiple=True, help="What it was about; can be repeated.")
@click.option("--next", "next_on", type=_DAY, metavar="YYYY-MM-DD", help="When they meet again.")
@click.option(
    "--at", "next_at", type=Clock(), metavar="HH:MM", help="At what time they meet again."
)
@click.option(
    "--zone",
    callback=known_zone,
    help="By whose clock, such as Europe/Lisbon.  [default: the program's]",
)
@click.option("--link", metavar="URL", help="Where to see what they worked on.")
@click.option(
    "--keep-private", is_flag=True, help="For the pair alone: write it into the private folder."
)
@click.option("--once", is_flag=True, help="Leave it where that day's meeting is noted already.")
@click.option(
    "--take",
    type=click.IntRange(1),
    metavar="NUMBER",
    help="Instead, plan the next meeting at this one of the times that `status` proposes.",
)
@click.option("--by", metavar="SLUG", help="Who takes that time.")
@scoped
def meet(pair: str, **typed: Unpack[Typed]) -> None:
    """Write the record of a meeting of a PAIR, such as 2026-autumn/ana-ben.

    What somebody promised before and nobody ticked since stands below the notes, to be ticked or kept.
    """
    scope = current_scope()
    number = typed["take"]
    if number is not None:
        for file in take_time(scope, pair, number, by=typed["by"]):
            click.echo(file)
        return
    contact = Contact(
        on=typed["day"],
        minutes=typed["minutes"],
        kind=MeetingKind(typed["kind"]),
        present=tuple(map(Slug, typed["present"])),
        topics=typed["topics"],
        next_on=typed["next_on"],
        next_at=typed["next_at"],
        zone=typed["zone"],
        link=typed["link"],
        keeps_private=typed["keep_private"],
    )
    noted = note(scope, pair, contact, once=typed["once"])
    for file in noted:
        click.echo(file)
    if not noted:
        click.echo("That meeting is written down already; nothing was changed.", err=True)


def note(scope: Scope, name: str, contact: Contact, *, once: bool) -> tuple[str, ...]:
    """Write a meeting down and name its file; with `once` not where one is noted that may be the same."""
    program, today = _readable(scope, contact).program()
    found = pair_named(program, name)
    on = contact.on or today
    life = life_of(program, found, today=on)
    meetings = _all_meetings(scope, program.meetings[found.id], found)
    if once and is_noted(meetings, on, contact.minutes):
        return ()
    following = _following(contact, program.settings.timezone)
    record = NewMeeting(
        kind=contact.kind,
        minutes=contact.minutes,
        present=contact.present or life.members.everyone,
        topics=contact.topics,
        link=contact.link,
        next_on=following.on if following else None,
        next_at=following.at if following else None,
        actions=open_actions(life.meetings),
    )
    file = _write(scope, meeting_place(meetings, found, on), record, contact)
    if record.actions:
        promises = counted(len(record.actions), "open promise")
        click.echo(f"{promises} carried over; tick what is done, with an x.", err=True)
    return (file,)


def _readable(scope: Scope, contact: Contact) -> Scope:
    """Choose what may get into the record: what is private only where it stays so."""
    if contact.keeps_private and scope.private is None:
        raise WrongUsageError("To keep a meeting private, give your private folder with --private.")
    return scope if contact.keeps_private else scope.without_private()


def _following(contact: Contact, zone: str) -> NextMeeting | None:
    """Tell in UTC when they meet again."""
    zone = contact.zone or zone
    if contact.next_on is None:
        if contact.next_at is not None:
            raise WrongUsageError("A time needs a day: say with '--next' when they meet again.")
        return None
    if contact.next_at is None:
        return NextMeeting(on=contact.next_on)
    if not is_on_clock(zone, contact.next_on, contact.next_at):
        at = clock_text(contact.next_at)
        raise WrongUsageError(f"On {contact.next_on} the clock of {zone} leaves {at} out.")
    return on_clock(zone, contact.next_on, contact.next_at)


def _write(scope: Scope, place: str, record: NewMeeting, contact: Contact) -> str:
    """Write a record where a check finds no error, and name its file."""
    text = meeting_text(record)
    refuse_errors(scope, place, text)
    if not contact.keeps_private or scope.private is None:
        create(scope.root / place, text)
        return place
    file = scope.private / place.removeprefix("program/")
    create(file, meeting_text(replace(record, visibility=Level.PAIR)))
    return str(file)


def _all_meetings(scope: Scope, public: tuple[Meeting, ...], pair: Pair) -> tuple[Meeting, ...]:
    """Add the meetings of the private folder: a day there has its number taken, and no more is told of it."""
    return public if scope.private is None else scope.program()[0].meetings[pair.id]


def take_time(
    scope: Scope, name: str, number: int, *, by: str | None, on: date | None = None
) -> tuple[str, ...]:
    """Plan the next meeting at one of the proposed times, and name the files that changed.

    It is the next one behind the day `on` which somebody took it, today if nothing is said.

    Raises:
        WrongUsageError: so many times are not proposed.
    """
    program, today = scope.program()
    pair = pair_named(program, name)
    times = meeting_times(program, pair, today=today).times
    if number > len(times):
        said = f"{counted(len(times), 'time')} {'is' if len(times) == 1 else 'are'} proposed"
        raise WrongUsageError(
            f"There is no time number {number}; {said if times else 'none is proposed'}."
        )
    planned = occurrence_of(program, times[number - 1], after=on or today)
    return plan_meeting(scope, pair.id, planned, by=by, on=on)


def plan_meeting(
    scope: Scope, name: str, planned: NextMeeting, *, by: str | None, on: date | None = None
) -> tuple[str, ...]:
    """Plan the next meeting of a pair for a day, and for a time in UTC where there is one."""
    more = {"day": planned.on.isoformat()}
    if planned.at is not None:
        more["at"] = clock_text(planned.at)
    return write_down(scope, name, Told(kind=FactKind.PLANNED, on=on, by=by, more=more))
