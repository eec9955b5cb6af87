"""Measure the scoring of all pairs beside the bare matrix products of the same factors, in one run.

    python bench/scoring.py [MENTEES ...]

Every number of mentees (default 1,000 and 10,000; there are five mentors for thirteen of them) is a
block of lines, in seconds of CPU time on one thread:

* the factors: from people's records to arrays, texts weighed and words counted;
* the bare products: skills, texts and hours of every week, with the same blocks, and nothing else;
* the scoring: all points of all pairs by every criterion, as whole numbers.

The ratio is the time of the scoring divided by that of the bare products. Memory is the peak of the
whole process, records and imports included.
"""

import os
import resource
import sys
import time
from collections.abc import Callable, Iterator
from datetime import date
from typing import TypeVar

os.environ |= {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1", "MKL_NUM_THREADS": "1"}

import numpy as np
from numpy.typing import NDArray

from mentorgen.analysis.matching.rounds import Candidate, Round, round_of
from mentorgen.analysis.matching.scores import ROWS_AT_ONCE, Tables, block_of, tables_of
from mentorgen.model.cohorts import Cohort
from mentorgen.model.ids import CohortId
from mentorgen.model.people import Participant
from mentorgen.model.program import Program
from mentorgen.model.settings import Settings
from mentorgen.model.skills import Skill
from mentorgen.model.words import Contact, Feedback, Learning, PartOfDay, Role, Structure, Weekday

SIZES = (1_000, 10_000)
MENTORS_FOR_MENTEES = 0.3841
ROUND = CohortId("round")
TODAY = date(2026, 3, 2)

_SKILLS = 200
_WORDS = 20_000
_LANGUAGES = ("en", "es", "pt", "fr", "hi", "de", "ar")
_ZONES = (
    *("Africa/Casablanca", "America/New_York", "America/Santiago", "America/Sao_Paulo"),
    *(
        "Asia/Kathmandu",
        "Asia/Kolkata",
        "Australia/Sydney",
        "Europe/Berlin",
        "Europe/Lisbon",
        "UTC",
    ),
)

T = TypeVar("T")


def main(sizes: tuple[int, ...]) -> None:
    """Print one table for all sizes."""
    print(f"{'mentees':>7} {'mentors':>8}  {'what':<22} {'CPU s':>7} {'ratio':>6} {'peak MB':>8}")
    for size in sizes:
        _measure(size, round(size * MENTORS_FOR_MENTEES))


def _measure(mentees: int, mentors: int) -> None:
    people = people_of(mentees, mentors)
    tables, laying_out = _timed(lambda: laid_out(*people))
    learning = [tables.goals.texts.matrix(tables.goals.learning[rows]) for rows in blocks(tables)]
    _, bare = _timed(lambda: _products(tables, learning))
    _, scoring = _timed(lambda: score(tables))
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    for name, seconds, ratio in (
        ("factors", laying_out, None),
        ("bare products", bare, 1.0),
        ("scoring of all pairs", scoring, scoring / bare),
    ):
        shown = f"{ratio:.2f}" if ratio else "-"
        print(f"{mentees:>7} {mentors:>8}  {name:<22} {seconds:>7.3f} {shown:>6} {memory:>8}")


def people_of(
    mentees: int, mentors: int
) -> tuple[Round, tuple[Candidate, ...], tuple[Candidate, ...]]:
    """Draw a round with its mentees and its mentors; always the same one."""
    matching = round_of(_program(mentees, mentors), ROUND, today=TODAY)
    people = tuple(matching.candidates.values())
    return matching, people[mentors:], people[:mentors]


def laid_out(
    matching: Round, mentees: tuple[Candidate, ...], mentors: tuple[Candidate, ...]
) -> Tables:
    """Make the factors of all points."""
    tables = tables_of(matching, mentees, mentors)
    block_of(tables, slice(0, 1))
    return tables


def blocks(tables: Tables) -> Iterator[slice]:
    """Part the mentees as scoring does."""
    return (
        slice(start, start + ROWS_AT_ONCE) for start in range(0, len(tables.mentees), ROWS_AT_ONCE)
    )


def score(tables: Tables) -> int:
    """Work out the points of all pairs, block by block, and say how many blocks there are."""
    return sum(block_of(tables, rows).points.size > 0 for rows in blocks(tables))


def _products(tables: Tables, learning: list[NDArray[np.float32]]) -> None:
    """Multiply the same factors in the same blocks, and nothing else."""
    skills, shared = tables.skills.table, tables.hours.shared
    for rows, texts in zip(blocks(tables), learning, strict=True):
        patterns = np.unique(shared.mine[rows])
        room = tables.room_for(rows)
        np.matmul(texts, tables.goals.teaching.T, out=room)
        np.matmul(skills.wants[rows], skills.offers.T, out=room)
        for week in shared.weeks:
            week.mine[patterns] @ week.theirs.T


def _timed(work: Callable[[], T]) -> tuple[T, float]:
    start = time.process_time()
    return work(), time.process_time() - start


def _program(mentees: int, mentors: int) -> Program:
    random = np.random.default_rng(mentees)
    everybody = [_participant(at, random, mentors=at < mentors) for at in range(mentees + mentors)]
    cohort = {"schema": 1, "id": ROUND, "name": "Round", "starts": TODAY, "ends": date(2026, 8, 30)}
    skills = [
        Skill.model_validate({"id": f"skill-{at}", "label": f"{_word(at)} {_word(at * 7)}"})
        for at in range(_SKILLS)
    ]
    return Program(
        settings=Settings.model_validate({"schema": 1, "name": "Bench", "purpose": "Measure."}),
        skills={skill.id: skill for skill in skills},
        cohorts={ROUND: Cohort.model_validate(cohort)},
        participants={one.slug: one for one in everybody},
        applications={ROUND: ()},
        events={ROUND: ()},
        person_facts={one.slug: () for one in everybody},
        **{name: {} for name in _EMPTY},
        slots=(),
    )


_EMPTY = tuple(
    name
    for name in Program.__slots__
    if name
    not in {
        *("settings", "skills", "cohorts", "participants", "applications", "events"),
        *("person_facts", "slots"),
    }
)


def _participant(number: int, random: np.random.Generator, *, mentors: bool) -> Participant:
    skills = [{"skill": f"skill-{one}"} for one in random.choice(_SKILLS, 4, replace=False)]
    parts = tuple(PartOfDay)[int(random.integers(5)) :][:3]
    start = int(random.integers(6, 20))
    exact = {"day": tuple(Weekday)[number % 7], "from": f"{start}:00", "to": f"{start + 3}:30"}
    return Participant.model_validate(
        {
            "schema": 1,
            "slug": f"person-{number:06}",
            "name": f"Person {number}",
            "role": Role.MENTOR if mentors else Role.MENTEE,
            "consent": {"version": 1, "given": TODAY},
            "about": " ".join(_word(int(one)) for one in random.zipf(1.3, 30)),
            "offers" if mentors else "wants": tuple(skills),
            "languages": tuple(random.choice(_LANGUAGES, 2, replace=False).tolist()),
            "timezone": _ZONES[int(random.integers(len(_ZONES)))],
            "parts_of_day": parts,
            "hours": (exact,) if number % 2 else (),
            "experience_years": int(random.integers(30)),
            "style": {
                "feedback": tuple(Feedback)[int(random.integers(2))],
                "learning": tuple(Learning)[int(random.integers(3))],
                "structure": tuple(Structure)[int(random.integers(2))],
                "contact": tuple(Contact)[int(random.integers(3))],
            },
        }
    )


def _word(number: int) -> str:
    """Spell a number as a word of syllables."""
    rest, spelled = number % _WORDS, ""
    while rest or not spelled:
        rest, at = divmod(rest, 40)
        spelled += "bdfgklmnprstvz"[at % 14] + "aeiou"[at % 5] + "nrs"[at % 3]
    return spelled


if __name__ == "__main__":
    main(tuple(int(size) for size in sys.argv[1:]) or SIZES)
