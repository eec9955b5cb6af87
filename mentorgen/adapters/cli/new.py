"""`mentorgen new`: begin a participant's or a goal's file."""

import re
import sys
from datetime import date

import click

from mentorgen.adapters import clock
from mentorgen.adapters.cli.clocks import known_zone
from mentorgen.adapters.cli.named import pair_named
from mentorgen.adapters.cli.new_file import write_new
from mentorgen.adapters.cli.new_pair import pair
from mentorgen.adapters.cli.scope import Day, current_scope, scoped
from mentorgen.adapters.new_places import goal_place
from mentorgen.analysis.goal_hints import goal_hints
from mentorgen.analysis.relationships import relationship_of
from mentorgen.errors import WrongUsageError
from mentorgen.loading.layout import place_for
from mentorgen.model.ids import ID_PATTERN, Kind
from mentorgen.model.pairs import Goal
from mentorgen.model.words import Role
from mentorgen.output.new_records import (
    NewGoal,
    NewParticipant,
    goal_text,
    participant_text,
)

_DAY = Day()
_ROLE = click.Choice([role.value for role in Role])


def _plain_slug(_: click.Context, argument: click.Parameter, slug: str) -> str:
    if not re.fullmatch(ID_PATTERN, slug):
        words = "write lower-case letters and digits, joined by hyphens, such as ana-rivers."
        raise click.BadParameter(f"{slug!r} is no name for a file; {words}", param=argument)
    return slug


@click.group()
def new() -> None:
    """Begin a new file, filled in as far as it can be."""


new.add_command(pair)


@new.command()
@click.argument("slug", callback=_plain_slug)
@click.option("--name", help="The name that is shown.  [asked for]")
@click.option("--role", type=_ROLE, help="What this person wants to be.  [asked for]")
@click.option("--timezone", callback=known_zone, help="Such as Europe/Lisbon.")
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
    write_new(
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
    if not relationship_of(program, found, today=today).goes_on:
        raise WrongUsageError(f"The pair '{pair}' has ended; it begins no new goal.")
    if due and due < today:
        raise WrongUsageError(f"--due is {due:%Y-%m-%d}, before today, {today}.")
    record = NewGoal(title=title, set_on=today, due=due, milestones=milestones)
    write_new(scope, goal_place(program, found, title), Kind.GOAL, goal_text(record))
    written = Goal.model_validate(
        {
            "schema": 1,
            "pair": found.id,
            "id": "new",
            "title": title,
            "set_on": today,
            "due": due,
            "milestones": tuple({"name": name} for name in milestones),
        }
    )
    for hint in goal_hints(written).values():
        click.echo(f"A hint: {hint}", err=True)
