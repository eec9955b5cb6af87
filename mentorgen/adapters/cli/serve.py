"""`mentorgen serve`: the site on this machine, built again when a file changes."""

import click
from mkdocs.commands.serve import serve as mkdocs_serve
from mkdocs.exceptions import Abort, ConfigurationError

from mentorgen.adapters.cli.build import mkdocs_file, show_log, tell_plugin
from mentorgen.adapters.cli.scope import current_scope, scoped
from mentorgen.errors import MentorgenError, WrongUsageError


@click.command()
@click.option("--preview", is_flag=True, help="Show suggestions that wait for review as well.")
@click.option("--port", type=click.IntRange(1, 65535), default=8000, show_default=True)
@scoped
def serve(*, preview: bool, port: int) -> None:
    """Show the site on this machine; it is built again when a record changes."""
    scope = current_scope()
    tell_plugin(scope, preview=preview)
    file = mkdocs_file(scope)
    show_log(verbose=True)
    try:
        mkdocs_serve(config_file=str(file), dev_addr=f"127.0.0.1:{port}")
    except ConfigurationError as error:
        raise WrongUsageError(f"{file}: {error}") from None
    except Abort as error:
        raise MentorgenError("The site was not built: see above.") from error
    except OSError as error:
        raise WrongUsageError(f"Port {port} cannot be used: {error.strerror}.") from None
