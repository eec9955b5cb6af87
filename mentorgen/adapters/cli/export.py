"""`mentorgen export`: what a program knows, in the formats of other tools."""

from datetime import date
from pathlib import Path

import click

from mentorgen.adapters.cli.export_site import export_site
from mentorgen.adapters.cli.named import pair_named, person_named
from mentorgen.adapters.cli.scope import Scope, current_scope, scoped
from mentorgen.adapters.disk import Write, apply
from mentorgen.adapters.private_place import refuse_published
from mentorgen.analysis.appointments import (
    Appointment,
    names_of,
    pair_appointments,
    person_appointments,
    program_appointments,
)
from mentorgen.analysis.wording import counted
from mentorgen.errors import WrongUsageError
from mentorgen.model.program import Program
from mentorgen.model.said import Joint, joined
from mentorgen.output.calendars import calendar_text
from mentorgen.output.site.pages.calendars import in_words
from mentorgen.output.site.words import words_in

_ENDING = ".ics"


def _calendar_file(_: click.Context, option: click.Parameter, out: Path | None) -> Path | None:
    """Refuse to write a calendar over a record."""
    if out is not None and out.suffix != _ENDING:
        raise click.BadParameter(f"a calendar ends in {_ENDING}, not '{out.name}'.", param=option)
    return out


@click.group(invoke_without_command=True)
@click.option(
    "--site",
    metavar="FOLDER",
    type=click.Path(path_type=Path, file_okay=False),
    help="Write the site's sources into a new folder, for a successor of MkDocs to build.",
)
@scoped
@click.pass_context
def export(context: click.Context, *, site: Path | None) -> None:
    """Write what the program knows for other tools.

    With --site a folder gets the whole site as Markdown with its templates, its look and a
    zensical.toml: go there and run 'zensical build'. It holds what everybody may see.
    """
    if site is not None and context.invoked_subcommand is None:
        export_site(current_scope(), site)
    elif site is not None:
        raise WrongUsageError(f"Either --site or {context.invoked_subcommand}: one at a time.")
    elif context.invoked_subcommand is None:
        click.echo(context.get_help())


@export.command()
@click.option("--pair", metavar="ID", help="The dates of one pair, such as 2026-autumn/ana-ben.")
@click.option("--person", metavar="SLUG", help="All dates of one person.")
@click.option("--program", "of_program", is_flag=True, help="The events of all rounds.")
@click.option(
    "--out",
    type=click.Path(path_type=Path, dir_okay=False),
    callback=_calendar_file,
    help="Write into this file.  [default: standard output]",
)
@scoped
def ics(*, pair: str | None, person: str | None, of_program: bool, out: Path | None) -> None:
    """Write a calendar that calendars of all makers read (RFC 5545).

    Reading a newer one again changes entries and takes back what is over; it never doubles any.
    What a pair keeps to itself is in it only with --private, and never in the program's own folder.
    """
    if (pair is not None) + (person is not None) + of_program != 1:
        raise WrongUsageError("Say whose calendar: one of --pair ID, --person SLUG, --program.")
    scope = current_scope()
    _refuse_public_copy(scope, out)
    program, today = scope.program()
    name, appointments = _asked_for(program, pair, person, today)
    words = words_in(program.settings.language)
    dates = in_words(appointments, words)
    content = calendar_text(program.settings, words.of(name), dates).encode()
    if out is None:
        click.echo(content, nl=False)
        return
    apply((Write(out, content),))
    number = len(appointments)
    click.echo(f"{counted(number, 'date')} {'is' if number == 1 else 'are'} in {out}.", err=True)


def _refuse_public_copy(scope: Scope, out: Path | None) -> None:
    if scope.private is not None and out is not None:
        refuse_published(scope.root, scope.private, out)


def _asked_for(
    program: Program, pair: str | None, person: str | None, today: date
) -> tuple[str, tuple[Appointment, ...]]:
    """Give a calendar's name and what stands in it."""
    if pair is not None:
        two = pair_named(program, pair)
        name = joined((names_of(program, two), program.settings.name), Joint.COMMA)
        return name, pair_appointments(program, two, today=today)
    if person is not None:
        one = person_named(program, person)
        name = joined((one.name, program.settings.name), Joint.COMMA)
        return name, person_appointments(program, one.slug, today=today)
    return program.settings.name, program_appointments(program)
