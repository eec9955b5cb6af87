"""The `mentorgen` command and the one place where errors end."""

import gc
import os
import sys
from collections.abc import Sequence
from types import ModuleType

import click
import pydantic

from mentorgen import __version__
from mentorgen.adapters import terminal
from mentorgen.adapters.cli.lazy import LazyGroup
from mentorgen.adapters.workflow import safe_log
from mentorgen.errors import MentorgenError

OUR_BUG = 3
INTERRUPTED = 130
NAMES = (
    *("check", "match", "status", "remind", "agreement", "plan", "alumni", "build", "serve"),
    *("agenda", "meet", "goal", "log"),
    *("new", "export", "erase", "schema"),
    "github",
)
"""The commands in the order of the help; each has a module of its name beside this one."""


class _Commands(LazyGroup):
    names = NAMES


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, package_name="mentorgen", message="mentorgen %(version)s")
def commands() -> None:
    """Run a mentoring program from files in a git repository."""


def main(arguments: Sequence[str] | None = None) -> None:
    """Run a command and exit: 0 fine, 1 problems, 2 wrong usage, 3 our bug, 4 later, 130 stopped."""
    _spare_search_for_plugins()
    code = run(arguments)
    gc.freeze()  # nobody needs to look for garbage in what goes with the process
    sys.exit(code)


def _spare_search_for_plugins() -> None:
    """Keep pydantic from reading what all installed packages say of themselves, in search of plugins.

    Nobody's program should run inside a check, and the search takes a twentieth of its time. The
    module that does it is pydantic's own affair, so this holds for the version that was looked at;
    others are asked as their documentation says.
    """
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    if pydantic.VERSION.startswith("2.14."):
        loader = ModuleType("pydantic.plugin._loader")
        vars(loader)["get_plugins"] = tuple
        sys.modules.setdefault(loader.__name__, loader)


def run(arguments: Sequence[str] | None = None) -> int:
    """Run a command and give its exit code; every error becomes one sentence on standard error."""
    with safe_log(os.environ):
        return _run(arguments)


def _run(arguments: Sequence[str] | None) -> int:
    try:
        code = commands.main(args=arguments, prog_name="mentorgen", standalone_mode=False)
    except click.ClickException as error:
        _say_wrong_usage(error)
        return error.exit_code
    except (click.Abort, KeyboardInterrupt):
        click.echo("Stopped.", err=True)
        return INTERRUPTED
    except MentorgenError as error:
        _say(str(error))
        return error.exit_code
    except Exception as error:  # noqa: BLE001 # the one boundary: whatever gets here is our bug
        return _our_bug(error)
    return code if isinstance(code, int) else 0


def _our_bug(error: Exception) -> int:
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    where = f" at {trace.tb_frame.f_code.co_qualname}:{trace.tb_lineno}" if trace else ""
    _say(
        f"this is a bug in mentorgen, not in your files: {type(error).__name__}: {error}{where}."
        " Please report it with the command you typed."
    )
    return OUR_BUG


def _say_wrong_usage(error: click.ClickException) -> None:
    """Print what click has to say, with all that was typed on one line."""
    if isinstance(error, click.UsageError) and error.ctx:
        click.echo(error.ctx.get_usage(), err=True)
        click.echo(f"Try '{error.ctx.command_path} --help' for help.\n", err=True)
    message = terminal.visible(error.format_message()).replace("\n", "\\n")
    click.echo(f"Error: {message}", err=True)


def _say(text: str) -> None:
    """Print what went wrong; each line begins with our name, so that no log takes one for a command."""
    for line in terminal.visible(text).split("\n"):
        click.echo(f"mentorgen: {line}", err=True)
