"""Measure the whole proposal, from the people's records to suggestions with reasons: CPU time and memory.

    python bench/proposals.py [PEOPLE ...]

Three in ten people are mentors. The exact assignment alone stands beside its yardsticks in `assignment.py`.
Nothing is asserted about seconds.
"""

import resource
import sys
import time
from datetime import date

import numpy as np

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
SIZES = (1_000, 5_000)

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


def main(sizes: tuple[int, ...]) -> None:
    """Print one table for all sizes."""
    print(f"{'people':>7} {'matched':>8} {'CPU s':>8} {'peak MB':>8}")
    for size in sizes:
        program = _program(size, np.random.default_rng(size))
        start = time.process_time()
        proposal = propose(program, ROUND, today=TODAY)
        seconds = time.process_time() - start
        memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
        print(f"{size:>7} {len(proposal.suggestions):>8} {seconds:>8.2f} {memory:>8}")


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
