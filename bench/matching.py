"""Measure matching beside its yardsticks in one run: seconds of CPU time, ratios and memory.

    python bench/matching.py [PEOPLE ...]

Every number of people (default 1,000 and 5,000; three in ten are mentors) is one line each for:

* the whole proposal, from the people's records to suggestions with reasons;
* the exact assignment alone, on the matrix of points, for tied points as real programs have them;
* the yardstick: `linear_sum_assignment` of scipy on the same matrix with a column for every place.

The ratio is the time of the assignment divided by that of the yardstick, whose total must be the same.
Nothing is asserted about seconds.
"""

import resource
import sys
import time
from collections.abc import Callable
from datetime import date
from typing import TypeVar

import numpy as np
from scipy.optimize import linear_sum_assignment

from mentorgen.analysis.assignment.seats import Seats
from mentorgen.analysis.assignment.solver import solve
from mentorgen.analysis.assignment.stages import Count, Stage
from mentorgen.analysis.matching.proposals import propose
from mentorgen.model.cohorts import Cohort
from mentorgen.model.ids import CohortId
from mentorgen.model.people import Participant
from mentorgen.model.program import Program
from mentorgen.model.settings import Settings
from mentorgen.model.skills import Skill
from mentorgen.model.words import Feedback, Learning, PartOfDay, Role

ROUND = CohortId("round")
TODAY = date(2026, 3, 2)
STAGES = tuple(Stage(count) for count in (Count.PEOPLE, Count.TOTAL, Count.TIE))
SIZES = (1_000, 5_000)
YARDSTICK_UP_TO = 5_000
IMPOSSIBLE = 0.3
"""The share of pairs that some rule forbids."""

_SKILLS = tuple(f"skill-{number}" for number in range(200))
_LANGUAGES = ("en", "es", "pt", "fr", "hi")
_ZONES = (
    "Africa/Casablanca",
    "America/New_York",
    "America/Santiago",
    "America/Sao_Paulo",
    "Asia/Kathmandu",
    "Asia/Kolkata",
    "Australia/Sydney",
    "Europe/Berlin",
    "Europe/Lisbon",
    "UTC",
)

T = TypeVar("T")


def main(sizes: tuple[int, ...]) -> None:
    """Print one table for all sizes."""
    print(f"{'people':>7}  {'what':<34} {'matched':>8} {'CPU s':>8} {'ratio':>7} {'peak MB':>8}")
    for size in sizes:
        _measure(size)


def _measure(size: int) -> None:
    random = np.random.default_rng(size)
    program, seats = _program(size, random), _seats(size, random)
    proposal, whole = _timed(lambda: propose(program, ROUND, today=TODAY))
    chosen, alone = _timed(lambda: solve(seats, STAGES))
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    yardstick = None
    if size <= YARDSTICK_UP_TO:
        places = np.repeat(np.arange(seats.capacity.size), seats.capacity)
        ready = np.where(seats.points < 0, -1e6, seats.points)[:, places]
        (rows, columns), yardstick = _timed(lambda: linear_sum_assignment(ready, maximize=True))
        ours = seats.points[chosen.rows, chosen.columns].sum(dtype=np.int64)
        if ready[rows, columns].clip(0).sum() != ours:
            raise SystemExit("The two solvers disagree on the total.")
    ratio = alone / yardstick if yardstick else None
    for name, matched, seconds, times in (
        ("proposal: records to reasons", len(proposal.suggestions), whole, None),
        ("assignment: three exact stages", chosen.rows.size, alone, ratio),
        ("scipy linear_sum_assignment", chosen.rows.size, yardstick, 1.0),
    ):
        if seconds is not None:
            shown = f"{times:.1f}" if times else "-"
            print(f"{size:>7}  {name:<34} {matched:>8} {seconds:>8.2f} {shown:>7} {memory:>8}")


def _timed(work: Callable[[], T]) -> tuple[T, float]:
    start = time.process_time()
    return work(), time.process_time() - start


def _seats(size: int, random: np.random.Generator) -> Seats:
    """Draw a round whose points come from six interests of each person, in steps, with many ties."""
    mentors = size * 3 // 10
    mentees = size - mentors
    points = random.random((mentees, 6)) @ random.random((6, mentors)) * 12
    steps = points.astype(np.int16) * 2 + random.integers(0, 10, points.shape, dtype=np.int16)
    return Seats(
        points=np.where(random.random(points.shape) < IMPOSSIBLE, -1, steps).astype(np.int16),
        demand=np.ones(mentees, dtype=np.int64),
        capacity=random.integers(1, 5, mentors),
        mentees=tuple(f"mentee-{number}" for number in range(mentees)),
        mentors=tuple(f"mentor-{number}" for number in range(mentors)),
    )


def _program(size: int, random: np.random.Generator) -> Program:
    mentors = size * 3 // 10
    everybody = [_participant(number, number < mentors, random) for number in range(size)]
    cohort = {"schema": 1, "id": ROUND, "name": "Round", "starts": TODAY, "ends": date(2026, 8, 30)}
    skills = [Skill.model_validate({"id": one, "label": one}) for one in _SKILLS]
    return Program(
        settings=Settings.model_validate({"schema": 1, "name": "Bench", "purpose": "Measure."}),
        skills={skill.id: skill for skill in skills},
        cohorts={ROUND: Cohort.model_validate(cohort)},
        plans={},
        participants={one.slug: one for one in everybody},
        pairs={},
        surveys={},
        scenarios={},
        modules={},
        applications={ROUND: ()},
        events={ROUND: ()},
        goals={},
        meetings={},
        pair_facts={},
        person_facts={one.slug: () for one in everybody},
        slots=(),
    )


def _participant(number: int, mentors: bool, random: np.random.Generator) -> Participant:  # noqa: FBT001
    skills = [{"skill": one} for one in random.choice(_SKILLS, 4, replace=False).tolist()]
    parts = tuple(PartOfDay)[int(random.integers(5)) :][:3]
    return Participant.model_validate(
        {
            "schema": 1,
            "slug": f"person-{number:05}",
            "name": f"Person {number}",
            "role": Role.MENTOR if mentors else Role.MENTEE,
            "consent": {"version": 1, "given": TODAY},
            "capacity": int(random.integers(1, 4)),
            "offers" if mentors else "wants": tuple(skills),
            "languages": tuple(random.choice(_LANGUAGES, 2, replace=False).tolist()),
            "timezone": _ZONES[int(random.integers(len(_ZONES)))],
            "parts_of_day": parts,
            "style": {
                "feedback": tuple(Feedback)[int(random.integers(2))],
                "learning": tuple(Learning)[int(random.integers(3))],
            },
        }
    )


if __name__ == "__main__":
    main(tuple(int(size) for size in sys.argv[1:]) or SIZES)
