"""`mentorgen plan`: what a changed plan means for the pairs that follow it."""

import click

from mentorgen.adapters.cli.answer import answer
from mentorgen.adapters.cli.scope import current_scope, reading
from mentorgen.adapters.git import Repository
from mentorgen.analysis.plan_changes import plan_change
from mentorgen.errors import WrongUsageError
from mentorgen.loading.spelling import did_you_mean
from mentorgen.loading.versions import plan_in, plan_place
from mentorgen.model.ids import PlanId
from mentorgen.model.pairs import Plan
from mentorgen.output.plan_report import plan_report


@click.command()
@click.argument("name", metavar="PLAN")
@click.option(
    "--base",
    metavar="REVISION",
    default="HEAD",
    show_default=True,
    help="The version in git to compare with, such as origin/main.",
)
@reading
def plan(name: str, base: str) -> None:
    """Show what changed in a PLAN, such as half-year, and what that means for running pairs.

    For each pair that follows it: its stage by the older and by the newer version, and which days move.
    In a public repository '--format github' names no pair.
    """
    scope = current_scope().for_readers()
    program, today = scope.program()
    plan_id = PlanId(name)
    if plan_id not in program.plans:
        raise WrongUsageError(f"There is no plan '{name}'.{did_you_mean(name, program.plans)}")
    repository = Repository.around(scope.root)
    if repository is None:
        raise WrongUsageError(f"{scope.root} lies in no git repository: there is no base.")
    change = plan_change(program, _earlier(repository, base, plan_id), today=today)
    names_pairs = scope.names_people(program)
    answer(plan_report(change, since=base, today=today, names_pairs=names_pairs), scope.format)


def _earlier(repository: Repository, base: str, plan_id: PlanId) -> Plan:
    """Read a plan as it stood at a revision.

    Raises:
        WrongUsageError: it was not there, or it has errors.
    """
    place = plan_place(plan_id)
    blob = repository.tree(repository.commit(base)).get(f"{repository.below}{place}")
    if blob is None:
        raise WrongUsageError(f"There was no plan '{plan_id}' at {base}: it is new.")
    found = plan_in(repository.contents([blob])[blob], plan_id)
    if found is None:
        raise WrongUsageError(f"{place} has errors at {base}; choose another --base.")
    return found
