"""`mentorgen check`: read every file and say what is wrong."""

import re
from dataclasses import replace
from typing import NamedTuple

import click

from mentorgen.adapters.cli.check_answer import Checked, show
from mentorgen.adapters.cli.scope import current_scope, reading
from mentorgen.adapters.git import Repository
from mentorgen.errors import WrongUsageError
from mentorgen.loading.files import NO_GIT


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
    "--labels",
    metavar="NAMES",
    help="The labels of the pull request, with commas; one can say how many records are meant to go.",
)
@click.option(
    "--explain",
    metavar="[RULE]",
    is_flag=False,
    flag_value="all",
    help="Say what a rule means and how to mend, instead; without a RULE list them all.",
)
@reading
def check(
    *, base: str | None, author_id: int | None, labels: str | None, explain: str | None
) -> int:
    """Read all files and list every problem: path:line:column: sentence [rule].

    With --base it also says so where more than a tenth of all records would go; with --author-id, too,
    it lists everything that differs from the base and is not the author's to change. Exits with 1
    where there are errors; warnings alone are fine.
    """
    scope = current_scope()
    if explain is not None:
        from mentorgen.adapters.cli.explain import print_rule  # noqa: PLC0415 # slow, and rarely asked for

        print_rule(explain, scope.format)
        return 0
    if base is None and (author_id, labels) != (None, None):
        raise WrongUsageError(
            "--author-id and --labels need --base: what the changes are meant for."
        )
    repository = Repository.around(scope.root)
    modes = repository.modes() if repository else NO_GIT
    loaded = scope.read(modes)
    loaded = loaded._replace(problems=scope.printable(loaded, modes))
    below = repository.below if repository else ""
    checked = Checked(loaded, None, below)
    if base is not None:
        if repository is None:
            raise WrongUsageError(f"{scope.root} lies in no git repository: there is no base.")
        checked = _compared(checked, repository, _Asked(base, author_id, labels or ""))
    show(checked, scope.format)
    return 1 if checked.loaded.errors else 0


class _Asked(NamedTuple):
    """What somebody said of a change: where it shall go, whose it is, and its labels, with commas."""

    base: str
    author_id: int | None
    labels: str


def _compared(checked: Checked, repository: Repository, asked: _Asked) -> Checked:
    """Add what is wrong with a change, beside what is wrong with the files."""
    from mentorgen.adapters.pull_request import PullRequest, ownership_problems  # noqa: PLC0415 # for workflows

    pull = PullRequest(repository, asked.base)
    problems = [*pull.removals(asked.labels.split(","))]
    if asked.author_id is not None:
        day = current_scope().newest_day
        problems += ownership_problems(pull, asked.author_id, today=day)
    return replace(checked, loaded=checked.loaded.with_problems(problems), changed=pull.places)
