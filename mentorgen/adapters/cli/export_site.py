"""`mentorgen export --site`: the sources of the site, for whoever builds it without MkDocs."""

from pathlib import Path

import click
from mkdocs.config import load_config
from mkdocs.exceptions import PluginError

from mentorgen.adapters.cli.build import mkdocs_file, plain_errors, show_log, told_plugin
from mentorgen.adapters.cli.scope import Scope
from mentorgen.adapters.disk import Write, apply
from mentorgen.adapters.mkdocs_plugin.sources import sources
from mentorgen.errors import MentorgenError, WrongUsageError


def export_site(scope: Scope, folder: Path) -> None:
    """Write the sources into a folder that is empty or new.

    Raises:
        WrongUsageError: the folder holds something.
        MentorgenError: the program has problems, which its text names.
    """
    if folder.is_dir() and any(folder.iterdir()):
        raise WrongUsageError(f"{folder} is not empty: name a new folder, so that nothing is lost.")
    file = mkdocs_file(scope)
    show_log()
    with told_plugin(scope, preview=False), plain_errors(file):
        config = load_config(config_file=str(file))
        try:
            written = [Write(folder / place, content) for place, content in sources(config)]
        except PluginError as error:
            raise MentorgenError(str(error)) from None
    apply(written)
    click.echo(str(folder))
    click.echo(f"{len(written)} files are in {folder}. Go there and run: zensical build", err=True)
