"""Why somebody is left over, what would help and what else the round offers; for organisers only.

Steps tell how many mentors are left after each kind of rule. What people said in confidence counts
among other things that can lie between two people, and no step tells which of them it was. Where more
than MOST_SOUGHT people wait, the smallest change is sought for those alone who have waited longest.
"""

from collections.abc import Iterable, Iterator

import numpy as np

from mentorgen.analysis.assignment.solution import Solution
from mentorgen.analysis.matching.board import Board
from mentorgen.analysis.matching.constraints import Mask
from mentorgen.analysis.matching.forms import holds_circle
from mentorgen.analysis.matching.options import Options
from mentorgen.analysis.matching.rounds import Candidate, Round
from mentorgen.analysis.matching.rules import Rule
from mentorgen.analysis.matching.seatings import free_places
from mentorgen.analysis.matching.smallest_change import Trials
from mentorgen.analysis.matching.taking_part import mentor_barriers
from mentorgen.analysis.matching.values import FunnelStep, Waiting
from mentorgen.analysis.wording import counted
from mentorgen.model.ids import Slug
from mentorgen.model.words import Form

MOST_SOUGHT = 300
"""For so many people the smallest change is sought, one by one."""

_FORM = frozenset({Rule.OTHER_FORM})
_LANGUAGE = frozenset({Rule.NO_LANGUAGE})
_HOURS = frozenset({Rule.TOO_FEW_HOURS})
_FITTING = frozenset({Rule.NO_SKILL, Rule.BELOW_FLOOR})


def waiting_people(
    board: Board, solution: Solution, people: Iterable[Slug], *, explained: bool = True
) -> tuple[Waiting, ...]:
    """Explain to organisers why these mentees of a board have nobody; sorted by slug.

    Unless it is to be `explained`, the smallest change is left out.
    """
    around = Options(board.matching, board.mentees, _mentors_taking_part(board.matching))
    trials = Trials(board, solution, around)
    kinds, offers = tuple(_kinds(board, solution, around)), _open_forms(board, solution)
    rows = sorted(board.row_of[slug] for slug in people)
    longest = sorted(rows, key=lambda row: (-int(board.waited[row]), row))
    sought = frozenset(longest[:MOST_SOUGHT]) if explained else frozenset[int]()
    return tuple(
        Waiting(
            slug=board.mentees[row].slug,
            text=_reason(board, row),
            steps=tuple(_steps(kinds, row)),
            change=trials.smallest_change(row) if row in sought else "",
            offers=tuple(form for form in offers if form not in board.mentees[row].forms),
            waited=int(board.waited[row]),
        )
        for row in rows
    )


def _mentors_taking_part(matching: Round) -> tuple[Candidate, ...]:
    """List everybody who takes part as a mentor, those without a place open too, sorted by slug."""
    everyone = sorted(matching.candidates.values(), key=lambda one: one.slug)
    return tuple(
        one
        for one in everyone
        if all(barrier.rule is Rule.FULL for barrier in mentor_barriers(matching, one))
    )


def _reason(board: Board, row: int) -> str:
    name = board.mentees[row].name
    if not board.mentors:
        return f"No mentor has a place open for {name} at the moment"
    if not (board.points[row] >= 0).any():
        return f"The round's rules leave no mentor for {name}"
    return f"The mentors whom the rules allow for {name} have their places filled"


def _kinds(board: Board, solution: Solution, around: Options) -> Iterator[tuple[str, Mask]]:
    """Give each kind of rule that can hold in the round in words, and which pairs it leaves."""
    policy = board.matching.policy
    yield "takes part in a form that suits", around.passing(_FORM)
    if policy.hard.shared_language:
        yield "speaks a language in common", around.passing(_LANGUAGE)
    if policy.minimum_hours:
        hours = counted(policy.minimum_hours, "hour")
        yield f"has {hours} a week in common", around.passing(_HOURS)
    between = frozenset(Rule) - _FORM - _LANGUAGE - _HOURS - _FITTING
    yield "can be in a pair with them", around.passing(between)
    if policy.hard.shared_skill or policy.floor:
        yield "offers what is asked for and fits well enough", around.passing(_FITTING)
    left = dict(zip(board.column_of, free_places(board, solution).tolist(), strict=True))
    yield "had a place open for this round", _whoever(around, board.column_of)
    yield "has a place left", _whoever(around, (slug for slug, free in left.items() if free))


def _whoever(around: Options, mentors: Iterable[Slug]) -> Mask:
    """Leave the same mentors for everybody."""
    some = frozenset(mentors)
    mask = np.array([one.slug in some for one in around.mentors], dtype=np.bool_)
    return np.broadcast_to(mask, (len(around.mentees), len(around.mentors)))


def _steps(kinds: Iterable[tuple[str, Mask]], row: int) -> Iterator[FunnelStep]:
    left: Mask | None = None
    for text, mask in kinds:
        left = mask[row] if left is None else left & mask[row]
        yield FunnelStep(text=text, left=int(left.sum()))


def _open_forms(board: Board, solution: Solution) -> tuple[Form, ...]:
    """List the forms of the round in which there is still something to be had, except in reverse."""
    places = zip(board.mentors, free_places(board, solution).tolist(), strict=True)
    in_circles = {holds_circle(mentor) for mentor, free in places if free}
    open_ = {
        Form.ONE_TO_ONE: False in in_circles,
        Form.GROUP: True in in_circles,
        Form.PEER: True,
        Form.FLASH: _has_free_times(board.matching),
        Form.REVERSE: False,
    }
    return tuple(form for form in board.matching.cohort.forms if open_[form])


def _has_free_times(matching: Round) -> bool:
    return any(
        time.booked_by is None
        for slot in matching.program.slots
        if slot.on >= matching.today
        for time in slot.times
    )
