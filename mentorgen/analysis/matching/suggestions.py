"""Chosen pairs as suggestions: in which form, with what reasons, ranks and next best choices."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np

from mentorgen.analysis.assignment.losses import MOST_MENTORS, Losses
from mentorgen.analysis.assignment.seats import RULED_OUT
from mentorgen.analysis.assignment.solution import Solution
from mentorgen.analysis.assignment.stages import Count, Stage
from mentorgen.analysis.matching.board import Board, Couple
from mentorgen.analysis.matching.criteria import fit
from mentorgen.analysis.matching.forms import form_of, holds_circle
from mentorgen.analysis.matching.rounds import Round
from mentorgen.analysis.matching.values import Alternative, Loss, Match, Suggestion
from mentorgen.model.ids import Slug
from mentorgen.model.words import Form

ALTERNATIVES = 3
"""How many next best mentors a match names."""


def suggestions_of(
    board: Board, solution: Solution, *, explained: bool = True
) -> Iterator[Suggestion]:
    """Turn what a run chose into suggestions: a circle for each mentor who holds one, else one a pair."""
    costs = _Costs(board, solution, explained=explained)
    circles: dict[int, list[Couple]] = defaultdict(list)
    for couple in board.couples(solution):
        if holds_circle(board.mentors[couple[1]]):
            circles[couple[1]].append(couple)
        else:
            yield _suggestion(costs, (couple,))
    for couples in circles.values():
        yield _suggestion(costs, tuple(couples))


def as_it_stands(matching: Round, suggestion: Suggestion) -> Suggestion:
    """Name the pair that stood before the run with just these people, if there is one."""
    people = suggestion.mentors, suggestion.mentees, suggestion.members
    same = (
        pair.id
        for pair in matching.movable
        if _alike(people, (pair.mentors, pair.mentees, pair.members))
    )
    return replace(suggestion, standing=next(same, None))


def _alike(sides: Iterable[tuple[Slug, ...]], others: Iterable[tuple[Slug, ...]]) -> bool:
    return [*map(frozenset, sides)] == [*map(frozenset, others)]


@dataclass(frozen=True)
class _Costs:
    """A run's choice, and what other choices would cost where that is asked for."""

    board: Board
    solution: Solution
    explained: bool

    @cached_property
    def own(self) -> Mapping[int, frozenset[int]]:
        """The mentors that each mentee gets."""
        found: dict[int, set[int]] = defaultdict(set)
        for row, column in self.board.couples(self.solution):
            found[row].add(column)
        return {row: frozenset(columns) for row, columns in found.items()}

    def of(self, row: int, column: int) -> Loss | None:
        """Tell what it costs that a mentee has a mentor; None where it cannot be, or is not asked."""
        if not self.explained or len(self.board.mentors) > MOST_MENTORS:
            return None
        cost = self._losses.of(row, column)
        return None if cost is None else loss_of(self.solution.stages, cost)

    @cached_property
    def _losses(self) -> Losses:
        return Losses(self.board.seats, self.solution)


def loss_of(stages: tuple[Stage, ...], cost: Sequence[int]) -> Loss:
    """Tell by how much less each stage reaches; the tie-break may be left out."""
    by_count = {stage.count: lost for stage, lost in zip(stages, cost, strict=False)}
    return Loss(
        people=by_count[Count.PEOPLE],
        waited=by_count[Count.WAITED],
        further=by_count[Count.FURTHER],
        weak=tuple(
            lost for stage, lost in zip(stages, cost, strict=False) if stage.count is Count.BAND
        ),
        points=by_count[Count.TOTAL],
        kept=by_count[Count.KEPT],
    )


def _suggestion(costs: _Costs, couples: tuple[Couple, ...]) -> Suggestion:
    """Make a suggestion of one mentor's couples; a circle of two people is a pair like any other."""
    board, (row, column) = costs.board, couples[0]
    form = form_of(board.mentors[column], board.mentees[row])
    is_small = form is Form.GROUP and len(couples) == 1
    suggestion = Suggestion(
        form=Form.ONE_TO_ONE if form is None or is_small else form,
        mentors=(board.mentors[column].slug,),
        mentees=tuple(board.mentees[row].slug for row, _ in couples),
        matches=tuple(_match(costs, couple) for couple in couples),
        locked=any(couple in board.locked for couple in couples),
    )
    return as_it_stands(board.matching, suggestion)


def _match(costs: _Costs, couple: Couple) -> Match:
    board, (row, column) = costs.board, couple
    points = board.points[couple]
    return Match(
        mentor=board.mentors[column].slug,
        mentee=board.mentees[row].slug,
        fit=fit(board.matching, board.mentors[column], board.mentees[row]),
        rank_for_mentor=1 + int((board.points[:, column] > points).sum()),
        rank_for_mentee=1 + int((board.points[row] > points).sum()),
        alternatives=tuple(_alternatives(costs, row)),
    )


def _alternatives(costs: _Costs, row: int) -> Iterator[Alternative]:
    """Find the next best mentors whom the rules allow; equals by slug, as the mentors are sorted."""
    points, own = costs.board.points[row], costs.own[row]
    number = min(ALTERNATIVES + len(own), points.size)
    least = np.partition(points, -number)[-number]
    good = np.flatnonzero(points >= max(int(least), RULED_OUT + 1))
    best = good[np.argsort(-points[good].astype(np.int32), kind="stable")]
    others = [column for column in best[: ALTERNATIVES + len(own)].tolist() if column not in own]
    for column in others[:ALTERNATIVES]:
        slug = costs.board.mentors[column].slug
        yield Alternative(slug=slug, points=int(points[column]), loss=costs.of(row, column))
