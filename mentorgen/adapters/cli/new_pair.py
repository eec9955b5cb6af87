"""`mentorgen new pair`: register a relationship, also one that grew by itself."""

from datetime import date
from typing import TypedDict, Unpack

import click

from mentorgen.adapters.cli.named import person_named
from mentorgen.adapters.cli.new_file import write_new
from mentorgen.adapters.cli.scope import Day, current_scope, scoped
from mentorgen.adapters.new_places import form_of, plan_of
from mentorgen.errors import WrongUsageError
from mentorgen.loading.layout import place_for
from mentorgen.loading.spelling import did_you_mean
from mentorgen.model.ids import Kind
from mentorgen.model.words import Form
from mentorgen.output.new_records import NewPair, pair_text


class _Typed(TypedDict):
    mentors: tuple[str, ...]
    mentees: tuple[str, ...]
    members: tuple[str, ...]
    form: str | None
    plan: str | None
    starts: date | None
    informal: bool


@click.command()
@click.argument("name", metavar="PAIR")
@click.option(
    "--mentor", "mentors", multiple=True, help="By the name of their file; can be repeated."
)
@click.option(
    "--mentee", "mentees", multiple=True, help="By the name of their file; can be repeated."
)
@click.option("--member", "members", multiple=True, help="Of a pair in which all are peers.")
@click.option(
    "--form",
    type=click.Choice([form.value for form in Form]),
    help="The shape of it.  [default: what the number of people says]",
)
@click.option("--plan", help="The plan that it follows.  [default: the round's, or 'light']")
@click.option("--starts", type=Day(), metavar="YYYY-MM-DD", help="Its first day.  [default: today]")
@click.option("--informal", is_flag=True, help="It grew by itself: nobody is asked to confirm it.")
@scoped
def pair(name: str, **typed: Unpack[_Typed]) -> None:
    """Register a PAIR by round and name, such as 2026-autumn/ana-ben.

    One that grew by itself is --informal: it begins without being confirmed, follows a light plan, is
    reminded gently and counted apart.
    """
    scope = current_scope()
    program, today = scope.program()
    cohort, _, own_name = name.partition("/")
    if cohort not in program.cohorts or not own_name:
        near = did_you_mean(cohort, program.cohorts)
        raise WrongUsageError(
            f"'{name}' begins with no round of this program.{near} "
            "Write the round and a name, such as 2026-autumn/ana-ben."
        )
    people = {
        part: tuple(person_named(program, slug).slug for slug in slugs)
        for part, slugs in (
            ("mentors", typed["mentors"]),
            ("mentees", typed["mentees"]),
            ("members", typed["members"]),
        )
    }
    record = NewPair(
        form=Form(typed["form"]) if typed["form"] else form_of(people),
        mentors=people["mentors"],
        mentees=people["mentees"],
        members=people["members"],
        plan=plan_of(program, typed["plan"], informal=typed["informal"]),
        starts=typed["starts"] or today,
        informal=typed["informal"],
    )
    place = place_for(Kind.PAIR, cohort=cohort, pair=own_name)
    write_new(scope, place, Kind.PAIR, pair_text(record))
