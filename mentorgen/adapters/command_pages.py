"""What the command line knows of its own commands, for the reference."""

from collections.abc import Iterator
from inspect import cleandoc

import click

from mentorgen.output.reference.commands import CommandPage


def command_pages(
    command: click.Command, name: str, above: click.Context | None = None
) -> Iterator[CommandPage]:
    """Describe a command, or all commands of a group, in the order of the help."""
    context = click.Context(command, info_name=name, parent=above, **command.context_settings)
    if not isinstance(command, click.Group):
        yield _page(command, context)
        return
    if command.invoke_without_command:
        yield _page(command, context)
    names = command.list_commands(context)
    for inner in filter(None, (command.get_command(context, one) for one in names)):
        yield from command_pages(inner, str(inner.name), context)


def _page(command: click.Command, context: click.Context) -> CommandPage:
    options = [one for one in command.get_params(context) if isinstance(one, click.Option)]
    records = (option.get_help_record(context) for option in options)
    return CommandPage(
        name=context.command_path.partition(" ")[2],
        usage=" ".join([context.command_path, *command.collect_usage_pieces(context)]),
        help=cleandoc(command.help or ""),
        options=[record for record in records if record],
    )
