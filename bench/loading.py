"""Measure loading beside PyYAML's C loader on the same files, in one run.

    python bench/loading.py [PEOPLE]

The yardstick only parses; mentorgen parses, keeps every position, validates and cross-checks.
"""

import sys
import tempfile
import time
from datetime import date
from pathlib import Path

import yaml

from mentorgen.loading.layout import PROGRAM_FILE, place_for
from mentorgen.loading.program import load
from mentorgen.model.ids import Kind

PEOPLE = 5_000
TODAY = date(2026, 3, 2)
ROUNDS = 3


def main(people: int) -> None:
    """Print seconds and the ratio of the best of three turns each."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        _write(root, people)
        files = sorted(root.rglob("*.yaml"))
        yardstick = min(_seconds_of_parsing(files) for _ in range(ROUNDS))
        ours = min(_seconds_of_loading(root) for _ in range(ROUNDS))
    print(f"{'records':>7}  {'what':<34} {'CPU s':>8} {'ratio':>7}")
    print(f"{people:>7,}  {'yaml.CSafeLoader, parsing alone':<34} {yardstick:>8.2f} {1:>7.2f}")
    print(
        f"{people:>7,}  {'load, validate and cross-check':<34} {ours:>8.2f} {ours / yardstick:>7.2f}"
    )


def _seconds_of_parsing(files: list[Path]) -> float:
    start = time.process_time()
    for file in files:
        yaml.load(file.read_bytes(), Loader=yaml.CSafeLoader)  # noqa: TID251 # the yardstick
    return time.process_time() - start


def _seconds_of_loading(root: Path) -> float:
    start = time.process_time()
    loaded = load(root, today=TODAY)
    if loaded.errors:
        sys.exit("\n".join(str(problem) for problem in loaded.problems[:5]))
    return time.process_time() - start


def _write(root: Path, people: int) -> None:
    _put(root, PROGRAM_FILE, "schema: 1\nname: Many\npurpose: To be measured.\n")
    _put(root, place_for(Kind.COHORT, id="round"), "schema: 1\nname: Round\nrolling: true\n")
    skills = "".join(f"  - id: skill-{n}\n    label: Skill {n}\n" for n in range(200))
    _put(root, "program/skills.yaml", f"schema: 1\nskills:\n{skills}")
    for number in range(people):
        place = place_for(Kind.PARTICIPANT, slug=f"person-{number}")
        _put(root, place, _participant(number))


def _participant(number: int) -> str:
    role, field = ("mentor", "offers") if number % 3 == 0 else ("mentee", "wants")
    skills = "".join(
        f"  - skill: skill-{(number * 7 + step * 13) % 200}\n    level: can-help\n"
        for step in range(4)
    )
    return (
        f"schema: 1\nname: Person {number}\nrole: {role}\n"
        "consent:\n  version: 1\n  given: 2026-01-05\n  shows: [time-zone, parts-of-day]\n"
        "joined: 2026-01-05\nline: I read slowly and I finish what I begin.\n"
        f"languages: [en, pt]\n{field}:\n{skills}"
        "style: {feedback: direct, structure: agenda, learning: by-doing}\n"
        "timezone: Europe/Lisbon\nparts_of_day: [weekday-evening, weekend-morning]\n"
    )


def _put(root: Path, place: str, text: str) -> None:
    file = root / place
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else PEOPLE)
