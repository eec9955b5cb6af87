"""What every command is told: where the program lies, which day it is, how to answer."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from enum import StrEnum
from functools import partial
from pathlib import Path
from typing import NamedTuple, ParamSpec, TypeVar

import click

from mentorgen.adapters import clock, terminal
from mentorgen.adapters.environment import PRIVATE
from mentorgen.adapters.private_place import refuse_tracked
from mentorgen.errors import WrongUsageError
from mentorgen.loading.files import NO_GIT, Modes, find_private_records
from mentorgen.loading.program import Loaded, load
from mentorgen.loading.rules import Rule
from mentorgen.model.problems import Problem, Severity
from mentorgen.model.program import Program
from mentorgen.model.settings import Settings
from mentorgen.model.words import Layout, PrivateInputs
from mentorgen.output.problem_report import problem_lines

P = ParamSpec("P")
R = TypeVar("R")


class Format(StrEnum):
    """How an answer is printed."""

    TEXT = "text"
    JSON = "json"
    GITHUB = "github"


class Day(click.ParamType[date]):
    """A day as it is written in the files."""

    name = "day"

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> date:
        """Read YYYY-MM-DD, or say what would be right."""
        try:
            written = date.fromisoformat(str(value))
        except ValueError:
            written = None
        if written is None or written.isoformat() != value:
            self.fail(f"{value!r} is no date such as 2026-03-01.", param, ctx)
        return written


class BrokenProgramError(WrongUsageError):
    """The program has errors, which have been printed; nothing can be computed from it."""

    exit_code = 1


class Scope(NamedTuple):
    """The folders and the day of one command."""

    root: Path
    private: Path | None
    day: date | None
    format: Format

    def read(self, modes: Modes = NO_GIT, *, until: date | None = None) -> Loaded:
        """Load the program with all its problems, and with what git knows of its files.

        What is dated after `until` is a problem; where that is not given, what is dated after the day
        of the command.
        """
        if self.private is not None:
            refuse_tracked(self.root, self.private)
        watch = partial(terminal.follow, what="Reading")
        today = until or self.newest_day
        return load(self.root, today=today, private=self.private, watch=watch, modes=modes)

    @property
    def newest_day(self) -> date:
        """The last day that a file may have been written on."""
        return self.day or clock.newest_day()

    def program(self) -> tuple[Program, date]:
        """Load a program without errors, with the day that it is in the program's time zone.

        Who agreed to nothing is left out.

        Raises:
            BrokenProgramError: after printing the errors.
        """
        from mentorgen.analysis.consent import agreed  # noqa: PLC0415 # a check leaves nobody out

        program = self.whole_program()
        today = self.day or clock.today(program.settings.timezone)
        return agreed(program, today=today), today

    def whole_program(self) -> Program:
        """Load a program without errors and with everybody in it.

        A day in the past may be asked for: what was written since is no error, and tells nothing of it.

        Raises:
            BrokenProgramError: after printing the errors.
        """
        loaded = self.read(until=max(self.newest_day, clock.newest_day()))
        if loaded.program is None:
            for line in problem_lines(self.printable(loaded)):
                click.echo(terminal.visible(line), err=True)
            raise BrokenProgramError(
                f"The program has {loaded.errors} "
                f"{'error' if loaded.errors == 1 else 'errors'}; mend them first."
            )
        self._say_what_was_read(loaded.program.settings)
        return loaded.program

    def for_readers(self) -> "Scope":
        """Leave the private folder out where the answer goes to whoever can read the repository."""
        return self.without_private() if self.format is Format.GITHUB else self

    def without_private(self) -> "Scope":
        """Leave the private folder out: what is left everybody can read."""
        return self._replace(private=None)

    def names_people(self, program: Program) -> bool:
        """Tell whether an answer may name pairs and people: a workflow of a public repository may not."""
        return self.format is not Format.GITHUB or program.settings.layout is Layout.PRIVATE

    def _say_what_was_read(self, settings: Settings) -> None:
        """Say so where the private folder that was given and what the program says of it do not fit."""
        if self.private is not None and settings.private is PrivateInputs.NONE:
            click.echo(
                "program.yaml says of no private folder, so a workflow would match without it. "
                "Add 'private: folder' or 'private: repository'.",
                err=True,
            )
        if self.private is not None and not any(find_private_records(self.private)):
            click.echo(f"There is no record in {self.private}; is it the right folder?", err=True)

    def printable(self, loaded: Loaded, modes: Modes = NO_GIT) -> tuple[Problem, ...]:
        """Give the problems as far as readers may know of them: those of private files as a number."""
        if self.private is None or self.format is not Format.GITHUB:
            return loaded.problems
        known = set(self.for_readers().read(modes).problems)
        shown = tuple(problem for problem in loaded.problems if problem in known)
        hidden = [problem for problem in loaded.problems if problem not in known]
        return (*shown, *_counted(hidden))

    def settings(self) -> Settings | None:
        """Read the program's settings; None where its files have errors, which are others' to mend."""
        loaded = self.read()
        return loaded.program.settings if loaded.program else None


def _counted(hidden: Sequence[Problem]) -> Iterator[Problem]:
    """Say no more of what is wrong with private files than that something is."""
    if hidden:
        worst = min((problem.severity for problem in hidden), key=tuple(Severity).index)
        number = f"{len(hidden)} problem{'' if len(hidden) == 1 else 's'}"
        text = f"{number} in the private folder; run 'mentorgen check' with it on your own machine."
        yield Problem("program/program.yaml", 1, 1, Rule.PRIVATE_FOLDER, text, worst)


def scoped(command: Callable[P, R]) -> Callable[P, R]:
    """Give a command the options that every command has; it asks for them with `current_scope`."""
    for option in reversed(_OPTIONS):
        command = option(command)
    return command


def reading(command: Callable[P, R]) -> Callable[P, R]:
    """Give a command that answers a question the option --format besides."""
    return scoped(_FORMAT(command))


def current_scope() -> Scope:
    """Give the scope of the command that is running."""
    meta = click.get_current_context().meta
    return Scope(
        root=meta[f"{__name__}.root"],
        private=meta[f"{__name__}.private"],
        day=meta[f"{__name__}.today"],
        format=Format(meta.get(f"{__name__}.format", Format.TEXT)),
    )


def _remember(context: click.Context, option: click.Parameter, value: object) -> None:
    context.meta[f"{__name__}.{option.name}"] = value


_OPTIONS = (
    click.option(
        "--root",
        type=click.Path(path_type=Path),
        default=Path(),
        help="The folder that holds 'program'.  [default: here]",
        expose_value=False,
        callback=_remember,
    ),
    click.option(
        "--private",
        type=click.Path(path_type=Path),
        envvar=PRIVATE,
        help="An organiser's private folder, merged as the program is read.",
        expose_value=False,
        callback=_remember,
    ),
    click.option(
        "--today",
        type=Day(),
        metavar="YYYY-MM-DD",
        help="Rehearse another day than today.",
        expose_value=False,
        callback=_remember,
    ),
)
_FORMAT = click.option(
    "--format",
    type=click.Choice([style.value for style in Format]),
    default=Format.TEXT.value,
    show_default=True,
    help="text for people, json for programs, github for workflows.",
    expose_value=False,
    callback=_remember,
)
