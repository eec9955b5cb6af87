"""`mentorgen meet`: write down that a pair was in contact."""

from datetime import date
from typing import TypedDict, Unpack

import click

from mentorgen.adapters.cli.named import pair_named
from mentorgen.adapters.cli.new_file import write_new
from mentorgen.adapters.cli.scope import Day, Scope, current_scope, scoped
from mentorgen.adapters.new_places import meeting_place
from mentorgen.analysis.actions import open_actions
from mentorgen.analysis.life import life_of
from mentorgen.analysis.wording import counted
from mentorgen.model.ids import Kind, Slug
from mentorgen.model.meetings import Meeting
from mentorgen.model.pairs import Pair
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
    link: str | None


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
@click.option("--link", metavar="URL", help="Where to see what they worked on.")
@scoped
def meet(pair: str, **typed: Unpack[Typed]) -> None:
    """Write the record of a meeting of a PAIR, such as 2026-autumn/ana-ben.

    What somebody promised before and nobody ticked since stands below the notes, to be ticked or kept.
    """
    scope = current_scope()
    program, today = scope.without_private().program()
    found = pair_named(program, pair)
    on = typed["day"] or today
    life = life_of(program, found, today=on)
    record = NewMeeting(
        kind=MeetingKind(typed["kind"]),
        minutes=typed["minutes"],
        present=tuple(map(Slug, typed["present"])) or life.members.everyone,
        topics=typed["topics"],
        link=typed["link"],
        next_on=typed["next_on"],
        actions=open_actions(life.meetings),
    )
    meetings = _all_meetings(scope, program.meetings[found.id], found)
    write_new(scope, meeting_place(meetings, found, on), Kind.MEETING, meeting_text(record))
    if record.actions:
        promises = counted(len(record.actions), "open promise")
        click.echo(f"{promises} carried over; tick what is done, with an x.", err=True)


def _all_meetings(scope: Scope, public: tuple[Meeting, ...], pair: Pair) -> tuple[Meeting, ...]:
    """Add the meetings of the private folder: a day there has its number taken, and no more is told of it."""
    return public if scope.private is None else scope.program()[0].meetings[pair.id]
