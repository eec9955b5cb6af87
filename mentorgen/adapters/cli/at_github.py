"""What every command is told that acts at GitHub: where, and as whom."""

import os
from collections.abc import Callable
from pathlib import Path
from typing import ParamSpec, TypeVar

import click

from mentorgen.adapters.github.settings import Settings

P = ParamSpec("P")
R = TypeVar("R")


def at_github(command: Callable[P, R]) -> Callable[P, R]:
    """Give a command the options that say where it acts; it asks for the forge with `current_forge`."""
    for option in reversed(_OPTIONS):
        command = option(command)
    return command


def current_forge() -> Settings:
    """Connect to the repository that the running command is about.

    Raises:
        WrongUsageError: there is no token, or no such repository can be.
    """
    from mentorgen.adapters.github.connecting import connect  # noqa: PLC0415 # slow, and not for --help

    meta = click.get_current_context().meta
    return connect(
        os.environ, repository=meta[f"{__name__}.repository"], bot=meta[f"{__name__}.bot"]
    )


def event_path(command: Callable[P, R]) -> Callable[P, R]:
    """Give a command the option that names the file of the event, as `event`."""
    return _EVENT(command)


def _remember(context: click.Context, option: click.Parameter, value: object) -> None:
    context.meta[f"{__name__}.{option.name}"] = value


_OPTIONS = (
    click.option(
        "--repository",
        envvar="GITHUB_REPOSITORY",
        metavar="OWNER/NAME",
        help="The repository at GitHub.  [default: GITHUB_REPOSITORY]",
        expose_value=False,
        callback=_remember,
    ),
    click.option(
        "--bot",
        envvar="MENTORGEN_BOT",
        metavar="LOGIN",
        help="Who the token writes as, where it is an app's, such as our-app[bot].",
        expose_value=False,
        callback=_remember,
    ),
)
_EVENT = click.option(
    "--event",
    envvar="GITHUB_EVENT_PATH",
    type=click.Path(path_type=Path, dir_okay=False),
    required=True,
    help="The file of what happened.  [default: GITHUB_EVENT_PATH]",
)
