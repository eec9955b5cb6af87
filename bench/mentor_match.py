"""Measure mentor-match, a package for mentoring programs: one more mentee for each mentor in every round of Munkres.

python bench/mentor_match.py KIND MENTEES
"""

import sys

import numpy as np
from instances import Work, measure
from matching.match import Match
from matching.mentee import Mentee
from matching.mentor import Mentor
from matching.process import process_data
from matching.rules.rule import Disqualify, Rule
from numpy.typing import NDArray

from mentorgen.analysis.assignment.seats import RULED_OUT, Seats


class _Points(Rule):  # type: ignore[misc]
    """Gives a pair its points; people carry their position as their grade."""

    def __init__(self, points: NDArray[np.int16]) -> None:
        self.points = points

    def apply(self, match_object: Match) -> int:
        return 1 + int(self.points[match_object.mentee.grade, match_object.mentor.grade])


def rounds_of_munkres(seats: Seats) -> Work:
    """Lay out people and rules as the package has them."""
    mentees = [Mentee(grade=row, email=one) for row, one in enumerate(seats.mentees)]
    mentors = [Mentor(grade=column, email=one) for column, one in enumerate(seats.mentors)]
    points = seats.table

    def is_out(match: Match) -> bool:
        mentee, mentor = match.mentee, match.mentor
        full = len(mentor.mentees) >= seats.capacity[mentor.grade] or mentee.mentors
        return bool(full or points[mentee.grade, mentor.grade] == RULED_OUT)

    def work() -> int:
        # Each match takes its rules from the end of the list.
        rules = [[_Points(points), Disqualify(is_out)] for _ in range(seats.capacity.max())]
        process_data(mentors, mentees, rules)
        return sum(bool(mentee.mentors) for mentee in mentees)

    return work


if __name__ == "__main__":
    measure(rounds_of_munkres, sys.argv[1], int(sys.argv[2]))
