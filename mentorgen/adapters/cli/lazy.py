"""Groups of commands that read only the module of the command that is asked for."""

from importlib import import_module

import click

from mentorgen.loading.collector import collector_at_rest


class LazyGroup(click.Group):
    """Finds a command in a module of its name: a check should not wait for the matcher."""

    names: tuple[str, ...] = ()
    """The commands in the order of the help."""
    prefix = "mentorgen.adapters.cli."
    """What a command's name follows in the name of its module."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Name the commands without reading them."""
        return [*self.names, *super().list_commands(ctx)]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Read the module of a command."""
        if cmd_name not in self.names:
            return super().get_command(ctx, cmd_name)
        with collector_at_rest():
            module = import_module(f"{self.prefix}{cmd_name}")
        command: click.Command = getattr(module, cmd_name)
        return command
