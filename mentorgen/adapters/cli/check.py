"""`mentorgen check`: read every file and say what is wrong."""

import re

import click

from mentorgen.adapters import terminal
from mentorgen.adapters.cli.scope import Format, current_scope, reading
from mentorgen.adapters.git import Repository
from mentorgen.errors import WrongUsageError
from mentorgen.loading.files import NO_GIT
from mentorgen.loading.program import Loaded
from mentorgen.model.problems import Severity
from mentorgen.output.problem_report import annotations, problem_data, problem_lines, summary


class AccountId(click.ParamType[int]):
    """The number of a GitHub account, which stays when its login changes."""

    name = "number"

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> int:
        """Read a positive whole number, or say what would be right."""
        if not re.fullmatch("[1-9][0-9]{0,18}", str(value)):
            self.fail(f"{value!r} is no account's number: a whole number above 0.", param, ctx)
        return int(str(value))


@click.command(short_help="List every problem in every file, with its place.")
@click.option(
    "--base",
    metavar="REVISION",
    help="Where the changes are meant to go, such as origin/main.",
)
@click.option(
    "--author-id",
    type=AccountId(),
    help="Whose changes they are, by the number of the GitHub account; needs --base.",
)
@click.option(
    "--explain",
    metavar="[RULE]",
    is_flag=False,
    flag_value="all",
    help="Say what a rule means and how to mend, instead; without a RULE list them all.",
)
@reading
def check(*, base: str | None, author_id: int | None, explain: str | None) -> int:
    """Read all files and list every problem: path:line:column: sentence [rule].

    With --base and --author-id it also lists everything that differs from the base and is not the
    author's to change. Exits with 1 where there are errors; warnings alone are fine.
    """
    scope = current_scope()
    if explain is not None:
        from mentorgen.adapters.cli.explain import print_rule  # noqa: PLC0415 # slow, and rarely asked for

        print_rule(explain, scope.format)
        return 0
    if (base is None) != (author_id is None):
        raise WrongUsageError("--base and --author-id go together: one needs the other.")
    repository = Repository.around(scope.root)
    modes = repository.modes() if repository else NO_GIT
    loaded = scope.read(modes)
    loaded = loaded._replace(problems=scope.printable(loaded, modes))
    if base is not None and author_id is not None:
        if repository is None:
            raise WrongUsageError(f"{scope.root} lies in no git repository: there is no base.")
        from mentorgen.adapters.pull_request import ownership_problems  # noqa: PLC0415 # asked for by workflows only

        day = scope.newest_day
        loaded = loaded.with_problems(ownership_problems(repository, base, author_id, today=day))
    _print(loaded, scope.format)
    return 1 if loaded.errors else 0


def _print(loaded: Loaded, style: Format) -> None:
    if style is Format.JSON:
        from mentorgen.output.report import Report, as_json  # noqa: PLC0415 # most checks are read by people

        click.echo(as_json(Report((), problem_data(loaded.problems))))
    else:
        write = annotations if style is Format.GITHUB else problem_lines
        for line in write(loaded.problems):
            click.echo(terminal.visible(line))
    warnings = len(loaded.problems) - loaded.errors
    click.echo(summary(loaded.files, loaded.errors, warnings), err=True)
    if loaded.problems and style is Format.TEXT:
        first = min(loaded.problems, key=lambda problem: problem.severity is Severity.WARNING)
        click.echo(f"More about a rule: mentorgen check --explain {first.rule}", err=True)
