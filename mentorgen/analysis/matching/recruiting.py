"""What one more place would bring, and which mentors to look for; for organisers only."""

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import replace

import numpy as np

from mentorgen.analysis.assignment.losses import seat_gains
from mentorgen.analysis.assignment.seats import Whole
from mentorgen.analysis.assignment.solution import Solution
from mentorgen.analysis.assignment.stages import Count
from mentorgen.analysis.matching.board import Board
from mentorgen.analysis.matching.chains import Seating, filled
from mentorgen.analysis.matching.constraints import Mask
from mentorgen.analysis.matching.newcomers import with_newcomers
from mentorgen.analysis.matching.options import Options
from mentorgen.analysis.matching.seatings import settled
from mentorgen.analysis.matching.values import Recruit, SeatPrice
from mentorgen.model.ids import SkillId, Slug

MOST_MENTORS = 5
"""So many more mentors for a skill are tried."""
MOST_SKILLS = 10
"""The skills that most of those who wait ask for are tried."""


def seat_prices(board: Board, solution: Solution) -> tuple[SeatPrice, ...]:
    """List the mentors of whom one more place would bring something, sorted by slug."""
    gains = seat_gains(board.seats, solution)
    counts = [stage.count for stage in solution.stages]
    people, points = counts.index(Count.PEOPLE), counts.index(Count.TOTAL)
    return tuple(
        SeatPrice(slug=mentor.slug, people=gain[people], points=gain[points])
        for mentor, gain in zip(board.mentors, gains.tolist(), strict=True)
        if any(gain)
    )


def recruits(board: Board, solution: Solution, waiting: Collection[Slug]) -> tuple[Recruit, ...]:
    """Tell for each skill that those who wait ask for how many mentors would place how many of them.

    The fewest mentors that place as many as five would. A newcomer takes only people who ask for the
    skill, and others may move to them, but nobody loses their place. Best skills first.
    """
    skills = _skills_asked_for(board, waiting)
    rows = np.array([board.row_of[slug] for slug in waiting], dtype=np.int64)
    options, places = _newcomers(board, skills)
    found = (
        _recruit(settled(board, solution), rows, options[:, at], places)
        for at in range(len(skills))
    )
    listed = (
        Recruit(skill=skill, mentors=mentors, people=people)
        for skill, (mentors, people) in zip(skills, found, strict=True)
        if people
    )
    return tuple(sorted(listed, key=lambda one: (-one.people, one.mentors, one.skill)))


def _skills_asked_for(board: Board, waiting: Collection[Slug]) -> tuple[SkillId, ...]:
    asked = Counter(
        skill
        for slug in waiting
        for skill in {want.skill for want in board.mentees[board.row_of[slug]].wants}
    )
    ordered = sorted(asked, key=lambda skill: (-asked[skill], skill))
    return tuple(ordered[:MOST_SKILLS])


def _newcomers(board: Board, skills: Sequence[SkillId]) -> tuple[Mask, int]:
    """Tell which mentees could have a newcomer for each skill, and how many places each would have."""
    extended = with_newcomers(board.matching, skills)
    asks = [
        [any(want.skill == skill for want in one.wants) for skill in skills]
        for one in board.mentees
    ]
    options = Options(board.matching, board.mentees, extended.candidates).allowed
    asked: Mask = np.array(asks, dtype=np.bool_).reshape(options.shape)
    return options & asked, next((one.person.capacity for one in extended.candidates), 0)


def _recruit(seating: Seating, waiting: Whole, options: Mask, places: int) -> tuple[int, int]:
    """Find the fewest newcomers who place the most people, and how many people that is."""
    here = replace(
        seating,
        possible=np.column_stack([seating.possible, options]),
        free=np.append(seating.free, 0),
    )
    fewest = placed = 0
    for mentors in range(1, MOST_MENTORS + 1):
        here, more = filled(_with_places(here, places), waiting)
        if not more:
            break
        fewest, placed = mentors, placed + more
    return fewest, placed


def _with_places(seating: Seating, places: int) -> Seating:
    """Add places with the last mentor: newcomers are alike, so that all of them can be one."""
    return replace(seating, free=np.append(seating.free[:-1], seating.free[-1] + places))
