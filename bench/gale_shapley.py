"""Measure the package matching, a library of matching games, on its game of residents and hospitals.

    python bench/gale_shapley.py KIND MENTEES

Mentees are residents and mentors hospitals; who has more points is wanted more, on both sides, and of
equals the first. The package has the import name of mentor-match, so that it needs a place of its own,
which `assignment.py` makes for the time of a run.
"""

import sys

import numpy as np
from instances import Work, measure
from matching.games import HospitalResident
from numpy.typing import NDArray

from mentorgen.analysis.assignment.seats import RULED_OUT, Seats


def residents_and_hospitals(seats: Seats) -> Work:
    """Lay out everybody's order of all others who are possible, and leave out who has nobody."""
    wants, wanted = _orders(seats.table), _orders(seats.table.T)
    places = {column: int(seats.capacity[column]) for column in wanted}

    def work() -> int:
        game = HospitalResident.create_from_dictionaries(wants, wanted, places)
        return sum(map(len, game.solve(optimal="resident").values()))

    return work


def _orders(points: NDArray[np.int16]) -> dict[int, list[int]]:
    ranked = np.argsort(-points, axis=1, kind="stable")
    possible = (points > RULED_OUT).sum(axis=1)
    return {
        at: order[:most].tolist()
        for at, (order, most) in enumerate(zip(ranked, possible, strict=True))
        if most
    }


if __name__ == "__main__":
    measure(residents_and_hospitals, sys.argv[1], int(sys.argv[2]))
