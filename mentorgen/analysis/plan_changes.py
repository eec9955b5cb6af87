"""What differs between two versions of a plan, and what that means for the pairs that follow it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from difflib import SequenceMatcher
from enum import StrEnum

from mentorgen.analysis.life import Life
from mentorgen.analysis.lifecycle import State
from mentorgen.analysis.plans import plan_of
from mentorgen.analysis.progress import StageProgress, StageState, stages_on
from mentorgen.analysis.relationships import relationships
from mentorgen.model.pairs import Pair, Plan, Stage
from mentorgen.model.program import Program

_RUNNING = frozenset({State.CONFIRMED, State.ACTIVE, State.PAUSED, State.ENDING})


class Doing(StrEnum):
    """What was done to a stage."""

    ADDED = "added"
    REMOVED = "removed"
    RENAMED = "renamed"
    MOVED = "moved"
    WEEKS = "other weeks"
    AIM = "other aim"
    OWNER = "other owner"
    AGENDA = "other agenda"
    CHECK_POINT = "other check-point"


@dataclass(frozen=True, slots=True)
class StageChange:
    """One stage in both versions, None where it is not in one of them; `doings` is never empty."""

    before: Stage | None
    after: Stage | None
    doings: tuple[Doing, ...]


@dataclass(frozen=True, slots=True)
class PlannedDay:
    """The first day of a stage by both versions, None where the stage is not in one of them."""

    stage: str
    before: date | None
    after: date | None


@dataclass(frozen=True, slots=True)
class PairShift:
    """Where a running pair is by both versions of its plan, and which of its days move.

    `before` and `after` are its stages of the day, None where the time of the plan is over or has not
    begun. The ends are the last days of the plan.
    """

    pair: Pair
    before: StageProgress | None
    after: StageProgress | None
    end_before: date
    end_after: date
    moves: tuple[PlannedDay, ...]


@dataclass(frozen=True, slots=True)
class PlanChange:
    """All that differs, stages in the order of the newer version, then those that went."""

    before: Plan
    after: Plan
    stages: tuple[StageChange, ...]
    pairs: tuple[PairShift, ...]


def plan_change(program: Program, before: Plan, *, today: date) -> PlanChange:
    """Compare an earlier version of a plan with the program's, for every pair that follows it and runs."""
    after = program.plans[before.id]
    matched = tuple(_matched(before.stages, after.stages))
    return PlanChange(
        before,
        after,
        tuple(_stage_changes(before.stages, after.stages, matched)),
        tuple(
            _shift(life, before, after, matched)
            for life in _followers(program, before, today=today)
        ),
    )


_Match = tuple[int | None, int | None]
"""The places of one stage in the older and in the newer version."""


def _followers(program: Program, before: Plan, *, today: date) -> Iterator[Life]:
    """Find the pairs that run by one of the versions: a shorter plan may be over already."""
    older = replace(program, plans={**program.plans, before.id: before})
    now, then = (relationships(one, today=today) for one in (program, older))
    for pair_id, one in now.items():
        plan = plan_of(program, one.pair)
        states = {one.standing.state, then[pair_id].standing.state}
        if plan is not None and plan.id == before.id and states & _RUNNING:
            yield one.life


def _matched(before: Sequence[Stage], after: Sequence[Stage]) -> Iterator[_Match]:
    """Find each stage again: by its name, or else as one that was renamed."""
    left = dict(enumerate(before))
    found: dict[int, int] = {}
    for place, stage in enumerate(after):
        same = (at for at, one in left.items() if one.name.casefold() == stage.name.casefold())
        old = next(same, None)
        if old is not None:
            found[place] = old
            del left[old]
    for place, stage in enumerate(after):
        if place not in found:
            old = next(
                (at for at, one in left.items() if _is_renamed(one, stage, at == place)), None
            )
            if old is not None:
                found[place] = old
                del left[old]
        yield found.get(place), place
    for old in left:
        yield old, None


def _is_renamed(before: Stage, after: Stage, same_place: bool) -> bool:  # noqa: FBT001 # one fact of three
    """A stage with another name is the same if its agenda is, or if only its name differs where it stands."""
    if before.agenda and before.agenda == after.agenda:
        return True
    return same_place and (before.weeks, before.aim) == (after.weeks, after.aim)


def _stage_changes(
    before: Sequence[Stage], after: Sequence[Stage], matched: Sequence[_Match]
) -> Iterator[StageChange]:
    moved = {*_moved(matched)}
    for old, new in matched:
        one = None if old is None else before[old]
        other = None if new is None else after[new]
        doings = tuple(_doings(one, other, is_moved=new in moved))
        if doings:
            yield StageChange(one, other, doings)


def _moved(matched: Sequence[_Match]) -> Iterator[int]:
    """Name the places, in the newer version, of the fewest stages that explain another order."""
    kept = [(old, new) for old, new in matched if old is not None and new is not None]
    order = [old for old, _ in kept]
    blocks = SequenceMatcher(None, order, sorted(order), autojunk=False).get_matching_blocks()
    stays = {at for block in blocks for at in range(block.a, block.a + block.size)}
    for at, (_, new) in enumerate(kept):
        if at not in stays:
            yield new


def _doings(before: Stage | None, after: Stage | None, *, is_moved: bool) -> Iterator[Doing]:
    if before is None:
        yield Doing.ADDED
    elif after is None:
        yield Doing.REMOVED
    else:
        differs = (
            (Doing.RENAMED, before.name != after.name),
            (Doing.MOVED, is_moved),
            (Doing.WEEKS, before.weeks != after.weeks),
            (Doing.AIM, before.aim != after.aim),
            (Doing.OWNER, before.owner is not after.owner),
            (Doing.AGENDA, before.agenda != after.agenda),
            (Doing.CHECK_POINT, before.check_point != after.check_point),
        )
        yield from (doing for doing, is_so in differs if is_so)


def _shift(life: Life, before: Plan, after: Plan, matched: Sequence[_Match]) -> PairShift:
    then, now = tuple(stages_on(before, life)), tuple(stages_on(after, life))
    return PairShift(
        pair=life.pair,
        before=_of_today(then),
        after=_of_today(now),
        end_before=then[-1].last_day,
        end_after=now[-1].last_day,
        moves=tuple(_moves(then, now, matched)),
    )


def _of_today(stages: Sequence[StageProgress]) -> StageProgress | None:
    return next((one for one in stages if one.state is StageState.NOW), None)


def _moves(
    then: Sequence[StageProgress], now: Sequence[StageProgress], matched: Sequence[_Match]
) -> Iterator[PlannedDay]:
    for old, new in matched:
        one = None if old is None else then[old]
        other = None if new is None else now[new]
        days = (one.first_day if one else None, other.first_day if other else None)
        known = other or one
        if known is not None and days[0] != days[1]:
            yield PlannedDay(known.stage.name, *days)
