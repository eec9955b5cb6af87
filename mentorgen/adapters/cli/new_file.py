"""How a command writes a file that was not there: only what a check would take."""

import click

from mentorgen.adapters.cli.scope import Scope
from mentorgen.adapters.disk import create
from mentorgen.errors import WrongUsageError
from mentorgen.loading.draft import errors_in
from mentorgen.model.ids import Kind
from mentorgen.output.reference.schemas import SCHEMAS, editors_line


def write_new(scope: Scope, place: str, kind: Kind, text: str) -> None:
    """Write a file in which a check would find no error; editors help with those that are all YAML.

    Raises:
        WrongUsageError: a check would find errors, or the file is there already.
    """
    of_yaml = place.endswith(".yaml")
    text = f"{editors_line(kind, place)}{text}" if of_yaml else text
    refuse_errors(scope, place, text)
    create(scope.root / place, text)
    click.echo(place)
    if of_yaml and not (scope.root / SCHEMAS / f"{kind.value}.json").exists():
        click.echo(f"To let editors help: mentorgen schema --out {SCHEMAS}", err=True)


def refuse_errors(scope: Scope, place: str, text: str) -> None:
    """Stop where a check would find errors in a text at a place of the program.

    Raises:
        WrongUsageError: it would; the text has what the check says, a line for each.
    """
    errors = errors_in(place, text, root=scope.root, private=scope.private, today=scope.newest_day)
    lines = [f"{error.path}: {error.message}" for error in errors]
    if lines:
        raise WrongUsageError("\n".join(lines))
