"""`mentorgen serve`: the site on this machine, built again when a file changes."""

import socket

import click
from mkdocs.commands.serve import serve as mkdocs_serve

from mentorgen.adapters.cli.build import mkdocs_file, plain_errors, show_log, told_plugin
from mentorgen.adapters.cli.scope import current_scope, scoped
from mentorgen.errors import WrongUsageError

HOST = "127.0.0.1"


@click.command(short_help="Show the site here; it is built again as you edit.")
@click.option("--preview", is_flag=True, help="Show suggestions that wait for review as well.")
@click.option("--port", type=click.IntRange(1, 65535), default=8000, show_default=True)
@scoped
def serve(*, preview: bool, port: int) -> None:
    """Show the site on this machine; it is built again when a record changes."""
    scope = current_scope()
    file = mkdocs_file(scope)
    _refuse_taken(port)
    show_log(verbose=True)
    with told_plugin(scope, preview=preview), plain_errors(file):
        mkdocs_serve(config_file=str(file), dev_addr=f"{HOST}:{port}")


def _refuse_taken(port: int) -> None:
    """Find out before the site is built whether it can be shown; MkDocs asks only afterwards."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except OSError as error:
            reason = (error.strerror or str(error)).lower()
            raise WrongUsageError(
                f"Port {port} cannot be used: {reason}. Choose another with --port."
            ) from None
