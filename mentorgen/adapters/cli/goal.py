"""`mentorgen goal`: how far the goals of a pair have come, and what of them was reached."""

from datetime import date
from typing import TypedDict, Unpack

import click

from mentorgen.adapters.cli.answer import answer
from mentorgen.adapters.cli.named import pair_named
from mentorgen.adapters.cli.new_file import refuse_errors
from mentorgen.adapters.cli.scope import Day, Scope, current_scope, reading
from mentorgen.adapters.disk import Write, apply
from mentorgen.analysis.progress import progress_of
from mentorgen.errors import WrongUsageError
from mentorgen.loading.edits import AppendEntry, Edit, SetField, edited
from mentorgen.loading.layout import place_for
from mentorgen.loading.spelling import did_you_mean, shown
from mentorgen.model.fields import is_link
from mentorgen.model.ids import Kind
from mentorgen.model.pairs import Goal, Pair
from mentorgen.model.program import Program
from mentorgen.output.goal_report import goals_report


class Typed(TypedDict):
    """The options as click hands them over."""

    reached: str | None
    day: date | None
    evidence: tuple[str, ...]


def _plain_links(
    _: click.Context, option: click.Parameter, links: tuple[str, ...]
) -> tuple[str, ...]:
    for link in links:
        if not is_link(link):
            message = f"{link!r} is no whole address such as https://example.org/page."
            raise click.BadParameter(message, param=option)
    return links


@click.command(short_help="Show the goals of a pair, or write down what was reached.")
@click.argument("pair")
@click.argument("goal_id", metavar="[GOAL]", required=False)
@click.option("--reached", metavar="MILESTONE", help="Write down that this milestone is reached.")
@click.option(
    "--date",
    "day",
    type=Day(),
    metavar="YYYY-MM-DD",
    help="When it was reached.  [default: today]",
)
@click.option(
    "--evidence",
    multiple=True,
    metavar="URL",
    callback=_plain_links,
    help="Add a link; can be repeated.",
)
@reading
def goal(pair: str, goal_id: str | None, **typed: Unpack[Typed]) -> None:
    """Show the goals of a PAIR, such as 2026-autumn/ana-ben, with hints that make them easier to reach.

    With a GOAL, by the name of its file, only that one; --reached and --evidence change its file.
    """
    scope = current_scope().for_readers()
    program, today = scope.program()
    found = pair_named(program, pair)
    _refuse_what_makes_no_sense(goal_id, typed)
    chosen = _goal_named(program, found, goal_id) if goal_id else None
    edits = _edits(chosen, typed, _day_of(typed, chosen, today, scope)) if chosen else ()
    if chosen and edits:
        click.echo(_change(scope, chosen, edits))
        return
    goals = progress_of(program, found, today=today).goals
    shown_goals = [one for one in goals if chosen is None or one.goal.id == chosen.id]
    if not scope.names_people(program) and not (found.on_site and found.public_contact):
        raise WrongUsageError(
            "This pair does not want to be seen in public. Ask without '--format github'."
        )
    answer(goals_report(found, shown_goals, today=today), scope.format)


def reach(scope: Scope, goal: Goal, milestone: str, on: date) -> str:
    """Write down that a milestone was reached on a day, and name the file that changed.

    Raises:
        WrongUsageError: it has no such milestone, it was reached before, or it was no such day.
    """
    typed: Typed = {"reached": milestone, "day": on, "evidence": ()}
    return _change(scope, goal, _edits(goal, typed, _day_of(typed, goal, on, scope)))


def _refuse_what_makes_no_sense(goal_id: str | None, typed: Typed) -> None:
    if goal_id is None and (typed["reached"] or typed["evidence"]):
        raise WrongUsageError("Say which goal: its name comes behind the pair's.")
    if typed["day"] and not typed["reached"]:
        raise WrongUsageError("--date goes with --reached.")


def _goal_named(program: Program, pair: Pair, name: str) -> Goal:
    goals = {str(goal.id): goal for goal in program.goals[pair.id]}
    if name not in goals:
        near = did_you_mean(name, goals)
        raise WrongUsageError(f"The pair {shown(pair.id)} has no goal {shown(name)}.{near}")
    return goals[name]


def _day_of(typed: Typed, goal: Goal, today: date, scope: Scope) -> date:
    day = typed["day"] or today
    if not goal.set_on <= day <= max(today, scope.newest_day):
        raise WrongUsageError(
            f"--date is {day}; it must lie between the day on which the goal was set, "
            f"{goal.set_on}, and today, {today}."
        )
    return day


def _edits(goal: Goal, typed: Typed, day: date) -> tuple[Edit, ...]:
    edits: list[Edit] = [
        AppendEntry(("evidence",), link)
        for link in dict.fromkeys(typed["evidence"])
        if link not in goal.evidence
    ]
    if typed["reached"]:
        index = _milestone(goal, typed["reached"])
        edits.append(SetField(("milestones", index, "reached"), day.isoformat()))
    return tuple(edits)


def _milestone(goal: Goal, name: str) -> int:
    names = [one.name.casefold() for one in goal.milestones]
    if name.casefold() not in names:
        near = did_you_mean(name, [one.name for one in goal.milestones])
        raise WrongUsageError(f"The goal {shown(goal.id)} has no milestone {shown(name)}.{near}")
    index = names.index(name.casefold())
    reached = goal.milestones[index].reached
    if reached is not None:
        raise WrongUsageError(f"{shown(name)} was reached on {reached} already.")
    return index


def _change(scope: Scope, goal: Goal, edits: tuple[Edit, ...]) -> str:
    """Change a goal's file where it lies, in the public or in the private folder, and name it."""
    cohort, _, name = goal.pair.partition("/")
    place = place_for(Kind.GOAL, cohort=cohort, pair=name, id=goal.id)
    public = scope.root / place
    is_private = scope.private is not None and not public.exists()
    file = (
        scope.private / place.removeprefix("program/") if is_private and scope.private else public
    )
    content = edited(file.read_bytes(), edits, kind=Kind.GOAL)
    if not is_private:
        refuse_errors(scope, place, content.decode())
    apply((Write(file, content),))
    return str(file) if is_private else place
