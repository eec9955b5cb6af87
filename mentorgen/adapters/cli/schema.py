"""`mentorgen schema`: what editors need to know about each kind of file."""

from pathlib import Path

import click

from mentorgen.adapters.disk import Write, apply
from mentorgen.errors import WrongUsageError
from mentorgen.loading.layout import SHELVES, Shelf
from mentorgen.model.privacy import Level
from mentorgen.output.reference.schemas import READERS, SCHEMAS, schema_text


@click.command(short_help="Write what editors need to help with the files.")
@click.argument(
    "kind",
    required=False,
    metavar="[KIND]",
    type=click.Choice([shelf.kind.value for shelf in SHELVES]),
)
@click.option(
    "--out", type=click.Path(path_type=Path, file_okay=False), help="Write into this folder."
)
@click.option(
    "--readers",
    type=click.Choice([level.value for level in READERS]),
    default=Level.PUBLIC.value,
    show_default=True,
    help="Who can read the files: for a private repository members, for a private folder coordinators.",
)
def schema(kind: str | None, out: Path | None, readers: str) -> None:
    """Write the JSON Schema of one KIND of file, or with --out of all of them.

    Editors complete and check a file by its schema; the handbook says how to tell them.
    """
    texts = {
        shelf.kind.value: _text(shelf, Level(readers))
        for shelf in SHELVES
        if kind in (None, shelf.kind.value)
    }
    if out is not None:
        apply(Write(out / f"{name}.json", text.encode()) for name, text in texts.items())
        told = "1 schema is" if len(texts) == 1 else f"{len(texts)} schemas are"
        click.echo(f"{told} in {out}.", err=True)
    elif kind is not None:
        click.echo(texts[kind], nl=False)
    else:
        raise WrongUsageError("Name a kind of file, or a folder for all: --out " + SCHEMAS)


def _text(shelf: Shelf, readers: Level) -> str:
    return schema_text(shelf.kind, shelf.place, shelf.model, readers=readers)
