"""`mentorgen new`: begin a participant's, a goal's or a meeting's file."""

import re
import sys
from datetime import date
from itertools import count

import click

from mentorgen.adapters import clock
from mentorgen.adapters.cli.named import pair_named
from mentorgen.adapters.cli.scope import Day, Scope, current_scope, scoped
from mentorgen.adapters.disk import create
from mentorgen.errors import WrongUsageError
from mentorgen.loading.checks.zones import complaint_of_zone
from mentorgen.loading.draft import errors_in
from mentorgen.loading.layout import place_for
from mentorgen.model.ids import ID_PATTERN, Kind, Slug
from mentorgen.model.pairs import Pair
from mentorgen.model.program import Program
from mentorgen.model.words import MeetingKind, Role
from mentorgen.output.new_records import (
    NewGoal,
    NewMeeting,
    NewParticipant,
    goal_text,
    id_from,
    meeting_text,
    participant_text,
)
from mentorgen.output.reference.schemas import SCHEMAS, editors_line

_DAY = Day()
_ROLE = click.Choice([role.value for role in Role])


def _known_zone(_: click.Context, option: click.Parameter, zone: str | None) -> str | None:
    complaint = None if zone is None else complaint_of_zone(zone)
    if complaint is not None:
        raise click.BadParameter(complaint, param=option)
    return zone


def _plain_slug(_: click.Context, argument: click.Parameter, slug: str) -> str:
    if not re.fullmatch(ID_PATTERN, slug):
        words = "write lower-case letters and digits, joined by hyphens, such as ana-rivers."
        raise click.BadParameter(f"{slug!r} is no name for a file; {words}", param=argument)
    return slug


@click.group()
def new() -> None:
    """Begin a new file, filled in as far as it can be."""


@new.command()
@click.argument("slug", callback=_plain_slug)
@click.option("--name", help="The name that is shown.  [asked for]")
@click.option("--role", type=_ROLE, help="What this person wants to be.  [asked for]")
@click.option("--timezone", callback=_known_zone, help="Such as Europe/Lisbon.")
@click.option("--language", "languages", multiple=True, help="A code such as pt; can be repeated.")
@scoped
def participant(
    slug: str,
    name: str | None,
    role: str | None,
    timezone: str | None,
    languages: tuple[str, ...],
) -> None:
    """Begin the file of somebody who joins; SLUG is its name, such as ana-rivers."""
    scope = current_scope()
    settings = scope.settings()
    record = NewParticipant(
        name=name or _asked("Name to be shown"),
        role=Role(role or _asked("Role", _ROLE)),
        timezone=timezone,
        languages=languages,
        today=scope.day or clock.today(settings.timezone if settings else "UTC"),
        consent_version=settings.consent_version if settings else 1,
    )
    _write(
        scope, place_for(Kind.PARTICIPANT, slug=slug), Kind.PARTICIPANT, participant_text(record)
    )


def _asked(what: str, kind: click.ParamType[str] | None = None) -> str:
    """Ask for something, unless there is nobody who could answer.

    Raises:
        WrongUsageError: nobody answers, and no terminal is there.
    """
    try:
        answer: str = click.prompt(what, type=kind, err=True)
    except click.Abort:
        if sys.stdin.isatty():
            raise
        click.echo(err=True)
        raise WrongUsageError("Nobody is here to ask; give --name and --role.") from None
    return answer


@new.command()
@click.argument("pair")
@click.argument("title")
@click.option("--due", type=_DAY, metavar="YYYY-MM-DD", help="When it should be reached.")
@click.option(
    "--milestone", "milestones", multiple=True, help="A step on the way; can be repeated."
)
@scoped
def goal(pair: str, title: str, due: date | None, milestones: tuple[str, ...]) -> None:
    """Begin a goal of a PAIR, such as 2026-autumn/ana-ben."""
    scope = current_scope()
    program, today = scope.program()
    found = pair_named(program, pair)
    if due and due < today:
        raise WrongUsageError(f"--due is {due:%Y-%m-%d}, before today, {today}.")
    record = NewGoal(title=title, set_on=today, due=due, milestones=milestones)
    _write(scope, _goal_place(program, found, title), Kind.GOAL, goal_text(record))


@new.command()
@click.argument("pair")
@click.option(
    "--date", "day", type=_DAY, metavar="YYYY-MM-DD", help="When it was.  [default: today]"
)
@click.option(
    "--kind",
    type=click.Choice([kind.value for kind in MeetingKind]),
    default=MeetingKind.CALL.value,
    show_default=True,
)
@click.option("--minutes", type=click.IntRange(1, 1440))
@click.option("--present", multiple=True, help="Who was there; can be repeated.  [default: all]")
@scoped
def meeting(
    pair: str,
    day: date | None,
    kind: str,
    minutes: int | None,
    present: tuple[str, ...],
) -> None:
    """Write down that a PAIR was in contact."""
    scope = current_scope()
    program, today = scope.program()
    found = pair_named(program, pair)
    record = NewMeeting(
        kind=MeetingKind(kind),
        minutes=minutes,
        present=_present(found, present),
    )
    on = day or today
    if not found.starts <= on <= today:
        raise WrongUsageError(
            f"--date is {on}; it must lie between the pair's start, {found.starts}, and today, {today}."
        )
    _write(scope, _meeting_place(program, found, on), Kind.MEETING, meeting_text(record))


def _present(pair: Pair, present: tuple[str, ...]) -> tuple[Slug, ...]:
    for slug in present:
        if slug not in pair.everyone:
            raise WrongUsageError(f"'{slug}' is not in this pair ({', '.join(pair.everyone)}).")
    return tuple(Slug(slug) for slug in present) or pair.everyone


def _goal_place(program: Program, pair: Pair, title: str) -> str:
    """Name a goal after its title; where a title leaves no word, number it."""
    cohort, _, name = pair.id.partition("/")
    taken = {goal.id for goal in program.goals[pair.id]}
    numbered = (f"goal-{number}" if number > 1 else "goal" for number in count(1))
    free = next(word for word in numbered if word not in taken)
    return place_for(Kind.GOAL, cohort=cohort, pair=name, id=id_from(title, otherwise=free))


def _meeting_place(program: Program, pair: Pair, on: date) -> str:
    last = max((one.number for one in program.meetings[pair.id] if one.on == on), default=0)
    cohort, _, name = pair.id.partition("/")
    number = f"-{last + 1}" if last else ""
    return place_for(Kind.MEETING, cohort=cohort, pair=name, day=on.isoformat(), number=number)


def _write(scope: Scope, place: str, kind: Kind, text: str) -> None:
    """Write a file in which a check would find no error; editors help with those that are all YAML."""
    of_yaml = place.endswith(".yaml")
    text = f"{editors_line(kind, place)}{text}" if of_yaml else text
    errors = errors_in(place, text, root=scope.root, private=scope.private, today=scope.newest_day)
    lines = [f"{error.path}: {error.message}" for error in errors]
    if lines:
        raise WrongUsageError("\n".join(lines))
    create(scope.root / place, text)
    click.echo(place)
    if of_yaml and not (scope.root / SCHEMAS / f"{kind.value}.json").exists():
        click.echo(f"To let editors help: mentorgen schema --out {SCHEMAS}", err=True)
