"""`mentorgen build`: the whole site, checked and written."""

import logging
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click
from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config import load_config
from mkdocs.exceptions import Abort, ConfigurationError

from mentorgen.adapters import console, terminal
from mentorgen.adapters.cli.build_organiser import add_organisers, private_site_dir
from mentorgen.adapters.cli.scope import Scope, current_scope, scoped
from mentorgen.adapters.environment import PREVIEW, PRIVATE, TODAY
from mentorgen.errors import MentorgenError, WrongUsageError
from mentorgen.output.organiser.site import BANNER


@click.command()
@click.option("--preview", is_flag=True, help="Show suggestions that wait for review as well.")
@click.option(
    "--site-dir",
    type=click.Path(path_type=Path),
    help="Where the site is written.  [default: site, beside mkdocs.yml; with --organiser: site-organiser]",
)
@click.option(
    "--organiser",
    is_flag=True,
    help="Add your own pages, which name people. For this machine: never publish them.",
)
@scoped
def build(*, preview: bool, site_dir: Path | None, organiser: bool) -> None:
    """Build the site with MkDocs; any warning is an error.

    The site holds what everybody may see. The private folder only decides, in a preview, whom the
    matcher suggests to whom. With --organiser it gets pages that are yours alone, in a folder of its
    own: what needs you today, how each pair is, who waits and why, the matching and its weak points,
    a page of each person, and the reports with what people answered.
    """
    scope = current_scope()
    file = mkdocs_file(scope)
    show_log()
    if organiser:
        site_dir = private_site_dir(file, site_dir)
    with told_plugin(scope, preview=preview), plain_errors(file):
        config = load_config(
            config_file=str(file),
            strict=True,
            **({"site_dir": str(site_dir.absolute())} if site_dir else {}),
        )
        if organiser:
            add_organisers(config, scope)
        config.plugins.on_startup(command="build", dirty=False)
        try:
            with console.busy("Building the site"):
                mkdocs_build(config)
        finally:
            config.plugins.on_shutdown()
    start = "organiser/index.html" if organiser else "index.html"
    click.echo(str(Path(config.site_dir, start)))
    if organiser:
        click.echo(BANNER, err=True)


def mkdocs_file(scope: Scope) -> Path:
    """Find the site's configuration.

    Raises:
        WrongUsageError: there is none at the root.
    """
    file = scope.root / "mkdocs.yml"
    if not file.is_file():
        raise WrongUsageError(f"{file} is missing: a site needs one with the plugin 'mentorgen'.")
    return file


@contextmanager
def told_plugin(scope: Scope, *, preview: bool) -> Iterator[None]:
    """Hand the day, the preview and the private folder to the plugin, which MkDocs makes anew for every build."""
    told = {
        TODAY: scope.day.isoformat() if scope.day else "",
        PREVIEW: "1" if preview else "",
        PRIVATE: str(scope.private.absolute()) if scope.private else "",
    }
    before = {name: os.environ.pop(name, None) for name in told}
    os.environ |= told
    try:
        yield
    finally:
        for name, value in before.items():
            os.environ.pop(name)
            os.environ |= {} if value is None else {name: value}


@contextmanager
def plain_errors(file: Path) -> Iterator[None]:
    """Turn what MkDocs raises into our own errors; its log has said the rest."""
    try:
        yield
    except ConfigurationError as error:
        raise WrongUsageError(f"{file}: {error}") from None
    except Abort as error:
        raise MentorgenError("The site was not built: see above.") from error


class _Talk(logging.Handler):
    """Prints on standard error, one record a line."""

    def emit(self, record: logging.LogRecord) -> None:
        click.echo(terminal.visible(self.format(record)), err=True)


def show_log(*, verbose: bool = False) -> None:
    """Print what MkDocs has to say: warnings, or everything it does."""
    log = logging.getLogger("mkdocs")
    if not any(isinstance(handler, _Talk) for handler in log.handlers):
        handler = _Talk()
        handler.setFormatter(logging.Formatter("%(levelname)s: %(message)s"))
        log.addHandler(handler)
    log.setLevel(logging.INFO if verbose else logging.WARNING)
