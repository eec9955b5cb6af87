"""What somebody means who says that something is done: a milestone of a pair's goals, or a training module."""

from dataclasses import dataclass
from typing import TypeAlias

from mentorgen.model.facts import Completed
from mentorgen.model.ids import ModuleId, Slug
from mentorgen.model.pairs import Goal, Milestone, Pair
from mentorgen.model.privacy import Level
from mentorgen.model.program import Program


@dataclass(frozen=True, slots=True)
class DoneStep:
    """A milestone of a goal."""

    goal: Goal
    milestone: Milestone


@dataclass(frozen=True, slots=True)
class DoneModule:
    """A training module; whether the person has finished it before."""

    module: ModuleId
    is_known: bool


@dataclass(frozen=True, slots=True)
class Unclear:
    """Nothing has that name, or several have; `names` are those that could be meant."""

    names: tuple[str, ...]
    is_several: bool = False


Done: TypeAlias = DoneStep | DoneModule | Unclear


def what_is_done(program: Program, pair: Pair | None, slug: Slug, name: str) -> Done:
    """Find what bears a name, whatever its capitals: an open milestone first, then a reached one, then a module.

    A module goes by its title, its id or the last word of that. Only what everybody may read is looked at.
    """
    goals = program.goals[pair.id] if pair else ()
    steps = [
        DoneStep(goal, step)
        for goal in goals
        if goal.visibility is Level.PUBLIC
        for step in goal.milestones
    ]
    meant = [one for one in steps if _same(one.milestone.name, name)]
    still_open = [one for one in meant if one.milestone.reached is None]
    if len(still_open) > 1:
        return Unclear(tuple(one.goal.title for one in still_open), is_several=True)
    modules = [
        module
        for module in program.modules.values()
        if any(_same(one, name) for one in (module.id, module.id.rpartition("/")[2], module.title))
    ]
    found = [*still_open, *meant]
    if found:
        return found[0]
    if len(modules) != 1:
        names = modules or program.modules.values()
        steps_left = () if modules else (one.milestone.name for one in steps)
        return Unclear((*steps_left, *(one.id for one in names)), is_several=bool(modules))
    known = (fact.module for fact in program.person_facts[slug] if isinstance(fact, Completed))
    return DoneModule(modules[0].id, modules[0].id in known)


def _same(name: str, typed: str) -> bool:
    return " ".join(name.casefold().split()) == " ".join(typed.casefold().split())
