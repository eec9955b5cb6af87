"""`mentorgen github`: what the workflows of a repository call."""

import click

from mentorgen.adapters.cli.lazy import LazyGroup

NAMES: tuple[str, ...] = (
    "forms",
    "intake",
    "applicants",
    "command",
    "remind",
    "digest",
    "propose",
    "homes",
    "report",
    "unpublished",
    "doctor",
)
"""The commands in the order of the help; `remind` lies in `github_remind.py` beside this file."""


class _Commands(LazyGroup):
    names = NAMES
    prefix = f"{LazyGroup.prefix}github_"


@click.group(cls=_Commands)
def github() -> None:
    """Do at GitHub what the files ask for; workflows call these."""
