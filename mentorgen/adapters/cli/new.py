"""`mentorgen new`: begin a participant's, a goal's or a meeting's file."""

from datetime import date, datetime
from pathlib import Path

import click

from mentorgen.adapters import clock
from mentorgen.adapters.cli.scope import current_scope, scoped
from mentorgen.adapters.disk import create
from mentorgen.errors import WrongUsageError
from mentorgen.loading.draft import problems_in
from mentorgen.loading.layout import place_for
from mentorgen.loading.spelling import did_you_mean
from mentorgen.model.ids import Kind, PairId, Slug
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

_DAY = click.DateTime(["%Y-%m-%d"])


@click.group()
def new() -> None:
    """Begin a new file, filled in as far as it can be."""


@new.command()
@click.argument("slug")
@click.option("--name", prompt="Name to be shown", help="The name that is shown.")
@click.option(
    "--role",
    type=click.Choice([role.value for role in Role]),
    prompt=True,
    help="What this person wants to be.",
)
@click.option("--timezone", help="Such as Europe/Lisbon.")
@click.option("--language", "languages", multiple=True, help="A code such as pt; can be repeated.")
@scoped
def participant(
    slug: str, name: str, role: str, timezone: str | None, languages: tuple[str, ...]
) -> None:
    """Begin the file of somebody who joins; SLUG is its name, such as ana-rivers."""
    scope = current_scope()
    record = NewParticipant(
        name=name,
        role=Role(role),
        timezone=timezone,
        languages=languages,
        today=scope.day or clock.today(),
        consent_version=1,
    )
    _write(scope.root, place_for(Kind.PARTICIPANT, slug=slug), participant_text(record))


@new.command()
@click.argument("pair")
@click.argument("title")
@click.option("--due", type=_DAY, metavar="YYYY-MM-DD", help="When it should be reached.")
@click.option(
    "--milestone", "milestones", multiple=True, help="A step on the way; can be repeated."
)
@scoped
def goal(pair: str, title: str, due: datetime | None, milestones: tuple[str, ...]) -> None:
    """Begin a goal of a PAIR, such as 2026-autumn/ana-ben."""
    scope = current_scope()
    program, today = scope.program()
    cohort, _, name = _pair(program, pair).id.partition("/")
    record = NewGoal(
        title=title, set_on=today, due=due.date() if due else None, milestones=milestones
    )
    words = {"cohort": cohort, "pair": name, "id": id_from(title, otherwise="goal")}
    _write(scope.root, place_for(Kind.GOAL, **words), goal_text(record))


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
    day: datetime | None,
    kind: str,
    minutes: int | None,
    present: tuple[str, ...],
) -> None:
    """Write down that a PAIR was in contact."""
    scope = current_scope()
    program, today = scope.program()
    found = _pair(program, pair)
    record = NewMeeting(
        kind=MeetingKind(kind),
        minutes=minutes,
        present=_present(found, present),
    )
    on = day.date() if day else today
    _write(scope.root, _meeting_place(program, found, on), meeting_text(record))


def _pair(program: Program, name: str) -> Pair:
    found = program.pairs.get(PairId(name))
    if found is None:
        near = did_you_mean(name, program.pairs)
        raise WrongUsageError(f"There is no pair '{name}'.{near}")
    return found


def _present(pair: Pair, present: tuple[str, ...]) -> tuple[Slug, ...]:
    for slug in present:
        if slug not in pair.everyone:
            raise WrongUsageError(f"'{slug}' is not in this pair ({', '.join(pair.everyone)}).")
    return tuple(Slug(slug) for slug in present) or pair.everyone


def _meeting_place(program: Program, pair: Pair, on: date) -> str:
    held = sum(meeting.on == on for meeting in program.meetings[pair.id])
    cohort, _, name = pair.id.partition("/")
    number = f"-{held + 1}" if held else ""
    return place_for(Kind.MEETING, cohort=cohort, pair=name, day=on.isoformat(), number=number)


def _write(root: Path, place: str, text: str) -> None:
    if not (root / "program").is_dir():
        raise WrongUsageError(f"{root} holds no program: it has no folder 'program'.")
    problems = problems_in(place, text)
    if problems:
        raise WrongUsageError("\n".join(problem.message for problem in problems))
    create(root / place, text)
    click.echo(place)
