"""What can be asked of `mentorgen match`, and what of it goes together."""

from collections.abc import Callable
from functools import reduce
from pathlib import Path
from typing import ParamSpec, TypedDict, TypeVar

import click

from mentorgen.errors import WrongUsageError

P = ParamSpec("P")
R = TypeVar("R")

Couple = tuple[str, str]
_FILE = click.Path(path_type=Path, dir_okay=False)


class Typed(TypedDict):
    """The options as click hands them over."""

    scenario: str | None
    compare: Couple | None
    why_not: Couple | None
    force: tuple[Couple, ...]
    forbid: tuple[Couple, ...]
    add_mentor: tuple[str, ...]
    rematch: bool
    scores: Path | None
    proof: Path | None
    write: bool
    confirm: bool
    many_changes: bool
    verify: Path | None
    public_only: bool


NOTHING_ASKED = Typed(
    scenario=None,
    compare=None,
    why_not=None,
    force=(),
    forbid=(),
    add_mentor=(),
    rematch=False,
    scores=None,
    proof=None,
    write=False,
    confirm=False,
    many_changes=False,
    verify=None,
    public_only=False,
)
"""The usual run, without any option."""


def is_what_if(typed: Typed) -> bool:
    """Tell whether the question is what would be if something were different."""
    return bool(typed["why_not"] or typed["force"] or typed["forbid"] or typed["add_mentor"])


def checked(typed: Typed) -> Typed:
    """Check that what was typed makes sense together.

    Raises:
        WrongUsageError: two answers were asked for at once, or a consent to nothing was given.
    """
    answers = {
        "--verify": typed["verify"],
        "--compare": typed["compare"],
        "--scores": typed["scores"],
        "--proof": typed["proof"],
        "--write": typed["write"],
        "--why-not": typed["why_not"],
        "--force, --forbid or --add-mentor": typed["force"]
        or typed["forbid"]
        or typed["add_mentor"],
    }
    given = [name for name, value in answers.items() if value]
    if len(given) > 1:
        raise WrongUsageError(f"{given[0]} and {given[1]} are two questions; ask one at a time.")
    if typed["confirm"] and not typed["write"]:
        raise WrongUsageError("--confirm goes with --write: nothing else is changed.")
    if typed["many_changes"] and not (typed["rematch"] and typed["confirm"]):
        raise WrongUsageError("--many-changes goes with --rematch, --write and --confirm.")
    if typed["write"] and typed["scenario"]:
        raise WrongUsageError(
            "A scenario is for looking; to write its pairs, put its policy into the round's file."
        )
    if typed["compare"] and typed["scenario"]:
        raise WrongUsageError("--compare names both scenarios itself; leave --scenario out.")
    return typed


def matching_options(command: Callable[P, R]) -> Callable[P, R]:
    """Give a command everything that can be asked of a matching."""
    return reduce(lambda made, option: option(made), reversed(_OPTIONS), command)


_OPTIONS = (
    click.option(
        "--scenario", metavar="NAME", help="Match as a file of program/scenarios says, to look."
    ),
    click.option(
        "--compare",
        nargs=2,
        metavar="A B",
        help="Hold two scenarios against each other; 'usual' is what the round says.",
    ),
    click.option(
        "--why-not",
        nargs=2,
        metavar="MENTOR MENTEE",
        help="Say what it would cost to put these two together.",
    ),
    click.option(
        "--force",
        nargs=2,
        multiple=True,
        metavar="MENTOR MENTEE",
        help="What if these two were together? Can be repeated.",
    ),
    click.option(
        "--forbid",
        nargs=2,
        multiple=True,
        metavar="MENTOR MENTEE",
        help="What if these two were not? Can be repeated.",
    ),
    click.option(
        "--add-mentor",
        multiple=True,
        metavar="SKILL",
        help="What if one more mentor for this skill came? Can be repeated.",
    ),
    click.option(
        "--rematch",
        is_flag=True,
        help="Let suggestions move that are not confirmed yet, as few as possible.",
    ),
    click.option(
        "--scores",
        type=_FILE,
        metavar="FILE",
        help="Write every possible pair with its points by criterion as CSV.",
    ),
    click.option(
        "--proof",
        type=_FILE,
        metavar="FILE",
        help="Write what proves the suggested pairs the best, those of a scenario too.",
    ),
    click.option("--write", is_flag=True, help="Show the files of the suggested pairs."),
    click.option("--confirm", is_flag=True, help="With --write: write them."),
    click.option(
        "--many-changes",
        is_flag=True,
        help="With --rematch, --write and --confirm: let more than a quarter of the suggestions go.",
    ),
    click.option(
        "--verify",
        type=_FILE,
        metavar="FILE",
        help="Check that a written proposal is as good as it claims to be.",
    ),
    click.option(
        "--public-only",
        is_flag=True,
        help="Match without the private folder, on what everybody may see.",
    ),
)
